"""What stands above a rough text: headlines, bylines, introductions, and what they say of the interview."""

from __future__ import annotations

import pytest

from goftogu.model import Source
from goftogu.problems import Problems
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.draft import Draft
from goftogu.transcripts.formats import plain
from goftogu.transcripts.formats.document import Document, Piece
from goftogu.transcripts.rough import read as rough_read
from tests.collecting import collected, found_by

TALK = "مجری: کجا به دنیا آمدید؟\n\nسرو: در شیراز.\n\nمجری: چه سالی؟\n\nسرو: ۱۳۲۰."
SAID = [Piece("کجا؟", 4, speaker="نیما"), Piece("در شیراز.", 5, speaker="سارا"), Piece("چرا؟", 6, speaker="نیما")]


def read(*above: str) -> Draft:
    draft = rough_read.of_document(plain.document("\n\n".join([*above, TALK]), "a.txt"), Problems())
    assert draft is not None
    return draft


def front(draft: Draft) -> list[tuple[str, str]]:
    return [(kind, passage.record) for kind, passage in draft.front]


@pytest.mark.parametrize(("above", "title"), [(2, "نان و آب"), (3, "باغی که در شهر ماند")])
def test_a_marked_headline_is_one_of_the_first_three_lines(above: int, title: str) -> None:
    lines = ["باغی که در شهر ماند", "رودی که از شهر گذشت", "شهری که در باغ ماند"][:above]
    assert read(*lines, "# نان و آب", "درآمدی کوتاه است.").title.record == title


@pytest.mark.parametrize(("between", "is_copy"), [(2, True), (3, False)])
def test_a_copy_of_the_headline_is_one_of_the_three_paragraphs_below_it(between: int, is_copy: bool) -> None:
    intro = [f"درآمد {number} کوتاه است." for number in ("یکم", "دوم", "سوم")][:between]
    draft = read("نان هنوز گرم است", *intro, "نان هنوز گرم است")
    assert front(draft) == [*(("", text) for text in intro), *[("", "نان هنوز گرم است")] * (not is_copy)]
    assert draft.notes == ["نان هنوز گرم است"] * is_copy


@pytest.mark.parametrize(("above", "labels"), [(9, ["پرسش", "مینا راد"]), (10, ["پرسش", "پاسخ"])])
def test_a_name_that_the_first_ten_paragraphs_give_is_a_label_also_when_it_stands_once(
    above: int, labels: list[str]
) -> None:
    intro = ["باغ سبز بود."] * above
    text = "\n\n".join([*intro, "گفت‌وگو با مینا راد، باغبان.", "چرا باغ؟", "مینا راد: چون سبز است."])
    draft = rough_read.of_document(plain.document(text, "a.txt"), Problems())
    assert draft is not None
    assert [speech.label for speech in draft.speeches] == labels


def test_who_wrote_a_text_is_not_its_headline() -> None:
    draft = rough_read.of_document(plain.document("By Sara Writer\n\nمجری: باغ را که ساخت؟", "garden.txt"), Problems())
    assert draft is not None
    assert (draft.title.record, draft.notes) == ("garden", ["By Sara Writer"])


def test_who_wrote_a_text_stands_above_speakers_whom_the_file_names() -> None:
    draft = rough_read.of_document(Document("a.json", [Piece("By Sara Writer", 1), *SAID]), Problems())
    assert draft is not None
    assert (draft.notes, front(draft)) == (["By Sara Writer"], [])


@pytest.mark.parametrize(
    ("text", "line"),
    [("date 2015-06-13 باغ سبز بود.", 1), ("کد خبر: ۱۲۳۴۵\n\nباغ سبز بود.\n\nرود آرام بود.", 3)],
)
def test_where_nobody_can_be_told_from_another_the_first_paragraph_is_named(text: str, line: int) -> None:
    problem = found_by(rough_read.read_rough, Source("a.txt", b"", text))[-1]
    assert (problem.code, problem.line, problem.column) == ("T003", line, 1)


@pytest.mark.parametrize("report", ["به گزارش ایرنا، او از باغ گفت.", "به گزارش ایرنا، متن این گفت‌وگو به شرح زیر است:"])
def test_what_stands_above_the_report_of_an_agency_is_the_lede(report: str) -> None:
    kinds = [kind for kind, _ in front(read("باغ و شهر", "باغبان پیر از سال‌های دور گفت.", report))]
    assert kinds == ["lede", "note" if report.endswith(":") else ""]
    assert front(read("باغ و شهر", report))[0][0] != "lede"


def test_a_bold_line_above_the_first_turn_is_no_section() -> None:
    draft = read("باغ و شهر", "درآمدی کوتاه است.", "**باغ هنوز زنده است**")
    assert front(draft) == [("", "درآمدی کوتاه است."), ("", "**باغ هنوز زنده است**")]
    assert draft.speeches[0].heading is None


def test_whoever_is_found_in_a_raw_text_was_declared_by_nobody() -> None:
    interview, problems = collected(transcript_read.read_transcript, Source("a.txt", b"", TALK), str)
    assert interview is not None, problems
    assert interview.raw
    assert [speaker.inferred for speaker in interview.speakers.values()] == [True, True]


def test_what_is_wrong_in_a_note_of_a_raw_text_is_told_with_its_line() -> None:
    text = f"{TALK.replace('شیراز', 'شیراز[^1]')}\n\n[^1]: باغ [withheld فین]."
    found = found_by(transcript_read.read_transcript, Source("a.txt", b"", text), str)
    assert [(problem.code, problem.line) for problem in found if problem.severity == "error"] == [("T016", 9)]
