"""The benchmark: its archive is always the same and has no faults, and its floor makes the same kind of site."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from bench import NEUTRAL, corpus, floor
from goftogu.model import Source
from goftogu.transcripts import read as transcript_read
from tests.collecting import collected


def test_a_larger_archive_begins_with_the_smaller_one() -> None:
    few = list(corpus.interviews(2))
    assert list(islice(corpus.interviews(5), 2)) == few
    assert few[0] != few[1]


def test_a_made_up_interview_has_the_size_that_it_says() -> None:
    (interview,) = corpus.interviews(1)
    for turns in interview.turns.values():
        assert len(turns) == 30
        assert 7000 < sum(map(len, turns)) < 8500
    assert len(set(interview.topics)) == 5


def test_a_made_up_transcript_has_no_faults() -> None:
    (made_up,) = corpus.interviews(1)
    text = corpus.transcript(made_up)
    interview, problems = collected(
        transcript_read.read_transcript, Source("content/interviews/a.md", text.encode(), text), str
    )
    assert problems == []
    assert interview is not None
    assert [(turn.id, turn.stamped) for turn in interview.turns] == [(f"t{number}", True) for number in range(1, 31)]
    assert [turn.paragraphs[0].record for turn in interview.turns] == list(made_up.turns["fa"])


def test_the_floor_makes_the_same_kind_of_site(tmp_path: Path) -> None:
    (tmp_path / NEUTRAL).mkdir()
    for interview in corpus.interviews(3):
        corpus._write_neutral(tmp_path / NEUTRAL, interview)
    few = dict(floor.pages(tmp_path / NEUTRAL, both=False, data=False))
    everything = dict(floor.pages(tmp_path / NEUTRAL, both=True, data=True))
    assert everything.items() >= few.items()
    assert len(everything) == len(few) + 3 * 3
    assert {f"fa/topics/{topic}.html" for made_up in corpus.interviews(3) for topic in made_up.topics} <= few.keys()
    assert everything["fa/interview-00002.html"].count('<div class="turn">') == 30
    floor.build(tmp_path, tmp_path / "output", both=True, data=True)
    assert {path.relative_to(tmp_path / "output").as_posix() for path in (tmp_path / "output").rglob("*.*")} == set(
        everything
    )
