from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition.material import Material
from goftogu.exports.xliff import NAMESPACE, xliff
from goftogu.translation.memory.entry import State, Translation
from tests.materials import ARGOS, DRAFT, bare, material

X = f"{{{NAMESPACE}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def read(held: Material) -> ET.Element:
    return ET.fromstring(xliff(held))  # noqa: S314  # written a moment ago, by us


def unit(held: Material, name: str) -> ET.Element:
    (found,) = (item for item in read(held).iter(f"{X}trans-unit") if item.get("id") == name)
    return found


def notes(element: ET.Element) -> dict[str | None, str | None]:
    return {note.get("from"): note.text for note in element.findall(f"{X}note")}


def test_every_paragraph_is_a_unit_in_the_order_of_the_page() -> None:
    held = material()
    found = [(item.get("id"), item.findtext(f"{X}source")) for item in read(held).iter(f"{X}trans-unit")]
    assert found == [(item.id, item.reading) for item in held.interview.units()]


def test_the_file_says_its_languages() -> None:
    root = read(material())
    assert (root.tag, root.get("version")) == (f"{X}xliff", "1.2")
    (file,) = root.findall(f"{X}file")
    assert file.attrib == {
        "original": "river",
        "source-language": "fa",
        "target-language": "en",
        "datatype": "plaintext",
    }


@pytest.mark.parametrize(
    ("state", "attributes", "approved"),
    [
        (State.MACHINE, {"state": "needs-review-translation", "state-qualifier": "mt-suggestion"}, "no"),
        (State.DRAFT, {"state": "needs-review-translation"}, "no"),
        (State.REVIEWED, {"state": "final"}, "yes"),
        (State.STALE, {"state": "needs-translation"}, "no"),
    ],
)
def test_nothing_is_approved_that_no_person_approved(state: State, attributes: dict[str, str], approved: str) -> None:
    found = unit(material(translations={"t5.1": Translation("Thank you.", state, DRAFT, by="")}), "t5.1")
    target = found.find(f"{X}target")
    assert target is not None
    assert (target.attrib, target.text) == (attributes, "Thank you.")
    assert (found.get("approved"), found.get(SPACE)) == (approved, "preserve")


def test_what_has_no_english_has_no_target() -> None:
    found = unit(material(), "t5.1")
    assert (found.find(f"{X}target"), notes(found), found.get("approved")) == (None, {}, "no")
    assert list(read(bare()).iter(f"{X}target")) == []


def test_a_translator_is_told_where_the_english_came_from_and_what_is_doubted() -> None:
    assert notes(unit(material(), "t2.1")) == {"origin": ARGOS, "checks": "source-changed"}
    assert notes(unit(material(), "t2.2")) == {"origin": DRAFT}
    two = Translation("100", State.MACHINE, "", ("cut-off",))
    assert notes(unit(material(translations={"t5.1": two}), "t5.1")) == {"checks": "new-number, cut-off"}


@given(st.text(st.characters(codec="utf-8")).filter(str.strip))
def test_any_text_is_well_formed_and_comes_back(text: str) -> None:
    held = material(translations={"t5.1": Translation(text, State.DRAFT, text, (text,))})
    found = unit(held, "t5.1")
    if text.isprintable():
        assert found.findtext(f"{X}target") == text
        assert notes(found)["origin"] == text
        assert str(notes(found)["checks"]).endswith(text)


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (Translation("Yes.", State.REVIEWED, DRAFT, by="Sara & Co", day="2026-11-27"), "Sara & Co, 2026-11-27"),
        (Translation("Yes.", State.REVIEWED, DRAFT, by="Sara Omidi"), "Sara Omidi"),
        (Translation("Yes.", State.REVIEWED, DRAFT, by="", day="2026-11-27"), "2026-11-27"),
        (Translation("Yes.", State.REVIEWED, DRAFT, by=""), None),
        (Translation("Yes.", State.STALE, DRAFT, by="Sara Omidi", day="2026-11-27"), None),
    ],
)
def test_a_note_says_who_reviewed_it_and_when(made: Translation, told: str | None) -> None:
    assert notes(unit(material(translations={"t5.1": made}), "t5.1")).get("review") == told
