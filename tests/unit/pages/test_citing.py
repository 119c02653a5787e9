from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from goftogu.edition import citation_styles
from goftogu.edition.citation_styles import Form, Style
from goftogu.edition.material import Material
from goftogu.model import Language, Paragraph
from goftogu.pages.citing import Citing, EditionCiting, citer
from goftogu.translation.memory.entry import State, Translation
from tests import sample_site

FA, EN = Language
SEA = sample_site.interview()
URL = "https://example.org/talks"
REVIEWED = Translation("It grows.", State.REVIEWED, "draft: language model", by="Jane Doe")


def page(language: Language, url: str = URL, corrections: str = "", reviewed: str = "", both: bool = False) -> Citing:
    english = {**sample_site.english(), **dict.fromkeys(reviewed.split(), REVIEWED)}
    archive = sample_site.archive(url=url, translations=english)
    archive = archive.configured(corrections=corrections)
    return citer(archive.material(SEA))(language, both=both)


def said(language: Language, url: str = URL, reviewed: str = "") -> EditionCiting:
    (found,) = page(language, url, reviewed=reviewed).editions
    return found


def bare(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


@pytest.mark.parametrize("language", Language)
def test_the_interview_is_cited_in_every_style_with_its_address(language: Language) -> None:
    found = said(language)
    assert [view.style for view in found.styles] == list(Style)
    assert all(f">{URL}/{language}/sea.html</bdi>" in view.text for view in found.styles)
    assert found.address == f"{URL}/{language}/sea.html"
    assert "Azad Sarv" in found.styles[1].text
    assert found.styles[-1].text.startswith("آزاد سرو (۲۲ آذر ۱۴۰۴). «رئیس جمهور و دریا».")


def test_without_an_address_the_page_shows_none_and_the_script_knows_the_path() -> None:
    found = said(EN, url="")
    assert found.address == "en/sea.html"
    assert all("<bdi class" not in view.text for view in found.styles)
    assert all('data-slot="address"' in view.text for view in found.styles)


@pytest.mark.parametrize("language", Language)
def test_a_style_has_places_for_what_the_script_knows(language: Language) -> None:
    for view in said(language).styles:
        assert sorted(re.findall(r'data-slot="(\w+)"', view.text)) == ["address", "day", "state", "turn"]
        assert view.turn.count("{}") == 1
        assert re.search(r'<span data-slot="turn" [^>]*></span>', view.text)
        assert re.search(r'<span data-slot="day" [^>]*></span>', view.text)


def test_signs_around_a_place_are_those_of_its_style() -> None:
    note, chicago, mla, *_ = said(EN).styles
    assert '<span data-slot="state" data-before=", " data-after="">, draft translation, not reviewed' in note.text
    assert 'data-slot="day" data-before=", accessed " data-after=""' in chicago.text
    assert 'data-slot="day" data-before=" Accessed " data-after="."' in mla.text


def test_turns_that_are_another_text_than_most_are_told_apart() -> None:
    found = said(EN, reviewed="t2.1")
    assert found.others == {"t2": 1}
    assert found.kinds[EN].split("\n")[0] == "draft translation, not reviewed (language model)"
    assert "reviewed translation" in found.kinds[EN].split("\n")[1]
    assert [text.count("\n") for text in found.kinds.values()] == [1, 1]
    assert "ترجمهٔ پیش‌نویس" in found.kinds[FA]
    assert said(EN).others == {}
    assert said(FA).others == {}
    assert said(FA).kinds == {FA: "متن اصلی فارسی", EN: "Persian original"}


def test_of_two_that_are_as_many_the_first_is_usual() -> None:
    found = said(EN, reviewed="t1.1 t2.1 t2.2")
    assert found.kinds[EN].startswith("reviewed translation")
    assert set(found.others) == {"t3", "t4"}


def test_the_parallel_page_cites_both_editions() -> None:
    found = page(FA, reviewed="t2.1", both=True)
    assert [edition.language for edition in found.editions] == [FA, EN]
    assert [edition.language for edition in page(EN, both=True).editions] == [EN, FA]
    assert list(found.others("t2")) == [(EN, 1)]
    assert list(found.others("t1")) == []


def test_without_turns_nothing_is_usual() -> None:
    archive = sample_site.archive()
    found = citer(archive.material(replace(SEA, turns=(), exchanges=(), sections=())))(EN, both=False)
    assert (found.editions[0].kinds, found.editions[0].others, found.mends) == ({}, {}, {})


def test_the_page_knows_where_its_tools_are() -> None:
    found = page(EN)
    assert (found.passages, found.style, found.script) == (
        "passages/index.html",
        "../static/cite.css",
        "../static/cite.js",
    )


def test_a_fault_is_reported_with_the_turn_and_its_address() -> None:
    mends = page(EN, corrections="mailto:archive@example.org").mends
    assert list(mends) == ["t1", "t2", "t3", "t4"]
    assert mends["t3"] == (
        "mailto:archive@example.org?subject=sea%23t3"
        "&body=https%3A%2F%2Fexample.org%2Ftalks%2Fen%2Fsea.html%23t3%0D%0A%0D%0A"
    )
    issues = page(FA, corrections="https://example.org/issues/new").mends
    assert issues["t1"].startswith(
        "https://example.org/issues/new?title=sea%23t1&body=https%3A%2F%2Fexample.org%2Ftalks%2Ffa"
    )
    form = page(FA, corrections="https://example.org/issues/new?template=correction.md").mends
    assert form["t1"].startswith("https://example.org/issues/new?template=correction.md&title=sea%23t1&body=")
    assert page(EN).mends == {}


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    english = {**sample_site.english(), "t2.2": REVIEWED}
    return dict(sample_site.archive(url=URL, translations=english).rendered())


@pytest.mark.parametrize("view", ["fa", "en", "both"])
def test_each_paragraph_of_several_has_an_address_of_its_own(made: dict[str, str], view: str) -> None:
    assert re.findall(r' id="(t\d\.\d)"', made[f"{view}/sea.html"]) == ["t2.1", "t2.2"]


def test_the_address_of_a_paragraph_is_that_of_its_text(made: dict[str, str]) -> None:
    assert '<p id="t2.2">تندتر خواهد شد.</p>' in made["fa/sea.html"]
    assert '<p id="t2.2">It grows. ' in made["en/sea.html"]
    assert '<p id="t2.2">تندتر خواهد شد.</p>' in made["both/sea.html"]


@pytest.mark.parametrize(("view", "count"), [("fa", 0), ("en", 1), ("both", 1), ("both-en", 1)])
def test_only_a_turn_that_differs_from_most_has_a_line_that_says_so(
    made: dict[str, str], view: str, count: int
) -> None:
    """No page has empty lines for the others; the script makes its own where a reader wants it."""
    page_text = made[f"{view}/sea.html"]
    assert page_text.count('class="actions"') == count
    assert page_text.count('<p class="actions" data-kind-en="1"></p>') == count
    assert page_text.partition('class="actions"')[0].rpartition("<h3 ")[2].startswith('id="t2"') is bool(count)


@pytest.mark.parametrize("view", ["fa", "en", "both", "both-en"])
def test_every_turn_has_such_a_line_where_faults_are_reported(view: str) -> None:
    archive = sample_site.archive(url=URL, translations=sample_site.english())
    page_text = dict(archive.configured(corrections="https://example.org/issues/new").rendered())[f"{view}/sea.html"]
    assert page_text.count('<p class="actions"><a href="https://example.org/issues/new?title=sea%23t') == len(SEA.turns)


def test_a_page_knows_whether_any_turn_has_such_a_line() -> None:
    assert page(EN, reviewed="t2.1").acts
    assert not page(FA, reviewed="t2.1").acts
    assert page(FA, corrections="mailto:archive@example.org").acts
    assert not page(EN).acts


@pytest.mark.parametrize(("view", "styles"), [("fa", 5), ("en", 5), ("both", 10)])
def test_the_styles_are_there_without_a_script(made: dict[str, str], view: str, styles: int) -> None:
    colophon = made[f"{view}/sea.html"].partition('<footer class="colophon">')[2]
    assert colophon.count('class="citation"') == styles
    assert bare(colophon).count(f"{URL}/") >= styles
    assert ("December 13, 2025" in colophon) is True


def test_the_heading_of_a_turn_tells_its_number_to_who_does_not_see_it(made: dict[str, str]) -> None:
    assert '<h3 id="t4"><span class="unseen">نوبت ۴، </span>آقای سرو</h3>' in made["fa/sea.html"]
    assert '<a href="#t4" aria-label="نوبت ۴: نشانی، ارجاع و نقل‌قول"' in made["fa/sea.html"]
    assert '<a href="#t4" aria-label="Turn 4: link, citation and quotation"' in made["en/sea.html"]
    assert 'Persian<span class="unseen"> of turn 4</span>' in made["en/sea.html"]


def test_the_persian_of_an_english_page_is_beside_its_text(made: dict[str, str]) -> None:
    page_text = re.sub(r"<aside>.*?</aside>", "", made["en/sea.html"], flags=re.DOTALL)
    text = bare(page_text.partition("<main")[2].partition('<footer class="colophon">')[0].partition(">")[2])
    assert "رشد می‌کند" in made["en/sea.html"]
    assert "رشد می‌کند" not in text
    assert 'class="notice" role="note"' in page_text


def test_four_pages_share_the_citations_of_two_editions(monkeypatch: pytest.MonkeyPatch) -> None:
    made, told = [], []
    form, state = citation_styles.form, citation_styles.state

    def counted(given: Material, style: Style, edition: Language) -> Form:
        made.append((style, edition))
        return form(given, style, edition)

    def saying(given: Material, units: Iterable[Paragraph], edition: Language, language: Language) -> str:
        held = tuple(units)
        told.append((len(held), edition, language))
        return state(given, held, edition, language)

    monkeypatch.setattr(citation_styles, "form", counted)
    monkeypatch.setattr(citation_styles, "state", saying)
    cited = citer(sample_site.archive(url=URL, translations=sample_site.english()).material(SEA))
    shown = [cited(language, both=both).editions for language in Language for both in (False, True)]
    assert [[edition.language for edition in editions] for editions in shown] == [[FA], [FA, EN], [EN], [EN, FA]]
    assert sorted(made) == sorted((style, language) for language in Language for style in Style)
    whole = [(edition, language) for count, edition, language in told if count == len(tuple(SEA.units()))]
    assert sorted(whole) == sorted((edition, language) for edition in Language for language in Language)
