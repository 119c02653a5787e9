"""The table of all interviews, read back by the CSV reader of Python."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.edition.material import Material
from goftogu.edition.site import Site
from goftogu.exports.archive_csv import COLUMNS, frame, row
from goftogu.model import Bilingual, Provenance, Revision, Rights, Role, Speaker
from goftogu.persian.dates.calendar import Calendar, DateRange, PartialDate
from tests import described, sites
from tests.materials import alike, bare, material, paragraph


def read(*held: Material) -> list[dict[str, str]]:
    head, tail = frame(Site(SiteConfig(), held[0].vocabulary))
    data = b"".join([head, *map(row, held), tail])
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def of(**changes: Any) -> dict[str, str]:
    (found,) = read(material(**changes))
    return found


def test_an_interview_is_a_row() -> None:
    found = of(rights=Rights("ahmadi", "https://creativecommons.org/licenses/by/4.0/"))
    assert found == {
        "id": "river",
        "title_fa": "گفت‌وگو دربارهٔ «رودخانه»",
        "title_en": "A Talk about the “River”",
        "date": "2023-06-04",
        "date_first": "2023-06-04",
        "date_last": "2023-06-04",
        "calendar": "jalali",
        "interviewees": "ahmadi",
        "interviewees_fa": "مریم احمدی",
        "interviewees_en": "Maryam Ahmadi",
        "interviewers": "radio",
        "interviewers_fa": "رادیو",
        "interviewers_en": "Radio, Tehran",
        **dict.fromkeys(
            (
                *("identifier", "doi", "series", "series_fa", "series_en", "part", "place", "place_fa", "place_en"),
                *("duration", "languages", "contributors_fa", "contributors_en", "summary_fa", "summary_en"),
                *("keywords_fa", "keywords_en"),
            ),
            "",
        ),
        "text_languages": "fa; en",
        "publisher_fa": "خبرگزاری",
        "publisher_en": "News & Co_ltd",
        "source_url": "https://example.org/news",
        "published": "",
        "received": "2023-06-05",
        "changed": "",
        "rights_holder_fa": "مریم احمدی",
        "rights_holder_en": "Maryam Ahmadi",
        "rights_fa": "",
        "rights_en": "",
        "licence": "CC BY 4.0",
        "licence_url": "https://creativecommons.org/licenses/by/4.0/",
        "translation_licence": "",
        "translation_licence_url": "",
        "topics": "river",
        "topics_fa": "رودخانه",
        "topics_en": "Rivers & streams",
        "turns": "4",
        "words_fa": "20",
        "words_en": "25",
        "paragraphs_machine": "3",
        "paragraphs_draft": "2",
        "paragraphs_reviewed": "3",
        "paragraphs_stale": "1",
        "paragraphs_missing": "2",
        "version_fa": material().version("fa"),
        "version_en": material().version("en"),
        "url_fa": "https://example.org/archive/fa/river.html",
        "url_en": "https://example.org/archive/en/river.html",
    }


def test_a_translation_under_a_licence_of_its_own_says_so() -> None:
    found = of(rights=Rights(translation="https://creativecommons.org/licenses/by-nc/4.0/"))
    assert found["licence_url"] == material().config.licence
    assert found["translation_licence"] == "CC BY-NC 4.0"
    assert found["translation_licence_url"] == "https://creativecommons.org/licenses/by-nc/4.0/"


def test_what_the_catalogue_says_is_in_the_row() -> None:
    (found,) = read(described.material())
    expected = {
        "identifier": "OH-12 & 13",
        "doi": "10.5072/River.1",
        "series": "water",
        "series_fa": "آب‌ها",
        "series_en": "Waters",
        "part": "2",
        "place": "rasht",
        "place_fa": "رشت",
        "place_en": "Rasht",
        "duration": "4350",
        "languages": "fa; glk",
        "contributors_fa": (
            "camera: رادیو; transcriber: سارا نیک; transcriber: بهرام; editor: سارا نیک; translator: Jane Doe"
        ),
        "contributors_en": "camera: Radio, Tehran; transcriber: Sara Nik; editor: Sara Nik; translator: Jane Doe",
        "keywords_fa": "رودخانه; سیلاب",
        "keywords_en": "river; flood",
    }
    assert {name: found[name] for name in expected} == expected
    assert found["summary_fa"]
    assert found["summary_en"].isascii()


def test_what_is_not_known_is_empty_and_nothing_is_claimed() -> None:
    (found,) = read(bare())
    empty = {name for name, value in found.items() if not value}
    assert {"title_en", "date", "calendar", "interviewees", "interviewees_en", "publisher_fa", "licence"} <= empty
    assert {"topics", "version_en", "rights_fa", "rights_holder_en", "changed"} - empty == {"topics"}
    assert (found["interviewees_fa"], found["text_languages"], found["words_en"]) == ("خانم احمدی", "fa", "0")
    assert found["paragraphs_missing"] == "6"


@pytest.mark.parametrize("sign", "=+-@")
def test_no_cell_is_a_formula(sign: str) -> None:
    formula = f"{sign}HYPERLINK(A1)"
    found = of(
        title=paragraph("title", formula),
        provenance=Provenance(name_text=formula),
        config=SiteConfig(rights=Bilingual(formula, formula)),
        translations={},
    )
    for column in ("title_fa", "publisher_fa", "publisher_en", "rights_fa", "rights_en"):
        assert found[column] == f"'{formula}"


def test_a_cell_is_one_line_and_any_sign_comes_back() -> None:
    title = 'او گفت: "سلام, دوست"\nو رفت'
    assert of(title=paragraph("title", title))["title_fa"] == 'او گفت: "سلام, دوست" و رفت'


def test_more_than_one_value_are_separated_by_semicolons() -> None:
    others = {
        "نخست": Speaker("نخست", Role.INTERVIEWEE, person="rudaki"),
        **material().interview.speakers,
    }
    found = of(speakers=others)
    assert found["interviewees"] == "rudaki; ahmadi"
    assert found["interviewees_en"] == "Rudaki; Maryam Ahmadi"


def test_a_date_says_how_exact_it_is() -> None:
    year = of(date=PartialDate(Calendar.JALALI, 1357))
    assert [year[name] for name in ("date", "date_first", "date_last")] == ["", "1978-03-21", "1979-03-20"]
    month = of(date=PartialDate(Calendar.GREGORIAN, 1979, 2))
    assert [month[name] for name in ("date", "date_first", "date_last")] == ["1979-02", "1979-02-01", "1979-02-28"]
    ends = DateRange(PartialDate(Calendar.GREGORIAN, 1979, 2, 1), PartialDate(Calendar.GREGORIAN, 1979, 2, 11))
    assert of(date=ends)["date_last"] == "1979-02-11"


def test_the_last_change_is_told() -> None:
    assert of(revisions=(Revision("2024-01-02"), Revision("2023-12-31")))["changed"] == "2024-01-02"


def test_each_interview_has_one_line_end() -> None:
    data = row(material(translations=alike()))
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == 1


def test_the_document_explains_every_column_in_its_group() -> None:
    text = (sites.ROOT / "docs/exports.md").read_text(encoding="utf-8")
    section = text[text.index("## The archive as a table") : text.index("## The archive as turns")]
    told = [name for cells in re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE) for name in cells.split(", ")]
    assert sorted(name.strip("`") for name in told) == sorted(COLUMNS)
