"""Notes as they are typed, and the places to which notes of any file may belong."""

from __future__ import annotations

import pytest

from goftogu.problems import Problems
from goftogu.transcripts import convert
from goftogu.transcripts.formats import footnotes, plain, registry
from goftogu.transcripts.formats.document import STRONG, Piece, Span
from tests import office
from tests.collecting import collected

LEADS = '<w:footnoteReference w:id="2"/>'
FILES, RELATION = office.footnotes("کاریز است.")


def _typed(*texts: str) -> tuple[list[str], dict[str, str], list[str]]:
    """Return the records of the paragraphs, the notes, and what is set aside."""
    pieces, notes = footnotes.typed([plain.read(text).pieces[0] for text in texts])
    records = [piece.record for piece in pieces if not piece.note]
    aside = [piece.text for piece in pieces if piece.note]
    return records, {label: note.record for label, note in notes.items()}, aside


@pytest.mark.parametrize(
    ("text", "note", "record", "label"),
    [
        ("از قنات[^1] آب خوردیم.", "[^1]: کاریز.", "از قنات[^1] آب خوردیم.", "1"),
        ("از قنات[^۱] آب خوردیم.", "[^۱]: کاریز.", "از قنات[^1] آب خوردیم.", "1"),
        ("از قنات[^kariz] آب خوردیم.", "[^kariz]:کاریز.", "از قنات[^kariz] آب خوردیم.", "kariz"),
        ("از **قنات[^1]** آب خوردیم.", "[^1]: کاریز.", "از **قنات**[^1] آب خوردیم.", "1"),
        ("از **آبِ[^1] قنات** خوردیم.", "[^1]: کاریز.", "از **آبِ قنات**[^1] خوردیم.", "1"),
        ("[^1]از **قنات** خوردیم.", "[^1]: کاریز.", "[^1]از **قنات** خوردیم.", "1"),
        ("از قنات[^1] و باز قنات[^1].", "[^1]: کاریز.", "از قنات[^1] و باز قنات\\[^1].", "1"),
        ("از قنات[^1] و چاه[^2].", "[^1]: کاریز.", "از قنات[^1] و چاه\\[^2].", "1"),
    ],
)
def test_a_typed_note_belongs_to_its_place(text: str, note: str, record: str, label: str) -> None:
    assert _typed(text, note) == ([record], {label: "کاریز."}, [])


def test_several_notes_keep_their_bold_words_and_their_places() -> None:
    texts, notes, aside = _typed("نان[^a] و **آب**[^b] و نمک.", "[^b]: از **کوه**.", "[^a]: سنگک.", "همین.")
    assert (texts, aside) == (["نان[^a] و **آب**[^b] و نمک.", "همین."], [])
    assert notes == {"b": "از **کوه**.", "a": "سنگک."}


def test_a_note_to_which_nothing_refers_and_a_second_one_of_a_name_are_set_aside() -> None:
    texts, notes, aside = _typed("نان[^1] بود.", "[^1]: سنگک.", "[^1]: بربری.", "[^2]: لواش.")
    assert (texts, notes, aside) == (["نان[^1] بود."], {"1": "سنگک."}, ["بربری.", "لواش."])


@pytest.mark.parametrize("text", ["[^1]:", "[^1] کاریز.", "[1]: کاریز.", "[^یک دو]: کاریز.", "و [^1]: کاریز."])
def test_what_begins_like_a_note_and_is_none_stays_text(text: str) -> None:
    pieces, notes = footnotes.typed([Piece("از قنات[^1] خوردیم.", 1), Piece(text, 2)])
    assert [piece.text for piece in pieces] == ["از قنات[^1] خوردیم.", text]
    assert notes == {}


def test_a_span_before_a_reference_stays_and_one_behind_it_moves() -> None:
    piece = Piece("آب[^1] نان آب", 1, (Span(0, 2, STRONG), Span(7, 10, STRONG)))
    (found,), _ = footnotes.typed([piece, Piece("[^1]: کاریز.", 2)])
    assert found.text == "آب نان آب"
    assert found.spans == (Span(0, 2, STRONG), Span(2, 2, "[^1]"), Span(3, 6, STRONG))


def _imported(data: bytes, name: str) -> tuple[str, list[str], list[str]]:
    """Return the text below the front matter, what is set aside in it, and what is told."""
    document, problems = collected(registry.read, data, name)
    assert document is not None, problems
    found = Problems()
    made = convert.of_document(document, str, found)
    assert made.draft is not None
    assert not found.has_errors(), list(found)
    return made.text.rpartition("\n---\n")[2], made.draft.notes, [str(one.message) for one in made.decisions]


@pytest.mark.parametrize(("host", "guest"), [("", ""), ("مجری: ", "نانوا: ")], ids=["without labels", "labelled"])
def test_a_bold_question_keeps_its_note(host: str, guest: str) -> None:
    data = office.word(
        office.run(f"**{host}نان را که پخت؟", LEADS),
        office.run(f"{guest}پدرم."),
        office.run(f"**{host}آب را که آورد؟"),
        office.run(f"{guest}مادرم، از قنات."),
        office.run(f"**{host}آرد از کجا می‌آمد؟"),
        office.run(f"{guest}از آسیاب پایین ده."),
        files=FILES,
        relations=RELATION,
    )
    text, aside, told = _imported(data, "a.docx")
    assert "نان را که پخت؟[^1]\n" in text
    assert text.endswith("[^1]: کاریز است.\n")
    assert aside == []
    assert "1 footnote kept, each at its place" in told


@pytest.mark.parametrize(
    ("title", "question", "heading"), [((LEADS,), (), ()), ((), (), (LEADS,))], ids=["the title", "a heading"]
)
def test_a_note_where_none_can_be_is_set_aside_and_told(
    title: tuple[str, ...], question: tuple[str, ...], heading: tuple[str, ...]
) -> None:
    data = office.word(
        office.run("نان و صبر", *title, style="Title"),
        office.run("مجری: نان را که پخت؟", *question),
        office.run("نانوا: پدرم."),
        office.run("بخش دوم", *heading, style="Heading2"),
        office.run("مجری: و آب؟"),
        office.run("نانوا: مادرم."),
        files=FILES,
        relations=RELATION,
    )
    text, aside, told = _imported(data, "a.docx")
    assert "کاریز" not in text
    assert aside == ["کاریز است."]
    assert "not part of the interview (footnote): کاریز است." in told
    assert not any("kept, each at its place" in message for message in told)


MARKDOWN = """\
# گفت‌وگو با یک خیاط

> در کارگاه او،
> در لاله‌زار.

**س: کارگاه را کی باز کردید؟[^1]**

سال چهل و دو، با خواهرم[^2].

**س: مشتری‌ها که بودند؟**

همه‌جور آدم، از هنرپیشه‌ها[^3] بگیر تا همسران سفیران خارجی که در آن سال‌ها در همان خیابان زندگی می‌کردند
و لباس‌هایشان را از پاریس می‌آوردند که من از رویشان بدوزم و برایشان کوچک و بزرگ کنم.

[^1]: خیاط‌خانهٔ بهار.
[^2]: خواهرش سه سال از او بزرگ‌تر بود و تا پایان عمر با او در همان خانهٔ کوچک پشت کارگاه زندگی کرد.
[^3]: نامشان را نگفت.
"""


def test_notes_and_quotations_of_markdown() -> None:
    text, aside, told = _imported(MARKDOWN.encode(), "a.md")
    assert text.startswith("در کارگاه او،\n{: #p1 }\n\nدر لاله‌زار.\n{: #p2 }\n")
    assert aside == []
    assert "کارگاه را کی باز کردید؟[^1]\n" in text
    assert "با خواهرم[^2].\n" in text
    assert "از هنرپیشه‌ها[^3] بگیر" in text
    assert [line for line in text.splitlines() if line.startswith("[^")] == [
        "[^1]: خیاط‌خانهٔ بهار.",
        "[^2]: خواهرش سه سال از او بزرگ‌تر بود و تا پایان عمر با او در همان خانهٔ کوچک پشت کارگاه زندگی کرد.",
        "[^3]: نامشان را نگفت.",
    ]
    assert "3 footnotes kept, each at its place" in told


def test_only_markdown_has_quotations() -> None:
    document = plain.document("> مجری: چرا؟\n\n> نانوا: چون.", "a.txt")
    assert [piece.text for piece in document.pieces] == ["> مجری: چرا؟", "> نانوا: چون."]
