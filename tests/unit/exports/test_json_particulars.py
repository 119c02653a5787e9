"""What the catalogue says of an interview, in its JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from goftogu.exports.json_export import json_document
from goftogu.model import Particulars
from tests import described, materials

SCHEMA = Path(__file__).parents[3] / "docs/interview.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def written(given: Any) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json_document(given))
    assert list(VALIDATOR.iter_errors(document)) == []
    return document


def test_every_fact_is_there() -> None:
    found = written(described.material())
    assert (found["summary"]["id"], found["summary"]["en"]) == ("summary", "A talk about water and bread")
    assert found["keywords"]["words"] == {"fa": ["رودخانه", "سیلاب"], "en": ["river", "flood"]}
    assert (found["keywords"]["fa"], found["keywords"]["state"]) == ("رودخانه، سیلاب", "reviewed")
    assert found["place"] == {"id": "rasht", "fa": "رشت", "en": "Rasht"}
    assert (found["spoken"], found["duration"]) == (["fa", "glk"], 4350)
    assert found["series"] == {"id": "water", "fa": "آب‌ها", "en": "Waters", "part": 2}
    assert (found["identifier"], found["doi"]) == ("OH-12 & 13", "10.5072/River.1")
    assert found["contributors"][1:3] == [
        {"role": "transcriber", "person": "sara", "name": {"fa": "سارا نیک", "en": "Sara Nik"}},
        {"role": "transcriber", "person": None, "name": {"fa": "بهرام", "en": "بهرام"}},
    ]


def test_a_section_has_its_synopsis_and_its_keywords() -> None:
    (section,) = written(described.material())["sections"]
    assert (section["synopsis"]["id"], section["synopsis"]["en"]) == ("s1.synopsis", "Of bread")
    assert section["keywords"]["words"] == {"fa": ["نان", "تنور"]}
    assert section["keywords"]["en"] is None


def test_without_facts_there_are_no_keys_for_them() -> None:
    found = written(materials.material())
    keys = {"summary", "keywords", "place", "spoken", "duration", "series", "identifier", "doi", "contributors"}
    assert keys.isdisjoint(found)
    assert set(found["sections"][0]) == {"id", "title", "first"}
    assert keys.isdisjoint(written(described.material(Particulars(place="unknown", series="unknown"))))


def test_a_series_without_a_part_has_none() -> None:
    assert written(described.material(Particulars(series="water")))["series"]["part"] is None
