from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from goftogu.translation.engine.decode import Checked
from goftogu.translation.engine.fill import Done, Job, Team, prepare, todo, translate
from goftogu.translation.engine.protocol import Hypothesis
from goftogu.translation.engine.remembered import SentenceMemory
from goftogu.translation.engine.terminology import Fixed, Terminology
from goftogu.translation.memory.memory import Memory, Unit

NONE, TERMS = Terminology(), Terminology([Fixed("اهواز", ("Ahvaz",))])
ENGINE = "argos translate-fa_en 1.5 4"
YES = Checked(Hypothesis("Yes.", -0.5, 2), ("loop",), ("Ahvaz",))


def memory(folder: Path, engine: str = ENGINE, terms: Terminology = NONE) -> SentenceMemory:
    return SentenceMemory(folder, engine, terms)


def test_a_sentence_is_known_in_the_next_run(tmp_path: Path) -> None:
    assert memory(tmp_path).recall(["بله."]) == {}
    memory(tmp_path).keep({"بله.": YES})
    assert memory(tmp_path).recall(["بله.", "نه."]) == {"بله.": YES}


def test_another_engine_or_another_term_knows_nothing_of_it(tmp_path: Path) -> None:
    source = "به اهواز رفتم."
    memory(tmp_path).keep({source: YES})
    assert memory(tmp_path, "argos translate-fa_en 1.6 4").recall([source]) == {}
    assert memory(tmp_path, terms=TERMS).recall([source]) == {}
    memory(tmp_path).keep({"بله.": YES})
    assert memory(tmp_path, terms=TERMS).recall(["بله."]) == {"بله.": YES}


@pytest.mark.parametrize(("short", "whole"), [("رضا", "رضا پهلوی"), ("پهلوی", "رضا پهلوی")])
def test_the_same_english_for_more_or_fewer_words_is_another_term(tmp_path: Path, short: str, whole: str) -> None:
    one, other = (Terminology([Fixed(name, ("Reza Pahlavi",))]) for name in (short, whole))
    source = "آن روز رضا پهلوی آمد."
    memory(tmp_path, terms=one).keep({source: YES})
    assert memory(tmp_path, terms=other).recall([source]) == {}
    assert memory(tmp_path, terms=one).recall([source]) == {source: YES}


@pytest.mark.parametrize("text", ["a\nb", "a\x00b", "\u202eYes"])
def test_what_no_engine_may_give_is_not_believed(tmp_path: Path, text: str) -> None:
    memory(tmp_path).keep({"بله.": Checked(Hypothesis(text, -1.0, 2), ())})
    assert memory(tmp_path).recall(["بله."]) == {}


def test_a_damaged_cache_knows_nothing(tmp_path: Path) -> None:
    memory(tmp_path).keep({"بله.": YES})
    for file in tmp_path.iterdir():
        file.write_bytes(b"damaged")
    assert memory(tmp_path).recall(["بله."]) == {}
    memory(tmp_path).keep({"بله.": YES})
    assert memory(tmp_path).recall(["بله."]) == {"بله.": YES}


class Counting(Team):
    """A team that notes what it is asked."""

    origin, shard = "argos translate-fa_en 1.5", 2

    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, shards: Sequence[Sequence[str]]) -> Iterator[tuple[int, list[Checked]]]:
        for number, shard in enumerate(shards):
            self.asked += shard
            yield number, [Checked(Hypothesis(f"Said {sentence}", -0.5, 2), ()) for sentence in shard]


def filled(folder: Path, *sources: str) -> tuple[list[str], list[str], list[Done]]:
    """Return the English, what the team was asked, and the steps of the work."""
    units = tuple(Unit(f"t{number}", source) for number, source in enumerate(sources))
    job, team, steps = Job(Memory("azar"), units), Counting(), list[Done]()
    prepare([job])
    translate(todo([job]), team, lambda _: None, steps.append, NONE, memory(folder))
    return [job.memory.lookup(unit).text for unit in units], team.asked, steps


def test_a_sentence_that_occurs_again_in_another_run_costs_nothing(tmp_path: Path) -> None:
    first, asked, _ = filled(tmp_path, "یک است. دو است.", "سه است.")
    assert asked == ["یک است.", "دو است.", "سه است."]
    again, asked, steps = filled(tmp_path, "دو است.", "سه است. چهار است.", "یک است.")
    assert asked == ["چهار است."]
    assert first == ["Said یک است. Said دو است.", "Said سه است."]
    assert again == ["Said دو است.", "Said سه است. Said چهار است.", "Said یک است."]
    assert steps == [Done(2, 3, 4), Done(3, 4, 4)]
