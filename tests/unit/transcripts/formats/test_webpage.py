"""Pages that a browser saved, of different makers: their words are those of the page, half-spaces and all."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats import webpage

ARTICLE = """\
<!DOCTYPE html><html lang="fa"><head><meta charset="utf-8"><title>نان لواش در تنور خاموش | روزنامه شهر</title>
<meta property="og:title" content="نان لواش در تنور خاموش">
<meta property="article:published_time" content="2018-03-05T10:20:00+03:30"></head>
<body><header><nav><a href="/">خانه</a><a href="/c">فرهنگ</a></nav></header><main><article>
<h1>نان لواش در تنور خاموش</h1><p>گفت‌وگو با گوهر تنورچی که چهل سال نان پخت.</p>
<figure><img src="x.jpg"><figcaption>عکس: آرش نوری</figcaption></figure>
<p><strong>چرا تنور را خاموش کردید؟</strong><br>گاز آمد. نمی‌شد ایستاد.</p>
<p><strong>دلتان تنگ نمی‌شود؟</strong><br>برای بوی صبحش. بچه‌ها صف می‌کشیدند.</p></article></main>
<aside><h3>پربازدیدها</h3><ul><li><a href="/1">قیمت طلا</a></li></ul></aside></body></html>"""

WEBLOG = """\
<html><head><title>وبلاگ کوچه</title></head><body><div id="post"><h2>قصهٔ پینه‌دوز</h2>
<div class="date">سه شنبه ۵ تیر ۱۳۸۶</div><div><b>نیما:</b> کفش را چند می‌دوختی؟<br><br><b>اوستا کریم:</b> پنج ریال.
<br><br><b>نیما:</b> میخ هم می‌زدی؟<br><br><b>اوستا کریم:</b> میخ چوبی.<br><br></div></div></body></html>"""


def _texts(page: str) -> list[str]:
    return [piece.text for piece in webpage.read(page, "a.html").pieces]


def test_a_short_article_keeps_its_paragraphs_and_half_spaces() -> None:
    found = webpage.read(ARTICLE, "a.html")
    assert [piece.text for piece in found.pieces] == [
        "گفت‌وگو با گوهر تنورچی که چهل سال نان پخت.",
        "عکس: آرش نوری",
        "چرا تنور را خاموش کردید؟",
        "گاز آمد. نمی‌شد ایستاد.",
        "دلتان تنگ نمی‌شود؟",
        "برای بوی صبحش. بچه‌ها صف می‌کشیدند.",
    ]
    assert (found.title, found.published, found.date) == ("نان لواش در تنور خاموش", "2018-03-05", "")
    assert any("«قیمت طلا»" in told for told in found.told)


def test_a_question_in_bold_above_a_line_break_is_a_paragraph_of_its_own() -> None:
    pieces = webpage.read(ARTICLE, "a.html").pieces
    assert [piece.bold for piece in pieces[2:]] == [True, False, True, False]


def test_the_heading_at_the_top_is_the_headline_when_the_title_is_that_of_the_site() -> None:
    found = webpage.read(WEBLOG, "a.html")
    assert found.title == "قصهٔ پینه‌دوز"
    assert found.pieces[0].text == "سه شنبه ۵ تیر ۱۳۸۶"
    assert "title of the page: وبلاگ کوچه" in found.told


@pytest.mark.parametrize("page", [ARTICLE, WEBLOG])
def test_every_paragraph_is_one_of_the_page(page: str) -> None:
    for text in _texts(page):
        assert all(part in page for part in text.split(": "))
