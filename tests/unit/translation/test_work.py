"""What ``translate`` opens, and what it knows without opening it."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest

from goftogu.problems import Problem, Problems
from goftogu.transcripts.archive import ArchiveReader
from goftogu.translation import work
from goftogu.translation.chat import asking as chat_asking
from goftogu.translation.chat.service import KEY, Service
from goftogu.translation.engine import terminology
from goftogu.translation.engine.modelled import ModelEngine
from goftogu.translation.engine.workers import Means
from goftogu.translation.memory import reading, store, survey
from goftogu.translation.memory.entry import State
from goftogu.translation.memory.memory import Unit
from goftogu.translation.memory.store import MemoryUse, Outcome, Request
from goftogu.translation.packages import installed as installed_packages
from goftogu.translation.packages.installed import InstalledPackage
from goftogu.translation.work import Selection
from tests import models, sites
from tests.models import Model, chat_means

FRONT = "---\ntitle: {title}\nspeakers:\n  الف: {{role: interviewer}}\n  ب: {{role: interviewee}}\n---\n"
TALKS = {"azar": slice(1, 5), "bahar": slice(5, 9), "chah": slice(9, 12)}


@pytest.fixture
def root(tmp_path: Path, pairs: list[tuple[str, str]]) -> Path:
    """An archive with three interviews of sentences that the tiny package knows."""
    made = sites.make(tmp_path / "archive")
    (made / "content/interviews/river.md").unlink()
    for name, part in TALKS.items():
        write(made, name, [persian for persian, _ in pairs[part]], title=pairs[part.start + 14][0])
    return made


def write(root: Path, name: str, sentences: list[str], title: str) -> None:
    turns = [
        f"{'ب' if number % 2 == 0 else 'الف'}: {text}\n{{: #t{number} }}" for number, text in enumerate(sentences, 1)
    ]
    text = FRONT.format(title=f'"{title}"') + "\n\n".join(turns) + "\n"
    (root / f"content/interviews/{name}.md").write_text(text, encoding="utf-8")


@pytest.fixture
def means(installed: InstalledPackage) -> Means:
    return Means(installed.path.parent)


class Opened:
    """Notes which memories are read, and which sentences the engine gets."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.memories: list[str] = []
        self.sentences: list[str] = []
        read, translate = reading.read_memory, ModelEngine.translate

        def reads(root: Path, path: str, problems: Problems) -> object:
            self.memories.append(Path(path).stem)
            return read(root, path, problems)

        def translates(engine: ModelEngine, sentences: list[str], *, careful: bool = False) -> object:
            self.sentences += sentences
            return translate(engine, sentences, careful=careful)

        patch.setattr(reading, "read_memory", reads)
        patch.setattr(ModelEngine, "translate", translates)

    def take(self) -> tuple[set[str], list[str]]:
        """Return what was opened since it was asked last."""
        found = set(self.memories), self.sentences
        self.memories, self.sentences = [], []
        return found


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Opened:
    return Opened(monkeypatch)


def run(
    root: Path, means: Means, *ids: str, refresh: bool = False, strict: bool = False, **paragraphs: frozenset[str]
) -> tuple[Outcome | None, list[Problem]]:
    problems = Problems()
    reader = ArchiveReader(root, problems)
    every = reader.paths(problems)
    paths = reader.paths(problems, ids)
    selection = Selection(paths, is_whole=len(paths) == len(every), is_strict=strict)
    request = Request(MemoryUse.KEEP, means, refresh, paragraphs)
    return work.translate(root, reader, selection, request, problems), list(problems)


def done(root: Path, means: Means, *ids: str, **paragraphs: frozenset[str]) -> Outcome:
    outcome, problems = run(root, means, *ids, refresh=False, strict=False, **paragraphs)
    assert problems == []
    assert outcome is not None
    assert not outcome.unfinished
    return outcome


def memory(root: Path, name: str) -> Path:
    return root / store.path_of(name)


def test_what_has_not_changed_is_not_opened(root: Path, means: Means, seen: Opened) -> None:
    first = done(root, means)
    assert first.states[State.MACHINE] == 14
    assert seen.take()[0] == set(TALKS)
    assert done(root, means).states == first.states
    assert seen.take() == (set(), [])


def test_only_what_has_changed_is_opened(root: Path, means: Means, seen: Opened, pairs: list[tuple[str, str]]) -> None:
    done(root, means)
    seen.take()
    write(root, "bahar", [persian for persian, _ in pairs[12:14]], pairs[0][0])
    assert done(root, means).states[State.MACHINE] == 12
    assert seen.take()[0] == {"bahar"}
    text = memory(root, "chah").read_text(encoding="utf-8")
    memory(root, "chah").write_text(text.replace("#, fuzzy\n", "", 1), encoding="utf-8")
    assert done(root, means).states[State.REVIEWED] == 1
    assert seen.take() == ({"chah"}, [])
    assert "#. approved: " in memory(root, "chah").read_text(encoding="utf-8")


def test_changed_settings_open_everything(root: Path, means: Means, seen: Opened) -> None:
    done(root, means)
    seen.take()
    (root / "content/glossary.toml").write_text('"قنات" = ["qanat"]\n', encoding="utf-8")
    done(root, means)
    assert seen.take() == (set(TALKS), [])


def test_an_interview_alone(root: Path, means: Means, seen: Opened) -> None:
    assert done(root, means, "bahar").states[State.MACHINE] == 5
    assert seen.take()[0] == {"bahar"}
    assert not memory(root, "azar").exists()
    assert done(root, means).states[State.MACHINE] == 14
    assert seen.take()[0] == {"azar", "chah"}


def test_a_turn_alone(root: Path, means: Means, seen: Opened) -> None:
    units = [unit.id for unit in reading_units(root, "azar")]
    turn = next(name for name in units if "." in name).partition(".")[0]
    outcome = done(root, means, "azar", azar=frozenset({turn}))
    assert outcome.states[State.MACHINE] == 1
    assert outcome.states[State.MISSING] == 4
    assert len(seen.take()[1]) == 1
    assert done(root, means, "azar").states[State.MISSING] == 0


def reading_units(root: Path, name: str) -> list[Unit]:
    problems = Problems()
    reader = ArchiveReader(root, problems)
    source = reader.source(f"content/interviews/{name}.md", problems)
    assert source is not None
    interview = reader.interview(source, problems)
    assert interview is not None
    return list(store.units(interview))


def test_a_sentence_of_another_interview_costs_nothing_in_a_later_run(
    root: Path, means: Means, seen: Opened, pairs: list[tuple[str, str]]
) -> None:
    done(root, means)
    seen.take()
    write(root, "daftar", [f"{pairs[2][0]} {pairs[6][0]}", f"{pairs[9][0]} {pairs[3][0]}"], pairs[15][0])
    assert done(root, means).states[State.MACHINE] == 17
    names, sentences = seen.take()
    assert sentences == []
    assert names == {"azar", "daftar"}, "the former has the Persian of the title"


def test_english_of_the_same_persian_comes_from_those_that_have_it(
    root: Path, means: Means, pairs: list[tuple[str, str]]
) -> None:
    done(root, means)
    text = memory(root, "azar").read_text(encoding="utf-8")
    english = pairs[2][1]
    memory(root, "azar").write_text(text.replace(english, "As Sara says it."), encoding="utf-8")
    done(root, means)
    write(root, "daftar", [pairs[2][0], pairs[13][0]], pairs[0][0])
    done(root, means)
    found = memory(root, "daftar").read_text(encoding="utf-8")
    assert "As Sara says it." in found
    assert "#. from: azar/" in found


def test_a_fault_of_one_transcript_stops_all_and_is_told_again(root: Path, means: Means) -> None:
    done(root, means)
    (root / "content/interviews/bahar.md").write_text("---\ntitle: x\n---\n", encoding="utf-8")
    for _ in range(2):
        outcome, problems = run(root, means)
        assert outcome is None
        assert {problem.path for problem in problems} == {"content/interviews/bahar.md"}


def test_a_warning_is_told_once_and_always_to_who_is_strict(root: Path, means: Means) -> None:
    file = root / "content/interviews/bahar.md"
    text = file.read_text(encoding="utf-8").replace("speakers:\n", "speakers:\n  پ: {role: other}\n")
    file.write_text(text, encoding="utf-8")
    outcome, problems = run(root, means, strict=True)
    assert (outcome, [problem.code for problem in problems]) == (None, ["T014"])
    outcome, problems = run(root, means)
    assert outcome is not None
    assert [problem.code for problem in problems] == ["T014"]
    assert run(root, means)[1] == []
    assert run(root, means, strict=True)[0] is None


def test_refreshing_opens_what_an_engine_made(root: Path, means: Means, seen: Opened) -> None:
    done(root, means)
    for name in TALKS:
        text = memory(root, name).read_text(encoding="utf-8")
        memory(root, name).write_text(text.replace("fa_en 0.1", "fa_en 0.0"), encoding="utf-8")
    done(root, means)
    seen.take()
    outcome, problems = run(root, means, refresh=True)
    assert problems == []
    assert outcome is not None
    assert seen.take()[0] == set(TALKS)
    assert all("fa_en 0.1" in memory(root, name).read_text(encoding="utf-8") for name in TALKS)


def test_small_groups_do_the_same_as_one(
    root: Path, means: Means, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole = done(root, means).states
    expected = {name: memory(root, name).read_bytes() for name in TALKS}
    for name in TALKS:
        memory(root, name).unlink()
    monkeypatch.setattr(work, "MOST", 3)
    builds = mock.Mock(wraps=terminology.build)
    monkeypatch.setattr(terminology, "build", builds)
    assert done(root, means).states == whole
    assert builds.call_count == 1, "not for each group"
    assert {name: memory(root, name).read_bytes() for name in TALKS} == expected


def asking(model: Model, host: str = "") -> Means:
    """Return means to ask a language model, at another machine if a host is given."""
    service = Service(f"https://{host}/v1" if host else model.address, "tiny")
    return Means(engine="chat", chat=chat_means(service))


@pytest.fixture
def groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each interview be a group of its own, and nobody wait."""
    monkeypatch.setattr(work, "MOST", 1)
    monkeypatch.setattr(chat_asking, "sleep", lambda _: None)
    monkeypatch.delenv(KEY, raising=False)


@pytest.mark.usefixtures("groups")
def test_a_model_that_gives_up_is_not_asked_for_the_next_group(root: Path) -> None:
    sentences = [f"جملهٔ {'ا' * number}." for number in range(1, 15)]
    for name in TALKS:
        write(root, name, [f"{text[:-1]} {name}." for text in sentences], name)
    with models.serving(lambda _: models.answer("What a lovely day!\nAnd so on.")) as model:
        outcome, problems = run(root, asking(model))
    assert outcome is not None
    assert (outcome.stopped, outcome.unfinished, outcome.origin) == (True, True, "")
    assert [(problem.code, problem.message) for problem in problems] == [
        ("A016", "tiny does not answer as it is asked to")
    ]
    assert not [line for asked in model.asked for line in asked.lines if line.endswith(("bahar.", "chah."))]
    assert outcome.states[State.MISSING] == 45
    assert all(memory(root, name).exists() for name in TALKS), "they are in step all the same"


@pytest.mark.usefixtures("groups")
def test_consent_is_asked_for_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with models.serving(models.dictionary({})) as model:
        outcome, problems = run(root, asking(model, "models.example.org"))
    assert outcome is not None
    assert (outcome.stopped, outcome.origin, [problem.code for problem in problems]) == (True, "", ["A015"])
    assert capsys.readouterr().err.count("letters go to models.example.org") == 1
    assert not model.asked


@pytest.mark.usefixtures("groups")
def test_sentences_that_are_left_out_do_not_stop_the_next_group(root: Path, pairs: list[tuple[str, str]]) -> None:
    bad = pairs[2][0]
    usual = models.dictionary(dict(pairs))
    with models.serving(lambda asked: models.answer("") if bad in asked.lines else usual(asked)) as model:
        outcome, problems = run(root, asking(model))
    assert outcome is not None
    assert (outcome.stopped, outcome.unfinished, outcome.origin) == (False, True, "engine: tiny")
    assert [(problem.code, problem.message) for problem in problems] == [
        ("A016", "1 sentence could not be had from tiny")
    ]
    assert (outcome.states[State.MACHINE], outcome.states[State.MISSING]) == (13, 1)


@pytest.mark.usefixtures("groups")
def test_without_an_engine_memories_are_in_step_and_nothing_is_done_of_the_rest(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[Path | None] = []
    monkeypatch.setattr(installed_packages, "choose", lambda _: searched.append(None))
    outcome, problems = run(root, Means(tmp_path / "none"))
    assert (len(searched), problems) == (1, [])
    assert outcome is not None
    assert (outcome.stopped, outcome.unfinished, outcome.states[State.MISSING]) == (True, True, 14)
    assert all(memory(root, name).exists() for name in TALKS)


def test_a_damaged_cache_is_made_again(root: Path, means: Means, seen: Opened) -> None:
    done(root, means)
    for file in (root / survey.FOLDER).iterdir():
        file.write_bytes(b"damaged")
    seen.take()
    assert done(root, means).states[State.MACHINE] == 14
    assert seen.take()[0] == set(TALKS)
    done(root, means)
    assert seen.take()[0] == set()
