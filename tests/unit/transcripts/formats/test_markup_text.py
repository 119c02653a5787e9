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
