"""Rights as an interview or a series states them."""

from __future__ import annotations

from goftogu.content.licences import KNOWN
from goftogu.content.rights import RIGHTS, read_rights
from goftogu.model import Bilingual, Rights


def test_all_keys_are_read() -> None:
    said = {"holder": "rad", "licence": "CC-BY-4.0", "statement": {"fa": "آزاد", "en": "Free"}, "note": "بپرسید"}
    assert read_rights(said) == Rights("rad", KNOWN["CC-BY-4.0"], Bilingual("آزاد", "Free"), "بپرسید")
    assert {*said, "translation"} == RIGHTS.keys.keys()


def test_nothing_is_said_by_nothing() -> None:
    assert read_rights({}) == Rights()
    assert read_rights({"translation": "CC0-1.0"}) == Rights(translation=KNOWN["CC0-1.0"])


def test_half_a_statement_is_none() -> None:
    assert read_rights({"statement": {"en": "Free"}}).statement is None
    assert read_rights({"statement": {"fa": "آزاد"}}).statement == Bilingual("آزاد", "")
