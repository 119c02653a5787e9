from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from goftogu.edition.catalogue import CATALOGUE, pair
from goftogu.edition.messages import Interface, UntranslatedError
from goftogu.model import Bilingual, Language
from goftogu.pages import render, untranslated
from goftogu.persian.dates import calendar
from tests import sites

TEMPLATES = Path(__file__).parents[3] / "templates"
FA = Interface(Language.FA, {"Topics": ("موضوع‌ها",), pair("%(n)s thing", "%(n)s things"): ("یک چیز", "%(n)s چیز")})
EN = Interface(Language.EN, FA.catalogue)
_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


@pytest.fixture(scope="module")
def entries() -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for entry in polib.pofile(str(TEMPLATES / CATALOGUE))}


def _used() -> Iterator[untranslated.MessageUse]:
    for file in TEMPLATES.rglob("*.jinja"):
        yield from untranslated.uses(render.environment(), file.read_text(encoding="utf-8"))


def _handed() -> Iterator[ast.Call]:
    """Yield where the program marks a text that it hands to a template."""
    for module in sorted((sites.ROOT / "goftogu").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "InterfaceMessage":
                yield node


def test_every_text_that_the_program_hands_to_a_template_is_written_out() -> None:
    found = [call.args for call in _handed()]
    assert found
    assert all(isinstance(item, ast.Constant) and isinstance(item.value, str) for (item,) in found)


def test_every_string_is_translated_and_no_entry_is_stale(entries: dict[str, polib.POEntry]) -> None:
    handed = {(item.value,) for call in _handed() for item in call.args if isinstance(item, ast.Constant)}
    used = {(use.message, use.plural) if use.plural else (use.message,) for use in _used()} | handed
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


def test_a_text_in_both_languages_needs_no_catalogue() -> None:
    held = Bilingual("گفت‌وگوها", "Talks")
    assert (FA.gettext(held), EN.gettext(held)) == ("گفت‌وگوها", "Talks")


def test_a_message_without_persian_is_never_said_in_english_on_a_persian_page() -> None:
    with pytest.raises(UntranslatedError, match="Unknown") as raised:
        FA.gettext("Unknown")
    assert (raised.value.message, raised.value.plural) == ("Unknown", "")
    assert EN.gettext("Unknown") == "Unknown"


@pytest.mark.parametrize(
    ("number", "persian", "english"),
    [(0, "یک چیز", "%(n)s things"), (1, "یک چیز", "%(n)s thing"), (2, "%(n)s چیز", "%(n)s things")],
)
def test_messages_about_numbers(number: int, persian: str, english: str) -> None:
    assert FA.ngettext("%(n)s thing", "%(n)s things", number) == persian
    assert EN.ngettext("%(n)s thing", "%(n)s things", number) == english


@pytest.mark.parametrize(
    ("singular", "plural"), [("%(n)s cat", "%(n)s cats"), ("%(n)s thing", "things"), ("Topics", "x")]
)
def test_a_message_about_numbers_needs_both_forms(singular: str, plural: str) -> None:
    with pytest.raises(UntranslatedError) as raised:
        FA.ngettext(singular, plural, 2)
    assert (raised.value.message, raised.value.plural) == (singular, plural)
    assert EN.ngettext(singular, plural, 2) == plural


def test_numbers_and_dates_have_the_digits_of_the_language() -> None:
    date = calendar.parse("2025-12-13")
    assert (FA.number(1234), EN.number(1234)) == ("۱٬۲۳۴", "1,234")
    assert FA.date(date) == "۲۲ آذر ۱۴۰۴ (۱۳ دسامبر ۲۰۲۵)"
    assert EN.date(date) == "13 December 2025 (22 Azar 1404)"


def test_names_for_templates() -> None:
    assert FA.names()["direction"] == "rtl"
    assert [ui.names()["other_language"] for ui in (FA, EN)] == ["en", "fa"]
    assert FA.names()["directions"] == EN.names()["directions"] == {"fa": "rtl", "en": "ltr"}
    assert EN.names()["language"] == "en"
