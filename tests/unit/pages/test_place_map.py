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
from goftogu.pages import names
from goftogu.pages import place_map as map_of_places
from goftogu.pages.map_names import Side
from goftogu.pages.place_map import MapPoint, PlaceMap, Window, around, near, place_map
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
    many = {f"p{at:03}": (f"جا {at}", f"Place {at}", f"{30 + at % 10}, {45 + at // 10}") for at in range(100)}
    mentions = {name: 2 if at < 20 else 1 for at, name in enumerate(many)}
    points = drawn(archive(mentions, many)).points
    assert len(points) == 80
    assert sum(point.count == 2 for point in points) == 20


def test_a_few_that_are_far_from_many_are_named_and_not_drawn() -> None:
    found = drawn(archive(dict.fromkeys(CITIES, 1)))
    assert found.beyond == ("Paris",)
    assert len(found.points) == len(CITIES) - 1
    assert "Far from the others, and not on the map: Paris" in page(archive(dict.fromkeys(CITIES, 1)))
    few = drawn(archive(dict.fromkeys(("tehran", "shiraz", "paris"), 1)))
    assert few.beyond == ()


@pytest.mark.parametrize(
    ("spots", "meridians", "parallels"),
    [
        ([(30, 50), (38, 46)], [40, 45, 50, 55], [30, 35]),  # two cities of one country
        ([(35, 51), (35, 51)], [49, 50, 51, 52, 53], [34, 35, 36]),  # one place twice: the smallest window
        (
            [(-18, 178), (21, -158)],  # over the line where days change
            [165, 180, -165, -150, -135],
            [-15, 0, 15],
        ),
    ],
)
def test_the_grid_has_round_degrees(
    spots: list[tuple[float, float]], meridians: list[int], parallels: list[int]
) -> None:
    places = {f"p{at}": ("جا", f"P{at}", f"{south}, {east}") for at, (south, east) in enumerate(spots)}
    found = drawn(archive(dict.fromkeys(places, 1), places))
    assert [line.degrees for line in found.meridians] == meridians
    assert [line.degrees for line in found.parallels] == parallels
    assert all(0 <= line.place <= 100 for line in (*found.meridians, *found.parallels))


@pytest.mark.parametrize(
    ("span", "step"),
    [
        (5.1, 1),
        (5.2, 2),
        (10.3, 2),
        (10.4, 5),
        (25.8, 5),
        (25.9, 10),
        (51.7, 10),
        (51.8, 15),
        (77.5, 15),
        (77.6, 30),
        (300, 30),
    ],
)
def test_the_grid_has_the_finest_steps_that_make_at_most_six_columns(span: float, step: int) -> None:
    places = {"a": ("آ", "A", "0, 0.3"), "m": ("م", "M", f"0, {0.3 + span / 2}"), "b": ("ب", "B", f"0, {0.3 + span}")}
    found = drawn(archive(dict.fromkeys(places, 1), places))
    west = found.meridians[0].degrees
    assert [line.degrees for line in found.meridians[:3]] == [west, west + step, west + 2 * step]


def test_six_columns_are_not_too_many() -> None:
    meridians, parallels = map_of_places._grid(Window(50.5, 29.5, 6.0, 4.0))
    assert [line.degrees for line in meridians] == [51, 52, 53, 54, 55, 56]
    assert [line.degrees for line in parallels] == [30, 31, 32, 33]


def test_no_parallel_is_beyond_a_pole() -> None:
    around_the_world = {f"p{at}": ("جا", f"P{at}", f"0, {at * 30}") for at in range(12)}
    found = drawn(archive(dict.fromkeys(around_the_world, 1), around_the_world))
    assert [line.degrees for line in found.parallels] == [-90, -60, -30, 0, 30, 60, 90]


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


@pytest.mark.parametrize(
    ("spots", "window"),
    [
        ([(30, 50), (38, 46)], Window(38.5915, 28.4, 18.8170, 10.4)),  # 8 degrees high and a tenth and a fifth of it
        ([(0, 10), (0, 40)], Window(7.6, -11.6, 34.8, 23.2)),  # 30 degrees wide and 16 % of it
        ([(0, 350), (0, 20)], Window(347.6, -11.6, 34.8, 23.2)),
        ([(35, 51), (35, 51)], Window(48.2533, 33.5, 5.4935, 3)),  # 3 degrees at least
        ([(-18, 178), (21, -158)], Window(151.9620, -25.8, 76.0761, 50.7)),
        ([(84, 0), (86, 0)], Window(-12.9573, 83.4, 25.9145, 3)),  # beyond 80 degrees a map is no longer stretched
        ([(0, east) for east in range(0, 360, 30)], Window(-15, -127.6, 360, 255.2)),  # all around, and no more
    ],
)
def test_the_window_has_room_around_the_spots_and_the_ratio_of_the_picture(
    spots: list[tuple[float, float]], window: Window
) -> None:
    assert around(spots) == pytest.approx(window, abs=1e-4)


def test_a_window_tells_where_a_spot_is_in_percent() -> None:
    window = Window(350, 30, 20, 10)
    assert window.at((37.5, 355)) == window.at((37.5, -5)) == (25, 25)
    assert Window(0, 0, 30, 30).at((10, 10)) == (33.33, 66.67)
    assert [window.has((37.5, east)) for east in (-10.1, -10, 10, 10.1)] == [False, True, True, False]
    assert [window.has((north, 0)) for north in (29.9, 30, 40, 40.1)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("spots", "close"),
    [
        ([(0, east) for east in (0, 2, 4, 6, 8, 10, 22, 22)], range(8)),  # the whole is not five times as large
        ([(0, east) for east in (0, 2, 4, 6, 8, 10, 23, 23)], range(6)),
        ([(0, east) for east in (0, 2, 4, 6, 8, 60, 60)], range(7)),  # seven are not many
        ([(0, east) for east in (0, 2, 4, 6, 8, 10, 12, 60, 60)], range(7)),  # three in four of nine
        ([(0, east) for east in (-5, -2, -1, 0, 1, 2, 5.5, -40)], range(6)),
        ([(0, east) for east in (-2, -1, -0.5, 0, 1, 5, -5.5, 40)], range(6)),
        ([(60, 0)] * 5 + [(60, 10), (54, 0), (60, 80)], range(6)),  # a degree there is half as long to the east
        ([(0, east) for east in (174, 175, 176, 177, 178, -178, -176, 60)], range(6)),
    ],
)
def test_spots_that_make_a_map_of_eight_or_more_five_times_as_large_are_left_out(
    spots: list[tuple[float, float]], close: range
) -> None:
    assert near(spots) == around([spots[place] for place in close])


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


def test_only_the_list_of_places_has_a_map() -> None:
    held = archive({"tehran": 1, "rasht": 2})
    mapped = {
        made.path: made.context()["map"] is not None
        for made in names.lists(held.listing)
        if made.language == Language.EN
    }
    assert mapped == {"en/people/index.html": False, "en/places/index.html": True}
