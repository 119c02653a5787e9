"""Which size of a picture is shown where."""

from __future__ import annotations

import pytest

from goftogu.pictures.published import PictureSize, PublishedPicture

PICTURE = PublishedPicture(tuple(PictureSize(width, width, f"{width}.jpg", "") for width in (160, 320, 480)), {})


@pytest.mark.parametrize(("wanted", "expected"), [(1, 160), (160, 160), (161, 320), (400, 480), (9000, 480)])
def test_the_nearest_size_has_enough_pixels_or_is_the_largest(wanted: int, expected: int) -> None:
    assert PICTURE.nearest(wanted).width == expected
