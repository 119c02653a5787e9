"""Readers of what other programs write, and of settings: whatever comes, they end in values and problems.

What they take holds nothing that a text may not hold. A longer run: HYPOTHESIS_PROFILE=thorough.
"""

from __future__ import annotations

import itertools
import json
import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goftogu.content import frontmatter, settings, toml, vocabulary
from goftogu.model import Source
from goftogu.problems import CODES, Problem, Problems
from goftogu.transcripts import header, heard
from goftogu.transcripts.formats import registry
from goftogu.transcripts.formats.document import Document, Refused
from goftogu.translation.offers.read import read_offers
from tests import office
from tests.collecting import collected

WORDS: Final = ("سلام", "مجری: ", "خوبی؟", "آقای الف", "a", " ", "\u200c", "۱۲", "«", "»", "**", "# ")
REFUSED: Final = (
    "\x00", "\x01", "\x0b", "\x0c", "\x1b[31m", "\x7f", "\x80", "\x85", "\u2028", "\u2029", "\u202a", "\u202e",
    "\u2067", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\ud800", "\udfff", "\ufeff", "\u200f", "\u061c",
)  # fmt: skip
"""What is refused, or nearly so; it is laid between other pieces."""

CUES: Final = (
    "WEBVTT", "WEBVTT - x\n", "\n\n", "\n", "1\n", "00:00:01,000 --> 00:00:02,000\n", "00:01.000 --> 00:02.000",
    " --> ",
    "99:99:99,999 --> 0:0:0,0\n", "-1:00 --> 1\n", "NOTE x\n", "STYLE\n", "<v مجری>", "</v>", "<c.x>", "<00:01.000>",
    "&amp;", "&#0;", "&#x202e;", "{\\an8}", "<i>", "[موسیقی]", "\r\n",
)  # fmt: skip
MARKUP: Final = (
    "<p>", "</p>", "<br>", "<div class=x>", "</div>", "<table><tr><td>", "</td></tr></table>", "<script>", "</script>",
    "<!--", "-->", "<b>", "</b>", "<a href='javascript:x'>", "&amp;", "&#x0;", "&#x1b;", "&#8238;", "&#xD800;",
    "&#99999999;",
    "&nosuch;", "<html>", "<body>", "<title>", "<h1>", "</h1>", "<li>", "<![CDATA[", "]]>", "<!DOCTYPE html>", "<",
    ">", '"',
    "<template>", "<svg>", "<math>", "<p" + " x" * 20 + ">",
)  # fmt: skip
CELLS: Final = (
    "name\ttext\n",
    "speaker,text\n",
    "گوینده\tمتن\n",
    "\t",
    ",",
    ";",
    '"',
    '""',
    "\n",
    "\r\n",
    "start",
    "0:01",
)
JSONS: Final = (
    "{", "}", "[", "]", ",", ":", '"segments"', '"text"', '"start"', '"end"', '"speaker"', '"words"', '"word"',
    "1", "-1",
    "1e999", "NaN", "null", "true", '"', '"سلام"', r'"\u0000"', r'"\ud800"', r'"\u202e"', "9" * 400, "[" * 40,
)  # fmt: skip
TOML: Final = (
    "[title]\n", "[[a]]\n", "fa = ", "en = ", "url = ", "= ", '"سلام"', '"""', "'''", r'"\u0000"', r'"\u202e"',
    "\n", "[", "]",
    "{", "}", ",", "1979-05-27", "1e999", "0x" + "f" * 40, "9" * 5000, "inf", "true", "#",
    'name = {fa = "ا", en = "a"}\n',
    "aliases = []\n", "[zed]\n", "[a.b.c]\n", '["ا ب"]\n', "format = 2\n", "url = 'https://a.org/'\n", "\\", "=",
)  # fmt: skip
YAML: Final = (
    "title: ", "speakers:\n", "  الف: {role: interviewer}\n", "source: ", "- ", "? ", "| \n", "> \n", '"', r'"\0"',
    r'"\e"', r'"\ud800"', "!!binary aGk=", "!!int x", "&a ", "*a", "<<: ",
    r'"\u202e"', "{", "}", "[", "]", "\n", "  ", "\t", "@", "%",
    "0x1f", "1:30", "2024-02-30", "~", ".inf", "topics: [a, b]\n", "date: 1402-01-01\n", "---\n", "...\n", "#",
)  # fmt: skip
XLIFF: Final = (
    "<?xml version='1.0'?>",
    "<xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' version='2.0' srcLang='fa' trgLang='en'>",
    "<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2' version='1.2'>", "</xliff>",
    "<file id='a' original='a'>", "</file>",
    "<unit id='t1.1'>", "</unit>", "<segment state='final'>", "</segment>", "<source>", "</source>", "<target>",
    "</target>",
    "<trans-unit id='t1'>", "</trans-unit>", "<body>", "</body>", "<ph id='1'/>", "<pc id='1'>", "</pc>", "&amp;",
    "&#1;",
    "&x;", "<!DOCTYPE x [<!ENTITY x 'y'>]>", "<![CDATA[", "]]>", "<mrk>", "</mrk>", "&#x202e;",
)  # fmt: skip
OHMS: Final = (
    "<ROOT xmlns='https://www.weareavp.com/nunncenter/ohms'>", "<record id='1'>", "</record>", "</ROOT>",
    "<transcript>",
    "</transcript>", "<sync>", "</sync>", "1:|3(4)|9(2)", "<title>", "</title>", "<index>", "</index>", "<point>",
    "</point>",
    "<time>", "</time>", "12", "-1", "<partial_transcript>", "</partial_transcript>", "<interviewee>", "</interviewee>",
    "<date value='x' format='yyyy-mm-dd'/>", "&amp;", "&#1;", "&x;", "\n", "[[footnote]]1[[/footnote]]",
    "<vtt_transcript>",
)  # fmt: skip
BODY: Final = (
    "<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:t>", "</w:t>", "<w:tbl>", "<w:tr>", "<w:tc>", "</w:tc>", "</w:tr>",
    "</w:tbl>",
    "<w:b/>", "<w:rPr>", "</w:rPr>", "<w:br/>", "<w:tab/>", "<w:ins>", "</w:ins>", "<w:del>", "</w:del>", "&#x202e;",
    "<w:footnoteReference w:id='7'/>", "<w:commentReference/>", "<w:pStyle w:val='Heading9'/>", "<w:numPr/>",
    "<w:sym/>",
    "<w:p><w:r><w:t>", "</w:t></w:r></w:p>", "<w:sdt>", "</w:sdt>", "<w:fldChar w:fldCharType='begin'/>",
)  # fmt: skip


def made_of(pieces: tuple[str, ...], *, broken: bool = True) -> st.SearchStrategy[str]:
    """Make texts of the pieces of a form, of words, and of what is refused."""
    piece = st.sampled_from(pieces) | st.sampled_from(WORDS) | st.text(max_size=8)
    return st.lists(piece | st.sampled_from(REFUSED) if broken else piece, max_size=40).map("".join)


def sound(problems: list[Problem]) -> None:
    for problem in problems:
        assert problem.code in CODES
        assert problem.line >= 0
        assert problem.column >= 0
        assert str(problem)


def clean(text: str) -> None:
    """Check that a text holds no control character, no lone surrogate, nothing that no text holds."""
    for character in text:
        assert character in "\n\t\r" or unicodedata.category(character) not in {"Cc", "Cs"}, ascii(text)
        assert ord(character) & 0xFFFE != 0xFFFE, ascii(text)
        assert not "\ufdd0" <= character <= "\ufdef", ascii(text)
        assert character not in "\u202a\u202b\u202d\u202e\u2028\u2029", ascii(text)


def imported(data: bytes, name: str) -> Document | None:
    """Read a file as ``import`` does; check what comes of it."""
    found, problems = collected(registry.read, data, name)
    sound(problems)
    assert found is not None or problems
    for piece in found.pieces if found else ():
        clean(piece.text)
        clean(piece.speaker)
        assert all(0 <= span.start <= span.end <= len(piece.text) for span in piece.spans)
        assert all(one.end <= two.start for one, two in itertools.pairwise(piece.spans))
    return found


def encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("name", ["a.srt", "a.vtt"])
@given(text=made_of(CUES), headed=st.booleans())
def test_subtitles(name: str, text: str, headed: bool) -> None:
    imported(encoded(f"WEBVTT\n\n{text}" if headed else text), name)


@given(made_of(MARKUP))
def test_a_saved_page(text: str) -> None:
    imported(encoded(text), "a.html")


@pytest.mark.parametrize("name", ["a.tsv", "a.csv"])
@given(text=made_of(CELLS))
def test_a_table(name: str, text: str) -> None:
    imported(encoded(text), name)


@given(made_of(JSONS))
def test_json_of_any_shape(text: str) -> None:
    imported(encoded(text), "a.json")


NAMES: Final = st.sampled_from(["segments", "text", "start", "end", "speaker", "words", "word", "results", "x"])
VALUES: Final = st.none() | st.booleans() | st.integers() | st.floats() | made_of(WORDS)


@given(
    st.recursive(VALUES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4)),
    st.sampled_from(["a.json", "heard"]),
)
def test_json_like_that_of_whisper(value: object, name: str) -> None:
    data = json.dumps(value).encode()
    imported(data, "a.json")
    heard_in(data, "a.json")
    heard_in(json.dumps({"segments": value, "text": "سلام"}).encode(), name)


def heard_in(data: bytes, name: str) -> None:
    try:
        words = heard.read(data, name)
    except Refused as refused:
        code = refused.code
    else:
        code = ""
        assert words == sorted(words, key=lambda word: word.start)
    assert code in {"", *CODES}


@given(made_of(CUES), st.sampled_from(["a.srt", "a.vtt", "a.json", "a.txt"]))
def test_what_was_heard(text: str, name: str) -> None:
    heard_in(encoded(text), name)


@given(made_of(OHMS))
def test_ohms(text: str) -> None:
    imported(encoded(f"{OHMS[0]}{text}"), "a.xml")
    imported(
        encoded(f"{OHMS[0]}{OHMS[1]}<transcript>{re.sub('<[^>]*>', '', text)}</transcript></record></ROOT>"), "a.xml"
    )


@given(made_of(BODY), st.booleans())
def test_a_word_file(body: str, whole: bool) -> None:
    inner = body.encode("utf-8", "replace").decode()
    imported(office.word(f"<w:p>{inner}</w:p>" if whole else f"<x>{inner}</x>"), "a.docx")


@given(st.integers(0, 2**31), st.binary(max_size=8), st.sampled_from(["a.docx", "a.odt"]))
def test_a_damaged_word_file(place: int, damage: bytes, name: str) -> None:
    data = office.word(office.run("مجری: سلام"), office.run("مهمان: ", "خوب"))
    at = place % len(data)
    imported(data[:at] + damage + data[at + len(damage) :], name)
    imported(data[:at], name)


@given(
    st.dictionaries(
        st.sampled_from(["word/document.xml", "content.xml", "_rels/.rels", "mimetype", "../x"]), st.binary()
    )
)
def test_a_package_of_anything(files: dict[str, bytes]) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    for name in ("a.docx", "a.odt"):
        imported(buffer.getvalue(), name)


@given(st.binary(max_size=200), st.sampled_from(sorted(registry.ENDINGS)))
def test_bytes_under_any_name(data: bytes, ending: str) -> None:
    imported(data, f"a{ending}")


def strings(value: object) -> list[str]:
    """Return every text in a value that was read."""
    if isinstance(value, str):
        return [value]
    inner = [*value, *value.values()] if isinstance(value, dict) else value if isinstance(value, list | tuple) else []
    return [text for item in inner for text in strings(item)]


def source(text: str) -> str:
    """Return a text as it comes from a file: without lone surrogates."""
    return text.encode("utf-8", "replace").decode()


@pytest.mark.parametrize("name", sorted(vocabulary.SCHEMAS))
@given(text=made_of(TOML))
def test_toml(name: str, text: str) -> None:
    (values, _), problems = collected(toml.read_toml, source(text), name, vocabulary.SCHEMAS[name])
    sound(problems)
    for found in strings(values):
        clean(found)


@given(made_of(TOML))
def test_the_settings(text: str) -> None:
    found: Callable[[str, str, Problems], settings.SiteConfig] = settings.read_settings
    config, problems = collected(found, source(text), "content/site.toml")
    sound(problems)
    clean(config.url)


@given(made_of(YAML))
@example("title: &a [*a]\n")
def test_yaml(text: str) -> None:
    whole = f"---\n{source(text)}\n---\n"
    found, problems = collected(frontmatter.read_front_matter, Source("a.md", whole.encode(), whole), header.TRANSCRIPT)
    sound(problems)
    for part in strings(getattr(found, "values", None)):
        clean(part)


@given(made_of(XLIFF), st.booleans())
def test_xliff(text: str, headed: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.xlf"
        file.write_bytes(encoded(f"{XLIFF[1]}{XLIFF[4]}{text}" if headed else text))
        offers, problems = collected(read_offers, file)
    sound(problems)
    for offer in itertools.chain(*offers.values()):
        clean(offer.text)
