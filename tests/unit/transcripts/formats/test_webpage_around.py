"""Saved pages: what around the text is left out, and how far a paragraph may be from the one above it."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats import webpage
from goftogu.transcripts.formats.document import Piece

TALK = (
    "<p>استاد نادر سه‌تارچی پنجاه سال است که در شهرش ساز می‌سازد و به شاگردان بسیاری نواختن یاد داده است.</p>"
    "<p>نخستین بار کی ساز به دست گرفتید؟</p><p>ده‌ساله بودم که همسایه‌مان سه‌تاری به من داد و گفت گوش کن.</p>"
)
NUMBERS = "نخستین دومین سومین چهارمین پنجمین ششمین هفتمین هشتمین".split()


def page(article: str, *, title: str = "روزنامهٔ شهر", below: str = "") -> str:
    head = f'<html lang="fa"><head><title>{title}</title></head>'
    return f"{head}<body><article>{article}</article>{below}</body></html>"


@pytest.mark.parametrize(("count", "more"), [(1, ""), (5, ""), (6, " and 1 more"), (7, " and 2 more")])
def test_five_lines_around_the_text_are_shown(count: int, more: str) -> None:
    lines = [f"پیوند {number}" for number in NUMBERS[:count]]
    footer = "".join(f"<p>{line}</p>" for line in lines)
    told = webpage.read(page(TALK, below=f"<footer>{footer}</footer>"), "a.html").told
    shown = ", ".join(f"«{line}»" for line in lines[:5])
    assert f"{count} lines of the site around the text left out: {shown}{more}" in list(map(str, told))


def test_paragraphs_are_counted_as_they_stand_in_the_text_and_notes_below_them() -> None:
    note = '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> کوچهٔ کفاش‌ها.</span></p></div>'
    found = webpage.read(
        page(f"<h1>سازهای کویر کجا رفتند؟</h1>{TALK}", title="سازهای کویر کجا رفتند؟", below=note), "a.html"
    )
    assert [(piece.line, piece.note) for piece in found.pieces] == [(2, ""), (3, ""), (4, ""), (5, "footnote")]


def test_a_table_and_a_list_below_the_text_are_part_of_it() -> None:
    talk = "".join(f"<p>{number} بار کی ساز به دست گرفتید و نزد که آموختید و چند سال ماندید؟</p>" for number in NUMBERS)
    rows = "".join(
        f"<tr><td>پرسشگر</td><td>استاد {number} شما که بود و کجا دکان داشت و چه می‌ساخت؟</td></tr>" for number in NUMBERS
    )
    texts = [piece.text for piece in webpage.read(page(f"{talk}<table>{rows}</table>"), "a.html").pieces]
    assert texts[8] == "پرسشگر\tاستاد نخستین شما که بود و کجا دکان داشت و چه می‌ساخت؟"
    assert len(texts) == 16
    div = "<div><p>متن دیگری هم این‌جا هست که از گفت‌وگو جداست و بلند.</p></div><ul><li>یک</li><li>دو</li></ul>"
    listed = webpage.read(f"<html><body><div>{TALK}</div>{div}</body></html>", "a.html")
    assert [piece.text for piece in listed.pieces][-2:] == ["یک", "دو"]


LONG = "آ" * 200


@pytest.mark.parametrize(
    ("gap", "letters", "is_found"),
    [(0, 1, True), (1, 7, False), (1, 8, True), (20, 8, True), (21, 8, False), (21, 24, False), (21, 25, True)],
)
def test_a_paragraph_of_the_text_stands_near_the_one_above_it_or_is_long(
    gap: int, letters: int, is_found: bool
) -> None:
    own = "ب" * letters
    whole = [Piece(text, 1) for text in (LONG, "***", own, LONG)]
    found = webpage._as_in_page(whole, [Piece(f"{LONG}{'پ' * gap}{own}{LONG}", 1)])
    assert [(piece.text, piece.line) for piece in found] == list(
        zip([LONG, *[own] * is_found, LONG], (1, 2, 3), strict=False)
    )


@pytest.mark.parametrize(("letters", "is_text"), [(100, False), (101, True)])
def test_where_less_than_four_fifths_are_found_in_the_page_the_text_is_taken_as_it_was_found(
    letters: int, is_text: bool
) -> None:
    text = [Piece(f"{LONG}{LONG}{'ب' * letters}", 1)]
    whole = [Piece(LONG, 1), Piece(LONG, 2)]
    assert (webpage._as_in_page(whole, text) == text) is is_text


@pytest.mark.parametrize(("above", "headline"), [(2, "قصهٔ پینه‌دوز"), (3, "روزنامهٔ شهر")])
def test_the_headline_is_one_of_the_first_three_lines(above: int, headline: str) -> None:
    pieces = [*[Piece("سطری کوتاه.", 1)] * above, Piece("قصهٔ پینه‌دوز", 4, heading=2)]
    assert webpage._headline(pieces, "روزنامهٔ شهر") == headline


@pytest.mark.parametrize(("above", "headline"), [(1, "روزنامهٔ شهر"), (2, "قصهٔ پینه‌دوز")])
def test_a_title_that_stands_in_the_first_three_lines_is_the_headline(above: int, headline: str) -> None:
    lines = [Piece("قصهٔ پینه‌دوز", 1, heading=2), *[Piece("سطری کوتاه.", 2)] * above, Piece("در روزنامهٔ شهر", 4)]
    assert webpage._headline(lines, "روزنامهٔ شهر") == headline


@pytest.mark.parametrize(("length", "is_asked"), [(110, True), (111, False)])
def test_a_first_line_of_a_hundred_and_ten_characters_may_be_the_headline(length: int, is_asked: bool) -> None:
    asks = "سازهای کویر کجا رفتند و ".ljust(length - 1, "آ") + "؟"
    assert bool(webpage.read(page(f"<p>{asks}</p>{TALK}"), "a.html").asked) is is_asked


@pytest.mark.parametrize(("said", "is_headline"), [("سازهای ما", True), ("سازهای م", False)])
def test_a_line_of_eight_letters_may_be_the_headline(said: str, is_headline: bool) -> None:
    found = webpage.read(page(f"<p>{said}</p>{TALK}", title="سازهای ما کجا رفتند"), "a.html")
    assert (found.pieces[0].text != said) is is_headline


def test_what_is_left_out_is_known_by_its_words_where_paragraphs_were_joined() -> None:
    whole = [Piece(text, 1) for text in ("نان و آب", "باغ و رود", "پیوند")]
    assert webpage._missing(whole, [Piece("نان و آب باغ و رود", 1)]) == [Piece("پیوند", 1)]
