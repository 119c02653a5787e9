"""Pages that a browser saved, of different makers: their words are those of the page, half-spaces and all."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goftogu.transcripts.formats import webpage
from goftogu.transcripts.formats.document import Refused

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


DOCS = """\
<html><head><meta charset="utf-8"></head><body class="doc-content"><p class="title"><span>قصهٔ پینه‌دوز</span></p>
<p><span>نیما: </span><span>کفش را چند می‌دوختی؟</span></p>
<p><span>اوستا: پنج ریال</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span> پول آن روز</span>
<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup><span>.</span></p><hr>
<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;کوچهٔ کفاش‌ها.</span></p></div>
<div class="c"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>مطمئن نیستم.</span></p><p><span>بپرس.</span></p></div>
</body></html>"""


@pytest.mark.parametrize(
    ("part", "texts"),
    [
        ("<p>چرا آمدید؟</p>", ["چرا آمدید؟"]),
        ("چرا آمدید؟", ["چرا آمدید؟"]),
        ("<svg><p><p>چرا آمدید؟", ["چرا آمدید؟"]),
        ("<video>چرا آمدید؟<p>راه نزدیک بود.</video>", ["چرا آمدید؟", "راه نزدیک بود."]),
        ("<math></math><html><p>چرا آمدید؟<p>راه نزدیک بود.", ["چرا آمدید؟", "راه نزدیک بود."]),
    ],
)
def test_a_part_of_a_page_is_read_as_a_page(part: str, texts: list[str]) -> None:
    assert _texts(part) == texts


def test_comments_and_footnotes_below_a_page_of_google_docs_are_no_speech() -> None:
    pieces = webpage.read(DOCS, "a.html").pieces
    said = [piece.text for piece in pieces if not piece.note]
    assert said[-2:] == ["نیما: کفش را چند می‌دوختی؟", "اوستا: پنج ریال پول آن روز [1]."]
    assert [(piece.note, piece.text.split("\u00a0")[-1]) for piece in pieces if piece.note] == [
        ("footnote", "کوچهٔ کفاش‌ها."),
        ("comment", "[a]مطمئن نیستم."),
        ("comment", "بپرس."),
    ]


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


WORDS: Final = st.sampled_from("نان تنور آرد خمیر بله نه آب نمک صبح بچه‌ها می‌پختیم نمی‌شد خانه کوچه شاگرد خراسان".split())
LINES: Final = st.lists(st.lists(WORDS, min_size=1, max_size=30).map(" ".join), min_size=1, max_size=12)


@given(article=LINES, aside=LINES)
@settings(max_examples=60, deadline=None)
def test_what_a_page_says_is_kept_or_told(article: list[str], aside: list[str]) -> None:
    said = "".join(f"<p>{line}.</p>" for line in article)
    page = (
        f"<html><body><article>{said}</article><footer>{''.join(f'<p>{line}.</p>' for line in aside)}</footer></body>"
    )
    try:
        found = webpage.read(page, "a.html")
    except Refused:
        return
    counted = [match for told in found.told if (match := re.match(r"(\d+) lines of the site", told))]
    left = int(counted[0][1]) if counted else 0
    assert len(found.pieces) + left == len(article) + len(aside)
    assert {piece.text for piece in found.pieces} <= {f"{line}." for line in (*article, *aside)}


def test_a_line_that_is_left_out_is_told_though_its_words_are_kept() -> None:
    lines = ["نان را در تنور می‌پختیم و آرد را از شهر می‌آوردند.", "آب از چشمه می‌آمد و نان بوی صبح می‌داد."]
    page = (
        "<html><body><article>"
        + "".join(f"<p>{line}</p>" for line in lines)
        + "</article><footer><p>نان</p></footer></body>"
    )
    found = webpage.read(page, "a.html")
    assert [piece.text for piece in found.pieces] == lines
    assert found.told == ["1 lines of the site around the text left out: «نان»"]


ASKS: Final = "سازهای کویر کجا رفتند؟"
SAID: Final = (
    "<p>استاد نادر سه‌تارچی پنجاه سال است که در شهرش ساز می‌سازد و به شاگردان بسیاری نواختن یاد داده است.</p>"
    "<p>نخستین بار کی ساز به دست گرفتید؟</p><p>ده‌ساله بودم که همسایه‌مان سه‌تاری به من داد و گفت گوش کن.</p>"
    "<p>استاد شما که بود؟</p><p>مرد سالخورده‌ای که در بازار مسگرها دکان داشت و خودش ساز می‌تراشید.</p>"
)


def _asking(top: str, title: str = f"{ASKS} | روزنامهٔ شهر") -> str:
    return f'<html lang="fa"><head><title>{title}</title></head><body><article>{top}{SAID}</article></body></html>'


@pytest.mark.parametrize(
    "top", [f"<h1>{ASKS}</h1>", f"<h2>{ASKS}</h2>", f"<p><b>{ASKS}</b></p>", f"<p>{ASKS}</p>", f"<div>{ASKS}</div>"]
)
def test_a_headline_that_asks_is_no_question_whatever_it_looks_like(top: str) -> None:
    found = webpage.read(_asking(top), "a.html")
    assert found.title == ASKS
    assert found.pieces[0].text.startswith("استاد نادر")


def test_a_headline_of_which_the_title_says_more_is_kept_in_the_title() -> None:
    title = f"{ASKS} گفت‌وگو با نادر سه‌تارچی"
    found = webpage.read(_asking(f"<p>{ASKS}</p>", title), "a.html")
    assert found.title == title
    assert ASKS not in [piece.text for piece in found.pieces]


@pytest.mark.parametrize("top", ["<p>چرا؟</p>", "<p>کجا رفتند؟</p>", f"<p>{ASKS} گفت‌وگو با نادر</p>"])
def test_a_line_that_is_no_headline_stays(top: str) -> None:
    text = re.sub("<.*?>", "", top)
    assert webpage.read(_asking(top), "a.html").pieces[0].text == text


def test_a_first_question_that_is_the_headline_stays_below_it() -> None:
    found = webpage.read(_asking(f"<h1>{ASKS}</h1><p>{ASKS}</p>"), "a.html")
    assert [piece.text for piece in found.pieces[:2]] == [ASKS, found.pieces[1].text]
    assert found.pieces[1].text.startswith("استاد")


@pytest.mark.parametrize(
    ("top", "title", "is_asked"),
    [
        (f"<p><b>{ASKS}</b></p>", "روزنامهٔ شهر", True),
        (f"<p>{ASKS}</p>", f"{ASKS} | روزنامهٔ شهر", False),
        (f"<h1>سازها</h1><p>{ASKS}</p>", "سازها", False),
        ("<p>سازها را که می‌سازد و چه کسی می‌نوازد.</p>", "روزنامهٔ شهر", False),
        (f"<p>{'چه بسیار سازها، ' * 10}{ASKS}</p>", "روزنامهٔ شهر", False),
    ],
)
def test_where_only_the_site_is_named_the_first_line_may_be_the_headline(top: str, title: str, is_asked: bool) -> None:
    found = webpage.read(_asking(top, title), "a.html")
    assert [str(message) for message, _ in found.asked] == ([str(webpage._MAYBE)] if is_asked else [])


SIGNED: Final = """\
<html lang="fa"><head><title>سازهای کویر</title><meta name="author" content="پری راد">
<link rel="canonical" href="https://example.org/saz"></head><body><article>{top}{said}</article></body></html>"""


def test_author_and_address_of_a_page_are_told_and_its_title_where_it_is_no_headline() -> None:
    found = webpage.read(SIGNED.format(top="<h1>سازهای کویر</h1>", said=SAID), "a.html")
    assert (found.title, found.url) == ("سازهای کویر", "https://example.org/saz")
    assert list(map(str, found.told)) == ["author: پری راد"]
    unsigned = webpage.read(_asking(f"<h1>{ASKS}</h1>"), "a.html")
    assert (unsigned.url, unsigned.told) == ("", [])


def test_a_heading_below_the_headline_stays() -> None:
    found = webpage.read(SIGNED.format(top="<h1>سازهای کویر</h1><h2>در دکان استاد نادر</h2>", said=SAID), "a.html")
    assert found.title == "سازهای کویر"
    assert [(piece.text, piece.heading) for piece in found.pieces[:1]] == [("در دکان استاد نادر", 2)]
