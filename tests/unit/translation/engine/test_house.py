"""House engines: how they are chosen and loaded, and what they may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.extensions.discovery import ENGINES
from goftogu.extensions.loading import ExtensionError
from goftogu.problems import Problems
from goftogu.translation.engine import house, workers
from goftogu.translation.engine.processors import SHARD, Processors
from goftogu.translation.engine.protocol import SentencePlace, Translator
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.engine.workers import Means
from tests import extensions

MODULE = """
from goftogu.translation.engine.protocol import Hypothesis, Translator

class Lexicon(Translator):
    origin = "lexicon 1.0"

    def __init__(self, root):
        self.words = {"آب": "water", "باغ": root.name}

    def translate(self, sentences, *, careful=False):
        return [Hypothesis(self.words.get(text, "?") + "!" * careful, -0.5, 1) for text in sentences]
"""
SOUND = "return [Hypothesis('x', 0.0, 1) for _ in sentences]"


def load(folder: Path, text: str = MODULE, value: str = "lexicon:Lexicon", name: str = "lexicon") -> Translator | str:
    """Load an engine of a module; return the code and the message of what is wrong with it."""
    extensions.install(folder, {"lexicon.py": text}, {ENGINES: {"lexicon": value}})
    problems = Problems()
    with extensions.installed(folder):
        found = house.load(name, Path("garden"), problems)
    return found or " ".join(f"{problem.code} {problem.message}" for problem in problems)


def engine(folder: Path, body: str, more: str = "pass") -> Translator:
    """Return an engine whose ``translate`` has a body."""
    text = (
        f"{MODULE}\n\nclass Faulty(Lexicon):\n    def translate(self, sentences, *, careful=False):\n        {body}\n"
    )
    found = load(folder, f"{text}    def alternatives(self, sentences):\n        {more}\n", "lexicon:Faulty")
    assert not isinstance(found, str), found
    return found


def test_an_engine_is_loaded_with_the_folder_of_the_project(tmp_path: Path) -> None:
    found = load(tmp_path)
    assert not isinstance(found, str)
    assert found.origin == "engine: lexicon 1.0"
    assert [one.text for one in found.translate(["باغ", "آب", "در"])] == ["garden", "water", "?"]
    assert [one.text for one in found.translate(["آب"], careful=True)] == ["water!"]
    assert [[one.text for one in some] for some in found.alternatives(["آب", "در"])] == [["water"], ["?"]]


def test_an_engine_may_look_around_and_refuse_to_begin(tmp_path: Path) -> None:
    more = """pass

    def look_around(self, around):
        self.words["آب"] = around("آب").interview

    def begin(self, shards):
        raise ValueError(f"{len(shards)} are too many")
"""
    found = engine(tmp_path, "return [Hypothesis(self.words[one], 0.0, 1) for one in sentences]", more)
    found.look_around(lambda _: SentencePlace("azar", 0))
    assert [one.text for one in found.translate(["آب"])] == ["azar"]
    with pytest.raises(ExtensionError) as raised:
        found.begin([["آب"], ["باغ"]])
    assert raised.value.problem.code == "E003"
    assert "2 are too many" in raised.value.problem.message
    with pytest.raises(ExtensionError):
        found.look_around(lambda _: None)


def test_an_engine_need_not_hear_of_neighbours_and_work(tmp_path: Path) -> None:
    text = """
class Bare:
    origin = "bare 1"

    def translate(self, sentences, *, careful=False):
        return []


def start(root):
    return Bare()
"""
    found = load(tmp_path, text, "lexicon:start")
    assert not isinstance(found, str)
    found.look_around(lambda _: None)
    found.begin([["آب"]])
    assert found.translate([]) == []


def test_an_engine_that_nobody_has_is_a_warning_with_the_nearest_name(tmp_path: Path) -> None:
    problems = Problems()
    extensions.install(tmp_path, {}, {ENGINES: {"lexicon": "x:y"}})
    with extensions.installed(tmp_path):
        assert house.load("lexikon", tmp_path, problems) is None
    (problem,) = problems
    assert (problem.code, problem.message) == ("E004", "the translation engine “lexikon” is not installed")
    assert problem.hint == "did you mean “lexicon”?"


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("", "lexicon:Lexicon", "E001 engine “lexicon” of house 1.0: it cannot be loaded: AttributeError"),
        ("x = 3", "lexicon:x", "E001 engine “lexicon” of house 1.0: it must be a function that returns an engine"),
        ("def x(root): return 1 / 0", "lexicon:x", "E003 engine “lexicon” of house 1.0: it fails: ZeroDivisionError"),
        ("def x(): pass", "lexicon:x", "E003 engine “lexicon” of house 1.0: it fails: TypeError"),
        ("def x(root): pass", "lexicon:x", "E001 engine “lexicon” of house 1.0: its “origin” must be a short text"),
        (
            "class x:\n def __init__(self, root): self.origin = 'a\\nb'",
            "lexicon:x",
            "E001 engine “lexicon” of house 1.0",
        ),
        ("class x:\n def __init__(self, root): self.origin = ' '", "lexicon:x", "E001 engine “lexicon” of house 1.0"),
        ("class x:\n def __init__(self, root): self.origin = 9", "lexicon:x", "E001 engine “lexicon” of house 1.0"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, value: str, told: str) -> None:
    found = load(tmp_path, text, value)
    assert isinstance(found, str)
    assert found.startswith(told)


@pytest.mark.parametrize(("letters", "is_short"), [(0, False), (1, True), (100, True), (101, False)])
def test_an_origin_has_up_to_a_hundred_letters(tmp_path: Path, letters: int, is_short: bool) -> None:
    found = load(tmp_path, MODULE.replace("lexicon 1.0", f" {'a' * letters} "))
    assert isinstance(found, str) != is_short
    if not isinstance(found, str):
        assert found.origin == f"engine: {'a' * letters}"


def test_two_engines_of_one_name_clash(tmp_path: Path) -> None:
    for name in ("first", "second"):
        extensions.install(tmp_path / name, {f"{name}.py": MODULE}, {ENGINES: {"lexicon": f"{name}:Lexicon"}}, name)
    problems = Problems()
    with extensions.installed(tmp_path / "first", tmp_path / "second"):
        assert house.load("lexicon", tmp_path, problems) is None
    assert [problem.message for problem in problems] == [
        "engine “lexicon” of second 1.0: another distribution has an engine of this name"
    ]


def test_the_name_of_our_engine_is_taken(tmp_path: Path) -> None:
    extensions.install(tmp_path, {"lexicon.py": MODULE}, {ENGINES: {"argos": "lexicon:Lexicon"}})
    problems = Problems()
    means = Means(tmp_path / "none")
    with extensions.installed(tmp_path), workers.gather(tmp_path, means, Terminology(()), problems) as team:
        assert team is None
    assert [(problem.code, problem.message) for problem in problems] == [
        ("E002", "engine “argos” of house 1.0: Goftogu has an engine of this name")
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("return []", "it gave 0 results for 1 sentence"),
        ("return None", "it fails: TypeError: 'NoneType' object is not iterable (house.py:"),
        ("return ['water']", "it must return a Hypothesis for each sentence, not 'water'"),
        ("return [Hypothesis(7, 0.0, 1)]", "the text of a Hypothesis must be a text, not 7"),
        (
            "return [Hypothesis('x', float('nan'), 1)]",
            "the probability of a Hypothesis must be a finite number, not nan",
        ),
        ("return [Hypothesis('x', 'sure', 1)]", "the probability of a Hypothesis must be a finite number, not 'sure'"),
        ("return [Hypothesis('x', 0.0, -1)]", "the tokens of a Hypothesis are counted, not -1"),
        ("return [Hypothesis('x', 0.0, 1.5)]", "the tokens of a Hypothesis are counted, not 1.5"),
        ("return [Hypothesis('a\\x00b', 0.0, 1)]", "U+0000 is not allowed in a text"),
        ("return [Hypothesis('a\\u202eb', 0.0, 1)]", "U+202E is not allowed in a text"),
        ("return [Hypothesis('a\\nb', 0.0, 1)]", "it gave several lines"),
        ("raise SystemExit(4)", "it fails: SystemExit: 4 (lexicon.py:"),
    ],
)
def test_what_it_says_is_checked(tmp_path: Path, body: str, told: str) -> None:
    with pytest.raises(ExtensionError) as raised:
        engine(tmp_path, body).translate(["آب"])
    assert raised.value.problem.code == "E003"
    assert raised.value.problem.message.startswith(f"engine “lexicon” of house 1.0: {told}")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("return []", "it gave 0 results for 1 sentence"),
        ("return [['water']]", "it must return a Hypothesis for each sentence, not 'water'"),
        ("return 1 / 0", "it fails: ZeroDivisionError: division by zero (lexicon.py:"),
    ],
)
def test_its_alternatives_are_checked_as_well(tmp_path: Path, more: str, told: str) -> None:
    found = engine(tmp_path, SOUND, more)
    assert [one.text for one in found.translate(["آب"])] == ["x"]
    with pytest.raises(ExtensionError) as raised:
        found.alternatives(["آب"])
    assert raised.value.problem.message.startswith(f"engine “lexicon” of house 1.0: {told}")


def test_an_engine_need_not_tell_how_sure_it_is(tmp_path: Path) -> None:
    (found,) = engine(tmp_path, "return [Hypothesis('x', 0, 0)]").translate(["آب"])
    assert (found.text, found.tokens) == ("x", 0)


def test_a_sentence_may_have_any_number_of_alternatives(tmp_path: Path) -> None:
    one = "Hypothesis('x', 0.0, 1)"
    found = engine(tmp_path, SOUND, f"return iter([[], [{one}, {one}]])")
    assert [len(some) for some in found.alternatives(["آب", "باغ"])] == [0, 2]


def test_it_chooses_its_processors_itself_and_goes_on(tmp_path: Path) -> None:
    extensions.install(tmp_path, {"lexicon.py": MODULE}, {ENGINES: {"lexicon": "lexicon:Lexicon"}})
    problems = Problems()
    means = Means(engine="lexicon", processors=Processors(beam=2))
    with extensions.installed(tmp_path), workers.gather(tmp_path, means, Terminology(()), problems) as team:
        assert team is not None
        assert (team.origin, team.shard) == ("engine: lexicon 1.0", SHARD)
    (problem,) = problems
    assert (problem.code, problem.message) == (
        "A014",
        "the engine “lexicon” chooses device, threads, beam and batch itself",
    )
    assert problem.hint.startswith("leave them out")


def test_it_does_not_work_on_a_cluster(tmp_path: Path) -> None:
    problems = Problems()
    means = Means(scheduler="tcp://127.0.0.1:1", engine="lexicon")
    with workers.gather(tmp_path, means, Terminology(()), problems) as team:
        assert team is None
    assert [str(problem) for problem in problems] == [
        "tcp://127.0.0.1:1: A013 the engine “lexicon” translates on this machine only (leave --scheduler out)"
    ]
