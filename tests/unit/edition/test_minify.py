"""What is sent to readers means what the files of the templates mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition.minify import css, javascript, slim

PIECES = [*"ab:;,{}()\\'\"/* \n\t!", "/*", "*/", "url(", "/*!", "\\26 "]
STATIC = Path(__file__).parents[3] / "templates/static"


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("", ""),
        ("/* only this */\n", ""),
        ("a { color: red; }\n", "a{color:red}"),
        ("a {\n  color: red;\n  margin: 0 auto;\n}\n\nb { top: 0 }", "a{color:red;margin:0 auto}b{top:0}"),
        ("a,\nb > c, d + e { x: y;; ; }", "a,b > c,d + e{x:y}"),
        ("a :hover, a:not(.b, .c) { x: y }", "a :hover,a:not(.b,.c){x:y}"),
        ("@media (width >= 60rem) and (hover) { a { x: y } }", "@media (width >= 60rem) and (hover){a{x:y}}"),
        ("a { width: calc(1px + (2rem - 3%)) }", "a{width:calc(1px + (2rem - 3%))}"),
        ("a { --none: ; --other: }", "a{--none: ;--other: }"),
        ('a { content: " ; /* no comment */  { " }', 'a{content:" ; /* no comment */  { "}'),
        (r"""a { content: 'it\'s  ;' "\"  ," }""", r"""a{content:'it\'s  ;' "\"  ,"}"""),
        ("a { b: url( data:x;y,  /*z*/ ) }", "a{b:url( data:x;y,  /*z*/ )}"),
        ('a { b: URL( "x  y" ) }', 'a{b:URL( "x  y" )}'),
        ("a { content: '' } /* one */ b /* two */ { x: y } /* three */ ;", "a{content:''}b{x:y};"),
        ("a/* no blank */.b { x: y }", "a/**/.b{x:y}"),
        ("a/* one */ /* two */.b { x: y }", "a .b{x:y}"),
        ("a /* ** / */b { x: 1px/* */2px }", "a b{x:1px/**/2px}"),
        (r".a\26  b, .c\;\ d  e { x: y }", r".a\26  b,.c\;\ d e{x:y}"),
        ('a { x: "open  \n; y: z  z }', 'a{x:"open  \n;y:z z}'),
        ("\\26\r\na\r\nb { }", "\\26\r\na b{}"),
        ("/*! Licence:  mine */\na { x: y }", "/*! Licence:  mine */ a{x:y}"),
        ('@charset "utf-8";\n@import "a.css";', '@charset "utf-8";@import "a.css";'),
        ("a { x: y } /* open", "a{x:y}/* open"),
    ],
)
def test_a_style_sheet_loses_what_means_nothing(sheet: str, expected: str) -> None:
    assert css(sheet) == expected


@given(
    st.lists(st.sampled_from([*"ab:;,{}()\\'\"/* \n\t!", "/*", "*/", "url(", "/*!", "\\26 "]), max_size=40).map("".join)
)
def test_what_is_slim_gets_no_slimmer(sheet: str) -> None:
    once = css(sheet)
    assert len(once) <= len(sheet)
    assert css(once) == once


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('/* What it\n * does. */\n\n"use strict"; // a\n', '"use strict"; // a\n'),
        ("/*! Licence */\nrun();", "/*! Licence */\nrun();"),
        ("/* one *//* two */run(/* three */);", "run(/* three */);"),
        ("(/* no heading */);", "(/* no heading */);"),
        ("run(`\n/* text */\n`);", "run(`\n/* text */\n`);"),
        ("/* open", "/* open"),
    ],
)
def test_a_script_loses_its_heading(script: str, expected: str) -> None:
    assert javascript(script) == expected


def test_the_ending_tells_what_a_file_is() -> None:
    assert slim("static/a.css", b"a { }\n") == b"a{}"
    assert slim("static/a.js", b"/* a */\n1\n") == b"1\n"
    assert slim("static/a.txt", b"/* a */\n1\n") == b"/* a */\n1\n"
    assert slim("static/none", b"/* a */") == b"/* a */"
    assert slim("static/a.css", b"/* \xe9 */ a { }") == b"/* \xe9 */ a { }"


def test_the_sheet_of_the_site_loses_much() -> None:
    sheet = (STATIC / "site.css").read_text(encoding="utf-8")
    assert len(css(sheet)) < len(sheet) * 0.9
