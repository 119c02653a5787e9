"""Marks of what is withheld: which are sound, what they become, and what no index and no reader gets."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goftogu import markup
from goftogu.conventions import withheld
from goftogu.conventions.withheld import WithheldGap
from goftogu.model import Language, Provenance
from tests.materials import talk
from tests.recordings import recorded

MARK = "[withheld: به خواست راوی]"
SOUND = {
    MARK: ["به خواست راوی"],
    "[withheld]": [""],
    "[withheld:]": [""],
    "[withheld:  نام  ]": ["نام"],
    "[withheld:\u00a0نام]": ["نام"],
    f"او {MARK} و [withheld: نام] رفت.": ["به خواست راوی", "نام"],
    "**[withheld: نام]**": ["نام"],
    "[می‌خندد] [withheld: (نام؛ ۰:۱۲)]": ["(نام؛ ۰:۱۲)"],
    "[withheld 0:12:31: نام]": ["نام"],
    "[withheld ۰:۱۲:۳۱–۰:۱۳:۰۵]": [""],
}
FAULTY = {
    "[withheld: نام": 0,
    "[withheld 12:31: نام]": 0,
    "[withheld 0:12:31-: نام]": 0,
    "او [withheld: نام رفت.": 3,
    "[Withheld: نام]": 0,
    "[ withheld: نام]": 0,
    "[withheld نام]": 0,
    "[withheld; نام]": 0,
    "[withheld: [نام]]": 0,
    "[withheld: یک\nدو]": 0,
    f"{MARK} و [WITHHELD]": len(MARK) + 3,
}


@pytest.mark.parametrize(
    ("text", "gap", "fa", "en"),
    [
        ("[withheld 0:12:31: نام]", WithheldGap("نام", 751), "[منتشرنشده، ۰:۱۲:۳۱: نام]", "[withheld, 0:12:31: نام]"),
        (
            "[withheld ۰:۰۰:۰۵-0:01:00]",
            WithheldGap("", 5, 60),
            "[منتشرنشده، ۰:۰۰:۰۵–۰:۰۱:۰۰]",
            "[withheld, 0:00:05–0:01:00]",
        ),
        ("[withheld 0:00:00: نام]", WithheldGap("نام", 0), "[منتشرنشده، ۰:۰۰:۰۰: نام]", "[withheld, 0:00:00: نام]"),
    ],
)
def test_a_mark_may_say_where_the_passage_is_in_the_recording(text: str, gap: WithheldGap, fa: str, en: str) -> None:
    assert withheld.gaps(text) == [gap]
    assert [withheld.shown(gap, language) for language in Language] == [fa, en]
    assert withheld.is_mark(text)


@pytest.mark.parametrize(("text", "reasons"), SOUND.items())
def test_a_mark_has_a_reason_or_none(text: str, reasons: list[str]) -> None:
    assert [gap.reason for gap in withheld.gaps(text)] == reasons
    assert withheld.fault(text) is None


@pytest.mark.parametrize(("text", "place"), FAULTY.items())
def test_what_looks_like_a_mark_and_is_none_is_a_fault(text: str, place: int) -> None:
    assert withheld.fault(text) == place


@pytest.mark.parametrize("text", ["", "متن", "\\[withheld: نام]", "the withheld words", "(withheld)", "[withholding]"])
def test_other_words_are_no_marks(text: str) -> None:
    assert withheld.gaps(text) == []
    assert withheld.fault(text) is None
    assert withheld.without(text) == text
    assert withheld.parts(text) == [text]


def test_a_text_is_cut_at_its_marks() -> None:
    assert withheld.parts(f"او {MARK} رفت. {MARK}") == ["او ", MARK, " رفت. ", MARK]
    assert withheld.parts(MARK) == [MARK]
    assert [withheld.is_mark(part) for part in (MARK, f"{MARK}.", "[متن]", "[withheld: نام")] == [
        True,
        False,
        False,
        False,
    ]


def test_the_words_of_a_gap_are_those_of_its_language() -> None:
    assert [withheld.shown(WithheldGap("نام"), language) for language in Language] == [
        "[منتشرنشده: نام]",
        "[withheld: نام]",
    ]
    assert [withheld.shown(WithheldGap(reason=""), language) for language in Language] == ["[منتشرنشده]", "[withheld]"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("او [withheld: نام] رفت.", Language.FA, 'او <span class="gap">[منتشرنشده: نام]</span> رفت.'),
        (
            "He [withheld: نام] left.",
            Language.EN,
            'He <span class="gap">[withheld: <bdi lang="fa" dir="rtl">نام</bdi>]</span> left.',
        ),
        ("**او [withheld] رفت**", Language.FA, '<strong>او <span class="gap">[منتشرنشده]</span> رفت</strong>'),
        ("[withheld: *a* <b>]", Language.EN, '<span class="gap">[withheld: *a* &lt;b&gt;]</span>'),
        ("\\[withheld: نام]", Language.FA, '[<bdi lang="en" dir="ltr">withheld</bdi>: نام]'),
    ],
)
def test_a_mark_is_shown_as_a_gap(text: str, language: str, expected: str) -> None:
    assert markup.inline(text, language) == expected


@pytest.mark.parametrize("text", ["[متن](https://example.org/[withheld: نام])", "[a]([withheld: b])"])
def test_a_mark_in_an_address_leaves_no_link(text: str) -> None:
    made = markup.inline(text, Language.FA)
    assert "<a" not in made
    assert made.count('<span class="gap">') == 1


def test_no_character_of_a_text_can_stand_for_a_gap() -> None:
    made = markup.inline("\ufdd0او [withheld: نام]\ufdd0", Language.FA)
    assert made == '\ufffdاو <span class="gap">[منتشرنشده: نام]</span>\ufffd'


def test_a_plain_text_names_its_gaps() -> None:
    assert markup.bare("او [withheld: نام] رفت.") == "او [منتشرنشده: نام] رفت."
    assert markup.bare("He [withheld: name] left.", Language.EN) == "He [withheld: name] left."
    assert withheld.without("او [withheld: نام] رفت.") == "او   رفت."


PIECES = [MARK, "[withheld]", "او ", "**", "*", "[", "](#t1)", "\\", "\n", "<b>", "\ufdd0"]


@example("\\\ufdd0[withheld: به خواست راوی]")
@given(text=st.lists(st.sampled_from(PIECES), max_size=9).map("".join))
def test_every_mark_is_one_gap_whatever_is_around_it(text: str) -> None:
    made = markup.inline(text, Language.FA)
    assert made.count('<span class="gap">') == len(withheld.gaps(text))
    assert "\ufdd0" not in made or not withheld.gaps(text)


def test_passages_are_counted_and_close_the_file() -> None:
    assert withheld.count(talk(f"{MARK} {MARK}", "[withheld]")) == 3
    assert withheld.is_closed(talk(MARK))
    assert not withheld.is_closed(talk("متن"))
    assert withheld.is_closed(talk("متن", provenance=Provenance(publish=False)))


def test_an_index_sees_blanks() -> None:
    made = talk(f"او {MARK} رفت.", "متن")
    seen = withheld.blanked(made)
    assert seen.turns[0].paragraphs[0].reading == f"او {' ' * len(MARK)} رفت."
    assert seen.turns[0].paragraphs[1] == made.turns[0].paragraphs[1]
    assert withheld.blanked(talk("متن")).turns == talk("متن").turns


def test_what_is_withheld_keeps_recordings_back_but_those_without_it() -> None:
    open_, closed, far = (
        recorded("a.mp3", redacted=True),
        recorded("b.mp3"),
        recorded(url="https://example.org/c.mp3"),
    )
    assert withheld.open_recordings(talk(MARK, media=(closed, open_, far))) == (open_,)
    assert withheld.open_recordings(talk("متن", media=(open_, closed))) == (open_, closed)
    assert withheld.open_recordings(talk(MARK)) == ()
