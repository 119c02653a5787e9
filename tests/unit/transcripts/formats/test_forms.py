"""JSON, tables, OHMS and saved pages: one real file of each, and what is refused."""

from __future__ import annotations

import builtins
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from goftogu.content import times
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.material import Material
from goftogu.exports.json_export import json_document
from goftogu.exports.parallel import parallel
from goftogu.model import Interview, Source
from goftogu.problems import Problems
from goftogu.transcripts import convert
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.formats import json_forms, markup_text, ohms, registry, tables, webpage
from goftogu.transcripts.formats.document import Document, Refused, SectionWords, Twin
from goftogu.translation.memory.entry import State, Translation
from tests.collecting import collected, found_by

FIXTURES = Path(__file__).parents[3] / "fixtures" / "formats"
OURS = """\
---
title: "نان: و صبر"
date: 1402-03-14
speakers:
  مجری: {role: interviewer}
  نانوا: {role: interviewee, description: از محلهٔ چنار}
source:
  name: هفته‌نامهٔ تنور
---
خلاصه.
{: #p1 .lede }

درآمد.
{: #p2 }

متن گفت‌وگو:
{: #p3 .note }

## خمیر
{: #s1 }

مجری: نان *چیست*؟
{: #t1 }

نانوا: آرد است.
{: #t5 }

نکته\\: آب هم هست.
"""


def _read(name: str) -> Document:
    document, problems = collected(registry.read, (FIXTURES / name).read_bytes(), name)
    assert not problems
    assert document is not None
    return document


def _spoken(document: Document) -> list[tuple[str, str, str]]:
    return [(piece.time, piece.speaker, piece.text) for piece in document.pieces]


def test_segments_of_whisper() -> None:
    found = _read("kite.json")
    assert _spoken(found) == [
        ("0:00:00", "SPEAKER_00", "کارگاه از کجا شروع شد؟"),
        ("0:00:03", "SPEAKER_01", "از یک روزنامهٔ باطله و دو چوب جارو."),
        ("0:00:06", "SPEAKER_00", "مدیر چه گفت؟"),
        ("1:02:05", "SPEAKER_01", "نخ آورد."),
    ]
    assert found.structured


def test_segments_without_speakers_and_a_bare_list() -> None:
    text = json.dumps([{"start": 0, "end": 1, "text": "چرا؟"}, {"start": 1, "end": 2, "text": " "}])
    found = json_forms.read(text, "a.json")
    assert _spoken(found) == [("0:00:00", "", "چرا؟")]
    assert not found.structured


@pytest.mark.parametrize(
    "value",
    [
        {
            "transcription": [
                {"offsets": {"from": 1500, "to": 3000}, "text": " کی؟"},
                {"offsets": {"from": 3000, "to": 4000}, "text": "دیروز."},
            ]
        },
        {"chunks": [{"timestamp": [1.5, 3.0], "text": " کی؟"}, {"timestamp": [3.0, None], "text": " دیروز."}]},
        {"utterances": [{"start": 1500, "end": 2900, "text": "کی؟"}, {"start": 3000, "end": 4000, "text": "دیروز."}]},
        {"utterances": [{"start": 1.5, "end": 2, "transcript": "کی؟"}, {"start": 3, "end": 4, "transcript": "دیروز."}]},
        {
            "version": "1.0.0",
            "segments": [
                {"startTime": 1, "endTime": 3, "body": "کی؟"},
                {"startTime": 3, "endTime": 4, "body": "دیروز."},
            ],
        },
    ],
)
def test_segments_of_ports_pipelines_and_services(value: Mapping[str, Any]) -> None:
    for number, segment in enumerate(next(part for part in value.values() if isinstance(part, list))):
        segment["speaker"] = number
    assert _spoken(json_forms.read(json.dumps(value), "a.json")) == [
        ("0:00:01", "Speaker 0", "کی؟"),
        ("0:00:03", "Speaker 1", "دیروز."),
    ]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ('{"utterances": [1]}', "nobody knows this form", 0),
        ('{"utterances": 1}', "nobody knows this form", 0),
        ('{"chunks": [{"timestamp": [1], "text": "a"}]}', "segment 1 has no", 1),
        ('{"transcription": [{"offsets": {"from": "1"}, "text": "a"}]}', "segment 1 has no", 1),
        ("{\n x", "JSON is damaged", 2),
        ("[" * 100_000, "nested too deeply", 0),
        ("{}", "nobody knows this form", 0),
        ("[1]", "nobody knows this form", 0),
        ('{"segments": []}', "nobody knows this form", 0),
        ('[{"start": 0, "end": 1, "text": "a"}, {"start": 2}]', "segment 2 has no", 2),
        ('[{"start": 5, "end": 6, "text": "a"}, {"start": 2, "end": 3, "text": "b"}]', "cue 2 begins", 2),
        ('{"schema": "urn:goftogu:interview:1", "title": {}}', "not whole", 0),
    ],
)
def test_json_that_is_refused(text: str, message: str, line: int) -> None:
    with pytest.raises(Refused, match=message) as refused:
        json_forms.read(text, "a.json")
    assert refused.value.line == line


def given(interview: Interview, english: Mapping[str, Translation] = {}) -> Material:
    return Material(interview, english, {}, Vocabulary(), SiteConfig())


def test_the_json_of_an_archive_comes_back_with_its_ids() -> None:
    interview = transcript_read.read_transcript(Source("content/interviews/bread.md", b"", OURS), str, Problems())
    assert interview is not None
    document, _ = collected(registry.read, json_document(given(interview)), "bread.json")
    assert document is not None
    made = convert.of_document(document, str, Problems())
    again = transcript_read.read_transcript(Source("content/interviews/bread.md", b"", made.text), str, Problems())
    assert again is not None
    assert json_document(given(again)) == json_document(given(interview))


def test_the_json_of_an_archive_brings_its_english() -> None:
    interview = transcript_read.read_transcript(Source("content/interviews/bread.md", b"", OURS), str, Problems())
    assert interview is not None
    english = {
        "title": Translation("Bread", State.REVIEWED, ""),
        "t1.1": Translation("Why?", State.MACHINE, "argos translate-fa_en 1.5"),
    }
    document, _ = collected(registry.read, json_document(given(interview, english)), "bread.json")
    assert document is not None
    assert {(found.id, found.english, found.origin) for found in document.twins} == {
        ("title", "Bread", "translation in bread.json"),
        ("t1.1", "Why?", "argos translate-fa_en 1.5"),
    }


@pytest.mark.parametrize("date", ["1403-02-15", "hijri:1445-09-01", "zodiac:1398-06", "2024", "1356/1358"])
def test_the_json_of_an_archive_keeps_the_calendar(date: str) -> None:
    source = Source("content/interviews/bread.md", b"", OURS.replace("date: 1402-03-14", f"date: {date}"))
    interview = transcript_read.read_transcript(source, str, Problems())
    assert interview is not None
    document, _ = collected(registry.read, json_document(given(interview)), "bread.json")
    assert document is not None
    assert f"\ndate: {date}\n" in document.labelled


def test_the_parallel_text_of_an_archive() -> None:
    interview = transcript_read.read_transcript(Source("content/interviews/bread.md", b"", OURS), str, Problems())
    assert interview is not None
    english = {unit.id: Translation("x", State.REVIEWED, "human") for unit in interview.units()}
    document, _ = collected(registry.read, parallel(given(interview, english)), "bread.tsv")
    assert document is not None
    assert document.title == "نان: و صبر"
    assert [piece.text for piece in document.pieces if piece.heading] == ["خمیر"]
    assert [message for message, _ in document.asked] == ["the table does not say who speaks"]
    assert document.twins[0] == Twin("نان: و صبر", "x", "translation in bread.tsv", "title")


def test_a_labelled_transcript_stays_as_it_is() -> None:
    document, _ = collected(registry.read, OURS.encode(), "bread.md")
    assert document is not None
    assert convert.of_document(document, str, Problems()).text == OURS
    faulty, _ = collected(registry.read, OURS.replace("نانوا: آرد", "شاطر: آرد").encode(), "bread.md")
    assert faulty is not None
    made, problems = collected(convert.of_document, faulty, str)
    assert (made.text, {problem.code for problem in problems}) == ("", {"T002", "T014"})


def test_notes_in_markdown_are_plain_text() -> None:
    document, _ = collected(registry.read, "# نان\n\nچرا؟".encode(), "a.md")
    assert document is not None
    assert [(piece.text, piece.heading) for piece in document.pieces] == [("نان", 1), ("چرا؟", 0)]


def test_a_table_of_collectionbuilder() -> None:
    found = _read("dye.csv")
    assert _spoken(found) == [
        ("0:00:05", "لادن", "رنگ قهوه‌ای از چیست؟"),
        ("0:00:12", "قدیر", "از پوست گردو."),
        ("", "", "سه شب می‌ماند."),
        ("0:00:40", "لادن", "و نیلی، چه؟"),
        ("", "قدیر", "سخت است."),
    ]
    assert found.structured
    assert len(found.told) == 1


def test_other_tables() -> None:
    found = tables.read("گوینده\tمتن\nمجری\tچرا؟\n\nراد", "a.tsv")
    assert _spoken(found) == [("", "مجری", "چرا؟")]
    assert not tables.read("words\nچرا؟\n", "a.csv").structured


@pytest.mark.parametrize(("name", "mark"), [("a.csv", mark) for mark in ",;؛\t"] + [("a.tsv", "\t")])
def test_cells_are_parted_by_what_the_spreadsheet_puts_between_them(name: str, mark: str) -> None:
    rows = ("گوینده", "متن"), ("مجری", "چرا، از کجا؟"), ("راد", "چون که…")
    table = "\n".join(mark.join(f'"{cell}"' for cell in row) for row in rows)
    found = tables.read(table, name)
    assert _spoken(found) == [("", "مجری", "چرا، از کجا؟"), ("", "راد", "چون که…")]
    assert found.structured


def test_a_semicolon_in_the_name_of_a_column_parts_nothing() -> None:
    assert _spoken(tables.read("speaker,words,a;b;c\nمجری,چرا؟,x;y\n", "a.csv")) == [("", "مجری", "چرا؟")]


@pytest.mark.parametrize(
    ("text", "message"), [("a,b\n1,2\n", "no column of words"), ("", "no column"), ('words\n"a', "table is damaged")]
)
def test_tables_that_are_refused(text: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        tables.read(text, "a.csv")


def test_ohms() -> None:
    found = _read("tram.xml")
    assert [(piece.time, piece.note or f"h{piece.heading}", piece.text[:14]) for piece in found.pieces] == [
        ("", "h2", "ایستگاه"),
        ("", "index", "index 0:00:00 "),
        ("", "h0", "سوزن: ایستگاه "),
        ("0:01:00", "h0", "ریل‌بان: میان "),
        ("", "h2", "کار سوزن‌بان"),
        ("", "index", "index 0:01:15 "),
        ("", "h0", "سوزن: کار سوزن"),
        ("0:02:00", "h0", "ریل‌بان: راه ر"),
        ("", "h0", "سوزن: سخت بود؟"),
        ("", "h0", "ریل‌بان: بود."),
        ("", "index", "پس از آن"),
        ("", "index", "index 0:15:00 "),
    ]
    assert (found.title, found.date, found.source) == ("گفت‌وگو با منصور ریل‌بان", "2015-06-13", "آرشیو ایستگاه")
    assert (found.interviewers, found.interviewees) == (("آتوسا سوزن",), ("منصور ریل‌بان",))
    assert not found.asked
    assert found.twins[0] == Twin("ایستگاه", "The station", "translation in tram.xml (OHMS)")
    assert [(twin.persian, twin.english) for twin in found.twins[1:3]] == [
        ("ایستگاه شما کجا بود؟", "Where was your station?"),
        ("میان دو تونل.", "Between two tunnels."),
    ]


def _with_translation(text: str) -> Document:
    made = f"<transcript>مجری: چرا؟\n\nچون.</transcript><transcript_alt>{text}</transcript_alt>"
    return ohms.read(f"<ROOT><record>{made}</record></ROOT>".encode(), "a.xml")


def test_a_translation_of_ohms_with_other_paragraphs_is_asked_about() -> None:
    found = _with_translation("Why?")
    assert found.asked[0][0] == "the transcript has 2 paragraphs, its translation 1: the translation is left out"
    assert not found.twins


def test_a_translation_of_ohms_into_another_language_is_told() -> None:
    found = _with_translation("المذيع: لماذا؟\n\nلأن")
    assert found.told == ["the file holds a translation of the transcript that is not English, which is left out"]
    assert not found.twins


def test_a_paragraph_of_ohms_without_a_label_is_paired_as_it_is() -> None:
    twins = _with_translation("Host: Why?\n\nNote: because.").twins
    assert [(twin.persian, twin.english) for twin in twins] == [("چرا؟", "Why?"), ("چون.", "Note: because.")]


def test_ohms_as_an_interview() -> None:
    made = convert.of_document(_read("tram.xml"), str, Problems())
    assert made.draft is not None
    assert [
        (speech.label, speech.heading.title.record if speech.heading else "") for speech in made.draft.speeches
    ] == [
        ("سوزن", "ایستگاه"),
        ("ریل‌بان", ""),
        ("سوزن", "کار سوزن‌بان"),
        ("ریل‌بان", ""),
        ("سوزن", ""),
        ("ریل‌بان", ""),
    ]
    assert [(voice.label, voice.role) for voice in made.draft.speakers] == [
        ("سوزن", "interviewer"),
        ("ریل‌بان", "interviewee"),
    ]
    assert "## ایستگاه\n{: #s1 }\n\nبرف و تونل\n{: .synopsis }\n\nبرف، تونل\n{: .keywords }\n\nسوزن:" in made.text
    assert "## کار سوزن‌بان\n{: #s2 }\n\nراه قطار\n{: .synopsis }\n\nسوزن:" in made.text
    assert made.interview is not None
    assert [section.synopsis is not None for section in made.interview.sections] == [True, True]
    assert "url: https://example.org/tram.mp3" in made.text or 'url: "https://example.org/tram.mp3"' in made.text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<ROOT><record><title>x</title></record></ROOT>", "no transcript"),
        ("<ROOT></ROOT>", "no transcript"),
        ("<ROOT><record><transcript>No transcript.</transcript></record></ROOT>", "no transcript"),
        ("<ROOT><record>", "XML is damaged"),
    ],
)
def test_ohms_that_is_refused(text: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        ohms.read(text.encode(), "a.xml")


@pytest.mark.parametrize("time", ["abc", "-5", "nan", "1e9", "99999999"])
def test_an_index_point_without_a_time_is_refused(time: str) -> None:
    point = f"<index><point><time>{time}</time><title>آب</title></point></index>"
    with pytest.raises(Refused, match="the time of “آب” is no number of seconds"):
        ohms.read(f"<ROOT><record>{point}<transcript>مجری: چرا؟</transcript></record></ROOT>".encode(), "a.xml")


def test_marks_of_ohms_beyond_any_line_are_read() -> None:
    sync = f"<sync>1:|x(2)|{'9' * 40}(1)|2(1)</sync>"
    text = f"<ROOT><record>{sync}<transcript>مجری: چرا؟\n\nراد: چون.</transcript></record></ROOT>"
    assert [piece.time for piece in ohms.read(text.encode(), "a.xml").pieces] == ["", ""]


@pytest.mark.parametrize(("end", "fits"), [(times.LONGEST, True), (times.LONGEST + 1, False)])
def test_a_segment_ends_within_the_longest_recording(end: int, fits: bool) -> None:
    text = f'[{{"start": 0, "end": {end}, "text": "چرا؟"}}]'
    if fits:
        assert [piece.text for piece in json_forms.read(text, "a.json").pieces] == ["چرا؟"]
    else:
        with pytest.raises(Refused, match="segment 1 has no start, end or text"):
            json_forms.read(text, "a.json")


@pytest.mark.parametrize(
    ("time", "written"),
    [(0, '{: #t1 time="0:00:00" }'), (times.LONGEST, '{: #t1 time="100:00:00" }')]
    + [(time, "{: #t1 }") for time in (-1, times.LONGEST + 1, None, "5")],
)
def test_a_turn_in_the_json_of_an_archive_begins_within_the_longest_recording(time: object, written: str) -> None:
    interview = transcript_read.read_transcript(Source("content/interviews/bread.md", b"", OURS), str, Problems())
    assert interview is not None
    value = json.loads(json_document(given(interview)))
    value["turns"][0]["time"] = time
    document, _ = collected(registry.read, json.dumps(value).encode(), "bread.json")
    assert document is not None
    assert f"\n{written}\n" in document.labelled


def test_the_json_of_an_archive_becomes_the_transcript_it_was_made_from() -> None:
    def said(text: str, **more: object) -> dict[str, object]:
        return {"fa_record": text, **more}

    speakers = [
        {"label": "پرسشگر", "role": "interviewer", "description": said("گزارشگر")},
        {"label": "مینا", "role": "interviewee", "description": None},
    ]
    value = {
        "schema": "urn:goftogu:interview:1",
        "title": said("نان و آب"),
        "date": {"given": "1402-03", "calendar": "jalali"},
        "speakers": speakers,
        "source": {"name": "خبرگزاری", "url": "https://example.org/a", "received": "2023-06-05", "file": "x"},
        "lede": said("چکیده", id="p1"),
        "introduction": [said("کنار رود", id="p2")],
        "note": said("متن کامل", id="p3"),
        "sections": [{"id": "s1", "first": "t2", "title": said("بخش نخست")}],
        "turns": [
            {"id": "t1", "speaker": "پرسشگر", "time": 0, "paragraphs": [said("چرا؟")]},
            {"id": "t2", "speaker": "مینا", "paragraphs": [said("چون."), said("و بس.", time=75), said("پرسشگر: نه")]},
        ],
    }
    assert (json_forms.read(json.dumps(value), "a.json").labelled or "").split("\n") == [
        "---",
        'title: "نان و آب"',
        "date: 1402-03",
        "speakers:",
        '  "پرسشگر": {role: "interviewer", description: "گزارشگر"}',
        '  "مینا": {role: "interviewee"}',
        "source:",
        '  name: "خبرگزاری"',
        '  url: "https://example.org/a"',
        '  received: "2023-06-05"',
        "---",
        "چکیده",
        "{: #p1 .lede }",
        "",
        "کنار رود",
        "{: #p2 }",
        "",
        "متن کامل",
        "{: #p3 .note }",
        "",
        "پرسشگر: چرا؟",
        '{: #t1 time="0:00:00" }',
        "",
        "## بخش نخست",
        "{: #s1 }",
        "",
        "مینا: چون.",
        "{: #t2 }",
        "",
        "و بس.",
        '{: time="0:01:15" }',
        "",
        "پرسشگر\\: نه",
        "",
    ]


@pytest.mark.parametrize("start", ["NaN", "-1", "Infinity", "1e300", "null"])
def test_a_segment_with_an_impossible_time_is_refused(start: str) -> None:
    with pytest.raises(Refused, match="segment 1 has no start, end or text"):
        json_forms.read(f'[{{"start": {start}, "end": 2, "text": "چرا؟"}}]', "a.json")


def test_subtitles_of_which_no_cue_can_be_read_are_refused() -> None:
    (problem,) = found_by(registry.read, b"WEBVTT\n\n99:99:99.000 --> 99:99:99.900\n\n", "a.vtt")
    assert (problem.code, problem.message) == ("S011", "no cue can be read")


def test_the_json_of_an_archive_that_is_not_sound_is_one_problem() -> None:
    speakers = [{"label": "x: {", "role": "interviewer"}]
    value = {"schema": "urn:goftogu:interview:1", "title": {"fa_record": "نان"}, "turns": [], "speakers": speakers}
    document, _ = collected(registry.read, json.dumps(value).encode(), "a.json")
    assert document is not None
    (problem,) = [found for found in found_by(convert.of_document, document, str) if found.severity == "error"]
    assert (problem.path, problem.line, problem.code) == ("a.json", 0, "S011")
    assert "no sound interview: “x: {” cannot be a label" in problem.message


def test_ohms_without_sync_keeps_its_index_as_notes() -> None:
    text = (
        "<ROOT><record><index><point><time>5</time><title>آب</title></point></index>"
        "<transcript>مجری: چرا؟</transcript></record></ROOT>"
    )
    found = ohms.read(text.encode(), "a.xml")
    assert [(piece.text, piece.note) for piece in found.pieces] == [
        ("مجری: چرا؟", ""),
        ("آب", "index"),
        ("index 0:00:05 آب", "index"),
    ]


def test_a_saved_page() -> None:
    found = _read("bees.html")
    assert (found.title, found.published, found.source) == ("زنبورها حساب ما را نگه می‌دارند", "2019-04-30", "دشت‌گل")
    texts = [piece.text for piece in found.pieces]
    assert len(texts) == 7
    assert [piece.bold for piece in found.pieces] == [False, True, False, True, False, True, False]
    assert any("lines of the site around the text left out" in told for told in found.told)
    made = convert.of_document(found, str, Problems())
    assert made.draft is not None
    assert [speech.label for speech in made.draft.speeches] == ["پرسش", "پاسخ"] * 3


def test_a_page_without_a_text() -> None:
    with pytest.raises(Refused, match="no text was found"):
        webpage.read("<html><body></body></html>", "a.html")


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(Refused) as refused:
        webpage.read("<p>x</p>", "a.html")
    assert "pip install trafilatura" in refused.value.hint


def test_html_as_paragraphs() -> None:
    markup = (
        "<style>x</style><ul><li>یک</li></ul><ol><li><p>دو</p></li><li>سه</li></ol>پیش<br>پس &amp; پیش"
        "<figure><img><figcaption>عکس</figcaption></figure><p>آ<b> ب <i>پ</i></b></p></b></p>"
    )
    found = [(piece.text, piece.mark or piece.note) for piece in markup_text.read(markup)]
    assert found == [
        ("یک", "-"),
        ("دو", "1."),
        ("سه", "2."),
        ("پیش", ""),
        ("پس & پیش", ""),
        ("عکس", "caption"),
        ("آ ب پ", ""),
    ]


@pytest.mark.parametrize(("text", "seconds"), [("1:02:03", 3723), ("12:31.500", 751), ("0:00:01,250", 1), ("x", None)])
def test_times(text: str, seconds: float | None) -> None:
    assert times.seconds(text) == seconds


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b" \n", "T001"),
        ("a.txt", b"\xef\xbb\xbf", "T001"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "S011"),
        ("a.rtf", b"{\\rtf1", "S011"),
        ("a.pdf", b"%PDF-1.7", "S011"),
        ("a.png", b"\x89PNG", "S011"),
        ("a.docm", b"PK", "S011"),
        ("a.xyz", b"abc", "S011"),
        ("a.xml", b"<tei/>", "S011"),
        ("a.txt", b"a" * 10_000_001, "S010"),
        ("a.docx", b"a" * 50_000_001, "S010"),
        ("a.txt", b"a\x07b", "S003"),
        ("a.txt", ("ا" * 300).encode(), "S010"),
    ],
)
def test_what_cannot_be_imported_is_one_problem(name: str, data: bytes, code: str) -> None:
    document, problems = collected(registry.read, data, name)
    assert document is None
    assert [problem.code for problem in problems] == [code]


def test_the_encoding_is_told_and_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    from goftogu.transcripts.formats import encodings

    monkeypatch.setattr(encodings, "decode", lambda *_: encodings.Decoded("چرا؟", "Windows-1256", sure=False))
    document, _ = collected(registry.read, b"x", "a.txt")
    assert document is not None
    assert document.told[-1] == "the encoding is Windows-1256"
    assert document.asked == [("the encoding was taken for Windows-1256", encodings.ASK)]


def test_synopsis_and_keywords_of_ohms_bring_their_english() -> None:
    text = (FIXTURES / "tram.xml").read_text(encoding="utf-8")
    text = text.replace("</keywords>", " ; دود;</keywords><keywords_alt>snow; tunnel;\n smoke</keywords_alt>")
    text = text.replace("برف و تونل<", "برف\n و تونل<").replace(
        "</synopsis><k", "</synopsis><synopsis_alt>Snow</synopsis_alt><k"
    )
    found = registry.read(text.encode(), "tram.xml", Problems())
    assert found is not None
    assert found.sections["ایستگاه"] == SectionWords("برف و تونل", "برف، تونل، دود")
    pairs = {twin.persian: twin.english for twin in found.twins}
    assert (pairs["برف و تونل"], pairs["برف، تونل، دود"]) == ("Snow", "snow, tunnel, smoke")
