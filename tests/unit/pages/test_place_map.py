"""The map of places: what is on it, where, and how the grid fits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from goftogu.edition.edition import Edition
from goftogu.index.indexing import Mention
from goftogu.model import Bilingual, Language
from goftogu.pages.map_names import Side
from goftogu.pages.place_map import MOST, RATIO, MapPoint, PlaceMap, around, near, place_map
from tests import sample_site
from tests.archives import Archive
from tests.entries import a_place

CITIES: Mapping[str, tuple[str, str, str]] = {
    "tehran": ("تهران", "Tehran", "35.69, 51.39"),
    "rasht": ("رشت", "Rasht", "37.28, 49.58"),
    "shiraz": ("شیراز", "Shiraz", "29.6, 52.53"),
    "tabriz": ("تبریز", "Tabriz", "38.08, 46.29"),
    "mashhad": ("مشهد", "Mashhad", "36.3, 59.6"),
    "kerman": ("کرمان", "Kerman", "30.28, 57.08"),
    "ahvaz": ("اهواز", "Ahvaz", "31.32, 48.67"),
    "paris": ("پاریس", "Paris", "48.86, 2.35"),
}


def archive(mentions: Mapping[str, int], places: Mapping[str, tuple[str, str, str]] = CITIES) -> Archive:
    """Return an archive that mentions some places so many times."""
    known = {
        name: a_place(name, "city", Bilingual(fa, en), Bilingual(fa, en), coordinates=at)
        for name, (fa, en, at) in places.items()
    }
    held = sample_site.archive()
    found = tuple(
        Mention(name, "sea", "x-t3", "t4", "t4.1", 0, 3, 4) for name, count in mentions.items() for _ in range(count)
    )
    findings = {"sea": sample_site.findings("sea")._replace(places=found)}
    vocabulary = replace(held.site.vocabulary, places=known)
    return replace(held, site=replace(held.site, vocabulary=vocabulary), findings=findings)


def drawn(held: Archive, language: Language = Language.EN) -> PlaceMap:
    made = place_map(Edition(held.listing, language), f"{language}/places/index.html")
    assert made is not None
    return made


def page(held: Archive, language: str = "en") -> str:
    path = f"{language}/places/index.html"
    return held.rendered(whole=False, wanted=path.__eq__)[path]


def test_one_place_is_no_map_and_places_without_coordinates_are_not_on_it() -> None:
    assert place_map(Edition(archive({"tehran": 3}).listing, Language.EN), "en/places/index.html") is None
    nowhere = {**CITIES, "rasht": ("رشت", "Rasht", "")}
    held = archive({"tehran": 1, "rasht": 9, "shiraz": 1}, nowhere)
    assert {point.text for point in drawn(held).points} == {"Tehran", "Shiraz"}
    assert "<svg" not in page(archive({"tehran": 3}))


def test_what_is_mentioned_more_is_larger_and_above() -> None:
    points = drawn(archive({"tehran": 9, "rasht": 1, "shiraz": 4})).points
    assert [(point.text, point.count, point.radius) for point in points] == [
        ("Rasht", 1, 6.0),
        ("Shiraz", 4, 8.0),
        ("Tehran", 9, 10.0),
    ]
    assert points[0].href == "rasht.html"


def test_north_is_up_and_east_is_right_in_both_languages() -> None:
    held = archive({"tabriz": 1, "mashhad": 1, "shiraz": 1})
    for language in Language:
        tabriz, mashhad, shiraz = (
            next(point for point in drawn(held, language).points if point.href == f"{name}.html")
            for name in ("tabriz", "mashhad", "shiraz")
        )
        assert tabriz.x < shiraz.x < mashhad.x
        assert tabriz.y < mashhad.y < shiraz.y


def test_names_are_those_of_the_language_beside_their_points() -> None:
    points = drawn(archive(dict.fromkeys(CITIES, 1)), Language.FA).points
    assert {"تهران", "تبریز"} <= {point.text for point in points}
    for point in points:
        left = point.side in {Side.LEFT, Side.LEFT_WIDE}
        assert (point.shift < 0) == left
        assert abs(point.shift) == point.radius + 4


def test_only_so_many_places_are_shown() -> None:
    many = {f"p{at:03}": (f"جا {at}", f"Place {at}", f"{30 + at % 10}, {45 + at // 10}") for at in range(MOST + 20)}
    mentions = {name: 2 if at < 20 else 1 for at, name in enumerate(many)}
    points = drawn(archive(mentions, many)).points
    assert len(points) == MOST
    assert sum(point.count == 2 for point in points) == 20


def test_a_few_that_are_far_from_many_are_named_and_not_drawn() -> None:
    found = drawn(archive(dict.fromkeys(CITIES, 1)))
    assert found.beyond == ("Paris",)
    assert len(found.points) == len(CITIES) - 1
    assert "Far from the others, and not on the map: Paris" in page(archive(dict.fromkeys(CITIES, 1)))
    few = drawn(archive(dict.fromkeys(("tehran", "shiraz", "paris"), 1)))
    assert few.beyond == ()


@pytest.mark.parametrize(
    ("spots", "degrees"),
    [
        ([(30, 50), (38, 46)], [45, 50]),  # two cities of one country
        ([(35, 51), (35, 51)], [49, 50, 51, 52, 53]),  # one place twice: the smallest window
        ([(-18, 178), (21, -158)], [165, 180, -165, -150]),  # over the line where days change
    ],
)
def test_meridians_at_round_degrees(spots: list[tuple[float, float]], degrees: list[int]) -> None:
    places = {f"p{at}": ("جا", f"P{at}", f"{south}, {east}") for at, (south, east) in enumerate(spots)}
    found = drawn(archive(dict.fromkeys(places, 1), places))
    shown = [line.degrees for line in found.meridians]
    assert [degree for degree in degrees if degree not in shown] == []
    assert all(0 <= line.place <= 100 for line in (*found.meridians, *found.parallels))
    assert len(found.meridians) <= 7


SPOTS = st.lists(
    st.tuples(st.floats(-90, 90, width=32), st.floats(-180, 180, width=32)),
    min_size=2,
    max_size=12,
)


@given(SPOTS)
def test_every_spot_is_within_the_window_around_all(spots: list[tuple[float, float]]) -> None:
    window = around(spots)
    assert all(window.has(spot) for spot in spots)
    assert 0 < window.width <= 360


@given(SPOTS)
def test_three_in_four_are_within_the_window_that_is_drawn(spots: list[tuple[float, float]]) -> None:
    window = near(spots)
    assert sum(map(window.has, spots)) >= 0.75 * len(spots)


def test_the_window_has_the_ratio_of_the_picture_at_its_middle() -> None:
    window = around([(0, 10), (0, 40)])
    assert window.width / window.height == pytest.approx(RATIO)
    assert window.width == pytest.approx(30 * 1.16)


def test_the_page_draws_it_with_links_that_keys_do_not_reach_and_a_list_that_says_the_same() -> None:
    for language, degree in (("en", "35°"), ("fa", "۳۵°")):
        found = page(archive({"tehran": 2, "tabriz": 1, "mashhad": 1}), language)
        picture = found.partition("<svg")[2].partition("</svg>")[0]
        assert picture.startswith(' aria-hidden="true"')
        links = re.findall(r'<a href="([^"]+)"([^>]*)>', picture)
        assert sorted(href for href, _ in links) == ["mashhad.html", "tabriz.html", "tehran.html"]
        assert {rest for _, rest in links} == {' tabindex="-1"'}
        assert degree in picture
        rest = found.partition("</svg>")[2]
        assert all(f'href="{href}"' in rest for href, _ in links)


def test_only_a_page_with_a_map_asks_for_its_style_and_an_archive_may_change_it() -> None:
    held = archive({"tehran": 2, "tabriz": 1})
    held = replace(held, site=replace(held.site, own_style=True))
    for language in ("en", "fa"):
        found = page(held, language)
        assert re.findall(r'rel="stylesheet" href="([^"]+)"', found.partition("</head>")[0]) == [
            "../../static/site.css",
            "../../static/drawn.css",
            "../../static/own.css",
        ]
        assert "stylesheet" not in found.partition("</head>")[2]
    assert "drawn.css" not in page(archive({"tehran": 2}))
    assert "drawn.css" not in held.rendered(whole=False)["en/people/index.html"]


def test_degrees_south_and_west_have_a_minus() -> None:
    far = {"a": ("آ", "A", "-34, -58"), "b": ("ب", "B", "-12, -77")}
    picture = page(archive(dict.fromkeys(far, 1), far))
    assert "−20°" in picture
    assert "−60°" in picture


@pytest.mark.parametrize("side", Side)
def test_a_name_begins_beside_its_point(side: Side) -> None:
    point = MapPoint("", Markup("Rasht"), 3, 50.0, 50.0, 7.5, side)
    assert point.shift == (-11.5 if side in {Side.LEFT, Side.LEFT_WIDE} else 11.5)
