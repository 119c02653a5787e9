from __future__ import annotations

import dataclasses
import html
import io
from collections.abc import Mapping
from itertools import pairwise

import pytest
import webvtt
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content.recording import Recording
from goftogu.edition.material import Material
from goftogu.exports import captions
from goftogu.model import Language
from goftogu.translation.memory.entry import State, Translation
from tests.materials import interview, paragraph
from tests.recordings import recorded, timed

LONG = "این جمله‌ای است که در یک زیرنویس جا نمی‌شود، چون از دو سطر بلندتر است و باید در جایی میان دو واژه بریده شود."


def spoken(*texts: str, times: Mapping[str, int], english: str = "", media: tuple[Recording, ...] = ()) -> Material:
    """Return an interview of one turn with some paragraphs."""
    made = interview()
    units = tuple(
        dataclasses.replace(paragraph(f"t1.{number}", text), time=times.get(f"t1.{number}"))
        for number, text in enumerate(texts, 1)
    )
    first = dataclasses.replace(made.turns[0], paragraphs=units)
    base = timed(translations={"t1.1": Translation(english, State.REVIEWED, "")} if english else {})
    held = dataclasses.replace(base.interview, turns=(first,), media=media)
    return dataclasses.replace(base, interview=held, media={})


def cues(data: bytes) -> list[tuple[str, str, str]]:
    found = webvtt.from_buffer(io.StringIO(data.decode()), format="vtt").captions
    return [(cue.start, cue.end, html.unescape(cue.text)) for cue in found]


def test_the_persian_captions() -> None:
    data = captions.persian(timed())
    assert data.decode().startswith(
        "WEBVTT\n\nNOTE\nگفت\u200cوگو دربارهٔ «رودخانه»\nhttps://example.org/archive/fa/river.html\nمتن اصلی فارسی"
    )
    assert cues(data) == [
        ("00:00:03.000", "00:00:08.000", "از گفت\u200cوگو با رودخانه چه به یاد دارید؟"),
        ("00:00:08.000", "00:00:12.333", "آب <b> & نان Tehran Times."),
        ("00:00:12.333", "00:00:13.167", "و بس."),
        ("00:00:30.000", "00:00:30.923", "پیوند و بند؟"),
        ("00:00:30.923", "00:00:31.756", "سپاس."),
    ]


def test_no_name_or_word_is_a_tag_or_an_arrow() -> None:
    made = interview()
    speakers = {**made.speakers, "پرسشگر": dataclasses.replace(made.speakers["پرسشگر"], label="م <b>&--> ن")}
    base = spoken("به <i>او & ما</i> --> بنگر", times={"t1.1": 0})
    told = captions.persian(dataclasses.replace(base, interview=dataclasses.replace(base.interview, speakers=speakers)))
    assert "<v م &lt;b&gt;&amp;--&gt; ن>به &lt;i&gt;او &amp; ما&lt;/i&gt; --&gt; بنگر\n" in told.decode()


def test_what_has_no_english_is_marked_as_persian() -> None:
    text = captions.english(timed()).decode()
    assert "<v Radio, Tehran>" not in text
    assert "What do you remember of the talk with the river?" in text
    assert "<lang fa>سپاس.</lang>" in text
    assert "<lang" not in captions.persian(timed()).decode()


def test_a_caption_says_who_speaks() -> None:
    assert "<v پرسشگر>از" in captions.persian(timed()).decode()
    assert "<v Maryam Ahmadi>Water &lt;b&gt; &amp; bread" in captions.english(timed()).decode()


def test_the_clock_is_that_of_the_first_recording() -> None:
    early = timed(media=(recorded("a.mp3", offset=-60), recorded("b.mp3", offset=500)), facts={})
    assert cues(captions.persian(early))[0][0] == "00:01:03.000"
    late = timed(media=(recorded("a.mp3", offset=10),), facts={})
    assert cues(captions.persian(late))[0][:2] == ("00:00:00.000", "00:00:02.333")
    assert all(start < "00:01" for start, *_ in cues(captions.persian(late)))


def test_the_last_caption_ends_with_the_recording() -> None:
    given_ = spoken(LONG, times={"t1.1": 3600}, media=(recorded("a.mp3", duration=3602),))
    assert cues(captions.persian(given_))[-1][1] == "01:00:02.000"
    later = spoken(LONG, times={"t1.1": 3600}, media=(recorded("a.mp3", offset=3590, duration=12),))
    assert cues(captions.persian(later))[-1][1] == "00:00:12.000"


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "00:00:00.000"),
        (59.9994, "00:00:59.999"),
        (59.9996, "00:01:00.000"),
        (3599.25, "00:59:59.250"),
        (3661.5, "01:01:01.500"),
        (360_000, "100:00:00.000"),
    ],
)
def test_a_time_has_hours_minutes_seconds_and_thousandths(seconds: float, shown: str) -> None:
    assert captions._clock(seconds) == shown


def test_without_a_recording_the_clock_is_that_of_the_transcript() -> None:
    assert cues(captions.persian(spoken("یک", times={"t1.1": 0})))[0][:2] == ("00:00:00.000", "00:00:00.154")


def test_the_last_caption_ends_with_the_last_of_two_recordings() -> None:
    media = (recorded("a.mp3", duration=3600), recorded("b.mp3", offset=3600, duration=62))
    given_ = spoken(LONG, times={"t1.1": 3660}, media=media)
    assert cues(captions.persian(given_))[-1][1] == "01:01:02.000"


def test_a_long_paragraph_is_cut_at_sentences_and_at_words() -> None:
    found = list(captions.captions(spoken(f"کوتاه است. {LONG}", times={"t1.1": 0}), Language.FA))
    texts = [item.text for item in found]
    assert texts[0] == "کوتاه است."
    assert " ".join(texts) == f"کوتاه است. {LONG}"
    assert all(len(text) <= 84 for text in texts)
    assert abs(len(texts[1]) - len(texts[2])) < 20
    assert all(one.end == other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("sentence", "lengths"),
    [
        ("آب " * 27 + "آبی", [84]),
        ("آب " * 28 + "آب", [47, 38]),  # two of about the same length
        ("آب " * 55 + "آب", [83, 83]),
        (f"{'آب ' * 14}{'ا' * 40} {'آب ' * 27}آب", [82, 83]),
        ("ا" * 90, [90]),  # no word is cut
    ],
)
def test_no_caption_is_longer_than_84_characters_where_there_are_blanks(sentence: str, lengths: list[int]) -> None:
    found = captions.captions(spoken(sentence, times={"t1.1": 0}), Language.FA)
    assert [len(item.text) for item in found] == lengths


def test_a_paragraph_without_a_time_gets_one_by_its_letters() -> None:
    given_ = spoken("الف" * 10, "ب" * 30, "پ" * 30, times={"t1.1": 10, "t1.3": 18})
    found = list(captions.captions(given_, Language.FA))
    assert [(item.start, item.end) for item in found][:2] == [(10, 14), (14, 18)]


def test_silence_follows_where_nobody_speaks_so_slowly() -> None:
    given_ = spoken("بله.", "نه.", times={"t1.1": 0, "t1.2": 60})
    found = list(captions.captions(given_, Language.FA))
    assert found[0].end == pytest.approx(4 / 6)
    assert found[1].start == 60


def test_times_that_are_not_known_are_those_of_usual_speech() -> None:
    slow = captions.captions(spoken("ا" * 30, "ب" * 30, "پ", times={"t1.1": 0, "t1.3": 600}), Language.FA)
    assert [item.start for item in slow] == pytest.approx([0, 30 / 6, 600])
    open_ = captions.captions(spoken("ا" * 30, "ب" * 26, "پ" * 13, times={"t1.1": 0}), Language.FA)
    assert [(item.start, item.end) for item in open_] == [
        pytest.approx(times) for times in ((0, 30 / 13), (30 / 13, 56 / 13), (56 / 13, 69 / 13))
    ]


def test_what_is_before_the_first_time_has_no_caption() -> None:
    given_ = spoken("یک", "دو", times={"t1.2": 5})
    assert [item.text for item in captions.captions(given_, Language.FA)] == ["دو"]
    assert list(captions.captions(spoken("یک", times={}), Language.FA)) == []


def test_what_has_no_time_before_the_next_one_has_no_caption() -> None:
    given_ = spoken("بله.", "پس از آن.", times={"t1.1": 5, "t1.2": 5})
    assert [(item.start, item.text) for item in captions.captions(given_, Language.FA)] == [(5, "پس از آن.")]


def test_what_is_withheld_is_silent() -> None:
    text = "نام او [withheld 0:00:02-0:00:09: نام] بود."
    given_ = spoken(text, "[withheld: همه]", "پس از آن.", times={"t1.1": 0, "t1.2": 10, "t1.3": 20})
    found = [(item.start, item.text) for item in captions.captions(given_, Language.FA)]
    assert found == [(0, "نام او"), (9, "بود."), (20, "پس از آن.")]
    assert "withheld" not in captions.persian(given_).decode()


def test_the_english_is_silent_at_the_same_place() -> None:
    text, english = "نام او [withheld 0:00:02-0:00:09] بود.", "His name was [withheld], he said."
    given_ = spoken(text, times={"t1.1": 0}, english=english)
    found = [(item.start, item.text) for item in captions.captions(given_, Language.EN)]
    assert found == [(0, "His name was"), (9, ", he said.")]


def test_a_gap_without_a_time_takes_a_share_of_the_time() -> None:
    given_ = spoken("نام او [withheld: نام] بود.", "پایان.", times={"t1.1": 0, "t1.2": 3})
    starts = [item.start for item in captions.captions(given_, Language.FA)]
    assert starts == pytest.approx([0, 2.6, 3])  # of 30 letters, 6 before it and 20 within


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("نام او [withheld: نام]", [(0, "نام او"), (3, "پایان.")]),
        (
            "[withheld: نام] بودند.",
            [(2, "بودند."), (3, "پایان.")],
        ),  # after 20 letters of 26
    ],
)
def test_a_gap_may_begin_or_end_a_paragraph(text: str, found: list[tuple[float, str]]) -> None:
    given_ = spoken(text, "پایان.", times={"t1.1": 0, "t1.2": 3})
    shown = [(round(item.start), item.text) for item in captions.captions(given_, Language.FA)]
    assert shown == found


def test_only_the_letters_between_two_times_share_what_is_between_them() -> None:
    given_ = spoken(*("ا" * 30 for _ in range(4)), times={"t1.1": 0, "t1.2": 10, "t1.4": 16})
    assert [item.start for item in captions.captions(given_, Language.FA)] == pytest.approx([0, 10, 13, 16])


@pytest.mark.parametrize("text", ["الف --> ب", "<v کسی> & <i>", "NOTE یک", "یک\nدو", "00:01.000 --> 00:02.000"])
def test_nothing_of_a_text_is_a_mark_of_webvtt(text: str) -> None:
    data = captions.persian(spoken(text, times={"t1.1": 1}))
    assert [said for *_, said in cues(data)] == [" ".join(text.split())]
    assert data.count(b"-->") == 1


@given(
    st.lists(st.text("ابپ .؟!\n", min_size=1, max_size=300).filter(str.strip), min_size=1, max_size=6),
    st.lists(st.integers(0, 30), min_size=6, max_size=6),
)
def test_captions_are_in_order_and_none_is_empty(texts: list[str], steps: list[int]) -> None:
    times, now = {}, 0
    for number, step in enumerate(steps, 1):
        now += step
        if step % 3:
            times[f"t1.{number}"] = now
    found = list(captions.captions(spoken(*texts, times=times), Language.FA))
    assert all(item.text.strip() and item.start < item.end for item in found)
    starts = [item.start for item in found]
    assert starts == sorted(starts)


def test_nobody_says_the_marks_of_a_list_or_a_quotation() -> None:
    made = spoken("- بیل\n- آب", "> صبر کن،\n> می‌رسد.", "یک / دو", times={"t1.1": 0})
    forms = ("list", "quote", "poem")
    units = (
        dataclasses.replace(unit, form=form)
        for unit, form in zip(made.interview.turns[0].paragraphs, forms, strict=True)
    )
    turn = dataclasses.replace(made.interview.turns[0], paragraphs=tuple(units))
    held = dataclasses.replace(made, interview=dataclasses.replace(made.interview, turns=(turn,)))
    assert [text for _, _, text in cues(captions.persian(held))] == ["بیل · آب", "صبر کن، می‌رسد.", "یک / دو"]
