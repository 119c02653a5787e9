"""Changes of the program as a newcomer would make them, each after its recipe: nothing goes stale by them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import newcomer
from tests.newcomer import Change

TURNS: Change = {
    "goftogu/edition/outline.py": [
        ("    english: Mapping[str, Translation]\n", "    english: Mapping[str, Translation]\n    spoken: int\n"),
        ("        english={unit.id", "        spoken=len(interview.turns),\n        english={unit.id"),
    ],
    "goftogu/pages/list_entries.py": [
        ("    lines: Markup\n", "    lines: Markup\n    spoken: int\n"),
        ("    return Work(\n", "    return Work(\n        spoken=interview.spoken,\n"),
    ],
    "templates/parts.html.jinja": [("{{ facts(item) }}", "{{ facts(item) }} [{{ number(item.spoken) }}]")],
}
"""The number of turns of an interview, in every list of interviews."""

FINDINGS: Change = {
    "goftogu/index/indexing.py": [
        (
            "    problems: tuple[Problem, ...]\n\n    def",
            "    problems: tuple[Problem, ...]\n    turns: int = 0\n\n    def",
        ),
        (
            "            tuple(problems),\n",
            "            tuple(problems),\n            len(interview.turns),\n",
        ),
    ],
    "goftogu/edition/site.py": [
        ("    card: bool = False\n", "    card: bool = False\n    turns: int = 0\n"),
        (
            "        return replace(site, index=",
            "        turns = sum(found.turns for _, found in listed)\n        return replace(site, turns=turns, index=",
        ),
    ],
    "goftogu/pages/years.py": [('        "newest": [', '        "turns": edition.site.turns,\n        "newest": [')],
    "templates/interviews.html.jinja": [("{% block main %}", "{% block main %}[{{ number(turns) }}]")],
}
"""A new field of what the index has of an interview, shown above the list of interviews."""

SECOND = "\nمینا راد: خداحافظ.\n{: #t91 }\n"


def shown(site: dict[str, bytes]) -> int:
    """Return the sum of the numbers in square brackets in the list of interviews."""
    return sum(map(int, re.findall(r"\[(\d+)\]", site["en/interviews/index.html"].decode())))


@pytest.mark.parametrize("change", [TURNS, FINDINGS], ids=["a column of a list", "a field of the findings"])
def test_what_a_list_shows_more_is_never_stale(tmp_path: Path, change: Change) -> None:
    program = newcomer.copy(tmp_path / "program")
    newcomer.edit(program, change)
    root = newcomer.archive(program, tmp_path / "archive")
    before = newcomer.build(program, root)
    interview = root / "content/interviews/well.md"
    interview.write_text(interview.read_text(encoding="utf-8") + SECOND, encoding="utf-8")
    after = newcomer.build(program, root)
    assert shown(after) == shown(before) + 1
    assert newcomer.build_from_nothing(program, root) == after
