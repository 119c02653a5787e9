from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.transcripts.formats import subtitles
from goftogu.transcripts.formats.document import Refused

FIXTURES = Path(__file__).parents[3] / "fixtures" / "formats"


def _read(text: str) -> list[tuple[int, str, str, str]]:
    return [(piece.line, piece.time, piece.speaker, piece.text) for piece in subtitles.read(text, "a").pieces]


def test_cues_of_one_voice_are_joined_and_keep_their_time() -> None:
    found = subtitles.read((FIXTURES / "bakery.vtt").read_text(encoding="utf-8"), "bakery.vtt")
    assert [(piece.time, piece.speaker, piece.text) for piece in found.pieces] == [
        ("0:00:01", "سپهر", "سلام. نان را از کی می‌پزید؟"),
        ("0:00:06", "نانوا", "از نه‌سالگی. مادرم یادم داد."),
        ("0:00:12", "سپهر", "دلتان تنگ می‌شود؟"),
        ("0:00:12", "نانوا", "برای صف، بله & برای بوی آرد."),
    ]
    assert found.structured


def test_cues_without_a_voice_are_joined_to_sentences() -> None:
    found = subtitles.read((FIXTURES / "ferry.srt").read_text(encoding="utf-8"), "ferry.srt")
    assert [(piece.line, piece.time, piece.text) for piece in found.pieces] == [
        (1, "0:00:01", "مجری: چند سال روی آب بوده‌اید؟"),
        (3, "0:00:05", "کاوه: چهل سال و چند ماه."),
        (4, "0:00:07", "از توفان بگویید."),
        (4, "0:00:07", "سکان شکست."),
        (5, "0:00:20", "تا صبح"),
        (6, "0:00:30", "پارو زدیم"),
    ]
    assert not found.structured


def test_a_label_begins_a_paragraph_and_a_verb_before_a_colon_does_not() -> None:
    cues = ["(موسیقی)", "مجری: چند سال", "روی آب بودید", "کاوه: ده سال", "پدرم می‌گفت: نرو", "او هم گفت: نرو"]
    text = "".join(f"00:0{number}.000 --> 00:0{number}.900\n{cue}\n\n" for number, cue in enumerate(cues))
    assert [said for _, _, _, said in _read(f"WEBVTT\n\n{text}")] == [
        "(موسیقی)",
        "مجری: چند سال روی آب بودید",
        "کاوه: ده سال پدرم می‌گفت: نرو او هم گفت: نرو",
    ]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("no subtitles", "form of subtitles", 0),
        ("WEBVTT\n\n00:09.000 --> 00:10.000\nالف\n\n00:02.000 --> 00:03.000\nب\n", "cue 2 begins at 0:00:02", 2),
        ("WEBVTT\n\n00:09.000 --> 00:08.000\nالف\n", "cue 1 ends before", 1),
        ("WEBVTT\n\n00:01.000 -> 00:02.000\nالف\n", "times of a cue", 3),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nالف\n\n00:0x --> 00:03.000\nب\n", "times of a cue", 6),
    ],
)
def test_subtitles_that_are_refused(text: str, message: str, line: int) -> None:
    with pytest.raises(Refused, match=message) as refused:
        subtitles.read(text, "a.vtt")
    assert refused.value.line == line


def test_long_speech_is_parted() -> None:
    cues = "".join(f"00:{number:02}.000 --> 00:{number:02}.900\n{'واژه ' * 30}\n\n" for number in range(1, 9))
    assert len(_read("WEBVTT\n\n" + cues)) == 2


def test_two_people_in_a_cue_have_their_dashes_taken_off_and_are_not_joined() -> None:
    srt = (
        "1\n00:00:01,000 --> 00:00:03,000\n- چاه را کی کندند\n– پدربزرگم\n\n2\n00:00:03,100 --> 00:00:05,000\nبا دست\n"
    )
    assert _read(srt) == [
        (1, "0:00:01", "", "چاه را کی کندند"),
        (1, "0:00:01", "", "پدربزرگم با دست"),
    ]


def test_one_dash_in_a_cue_is_text() -> None:
    assert _read("1\n00:00:01,000 --> 00:00:03,000\n- چاه\nو قنات\n") == [(1, "0:00:01", "", "- چاه و قنات")]
    assert _read("1\n00:00:01,000 --> 00:00:03,000\n- چاه\n") == [(1, "0:00:01", "", "- چاه")]


def test_a_tag_that_is_written_out_is_text() -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:03.000\nبالای <i>نامه</i> نوشته بود &lt;باغ&gt; و &lt;b&gt;\n"
    assert _read(vtt) == [(1, "0:00:01", "", "بالای نامه نوشته بود <باغ> و <b>")]


def test_the_name_of_a_voice_is_written_as_its_text_is() -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v علی &amp; رضا &lt;۲&gt;>باغ\n"
    assert _read(vtt) == [(1, "0:00:01", "علی & رضا <۲>", "باغ")]


@pytest.mark.parametrize(
    "text",
    [
        "1\n00:00:01,000 --> 00:00:02,000\nچرا؟\n",
        "\n\n12 \n0:01.000 --> 0:02.000\nچرا؟\n",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nچرا؟\n",
        "WEBVTT - باغ\n",
    ],
)
def test_subtitles_are_known_by_their_beginning(text: str) -> None:
    assert subtitles.are_subtitles(text)


@pytest.mark.parametrize(
    "text", ["", "1\nچرا؟\n", "WEBVTTX\n", "پرسش: چرا؟\n\n1\n00:00:01,000 --> 00:00:02,000\n", "1\n00:00:01 - چرا؟\n"]
)
def test_a_text_with_numbers_or_times_is_none(text: str) -> None:
    assert not subtitles.are_subtitles(text)


def test_a_single_caption_with_a_name_tells_who_speaks() -> None:
    cue = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n"
    assert subtitles.read(f"{cue}<v راد>باغ", "a.vtt").structured
    assert not subtitles.read(f"{cue}باغ", "a.vtt").structured
