"""Citations of interviews and turns."""

from __future__ import annotations

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.edition.citations import citations, cite, of_archive
from goftogu.model import Bilingual, Language, Role, Speaker
from tests.materials import alike, bare, material

DRAFT = "draft translation, not reviewed (language model); Persian text received 5 June 2023 (15 Khordad 1402)"


def test_a_turn_is_cited_in_english_with_the_state_of_its_english() -> None:
    given = material(translations=alike())
    citation = cite(given, Language.EN, "t2")
    assert citation.words == (
        "Maryam Ahmadi, interview by Radio, Tehran, “English of title”, News & Co_ltd, 4 June 2023 (14 Khordad 1402), "
        f"turn 2, {DRAFT}, River Archive, version {given.version('en')}"
    )
    assert citation.address == "https://example.org/archive/en/river.html#t2"


def test_a_turn_is_cited_in_persian_as_the_original() -> None:
    given = material()
    citation = cite(given, Language.FA, "t4")
    assert citation.words == (
        "مریم احمدی، گفت‌وگو با رادیو، «گفت‌وگو دربارهٔ «رودخانه»»، خبرگزاری، ۱۴ خرداد ۱۴۰۲ (۴ ژوئن ۲۰۲۳)، نوبت ۳، "
        f"متن اصلی فارسی؛ دریافت‌شده در ۱۵ خرداد ۱۴۰۲ (۵ ژوئن ۲۰۲۳)، بایگانی رود، نسخهٔ {given.version('fa')}"
    )
    assert citation.address == "https://example.org/archive/fa/river.html#t4"


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("t1", "machine translation, not reviewed (argos translate-fa_en 1.5);"),
        ("t4", "reviewed translation (Jane Doe);"),
        ("t5", "Persian text, not translated;"),
    ],
)
def test_each_turn_says_its_own_state(turn: str, expected: str) -> None:
    assert expected in cite(material(), Language.EN, turn).words


def test_the_whole_interview_is_cited_without_a_turn() -> None:
    citation = cite(material(translations=alike()), Language.EN)
    assert "turn" not in citation.words
    assert citation.address == "https://example.org/archive/en/river.html"


def test_what_is_not_known_is_left_out() -> None:
    given = bare()
    assert cite(given, Language.EN, "t2").words == (
        "خانم احمدی, interview, “گفت‌وگو دربارهٔ «رودخانه»”, turn 2, Persian text, not translated, Goftogu, "
        f"version {given.version('en')}"
    )
    assert cite(given, Language.FA).words.startswith("خانم احمدی، گفت‌وگو، «")


def test_several_people_are_joined() -> None:
    people = ("ahmadi", "rudaki")
    given = material(speakers={name: Speaker(name, Role.INTERVIEWEE, person=name) for name in people}, turns=())
    assert cite(given, Language.EN).words.startswith("Maryam Ahmadi and Rudaki, interview, ")
    assert cite(given, Language.FA).words.startswith("مریم احمدی و رودکی، گفت‌وگو، ")


def test_a_turn_that_is_not_there_cannot_be_cited() -> None:
    with pytest.raises(KeyError):
        cite(material(), Language.EN, "t3")


def test_the_list_has_the_interview_and_every_turn_with_ids_and_addresses_alone() -> None:
    given = material()
    blocks = citations(given).decode().split("\n\n")
    assert [block.splitlines()[0] for block in blocks] == ["river", "t1", "t2", "t4", "t5"]
    for block in blocks:
        identifier, *lines = block.splitlines()
        turn = "" if identifier == "river" else identifier
        assert lines == [
            part for tag in Language for part in (cite(given, tag, turn).words, cite(given, tag, turn).address)
        ]


@pytest.mark.parametrize(
    ("config", "language", "words", "address"),
    [
        (SiteConfig(Bilingual("بایگانی", "Archive")), Language.EN, "Archive", ""),
        (
            SiteConfig(
                Bilingual("بایگانی", "Archive"), url="https://example.org/", editor=Bilingual("انجمن", "Society")
            ),
            Language.EN,
            "Society, ed., Archive",
            "https://example.org/en/",
        ),
        (
            SiteConfig(Bilingual("بایگانی", "Archive"), editor=Bilingual("انجمن", "Society")),
            Language.FA,
            "به کوشش انجمن، بایگانی",
            "",
        ),
    ],
)
def test_the_archive_is_cited_as_a_whole(config: SiteConfig, language: Language, words: str, address: str) -> None:
    found = of_archive(config, language)
    assert (found.words, found.address) == (words, address)
