"""Whole texts in the hands in which people write them: turns, speakers, title and date."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import markup
from goftogu.model import Role, Source
from goftogu.persian.dates import calendar
from goftogu.problems import Problems
from goftogu.transcripts import convert
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.draft import Draft
from goftogu.transcripts.formats import plain, registry
from goftogu.transcripts.formats.document import Document, Piece
from goftogu.transcripts.rough import read as rough_read
from tests import office
from tests.collecting import collected, found_by

CASES = sorted((Path(__file__).parents[3] / "cases" / "rough").glob("*.txt"))


def _outline(draft: Draft) -> Iterator[str]:
    yield f"title: {markup.bare(draft.title.record)}"
    yield f"date: {calendar.interval(draft.details.date) if draft.details.date else '-'}"
    if draft.details.provenance.published:
        yield f"published: {draft.details.provenance.published}"
    for role in ("interviewer", "interviewee"):
        yield from (f"{role}: {voice.label}" for voice in draft.speakers if voice.role == role)
    yield ""
    for speech in draft.speeches:
        if speech.heading is not None:
            yield f"## {markup.bare(speech.heading.title.record)}"
        yield f"{speech.label}: {' ¶ '.join(markup.bare(passage.record) for passage in speech.passages)}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_cases(case: Path) -> None:
    text, expected = case.read_text(encoding="utf-8").split("=====\n")
    draft = rough_read.of_document(plain.document(text, case.name), Problems())
    assert draft is not None
    assert list(_outline(draft)) == expected.rstrip("\n").split("\n")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_no_letter_of_a_case_is_lost_and_the_result_is_sound(case: Path) -> None:
    text = case.read_text(encoding="utf-8").split("=====\n")[0]
    made, problems = collected(convert.of_document, plain.document(text, case.name), str)
    assert not [problem for problem in problems if problem.severity == "error"]
    assert made.draft is not None
    labels = _words(" ".join(speech.shown for speech in made.draft.speeches))
    given_words = _words("\n".join(piece.text for piece in plain.document(text, case.name).pieces))
    assert set(given_words - _words(made.text)) <= {*labels, *RENAMED}


RENAMED = frozenset("س ج خانم خبرنگار سؤال جواب ب ن ک م ر".split())
"""Labels in whose place a name is shown that the text gives them."""


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_ـ]+", text))


def _letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalpha, text.replace("ـ", "")))


WORDS = st.sampled_from(
    [
        "سلام.",
        "باغ را که ساخت؟",
        "از پدرم شنیدم.",
        "بگویید.",
        "عکس",
        "۱۲ مهر ۱۳۹۸",
        "*آب*",
        "a_b",
        "بخش دوم",
        "انتهای پیام/ ۱",
        "بیشتر بخوانید:",
        "تاریخ انتشار: ۳ مهر ۱۳۹۵",
        "نوار ۲",
        "مکان: شیراز",
        "گوینده",
        "متن",
    ]
)
OPENINGS = st.sampled_from(["", "مجری: ", "راد: ", "- ", "* ", "س) ", "۲. ", "■ ", "00:01 "])
LINES = st.tuples(OPENINGS, st.lists(WORDS, min_size=1, max_size=4)).map(
    lambda parts: parts[0] + " ".join(parts[1])
)  # fmt: skip
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=12)


def _as_text(lines: list[str]) -> tuple[bytes, str]:
    return "\n\n".join(lines).encode(), "a.txt"


def _as_sixteen(lines: list[str]) -> tuple[bytes, str]:
    return "\n".join(lines).encode("utf-16"), "a.txt"


def _as_word(lines: list[str]) -> tuple[bytes, str]:
    return office.word(*map(office.run, lines)), "a.docx"


def _as_opendocument(lines: list[str]) -> tuple[bytes, str]:
    return office.opendocument("".join(f"<text:p>{line}</text:p>" for line in lines)), "a.odt"


def _as_subtitles(lines: list[str]) -> tuple[bytes, str]:
    cues = (f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{line}\n" for n, line in enumerate(lines, 1))
    return "\n".join(cues).encode(), "a.srt"


def _as_table(lines: list[str]) -> tuple[bytes, str]:
    return ("speaker,words\n" + "".join(f'الف,"{line}"\n' for line in lines)).encode(), "a.csv"


def _as_rows(lines: list[str]) -> tuple[bytes, str]:
    cells = (f"<w:tr><w:tc>{office.run('مجری')}</w:tc><w:tc>{office.run(line)}</w:tc></w:tr>" for line in lines)
    return office.word(f"<w:tbl>{''.join(cells)}</w:tbl>"), "a.docx"


def _as_list(lines: list[str]) -> tuple[bytes, str]:
    items = "".join(f"<text:list-item><text:p>{line}</text:p></text:list-item>" for line in lines)
    return office.opendocument(f"<text:list>{items}</text:list>"), "a.odt"


def _as_voices(lines: list[str]) -> tuple[bytes, str]:
    cues = (f"00:{n:02}.000 --> 00:{n:02}.900\n<v مجری>{line}</v>\n- {line}\n" for n, line in enumerate(lines, 1))
    return ("WEBVTT\n\n" + "\n".join(cues)).encode(), "a.vtt"


def _as_segments(lines: list[str]) -> tuple[bytes, str]:
    segments = [{"start": n, "end": n + 0.5, "text": f" {line}"} for n, line in enumerate(lines)]
    return json.dumps({"segments": segments}, ensure_ascii=False).encode(), "a.json"


def _as_history(lines: list[str]) -> tuple[bytes, str]:
    points = "<index><point><time>3</time><title>بخش آب</title><keywords>نان</keywords></point></index>"
    text = "\n\n".join(lines)
    return f"<ROOT><record>{points}<transcript>{text}</transcript></record></ROOT>".encode(), "a.xml"


def _as_markdown(lines: list[str]) -> tuple[bytes, str]:
    return "\n\n".join(["# یادداشت", *lines]).encode(), "a.md"


FORMS = {
    ".txt": [_as_text, _as_sixteen],
    ".docx": [_as_word, _as_rows],
    ".odt": [_as_opendocument, _as_list],
    ".srt": [_as_subtitles],
    ".vtt": [_as_voices],
    ".json": [_as_segments],
    ".csv": [_as_table],
    ".xml": [_as_history],
    ".md": [_as_markdown],
}
SAME_READER = {".text": ".txt", ".tsv": ".csv"}
PAGES = {".htm", ".html", ".xhtml"}
"""Of these, lines around the text are told and left out: tests/unit/transcripts/formats/test_webpage.py."""


def test_every_form_that_can_be_imported_is_tried() -> None:
    assert {*FORMS, *SAME_READER, *PAGES} == registry.ENDINGS


@pytest.mark.parametrize("made", [made for forms in FORMS.values() for made in forms], ids=lambda made: made.__name__)
@given(lines=PARAGRAPHS)
def test_no_letter_is_lost_in_any_form(made: object, lines: list[str]) -> None:
    data, name = made(lines)  # type: ignore[operator]
    document, problems = collected(registry.read, data, name)
    assert document is not None, problems
    text = convert.of_document(document, str, Problems()).text
    assert not text or not _letters("".join(lines)) - _letters(text)


def _document(*pieces: Piece, **known: object) -> Draft:
    draft, problems = collected(rough_read.of_document, Document("a.txt", list(pieces), **known))  # type: ignore[arg-type]
    assert draft is not None, problems
    return draft


def test_what_the_file_says_apart_from_its_text_is_data() -> None:
    draft = _document(
        Piece("مجری: چرا؟", 1),
        Piece("راد: چون.", 2),
        title="باغ",
        date="2015-06-13",
        source="نشریه",
        interviewees=("مینا راد",),
    )
    assert (draft.title.record, str(draft.details.date and calendar.interval(draft.details.date))) == (
        "باغ",
        "2015-06-13",
    )
    assert draft.details.provenance.name_text == "نشریه"


def test_who_is_named_as_a_guest_apart_from_the_text_is_one() -> None:
    talk = [Piece(f"{label}: چرا می‌پرسید؟", line) for line, label in enumerate(("نیک", "راد") * 2, 1)]
    roles = [
        {voice.label: voice.role for voice in _document(*talk, interviewees=named).speakers} for named in ((), ("نیک",))
    ]
    assert roles[0] != roles[1]
    assert roles[1] == {"نیک": Role.INTERVIEWEE, "راد": Role.INTERVIEWER}


def test_a_marked_headline_goes_before_the_lines_around_it() -> None:
    draft = _document(
        Piece("هنر و شهر", 1),
        Piece("نان و صبر", 2, heading=1),
        Piece("زیر آن", 3),
        Piece("نان و صبر!", 4),
        Piece("خبرنگار: چرا؟", 5),
        Piece("نانوا: چون.", 6),
        Piece("خبرنگار: کجا؟", 7),
        Piece("نانوا: این‌جا.", 8),
    )
    assert draft.title.record == "نان و صبر"
    assert [passage.record for _, passage in draft.front] == ["زیر آن"]
    assert draft.notes == ["نان و صبر!", "هنر و شهر"]


BAKER = """\
{title}

این گفت‌وگو در نانوایی او انجام شد و یک ساعت طول کشید.

از چه سالی نانوایی می‌کنید؟

از سال ۱۳۴۲ که پدرم دکان را به من سپرد، هر روز پیش از آفتاب تنور را روشن کرده‌ام.

{copy}

سخت‌ترین روز کارتان کدام بود؟

روزی که سیل آمد و آرد همهٔ محله در آب ماند.
"""


@pytest.mark.parametrize(
    ("title", "copy", "is_said"),
    [
        ("حمید نانوا: تنور من هنوز گرم است", "حمید نانوا: تنور من هنوز گرم است", False),
        ("تنور من هنوز گرم است", "«تنور من هنوز گرم است»", False),
        ("تنور من هنوز گرم است", "تنور من هنوز گرم است و می‌ماند.", True),
        ("تنور من گرم", "تنور من گرم", False),
        ("تنور گرم", "تنور گرم", True),
        ("تنور شما هنوز گرم است؟", "تنور شما هنوز گرم است؟", True),
    ],
)
def test_a_copy_of_the_headline_in_the_text_is_said_by_nobody(title: str, copy: str, is_said: bool) -> None:
    draft = rough_read.of_document(plain.document(BAKER.format(title=title, copy=copy), "baker.txt"), Problems())
    assert draft is not None
    said = [passage.record for speech in draft.speeches for passage in speech.passages]
    assert any(words in copy for words in said) is is_said
    assert (copy in draft.notes) is not is_said


def test_what_a_labelled_speaker_says_may_be_the_headline() -> None:
    labelled = "نانوا: تنور من هنوز گرم است"
    draft = _document(
        Piece(labelled, 1, heading=1),
        Piece("پرسشگر: از تنور بگویید.", 2),
        Piece(labelled, 3),
        Piece("پرسشگر: و بعد؟", 4),
        Piece("نانوا: همین.", 5),
    )
    assert [speech.passages[0].record for speech in draft.speeches][1] == "تنور من هنوز گرم است"


@pytest.mark.parametrize("above", ["زمستان نزدیک است و نانوا در دکان.", "او نانوا است."])
def test_a_copy_of_the_headline_that_is_all_that_is_said_stays(above: str) -> None:
    line = "نانوا: تنور من هنوز گرم است"
    draft = _document(Piece(line, 1, heading=1), Piece(above, 3), Piece(line, 5))
    said = [passage.record for speech in draft.speeches for passage in speech.passages]
    assert said == ["تنور من هنوز گرم است"]


def test_lines_of_a_paragraph_that_begin_with_labels_are_turns() -> None:
    draft = _document(Piece("خبرنگار: چرا؟\nنانوا: چون.\nو همین.\nخبرنگار: کجا؟", 4), Piece("نانوا: این‌جا.", 9))
    assert [(speech.label, speech.line) for speech in draft.speeches] == [
        ("خبرنگار", 4),
        ("نانوا", 5),
        ("خبرنگار", 7),
        ("نانوا", 9),
    ]


def test_a_direction_before_the_label_is_known() -> None:
    draft = _document(
        Piece("نیک در حال رفتن: خداحافظ.", 1),
        Piece("خبرنگار: چرا؟", 2),
        Piece("نیک: چون.", 3),
        Piece("خبرنگار: کجا؟", 4),
        Piece("نیک: این‌جا.", 5),
    )
    assert [voice.label for voice in draft.speakers] == ["نیک", "خبرنگار"]
    assert draft.speeches[0].passages[0].record == "[در حال رفتن] خداحافظ."


def test_a_text_without_an_interview_is_an_error() -> None:
    for text, code in (("", "T001"), ("یک جمله.\n\nدیگری.", "T003"), ("ایسنا/خراسان", "T001")):
        draft, problems = collected(rough_read.read_rough, Source("a.txt", b"", text))
        assert draft is None
        assert problems[-1].code == code


def test_a_story_is_doubted() -> None:
    text = "پیرمرد آمد.\n\nگفت: «باران کجاست؟»\n\nکسی چیزی نگفت.\n\nشب شد.\n\nصبح باغ سبز بود."
    problems = found_by(rough_read.read_rough, Source("a.txt", b"", text))
    assert any("is this an interview?" in problem.message for problem in problems)


def test_the_introduction_offers_names_for_a_guest_without_one() -> None:
    text = "آب و باغ\n\nگفت‌وگو با مینا راد، باغبان.\n\nچرا؟\n\nچون.\n\nچه شد؟\n\nهیچ."
    problems = found_by(rough_read.read_rough, Source("a.txt", b"", text))
    (asked,) = [problem for problem in problems if "who is" in problem.message]
    assert asked.message == "who is «پاسخ»?; the introduction names مینا راد"
    assert asked.hint.startswith('--speaker "پاسخ=مینا راد"')


@pytest.mark.parametrize("label", ["SPEAKER_00", "Speaker 1", "گوینده ۲", "نفر 2"])
def test_a_voice_that_a_program_has_numbered_is_asked_about(label: str) -> None:
    pieces = [Piece(text, 1, speaker=name) for name, text in [("مجری", "چرا؟"), (label, "چون."), ("مجری", "و؟")]]
    draft, _ = collected(rough_read.of_document, Document("a.json", pieces, structured=True))
    assert draft is not None
    assert f"who is «{label}»?" in [decision.message for decision in draft.decisions if decision.asked]


def test_a_date_of_the_introduction_is_only_asked_about() -> None:
    text = "آب و باغ\n\nاین گفت‌وگو ۲۳ خرداد ۱۳۹۴ در باغ انجام شد و چاپ نشد.\n\nچرا؟\n\nچون.\n\nچه شد؟\n\nهیچ."
    draft, problems = collected(rough_read.read_rough, Source("a.txt", b"", text))
    assert draft is not None
    assert draft.details.date is None
    assert any("the introduction names ۲۳ خرداد ۱۳۹۴" in problem.message for problem in problems)


def _word(*paragraphs: str) -> Draft:
    document, _ = collected(registry.read, office.word(*paragraphs), "a.docx")
    assert document is not None
    draft, problems = collected(rough_read.of_document, document)
    assert draft is not None, problems
    return draft


LEDE = "گفت‌وگو با فریبا سنگک‌پز، نانوا."
QUESTIONS = ("نان چیست؟", "آب کجاست؟", "و صبر")
ANSWERS = ("آرد.", "هست.", "بله.")


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        (office.run("نان و صبر", style="Title"), lambda text: office.run(text, style="Heading2")),
        (office.run("**نان و صبر"), lambda text: office.run(f"**{text}")),
        (office.run("نان و صبر", style="Title"), lambda text: office.run(text, listed=True)),
    ],
    ids=["headings", "bold", "numbered"],
)
def test_questions_that_a_word_file_sets_apart(title: str, asked: Callable[[str], str]) -> None:
    talk = [part for question, answer in zip(QUESTIONS, ANSWERS, strict=True) for part in (asked(question), answer)]
    draft = _word(title, LEDE, *talk)
    assert draft.title.record == "نان و صبر"
    said = [(speech.label, speech.passages[0].record) for speech in draft.speeches]
    assert said[::2] == [("پرسش", question) for question in QUESTIONS]
    assert said[1::2] == [("پاسخ", answer) for answer in ANSWERS]


def test_bold_that_only_sets_a_speaker_apart_is_no_emphasis() -> None:
    draft = _word(
        "نان",
        office.run("**خبرنگار: چرا؟"),
        "چون.",
        office.run("**خبرنگار: ", "کجا؟"),
        office.run("این‌جا ", "**هم", "."),
    )
    assert [speech.passages[0].record for speech in draft.speeches] == ["چرا؟", "چون.", "کجا؟", "این‌جا **هم**."]


MAYBE = "the first line asks, and may be the headline"


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("باغ را که ساخت؟\n\nپدرم.\n\nآب از کجاست؟\n\nاز قنات.\n", True),
        ("* باغ را که ساخت؟\n\nپدرم.\n\n* آب از کجاست؟\n\nاز قنات.\n", False),
        ("**باغ را که ساخت؟**\n\nپدرم.\n\n**آب از کجاست؟**\n\nاز قنات.\n", False),
        ("از باغ بگویید.\n\nپدرم ساخت.\n\nآب از کجاست؟\n\nاز قنات.\n", False),
        ("پرسش: باغ را که ساخت؟\n\nپاسخ: پدرم.\n\nپرسش: آب از کجاست؟\n\nپاسخ: از قنات.\n", False),
        ("باغ ما\n\nباغ را که ساخت؟\n\nپدرم.\n\nآب از کجاست؟\n\nاز قنات.\n", False),
    ],
)
def test_a_first_line_that_asks_may_be_the_headline(text: str, is_asked: bool) -> None:
    draft = rough_read.of_document(plain.document(text, "a.txt"), Problems())
    assert draft is not None
    told = [decision for decision in draft.decisions if MAYBE in str(decision.message)]
    assert [decision.lines for decision in told] == ([(1,)] if is_asked else [])


def test_notes_that_are_typed_in_a_rough_text_are_notes() -> None:
    text = "مجری: آب از کجا می‌آمد؟\n\nراد: از قنات[^1].\n\nمجری: و نان؟\n\nراد: از ده.\n\n[^1]: کاریز هم می‌گویند."
    interview, problems = collected(transcript_read.read_transcript, Source("a.txt", text.encode(), text), str)
    assert interview is not None, problems
    assert [(note.label, note.text.record) for note in interview.footnotes] == [("1", "کاریز هم می‌گویند.")]
    assert [unit.record for unit in interview.turns[1].paragraphs] == ["از قنات[^1]."]
    assert not [problem for problem in problems if problem.code == "T030"]
