from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from goftogu.conventions.marks import Conventions
from goftogu.model import Footnote, Paragraph, StageNote
from goftogu.translation.engine import fill as engine_fill
from goftogu.translation.engine.decode import Local
from goftogu.translation.engine.fill import Done, Job, counts
from goftogu.translation.engine.modelled import ModelEngine
from goftogu.translation.engine.processors import SHARD
from goftogu.translation.engine.protocol import Hypothesis, Translator
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory.memory import Memory, State, Unit
from goftogu.translation.quality import flags

OLD = "argos translate-fa_en 1.4"
LLM = "draft: language model"


class Plain(Translator):
    """An engine whose English is a little word for every Persian one, and so raises no flags."""

    origin = "argos translate-fa_en 1.5"
    persian = ("یک", "دو", "سه", "چهار", "پنج", "شش", "هفت")
    english = ("one", "two", "three", "four", "five", "six", "seven")

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.careful: list[str] = []

    def translate(self, sentences: Sequence[str], *, careful: bool = False) -> list[Hypothesis]:
        (self.careful if careful else self.seen).extend(sentences)
        return [self.answer(sentence, careful) for sentence in sentences]

    def alternatives(self, sentences: Sequence[str]) -> list[list[Hypothesis]]:
        raise AssertionError("no term is missing")

    def answer(self, sentence: str, careful: bool) -> Hypothesis:
        number = self.persian.index(sentence.partition(" ")[0])
        mark = {"؟": "?"}.get(sentence[-1], sentence[-1])
        return Hypothesis(f"{self.english[number]} it is{mark}", -0.5, 2)


def fill(
    jobs: Sequence[Job],
    engine: Translator | None = None,
    *,
    refresh: bool = False,
    terms: Terminology | None = None,
    keep: Callable[[Job], object] = lambda _: None,
    progress: Callable[[Done], object] = lambda _: None,
    shard: int = SHARD,
) -> Counter[State]:
    """All steps, one after the other."""
    known = terms or Terminology()
    engine_fill.prepare(jobs)
    if engine is not None:
        places = engine_fill.todo(jobs, engine.origin, refresh=refresh)
        engine_fill.translate(places, Local(engine, known, shard), keep, progress)
    return counts(jobs)


def job(name: str, *sources: str) -> Job:
    return Job(Memory(name), tuple(Unit(f"t{number}", source) for number, source in enumerate(sources, 1)))


def english(work: Job) -> list[str]:
    return [work.memory.lookup(unit).text for unit in work.units]


def states(work: Job) -> list[State]:
    return [work.memory.lookup(unit).state for unit in work.units]


def test_without_an_engine_everything_is_missing() -> None:
    work = job("a", "یک.", "دو.")
    found = fill([work])
    assert found == {State.MISSING: 2, State.MACHINE: 0, State.DRAFT: 0, State.REVIEWED: 0, State.STALE: 0}
    assert [unit.id for unit in work.memory] == ["t1", "t2"]


def test_paragraphs_are_translated_by_sentence_and_line() -> None:
    work = job("a", "یک است. دو است؟\nسه است!", "چهار است.")
    engine = Plain()
    assert fill([work], engine)[State.MACHINE] == 2
    assert engine.seen == ["یک است.", "دو است؟", "سه است!", "چهار است."]
    assert english(work) == ["one it is. two it is?\nthree it is!", "four it is."]
    assert work.memory.lookup(work.units[0]).score == -0.25
    assert work.memory.lookup(work.units[0]).origin == engine.origin


def test_a_second_run_does_nothing() -> None:
    work = job("a", "یک است.")
    fill([work], Plain())
    before = work.memory.dump()
    engine = Plain()
    kept: list[Job] = []
    fill([work], engine, keep=kept.append)
    assert (engine.seen, kept, work.memory.dump()) == ([], [], before)


class Faulty(Plain):
    """An engine that loses questions, and learns only from the second one."""

    def answer(self, sentence: str, careful: bool) -> Hypothesis:
        if careful and sentence.startswith("دو"):
            return super().answer(sentence, careful)
        text = "one" if careful else "it is"
        return Hypothesis(text, -0.5, 2, cut_off=sentence.startswith("سه"))


def test_what_looks_faulty_is_decoded_once_more() -> None:
    work = job("a", "یک است؟ دو است؟", "دو است؟", "سه است؟")
    engine = Faulty()
    fill([work], engine)
    assert engine.seen == ["یک است؟", "دو است؟", "سه است؟"]
    assert engine.careful == engine.seen
    assert english(work) == ["it is two it is?", "two it is?", "it is"]
    found = [work.memory.lookup(unit).flags for unit in work.units]
    assert found == [(), (), ("cut-off",)]
    assert flags.of("سه است؟", work.memory.lookup(work.units[2])) == ("number", "question", "ending", "cut-off")


def test_work_is_handed_over_in_rounds() -> None:
    works = [job("a", "یک است.", "دو است.", "سه است."), job("b", "چهار است.")]
    kept: list[tuple[str, int]] = []
    shown: list[Done] = []
    fill(
        works,
        Plain(),
        keep=lambda work: kept.append((work.memory.name, counts([work])[State.MACHINE])),
        progress=shown.append,
        shard=2,
    )
    assert kept == [("a", 2), ("a", 3), ("b", 1)]
    assert shown == [Done(0, 0, 4), Done(2, 2, 4), Done(4, 4, 4)]


def test_what_was_done_is_kept_when_the_engine_fails() -> None:
    class Failing(Plain):
        def answer(self, sentence: str, careful: bool) -> Hypothesis:
            if len(self.seen) > 1:
                raise KeyboardInterrupt
            return super().answer(sentence, careful)

    work = job("a", "یک است.", "دو است.")
    kept: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        fill([work], Failing(), keep=lambda work: kept.append(work.memory.dump()), shard=1)
    assert len(kept) == 1
    assert "one it is." in kept[0]
    fill([work], engine := Plain())
    assert engine.seen == ["دو است."]


def test_the_same_persian_is_taken_over() -> None:
    known, other = job("a", "یک است."), job("b", "يك است.", "یک  است.")
    fill([known], Plain())
    fill([known, other])
    assert english(other) == ["one it is.", "one it is."]
    assert states(other) == [State.MACHINE, State.MACHINE]
    assert "#. from: a/t1\n" in other.memory.dump()


def test_approved_english_is_taken_over_first_but_not_its_approval() -> None:
    machine, draft, reviewed, other = (job(name, "یک است.") for name in "abcd")
    fill([machine], Plain())
    for work, text in ((draft, "draft"), (reviewed, "reviewed")):
        fill([work])
        work.memory.record(work.units[0], text, LLM)
    fill([machine, draft, other])
    assert english(other) == ["draft"]
    other = job("d", "یک است.")
    reviewed.memory.approve(reviewed.units[0], "Sara")
    fill([machine, draft, reviewed, other])
    assert english(other) == ["reviewed"]
    assert states(other) == [State.DRAFT]
    assert "approved" not in other.memory.dump()


def test_stale_english_is_not_taken_over() -> None:
    work, other = job("a", "یک است."), job("b", "یک نیست.")
    fill([work])
    work.memory.record(work.units[0], "one", LLM)
    changed = Job(work.memory, (Unit("t1", "یک نیست."),))
    fill([changed, other])
    assert states(changed) == [State.STALE]
    assert states(other) == [State.MISSING]


def test_machine_text_whose_persian_changed_is_made_anew() -> None:
    work = job("a", "یک است.")
    fill([work], Plain())
    changed = Job(work.memory, (Unit("t1", "دو نیست."),))
    assert fill([changed])[State.STALE] == 1
    assert fill([changed], Plain())[State.MACHINE] == 1
    assert english(changed) == ["two it is."]
    assert "#|" not in changed.memory.dump()


@pytest.mark.parametrize("refresh", [False, True])
def test_refresh(refresh: bool) -> None:
    work = job("a", "یک است.", "دو است.", "سه است.", "چهار است.", "پنج است.", "شش است.")
    fill([work])
    own, old, draft, edited, reviewed, stale = work.units
    for unit, origin in ((own, Plain.origin), (old, OLD), (draft, LLM), (edited, f"edited: {OLD}")):
        work.memory.record(unit, "kept", origin)
    for unit in (reviewed, stale):
        work.memory.record(unit, "kept", OLD)
        work.memory.approve(unit, "Sara")
    work = Job(work.memory, (*work.units[:5], Unit(stale.id, "هفت است.")))
    engine = Plain()
    fill([work], engine, refresh=refresh)
    assert engine.seen == (["دو است.", "سه است."] if refresh else [])
    assert english(work).count("kept") == (4 if refresh else 6)
    assert states(work)[4:] == [State.REVIEWED, State.STALE]


def test_the_tiny_package_from_text_to_english(engine: ModelEngine, pairs: list[tuple[str, str]]) -> None:
    works = [
        job("a", *(source for source, _ in pairs)),
        job("b", " ".join(source for source, _ in pairs[3:7])),
    ]
    assert fill(works, engine)[State.MACHINE] == len(pairs) + 1
    assert english(works[0]) == [target for _, target in pairs]
    assert english(works[1]) == [" ".join(target for _, target in pairs[3:7])]
    assert works[0].memory.lookup(works[0].units[0]).origin == "argos translate-fa_en 0.1"


def test_the_engine_never_sees_a_note_and_the_english_has_it() -> None:
    engine = Plain()
    note = Footnote("1", 1, Paragraph("note-1", "پنج است.", "پنج است.", line=0), "t1")
    known = Conventions({"1": note}, {"مکث": StageNote("مکث", "pause", "pause")})
    texts = ("یک است[^1]. [مکث] سه است.", "[مکث]\nدو است [در باغ].", "پنج است.")
    plain = job("a", *texts)
    work = Job(plain.memory, plain.units, known)
    fill([work], engine)
    assert engine.seen == ["یک است.", "سه است.", "دو است [در باغ].", "پنج است."]
    assert english(work) == ["one it is[^1]. [pause] three it is.", "[pause]\ntwo it is.", "five it is."]
    assert states(work) == [State.MACHINE] * 3


def test_the_engine_never_sees_what_is_withheld() -> None:
    engine, kept = Plain(), list[Job]()
    work = job("a", "یک است. [withheld: دو] سه است.", "[withheld: چهار]", "پنج است.")
    fill([work], engine, keep=kept.append)
    assert engine.seen == ["یک است.", "سه است.", "پنج است."]
    assert english(work) == ["one it is. [withheld: دو] three it is.", "[withheld: چهار]", "five it is."]
    assert [work.memory.lookup(unit).score for unit in work.units] == [-0.25, None, -0.25]
    assert kept == [work, work]


def test_what_is_withheld_stays_as_it_is_and_the_number_of_an_item_is_written_in_english() -> None:
    numbered = Unit("t1", "۱. یک است.\n۲. دو است. [withheld: ۲ نام]", form="numbered")
    engine, work = Plain(), Job(Memory("a"), (numbered,))
    fill([work], engine)
    assert engine.seen == ["یک است.", "دو است."]
    assert english(work) == ["1. one it is.\n2. two it is. [withheld: ۲ نام]"]


def test_an_archive_of_gaps_needs_no_engine() -> None:
    engine = Plain()
    work = job("a", "[withheld: یک]\n[withheld]")
    fill([work], engine)
    assert engine.seen == []
    assert english(work) == ["[withheld: یک]\n[withheld]"]


def test_only_what_was_asked_for_is_chosen() -> None:
    azar, bread = job("azar", "یک", "دو"), job("bread", "سه")
    places = [(azar, azar.units[0]), (azar, azar.units[1]), (bread, bread.units[0])]
    assert engine_fill.chosen(places, {}) == places
    assert engine_fill.chosen(places, {"azar": {"t2"}}) == places[1:]
    assert engine_fill.chosen(places, {"azar": set(), "bread": {"t9"}}) == []
    turn = Job(Memory("azar"), (Unit("t1.1", "یک"), Unit("t1.2", "دو"), Unit("t2.1", "سه")))
    paragraphs = [(turn, unit) for unit in turn.units]
    assert engine_fill.chosen(paragraphs, {"azar": {"t1"}}) == paragraphs[:2]
    assert engine_fill.chosen(paragraphs, {"azar": {"t1.2"}}) == paragraphs[1:2]
