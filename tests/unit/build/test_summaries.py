"""What is known of an interview without its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.build.summaries import Summary, summary
from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.locale.message import Message
from goftogu.model import Language
from goftogu.problems import Problem
from goftogu.storage import values
from goftogu.translation.memory.entry import NOTHING, State, Translation
from tests import sample_site

TALK = sample_site.interview()
ENGLISH = sample_site.english()
FOUND = [Problem(TALK.path, 3, 1, "M006", Message("no date"), Message("add one"))]


def made(**changes: Translation) -> Summary:
    return summary(TALK, {**ENGLISH, **changes}, FOUND)


def test_a_summary_comes_back_as_it_was_kept() -> None:
    assert values.decode(values.encode(made()), Summary) == made()
    assert (made().id, made().path, made().received) == ("sea", TALK.path, TALK.provenance.file)


def test_summaries_share_the_ids_that_interviews_have_in_common() -> None:
    first, second = (values.decode(values.encode(made()), Summary) for _ in range(2))
    assert first is not None
    assert second is not None
    assert all(one is other for one, other in zip(first.turns, second.turns, strict=True))


def test_a_summary_tells_who_speaks_in_which_turns() -> None:
    found = summary(replace(TALK, redirects={"t9": "t1"}), ENGLISH, [])
    assert found.labels == ("مجری", "آقای سرو")
    assert found.anchors == (TALK.path, ("t1", "t2", "t3", "t4"), frozenset({"t9"}))


def test_a_summary_tells_what_was_found() -> None:
    assert made().problems == tuple(FOUND)
    assert summary(TALK, ENGLISH, []).problems == ()


@pytest.mark.parametrize(("state", "lacking", "is_open"), [(State.REVIEWED, 0, False), (State.MISSING, 1, True)])
def test_a_summary_tells_what_an_engine_would_have_to_do(state: State, lacking: int, is_open: bool) -> None:
    found = made(title=replace(NOTHING, state=state))
    assert found.states == {State.DRAFT: len(ENGLISH) - 1, state: 1}
    assert (len(found.lacking), found.open) == (lacking, is_open)


def test_no_engine_has_anything_to_do_for_an_interview_that_was_held_in_english() -> None:
    lacking = {**ENGLISH, "title": NOTHING}
    held = {language: summary(replace(TALK, language=language), lacking, []) for language in TranscriptLanguage}
    assert {language for language, found in held.items() if found.open} == {
        TranscriptLanguage.PERSIAN,
        TranscriptLanguage.DARI,
    }
    assert {language: found.original for language, found in held.items()} == {
        TranscriptLanguage.PERSIAN: Language.FA,
        TranscriptLanguage.DARI: Language.FA,
        TranscriptLanguage.ENGLISH: Language.EN,
    }


def test_an_interview_helps_those_that_lack_what_it_has_in_english() -> None:
    lacking = made(title=NOTHING).lacking
    assert made().helps(lacking)
    assert not made(title=NOTHING).helps(lacking)
    assert not made(title=replace(ENGLISH["title"], state=State.STALE)).helps(lacking)
    assert not made().helps(frozenset())
