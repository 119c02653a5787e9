from __future__ import annotations

from collections.abc import Callable, Sequence

from goftogu.translation.engine.decode import Checked, Local, decode
from goftogu.translation.engine.fill import Done, Job, prepare, todo, translate
from goftogu.translation.engine.modelled import ModelEngine
from goftogu.translation.engine.protocol import Hypothesis, SentencePlace, Translator
from goftogu.translation.engine.terminology import Fixed, Terminology
from goftogu.translation.memory.memory import Memory, State, Unit
from goftogu.translation.quality import flags
from goftogu.translation.quality.flags import TERM

TERMS = Terminology([Fixed("قزاقستان", ("Kazakhstan",)), Fixed("روادید", ("visa", "visas"))])
SOURCE = "دیروز به قزاقستان رفتم."
BOTH = "قزاقستان روادید خواست."


class Scripted(Translator):
    """An engine that says what it is told, and notes what it is asked."""

    origin = "argos translate-fa_en 1.5"

    def __init__(self, answers: dict[str, str], others: dict[str, list[str]] | None = None) -> None:
        self.answers, self.others = answers, others or {}
        self.asked: list[str] = []

    def translate(self, sentences: Sequence[str], *, careful: bool = False) -> list[Hypothesis]:
        self.asked += [f"careful {sentence}" if careful else sentence for sentence in sentences]
        return [Hypothesis(self.answers.get(sentence, "It is so"), -1.0, 5) for sentence in sentences]

    def alternatives(self, sentences: Sequence[str]) -> list[list[Hypothesis]]:
        self.asked += [f"others {sentence}" for sentence in sentences]
        return [[Hypothesis(text, -2.0, 5) for text in self.others.get(sentence, [])] for sentence in sentences]


def test_plain_english_with_its_terms_is_left_alone() -> None:
    engine = Scripted({SOURCE: "I went to Kazakhstan yesterday."})
    (found,) = decode(engine, [SOURCE], TERMS)
    assert found == Checked(Hypothesis("I went to Kazakhstan yesterday.", -1.0, 5), ())
    assert engine.asked == [SOURCE]


def test_a_missing_term_comes_back_by_a_stand_in_and_that_is_told() -> None:
    engine = Scripted({SOURCE: "I went to Kosakestan yesterday.", "دیروز به Oslo رفتم.": "Yesterday I went to Oslo."})
    (found,) = decode(engine, [SOURCE], TERMS)
    assert found.hypothesis.text == "Yesterday I went to Kazakhstan."
    assert found.terms == ("Kazakhstan",)
    assert engine.asked == [SOURCE, "دیروز به Oslo رفتم."]


def test_a_stand_in_that_is_lost_is_not_used_and_other_hypotheses_are_looked_through() -> None:
    answers = {SOURCE: "I went to Kosakestan yesterday.", "دیروز به Oslo رفتم.": "Yesterday I went to Norway."}
    others = {SOURCE: ["I went there yesterday.", "I went to Kazakhstan yesterday.", "Kazakhstan was yesterday."]}
    engine = Scripted(answers, others)
    (found,) = decode(engine, [SOURCE], TERMS)
    assert found.hypothesis.text == "I went to Kazakhstan yesterday."
    assert found.terms == ()
    assert engine.asked[-1] == f"others {SOURCE}"
    assert len(engine.asked) == 3


def test_a_hypothesis_with_more_faults_is_not_taken_for_its_term() -> None:
    answers = {SOURCE: "I went to Kosakestan yesterday.", "دیروز به Oslo رفتم.": "Oslo yesterday yesterday yesterday"}
    engine = Scripted(answers, {SOURCE: ["Kazakhstan"]})
    (found,) = decode(engine, [SOURCE], TERMS)
    assert found.hypothesis.text == "I went to Kosakestan yesterday."


def test_fewer_missing_terms_are_better() -> None:
    masked = "Oslo روادید خواست."
    engine = Scripted({BOTH: "They wanted a paper.", masked: "Oslo wanted a paper."})
    (found,) = decode(engine, [BOTH], TERMS)
    assert found.hypothesis.text == "Kazakhstan wanted a paper."
    assert engine.asked == [BOTH, "Oslo Lima خواست.", masked, f"others {masked}", "روادید"]


def test_what_is_still_missing_is_flagged_in_the_paragraph_and_what_was_put_in_is_noted() -> None:
    engine = Scripted(
        {
            SOURCE: "I went to Kosakestan yesterday.",
            "دیروز به Oslo رفتم.": "Yesterday I went to Oslo.",
            "روادید نبود.": "There was no paper.",
            "Oslo نبود.": "It was not.",
            "قزاقستان دور است.": "It is far away.",
            "Oslo دور است.": "It is far.",
        }
    )
    texts = [SOURCE, "روادید نبود.", f"{SOURCE} قزاقستان دور است."]
    job = Job(Memory("x"), tuple(Unit(f"t{number}", text) for number, text in enumerate(texts, 1)))
    prepare([job])
    translate(todo([job]), Local(engine, TERMS), lambda _: None)
    found = [job.memory.lookup(unit) for unit in job.units]
    told = [flags.of(unit.source, item, TERMS) for unit, item in zip(job.units, found, strict=True)]
    assert [TERM in flag for flag in told] == [False, True, False]
    assert [item.flags for item in found] == [(), (), ()]
    assert {item.state for item in found} == {State.MACHINE}
    assert found[2].text == "Yesterday I went to Kazakhstan. It is far away."
    assert job.memory.dump().count("#. terms: Kazakhstan\n") == 2


class Told(Scripted):
    """An engine that notes what it is told before it translates."""

    def look_around(self, around: Callable[[str], SentencePlace | None]) -> None:
        self.asked.append(f"around {around(YEAR)}")

    def begin(self, shards: Sequence[Sequence[str]]) -> None:
        self.asked.append(f"begin {shards}")


def test_every_engine_is_told_of_the_neighbours_and_of_the_work_before_it_begins() -> None:
    engine = Told({})
    team = Local(engine, TERMS)
    team.look_around(lambda sentence: SentencePlace(sentence, 3))
    assert list(team.run([])) == []
    assert engine.asked == [f"around {SentencePlace(YEAR, 3)}"], "there is nothing to begin with"
    list(team.run([["نه."], ["آری."]]))
    assert engine.asked[1:3] == ["begin [['نه.'], ['آری.']]", "نه."]


LEFT_OUT = Hypothesis("", 0.0, 0, left_out=True)


class Refusing(Scripted):
    """An engine that refuses some sentences, each at the first, at the second (careful) or at both attempts."""

    def __init__(self, answers: dict[str, str], first: Sequence[str] = (), second: Sequence[str] = ()) -> None:
        super().__init__(answers)
        self.first, self.second = first, second

    def translate(self, sentences: Sequence[str], *, careful: bool = False) -> list[Hypothesis]:
        refused = self.second if careful else self.first
        found = super().translate(sentences, careful=careful)
        return [LEFT_OUT if sentence in refused else one for sentence, one in zip(sentences, found, strict=True)]


YEAR = "در ۱۳۵۷ آمدم."
FAULTY = "the the the the the 1400 ..."


def test_a_refusal_never_replaces_an_answer() -> None:
    engine = Refusing({YEAR: FAULTY}, second=[YEAR])
    (found,) = decode(engine, [YEAR], TERMS)
    assert engine.asked == [YEAR, f"careful {YEAR}"]
    assert found.hypothesis.text == FAULTY
    assert len(found.flags) > len(flags.of_pair(YEAR, "")), "it would be replaced if flags alone were counted"


def test_an_answer_replaces_a_refusal_whatever_is_wrong_with_it() -> None:
    (found,) = decode(Refusing({YEAR: FAULTY}, first=[YEAR]), [YEAR], TERMS)
    assert (found.hypothesis.text, found.hypothesis.left_out) == (FAULTY, False)


def left_out(engine: Scripted, *sources: str) -> int:
    """Return how many sentences of paragraphs are told to be left out."""
    job = Job(Memory("x"), tuple(Unit(f"t{number}", text) for number, text in enumerate(sources, 1)))
    prepare([job])
    told: list[Done] = []
    translate(todo([job]), Local(engine, TERMS, shard=1), lambda _: None, told.append)
    assert [done.left_out for done in told] == sorted(done.left_out for done in told)
    return told[-1].left_out


def test_only_sentences_that_nothing_is_had_of_are_counted_as_left_out() -> None:
    masked, name = "دیروز به Oslo رفتم.", "قزاقستان"
    answers = {YEAR: FAULTY, SOURCE: "I went there."}
    assert left_out(Refusing(answers, first=[masked, name], second=[YEAR]), YEAR, SOURCE) == 0
    assert left_out(Refusing(answers, first=[YEAR]), YEAR, SOURCE) == 0
    assert left_out(Refusing(answers, first=[YEAR, "نه."], second=[YEAR, "نه."]), YEAR, f"نه. {YEAR}", SOURCE) == 2


def test_other_hypotheses_of_the_real_engine(engine: ModelEngine, pairs: list[tuple[str, str]]) -> None:
    source, target = pairs[3]
    several, bare = engine.alternatives([source, "؟"])
    assert several[0].text == target
    assert 1 < len(several) <= 4
    assert [found.log_probability for found in several] == sorted(
        (found.log_probability for found in several), reverse=True
    )
    assert [found.text for found in bare] == ["?"]
    long = " ".join(["من هم از شما سپاسگزارم؛"] * 12)
    assert engine.alternatives([long])[0][0] == engine.translate([long])[0]
