"""The static repository, checked by the rules of its specification (section 3.2), written down here."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from typing import Any, Final

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.edition.outline import outline
from goftogu.edition.site import Site
from goftogu.exports.static_repository import email, frame, is_possible, piece
from goftogu.model import Bilingual, Provenance, Revision
from tests.materials import material

etree: Any = importlib.import_module("lxml.etree")
OAI: Final = "{http://www.openarchives.org/OAI/2.0/}"
SR: Final = "{http://www.openarchives.org/OAI/2.0/static-repository}"
CONFIG: Final = SiteConfig(
    Bilingual("بایگانی <رود>", "River & Archive"),
    url="https://example.org/archive/",
    corrections="mailto:a@example.org",
)


def repository(config: SiteConfig = CONFIG, **changes: Any) -> Any:
    held = [material(config=config), material(config=config, id="رود ۲", **changes)]
    shown = [outline(item.interview, item.translations) for item in held]
    head, tail = frame(Site(config, held[0].vocabulary).showing(shown))
    return etree.fromstring(b"".join([head, *map(piece, held), tail]))


def identify(root: Any) -> dict[str, str]:
    return {child.tag.removeprefix(OAI): child.text or "" for child in root[0]}


def headers(root: Any, name: str) -> list[str]:
    return [record.findtext(f"{OAI}header/{OAI}{name}") for record in root[2]]


RULES: Final[dict[str, Callable[[Any], bool]]] = {
    "parts": lambda root: (
        [child.tag for child in root] == [f"{SR}{name}" for name in ("Identify", "ListMetadataFormats", "ListRecords")]
    ),
    "order of Identify": lambda root: (
        list(identify(root))
        == "repositoryName baseURL protocolVersion adminEmail earliestDatestamp deletedRecord granularity".split()
    ),
    "fixed values": lambda root: (
        {"protocolVersion": "2.0", "deletedRecord": "no", "granularity": "YYYY-MM-DD"}.items() <= identify(root).items()
    ),
    "mail": lambda root: bool(re.fullmatch(r"\S+@\S+\.\S+", identify(root)["adminEmail"])),
    "base": lambda root: bool(re.fullmatch(r"https?://\S+", identify(root)["baseURL"])),
    "forms": lambda root: (
        {"oai_dc", root[2].get("metadataPrefix")} == {item.text for item in root[1].iter(f"{OAI}metadataPrefix")}
    ),
    "days": lambda root: all(
        re.fullmatch(r"\d{4}-\d\d-\d\d", day) and day >= identify(root)["earliestDatestamp"]
        for day in headers(root, "datestamp")
    ),
    "identifiers": lambda root: all(
        re.fullmatch(r"oai:[a-z0-9.-]+:[\w.!~*'();/?:@&=+$,%-]+", name, re.ASCII)
        for name in headers(root, "identifier")
    ),
    "each once": lambda root: len(set(headers(root, "identifier"))) == len(root[2]),
    "records": lambda root: all(
        [item.tag for item in found] == [f"{OAI}header", f"{OAI}metadata"] for found in root[2]
    ),
    "metadata": lambda root: all(len(found[1]) == 1 for found in root[2]),
}


def faults(root: Any) -> list[str]:
    """Return the rules that a document breaks."""
    return [name for name, keeps in RULES.items() if not keeps(root)]


def test_it_keeps_to_the_specification() -> None:
    assert faults(repository()) == []
    assert faults(repository(provenance=Provenance())) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("<oai:deletedRecord>no<", "<oai:deletedRecord>transient<", "fixed values"),
        ("YYYY-MM-DD", "YYYY-MM-DDThh:mm:ssZ", "fixed values"),
        ("a@example.org", "a", "mail"),
        ("<oai:datestamp>2023", "<oai:datestamp>1066", "days"),
        ('metadataPrefix="oai_dc"', 'metadataPrefix="tei"', "forms"),
        ("%DB%B2", " ", "identifiers"),
        ("/%D8%B1%D9%88%D8%AF%20%DB%B2<", "/river<", "each once"),
        ("oai:metadata>", "oai:about>", "records"),
    ],
)
def test_the_check_notices_what_is_wrong(old: str, new: str, fault: str) -> None:
    text = etree.tostring(repository(), encoding="unicode")
    assert old in text
    assert fault in faults(etree.fromstring(text.replace(old, new)))


def test_a_record_is_named_after_the_place_of_the_archive_and_the_interview() -> None:
    names = [item.text for item in repository().iter(f"{OAI}identifier")]
    assert names == ["oai:example.org:archive/river", "oai:example.org:archive/%D8%B1%D9%88%D8%AF%20%DB%B2"]


@pytest.mark.parametrize(
    ("changes", "day"),
    [
        ({"revisions": (Revision("2024-02-03"),)}, "2024-02-03"),
        ({}, "2023-06-05"),
        ({"provenance": Provenance()}, "1970-01-01"),
    ],
)
def test_a_record_is_of_the_day_of_the_last_change(changes: dict[str, Any], day: str) -> None:
    root = repository(**changes)
    assert [item.text for item in root.iter(f"{OAI}datestamp")] == ["2023-06-05", day]
    assert root[0].findtext(f"{OAI}earliestDatestamp") == min(day, "2023-06-05")


def test_the_archive_is_called_by_its_name_and_its_own_address() -> None:
    found = identify(repository())
    assert found["repositoryName"] == "River & Archive"
    assert found["baseURL"] == "https://example.org/archive/data/archive/oai.xml"


def test_a_gateway_gives_its_address() -> None:
    config = SiteConfig(url=CONFIG.url, oai_gateway="https://gateway.example.edu/oai/", oai_email="oai@example.org")
    found = identify(repository(config))
    assert found["baseURL"] == "https://gateway.example.edu/oai/example.org/archive/data/archive/oai.xml"
    assert found["adminEmail"] == "oai@example.org"


@pytest.mark.parametrize(
    ("config", "address", "possible"),
    [
        (CONFIG, "a@example.org", True),
        (SiteConfig(url="https://example.org/", corrections="mailto:a@example.org?subject=x"), "a@example.org", True),
        (SiteConfig(url="https://example.org/", corrections="https://example.org/new"), "", False),
        (SiteConfig(corrections="mailto:a@example.org"), "a@example.org", False),
        (
            SiteConfig(url="https://example.org/", oai_email="b@example.org", corrections="mailto:a@b.c"),
            "b@example.org",
            True,
        ),
        (SiteConfig(), "", False),
    ],
)
def test_an_archive_without_an_address_or_a_mail_has_none(config: SiteConfig, address: str, possible: bool) -> None:
    assert email(config) == address
    assert is_possible(config) == possible


def test_an_empty_archive_has_a_repository_without_records() -> None:
    head, tail = frame(Site(CONFIG, material().vocabulary))
    root = etree.fromstring(head + tail)
    assert len(root[2]) == 0
    assert root[0].findtext(f"{OAI}earliestDatestamp") == "1970-01-01"
