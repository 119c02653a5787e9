"""The parallel pages: one for each language of the interface."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import urls
from goftogu.model import Footnote
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample
from tests.archives import Archive

SIDES = re.compile(r'<div lang="(fa|en)" dir="(rtl|ltr)">')
BOTH = {"both": ("fa", "en"), "both-en": ("en", "fa")}


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    return sample.archive(url="https://example.org/archive/").rendered(wanted=lambda path: path.startswith("both"))


@pytest.mark.parametrize(("view", "order"), BOTH.items())
def test_the_text_of_the_reader_comes_first(made: Mapping[str, str], view: str, order: tuple[str, str]) -> None:
    found = SIDES.findall(made[f"{view}/sea.html"])
    assert len(found) >= 2 * 4
    assert set(zip(found[::2], found[1::2], strict=True)) == {
        tuple((language, {"fa": "rtl", "en": "ltr"}[language]) for language in order)
    }


@pytest.mark.parametrize(
    ("view", "page", "other", "words"),
    [
        ("both", "fa", "en", ("رئیس جمهور و دریا", "The President and the Sea", "ترجمهٔ پیش‌نویس.")),
        ("both-en", "en", "fa", ("The President and the Sea", "رئیس جمهور و دریا", "Draft translation.")),
    ],
)
def test_the_interface_is_in_one_language(
    made: Mapping[str, str], view: str, page: str, other: str, words: tuple[str, str, str]
) -> None:
    title, twin, said = words
    found = made[f"{view}/sea.html"]
    assert f'<html lang="{page}"' in found
    assert f"<h1>{title}</h1>" in found
    assert re.search(rf'<p class="twin" lang="{other}" dir="(rtl|ltr)">{twin}</p>', found)
    assert found.count('class="notice"') == 1
    assert f"<strong>{said}</strong>" in found


def test_what_is_shown_is_chosen_in_one_place(made: Mapping[str, str]) -> None:
    for page in made.values():
        assert page.count('class="languages"') == 1
        assert 'type="radio"' not in page


@pytest.mark.parametrize(
    ("view", "first", "second"), [("both", "مجری", "Interviewer"), ("both-en", "Interviewer", "مجری")]
)
def test_speakers_and_sections_are_named_in_both_languages(
    made: Mapping[str, str], view: str, first: str, second: str
) -> None:
    page = made[f"{view}/sea.html"]
    heading = page.partition('<h3 id="t1">')[2].partition("</h3>")[0]
    assert heading.index(first) < heading.index(second)
    section = page.partition('<h2 class="section" id="s1">')[2].partition("</h2>")[0]
    assert ("دربارهٔ تجارت" in section) is ("On trade" in section) is True


def test_what_is_before_the_conversation_is_folded(made: Mapping[str, str]) -> None:
    for view, words in (("both", "پیش از گفت‌وگو"), ("both-en", "Introduction")):
        front = made[f"{view}/sea.html"].partition('<details class="contents prelude">')[2].partition("</details>")[0]
        assert f"<summary>{words}</summary>" in front
        assert ("On trade and on the sea." in front) is ("متن در پی می‌آید." in front) is True


def test_nothing_is_folded_where_nothing_comes_before() -> None:
    bare = replace(sample.interview(), lede=None, note=None)
    for path, page in sample.archive(bare).rendered(wanted=lambda path: path.startswith("both")).items():
        assert 'class="contents prelude"' not in page, path


def test_a_title_without_a_translation_is_there_once() -> None:
    english = sample.english(title=Translation("", State.MISSING, ""), s1=Translation("", State.MISSING, ""))
    pages = sample.archive(translations=english).rendered(wanted=lambda path: path.startswith("both"))
    for page in pages.values():
        assert 'class="twin"' not in page
        assert page.partition('id="s1">')[2].partition("</h2>")[0].count("دربارهٔ تجارت") == 1
    assert '<h1><bdi lang="fa" dir="rtl">رئیس جمهور و دریا</bdi></h1>' in pages["both-en/sea.html"]


@pytest.mark.parametrize("view", BOTH)
def test_search_engines_are_told_what_is_true(made: Mapping[str, str], view: str) -> None:
    page = made[f"{view}/sea.html"]
    assert '<meta name="robots" content="noindex,follow">' in page
    assert f'<link rel="canonical" href="https://example.org/archive/{view}/sea.html">' in page
    assert '<link rel="alternate" hreflang' not in page
    assert re.findall(r'<a href="([^"]+)" lang="(\w+)" hreflang="(\w+)">', page.partition('class="languages"')[2])[
        :2
    ] == [
        ("../fa/sea.html", "fa", "fa"),
        ("../en/sea.html", "en", "en"),
    ]


def test_both_have_the_same_turns(made: Mapping[str, str]) -> None:
    ids = [re.findall(r'<h[23][^>]* id="([st]\d+)"', page) for page in made.values()]
    assert len(ids) == len(urls.PARALLEL)
    assert ids[0] == ids[1] == ["s1", "t1", "t2", "t3", "t4"]


MISSING = Translation("", State.MISSING, "")
SAID = {"en": '<p class="state">Not translated yet.</p>', "fa": '<p class="state">هنوز ترجمه نشده است.</p>'}


def pages(archive: Archive) -> Mapping[str, str]:
    return archive.rendered(wanted=lambda path: path.startswith(("both", "en/sea", "fa/sea")))


def column(page: str, turn: str, language: str) -> str:
    """Return what a column of the pair of a turn shows."""
    pair = page.partition(f'<h3 id="{turn}">')[2].partition('<div class="pair')[0]
    return pair.partition(f'<div lang="{language}"')[2].partition(">")[2].partition("</div>")[0].strip()


def many(*texts: str) -> Archive:
    """Return an archive whose second turn has a paragraph for each text, which is its English."""
    held = sample.interview()
    paragraphs = tuple(sample.paragraph(f"t2.{number}", f"بند {number}.") for number in range(1, len(texts) + 1))
    turns = (held.turns[0], replace(held.turns[1], paragraphs=paragraphs), *held.turns[2:])
    english = {
        f"t2.{number}": Translation(text, State.REVIEWED, "") if text else MISSING
        for number, text in enumerate(texts, 1)
    }
    return sample.archive(replace(held, turns=turns), translations={**sample.english(), **english})


@pytest.mark.parametrize("view", BOTH)
@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_turn_without_a_translation_says_so_once_and_repeats_nothing(view: str, count: int) -> None:
    page = pages(many(*[""] * count))[f"{view}/sea.html"]
    assert column(page, "t2", "en") == SAID["en"]
    assert page.count("بند 1.") == 1
    assert 'class="missing"' not in page
    assert column(page, "t2", "fa").count("<p") == count


@pytest.mark.parametrize("view", BOTH)
@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (("", "Two."), ["", "Two."]),
        (("One.", ""), ["One.", ""]),
        (("", "", "Three.", "Four."), ["", "Three.", "Four."]),
        (("One.", "", "", "Four.", ""), ["One.", "", "Four.", ""]),
    ],
)
def test_what_is_translated_is_there_and_what_is_not_says_so_in_its_place(
    view: str, texts: tuple[str, ...], shown: list[str]
) -> None:
    found = column(pages(many(*texts))[f"{view}/sea.html"], "t2", "en")
    said = [match[1] or "" for match in re.finditer(r"Not translated yet\.|<p>(\w+\.) ", found)]
    assert said == shown
    assert "بند" not in found


@given(st.lists(st.booleans(), min_size=1, max_size=6))
def test_no_two_places_in_a_row_say_the_same(translated: list[bool]) -> None:
    texts = [f"Text{number}." if there else "" for number, there in enumerate(translated)]
    found = column(pages(many(*texts))["both/sea.html"], "t2", "en")
    lines = [line for line in found.splitlines() if "Text" in line or line == SAID["en"]]
    assert (SAID["en"], SAID["en"]) not in pairwise(lines)
    assert sum("Text" in line for line in lines) == sum(translated)
    assert (SAID["en"] in lines) == (not all(translated))


@pytest.mark.parametrize(("view", "words"), [("both", "هنوز ترجمه نشده است"), ("both-en", "not translated yet")])
def test_the_notice_does_not_speak_of_what_is_not_shown(view: str, words: str) -> None:
    whole = pages(sample.archive(translations={}))
    notice = whole[f"{view}/sea.html"].partition('class="notice"')[2].partition("</div>")[0]
    assert words.lower() in notice.lower()
    assert not re.search(r"instead|به‌جای", notice)
    assert "The Persian is shown instead." in whole["en/sea.html"]
    some = pages(many("", "Two."))
    notice = some[f"{view}/sea.html"].partition('class="notice"')[2].partition("</div>")[0]
    assert words in notice
    assert not re.search(r"shown in|آمده است", notice)
    assert "1: not translated yet, shown in Persian" in some["en/sea.html"]


@pytest.mark.parametrize("form", ["", "list", "quote", "poem"])
@pytest.mark.parametrize("view", BOTH)
def test_what_is_before_and_below_the_conversation_is_not_repeated_either(view: str, form: str) -> None:
    held = sample.interview()
    lede = replace(sample.paragraph("p1", "- سرآغاز" if form == "list" else "سرآغاز"), form=form)
    note = Footnote("a", 1, replace(sample.paragraph("note-a", "پانوشت"), form=form), "t1.1")
    texts = {name: item for name, item in sample.english().items() if name != "p1"}
    page = pages(sample.archive(replace(held, lede=lede, footnotes=(note,)), translations=texts))[f"{view}/sea.html"]
    main = page.partition("<main")[2]
    for words in ("سرآغاز", "پانوشت"):
        assert main.count(words) == 1
    assert main.count(SAID["en"]) == 2
    assert 'class="missing"' not in main


def test_a_translation_that_is_a_list_is_beside_its_original() -> None:
    held = sample.interview()
    listed = replace(sample.paragraph("t4.1", "- گندم\n- جو"), form="list")
    turns = (*held.turns[:3], replace(held.turns[3], paragraphs=(listed,)))
    english = sample.english(t4_1=Translation("- Wheat\n- Barley", State.DRAFT, "draft: language model"))
    page = pages(sample.archive(replace(held, turns=turns), translations=english))["both-en/sea.html"]
    assert column(page, "t4", "en").startswith("<div><ul><li>Wheat</li>\n<li>Barley</li></ul>")
    assert '<li>Barley</li></ul></div>\n<p><small class="standing draft"><span>draft translation</span>' in page
