"""Which sentence of a question a table of contents shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition import asking
from goftogu.model import Paragraph, Role, Speaker, Turn
from tests.talks import a_turn

SPEAKERS = {"م": Speaker("م", Role.INTERVIEWER), "ر": Speaker("ر", Role.INTERVIEWEE), "ن": Speaker("ن", Role.OTHER)}
GREETING = "سلام و سپاس از این که آمدید. "


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        (f"{GREETING}باغ پدری شما کجا بود؟", "باغ پدری شما کجا بود؟"),
        ("باغ پدری شما کجا بود؟ از آن روزها بگویید.", "باغ پدری شما کجا بود؟"),
        ("خوبید؟ از چه سالی به این روستا آمدید؟", "از چه سالی به این روستا آمدید؟"),
        ("آن سال چه شد؟ چرا رفتید از این شهر؟", "آن سال چه شد؟"),
        ("چرا؟", "چرا؟"),
        ("خوبید؟ چرا؟", "خوبید؟"),
        ("خوبید؟ چرا رفتید؟", "خوبید؟"),
        ("خوبید؟ از کجا آمدید؟", "از کجا آمدید؟"),
        ("واقعاً این طور بود؟!", "واقعاً این طور بود؟!"),
        ("پرسیدند «چه کسی در را بست؟»", "پرسیدند «چه کسی در را بست؟»"),
        ("Thank you for coming. Where was the garden?", "Where was the garden?"),
        ("Well? And who kept the garden then? Tell us.", "And who kept the garden then?"),
        ("(Where was the garden?)", "(Where was the garden?)"),
        (GREETING, ""),
        ("از آن روزها بگویید.", ""),
        ("نمی‌دانم «چرا؟» گفتم و رفتم.", ""),
        ("", ""),
    ],
)
def test_the_first_sentence_that_asks_is_found(text: str, asks: str) -> None:
    assert asking.sentence(text) == asks


@given(st.text(alphabet='آب؟?.! »«)"\n', max_size=40))
def test_what_is_found_is_in_the_text_and_asks(text: str) -> None:
    found = asking.sentence(text)
    assert found in text
    assert not found or "؟" in found or "?" in found


def turn(number: int, speaker: str, *texts: str) -> Turn:
    units = (Paragraph(f"t{number}.{place}", text, text, line=0) for place, text in enumerate(texts, 1))
    return a_turn(f"t{number}", speaker, tuple(units), 0)


ASKED, TOLD, OPEN = "باغ شما کجا بود؟", "کنار رود.", "به باغ برویم."


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([turn(1, "م", ASKED), turn(2, "ر", TOLD)], ("t1.1", True)),
        ([turn(1, "م", OPEN, ASKED), turn(2, "ر", TOLD)], ("t1.2", True)),
        ([turn(1, "م", OPEN), turn(2, "م", ASKED), turn(3, "ر", TOLD)], ("t2.1", True)),
        ([turn(1, "م", OPEN), turn(2, "ر", ASKED)], ("t1.1", False)),
        ([turn(1, "م", OPEN), turn(2, "ر", TOLD), turn(3, "م", ASKED)], ("t1.1", False)),
        ([turn(1, "ر", ASKED), turn(2, "م", ASKED)], ("t1.1", False)),
        ([turn(1, "ن", ASKED)], ("t1.1", False)),
    ],
)
def test_only_who_interviews_asks_and_only_before_the_answer(turns: list[Turn], expected: tuple[str, bool]) -> None:
    found, asks = asking.unit(turns, SPEAKERS, lambda unit: unit.reading)
    assert (found.id, asks) == expected


def test_the_paragraph_is_asked_as_it_is_read() -> None:
    found, asks = asking.unit(
        [turn(1, "م", "a", "b")], SPEAKERS, lambda unit: {"a": "So.", "b": "Who was it?"}[unit.reading]
    )
    assert (found.id, asks) == ("t1.2", True)


@pytest.mark.parametrize("text", [f"{GREETING}باغ شما کجا بود؟", "باغ شما کجا بود؟ بگویید."])
def test_words_are_those_of_the_sentence_or_of_the_beginning(text: str) -> None:
    assert asking.words(text, asks=True) == "باغ شما کجا بود؟"
    assert asking.words(text, asks=False) == text


def test_a_translation_without_the_question_gives_its_beginning() -> None:
    assert asking.words("Tell us of the garden.", asks=True) == "Tell us of the garden."


def test_long_words_are_cut_between_two_words() -> None:
    long = f"{'واژه ' * 40}چیست؟"
    cut = asking.words(long, asks=True)
    assert cut.endswith("واژه…")
    assert len(cut) == 110
    assert asking.words("و " * 54 + "دو", asks=False) == "و " * 54 + "دو"  # 110 characters
    assert asking.words("و " * 55 + "و", asks=False) == "و " * 54 + "و…"
