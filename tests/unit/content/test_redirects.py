"""What became of interviews that are gone: read, and compared with those that are there."""

from __future__ import annotations

import pytest

from goftogu.content import redirects
from goftogu.content.redirects import Redirects
from goftogu.model import Bilingual
from goftogu.problems import Problems
from tests.collecting import collected

TEXT = """
[renamed]
garden-1 = "garden"
"باغ" = "garden"

[withdrawn.sea]
fa = "به خواست راوی برداشته شد."
en = "Withdrawn at the narrator’s request."
"""


def read(text: str) -> tuple[Redirects, list[str]]:
    found, problems = collected(redirects.read_redirects, text, redirects.FILE)
    return found, [f"{problem.code} {problem.line}" for problem in problems]


def checked(*interviews: str, others: tuple[str, ...] = ()) -> list[str]:
    problems = Problems()
    redirects.check(read(TEXT)[0], interviews, others, problems)
    return [str(problem) for problem in problems]


def test_names_and_reasons_are_read() -> None:
    found, problems = read(TEXT)
    assert problems == []
    assert found.renamed == {"garden-1": "garden", "باغ": "garden"}
    assert found.withdrawn == {"sea": Bilingual("به خواست راوی برداشته شد.", "Withdrawn at the narrator’s request.")}
    assert found.gone == ["garden-1", "باغ", "sea"]
    assert found.lines == {"garden-1": 3, "باغ": 4, "sea": 6}


@pytest.mark.parametrize("text", ["", "[renamed]\n", "# nothing yet\n[withdrawn]\n"])
def test_nothing_may_be_gone(text: str) -> None:
    found, problems = read(text)
    assert (found.gone, problems) == ([], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[renamed]\n'a/b' = 'c'\n", ["S004 2"]),
        ("[renamed]\na = 1\n", ["C004 2"]),
        ("[renamed]\na = 'b'\n[withdrawn.a]\nfa = 'چ'\nen = 'w'\n", ["C008 3"]),
        ("[withdrawn.a]\nfa = 'چ'\n", ["C003 1"]),
        ("[moved]\na = 'b'\n", ["C002 1"]),
        ("[renamed\n", ["C001 1"]),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, expected: list[str]) -> None:
    assert read(text)[1] == expected


def test_the_new_id_must_be_there_and_the_old_ones_must_not() -> None:
    assert checked("garden") == []
    assert checked("garden", "garden-1", others=("sea",)) == [
        "content/redirects.toml:3:1: C007 “garden-1” is still there (delete this entry, or the page)",
        "content/redirects.toml:6:1: C007 “sea” is still there (delete this entry, or the page)",
    ]
    assert checked() == [
        f"content/redirects.toml:{line}:1: C007 “{name}” is renamed to “garden”, which is not there "
        "(name an interview that is published)"
        for line, name in ((3, "garden-1"), (4, "باغ"))
    ]
