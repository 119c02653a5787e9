from __future__ import annotations

import dataclasses

from markupsafe import Markup

from goftogu.edition.recordings import MediaFacts
from goftogu.edition.shapes import Shape
from goftogu.model import Language
from goftogu.pages import playing
from goftogu.pages.passage import Passage
from tests.materials import material
from tests.recordings import recorded, timed

HERE = "fa/river.html"
VIDEO = (
    recorded("river.mp4", label=("فیلم گفت‌وگو", "Film <1>")),
    recorded(url="https://example.net/b.mp3", offset=90),
)


def test_a_page_without_recordings_has_no_player() -> None:
    assert playing.player(material(), Language.FA, HERE) is None


def test_the_player_of_a_page() -> None:
    found = playing.player(timed(), Language.FA, HERE)
    assert found is not None
    (view,) = found.recordings
    assert (view.href, view.label, view.video) == ("../media/river.mp3", "نوار", False)
    assert (view.offset, view.seconds, view.length, view.tracks) == (0, 62, "۰:۰۱:۰۱", ())
    assert found.sources == "'self'"
    assert (found.script, found.style) == ("../static/player.js", "../static/player.css")


def test_a_film_has_captions_in_the_languages_of_the_text() -> None:
    given = timed(media=VIDEO, facts={"river.mp4": MediaFacts("video/mp4", 80)})
    found = playing.player(given, Language.EN, "en/river.html")
    assert found is not None
    first, second = found.recordings
    assert (first.video, str(first.label), first.length) == (True, "Film &lt;1&gt;", "0:01:20")
    assert [(track.href, track.kind, track.label, track.language, track.usual) for track in first.tracks] == [
        ("../data/river.fa.vtt", "captions", "Persian captions", "fa", False),
        ("../data/river.en.vtt", "subtitles", "English subtitles", "en", True),
    ]
    assert (second.href, second.length, second.tracks) == ("https://example.net/b.mp3", "", ())
    assert found.sources == "'self' https://example.net"


def test_a_film_without_english_has_one_track() -> None:
    found = playing.player(timed(media=VIDEO, facts={}, translations={}), Language.EN, "en/river.html")
    assert found is not None
    assert [(track.language, track.usual) for track in found.recordings[0].tracks] == [("fa", True)]


def test_captions_that_are_not_made_are_not_named() -> None:
    given = timed(media=VIDEO, facts={})
    without = dataclasses.replace(given, config=dataclasses.replace(given.config, downloads=("text",)))
    for each in (without, timed({}, media=VIDEO, facts={})):
        found = playing.player(each, Language.FA, HERE)
        assert found is not None
        assert found.recordings[0].tracks == ()


def test_a_time_plays_from_there_in_the_digits_of_each_language() -> None:
    found = playing.moment(timed().recordings, 8, "river")
    assert found is not None
    assert found.fa == '<a class="time" href="../media/river.mp3#t=8" data-at="8">۰:۰۰:۰۸</a>'
    assert found.en == '<a class="time" href="../media/river.mp3#t=8" data-at="8">0:00:08</a>'


def test_a_time_at_which_nothing_plays_is_plain() -> None:
    for recordings, time in ((timed().recordings, 900), ((), 8)):
        found = playing.moment(recordings, time, "river")
        assert found is not None
        assert found.en.startswith('<span class="time">0:')
    assert playing.moment(timed().recordings, None, "river") is None


def test_an_address_is_escaped() -> None:
    media = (recorded(url="https://example.net/a&b.mp3?x=%22", type="audio/mpeg"),)
    found = playing.moment(timed(media=media, facts={}).recordings, 8, "river")
    assert found is not None
    assert 'href="https://example.net/a&amp;b.mp3?x=%22#t=8"' in found.fa


def test_a_later_paragraph_begins_with_its_time_and_a_list_below_it() -> None:
    (turn,) = [turn for turn in timed({"t2.2": 9}).interview.turns if turn.id == "t2"]
    plain = Shape("p", {"lang": "ckb"}, Markup("متن"))
    bullets = Shape("ul", {}, Markup("<li>یک</li>"))
    shown = tuple(
        Passage(unit.id, Markup("متن"), Markup("Text"), "reviewed", shapes=(shape, None))
        for unit, shape in zip(turn.paragraphs, (plain, plain), strict=True)
    )
    first, second = playing.timed(shown, turn, timed().recordings, "river")
    assert first is shown[0]
    assert second.block("fa").startswith(
        '<p lang="ckb"><a class="time" href="../media/river.mp3#t=9" data-at="9">۰:۰۰:۰۹</a>'
    )
    assert second.en.startswith('<a class="time"')
    listed = (shown[0], dataclasses.replace(shown[1], shapes=(bullets, bullets)))
    _, second = playing.timed(listed, turn, timed().recordings, "river")
    assert second.block("fa").endswith("</a> <ul><li>یک</li></ul></div>")
    assert "0:00:09</a> <ul>" in second.block("en")
