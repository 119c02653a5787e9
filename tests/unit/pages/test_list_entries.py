from __future__ import annotations

from dataclasses import replace

import pytest

from goftogu.edition.edition import Edition
from goftogu.edition.outline import Outline, outline
from goftogu.edition.site import ordered
from goftogu.model import Language, Role
from goftogu.pages.list_entries import Work, height, main_topics, most, work
from goftogu.persian.dates.calendar import parse
from tests import sample_site

DATES = {"old": "1357-11-22", "spring": "1404-01-15", "winter": "1403-12-20", "undated": "", "also-undated": ""}
ARCHIVE = sample_site.archive(*(sample_site.interview(name, date) for name, date in DATES.items()))
OLDEST = ARCHIVE.configured(newest_first=False)
FA, EN = (Edition(ARCHIVE.listing, language) for language in Language)


def test_the_newest_come_first_and_those_without_a_date_last() -> None:
    assert [item.id for item in ordered(ARCHIVE.listing)] == ["spring", "winter", "old", "also-undated", "undated"]
    assert [item.id for item in ordered(OLDEST.listing)] == ["old", "winter", "spring", "also-undated", "undated"]


def test_interviews_of_one_day_are_in_the_order_of_their_ids() -> None:
    same = sample_site.archive(*(sample_site.interview(name) for name in ("b", "a", "c")))
    assert [item.id for item in ordered(same.configured(newest_first=False).listing)] == ["a", "b", "c"]
    assert [item.id for item in ordered(same.listing)] == ["c", "b", "a"]


def test_an_entry_has_what_lists_show() -> None:
    item = outline(sample_site.interview(), {})
    found = work(EN, "en/interviews/index.html", item)
    assert found == Work(
        href="../sea.html",
        title=found.title,
        date=parse("2025-12-13"),
        day="2025-12-13",
        people=(EN.words("Azad Sarv"),),
        lines=EN.words(""),
        brief="13 December 2025",
        turns=4,
        duration="",
        topics=(),
    )
    spoken = work(FA, "fa/index.html", outline(sample_site.interview(), {}), lines=True)
    assert (spoken.href, spoken.lines) == ("sea.html", "دربارهٔ تجارت و دریا.")
    undated = work(FA, "fa/index.html", replace(item, date=None, lede=None), lines=True)
    assert (undated.date, undated.day, undated.lines) == (None, "", "")


def test_a_site_that_has_an_index_knows_what_an_interview_is_about_most() -> None:
    spring = next(item for item in ARCHIVE.listing.interviews if item.id == "spring")
    assert [topic.en for topic in main_topics(ARCHIVE.listing, "spring")] == ["Trade", "The sea"]
    assert list(map(str, work(FA, "fa/index.html", spring).topics)) == ["تجارت", "دریا"]
    assert main_topics(ARCHIVE.listing.showing([spring]), "gone") == []


def test_entries_tell_a_duration_and_a_brief_date_in_the_language_of_the_list() -> None:
    item = replace(outline(sample_site.interview(), {}), duration=4350, date=parse("1978"))
    shown = [work(edition, "fa/index.html", item) for edition in (FA, EN)]
    assert [(entry.brief, entry.duration) for entry in shown] == [
        ("۱۳۵۶–۱۳۵۷", "۱ ساعت و ۱۲ دقیقه و ۳۰ ثانیه"),
        ("1978", "1 hour 12 minutes 30 seconds"),
    ]


def test_long_titles_and_names_make_entries_higher() -> None:
    item = outline(sample_site.interview("spring"), {})
    long = replace(item, title=replace(item.title, reading="دریا " * 20))
    assert height(FA, long) > height(FA, item) > most(item) - 1
    assert most(long) > most(item)


def guests(label: str) -> Outline:
    """Return an interview that no index knows, with one guest of this name."""
    item = outline(sample_site.interview("gone"), {})
    guest = next(speaker for speaker in item.speakers.values() if speaker.role == Role.INTERVIEWEE)
    return replace(item, speakers={label: replace(guest, label=label, person="")})


@pytest.mark.parametrize(("letters", "lines"), [(12, 1), (13, 2), (54, 2), (55, 3)])
def test_a_line_of_42_characters_has_28_for_date_and_turns_and_two_after_each_name(letters: int, lines: int) -> None:
    item = guests("م" * letters)
    assert height(FA, item) == most(item) == 19 + 27 + lines * 26


@pytest.mark.parametrize(("letters", "lines"), [(41, 2), (42, 3)])
def test_topics_take_room_as_names_do(letters: int, lines: int) -> None:
    assert height(FA, replace(guests("م" * letters), id="spring")) == 19 + 27 + lines * 26


def test_an_entry_names_at_most_three_topics() -> None:
    known = ARCHIVE.site.vocabulary
    names = {f"x{number}": replace(known.topics["sea"], id=f"x{number}") for number in range(2)}
    first = ARCHIVE.findings["spring"]
    entries = (*first.entries, *(first.entries[0]._replace(topic=name) for name in names))
    held = replace(ARCHIVE, findings={**ARCHIVE.findings, "spring": first._replace(entries=entries)})
    held = held.changed(vocabulary=replace(known, topics={**known.topics, **names}))
    assert [topic.en for topic in main_topics(held.listing, "spring")] == ["Trade", "The sea", "The sea"]


def test_only_names_that_are_shown_make_an_entry_higher() -> None:
    item = outline(sample_site.interview("spring"), {})
    told = {label: replace(speaker, label=label, person="") for label, speaker in item.speakers.items()}
    guest = next(speaker for speaker in told.values() if speaker.role == Role.INTERVIEWEE)
    nobody = replace(item, speakers={"پاسخ": replace(guest, label="پاسخ")})
    long = replace(item, speakers={"نام": replace(guest, label="نام " * 30)})
    assert height(FA, nobody) == height(FA, replace(item, speakers={}))
    assert height(FA, long) > height(FA, nobody)
