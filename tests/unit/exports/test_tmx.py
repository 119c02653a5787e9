from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import __version__
from goftogu.edition.material import Material
from goftogu.exports.tmx import tmx
from goftogu.translation.memory.entry import State, Translation
from tests.materials import alike, bare, material

LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(held: Material) -> ET.Element:
    return ET.fromstring(tmx(held))  # noqa: S314  # written a moment ago, by us


def units(held: Material) -> list[tuple[str | None, ...]]:
    """Return name, state, Persian and English of each unit."""
    return [
        (unit.get("tuid"), unit.findtext("prop"), *(tuv.findtext("seg") for tuv in unit.findall("tuv")))
        for unit in read(held).iter("tu")
    ]


def test_a_unit_has_its_name_its_state_and_both_texts() -> None:
    found = units(material())
    assert found[0] == ("river/title", "reviewed", "گفت‌وگو دربارهٔ «رودخانه»", "A Talk about the “River”")
    assert [name for name, *_ in found] == [
        f"river/{name}" for name in ("title", "speaker.1", "p1", "p2", "t1.1", "s1", "t2.2", "t4.1")
    ]


def test_what_is_stale_or_missing_is_left_out() -> None:
    names = {name for name, *_ in units(material())}
    assert not names & {"river/t2.1", "river/p3", "river/t5.1"}
    assert units(bare()) == []
    assert len(units(material(translations=alike(State.MACHINE)))) == 11


def test_the_header_says_what_the_specification_asks_for() -> None:
    root = read(material())
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    header = root.find("header")
    assert header is not None
    assert header.attrib == {
        "creationtool": "Goftogu",
        "creationtoolversion": __version__,
        "segtype": "paragraph",
        "o-tmf": "PO",
        "adminlang": "en",
        "srclang": "fa",
        "datatype": "plaintext",
    }
    assert {tuple(tuv.get(LANG) for tuv in unit.findall("tuv")) for unit in root.iter("tu")} == {("fa", "en")}
    assert {prop.get("type") for prop in root.iter("prop")} == {"x-state"}


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_text_is_well_formed_and_comes_back(text: str) -> None:
    held = material(translations={"t2.2": Translation(text, State.DRAFT, "draft: language model")})
    ((name, state, persian, english),) = units(held)
    assert (name, state, persian) == ("river/t2.2", "draft", "و **بس**.")
    if text.isprintable():
        assert english == text


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (Translation("Yes.", State.MACHINE, "engine: nllb", day="2026-11-27"), {"creationid": "engine: nllb"}),
        (
            Translation("Yes.", State.REVIEWED, "edited: <x>", by="Sara & Co", day="2026-11-27"),
            {"creationid": "edited: <x>", "changeid": "Sara & Co", "changedate": "20261127T000000Z"},
        ),
        (Translation("Yes.", State.REVIEWED, "", by=""), {}),
    ],
)
def test_the_english_says_who_made_and_reviewed_it(made: Translation, told: dict[str, str]) -> None:
    root = ET.fromstring(tmx(material(translations={"t5.1": made})))  # noqa: S314  # written a moment ago, by us
    persian, english = (dict(tuv.attrib) for tuv in root.iter("tuv"))
    assert english == {LANG: "en", **told}
    assert persian == {LANG: "fa"}
