from __future__ import annotations

import dataclasses

import pytest

from goftogu.content.recording import Recording
from goftogu.content.settings import SiteConfig
from goftogu.edition import recordings
from goftogu.edition.recordings import MediaFacts, PublishedRecording
from goftogu.model import Bilingual
from tests.materials import interview, paragraph
from tests.recordings import recorded, timed, timed_interview

PAGE = "fa/river.html"
CONFIG = SiteConfig(Bilingual("الف", "A"), url="https://example.org/archive")
LABEL = Bilingual("نوار", "Tape")


def withheld_interview(*media: Recording) -> object:
    made = interview()
    first = dataclasses.replace(made.turns[0], paragraphs=(paragraph("t1.1", "نام او [withheld: نام] بود."),))
    return dataclasses.replace(made, turns=(first, *made.turns[1:]), media=media)


def test_a_recording_has_what_its_file_was_found_to_be() -> None:
    said = (
        recorded("b.mp4", offset=60, type="audio/mp4", duration=5),
        recorded("a\u0627\u0653.mp3", label=("نوار ۱", "Tape 1")),
        recorded(url="https://Media.example.org:8443/a/b.webm", offset=90, duration=30),
    )
    found = recordings.of(timed_interview(media=said), {"b.mp4": MediaFacts("audio/mp4", 12.5)})
    assert found == (
        PublishedRecording("media/aآ.mp3", "", "audio/mpeg", Bilingual("نوار ۱", "Tape 1"), 0, 0),
        PublishedRecording("media/b.mp4", "", "audio/mp4", Bilingual("صدا", "Audio"), 60, 12.5),
        PublishedRecording(
            "", "https://Media.example.org:8443/a/b.webm", "video/webm", Bilingual("فیلم", "Video"), 90, 30
        ),
    )
    assert [item.is_video for item in found] == [False, False, True]
    assert [item.origin for item in found] == ["'self'", "'self'", "https://media.example.org:8443"]
    assert recordings.origins(found) == ("'self'", "https://media.example.org:8443")
    assert recordings.origins(found[2:]) == ("'self'", "https://media.example.org:8443")


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://reader@media.example.org/a.mp3", "https://media.example.org"),
        ("https://reader:word@Media.example.org:8443/a.mp3", "https://media.example.org:8443"),
        ("HTTP://media.example.org/a@b.mp3", "http://media.example.org"),
    ],
)
def test_the_origin_of_an_address_has_neither_a_user_nor_capitals(url: str, origin: str) -> None:
    assert [item.origin for item in recordings.of(timed_interview(media=(recorded(url=url),)), {})] == [origin]


def test_a_duration_that_was_written_counts_where_the_file_does_not_tell_it() -> None:
    said = (recorded("a.webm", duration=40),)
    assert recordings.of(timed_interview(media=said), {"a.webm": MediaFacts("video/webm", 0)})[0].seconds == 40
    assert recordings.of(timed_interview(media=said), {})[0].seconds == 40


@pytest.mark.parametrize(
    ("item", "href", "moment", "address"),
    [
        (
            PublishedRecording("media/نوار ۱.mp3", "", "audio/mpeg", LABEL, 10, 0),
            "../media/%D9%86%D9%88%D8%A7%D8%B1%20%DB%B1.mp3",
            "../media/%D9%86%D9%88%D8%A7%D8%B1%20%DB%B1.mp3#t=2",
            "https://example.org/archive/media/%D9%86%D9%88%D8%A7%D8%B1%20%DB%B1.mp3",
        ),
        (
            PublishedRecording("", "https://example.net/a.mp3?x=1#start", "audio/mpeg", LABEL, -30, 0),
            "https://example.net/a.mp3?x=1#start",
            "https://example.net/a.mp3?x=1#t=42",
            "https://example.net/a.mp3?x=1#start",
        ),
        (
            PublishedRecording("media/a.mp3", "", "audio/mpeg", LABEL, 50, 0),
            "../media/a.mp3",
            "../media/a.mp3#t=0",
            None,
        ),
    ],
)
def test_its_links(item: PublishedRecording, href: str, moment: str, address: str | None) -> None:
    assert item.href(PAGE) == href
    assert item.moment(PAGE, 12) == moment
    assert item.address(CONFIG) == (address or "https://example.org/archive/media/a.mp3")
    if item.path:
        assert item.address(dataclasses.replace(CONFIG, url="")) == item.path


SIDES = (
    PublishedRecording("media/1.mp3", "", "audio/mpeg", LABEL, -5, 60),
    PublishedRecording("media/2.mp3", "", "audio/mpeg", LABEL, 100, 50),
    PublishedRecording("media/2.mp4", "", "video/mp4", LABEL, 100, 50),
    PublishedRecording("media/3.mp3", "", "audio/mpeg", LABEL, 200, 0),
)


@pytest.mark.parametrize(
    ("time", "path"),
    [
        (0, "media/1.mp3"),
        (55, "media/1.mp3"),
        (56, None),
        (99, None),
        (100, "media/2.mp3"),
        (150, "media/2.mp3"),
        (151, None),
        (200, "media/3.mp3"),
        (9999, "media/3.mp3"),
    ],
)
def test_what_plays_at_a_time(time: int, path: str | None) -> None:
    found = recordings.playing(SIDES, time)
    assert (found.path if found else None) == path


def test_nothing_plays_before_the_first_begins() -> None:
    assert recordings.playing(SIDES[1:], 99) is None
    assert recordings.playing((), 0) is None


def test_an_interview_is_timed_when_one_paragraph_is() -> None:
    assert not recordings.is_timed(interview())
    assert recordings.is_timed(timed_interview({"t2.2": 0}))


def test_the_material_has_them_in_the_order_of_the_clock() -> None:
    given = timed(media=(recorded("b.mp3", offset=9), recorded("a.mp3")), facts={})
    assert [item.path for item in given.recordings] == ["media/a.mp3", "media/b.mp3"]
