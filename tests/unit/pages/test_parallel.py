"""The parallel pages: one for each language of the interface."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from goftogu import urls
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample

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
    given = sample.english(title=Translation("", State.MISSING, ""), s1=Translation("", State.MISSING, ""))
    pages = sample.archive(translations=given).rendered(wanted=lambda path: path.startswith("both"))
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
