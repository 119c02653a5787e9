"""What pages may show of an interview that is not their own, and which names change with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pytest

from goftogu.build import abstracts, shelf
from goftogu.build.abstracts import Abstract
from goftogu.content.settings import SiteConfig
from goftogu.edition.site import Site
from goftogu.index.indexing import Findings
from goftogu.model import Interview
from goftogu.translation.memory.entry import State
from tests import sample_site

TALK: Final = sample_site.interview()
ALL: Final = set(Abstract._fields)


def made(
    talk: Interview = TALK, *, state: State = State.DRAFT, findings: Findings | None = None, url: str = ""
) -> Abstract:
    site = sample_site.site(talk, translations=sample_site.english(state), url=url)
    held: Site = replace(site, findings={"sea": findings}) if findings else site
    return abstracts.make(held, held.interviews[0], shelf.light(held.interviews[0]))


def changed(before: Abstract, after: Abstract) -> set[str]:
    return {name for name in ALL if getattr(before, name) != getattr(after, name)}


def with_turn(number: int, text: str) -> Interview:
    turns = list(TALK.turns)
    turns[number] = replace(turns[number], paragraphs=(sample_site.paragraph(f"t{number + 1}.1", text),))
    return replace(TALK, turns=tuple(turns))


CHANGES: Final[Mapping[str, tuple[Abstract, set[str]]]] = {
    "nothing": (made(), set()),
    "a question": (made(with_turn(0, "تجارت کم می‌شود؟")), {"lines", "words"}),
    "the title": (made(replace(TALK, title=sample_site.paragraph("title", "دریا"))), {"outline", "words"}),
    "the date": (made(sample_site.interview(date="2024-01-02")), {"outline", "words"}),
    "the state of its English": (made(state=State.REVIEWED), {"outline", "states"}),
    "the address of the site": (made(url="https://example.org/"), {"feed"}),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_shows_in_the_names_of_what_shows_it(what: str) -> None:
    after, names = CHANGES[what]
    assert changed(made(), after) == names


def test_a_heading_that_stands_elsewhere_in_the_same_turn_changes_no_outline() -> None:
    held = sample_site.findings("sea")
    moved = held._replace(entries=tuple(entry._replace(start=entry.start + 1) for entry in held.entries))
    fewer = held._replace(entries=held.entries[1:])
    assert "outline" not in changed(made(), made(findings=moved))
    assert "outline" in changed(made(), made(findings=fewer))


def test_an_archive_without_an_address_has_no_feeds() -> None:
    assert SiteConfig().url == made().feed == ""
    assert made(url="https://example.org/").feed
