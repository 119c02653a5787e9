"""The ways into an archive: what is most spoken of, how much there is, and nothing that leads nowhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.edition import Edition
from goftogu.index.indexing import Mention
from goftogu.model import Language
from goftogu.pages import front
from goftogu.pages.front import Way
from tests import sample_site
from tests.archives import Archive


def edition(held: Archive, language: Language = Language.EN) -> Edition:
    return Edition(held.listing, language)


def ways(held: Archive, language: Language = Language.EN, here: str = "en/index.html") -> dict[str, Way]:
    found = front.ways(edition(held, language), here, front.counts(held.listing))
    return {way.section: way for way in found}


def page(held: Archive, path: str) -> str:
    return held.rendered(whole=False, wanted=path.__eq__)[path]


def text(found: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", found).split())


def test_people_who_speak_come_before_those_who_are_spoken_of() -> None:
    held = sample_site.interview()
    alone = replace(held, speakers={label: replace(item, organisation="") for label, item in held.speakers.items()})
    mention = Mention("radio", "sea", "x-t3", "t4", "t4.1", 0, 3, 4)
    often = {"sea": sample_site.findings("sea")._replace(people=(mention,) * 1001)}
    assert ways(replace(sample_site.archive(alone), findings=often))["people"].names == ("Azad Sarv", "The Radio")
    assert ways(replace(sample_site.archive(), findings=often))["people"].names == ("The Radio", "Azad Sarv")


def test_topics_come_by_how_often_an_exchange_is_about_them() -> None:
    assert ways(sample_site.archive())["topics"].names == ("Trade", "The sea")
    assert ways(sample_site.archive(), Language.FA, "index.html")["topics"].href == "fa/topics/index.html"
    held = sample_site.archive()
    found = sample_site.findings("sea")
    entries = tuple(item for item in found.entries if item.topic == "sea")
    assert ways(replace(held, findings={"sea": found._replace(entries=entries)}))["topics"].names == ("The sea",)


def test_a_way_in_shows_three_names() -> None:
    known = sample_site.vocabulary()
    topics = {f"x{number}": replace(known.topics["nature"], id=f"x{number}") for number in range(2)}
    found = sample_site.findings("sea")
    entries = (*found.entries, *(found.entries[0]._replace(topic=name) for name in topics))
    held = sample_site.archive().changed(vocabulary=replace(known, topics={**known.topics, **topics}))
    held = replace(held, findings={"sea": found._replace(entries=entries)})
    assert ways(held)["topics"].names == ("Trade", "The sea", "Nature")


@pytest.mark.parametrize(
    ("language", "days", "span"),
    [
        (Language.EN, ("2025-12-13",), (2025,)),
        (Language.FA, ("2025-12-13",), (1404,)),
        (Language.EN, ("2025-12-13", "2019-02-01", "2021-02-01"), (2019, 2025)),
        (Language.FA, ("", ""), ()),
    ],
)
def test_time_is_told_in_the_calendar_of_the_language(
    language: Language, days: tuple[str, ...], span: tuple[int]
) -> None:
    held = sample_site.archive(*(sample_site.interview(f"talk-{at}", day) for at, day in enumerate(days)))
    assert ways(held, language)["chronology"].span == span


def test_nothing_leads_to_an_empty_list() -> None:
    bare = sample_site.findings("sea")._replace(entries=(), people=(), places=(), dates=())
    undated = replace(sample_site.interview(date=""), speakers={})
    held = replace(sample_site.archive(replace(undated, turns=(), exchanges=())), findings={"sea": bare})
    assert ways(held) == {}


def test_counts_are_of_what_the_lists_have() -> None:
    held = sample_site.archive()
    for found in (held, replace(held, findings={"sea": sample_site.findings("sea")._replace(entries=(), places=())})):
        shown = front.counts(found.listing)
        assert shown == {"interviews": 1, "people": 2, "topics": 3, "places": 1, "chronology": 1}
        listed = {section: page(found, f"en/{section}/index.html") for section in ("people", "topics", "places")}
        links = {section: set(re.findall(r'href="((?!index)[\w-]+\.html)"', text)) for section, text in listed.items()}
        assert {section: len(hrefs) for section, hrefs in links.items()} == {
            section: shown[section] for section in links
        }
    assert sum(front.counts(held.changed(vocabulary=Vocabulary()).site).values()) == 0


def test_the_index_and_the_front_page_tell_the_same_counts() -> None:
    found = page(sample_site.archive(), "en/a-z/index.html").partition('class="ways"')[2].partition("</nav>")[0]
    assert re.findall(r'(\w+) <span class="count">(\d+)</span>', found) == [
        ("Topics", "3"),
        ("People", "2"),
        ("Places", "1"),
        ("Chronology", "1"),
    ]


@pytest.mark.parametrize(
    ("path", "counts", "time"),
    [
        ("en/index.html", "1 interview 2 names 3 topics 1 place", "Time Interviews from 2025, 1 date mentioned"),
        ("fa/index.html", "۱ گفت‌وگو ۲ نام ۳ موضوع ۱ مکان", "زمان گفت‌وگوهای سال ۱۴۰۴، اشاره به ۱ تاریخ"),
    ],
)
def test_a_front_page_says_what_is_inside(path: str, counts: str, time: str) -> None:
    found = page(sample_site.archive(), path)
    assert text(found.partition('class="meta counts">')[2].partition("</p>")[0]) == counts
    assert time in text(found.partition('class="ways-in"')[2].partition("</nav>")[0])


def test_the_door_says_it_in_both_languages_below_both_ways_in() -> None:
    found = page(sample_site.archive(), "index.html")
    assert found.rindex('class="enter"') < found.index('class="inside"')
    assert "1 interview" in text(found)
    assert "۱ گفت‌وگو" in text(found)


def test_years_from_and_to() -> None:
    held = sample_site.archive(sample_site.interview("a", "2019-02-01"), sample_site.interview("b", "2025-12-13"))
    assert "Interviews from 2019 to 2025, 1 date mentioned" in text(page(held, "en/index.html"))
    assert "گفت‌وگوهای سال‌های ۱۳۹۷ تا ۱۴۰۴" in text(page(held, "fa/index.html"))
