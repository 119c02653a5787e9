"""Who is meant: names with words around them, and two spellings of one name."""

from __future__ import annotations

import pytest

from goftogu.transcripts import labels
from goftogu.transcripts.rough import people


@pytest.mark.parametrize(
    ("name", "known", "is_one"),
    [
        ("راد", "مینا راد", True),
        ("مینا راد", "راد", True),
        ("نو", "مینا نو", True),
        ("ن", "مینا ن", False),
        ("مینا", "مینا راد", False),
        ("مهین راد", "مینا راد", False),
        ("مینا راد", "مینا راد", True),
    ],
)
def test_a_surname_of_two_letters_or_more_can_be_the_whole_name(name: str, known: str, is_one: bool) -> None:
    assert people.is_same(name, {"k": known}) is is_one


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("گفت‌وگو با مینا راد", ["مینا راد"]),
        ("گفت‌وگو با مینا", []),
        ("گفت‌وگو با انجمن باغبانان", []),
        ("گفت‌وگو با مینا انجمن", ["مینا انجمن"]),
        ("گفت‌وگو با مینا مهین راد نیک", ["مینا مهین راد نیک"]),
        ("گفت‌وگو با مینا مهین راد نیک سرو", ["مینا مهین راد نیک"]),
    ],
)
def test_a_name_that_is_offered_has_two_to_four_words(text: str, names: list[str]) -> None:
    assert people.offered([text]) == names


@pytest.mark.parametrize(
    ("name", "known", "same"),
    [
        ("راد", ["علی راد"], True),
        ("علی راد", ["راد", "مجری"], True),
        ("راد", ["علی راد", "رضا راد"], False),
        ("مجری", ["رضا مجری"], False),
        ("رضا مجری", ["مجری"], False),
    ],
)
def test_a_name_is_another_spelling_of_one_label_and_never_of_a_role(name: str, known: list[str], same: bool) -> None:
    assert people.is_same(name, {str(number): label for number, label in enumerate(known)}) is same


def test_two_labels_of_one_person_are_one() -> None:
    names = {
        "ا": "دونالد ترامپ",
        "ب": "ترامپ",
        "پ": "آقای ترامپ",
        "ت": "مجری",
        "ث": "علی راد",
        "ج": "رضا راد",
        "چ": "راد",
    }
    merged: dict[str, str] = {}
    people.merge(names, merged)
    assert list(names.values()) == ["دونالد ترامپ"] * 3 + ["مجری", "علی راد", "رضا راد", "راد"]
    assert merged == {"ترامپ": "دونالد ترامپ", "آقای ترامپ": "دونالد ترامپ"}


def test_a_stage_direction_after_a_known_label() -> None:
    assert people.with_direction("راد در حال رفتن", {"راد"}) == ("راد", "در حال رفتن")
    assert people.with_direction("راد می‌خندد", {"راد"}) == ("راد", "می‌خندد")
    assert people.with_direction("نیک در حال رفتن", {"راد"}) == ("", "")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("گفت‌وگو با مینا راد، باغبان", ["مینا راد"]),
        ("مصاحبه‌ای با استاد کاوه لنج‌دار درباره دریا", ["کاوه لنج‌دار"]),
        ("گفت‌وگوی ما با مدیر شبکه", []),
        ("حرفی نبود", []),
    ],
)
def test_names_that_an_introduction_offers(text: str, names: list[str]) -> None:
    assert people.offered([text]) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ک.س. = کاوه سدساز", ("ک.س", "کاوه سدساز")),
        ("«کاوه سدساز» = ک.س", ("ک.س", "کاوه سدساز")),
        ("ک.س کاوه سدساز", None),
        ("ک.س =", None),
        ("ن.ب = نیما باغبان", None),
        (f"ک.س = {'ک' * 60}", ("ک.س", "ک" * 60)),
        (f"ک.س = {'ک' * 61}", None),
        ("ک.س = کاوه\nسدساز", None),
    ],
)
def test_a_line_may_say_who_is_meant_by_a_label(text: str, found: tuple[str, str] | None) -> None:
    assert people.explained(text, {labels.key("ک.س"): "ک.س"}) == found
