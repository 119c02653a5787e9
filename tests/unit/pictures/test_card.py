"""Cards: Persian joined and from right to left, titles of any length, portraits, and what happens without Raqm."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw, ImageFont, features

from goftogu.model import Language
from goftogu.pictures import card
from goftogu.pictures.card import CardWords
from tests import drawn

pytestmark = pytest.mark.skipif(not features.check("raqm"), reason="this Pillow has no Raqm, which shapes Persian")

FA = CardWords(Language.FA, "گفت‌وگو دربارهٔ باغ", Language.FA, "مینا راد", "بایگانی باغ")
EN = CardWords(Language.EN, "A talk about the garden", Language.EN, "Mina Rad", "The Garden Archive")
GROUND = (0xFB, 0xFA, 0xF7)
Box = tuple[int, int, int, int]


def shown(words: CardWords, portrait: bytes | None = None) -> Image.Image:
    return drawn.opened(card.draw(words, portrait)).convert("RGB")


def written(words: CardWords, portrait: bytes | None = None) -> Box:
    """Return the box that holds all that is darker than the ground, of the card without its bar."""
    dark = shown(words, portrait).convert("L").point(lambda shade: 255 if shade < 200 else 0)
    edge = 85
    dark.paste(0, (0, 0, edge, 630))
    dark.paste(0, (1200 - edge, 0, 1200, 630))
    box = dark.getbbox()
    assert box is not None
    return box


def test_a_card_has_the_size_that_messengers_show() -> None:
    for words in (FA, EN):
        found = drawn.opened(card.draw(words, None))
        assert (found.format, found.size) == ("PNG", (1200, 630))
        assert found.getpixel((600, 20)) == 0
        assert found.convert("RGB").getpixel((600, 20)) == GROUND


def test_persian_begins_at_the_right_and_english_at_the_left() -> None:
    left, _, right, _ = written(FA)
    assert right > 1100
    assert left > 400
    left, _, right, _ = written(EN)
    assert left < 100
    assert right < 1000


def test_a_title_in_the_other_language_begins_where_its_card_is_read_from() -> None:
    for words in (FA, EN):
        alone = words._replace(speakers="", archive="")
        on_persian, on_english = (written(alone._replace(language=language)) for language in Language)
        assert (on_persian[2] > 1100, on_english[0] < 100) == (True, True)
        assert on_persian[2] - on_persian[0] == pytest.approx(on_english[2] - on_english[0], abs=3)


def test_a_card_has_fifteen_shades_and_the_colour_of_the_site() -> None:
    found = drawn.opened(card.draw(EN, None))
    palette = found.getpalette()
    assert palette is not None
    colours = [tuple(palette[place : place + 3]) for place in range(0, 48, 3)]
    assert (colours[0], colours[7], colours[14], colours[15]) == (
        (0xFB, 0xFA, 0xF7),
        (140, 138, 136),
        (0x1D, 0x1B, 0x18),
        (0x0B, 0x5C, 0x6B),
    )
    title, small = (found.crop((90, top, 1110, top + 60)).getextrema() for top in (90, 500))
    assert (title, small) == ((0, 14), (0, 9))
    assert card.draw(EN, None)[24] == 4  # bits of a pixel


def bar(words: CardWords) -> Box:
    """Return the box of the bar beside the title."""
    box = drawn.opened(card.draw(words, None)).point(lambda shade: 255 if shade == 15 else 0, "L").getbbox()
    assert box is not None
    return box


def test_the_bar_is_as_high_as_the_title_on_the_side_where_one_begins_to_read() -> None:
    assert bar(EN) == (60, 90, 70, 193)
    assert bar(FA) == (1130, 90, 1140, 193)
    assert bar(EN._replace(title="A talk about the garden and about the well that was there before")) == (
        60,
        90,
        70,
        397,
    )


def test_a_longer_title_has_more_lines_and_then_smaller_letters() -> None:
    heights = [bar(EN._replace(title=" ".join(["Archive"] * words)))[3] - 91 for words in range(1, 30)]
    assert list(dict.fromkeys(heights)) == [102, 204, 306, 234, 312, 276, 240, 300]


@pytest.mark.parametrize("title", [" ".join(f"word{number}" for number in range(60)), "word" * 99])
def test_a_title_that_does_not_fit_ends_with_dots_within_the_last_line(title: str) -> None:
    lines, font, _ = card._fitted(title, Language.EN, 1020)
    *whole, last = lines
    assert last.endswith("…")
    assert title.startswith(" ".join([*whole, last.removesuffix("…")]))
    assert all(font.getlength(line, direction="ltr", language="en") <= 1020 for line in lines)
    assert len(last) > 20


@pytest.mark.parametrize(("portrait", "width"), [(None, 1020), (b"portrait", 580)])
def test_a_line_ends_at_the_other_edge_or_at_the_portrait(portrait: bytes | None, width: int) -> None:
    assert card._width(portrait) == width


def test_the_lines_of_a_card_have_their_places() -> None:
    canvas = Image.new("L", (1200, 630), 0)
    pen = ImageDraw.Draw(canvas)
    for text, size, weight, top, shade in (
        ("A talk about the garden", 68, 700, 90, 255),
        ("Mina Rad", 34, 400, 214, 165),
        ("The Garden Archive", 34, 400, 506, 165),
    ):
        pen.text((90, top), text, shade, card._font(size, weight), "la", direction="ltr", language="en")
    expected = card._coloured(canvas)
    ImageDraw.Draw(expected).rectangle((60, 90, 69, 192), fill=15)
    assert shown(EN).tobytes() == expected.convert("RGB").tobytes()


@pytest.mark.parametrize(
    ("size", "part"),
    [
        ((380, 450), (0, 0, 380, 450)),
        ((380, 900), (0, 135, 380, 585)),  # more of the upper half, where a face is
        ((800, 450), (210, 0, 590, 450)),
    ],
)
@pytest.mark.parametrize(("words", "place"), [(FA, (90, 90)), (EN, (730, 90))])
def test_a_portrait_fills_its_place(words: CardWords, place: tuple[int, int], size: tuple[int, int], part: Box) -> None:
    portrait = Image.effect_noise(size, 60).convert("RGB")
    words = words._replace(title="باغ", tongue=Language.FA)
    expected = shown(words)
    expected.paste(portrait.crop(part), place)
    way = {"quality": 80, "optimize": True, "progressive": True}
    assert card.draw(words, drawn.bytes_of(portrait)) == drawn.bytes_of(expected, "JPEG", **way)


def test_letters_are_joined() -> None:
    font = ImageFont.truetype(card._FONT, 60, layout_engine=ImageFont.Layout.RAQM)
    apart = sum(font.getlength(letter, direction="rtl", language="fa") for letter in "بهار")
    assert font.getlength("بهار", direction="rtl", language="fa") < 0.9 * apart
    assert written(FA._replace(title="بهار", speakers="", archive="")) != written(
        FA._replace(title="راهب", speakers="", archive="")
    )


@pytest.mark.parametrize("tongue", list(Language))
@pytest.mark.parametrize("words", [1, 8, 30, 200])
def test_a_title_of_any_length_stays_above_the_other_lines(words: int, tongue: Language) -> None:
    word = "بایگانی" if tongue == Language.FA else "Archive"
    said = FA._replace(title=" ".join([word] * words), tongue=tongue, speakers="", archive="")
    _, _, _, below = written(said)
    assert below < 90 + card._TALLEST + 20
    left, _, right, _ = written(said)
    assert left >= 85
    assert right <= 1200 - 85


def test_a_word_that_is_too_long_is_cut() -> None:
    left, _, right, _ = written(EN._replace(title="W" * 300))
    assert (left >= 85, right <= 1200 - 85) == (True, True)


def test_a_portrait_is_on_the_other_side() -> None:
    red = drawn.bytes_of(Image.new("RGB", (300, 500), (200, 30, 30)))
    assert drawn.opened(card.draw(FA, red)).format == "JPEG"
    for words, near, far in ((FA, 200, 1000), (EN, 1000, 200)):
        picture = shown(words, red)
        value = picture.getpixel((near, 300))
        assert isinstance(value, tuple)
        assert value[0] > 180
        assert value[1] < 60
        other = picture.getpixel((far, 500))
        assert isinstance(other, tuple)
        assert min(other) > 200
    assert written(FA._replace(title="بایگانی " * 30), red)[0] >= 85


def test_what_is_transparent_in_a_portrait_shows_the_ground() -> None:
    clear = drawn.bytes_of(Image.new("RGBA", (300, 300), (0, 0, 0, 0)))
    value = shown(FA, clear).getpixel((200, 300))
    assert isinstance(value, tuple)
    assert max(abs(one - other) for one, other in zip(value, GROUND, strict=True)) < 8


def test_the_bytes_are_always_the_same() -> None:
    red = drawn.photograph(200, 300)
    assert card.draw(FA, red) == card.draw(FA, red)
    assert card.draw(EN, None) == card.draw(EN, None)


def test_signs_of_romanisation_that_the_font_lacks_are_those_that_resemble_them() -> None:
    assert card._drawable("ʿAlī Ḥāfeẓ, Ṭūs") == "‘Alī Hāfez, Tūs"
    assert card._drawable("دربارهٔ آب") == "دربارهٔ آب"


def test_a_machine_that_can_draw_has_no_fault() -> None:
    assert card.fault() is None


def test_without_raqm_the_fault_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda _: False)
    assert "Raqm" in str(card.fault())


def test_without_a_font_reader_the_fault_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(card, "_font", broken)
    assert "font" in str(card.fault())
