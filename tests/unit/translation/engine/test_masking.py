from __future__ import annotations

import pytest

from goftogu.translation.engine.masking import STAND_INS, Masked, mask
from goftogu.translation.engine.terminology import Fixed, Terminology

TERMS = Terminology(
    [Fixed("ایران", ("Iran",)), Fixed("روادید", ("visa", "visas")), Fixed("اهواز", ("Ahvaz",))]
    + [Fixed(f"شهر{'ب' * number}", (f"Town {number}",)) for number in range(1, 8)]
)


def masked(source: str, *english: str) -> Masked | None:
    met = TERMS.met(source)
    return mask(source, [term for term in met if not english or term.en[0] in english], TERMS)


def text(source: str, *english: str) -> str:
    found = masked(source, *english)
    assert found is not None
    return found.text


def test_each_term_has_a_placeholder_of_its_own_wherever_it_occurs() -> None:
    assert text("به ایران رفتم.") == "به Oslo رفتم."
    assert text("از ایران با روادید به ایران") == "از Oslo با Lima به Oslo"
    assert text("از ایران به اهواز", "Ahvaz") == "از ایران به Oslo"


def test_a_placeholder_that_the_text_has_itself_is_not_used() -> None:
    assert text("ایران و oslo") == "Lima و oslo"
    names = " ".join(STAND_INS)
    assert masked(f"ایران و {names}") is None


def test_without_a_term_there_is_no_mask() -> None:
    assert masked("به خانه رفتم.") is None
    assert mask("به ایران رفتم.", [], TERMS) is None


def test_there_are_as_many_masks_as_placeholders() -> None:
    source = " ".join(f"شهر{'ب' * number}" for number in range(1, 8))
    assert text(source).split() == [*STAND_INS, "شهر" + "ب" * 7]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("From Oslo with a Lima to Oslo.", "From Iran with a visa to Iran."),
        ("From oslo's sea to Oslo by LIMA", "From Iran's sea to Iran by visa"),
        ("From Oslo with a Lima.", ""),
        ("Oslo, Oslo, Oslo and Lima", ""),
        ("From Oslo to Oslo.", ""),
        ("Oslos, Oslo and Lima", ""),
    ],
)
def test_placeholders_give_way_only_when_all_come_back(target: str, expected: str) -> None:
    found = masked("از ایران با روادید به ایران")
    assert found is not None
    assert found.unmask(target) == expected


def test_the_english_of_a_term_is_put_in_as_it_is() -> None:
    terms = Terminology([Fixed("ایران", (r"Iran\1",))])
    found = mask("به ایران", terms.met("به ایران"), terms)
    assert found is not None
    assert found.unmask("to Oslo") == r"to Iran\1"
