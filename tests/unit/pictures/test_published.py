"""Which size of a picture is shown where."""

from __future__ import annotations

import pytest

from goftogu.pictures.published import FIGURE, LOGO, PORTRAIT, PictureSize, PublishedPicture


def test_pictures_have_the_widths_of_their_places_and_of_finer_screens() -> None:
    assert (FIGURE, PORTRAIT, LOGO) == ((480, 960, 1440), (160, 320, 480), (64, 128, 256))


PICTURE = PublishedPicture(tuple(PictureSize(width, width, f"{width}.jpg", "") for width in (160, 320, 480)), {})


@pytest.mark.parametrize(("wanted", "expected"), [(1, 160), (160, 160), (161, 320), (400, 480), (9000, 480)])
def test_the_nearest_size_has_enough_pixels_or_is_the_largest(wanted: int, expected: int) -> None:
    assert PICTURE.nearest(wanted).width == expected
