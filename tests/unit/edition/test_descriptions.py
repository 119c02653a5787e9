"""What an interview is about, as metadata and reference managers are told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import rispy  # type: ignore[import-untyped]  # no types for it

from goftogu.edition.descriptions import abstract, description
from goftogu.edition.material import Material
from goftogu.exports import references
from goftogu.model import Language, Particulars, Role, Speaker
from tests import sample_site as sample

FA, EN = Language
BARE: dict[str, Any] = {"lede": None, "note": None, "introduction": ()}


def material(**changes: Any) -> Material:
    archive = sample.archive(replace(sample.interview(), **changes))
    return archive.material(archive.interviews[0])


def test_the_summary_is_the_abstract() -> None:
    given = material(particulars=Particulars(summary=sample.paragraph("summary", "از *تجارت* و دریا.")))
    assert abstract(given, FA) == description(given, FA) == "از تجارت و دریا."
    assert abstract(given, EN) == "از تجارت و دریا.", "what is not translated is as it was said"


def test_without_a_summary_the_first_words_above_the_text_are() -> None:
    assert abstract(material(), FA) == description(material(), FA) == "دربارهٔ تجارت و دریا."
    assert abstract(material(), EN) == description(material(), EN) == "On trade and on the sea."


def test_the_introduction_serves_without_a_lede() -> None:
    given = material(lede=None, introduction=(sample.paragraph("p1", "در بندر."), sample.paragraph("p3", "سپس.")))
    assert abstract(given, FA) == "در بندر."


def test_with_nothing_above_the_text_there_is_no_abstract() -> None:
    assert abstract(material(**BARE), FA) == abstract(material(**BARE), EN) == ""


def test_the_line_that_leads_to_the_text_is_no_abstract() -> None:
    assert abstract(material(lede=None), EN) == ""


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (FA, "گفت‌وگو با آزاد سرو، پرسشگر: رادیو، ۲۲ آذر ۱۴۰۴ (۱۳ دسامبر ۲۰۲۵). موضوع‌ها: تجارت، دریا."),
        (EN, "Interview with Azad Sarv, by The Radio, 13 December 2025 (22 Azar 1404). Topics: Trade, The sea."),
    ],
)
def test_what_is_known_is_told_instead(language: Language, told: str) -> None:
    assert description(material(**BARE), language) == told


def test_what_is_not_known_is_left_out() -> None:
    given = material(**BARE, date=None, speakers={"کس": Speaker("کس", Role.OTHER)}, turns=(), exchanges=())
    given = replace(given, marks={})
    assert [description(given, language) for language in Language] == ["گفت‌وگو.", "Interview."]


def test_reference_managers_get_the_abstract() -> None:
    persian, english = rispy.loads(references.ris(material()).decode())
    assert (persian["abstract"], english["abstract"]) == ("دربارهٔ تجارت و دریا.", "On trade and on the sea.")
    assert all("abstract" not in record for record in rispy.loads(references.ris(material(**BARE)).decode()))
    assert "abstract = {On trade and on the sea.}" in references.bibtex(material()).decode()
    assert '"abstract": "On trade and on the sea."' in references.csl(material()).decode()
