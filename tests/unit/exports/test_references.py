"""The files for reference managers, read back by readers of their own."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.exports.references import bibtex, csl, ris
from goftogu.model import Bilingual
from goftogu.persian.dates.calendar import Calendar, DateValue, PartialDate
from tests.materials import alike, bare, material

YEAR = PartialDate(Calendar.JALALI, 1357)
MONTH = PartialDate(Calendar.GREGORIAN, 1979, 2)

CSL_VARIABLES = {
    "id", "type", "title", "author", "interviewer", "issued", "container-title", "publisher", "language", "genre",
    "version", "note", "keyword", "URL", "abstract",
}  # fmt: skip
"""Names of CSL 1.0.2, of its variables and of its input."""


def read_ris(data: bytes) -> list[list[tuple[str, str]]]:
    """Read RIS as its specification says: a tag of two signs, two blanks, a hyphen, a blank; ``TY`` to ``ER``."""
    records: list[list[tuple[str, str]]] = []
    for line in data.decode().split("\r\n"):
        if not line:
            continue
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert match is not None, line
        if match[1] == "TY":
            records.append([])
        records[-1].append((match[1], match[2]))
    assert all(record[-1] == ("ER", "") for record in records)
    return records


def read_bibtex(data: bytes) -> dict[str, dict[str, str]]:
    """Read BibTeX: entries by key, the fields without their outer braces; every brace is closed."""
    entries: dict[str, dict[str, str]] = {}
    for entry in re.findall(r"@misc\{(.+?)\n\}\n", data.decode(), re.DOTALL):
        key, _, body = entry.partition(",\n")
        fields = re.findall(r"^  ([a-z]+) = \{(.*)\},$", body, re.MULTILINE)
        assert len(fields) == len(body.splitlines())
        assert all(balanced(value) for _, value in fields)
        entries[key] = dict(fields)
    return entries


def balanced(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


def dated(date: DateValue | None) -> tuple[dict[str, str], dict[str, str], dict[str, Any]]:
    given = material(date=date)
    return dict(read_ris(ris(given))[1]), read_bibtex(bibtex(given))["river-en"], json.loads(csl(given))[1]


def test_ris_has_both_texts() -> None:
    persian, english = (dict(record) for record in read_ris(ris(material(translations=alike()))))
    assert persian == {
        "TY": "ELEC",
        "ID": "river-fa",
        "AU": "احمدی, مریم",
        "A2": "رادیو",
        "TI": "گفت\u200cوگو دربارهٔ «رودخانه»",
        "T2": "بایگانی رود",
        "PB": "خبرگزاری",
        "PY": "2023",
        "DA": "2023/06/04/",
        "LA": "fa",
        "M3": "گفت‌وگو",
        "AB": "چکیده",
        "ET": material().version("fa"),
        "N1": "متن اصلی فارسی؛ دریافت‌شده در ۱۵ خرداد ۱۴۰۲ (۵ ژوئن ۲۰۲۳)",
        "KW": "رودخانه",
        "UR": "https://example.org/archive/fa/river.html",
        "ER": "",
    }
    assert (english["AU"], english["LA"]) == ("Ahmadi, Maryam", "en")
    assert english["N1"].startswith("draft translation, not reviewed (language model);")


def test_bibtex_has_both_texts() -> None:
    entries = read_bibtex(bibtex(material(translations=alike())))
    assert list(entries) == ["river-fa", "river-en"]
    english = entries["river-en"]
    assert english["author"] == "Ahmadi, Maryam"
    assert (english["editor"], english["editortype"]) == ("{Radio, Tehran}", "interviewer")
    assert (english["date"], english["year"], english["langid"]) == ("2023-06-04", "2023", "english")
    assert english["publisher"] == r"News \& Co\_ltd"
    assert english["keywords"] == r"Rivers \& streams"
    assert english["url"] == "https://example.org/archive/en/river.html"


def test_signs_of_tex_are_only_signs() -> None:
    title = r"{100} $#%_~^\ }{"
    config = SiteConfig(Bilingual(title, title))
    entry = read_bibtex(bibtex(material(config=config)))["river-en"]
    opened, closed = r"{\textbraceleft}", r"{\textbraceright}"
    tilde, caret, slash = r"\textasciitilde{}", r"\textasciicircum{}", r"\textbackslash{}"
    assert entry["howpublished"] == rf"{opened}100{closed} \$\#\%\_{tilde}{caret}{slash} {closed}{opened}"


def test_a_key_of_bibtex_has_no_sign_that_means_something_there() -> None:
    assert list(read_bibtex(bibtex(material(id="a,b{c}#د")))) == ["a:2c:b:7b:c:7d::23:د-fa", "a:2c:b:7b:c:7d::23:د-en"]


def test_csl_has_both_texts_and_only_names_of_csl() -> None:
    persian, english = json.loads(csl(material(translations=alike())))
    assert persian.keys() | english.keys() <= CSL_VARIABLES
    assert (persian["id"], persian["type"], persian["language"]) == ("river-fa", "interview", "fa")
    assert english["author"] == [{"family": "Ahmadi", "given": "Maryam"}]
    assert english["interviewer"] == [{"literal": "Radio, Tehran"}]
    assert english["issued"] == {"date-parts": [[2023, 6, 4]]}
    assert english["note"].startswith("draft translation, not reviewed (language model);")


@pytest.mark.parametrize(
    ("date", "day", "parts"),
    [
        (MONTH, ("1979", "1979/02//", "1979-02"), [[1979, 2]]),
        (None, (None, None, None), None),
        (YEAR, (None, None, "1978/1979"), [[1978], [1979]]),
    ],
)
def test_only_what_is_sure_of_a_date_is_given(
    date: DateValue | None, day: tuple[str | None, ...], parts: list[object] | None
) -> None:
    in_ris, in_bibtex, in_csl = dated(date)
    assert (in_ris.get("PY"), in_ris.get("DA"), in_bibtex.get("date")) == day
    assert in_csl.get("issued", {}).get("date-parts") == parts


def test_a_date_that_no_format_can_tell_stands_in_the_note() -> None:
    in_ris, in_bibtex, in_csl = dated(YEAR)
    assert all(found.startswith("1357/1978–79; ") for found in (in_ris["N1"], in_bibtex["note"], in_csl["note"]))


def test_what_is_not_known_is_left_out() -> None:
    given = bare()
    assert not {"A2", "PB", "PY", "DA", "UR"} & dict(read_ris(ris(given))[0]).keys()
    assert (
        not {"editor", "editortype", "publisher", "date", "year", "url"} & read_bibtex(bibtex(given))["river-fa"].keys()
    )
    assert not {"interviewer", "issued", "publisher", "URL"} & json.loads(csl(given))[0].keys()
    assert read_bibtex(bibtex(given))["river-fa"]["author"] == "{خانم احمدی}"


def test_as_long_as_nothing_is_in_english_there_is_one_record() -> None:
    given = material(translations={})
    assert [dict(record)["LA"] for record in read_ris(ris(given))] == ["fa"]
    assert list(read_bibtex(bibtex(given))) == ["river-fa"]
    assert [record["language"] for record in json.loads(csl(given))] == ["fa"]


def test_a_line_break_ends_no_field() -> None:
    title = material().interview.title.__class__("title", "یک\nدو", "یک\nدو", line=0)
    assert dict(read_ris(ris(material(title=title)))[0])["TI"] == "یک دو"


@pytest.mark.parametrize(("one", "other"), [("a#b", "a&b"), ("a(b", "a)b"), ("a,b", "a-b"), ("a=b", "a'b")])
def test_two_interviews_never_share_a_key(one: str, other: str) -> None:
    keys = [set(read_bibtex(bibtex(material(id=name)))) for name in (one, other)]
    assert not keys[0] & keys[1]
    assert all(re.fullmatch(r"[\w.:+-]+", key) for held in keys for key in held)
    assert {record["id"] for record in json.loads(csl(material(id=one)))} == keys[0]


@pytest.mark.parametrize("name", ["river", "دریا", "a.b", "000_4d15", "c++"])
def test_a_usual_id_is_its_key(name: str) -> None:
    assert set(read_bibtex(bibtex(material(id=name)))) == {f"{name}-fa", f"{name}-en"}


def test_a_line_break_in_a_name_ends_no_field() -> None:
    config = SiteConfig(Bilingual("بایگانی\nرود", "River\r\nArchive"))
    first, second = read_ris(ris(material(config=config)))
    assert dict(first)["T2"] == "بایگانی رود"
    assert dict(second)["T2"] == "River Archive"
