"""XML: whatever a text holds, what is written can be read."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from goftogu import markup
from goftogu.exports.xml import Element, dump, inline, lines, node, page, raw

SIGNS = st.text(alphabet=st.sampled_from("آب پn*_[]()<>&\"'\\`:/#\n\x0b\u200c\u2067\ufffe1"))


def written(element: Element) -> str:
    return dump(element, "").decode().strip()


def test_children_and_texts_keep_their_order() -> None:
    assert written(node("p", {}, "a", node("b", {}, "c"), "d", "e", node("i"), "f")) == "<p>a<b>c</b>de<i />f</p>"


def test_attributes_without_a_value_are_left_out() -> None:
    assert written(node("p", {"class": "", "lang": "fa"})) == '<p lang="fa" />'


def test_lines_stand_apart_and_texts_do_not() -> None:
    assert written(lines("ul", None, node("li", {}, "a"), node("li", {}, "b"))) == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"


def test_inline_html_becomes_elements() -> None:
    made = markup.inline("*آب* و **نان** در Tehran", "fa")
    assert written(node("p", {"class": "x"}, inline(made))) == (
        '<p class="x"><em>آب</em> و <strong>نان</strong> در <bdi lang="en" dir="ltr">Tehran</bdi></p>'
    )


def test_signs_stay_signs() -> None:
    assert written(node("p", {}, inline(markup.inline('<b> & "c"', "fa")))) == (
        '<p>&lt;<bdi lang="en" dir="ltr">b</bdi>&gt; &amp; <bdi lang="en" dir="ltr">"c"</bdi></p>'
    )
    assert written(node("p", {}, inline(markup.inline("1 < 2 & 3", "en")))) == "<p>1 &lt; 2 &amp; 3</p>"


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("https://example.org/آب", "https://example.org/%D8%A2%D8%A8"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("about.html", None),
        ("#t1", None),
        ("javascript:alert(1)", None),
        ("//example.org/", None),
    ],
)
def test_only_links_that_say_where_they_lead_are_kept(target: str, kept: str | None) -> None:
    link = inline(Markup('<a href="{}" title="x">a</a>').format(target))
    assert link == (f'<a href="{kept}">a</a>' if kept else "<a>a</a>")


def test_only_elements_of_the_text_are_renamed() -> None:
    names: list[str] = []
    inline(Markup("<em>آب</em> و <strong><em>نان</em></strong>"), lambda element: names.append(element.tag))
    assert names == ["em", "strong", "em"]


def test_breaks_are_closed() -> None:
    assert written(node("p", {}, inline(Markup("a<br>b")))) == "<p>a<br />b</p>"


def test_a_page_of_html_closes_no_void_element() -> None:
    assert page(
        lines("html", {}, node("meta", {"charset": "utf-8"}), node("style", {}, raw("a > b {}")), node("p"))
    ) == (b'<!doctype html>\n<html>\n<meta charset="utf-8">\n<style>a > b {}</style>\n<p></p>\n</html>\n')


@given(text=SIGNS, attribute=SIGNS, language=st.sampled_from(["fa", "en"]))
def test_whatever_is_written_can_be_read(text: str, attribute: str, language: str) -> None:
    root = lines("x", {"a": attribute}, node("y", {}, text), node("z", {}, inline(markup.inline(text, language))))
    read = ET.fromstring(dump(root, '<?xml version="1.0"?>'))  # noqa: S314  # written a moment ago, by us
    assert [element.tag for element in read] == ["y", "z"]
    shown = "".join("\ufffd" if sign in "\x0b\ufffe" else sign for sign in text)
    assert (read[0].text or "") == shown
    assert read.attrib.get("a", "") == "".join("\ufffd" if sign in "\x0b\ufffe" else sign for sign in attribute)
    assert dump(root, "").decode() == f"\n{ET.tostring(read, encoding='unicode')}\n"
