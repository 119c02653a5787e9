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
