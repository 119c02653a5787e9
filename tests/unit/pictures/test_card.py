"""Cards: Persian joined and from right to left, titles of any length, portraits, and what happens without Raqm."""

from __future__ import annotations

import pytest
from PIL import Image, ImageFont, features

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
