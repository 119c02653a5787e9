"""Licences: by short name or by address, and what readers call them."""

from __future__ import annotations

import pytest

from goftogu.content import licences
from goftogu.content.licences import KNOWN, LICENCE


@pytest.mark.parametrize(("short", "link"), KNOWN.items())
def test_a_short_name_stands_for_its_address(short: str, link: str) -> None:
    assert LICENCE.fits(short)
    assert licences.address(short) == link
    assert licences.name(link) == licences.name(licences.address(short)) != link


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CC0-1.0", "CC0 1.0"),
        ("CC-BY-4.0", "CC BY 4.0"),
        ("CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0"),
        ("https://rightsstatements.org/vocab/InC/1.0/", "rightsstatements.org/vocab/InC/1.0"),
    ],
)
def test_readers_see_a_name(text: str, name: str) -> None:
    assert licences.name(licences.address(text)) == name


@pytest.mark.parametrize(
    "text", ["CC-BY", "cc-by-4.0", "CC-BY-4x0", "MIT or so", "ftp://a.org", "javascript:x", "آزاد"]
)
def test_a_licence_that_nobody_knows_is_refused(text: str) -> None:
    assert not LICENCE.fits(text)
