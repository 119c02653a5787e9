"""Citations in the styles of Chicago, MLA, APA and of Persian lists of references."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import PersonKind
from goftogu.edition import citation_styles
from goftogu.edition.citation_styles import LABELS, Form, Slot, Style
from goftogu.edition.material import Material
from goftogu.model import Bilingual, Language, Role, Speaker
from goftogu.translation.memory.entry import State, Translation
from tests.entries import a_person
from tests.materials import alike, bare, material, vocabulary

FA, EN = Language
ALL: Final[Mapping[str, str]] = {
    "turn": "turn 3, 0:02:10",
    "state": "draft translation",
    "day": "27 November 2026",
    "address": "https://example.org/en/river.html#t3",
}
NAMES: Final = {
    "first": ("Mary Ann", "Hale"),
    "second": ("Jean-Paul", "Roy"),
    "third": ("Sima", "Rad"),
    "fourth": ("Ali", "Nik"),
}


def cited(style: Style, edition: Language = EN, values: Mapping[str, str] = ALL, given: Material | None = None) -> str:
    return citation_styles.form(given or material(translations=alike()), style, edition).filled(values)


def people(*names: str) -> Material:
    """An interview with some people of whom family and given names are known, and no interviewer."""
    known = {
        name: a_person(
            name,
            PersonKind.PERSON,
            Bilingual(name, " ".join(NAMES[name])),
            Bilingual(name, ", ".join(reversed(NAMES[name]))),
        )
        for name in names
    }
    speakers = {name: Speaker(name, Role.INTERVIEWEE, person=name) for name in names}
    shown = replace(vocabulary(), people={**vocabulary().people, **known})
    return replace(material(speakers=speakers, turns=(), exchanges=(), translations=alike()), vocabulary=shown)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (
            Style.CHICAGO,
            (
                "Maryam Ahmadi, interview by Radio, Tehran, “English of title,” News & Co_ltd, June 4, 2023, "
                "River Archive, turn 3, 0:02:10, draft translation, accessed 27 November 2026, https://example.org/en/river.html#t3."
            ),
        ),
        (
            Style.MLA,
            (
                "Ahmadi, Maryam. “English of title.” Interview by Radio, Tehran. News & Co_ltd, 4 June 2023. "
                "River Archive, turn 3, 0:02:10, https://example.org/en/river.html#t3. Text: draft translation. "
                "Accessed 27 November 2026."
            ),
        ),
        (
            Style.APA,
            (
                "Ahmadi, M. (2023, June 4). English of title (turn 3, 0:02:10) [Interview by Radio, Tehran; draft "
                "translation]. News & Co_ltd; River Archive. Retrieved 27 November 2026, from "
                "https://example.org/en/river.html#t3"
            ),
        ),
        (
            Style.PERSIAN,
            (
                "احمدی، مریم (۱۴ خرداد ۱۴۰۲). «گفت‌وگو دربارهٔ “رودخانه”». گفت‌وگو با رادیو. خبرگزاری. بایگانی رود، "
                "turn 3, 0:02:10. draft translation. بازیابی در 27 November 2026 از https://example.org/en/river.html#t3"
            ),
        ),
    ],
)
def test_each_style_has_its_order_and_its_signs(style: Style, expected: str) -> None:
    assert cited(style) == expected


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("edition", Language)
def test_a_citation_without_values_ends_well(style: Style, edition: Language) -> None:
    found = cited(style, edition, {})
    assert found == found.strip()
    assert found.endswith(".")
    assert not {"  ", ",,", "..", " .", "،،", "()", "[]", ", ."} & {found[at : at + 2] for at in range(len(found))}


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("left_out", sorted(ALL))
def test_what_is_not_known_leaves_no_sign_behind(style: Style, left_out: str) -> None:
    whole, less = cited(style), cited(style, values={name: value for name, value in ALL.items() if name != left_out})
    slot = next(
        piece
        for piece in citation_styles.form(material(translations=alike()), style, EN).pieces
        if isinstance(piece, Slot) and piece.name == left_out
    )
    assert whole.replace(slot.filled(ALL[left_out]), "", 1) == less


def test_the_words_are_in_the_language_of_the_style() -> None:
    assert [citation_styles.language_of(style, FA) for style in Style] == [FA, EN, EN, EN, FA]
    assert [citation_styles.language_of(style, EN) for style in Style] == [EN, EN, EN, EN, FA]


def test_the_note_of_the_archive_says_more_and_in_the_language_of_the_edition() -> None:
    given = material(translations=alike())
    assert cited(Style.NOTE) == (
        "Maryam Ahmadi, interview by Radio, Tehran, “English of title”, News & Co_ltd, 4 June 2023 (14 Khordad 1402), "
        "turn 3, 0:02:10, draft translation; Persian text received 5 June 2023 (15 Khordad 1402), River Archive, "
        f"version {given.version('en')}, accessed 27 November 2026. https://example.org/en/river.html#t3"
    )
    persian = cited(Style.NOTE, FA, {"turn": "نوبت ۳", "state": "متن اصلی فارسی", "day": "۶ آذر ۱۴۰۵"})
    assert "، نوبت ۳، متن اصلی فارسی؛ دریافت‌شده در " in persian
    assert persian.endswith(f"نسخهٔ {given.version('fa')}، دسترسی در ۶ آذر ۱۴۰۵.")


def test_nothing_is_said_of_what_nobody_knows() -> None:
    given = bare()
    assert cited(Style.CHICAGO, values={}, given=given) == (
        "خانم احمدی, interview, “گفت‌وگو دربارهٔ «رودخانه»,” Goftogu."
    )
    assert cited(Style.MLA, values={}, given=given) == "خانم احمدی. “گفت‌وگو دربارهٔ «رودخانه».” Interview. Goftogu."
    assert cited(Style.APA, values={}, given=given) == (
        "خانم احمدی. (n.d.). گفت‌وگو دربارهٔ «رودخانه» [Interview]. Goftogu."
    )
    assert cited(Style.PERSIAN, values={}, given=given) == (
        "خانم احمدی (بی‌تا). «گفت‌وگو دربارهٔ “رودخانه”». گفت‌وگو. گفت‌وگو."
    )


@pytest.mark.parametrize(
    ("names", "chicago", "mla", "apa"),
    [
        (1, "Mary Ann Hale", "Hale, Mary Ann.", "Hale, M. A."),
        (2, "Mary Ann Hale and Jean-Paul Roy", "Hale, Mary Ann, and Jean-Paul Roy.", "Hale, M. A., & Roy, J.-P."),
        (
            3,
            "Mary Ann Hale, Jean-Paul Roy, and Sima Rad",
            "Hale, Mary Ann, et al.",
            "Hale, M. A., Roy, J.-P., & Rad, S.",
        ),
        (4, "Mary Ann Hale et al.", "Hale, Mary Ann, et al.", "Hale, M. A., Roy, J.-P., Rad, S., & Nik, A."),
    ],
)
def test_several_people_are_joined_as_each_style_does(names: int, chicago: str, mla: str, apa: str) -> None:
    given = people(*list(NAMES)[:names])
    assert cited(Style.CHICAGO, given=given).startswith(f"{chicago}, interview, “")
    assert cited(Style.MLA, given=given).startswith(f"{mla} “English of title.” Interview. ")
    assert cited(Style.APA, given=given).startswith(f"{apa} (2023, June 4). ")
    assert cited(Style.PERSIAN, given=given).count("؛") == names - 1


def test_without_an_interviewee_the_title_comes_first() -> None:
    given = people()
    assert cited(Style.CHICAGO, values={}, given=given).startswith("Interview, “English of title,” News")
    assert cited(Style.MLA, values={}, given=given).startswith("“English of title.” Interview. News")
    assert cited(Style.APA, values={}, given=given) == (
        "English of title [Interview]. (2023, June 4). News & Co_ltd; River Archive."
    )
    assert cited(Style.PERSIAN, values={}, given=given).startswith("«گفت‌وگو دربارهٔ “رودخانه”» (۱۴ خرداد ۱۴۰۲). گفت‌وگو.")


def test_without_a_publisher_the_date_is_that_of_the_archive() -> None:
    source = replace(material().interview.provenance, name="", name_text="")
    given = material(translations=alike(), provenance=source)
    assert ". River Archive, 4 June 2023." in cited(Style.MLA, values={}, given=given)
    assert "“English of title,” June 4, 2023, River Archive." in cited(Style.CHICAGO, values={}, given=given)
    assert "Tehran]. River Archive." in cited(Style.APA, values={}, given=given)


def test_a_title_that_ends_in_a_sign_gets_no_other_one() -> None:
    asked = alike() | {"title": Translation("Who “owns” the river?", State.DRAFT, "draft: language model")}
    given = material(translations=asked)
    assert "“Who ‘owns’ the river?” Interview by" in cited(Style.MLA, given=given)
    assert "“Who ‘owns’ the river?,” News" in cited(Style.CHICAGO, given=given)
    assert "Who “owns” the river? (turn 3" in cited(Style.APA, given=given)


@pytest.mark.parametrize(
    ("edition", "language", "expected"),
    [
        (FA, FA, "متن اصلی فارسی"),
        (FA, EN, "Persian original"),
        (EN, EN, "draft translation, not reviewed (language model)"),
        (EN, FA, "ترجمهٔ پیش‌نویس، بازبینی‌نشده (language model)"),
    ],
)
def test_the_text_that_is_quoted_is_that_of_the_edition(edition: Language, language: Language, expected: str) -> None:
    given = material(translations=alike())
    assert citation_styles.state(given, given.interview.turns[0].paragraphs, edition, language) == expected


def test_an_archive_in_persian_alone_offers_no_style_in_english() -> None:
    title = Bilingual("بایگانی", "Archive")
    assert list(citation_styles.offered(SiteConfig(title))) == list(Style) == list(LABELS)
    assert list(citation_styles.offered(SiteConfig(title, languages=(FA,)))) == [Style.NOTE, Style.PERSIAN]


@given(st.dictionaries(st.sampled_from(sorted(ALL)), st.text(max_size=8)))
def test_each_value_is_in_its_place_once(values: dict[str, Any]) -> None:
    form = Form(Style.MLA, EN, ("a", *(Slot(name, f"<{name}>", "!") for name in sorted(ALL))))
    assert form.filled(values) == "a" + "".join(f"<{name}>{values[name]}!" for name in sorted(ALL) if values.get(name))
