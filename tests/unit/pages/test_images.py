"""Links to a picture in every size."""

from __future__ import annotations

from goftogu.pages import images
from tests import drawn

PORTRAIT = drawn.published("rad.jpg", drawn.photograph(1000, 500), (160, 320, 480))[0]


def test_a_picture_is_linked_in_every_size() -> None:
    assert images.image("fa/river.html", PORTRAIT) == images.ImageView(
        src="../media/rad-480.jpg",
        srcset="../media/rad-160.jpg 160w, ../media/rad-320.jpg 320w, ../media/rad-480.jpg 480w",
        webp="../media/rad-160.webp 160w, ../media/rad-320.webp 320w, ../media/rad-480.webp 480w",
        width=480,
        height=240,
    )


def test_a_page_shows_a_picture_of_960_pixels_where_nothing_else_is_asked_for() -> None:
    found, _ = drawn.published("rad.jpg", drawn.photograph(1500, 30), (480, 960, 1440))
    assert images.image("index.html", found).src == "media/rad-960.jpg"


def test_links_go_from_the_page() -> None:
    assert images.image("fa/people/rad.html", PORTRAIT).src == "../../media/rad-480.jpg"
    assert images.image("index.html", PORTRAIT).src == "media/rad-480.jpg"


def test_names_with_signs_of_addresses_stay_names() -> None:
    found, _ = drawn.published("باغ,50%.jpg")
    assert images.image("fa/river.html", found).srcset == "../media/%D8%A8%D8%A7%D8%BA%2C50%25-60.jpg 60w"
