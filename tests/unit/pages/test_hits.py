"""The places that an entry of the index leads to: what is kept of each, and how a page shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition.edition import Edition
from goftogu.edition.outline import outline
from goftogu.index.topics import Entry, GivenBy, Kind
from goftogu.model import Language
from goftogu.pages import heights, hits
from goftogu.pages.hits import ContextLine, HitList, Item
from goftogu.pages.list_entries import most
from goftogu.pages.pagination import Numbered
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample

SEA = sample.interview()
FINDINGS = sample.findings("sea")
ARCHIVE = sample.archive()
FA, EN = (Edition(ARCHIVE.alone(SEA), language) for language in Language)
OUTLINES = {"sea": outline(SEA, sample.english())}
PLACES = st.tuples(st.sampled_from("abc"), st.sampled_from(Kind))


def entry(interview: str, kind: Kind = Kind.PRIMARY) -> Entry:
    return Entry(interview, "x-t1", "t1", "trade", kind, GivenBy.MATCH, "t1.1", 0, 5, "تجارت", 1)


def shown(edition: Edition, line: ContextLine) -> str:
    item = Item("sea", "t1", 1, 0, about=True)
    (group,) = hits.grouped(edition, "fa/topics/trade.html", HitList(OUTLINES, {"sea": [line]}, [item], 1))
    (hit,) = group.hits
    return str(hit.line)


def test_subjects_of_one_id_have_names_of_their_own() -> None:
    names = {hits.topic("sea"), hits.named("sea", place=False), hits.named("sea", place=True)}
    assert names == {"topic:sea", "person:sea", "place:sea"}


def test_the_persian_line_of_a_hit_is_cut_around_it() -> None:
    lines = hits.by_subject(FA, SEA, FINDINGS)
    assert lines["topic:trade"] == [ContextLine("interviewer", "مجری", "", "تجارت", " چگونه پیش می‌رود؟", english=False)]
    assert lines["person:radio"] == lines["place:coast"]
    assert lines["place:coast"] == [
        ContextLine("interviewee", "آقای سرو", "", "نگه", "داری از دریا با ماست.", english=False)
    ]


def test_every_place_has_a_line_in_the_order_of_the_text() -> None:
    lines = hits.by_subject(FA, SEA, FINDINGS)
    assert list(lines) == ["topic:trade", "topic:sea", "person:radio", "place:coast"]
    assert [line.speaker for line in lines["topic:sea"]] == ["آقای سرو", "مجری"]


def test_what_no_word_shows_has_the_beginning_of_the_turn_without_a_mark() -> None:
    given_by_hand, found = hits.by_subject(FA, SEA, FINDINGS)["topic:sea"]
    assert given_by_hand == ContextLine("interviewee", "آقای سرو", "رشد می‌کند.", "", "", english=False)
    assert found.hit == "دریا"


def test_a_paragraph_that_is_not_there_gives_way_to_the_first() -> None:
    gone = FINDINGS._replace(entries=(FINDINGS.entries[1]._replace(paragraph="t2.9"),))
    assert hits.by_subject(FA, SEA, gone)["topic:sea"][0].before == "رشد می‌کند."


def test_the_english_line_is_the_paragraph_and_marks_nothing() -> None:
    lines = hits.by_subject(EN, SEA, FINDINGS)
    assert lines["topic:trade"] == [ContextLine("interviewer", "مجری", "How is trade going?", "", "", english=True)]


def test_the_english_line_ends_between_two_words() -> None:
    long = {**sample.english(), "t1.1": Translation("How is trade going? " * 20, State.DRAFT, "")}
    edition = Edition(ARCHIVE.site.alone(SEA, long, FINDINGS), Language.EN)
    ((_, _, text, _, _, english),) = hits.by_subject(edition, SEA, FINDINGS)["topic:trade"]
    assert english
    assert len(text) <= 151
    assert text.endswith(("going…", "trade…", "is…", "How…"))


@pytest.mark.parametrize(
    ("english", "shown"), [("a " * 74 + "bc", "a " * 74 + "bc"), ("a " * 75 + "b", "a " * 74 + "a…")]
)
def test_an_english_line_of_150_characters_is_shown_whole(english: str, shown: str) -> None:
    long = {**sample.english(), "t1.1": Translation(english, State.DRAFT, "")}
    edition = Edition(ARCHIVE.site.alone(SEA, long, FINDINGS), Language.EN)
    assert [line.before for line in hits.by_subject(edition, SEA, FINDINGS)["topic:trade"]] == [shown]


def test_what_has_no_english_is_shown_in_persian() -> None:
    edition = Edition(ARCHIVE.site.alone(SEA, {}, FINDINGS), Language.EN)
    (line,) = hits.by_subject(edition, SEA, FINDINGS)["topic:trade"]
    assert line == ContextLine("interviewer", "مجری", "تجارت چگونه پیش می‌رود؟", "", "", english=False)
    assert shown(edition, line) == '<bdi lang="fa" dir="rtl">تجارت چگونه پیش می‌رود؟</bdi>'


def test_a_hit_is_marked_and_no_text_becomes_markup() -> None:
    line = ContextLine("interviewer", "مجری", "<۱> ", "تجارت <۲>", " & ما", english=False)
    assert shown(FA, line) == "&lt;۱&gt; <mark>تجارت &lt;۲&gt;</mark> &amp; ما"
    assert shown(EN, ContextLine("interviewer", "مجری", "<b>", "", "", english=True)) == "&lt;b&gt;"


def test_the_places_of_a_subject_are_counted_in_each_interview() -> None:
    found = hits.items([entry("a"), entry("b", Kind.PASSING), entry("a"), *sample.findings("b").people])
    assert [(item.interview, item.ordinal, item.about) for item in found] == [
        ("a", 0, True),
        ("b", 0, False),
        ("a", 1, True),
        ("b", 1, False),
    ]


@given(st.lists(PLACES))
def test_an_ordinal_leads_back_to_its_place(places: list[tuple[str, Kind]]) -> None:
    made = [entry(name, kind)._replace(number=number) for number, (name, kind) in enumerate(places)]
    of = {name: [place for place in made if place.interview == name] for name in "abc"}
    for place, item in zip(made, hits.items(made), strict=True):
        assert of[item.interview][item.ordinal] == place
        assert (item.number, item.turn, item.about) == (place.number, place.turn, place.kind == Kind.PRIMARY)


@given(st.lists(st.one_of(PLACES, st.just("title of an interview"))))
def test_interviews_are_named_once_in_the_order_of_their_places(found: list[object]) -> None:
    items = [item if isinstance(item, str) else hits.items([entry(*item)])[0] for item in found]  # type: ignore[misc]
    names = [item.interview for item in items if isinstance(item, Item)]
    assert hits.interviews(items) == sorted(set(names), key=names.index)


def test_hits_stand_with_their_interviews() -> None:
    held = [replace(SEA, id=name) for name in ("one", "two")]
    outlines = {item.id: outline(item, sample.english()) for item in held}
    lines = {
        name: [ContextLine("interviewee", "آقای سرو", f"{name} {number}", "", "", english=True) for number in range(3)]
        for name in outlines
    }
    items = [Item("two", "t4", 4, 2, about=True), Item("two", "t2", 2, 0, about=True), Item("one", "t4", 4, 1, True)]
    edition = Edition(ARCHIVE.site.showing(outlines.values()), Language.EN)
    groups = hits.grouped(edition, "en/topics/sea.html", HitList(outlines, lines, items, 10))
    assert [(group.work.href, str(group.work.title)) for group in groups] == [
        ("../two.html", "The President and the Sea"),
        ("../one.html", "The President and the Sea"),
    ]
    assert [[(hit.href, hit.number, str(hit.line)) for hit in group.hits] for group in groups] == [
        [("../two.html#t4", 4, "two 2"), ("../two.html#t2", 2, "two 0")],
        [("../one.html#t4", 4, "one 1")],
    ]
    assert [group.rest for group in groups] == [[], []]
    (first, _), (hit,) = groups[0].hits, groups[1].hits
    assert (first.role, str(first.name), hit.role, str(hit.name)) == ("interviewee", "Azad Sarv") * 2


def test_a_speaker_whose_name_is_not_known_in_english_is_called_by_the_role() -> None:
    line = ContextLine("interviewer", "مجری", "How?", "", "", english=True)
    given = HitList(OUTLINES, {"sea": [line]}, [Item("sea", "t1", 1, 0, True)], 1)
    (hit,) = hits.grouped(EN, "en/topics/trade.html", given)[0].hits
    assert (str(hit.name), hit.role) == ("", "interviewer")


def test_no_places_make_no_groups() -> None:
    assert hits.items([]) == []
    assert hits.interviews([]) == []
    assert hits.grouped(FA, "fa/topics/trade.html", HitList({}, {}, [], 10)) == []


@pytest.mark.parametrize(("openly", "split"), [(10, [(3, 0), (1, 0)]), (2, [(2, 1), (0, 1)]), (-4, [(0, 3), (0, 1)])])
def test_what_is_not_in_sight_is_kept_with_its_interview(openly: int, split: list[tuple[int, int]]) -> None:
    outlines = {name: outline(replace(SEA, id=name), {}) for name in ("one", "two")}
    lines = dict.fromkeys(outlines, [ContextLine("interviewee", "آقای سرو", "دریا", "", "", english=False)] * 3)
    items = [*(Item("one", "t2", 2, place, False) for place in range(3)), Item("two", "t2", 2, 0, False)]
    edition = Edition(ARCHIVE.site.showing(outlines.values()), Language.FA)
    found = hits.grouped(edition, "fa/topics/sea.html", HitList(outlines, lines, items, openly))
    assert [(len(group.hits), len(group.rest)) for group in found] == split


def test_the_first_ten_places_of_all_pages_are_in_sight() -> None:
    place = Item("sea", "t2", 2, 0, False)
    pages = [
        Numbered("a.html", items, 1, 4) for items in (["title"] * 3, ["title", *[place] * 4], [place] * 9, [place])
    ]
    assert [openly for _, openly in hits.in_sight(pages)] == [10, 10, 6, 0]


def test_places_take_room_as_they_are_shown() -> None:
    outlines = {name: outline(replace(SEA, id=name), {}) for name in "abc"}
    items = [
        *(Item("a", "t2", 2, place, False) for place in range(12)),
        *(Item("b", "t2", 2, place, False) for place in range(2)),
    ]
    found = hits.extents(outlines, items)
    title = most(outlines["a"])
    assert [extent.height for extent in found] == [
        title + heights.HIT,
        *[heights.HIT] * 9,
        heights.LINE,
        0,
        title,
        0,
    ]
    assert [extent.rows for extent in found] == [1, *[0] * 11, 1, 0]
    assert [extent.size for extent in found] == [420 + 480, *[480] * 11, 420 + 480, 480]
    assert hits.extents(outlines, []) == []


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (" در *باغ* و ", " در باغ و "),
        ("در **باغ**", "در باغ"),
        ("*باغ* ", "باغ "),
        (" در باغ ", " در باغ "),
        ("[باغ](https://example.org) بود ", "باغ بود "),
        ("", ""),
    ],
)
def test_a_part_of_a_line_loses_its_markup_and_keeps_its_blanks(part: str, expected: str) -> None:
    assert hits._bare(part) == expected
