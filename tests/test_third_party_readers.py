"""What the exports write is read by programs that others have written, and says the same there."""

from __future__ import annotations

import importlib
import io
import json
import warnings
from dataclasses import replace
from typing import Any, Final

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import PersonKind, Vocabulary
from goftogu.edition.material import Material
from goftogu.exports.references import bibtex, csl, ris
from goftogu.exports.tmx import tmx
from goftogu.exports.xliff import xliff
from goftogu.model import Bilingual
from goftogu.persian.dates.calendar import Calendar, DateRange, DateValue, PartialDate
from goftogu.translation.memory.entry import State, Translation
from tests import sample_site as sample
from tests.entries import a_person
from tests.materials import DRAFT, alike, bare, material, paragraph

HARD: Final = "TY  - JOUR\nER  - \n{100} $#%_~^\\ }{ <b>&amp; \"x\" 'y' ; and, ="
"""Lines, signs and words that mean something to one of the forms."""
ONE_LINE: Final = " ".join(HARD.split())
ADDRESS: Final = "https://example.org/archive/"
STYLE: Final = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-US">
<info><title>Test</title><id>urn:test</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout delimiter=", ">
<group delimiter=", "><names variable="author"><name name-as-sort-order="all"/></names>
<names variable="interviewer" prefix="interviewer "/>
<text variable="title"/><text variable="container-title"/><text variable="publisher"/>
<date variable="issued"><date-part name="year"/></date><text variable="note"/><text variable="URL"/></group>
</layout></bibliography></style>"""
"""A style of CSL that names what the records have."""
DATES: Final[dict[str, DateValue | None]] = {
    "day": PartialDate(Calendar.JALALI, 1402, 3, 14),
    "month": PartialDate(Calendar.GREGORIAN, 1979, 2),
    "year": PartialDate(Calendar.GREGORIAN, 1979),
    "jalali year": PartialDate(Calendar.JALALI, 1357),
    "range": DateRange(PartialDate(Calendar.JALALI, 1356), PartialDate(Calendar.JALALI, 1358)),
    "unknown": None,
}


def module(name: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return importlib.import_module(name)


def hard(**changes: Any) -> Material:
    """Return an interview whose title, English, archive and people have what forms take for marks."""
    words = Bilingual(HARD, HARD)
    config = SiteConfig(words, url=ADDRESS)
    found = material(title=paragraph("title", HARD), translations=alike(), config=config, **changes)
    title = Translation(HARD, State.REVIEWED, DRAFT, by=HARD)
    person = a_person("ahmadi", PersonKind.PERSON, words, Bilingual(f"{HARD}، ن", f"{HARD.replace(',', '')}, N"))
    people = {**found.vocabulary.people, "ahmadi": person}
    names = Vocabulary(found.vocabulary.topics, people)
    return replace(found, translations={**found.translations, "title": title}, vocabulary=names)


def read_ris(held: Material) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = module("rispy").loads(ris(held).decode())
    return found


def read_bibtex(held: Material) -> list[dict[str, str]]:
    found: list[dict[str, str]] = module("bibtexparser").loads(bibtex(held).decode()).entries
    return found


def cited(held: Material) -> list[str]:
    """Return how citeproc cites each record."""
    citeproc, formatter = module("citeproc"), module("citeproc.formatter")
    records = json.loads(csl(held))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it does not know every variable of CSL 1.0.2
        source = module("citeproc.source.json").CiteProcJSON(records)
        style = citeproc.CitationStylesStyle(io.BytesIO(STYLE.encode()), validate=False)
        library = citeproc.CitationStylesBibliography(style, source, formatter.plain)
        for record in records:
            library.register(citeproc.Citation([citeproc.CitationItem(record["id"])]))
        return [str(item) for item in library.bibliography()]


@pytest.mark.parametrize("held", [material(), bare(), hard(), material(translations=alike())])
def test_rispy_reads_each_record_with_its_fields(held: Material) -> None:
    found = read_ris(held)
    assert [record["language"] for record in found] == list(held.tongues)
    assert {record["type_of_reference"] for record in found} == {"ELEC"}
    assert [record["id"] for record in found] == [f"river-{language}" for language in held.tongues]
    assert all("unknown_tag" not in record for record in found)


def test_rispy_takes_no_line_of_a_text_for_a_field() -> None:
    persian, english = read_ris(hard())
    assert persian["title"] == english["title"] == ONE_LINE
    assert english["secondary_title"] == ONE_LINE
    assert english["authors"] == [f"{ONE_LINE.replace(',', '')}, N"]
    assert english["urls"] == [f"{ADDRESS}en/river.html"]


def test_bibtexparser_reads_each_record_with_its_fields() -> None:
    persian, english = read_bibtex(material(translations=alike()))
    assert (persian["ID"], english["ID"]) == ("river-fa", "river-en")
    assert (persian["author"], english["author"]) == ("احمدی, مریم", "Ahmadi, Maryam")
    assert (english["ENTRYTYPE"], english["date"], english["langid"]) == ("misc", "2023-06-04", "english")


def test_bibtexparser_is_led_astray_by_no_sign() -> None:
    found = read_bibtex(hard())
    assert [entry["ID"] for entry in found] == ["river-fa", "river-en"]
    latex = module("bibtexparser.latexenc").latex_to_unicode
    shown = latex(found[1]["title"]).replace("{", "").replace("}", "")
    assert all(word in shown for word in ("$#%_", "&amp;", '"x"', "'y' ; and, ="))


def test_citeproc_cites_each_record() -> None:
    persian, english = cited(material(translations=alike()))
    assert "احمدی" in persian
    assert "Ahmadi" in english
    assert "2023" in english
    assert len(cited(bare())) == 1
    assert len(cited(hard())) == 2


@pytest.mark.parametrize(
    ("name", "year", "date", "issued"),
    [
        ("day", "2023", "2023-06-04", [[2023, 6, 4]]),
        ("month", "1979", "1979-02", [[1979, 2]]),
        ("year", "1979", "1979", [[1979]]),
        ("jalali year", None, "1978/1979", [[1978], [1979]]),
        ("range", None, "1977/1980", [[1977], [1980]]),
        ("unknown", None, None, None),
    ],
)
def test_a_date_is_as_exact_everywhere_as_it_is_known(
    name: str, year: str | None, date: str | None, issued: list[list[int]] | None
) -> None:
    held = material(translations=alike(), date=DATES[name])
    assert [record.get("year") for record in read_ris(held)] == [year, year]
    assert [record.get("date") for record in read_bibtex(held)] == [date, date]
    assert [record.get("issued", {}).get("date-parts") for record in json.loads(csl(held))] == [issued, issued]
    assert len(cited(held)) == 2


def test_interviews_whose_ids_differ_in_signs_have_keys_of_their_own() -> None:
    held = [material(id=name, translations=alike()) for name in ("a#b", "a&b", "a-b", "a,b", "a{b", "a%b")]
    entries = module("bibtexparser").loads("\n".join(bibtex(item).decode() for item in held)).entries_dict
    records = module("rispy").loads("\n".join(ris(item).decode() for item in held))
    assert len(entries) == len({record["id"] for record in records}) == 2 * len(held)
    assert entries.keys() == {record["id"] for record in records}


@pytest.mark.parametrize("held", [material(), hard()])
def test_the_translate_toolkit_reads_the_memory(held: Material) -> None:
    store = module("translate.storage.tmx").tmxfile.parsestring(tmx(held))
    expected = {
        unit.reading: found.text
        for unit in held.interview.units()
        if (found := held.english(unit)).state not in {State.MISSING, State.STALE}
    }
    assert {unit.source: unit.target for unit in store.units} == expected


@pytest.mark.parametrize("held", [material(), bare(), hard()])
def test_the_translate_toolkit_reads_the_text_for_translators(held: Material) -> None:
    store = module("translate.storage.xliff").xlifffile.parsestring(xliff(held))
    units = list(held.interview.units())
    assert [unit.source for unit in store.units] == [unit.reading for unit in units]
    assert [unit.target or "" for unit in store.units] == [held.english(unit).text for unit in units]
    approved = [held.english(unit).state is State.REVIEWED for unit in units]
    assert [unit.isapproved() for unit in store.units] == approved


def test_feedparser_reads_the_feeds() -> None:
    files = dict(sample.archive(url=ADDRESS).feeds())
    for language, title, author in (
        ("fa", "رئیس جمهور و دریا", "آزاد سرو"),
        ("en", "The President and the Sea", "Azad Sarv"),
    ):
        found = module("feedparser").parse(files[f"{language}/feed.xml"])
        assert not found.bozo
        assert (found.version, found.feed.language) == ("atom10", language)
        (entry,) = found.entries
        assert (entry.id, entry.title, entry.author) == (f"{ADDRESS}{language}/sea.html", title, author)
        assert entry.updated == "2025-12-14T00:00:00Z"
