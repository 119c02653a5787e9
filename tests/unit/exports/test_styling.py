"""What books and single files wear: our face, the faces of the pages, and marks of states that have words."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64decode
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from goftogu.edition.material import Material
from goftogu.exports import styling
from goftogu.exports.epub import epub
from goftogu.exports.single import single
from goftogu.model import Language
from goftogu.translation.memory.entry import State
from tests.materials import alike, bare, material

STATIC = Path(__file__).parents[3] / "templates/static"
WORDS = {
    State.MACHINE: "machine translation, not reviewed",
    State.DRAFT: "draft translation, not reviewed",
    State.REVIEWED: "reviewed translation",
}


def book(given: Material, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(epub(given))).read(f"book/{name}")


def marks(page: bytes) -> list[tuple[str, str]]:
    """Return the marks of a page: the state, and its words."""
    return re.findall(r'<small class="standing (\w+)" title="[^"]+"><span>([^<]+)</span></small>', page.decode())


def test_the_face_has_the_letters_of_the_pages_and_joins_them() -> None:
    ours, pages = TTFont(io.BytesIO(styling.face())), TTFont(STATIC / "vazirmatn.woff2")
    assert ours.getBestCmap().keys() == pages.getBestCmap().keys()
    features = [
        {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord} for font in (ours, pages)
    ]
    assert {"init", "medi", "fina"} <= features[0] == features[1]


def test_the_face_has_one_weight_and_weighs_little() -> None:
    font = TTFont(io.BytesIO(styling.face()))
    assert "fvar" not in font
    assert (font["OS/2"].usWeightClass, font.flavor) == (400, "woff2")
    assert len(styling.face()) < 14_000
    assert "font-weight" not in styling.font_face("a.woff2")


@pytest.mark.parametrize("style", ["single", "book"])
def test_what_is_emphasised_in_persian_is_bold_which_one_weight_can_show(style: str) -> None:
    given = material()
    sheet = single(given).decode() if style == "single" else book(given, "style.css").decode()
    assert "em:lang(fa) { font-style: normal; font-weight: bold; }" in sheet
    assert "font-weight: 500" not in sheet


def test_a_book_has_the_face_and_names_it() -> None:
    assert book(material(), styling.FACE) == styling.face()
    style = book(material(), "style.css").decode()
    assert f"url({styling.FACE})" in style
    assert 'body:lang(fa), :lang(fa) { line-height: 1.9; font-family: "Vazirmatn"' in style


def test_a_single_file_has_the_face_within() -> None:
    found = re.search(rb"url\(data:font/woff2;base64,([^)]+)\)", single(material()))
    assert found is not None
    assert b64decode(found[1]) == styling.face()


def test_english_has_the_faces_of_the_pages() -> None:
    sheet = (STATIC / "site.css").read_text(encoding="utf-8")
    faces = re.search(r"--latin: (.*?);", sheet)
    assert faces is not None
    known = re.findall(r"[\w ]*\w", faces[1].replace('"', ""))
    ours = [name.strip().strip('"') for name in styling.LATIN.split(",")]
    assert [name for name in ours if name not in [other.strip() for other in known]] == []


@pytest.mark.parametrize("state", WORDS)
def test_each_turn_of_a_translation_in_one_state_has_its_mark(state: State) -> None:
    given = material(translations=alike(state))
    turns = len(given.interview.turns)
    for page in (book(given, "en.xhtml"), single(given)):
        assert marks(page) == [(state, WORDS[state])] * turns
    assert marks(book(given, "fa.xhtml")) == []


def test_where_paragraphs_differ_each_says_so_in_words_and_there_is_no_mark() -> None:
    page = book(material(), "en.xhtml")
    assert marks(page) == []
    assert page.count(b'<p class="state">') > 2


def test_what_is_not_translated_has_no_mark() -> None:
    assert marks(single(bare())) == []
    (turn, *_) = material().interview.turns
    for state in (State.MISSING, State.ORIGINAL):
        given = material(translations=alike(state))
        assert list(styling.state_mark(given, turn, Language.EN, mixed=False)) == []


def test_marks_are_words_on_paper_and_without_style() -> None:
    assert "@media print" in styling.STATE_MARKS
    assert "display: none" not in styling.STATE_MARKS  # screen readers would not hear them
