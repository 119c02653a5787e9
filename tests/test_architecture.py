"""``docs/architecture.md`` is a true map: what it names is there, what is there it names, and its recipes work."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests import newcomer, sites
from tests.newcomer import Change

TEXT: Final = (sites.ROOT / "docs/architecture.md").read_text(encoding="utf-8")
PACKAGE: Final = sites.ROOT / "goftogu"

_NAMED: Final = re.compile(r"`([^`\n]+)`")
_PATH: Final = re.compile(r"(?:docs|goftogu|templates|tests)/[\w./-]*|[\w-]+\.(?:md|jinja)")
_DOTTED: Final = re.compile(r"(?:goftogu|bench)(?:\.\w+)+")
_WING: Final = re.compile(r"^\| `(?P<wing>[\w/]+)` \| [^|]+ \| (?P<modules>[^|]+) \|$", re.MULTILINE)
_RECIPE: Final = re.compile(r"^### (?P<title>An? .+)\n(?P<text>[\s\S]+?)(?=^##)", re.MULTILINE)
_STEP: Final = re.compile(r"^\d\. `(?P<path>[^`]+)`", re.MULTILINE)

WINGS: Final = TEXT.partition("Every other folder")[2]
NAMES: Final = frozenset(_NAMED.findall(TEXT))
RECIPES: Final = {match["title"]: match["text"] for match in _RECIPE.finditer(TEXT)}
BASE: Final = "base.html.jinja"


def modules(folder: Path) -> set[str]:
    """Return the modules of a folder of the program."""
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


def wings() -> Iterator[str]:
    """Yield every folder of the program that has modules."""
    for path in sorted(PACKAGE.rglob("__init__.py")):
        wing = path.parent.relative_to(PACKAGE).as_posix()
        if wing != "." and modules(path.parent):
            yield wing


def test_every_path_exists() -> None:
    paths = {name for name in NAMES if _PATH.fullmatch(name)} - {BASE, "CONTRIBUTING.md"}
    assert len(paths) > 30
    assert [path for path in sorted(paths) if not (sites.ROOT / path).exists()] == []
    assert (sites.ROOT / "templates" / BASE).exists()


@pytest.mark.parametrize("name", sorted(name for name in NAMES if _DOTTED.fullmatch(name)))
def test_every_dotted_name_exists(name: str) -> None:
    assert pkgutil.resolve_name(name) is not None


def test_the_map_has_every_module_of_the_ground_floor() -> None:
    table = TEXT.partition("The ground floor is")[2].partition("Every other folder")[0]
    named = {name for row in re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE) for name in _NAMED.findall(row)}
    assert named == modules(PACKAGE)


def test_the_map_has_every_wing_with_all_its_modules() -> None:
    named = {match["wing"]: set(_NAMED.findall(match["modules"])) for match in _WING.finditer(WINGS)}
    assert named == {wing: modules(PACKAGE / wing) for wing in wings()}


def test_every_wing_says_what_it_is() -> None:
    for wing in wings():
        assert importlib.import_module("goftogu." + wing.replace("/", ".")).__doc__, wing


@pytest.mark.parametrize("title", sorted(RECIPES))
def test_every_recipe_has_steps_and_a_test(title: str) -> None:
    assert _STEP.search(RECIPES[title])
    assert re.search(r"\bTest: .*`tests/", RECIPES[title])


def test_there_is_a_recipe_for_each_usual_change() -> None:
    assert list(RECIPES) == [
        "A page",
        "A front-matter key",
        "An export",
        "A topic rule",
        "A half-space rule",
        "A command",
        "A problem code",
        "A format of the archive",
        "A column of a list",
    ]


_FA: Final = "templates/locale/fa.po"
_FIRST: Final = 'msgid "Interview"\n'

KEY: Change = {
    "goftogu/transcripts/header.py": [
        ('        "date": Date(),\n', '        "date": Date(),\n        "shelf": _LINE,\n')
    ],
    "goftogu/content/details.py": [
        ("    date: DateValue | None = None\n", '    date: DateValue | None = None\n    shelf: str = ""\n')
    ],
    "goftogu/pages/interview.py": [
        ('        "held": interview.date,\n', '        "held": interview.date,\n        "shelf": interview.shelf,\n')
    ],
    "templates/interview.parts.html.jinja": [
        (
            "<h1>{{ title }}</h1>\n",
            "<h1>{{ title }}</h1>\n{% if shelf %}\n<p>{{ _('Shelf:') }} {{ shelf }}</p>\n{% endif %}\n",
        )
    ],
    _FA: [(_FIRST, f'msgid "Shelf:"\nmsgstr "قفسه:"\n\n{_FIRST}')],
}
"""A key ``shelf`` in the front matter, shown below the title."""

_MODULE: Final = '''"""The number of words of an interview."""

from goftogu.edition.material import Material


def words(given: Material) -> bytes:
    """Count the words."""
    return b"%d" % sum(len(unit.record.split()) for unit in given.interview.units())
'''
_LINE: Final = '    Download("words", "words.txt", "exports.words:words", InterfaceMessage("Number of words")),\n'

EXPORT: Change = {
    "goftogu/exports/words.py": [("", _MODULE)],
    "goftogu/exports/downloads.py": [('    Download("tsv",', f'{_LINE}    Download("tsv",')],
    _FA: [(_FIRST, f'msgid "Number of words"\nmsgstr "شمار واژه‌ها"\n\n{_FIRST}')],
}
"""A download with the number of words."""


@pytest.mark.parametrize(("title", "change"), [("A front-matter key", KEY), ("An export", EXPORT)])
def test_a_change_takes_the_files_that_its_recipe_names(title: str, change: Change) -> None:
    steps = [step["path"].replace("<name>", "words") for step in _STEP.finditer(RECIPES[title])]
    assert steps == list(change)


def test_a_new_key_of_the_front_matter_is_shown_and_never_stale(tmp_path: Path) -> None:
    program = newcomer.copy(tmp_path / "program")
    newcomer.edit(program, KEY)
    root = newcomer.archive(program, tmp_path / "archive")
    before = newcomer.build(program, root)
    newcomer.edit(root, {"content/interviews/well.md": [("---\n", "---\nshelf: ب ۱۲ <i>\n")]})
    after = newcomer.build(program, root)
    changed = {path for path in after if after[path] != before.get(path)}
    pages = {f"{language}/well.html" for language in ("fa", "en", "both")} & changed
    assert len(pages) == 3
    assert "<p>قفسه: ب ۱۲ &lt;i&gt;</p>" in after["fa/well.html"].decode()
    assert newcomer.build_from_nothing(program, root) == after


def test_a_new_export_is_made_linked_and_never_stale(tmp_path: Path) -> None:
    program = newcomer.copy(tmp_path / "program")
    newcomer.edit(program, EXPORT)
    root = newcomer.archive(program, tmp_path / "archive")
    before = newcomer.build(program, root)
    page = before["fa/well.html"].decode()
    assert "well.words.txt" in page
    assert "شمار واژه‌ها" in page
    newcomer.edit(root, {"content/interviews/well.md": [("مینا راد: **پدرم**", "مینا راد: آری **پدرم**")]})
    after = newcomer.build(program, root)
    assert int(after["data/well.words.txt"]) == int(before["data/well.words.txt"]) + 1
    assert newcomer.build_from_nothing(program, root) == after
