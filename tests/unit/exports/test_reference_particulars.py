"""What the catalogue says of an interview, for reference managers, as they read it."""

from __future__ import annotations

import json
from typing import Any

import bibtexparser  # type: ignore[import-untyped]  # no types for it
import rispy  # type: ignore[import-untyped]  # no types for it

from goftogu.edition.material import CitedName
from goftogu.exports import reference_particulars as more
from goftogu.exports import references
from goftogu.model import Bilingual, Language, Particulars, Rights, Role, Speaker
from tests import described, materials

FA, EN = Language
GIVEN = described.material(rights=Rights("sara", described.BY, Bilingual("آزاد", "Free.")))


def test_ris_is_read() -> None:
    persian, english = rispy.loads(references.ris(GIVEN).decode())
    assert english["abstract"] == "A talk about water and bread"
    assert (english["tertiary_title"], english["volume"]) == ("Waters", "2")
    assert (english["call_number"], english["doi"]) == ("OH-12 & 13", "10.5072/River.1")
    assert (english["tertiary_authors"], english["subsidiary_authors"]) == (["Nik, Sara"], ["Jane Doe"])
    assert {"river", "flood"} <= set(english["keywords"])
    assert english["notes"][1] == f"Free; Rights holder: Sara Nik; Licence: CC BY 4.0, {described.BY}"
    assert persian["tertiary_title"] == "آب‌ها"


def test_bibtex_is_read() -> None:
    english = bibtexparser.loads(references.bibtex(GIVEN).decode()).entries[1]
    assert english["abstract"] == "A talk about water and bread"
    assert (english["series"], english["number"], english["doi"]) == ("Waters", "2", "10.5072/River.1")
    assert english["library"] == r"OH-12 \& 13"
    assert (english["editortype"], english["editora"], english["editoratype"]) == ("interviewer", "Nik, Sara", "editor")
    assert english["translator"] == "{Jane Doe}"
    assert "Rights holder: Sara Nik" in english["copyright"]
    assert english["keywords"].endswith("river, flood")


def test_without_interviewers_editors_are_editors() -> None:
    speakers = {"همسایه": Speaker("همسایه", Role.OTHER), "خانم احمدی": Speaker("خانم احمدی", Role.INTERVIEWEE)}
    given = described.material(speakers=speakers | {"پرسشگر": Speaker("پرسشگر", Role.OTHER)})
    english = bibtexparser.loads(references.bibtex(given).decode()).entries[1]
    assert english["editor"] == "Nik, Sara"
    assert not {"editortype", "editora", "editoratype"} & english.keys()


def test_csl_has_variables_of_the_schema() -> None:
    english: dict[str, Any] = json.loads(references.csl(GIVEN))[1]
    assert (english["collection-title"], english["collection-number"]) == ("Waters", "2")
    assert (english["event-place"], english["dimensions"]) == ("Rasht", "1 hour 12 minutes 30 seconds")
    assert (english["call-number"], english["DOI"]) == ("OH-12 & 13", "10.5072/River.1")
    assert english["editor"] == [{"family": "Nik", "given": "Sara"}]
    assert [name.get("literal") or name["family"] for name in english["contributor"]] == [
        "Radio, Tehran",
        "Nik",
        "بهرام",
    ]
    assert english["custom"] == {
        "rights": f"Free; Rights holder: Sara Nik; Licence: CC BY 4.0, {described.BY}",
        "license": described.BY,
    }


def test_without_facts_there_are_no_fields_for_them() -> None:
    given = materials.material(lede=None, introduction=())
    assert [pair for pair in more.ris(given, EN)] == []  # noqa: C416
    assert not any(more.bibtex(given, EN).values())
    assert not any(more.csl(given, EN).values())
    assert not any(more.csl_names(given, EN).values())


def test_a_part_without_a_number_is_not_told() -> None:
    tags = dict(more.ris(described.material(Particulars(series="water")), FA))
    assert (tags["T3"], "VL" in tags) == ("آب‌ها", False)


def test_a_name_has_the_family_name_first() -> None:
    assert more.inverted(CitedName("Nik", "Sara")) == "Nik, Sara"
    assert more.inverted(CitedName("Rudaki")) == "Rudaki"
