"""The Persian of the program: every message of the source has one, and nothing else is in the catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from goftogu.locale import persian
from goftogu.locale.message import PLACEHOLDER, Message
from goftogu.problems import CODES
from tests import sites

SOURCES = sorted({*(sites.ROOT / "goftogu").rglob("*.py")} - {sites.ROOT / "goftogu/locale/message.py"})
_WORDS = re.compile(r"[^\W\d_]|[“”;?]")
_HEADER = ("Plural-Forms", "nplurals=1; plural=0;")


def calls(source: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls that make a message, by the name of what is called."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"Message", "plural"}:
            yield node.func.id, node


def templates(source: Path) -> Iterator[tuple[str, str]]:
    """Yield the templates of a module, each with its plural or nothing; those without words need no Persian."""
    for name, call in calls(source):
        text = call.args[-1]
        assert isinstance(text, ast.Constant), f"{source.name}:{call.lineno}: a message is written out"
        assert isinstance(text.value, str)
        if name == "plural":
            yield f"{{count:,}} {text.value}", f"{{count:,}} {text.value}s"
        elif _WORDS.search(PLACEHOLDER.sub("", text.value)):
            yield text.value, ""


def placeholders(text: str) -> set[str]:
    """Return the placeholders of a template, with their forms."""
    return {found[0] for found in PLACEHOLDER.finditer(text)}


@pytest.fixture(scope="module")
def entries() -> list[polib.POEntry]:
    return list(polib.pofile(str(persian.CATALOGUE)))


def test_every_message_has_its_persian_and_no_entry_is_stale(entries: list[polib.POEntry]) -> None:
    used = {template for source in SOURCES for template in templates(source)}
    assert len(used) > 700
    assert {(entry.msgid, entry.msgid_plural) for entry in entries} == used


def test_no_entry_is_there_twice_or_unfinished(entries: list[polib.POEntry]) -> None:
    names = [entry.msgid for entry in entries]
    assert len(names) == len(set(names))
    assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete or not _persian(entry)] == []


def test_the_persian_has_the_placeholders_of_the_english(entries: list[polib.POEntry]) -> None:
    for entry in entries:
        assert placeholders(_persian(entry)) == placeholders(entry.msgid), entry.msgid


def test_every_placeholder_of_a_message_gets_a_value() -> None:
    for source in SOURCES:
        for name, call in calls(source):
            if name == "Message" and len(call.args) == 1 and call.keywords:
                text, given = call.args[0], {keyword.arg for keyword in call.keywords}
                assert isinstance(text, ast.Constant)
                assert isinstance(text.value, str)
                wanted = {found["name"] for found in PLACEHOLDER.finditer(text.value)}
                assert given in (wanted, wanted - {"goftogu"}), f"{source.name}:{call.lineno}"


def test_the_persian_keeps_paths_options_and_commands(entries: list[polib.POEntry]) -> None:
    piece = re.compile(r"(?<![\w{])(?:--[a-z][\w-]*|[\w/]+\.(?:md|txt|toml|po|docx|srt|json)\b|pip install [^;]+)")
    for entry in entries:
        for kept in piece.findall(entry.msgid):
            assert kept in _persian(entry), entry.msgid


def test_the_persian_is_edited(entries: list[polib.POEntry]) -> None:
    text = "\n".join(PLACEHOLDER.sub("x", _persian(entry)) for entry in entries)
    assert re.findall("[يك٠-٩ۀ“”]", text) == []
    assert re.findall(r"(?<![\w‌])ن?می \w+|\w+ ها\b|\w+ های\b|\w+ تر\b|\w+ ترین\b", text) == []
    assert re.findall(r"[\u0600-\u06ff][,;?]|\s[،؛؟]|[،؛؟](?=[^\s»)])", text) == []
    assert re.findall(r"\u200c(?=[\s.،؛:!؟»)]|$)|(?<=[\s«(])\u200c|\u200c\u200c", text, re.MULTILINE) == []
    assert text.count("«") == text.count("»")
    assert text.count("(") == text.count(")")


def test_the_header_says_that_a_noun_has_one_form() -> None:
    assert _HEADER in polib.pofile(str(persian.CATALOGUE)).metadata.items()


def test_the_title_of_every_code_has_a_persian() -> None:
    for code in CODES.values():
        assert isinstance(code.title, Message)
        assert persian.say(code.title, isolated=False) != code.title


def _persian(entry: polib.POEntry) -> str:
    return str(entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr)
