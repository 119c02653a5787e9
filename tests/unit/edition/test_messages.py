from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from jinja2 import nodes

from goftogu.edition.messages import CATALOGUE, Interface, read_catalogue
from goftogu.model import Language
from goftogu.pages import render
from goftogu.persian.dates import calendar
from tests import sites

TEMPLATES = Path(__file__).parents[3] / "templates"
FA = Interface(Language.FA, {"Topics": ("موضوع‌ها",), "%(n)s thing": ("یک چیز", "%(n)s چیز")})
EN = Interface(Language.EN, FA.catalogue)
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def _messages() -> Iterator[tuple[str, ...]]:
    """Yield every message of the templates: one string, or singular and plural."""
    environment = render._environment([TEMPLATES], None)
    for file in TEMPLATES.rglob("*.jinja"):
        for call in environment.parse(file.read_text(encoding="utf-8")).find_all(nodes.Call):
            if _called(call) in {"_", "gettext", "ngettext"}:
                yield tuple(item.value for item in call.args if isinstance(item, nodes.Const))


def _called(call: nodes.Call) -> str:
    match call.node:
        case nodes.Name(name=name) | nodes.Getattr(attr=name):
            return str(name)
    return ""


@pytest.fixture(scope="module")
def entries() -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for entry in polib.pofile(str(TEMPLATES / CATALOGUE))}


def _handed() -> Iterator[ast.Call]:
    """Yield where the program marks a text that it hands to a template."""
    for module in sorted((sites.ROOT / "goftogu").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message":
                yield node


def test_every_text_that_the_program_hands_to_a_template_is_written_out() -> None:
    found = [call.args for call in _handed()]
    assert found
    assert all(isinstance(item, ast.Constant) and isinstance(item.value, str) for (item,) in found)


def test_every_string_is_translated_and_no_entry_is_stale(entries: dict[str, polib.POEntry]) -> None:
    handed = {(item.value,) for call in _handed() for item in call.args if isinstance(item, ast.Constant)}
    used = {*_messages(), *handed} - {()}
    held = {(entry.msgid, entry.msgid_plural) if entry.msgid_plural else (entry.msgid,) for entry in entries.values()}
    assert used == held
    assert [entry.msgid for entry in entries.values() if not entry.translated() or entry.fuzzy] == []


def test_translations_keep_the_placeholders(entries: dict[str, polib.POEntry]) -> None:
    for entry in entries.values():
        wanted = set(_PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        for text in entry.msgstr_plural.values() or [entry.msgstr]:
            assert set(_PLACEHOLDER.findall(text)) == wanted


def test_the_persian_is_edited(entries: dict[str, polib.POEntry]) -> None:
    text = "\n".join(entry.msgstr or entry.msgstr_plural[0] for entry in entries.values())
    assert not re.search("[يك٠-٩0-9,;?]", text)
    assert not re.search(r"\bن?می \w|\w ها\b|\w های\b", text)


def test_messages_are_in_the_language_of_the_interface() -> None:
    assert (FA.gettext("Topics"), EN.gettext("Topics")) == ("موضوع‌ها", "Topics")
    assert FA.gettext("Unknown") == "Unknown"


@pytest.mark.parametrize(
    ("number", "persian", "english"),
    [(0, "یک چیز", "%(n)s things"), (1, "یک چیز", "%(n)s thing"), (2, "%(n)s چیز", "%(n)s things")],
)
def test_messages_about_numbers(number: int, persian: str, english: str) -> None:
    assert FA.ngettext("%(n)s thing", "%(n)s things", number) == persian
    assert EN.ngettext("%(n)s thing", "%(n)s things", number) == english


def test_an_untranslated_message_about_numbers_stays_english() -> None:
    assert FA.ngettext("%(n)s cat", "%(n)s cats", 2) == "%(n)s cats"


def test_numbers_and_dates_have_the_digits_of_the_language() -> None:
    date = calendar.parse("2025-12-13")
    assert (FA.number(1234), EN.number(1234)) == ("۱٬۲۳۴", "1,234")
    assert FA.date(date) == "۲۲ آذر ۱۴۰۴ (۱۳ دسامبر ۲۰۲۵)"
    assert EN.date(date) == "13 December 2025 (22 Azar 1404)"


def test_names_for_templates() -> None:
    assert FA.names()["direction"] == "rtl"
    assert EN.names()["language"] == "en"


def test_the_catalogue_holds_what_is_translated(tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    text = (
        'msgid "a"\nmsgstr "الف"\n\nmsgid "b"\nmsgstr ""\n\nmsgid "c"\nmsgid_plural "d"\nmsgstr[0] "ج"\nmsgstr[1] "د"\n'
    )
    (tmp_path / CATALOGUE).write_text(text, encoding="utf-8")
    assert read_catalogue(tmp_path) == ({"a": ("الف",), "c": ("ج", "د")}, [])


@pytest.mark.parametrize("data", [None, b"\xff", b"nonsense"])
def test_a_catalogue_that_cannot_be_read_is_a_problem(tmp_path: Path, data: bytes | None) -> None:
    (tmp_path / "locale").mkdir()
    if data is not None:
        (tmp_path / CATALOGUE).write_bytes(data)
    catalogue, (problem,) = read_catalogue(tmp_path)
    assert catalogue == {}
    assert problem.code == "P004"
    assert problem.path == f"{tmp_path.name}/{CATALOGUE}"
    assert problem.hint


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('msgid "a"\nmsgstr "b\n', (2, 10)),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgid_plural "d"\nmsgstr[0] "ج"\n', (4, 1)),
        ('msgstr "b"\nmsgctxt "c"\n', (1, 1)),
    ],
)
def test_what_is_wrong_with_the_catalogue_has_its_place(tmp_path: Path, text: str, place: tuple[int, int]) -> None:
    (tmp_path / "locale").mkdir()
    (tmp_path / CATALOGUE).write_text(text, encoding="utf-8")
    catalogue, (problem,) = read_catalogue(tmp_path)
    assert (catalogue, problem.code, problem.line, problem.column) == ({}, "P004", *place)
