"""Whatever an extension does, a problem names it."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.extensions import loading
from goftogu.extensions.discovery import ENGINES, EXPORTS, Extension
from goftogu.extensions.loading import ExtensionError
from goftogu.locale.message import Message
from goftogu.problems import Severity
from tests import extensions

WORDS = Extension(EXPORTS, "words", "counting:WORDS", "house", "1.0")
HINT = "pip uninstall house"


def test_the_object_of_an_entry_point_is_loaded(tmp_path: Path) -> None:
    extensions.install(tmp_path, {"counting.py": "class Deep:\n    inner = 7\n"}, {})
    with extensions.installed(tmp_path):
        assert loading.load(WORDS._replace(value="counting:Deep.inner")) == 7
        assert loading.load(WORDS._replace(value="counting:Deep.inner [fast]")) == 7


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("", "absent:WORDS", "ModuleNotFoundError: No module named 'absent'"),
        ("", "counting:WORDS", "AttributeError: module 'counting' has no attribute 'WORDS'"),
        ("", "not a module", "ValueError: invalid format: 'not a module'"),
        ("x = 1 / 0", "counting:x", "ZeroDivisionError: division by zero (counting.py:1)"),
        ("\ndef x(:", "counting:x", "SyntaxError: "),
        ("raise SystemExit(3)", "counting:x", "SystemExit: 3 (counting.py:1)"),
        ("raise RuntimeError", "counting:x", "RuntimeError (counting.py:1)"),
        ("raise RuntimeError('a\\n  b\\x1b[31mc')", "counting:x", "RuntimeError: a b [31mc (counting.py:1)"),
    ],
)
def test_what_cannot_be_loaded_is_named(tmp_path: Path, text: str, value: str, told: str) -> None:
    extensions.install(tmp_path, {"counting.py": text}, {})
    with extensions.installed(tmp_path), pytest.raises(ExtensionError) as raised:
        loading.load(WORDS._replace(value=value))
    problem = raised.value.problem
    assert problem.message.startswith(f"export “words” of house 1.0: it cannot be loaded: {told}")
    assert (problem.code, problem.severity) == ("E001", Severity.ERROR)
    assert HINT in problem.hint


def test_a_file_of_entry_points_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ExtensionError, match=r"entry_points\.txt cannot be read: no key") as raised:
        loading.load(WORDS._replace(name="", value="no key"))
    assert raised.value.problem.code == "E001"


def test_a_failure_tells_what_it_was_working_on() -> None:
    with pytest.raises(ExtensionError) as raised, loading.guarded(WORDS, "content/interviews/azar.md"):
        raise KeyError("t7")
    problem = raised.value.problem
    assert problem.code == "E003"
    assert problem.path == "content/interviews/azar.md"
    assert problem.message.startswith("export “words” of house 1.0: it fails: KeyError: 't7' (test_loading.py:")
    assert isinstance(raised.value.__cause__, KeyError)


def test_a_fault_that_is_named_already_is_passed_on() -> None:
    known = ExtensionError(loading.failure(WORDS, Message("it is tired"), "a"))
    with pytest.raises(ExtensionError) as raised, loading.guarded(WORDS._replace(name="outer")):
        raise known
    assert raised.value is known
    assert known.problem.path == "a"


def test_a_person_who_stops_the_program_is_no_fault_of_an_extension() -> None:
    with pytest.raises(KeyboardInterrupt), loading.guarded(WORDS):
        raise KeyboardInterrupt


def test_each_kind_has_its_name() -> None:
    engine = Extension(ENGINES, "lexicon", "x:y", "house", "1.0")
    assert loading.clash(engine, Message("why")).message == "engine “lexicon” of house 1.0: why"
    assert loading.clash(engine, Message("why")).code == "E002"
    assert HINT in loading.clash(engine, Message("why")).hint
    assert HINT in loading.failure(engine, Message("why")).hint


def test_a_fault_that_has_no_file_names_none() -> None:
    with pytest.raises(ExtensionError) as raised, loading.guarded(WORDS):
        raise ValueError("no")
    assert (raised.value.problem.path, raised.value.problem.line) == ("", 0)
    known = loading.failure(WORDS, Message("it is tired"))
    assert (known.path, known.line) == ("", 0)
