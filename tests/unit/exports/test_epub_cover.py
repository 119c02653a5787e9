"""The cover of a book: what it says, from which side, and that it fits."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content.settings import SiteConfig
from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition.material import Material
from goftogu.exports import epub_cover
from goftogu.model import Bilingual, Language, Paragraph, Role, Speaker
from goftogu.persian.dates.calendar import Calendar, DateRange, PartialDate
from tests.materials import bare, material

SVG = "{http://www.w3.org/2000/svg}"
HTML = "{http://www.w3.org/1999/xhtml}"
LATIN = "{http://www.w3.org/XML/1998/namespace}lang"


def drawing(held: Material) -> ET.Element:
    return ET.fromstring(epub_cover.picture(held))  # noqa: S314  # written a moment ago, by us


def lines(held: Material) -> list[tuple[str, str]]:
    """Return the lines of a cover, each with its size."""
    return [(text.text or "", text.get("font-size") or "") for text in drawing(held).iter(f"{SVG}text")]


def titled(title: str) -> Material:
    held = material()
    return dataclasses.replace(
        held, interview=dataclasses.replace(held.interview, title=Paragraph("title", title, title, line=0))
    )


def test_it_says_title_speakers_day_and_archive() -> None:
    held = material()
    words = [text for text, _ in lines(held)]
    title = " ".join(text for text, size in lines(held) if int(size) > 26)
    assert title == held.plain(held.interview.title, Language.FA)
    assert words[-1] == held.config.title.fa
    assert "مریم احمدی" in words
    assert held.date(Language.FA) in words


def test_the_picture_has_the_title_for_who_does_not_see_it() -> None:
    held = material()
    root = drawing(held)
    assert root.get("role") == "img"
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == held.plain(held.interview.title, Language.FA)


def test_the_letters_and_the_sign_are_seen_on_their_ground() -> None:
    def light(colour: str | None) -> float:
        assert colour
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    root = drawing(material())
    (ground,), (sign,) = root.iter(f"{SVG}rect"), root.iter(f"{SVG}path")
    assert (ground.get("width"), ground.get("height")) == ("100%", "100%")
    assert (sign.get("fill"), sign.get("stroke-width")) == ("none", "3")
    dark = light(ground.get("fill")) + 0.05
    assert (light(sign.get("stroke")) + 0.05) / dark >= 3
    assert all((light(text.get("fill")) + 0.05) / dark >= 4.5 for text in root.iter(f"{SVG}text"))
    assert root.get("viewBox") == "0 0 600 900"
    assert [group.get("transform") for group in root.iter(f"{SVG}g")] == ["translate(468 90) scale(3)"]


def test_the_manifest_names_the_page_and_the_picture_of_the_cover() -> None:
    page, picture = (ET.fromstring(item).attrib for item in epub_cover.items())  # noqa: S314  # our own
    assert page == {
        "id": "cover",
        "href": "cover.xhtml",
        "media-type": "application/xhtml+xml",
        "properties": "svg",
    }
    assert picture == {
        "id": "cover-image",
        "href": "cover.svg",
        "media-type": "image/svg+xml",
        "properties": "cover-image",
    }


def test_persian_begins_at_the_right() -> None:
    for text in drawing(material()).iter(f"{SVG}text"):
        assert (text.get("x"), text.get("direction"), text.get("text-anchor")) == ("540", "rtl", "start")


def test_an_english_title_ends_where_persian_begins() -> None:
    held = material(translations={})
    english = dataclasses.replace(held.interview, language=TranscriptLanguage.ENGLISH)
    first = next(drawing(dataclasses.replace(held, interview=english)).iter(f"{SVG}text"))
    assert (first.get("x"), first.get("direction"), first.get("text-anchor")) == ("540", "ltr", "end")
    assert (first.get(LATIN), first.get("font-family")) == ("en", "Charter, Georgia, serif")


def test_what_is_not_known_is_not_said() -> None:
    held = bare()
    words = [text for text, _ in lines(held)]
    assert words[-1] == held.config.title.fa
    assert "" not in words
    assert "None" not in words


@pytest.mark.parametrize(
    ("title", "size"),
    [("کوتاه", "50"), ("گفت‌وگو با یک نفر دربارهٔ رودخانه", "50"), ("الف" * 17, "16")],
)
def test_the_longest_line_decides_the_size(title: str, size: str) -> None:
    assert lines(titled(title))[0][1] == size


def test_a_very_long_title_is_cut_between_words() -> None:
    shown = [text for text, size in lines(titled("واژهٔ " * 60)) if int(size) > 26]
    assert len(shown) == 6
    assert shown[-1].endswith("…")


LONG = "واژهٔ " * 60
NAME = "سیده‌فاطمه‌زهرا حسینی‌نژاد طباطبایی اصفهانی"
WIDE = Bilingual("بایگانی تاریخ شفاهی کشاورزان و ماهیگیران کرانهٔ دریای مازندران", "Archive")
DAYS = DateRange(PartialDate(Calendar.JALALI, 1358, 1, 3), PartialDate(Calendar.JALALI, 1361, 12, 29))


def crowded(title: str, names: tuple[str, ...], archive: Bilingual = WIDE) -> Material:
    """Return an interview with speakers of these names, over several days, in an archive with a long name."""
    held = material(date=DAYS, config=SiteConfig(archive))
    speakers = {name: Speaker(name, Role.INTERVIEWEE) for name in names}
    shown = dataclasses.replace(held.interview, title=Paragraph("title", title, title, line=0), speakers=speakers)
    return dataclasses.replace(held, interview=shown)


def placed(held: Material) -> list[tuple[str, int, int]]:
    """Return the lines of a cover, each with its place from the top and its size."""
    texts = drawing(held).iter(f"{SVG}text")
    return [(text.text or "", int(text.get("y") or 0), int(text.get("font-size") or 0)) for text in texts]


def test_the_lines_of_a_cover_have_their_places() -> None:
    assert placed(crowded("رودخانه و آب و نان " * 6, ("زهرا", "مریم", "نرگس", "نسرین"))) == [
        ("رودخانه و آب و نان رودخانه و", 300, 30),
        ("آب و نان رودخانه و آب و نان", 345, 30),
        ("رودخانه و آب و نان رودخانه و", 390, 30),
        ("آب و نان رودخانه و آب و نان", 435, 30),
        ("زهرا", 506, 26),
        ("مریم", 558, 26),
        ("نرگس", 610, 26),  # of more than three, the others are not named
        ("۳ فروردین ۱۳۵۸ – ۲۹ اسفند ۱۳۶۱", 662, 26),
        ("(۲۳ مارس ۱۹۷۹ – ۲۰ مارس ۱۹۸۳)", 701, 26),
        ("بایگانی تاریخ شفاهی کشاورزان و", 801, 26),
        ("ماهیگیران کرانهٔ دریای مازندران", 840, 26),
    ]
    assert placed(crowded("رودخانه و آب", ("زهرا",), Bilingual("بایگانی رود", "River"))) == [
        ("رودخانه و آب", 300, 50),
        ("زهرا", 401, 26),
        ("۳ فروردین ۱۳۵۸ – ۲۹ اسفند ۱۳۶۱", 453, 26),
        ("(۲۳ مارس ۱۹۷۹ – ۲۰ مارس ۱۹۸۳)", 492, 26),
        ("بایگانی رود", 840, 26),
    ]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("آب " * 5 + "آب", [(17, 50)]),
        ("آب " * 6 + "آب", [(17, 50), (2, 50)]),
        ("آب " * 30 + "آبشار", [(17, 46)] * 5 + [(5, 46)]),
        ("آب " * 36 + "آب", [(20, 42)] * 5 + [(5, 42)]),
    ],
)
def test_a_line_has_17_of_the_largest_letters(title: str, lines: list[tuple[int, int]]) -> None:
    found = placed(crowded(title, (), Bilingual("بایگانی", "Archive")))
    assert [(len(text), size) for text, _, size in found if size > 26] == lines


def assert_readable(held: Material) -> None:
    """Assert that no line is on another one, or wider or higher than the cover."""
    texts = list(drawing(held).iter(f"{SVG}text"))
    sizes = [int(text.get("font-size") or 0) for text in texts]
    places = [int(text.get("y") or 0) for text in texts]
    apart = [below - above for above, below in pairwise(places)]
    assert all(gap >= size for gap, size in zip(apart, sizes[1:], strict=True)), places
    assert places[0] >= 300
    assert places[-1] == 840
    assert all(len(text.text or "") * size <= 50 * 17 for text, size in zip(texts, sizes, strict=True))


@pytest.mark.parametrize("title", ["کوتاه", "گفت‌وگو با ماهیگیر " * 5, "رودخانه و آب و نان " * 6, LONG])
@pytest.mark.parametrize(
    "names", [(), ("زهرا",), (NAME,), ("زهرا", "مریم", "نرگس"), (NAME, f"{NAME} یکم", f"{NAME} دوم")]
)
def test_no_line_is_on_another_one(title: str, names: tuple[str, ...]) -> None:
    assert_readable(crowded(title, names))


def test_a_title_of_six_lines_leaves_room_for_the_day_and_the_archive() -> None:
    title = "یک عنوان بلند از شش سطر که با اندازهٔ بزرگ‌ترین حروف نوشته شده است و ادامه دارد تا پایان"
    held = crowded(title, ("زهرا",), Bilingual("بایگانی رود", "River"))
    places = [int(text.get("y") or 0) for text in drawing(held).iter(f"{SVG}text")]
    assert places[-1] - places[-2] >= 52


def test_a_title_is_made_smaller_before_it_is_cut() -> None:
    title = "رودخانه و آب و نان " * 6
    shown = lines(crowded(title, ("زهرا", "مریم")))
    assert " ".join(text for text, size in shown if int(size) > 26) == title.strip()
    assert 30 <= int(shown[0][1]) < 50


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ((), 6),
        (("زهرا", "مریم", "نرگس"), 5),
        ((NAME, f"{NAME} یکم"), 4),
        ((NAME, f"{NAME} یکم", "زهرا"), 3),
        ((NAME, f"{NAME} یکم", f"{NAME} دوم"), 2),
    ],
)
def test_a_long_title_has_the_lines_that_the_names_leave(names: tuple[str, ...], shown: int) -> None:
    title = [text for text, size in lines(crowded(LONG, names)) if size == "30"]
    assert len(title) == shown
    assert title[-1].endswith("…")


def test_long_names_are_wrapped() -> None:
    words = [text for text, size in lines(crowded("کوتاه", (NAME,))) if size == "26"]
    assert " ".join(words[:2]) == NAME
    assert " ".join(words[-2:]) == WIDE.fa


def test_a_name_of_many_lines_is_cut_between_words() -> None:
    _, first, second, day, *_ = [text for text, _ in lines(crowded("کوتاه", (f"{NAME} " * 3,)))]
    assert f"{NAME} {NAME}".startswith(f"{first} {second}".removesuffix("…"))
    assert second.endswith("…")
    assert day.startswith("۳ فروردین")


def test_a_name_of_one_endless_word_is_written_smaller() -> None:
    assert ("ا" * 50, "17") in lines(crowded("کوتاه", ("ا" * 50,)))


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Z", "S")), min_size=1, max_size=200))
def test_any_title_gives_a_picture_that_fits(title: str) -> None:
    for text in drawing(titled(title)).iter(f"{SVG}text"):
        assert 0 < int(text.get("y") or 0) < 900


@given(st.text("ابپ ‌", max_size=300), st.lists(st.text("مرن ", min_size=1, max_size=120), max_size=4, unique=True))
def test_any_words_fit_together(title: str, names: list[str]) -> None:
    assert_readable(crowded(title, tuple(names)))


def test_the_page_is_the_picture_in_our_face() -> None:
    page = ET.fromstring(epub_cover.page(material()))  # noqa: S314  # as above
    assert page.get("dir") == "rtl"
    assert [link.get("href") for link in page.iter(f"{HTML}link")] == ["style.css"]
    (svg,) = page.iter(f"{SVG}svg")
    families = {text.get("font-family") for text in svg.iter(f"{SVG}text")}
    assert families == {"Vazirmatn, sans-serif"}


def test_markup_in_a_title_is_text() -> None:
    held = titled("<b>رود</b> & *دریا*")
    assert b"<b>" not in epub_cover.picture(held)
    config = SiteConfig(Bilingual("<x>&", "<y>"))
    assert "<x>&" in [text for text, _ in lines(dataclasses.replace(held, config=config))]
