from __future__ import annotations

import pytest

from goftogu.transcripts.formats import markup_text


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>یک</p><p>دو</p>", ["یک", "دو"]),
        ("<p>یک</p>دو", ["یک", "دو"]),
        ("یک", ["یک"]),
        ("<p>یک<p>دو", ["یک", "دو"]),
        ("<div>یک<p>دو</p>سه</div>", ["یک", "دو", "سه"]),
        ("", []),
        ("<p> </p>", []),
    ],
)
def test_every_text_is_a_paragraph_also_the_last_one_that_nothing_closes(html: str, texts: list[str]) -> None:
    assert [piece.text for piece in markup_text.read(html)] == texts


@pytest.mark.parametrize(
    ("tag", "record"),
    [("b", "نان **خوب** است"), ("strong", "نان **خوب** است"), ("i", "نان *خوب* است"), ("em", "نان *خوب* است"),
     ("u", "نان خوب است"), ("span", "نان خوب است")],
)  # fmt: skip
def test_what_is_bold_or_italic_stays_so(tag: str, record: str) -> None:
    assert [piece.record for piece in markup_text.read(f"<p>نان <{tag}>خوب</{tag}> است</p>")] == [record]


@pytest.mark.parametrize(
    ("html", "record"),
    [
        ("<b>چرا</b> <i>کجا</i>", "**چرا** *کجا*"),
        ("<b>چرا؟</b><i>کجا؟</i>", "**چرا؟***کجا؟*"),
        ("<b>چرا <i>کجا</i></b>", "چرا *کجا*"),
        ("<b> </b>چرا", "چرا"),
    ],
)
def test_what_is_bold_may_stand_beside_what_is_italic_and_not_around_it(html: str, record: str) -> None:
    (piece,) = markup_text.read(f"<p>{html}</p>")
    assert piece.record == record


def test_items_of_lists_are_numbered_or_have_a_dash_each_list_from_one() -> None:
    html = "<ol><li>یک</li><li>دو<ul><li>سه</li></ul></li><li>چهار</li></ol><ol><li>پنج</li></ol><li>شش</li><p>هفت</p>"
    marks = [(piece.text, piece.mark) for piece in markup_text.read(html)]
    assert marks == [
        ("یک", "1."),
        ("دو", "2."),
        ("سه", "-"),
        ("چهار", "3."),
        ("پنج", "1."),
        ("شش", "-"),
        ("هفت", ""),
    ]


@pytest.mark.parametrize("level", range(1, 7))
def test_a_heading_has_its_level(level: int) -> None:
    pieces = markup_text.read(f"<h{level}>باغ</h{level}><p>آب</p>")
    assert [(piece.text, piece.heading) for piece in pieces] == [("باغ", level), ("آب", 0)]


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>نان &amp; آب &laquo;خوب&raquo; &#1587;</p>", ["نان & آب «خوب» س"]),
        ("<style>p {}</style><p>نان</p>", ["نان"]),
        ("</style><p>نان</p><style>p {}</style><p>آب</p>", ["نان", "آب"]),
        ('<p>نان<a href="#comment-1">[a]</a> و آب</p>', ["نان و آب"]),
        ('<p>نان</p><dl><dt id="comment-1">[a]</dt><dd id="comment-1">آب</dd></dl><p>باغ</p>', ["نان", "آب", "باغ"]),
        ("<table><tr><td><p>مجری</p></td><td><p>چرا؟</p><p>و کجا؟</p></td></tr></table>", ["مجری\tچرا؟", "و کجا؟"]),
        ("<table><tr><td><p>مجری</p><p>نیما</p></td><td>چرا؟</td></tr></table>", ["مجرینیما\tچرا؟"]),
        (
            "<table><tr><td>یک</td><td>دو</td></tr><tr><td><p>سه</p></td><td><p>چهار</p></td></tr></table>",
            ["یک\tدو", "سه\tچهار"],
        ),
    ],
)
def test_what_is_part_of_a_paragraph(html: str, texts: list[str]) -> None:
    assert [piece.text for piece in markup_text.read(html)] == texts
    assert [piece.line for piece in markup_text.read(html)] == [*range(1, len(texts) + 1)]


def test_a_number_that_no_page_shows_leads_to_no_note() -> None:
    (piece,) = markup_text.read("<p>نان<script>[1]</script><b> </b>و آب</p>")
    assert piece.spans == ()


def test_what_is_bold_beyond_the_end_of_a_line_is_bold_from_the_start_of_the_next() -> None:
    assert [piece.record for piece in markup_text.read("<p><b>نان<br>آب</b> و باغ</p>")] == ["**نان**", "**آب** و باغ"]


@pytest.mark.parametrize(
    ("html", "record"),
    [
        ("<p>نان{0}<b>آب</b></p>", "نان[^1]**آب**"),
        ("<p>نان <b>آب{0} و باغ</b></p>", "نان **آب و باغ**[^1]"),
        ("<p>نان <b>آب</b>{0}</p>", "نان **آب**[^1]"),
    ],
)
def test_what_leads_to_a_note_stands_behind_what_is_bold_around_it(html: str, record: str) -> None:
    lead = '<a href="#footnote-1" id="footnote-ref-1">[1]</a>'
    assert [piece.record for piece in markup_text.read(html.format(lead))] == [record]
