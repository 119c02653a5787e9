"""What the contents of an interview call each exchange."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.model import Interview, Paragraph, Turn
from goftogu.pages.contents import QuestionNames
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site

SEA = sample_site.interview()
BOTH = ("trade", "sea")


def asked(text: str, language: str = "") -> tuple[Interview, list[Turn]]:
    first = replace(SEA.turns[0], paragraphs=(Paragraph("t1.1", text, text, language=language, line=0),))
    held = replace(SEA, turns=(first, *SEA.turns[1:]))
    return held, list(held.turns[:2])


def named(text: str, english: str, about: tuple[str, ...] = (), language: str = "") -> tuple[str, str, str]:
    held, turns = asked(text, language)
    given = {"t1.1": Translation(english, State.DRAFT, "")} if english else {}
    found = QuestionNames(sample_site.archive(held, translations=given).alone(held), held).name(turns, about)
    return str(found.fa), str(found.en), found.state


def test_a_question_names_its_exchange_in_both_languages() -> None:
    told = ("سلام بر شما. تجارت چگونه است؟", "Good evening. How is trade?")
    assert named(*told, about=BOTH) == ("تجارت چگونه است؟", "How is trade?", State.DRAFT)


def test_without_a_question_the_topics_name_it() -> None:
    told = ("از تجارت بگویید.", "Tell us about trade.")
    assert named(*told, about=BOTH) == ("تجارت، دریا", "Trade, The sea", State.ORIGINAL)
    assert named(*told) == ("از تجارت بگویید.", "Tell us about trade.", State.DRAFT)


def test_without_a_translation_the_question_is_there_in_its_own_language() -> None:
    assert named("سلام. تجارت چگونه است؟", "") == ("تجارت چگونه است؟", "", State.MISSING)


def test_a_translation_that_does_not_ask_is_shown_from_its_beginning() -> None:
    assert named("تجارت چگونه است؟", "Tell us about trade.")[1] == "Tell us about trade."


@pytest.mark.parametrize(
    ("mark", "shown"), [("*پنبه*", "پنبه"), ("[پنبه](x.html)", "پنبه"), ("<پنبه>", "&lt;پنبه&gt;")]
)
def test_names_have_no_markup_and_are_safe(mark: str, shown: str) -> None:
    made = named(f"بهای {mark} چه بود؟", "What did it cost?")[0]
    assert shown in made
    assert "*" not in made
    assert "href" not in made


def test_a_question_in_another_language_is_isolated() -> None:
    made = named("How is trade going?", "How is trade going?", language="en")
    assert made[0] == '<bdi lang="en" dir="ltr">How is trade going?</bdi>'


def test_an_interview_that_was_held_in_english_names_its_questions_in_english() -> None:
    held, turns = asked("Good evening. How is trade?")
    held = replace(held, language=TranscriptLanguage.ENGLISH)
    given = {"t1.1": Translation("سلام. تجارت چگونه است؟", State.MACHINE, "")}
    found = QuestionNames(sample_site.archive(held, translations=given).alone(held), held).name(turns, ())
    assert (str(found.fa), str(found.en)) == ("تجارت چگونه است؟", "How is trade?")
