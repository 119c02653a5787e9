"""The words of the interface: all that the scripts ask for, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from goftogu.serve.review import queue, words
from goftogu.translation.memory.entry import CUT_OFF, State
from goftogu.translation.quality import flags

STATIC = Path(words.__file__).with_name("static")
SOURCES = {file.name: file.read_text(encoding="utf-8") for file in STATIC.iterdir()}


def asked() -> set[str]:
    """Return the names of words that the scripts and the page ask for, as far as they are written out."""
    found: set[str] = set()
    for text in SOURCES.values():
        found |= set(re.findall(r'\bsay\("([\w-]+)"', text))
        found |= set(re.findall(r'data-(?:word|label)="([\w-]+)"', text))
        found |= set(re.findall(r'\b(?:part|key)\("([\w-]+)"', text))
        found |= set(re.findall(r'", "([a-z-]+)"\]', text))
    return found


def test_every_word_that_is_asked_for_is_there() -> None:
    assert len(asked()) > 40
    assert asked() - words.WORDS.keys() == set()


def test_every_word_that_is_there_is_asked_for() -> None:
    text = "\n".join(SOURCES.values())
    chosen = {*queue.SHOWN, "letters", *map(str, State), *(f"order-{name}" for name in queue.ORDERS)}
    unused = {name for name in words.WORDS if f'"{name}"' not in text} - chosen
    assert unused == set()


def test_filters_states_and_orders_have_their_words() -> None:
    shown = {*queue.SHOWN, *(f"order-{name}" for name in queue.ORDERS), *map(str, State)} - {"original"}
    assert shown - words.WORDS.keys() == set()


def test_every_flag_has_its_words() -> None:
    assert {*flags.RULES, flags.EMPTY, flags.TERM, CUT_OFF, "marks"} == words.FLAGS.keys()


@pytest.mark.parametrize("part", ["words", "flags"])
def test_both_languages_have_the_same_words_with_the_same_values(part: str) -> None:
    english, persian = words.said("en")[part], words.said("fa")[part]
    assert english.keys() == persian.keys()
    for name, text in english.items():
        assert persian[name] != text, name
        assert re.search("[آ-ی]", persian[name]), name
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", persian[name])), name


def test_nothing_is_made_of_markup_and_nothing_runs_that_is_written_in_the_page() -> None:
    for name, text in SOURCES.items():
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", text), (
            name
        )
    page = SOURCES["workbench.html"]
    assert re.findall(r"<script(?![^>]*\ssrc=)|\son\w+=|style=|javascript:", page) == []


def test_what_the_page_needs_is_there() -> None:
    page = SOURCES["workbench.html"]
    for path in re.findall(r'(?:src|href)="/([\w.]+)"', page):
        assert path in SOURCES or path == "icon.svg"
    for text in SOURCES.values():
        for path in re.findall(r'from "\./([\w.]+)"', text):
            assert path in SOURCES
