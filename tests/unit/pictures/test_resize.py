"""The sizes of a picture: nothing but pixels, turned as the camera was held, from whatever form they came in."""

from __future__ import annotations

import hashlib
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, features

from goftogu.pictures import resize
from goftogu.pictures.published import FIGURE, PORTRAIT
from goftogu.pictures.resize import PictureFault, ResizedPicture, resized
from tests import drawn


def made(data: bytes, name: str = "rad.jpg", widths: tuple[int, ...] = FIGURE) -> ResizedPicture:
    found = resized(name, data, widths)
    assert isinstance(found, ResizedPicture), found
    return found


def refused(data: bytes) -> str:
    found = resized("rad.jpg", data, FIGURE)
    assert isinstance(found, PictureFault)
    assert found.hint
    return str(found.message)


def near(one: tuple[int, ...], other: tuple[int, ...], most: int = 12) -> bool:
    return all(abs(left - right) <= most for left, right in zip(one, other, strict=True))


def pixel(found: ResizedPicture, place: tuple[int, int]) -> tuple[int, ...]:
    size = found.published.sizes[-1]
    value = drawn.opened(found.files[size.path]).convert("RGB").getpixel(place)
    assert isinstance(value, tuple)
    return tuple(map(int, value))


def test_a_picture_is_there_in_every_width_as_jpeg_and_webp() -> None:
    found = made(drawn.photograph(2000, 1000), "باغ.JPG")
    assert [(size.width, size.height) for size in found.published.sizes] == [(480, 240), (960, 480), (1440, 720)]
    assert found.published.sizes[0].path == "media/باغ-480.jpg"
    assert found.published.sizes[0].webp == "media/باغ-480.webp"
    for size in found.published.sizes:
        for path, form in ((size.path, "JPEG"), (size.webp, "WEBP")):
            image = drawn.opened(found.files[path])
            assert (image.format, image.size) == (form, (size.width, size.height))
    assert found.published.digests == {path: hashlib.sha256(data).hexdigest() for path, data in found.files.items()}


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (60, [60]),
        (480, [480]),
        (481, [480, 481]),
        (960, [480, 960]),
        (1440, [480, 960, 1440]),
        (1500, [480, 960, 1440]),
    ],
)
def test_a_picture_is_never_enlarged(width: int, expected: list[int]) -> None:
    assert [size.width for size in made(drawn.photograph(width, 30)).published.sizes] == expected


def test_a_strip_keeps_a_pixel_of_height() -> None:
    assert made(drawn.photograph(2000, 1)).published.sizes[0].height == 1


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_nothing_that_a_camera_or_a_person_has_noted_is_published(form: str) -> None:
    image = drawn.opened(drawn.photograph(600, 400))
    exif = image.getexif()
    data = drawn.bytes_of(
        image, form, exif=exif.tobytes(), **({"comment": b"hidden comment"} if form == "JPEG" else {})
    )
    assert drawn.SECRETS[0] in data
    for published in made(data).files.values():
        assert not [secret for secret in drawn.SECRETS if secret in published]
        image = drawn.opened(published)
        assert not image.getexif()
        assert not {"exif", "xmp", "comment", "icc_profile", "photoshop"} & image.info.keys()


def test_text_of_a_png_is_not_published() -> None:
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", "hidden comment")
    told.add_itxt("Place", "Rasht street 7", zip=False)
    for published in made(drawn.bytes_of(drawn.plain(mode="RGBA"), pnginfo=told)).files.values():
        assert b"hidden comment" not in published
        assert b"Rasht" not in published


@pytest.mark.parametrize(
    ("turned", "size", "blue"),
    [
        (1, (60, 40), (5, 5)),
        (3, (60, 40), (55, 35)),
        (6, (40, 60), (35, 5)),
        (8, (40, 60), (5, 55)),
        (2, (60, 40), (55, 5)),
    ],
)
def test_a_picture_is_turned_as_the_camera_was_held(turned: int, size: tuple[int, int], blue: tuple[int, int]) -> None:
    found = made(drawn.photograph(60, 40, turned))
    assert (found.published.sizes[-1].width, found.published.sizes[-1].height) == size
    assert near(pixel(found, blue), (30, 30, 200), 40)


def test_a_picture_that_is_turned_has_the_width_that_one_sees() -> None:
    found = made(drawn.photograph(1000, 2000, 6))
    assert [(size.width, size.height) for size in found.published.sizes] == [(480, 240), (960, 480), (1440, 720)]


@pytest.mark.parametrize(
    ("mode", "colour", "form", "expected"),
    [
        ("L", 128, "PNG", (128, 128, 128)),
        ("1", 1, "PNG", (255, 255, 255)),
        ("CMYK", (0, 255, 255, 0), "JPEG", (255, 0, 0)),
        ("CMYK", (255, 0, 255, 0), "TIFF", (0, 255, 0)),
        ("I;16", 0x8000, "PNG", (128, 128, 128)),
        ("I;16", 0x4000, "TIFF", (64, 64, 64)),
        ("I", 0xFF00, "TIFF", (255, 255, 255)),
        ("F", 90.0, "TIFF", (90, 90, 90)),
        ("LAB", (128, 128, 128), "TIFF", (119, 119, 119)),
        ("RGB", (10, 200, 30), "GIF", (10, 200, 30)),
        ("RGB", (10, 200, 30), "WEBP", (10, 200, 30)),
    ],
)
def test_every_kind_of_colour_can_be_published(
    mode: str, colour: drawn.Colour, form: str, expected: tuple[int, ...]
) -> None:
    found = made(drawn.bytes_of(Image.new(mode, (40, 30), colour), form))
    assert found.published.sizes[-1].path.endswith(".jpg")
    assert near(pixel(found, (30, 20)), expected)


def test_shades_of_sixteen_bits_are_kept_apart() -> None:
    shades = struct.pack("<2H", 0xF000, 0x1000)
    image = Image.frombytes("I;16", (2, 1), shades).resize((40, 30), Image.Resampling.NEAREST)
    found = made(drawn.bytes_of(image))
    assert near(pixel(found, (5, 15)), (240, 240, 240))
    assert near(pixel(found, (35, 15)), (16, 16, 16))
    light = made(drawn.bytes_of(Image.new("I;16", (40, 30), 0xFF00)))
    assert pixel(light, (20, 15)) == (255, 255, 255)


def test_a_palette_without_transparency_is_a_photograph() -> None:
    found = made(drawn.bytes_of(drawn.plain().quantize(4)))
    assert found.published.sizes[-1].path.endswith(".jpg")
    assert near(pixel(found, (50, 35)), (200, 30, 30), 20)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "GIF"])
def test_what_is_transparent_stays_so(form: str) -> None:
    image = Image.new("RGBA", (60, 40), (200, 30, 30, 255))
    image.paste((0, 0, 0, 0), (0, 0, 30, 40))
    found = made(drawn.bytes_of(image, form))
    size = found.published.sizes[-1]
    assert size.path == "media/rad-60.png"
    for path in (size.path, size.webp):
        shown = drawn.opened(found.files[path])
        assert shown.getchannel("A").getpixel((5, 20)) == 0
        assert shown.getchannel("A").getpixel((55, 20)) == 255


def test_a_channel_of_transparency_that_says_nothing_is_dropped() -> None:
    found = made(drawn.bytes_of(Image.new("RGBA", (60, 40), (200, 30, 30, 255))))
    assert found.published.sizes[-1].path == "media/rad-60.jpg"


def test_a_palette_with_a_transparent_colour_stays_transparent() -> None:
    image = drawn.plain().quantize(4)
    found = made(drawn.bytes_of(image, transparency=image.getpixel((5, 5))))
    shown = drawn.opened(found.files["media/rad-60.png"])
    assert shown.getchannel("A").getpixel((5, 5)) == 0


def test_colours_of_another_space_become_those_of_the_web() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = drawn.plain()
    same = made(drawn.bytes_of(plain, "JPEG", quality=95, icc_profile=srgb))
    assert near(pixel(same, (50, 35)), (200, 30, 30))
    odd = made(drawn.bytes_of(plain, "JPEG", quality=95, icc_profile=lab))  # a profile that does not fit is ignored
    assert near(pixel(odd, (50, 35)), (200, 30, 30))
    assert b"ICC_PROFILE" not in b"".join(odd.files.values())


def test_a_picture_whose_red_is_blue_is_shown_in_its_own_colours() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    turned = srgb.replace(b"rXYZ", b"last").replace(b"bXYZ", b"rXYZ").replace(b"last", b"bXYZ")
    found = made(drawn.bytes_of(drawn.plain(), "JPEG", quality=95, icc_profile=turned))
    assert near(pixel(found, (50, 35)), (30, 30, 200))


@pytest.mark.parametrize(
    ("image", "mode"),
    [
        (Image.new("L", (40, 30), 128), "L"),
        (Image.new("1", (40, 30), 1), "L"),
        (Image.new("I;16", (40, 30), 0x8000), "L"),
        (drawn.plain().quantize(4), "RGB"),
    ],
)
def test_grey_stays_grey(image: Image.Image, mode: str) -> None:
    found = made(drawn.bytes_of(image))
    assert drawn.opened(found.files[found.published.sizes[-1].path]).mode == mode


def test_no_more_of_a_large_photograph_is_unpacked_than_its_largest_size_needs() -> None:
    opened = resize._opened(drawn.photograph(1600, 800), 200)
    assert not isinstance(opened, PictureFault)
    assert opened.size == (400, 200)  # the shorter side has 200, too


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP", "AVIF"])
def test_a_picture_that_is_not_complete_is_refused(form: str) -> None:
    noise = Image.effect_noise((300, 200), 80).convert("RGB")
    data = drawn.bytes_of(noise, form)
    assert refused(data[: len(data) // 2]) == "it is damaged, or not complete"
    assert refused(data[:40]) == "it is damaged, or not complete"


@pytest.mark.parametrize("form", ["GIF", "WEBP", "TIFF"])
def test_a_file_with_several_pictures_is_refused(form: str) -> None:
    first, second = drawn.plain(), drawn.plain(colour=(0, 90, 0))
    data = drawn.bytes_of(first, form, save_all=True, append_images=[second])
    assert refused(data) == "it holds 2 pictures"


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_name_of_a_camera_that_is_a_number_is_no_failure(form: str) -> None:
    turned, named = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0), struct.pack(">HHII", 0x0110, 5, 1, 38)
    noted = b"MM\0*" + struct.pack(">IH", 8, 2) + named + turned + bytes(4) + struct.pack(">II", 72, 1)
    assert refused(drawn.bytes_of(drawn.plain(), form, exif=b"Exif\0\0" + noted)) == "it is damaged, or not complete"


def test_a_picture_whose_parts_are_not_there_is_refused() -> None:
    sound = drawn.bytes_of(drawn.plain(), "AVIF")
    assert refused(sound.replace(b"iloc", b"free")) == "it is damaged, or not complete"


def bomb(width: int, height: int) -> bytes:
    """Return a PNG of some bytes that claims to have many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("width", "height", "words"),
    [(10_000, 10_000, "10,000 × 10,000"), (100_000, 100_000, "too many pixels"), (40_000, 10, "40,000 × 10")],
)
def test_a_picture_with_too_many_pixels_is_never_unpacked(width: int, height: int, words: str) -> None:
    assert words in refused(bomb(width, height))


@pytest.mark.parametrize(("width", "height"), [(8_000, 8_000), (30_000, 10)])
def test_a_picture_of_64_million_pixels_and_one_as_wide_as_30_thousand_are_read(width: int, height: int) -> None:
    assert refused(bomb(width, height)) == "it is damaged, or not complete"  # nothing but its beginning is there
    assert "more than any screen shows" in refused(bomb(width + 1, height))


def test_a_picture_loses_nothing_that_one_sees_and_takes_little_room() -> None:
    noise = Image.effect_noise((60, 40), 80)
    colours = Image.merge("RGB", (noise, noise.rotate(180), noise))
    clear = Image.merge("RGBA", (noise, noise, noise, noise))
    found, open_ = made(drawn.bytes_of(colours)).files, made(drawn.bytes_of(clear)).files
    jpeg = {"quality": 80, "optimize": True, "progressive": True}
    assert found["media/rad-60.jpg"] == drawn.bytes_of(colours, "JPEG", **jpeg)
    assert found["media/rad-60.webp"] == drawn.bytes_of(colours, "WEBP", quality=75, method=4)
    assert open_["media/rad-60.png"] == drawn.bytes_of(clear, "PNG", optimize=True)


def test_what_is_no_picture_is_refused() -> None:
    assert refused(b"<svg onload='alert(1)'/>") == "it is an SVG drawing, which may hold scripts"
    assert refused(b"just words") == "it is not a picture"


def test_the_bytes_are_the_same_every_time() -> None:
    data = drawn.photograph(700, 500)
    assert made(data) == made(data)


def test_without_webp_the_other_form_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(features, "check", lambda _: False)
    found = made(drawn.photograph(), widths=PORTRAIT)
    assert [(size.path, size.webp) for size in found.published.sizes] == [("media/rad-60.jpg", "")]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, 600),
    st.binary(min_size=1, max_size=8),
    st.sampled_from(["JPEG", "PNG", "GIF", "TIFF", "WEBP", "AVIF"]),
)
def test_damage_ends_in_a_picture_or_in_words(place: int, harm: bytes, form: str) -> None:
    data = bytearray(drawn.bytes_of(drawn.plain(), form))
    place %= len(data)
    data[place : place + len(harm)] = harm
    found = resized("rad.jpg", bytes(data), (30,))
    assert isinstance(found, (ResizedPicture, PictureFault))


def test_a_picture_of_a_phone_with_a_second_one_behind_it_is_the_first() -> None:
    data = drawn.bytes_of(drawn.plain(), "MPO", save_all=True, append_images=[drawn.plain(colour=(0, 90, 0))])
    assert near(pixel(made(data), (50, 35)), (200, 30, 30), 20)


def test_a_file_that_no_reader_knows_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "open", lambda *_, **__: (_ for _ in ()).throw(OSError))
    assert refused(drawn.photograph()) == "it is damaged, or not complete"
