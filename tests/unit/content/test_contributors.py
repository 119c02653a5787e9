"""The roles of those who made an interview."""

from __future__ import annotations

from goftogu.content import contributors, schema
from goftogu.content.contributors import CONTRIBUTORS, RELATORS, ROLES
from goftogu.content.positions import Positions
from tests.collecting import collected


def test_every_role_has_a_label_in_both_languages_and_may_be_written() -> None:
    assert all(label.fa and label.en for label in ROLES.values())
    assert [*CONTRIBUTORS.keys] == [*ROLES]
    assert CONTRIBUTORS.others is None


TERMS = {
    "res": "Researcher",
    "pdr": "Project director",
    "pro": "Producer",
    "vdg": "Videographer",
    "rcd": "Recordist",
    "pht": "Photographer",
    "trc": "Transcriber",
    "edt": "Editor",
    "pfr": "Proofreader",
    "trl": "Translator",
    "spn": "Sponsor",
}
"""What the codes mean in the MARC list of relators."""


def test_a_relator_means_what_its_role_is_called() -> None:
    called = {
        "director": "Project director",
        "producer": "Producer",
        "camera": "Videographer",
        "recordist": "Recordist",
    }
    assert RELATORS.keys() < ROLES.keys()
    assert {role: TERMS[code] for role, code in RELATORS.items()} == {
        role: called.get(role, ROLES[role].en) for role in RELATORS
    }


def test_a_single_name_needs_no_list() -> None:
    said = {"camera": "مینا", "editor": ["ب", "پ"]}
    found = collected(schema.check, said, CONTRIBUTORS, Positions("a.md"))
    assert found == ({"camera": ("مینا",), "editor": ("ب", "پ")}, [])


def test_contributors_come_in_the_order_of_roles_without_those_of_nobody() -> None:
    said = {"sponsor": ("الف",), "camera": (), "researcher": ("ب", "پ")}
    assert contributors.in_order(said) == {"researcher": ("ب", "پ"), "sponsor": ("الف",)}
    assert [*contributors.in_order(said)] == ["researcher", "sponsor"]
