from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition import translation_credits
from goftogu.edition.material import Material
from goftogu.exports import registry
from goftogu.model import Interview, Language, Provenance, Revision, Role, Speaker
from goftogu.pages import interview as interview_pages
from goftogu.persian.dates.calendar import parse
from tests import sample_site

SEA = sample_site.interview()
URL = "https://example.org/talks"


def shown(view: str, held: Interview = SEA, url: str = URL, **settings: Any) -> dict[str, Any]:
    archive = sample_site.archive(held, url=url).configured(**settings)
    site = archive.alone(held)
    pages = {page.path: page for page in interview_pages.pages(site, Material.of(site, held))}
    assert list(pages) == [f"{name}/{held.id}.html" for name in ("fa", "both", "both-en", "en")]
    return dict(pages[f"{view}/{held.id}.html"].context())


def test_the_pages_share_their_view_and_have_their_templates() -> None:
    site = sample_site.archive().alone(SEA)
    pages = list(interview_pages.pages(site, Material.of(site, SEA)))
    assert [(page.template, page.language) for page in pages] == [
        ("interview.html.jinja", Language.FA),
        ("both.html.jinja", Language.FA),
        ("both.html.jinja", Language.EN),
        ("interview.html.jinja", Language.EN),
    ]
    views = [page.context()["reading"] for page in pages]
    assert all(view is views[0] for view in views)


def test_a_link_into_a_folder_leads_there_from_the_folders_of_both_languages_together() -> None:
    linked = replace(SEA, lede=sample_site.paragraph("p1", "با [آزاد سرو](people/sarv.html)."))
    ledes = {view: str(shown(view, linked)["reading"].lede.fa) for view in ("fa", "both", "both-en", "en")}
    assert {view: re.findall('href="([^"]+)', lede) for view, lede in ledes.items()} == {
        "fa": ["people/sarv.html"],
        "both": ["../fa/people/sarv.html"],
        "both-en": ["../fa/people/sarv.html"],
        "en": ["people/sarv.html"],
    }


def test_what_is_the_same_on_all_pages_is_found_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Counter[str]()
    for module, name in ((translation_credits, "reviews"), (translation_credits, "beginnings"), (registry, "offered")):
        found = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given, name=name, found=found: asked.update([name]) or found(*given))
    site = sample_site.archive(translations=sample_site.english()).alone(SEA)
    contexts = [page.context() for page in interview_pages.pages(site, Material.of(site, SEA))]
    assert asked == {"reviews": 1, "beginnings": 1, "offered": 1}
    assert len({id(context["reviews"]) for context in contexts}) == 1
    assert contexts[0]["downloads"] != []


def test_the_day_is_told_to_readers_and_to_machines() -> None:
    assert (shown("en")["held"], shown("en")["day"]) == (SEA.date, "2025-12-13")
    undated = shown("en", replace(SEA, date=None))
    assert (undated["held"], undated["day"]) == (None, "")


def test_each_page_leads_to_the_others() -> None:
    assert shown("both")["across"] == {Language.FA: "../fa/sea.html", Language.EN: "../en/sea.html"}
    assert [(switch.view, switch.current) for switch in shown("both")["frame"].switches] == [
        ("fa", False),
        ("both", True),
        ("en", False),
    ]
    english = [(switch.view, switch.href, switch.current) for switch in shown("both-en")["frame"].switches]
    assert english == [("fa", "../fa/sea.html", False), ("both-en", "sea.html", True), ("en", "../en/sea.html", False)]
    assert [switch.view for switch in shown("en")["frame"].switches] == ["fa", "both-en", "en"]


def test_speakers_are_named_by_person_by_body_or_by_label() -> None:
    speakers = {**SEA.speakers, "نوه": Speaker("نوه", Role.OTHER), "کسی": Speaker("کسی", Role.OTHER, person="someone")}
    held = replace(SEA, speakers=speakers)
    credited = [(line.role, line.name.href, str(line.name.text)) for line in shown("en", held)["credits"]]
    assert credited == [
        ("interviewer", "people/radio.html", "The Radio"),
        ("interviewee", "people/sarv.html", "Azad Sarv"),
        ("other", "", '<bdi lang="fa" dir="rtl">نوه</bdi>'),
        ("other", "", "Someone"),
    ]
    assert [str(line.name.text) for line in shown("fa", held)["credits"]] == ["رادیو", "آزاد سرو", "نوه", "کسی"]
    assert [str(line.description) for line in shown("en")["credits"]] == ["Host of the evening programme", ""]


def test_a_speaker_of_whom_only_the_role_is_known_is_not_named_in_the_opening() -> None:
    def named(*others: Speaker) -> list[str]:
        held = replace(SEA, speakers={**SEA.speakers, **{other.label: other for other in others}})
        return [str(line.name.text) for line in shown("fa", held)["credits"]]

    asking = Speaker("پرسشگر", Role.INTERVIEWER)
    assert named(asking, Speaker("نوه", Role.INTERVIEWEE)) == ["رادیو", "آزاد سرو", "نوه"]
    assert named(replace(asking, description=SEA.speakers["مجری"].description)) == ["رادیو", "آزاد سرو", "پرسشگر"]


def test_only_what_an_exchange_is_about_is_a_topic_of_the_page() -> None:
    assert {name: (link.href, str(link.text)) for name, link in shown("en")["topics"].items()} == {
        "trade": ("topics/trade.html", "Trade"),
        "sea": ("topics/sea.html", "The sea"),
    }
    assert shown("both")["spread"] == []
    assert [str(strip.topic.text) for strip in shown("fa")["spread"]] == ["تجارت", "دریا"]


@pytest.mark.parametrize(
    ("provenance", "href", "text"),
    [
        (Provenance(name="radio", url="https://example.org/news"), "https://example.org/news", "The Radio"),
        (Provenance(name_text="روزنامه"), "", '<bdi lang="fa" dir="rtl">روزنامه</bdi>'),
        (Provenance(name="gone", name_text="روزنامه"), "", '<bdi lang="fa" dir="rtl">روزنامه</bdi>'),
    ],
)
def test_the_source_is_named_as_far_as_it_is_known(provenance: Provenance, href: str, text: str) -> None:
    source = shown("en", replace(SEA, provenance=provenance))["source"]
    assert (source.href, str(source.text)) == (href, text)
    assert shown("en", replace(SEA, provenance=Provenance()))["source"] is None


def test_downloads_are_those_that_the_settings_choose() -> None:
    chosen = {href for href, _ in shown("en", downloads=("json", "text"))["downloads"]}
    always = {href for href, _ in shown("fa", downloads=())["downloads"]}
    assert chosen - always == {"../data/sea.fa.txt", "../data/sea.en.txt", "../data/sea.json"}
    assert not {href for href in always if href.endswith((".json", ".epub", ".ris"))}


def test_the_page_says_what_it_is_about_and_the_parallel_page_says_it_to_nobody_else() -> None:
    frame = shown("en")["frame"]
    assert (frame.title, frame.description, frame.section) == (
        "The President and the Sea",
        "On trade and on the sea.",
        "interviews",
    )
    assert dict(frame.head.names)["citation_title"] == "The President and the Sea"
    assert '"@type":"Article"' in frame.head.data
    for view, title in (("both", "رئیس جمهور و دریا"), ("both-en", "The President and the Sea")):
        both = shown(view)["frame"]
        assert (both.title, both.section, both.head.names, both.head.alternates) == (title, "", (), ())
        assert both.head.canonical == f"{URL}/{view}/sea.html"
        assert bool(both.font)
    assert not frame.font
    assert '"Article"' not in shown("en", url="")["frame"].head.data


def test_without_words_above_the_text_what_is_known_describes_the_page() -> None:
    bare = replace(SEA, lede=None, note=None)
    assert shown("en", bare)["frame"].description.startswith("Interview with Azad Sarv, by The Radio, 13 December 2025")


@pytest.mark.parametrize(
    ("text", "described"), [("و " * 99 + "دو", "و " * 99 + "دو"), ("و " * 100 + "و", "و " * 99 + "و…")]
)
def test_a_page_is_described_by_200_characters_at_most(text: str, described: str) -> None:
    long = replace(SEA, lede=sample_site.paragraph("p9", text))
    assert shown("fa", long)["frame"].description == described


def test_what_was_changed_is_told_with_its_day_and_what_is_known_of_it() -> None:
    held = replace(SEA, revisions=(Revision("2026-01-02", "یک نام"), Revision("2026-02-03")))
    days = [parse("2026-01-02"), parse("2026-02-03")]
    assert shown("en", held)["revisions"] == [
        (days[0], '<bdi lang="fa" dir="rtl">یک نام</bdi>'),
        (days[1], ""),
    ]


@pytest.mark.parametrize("dari", [True, False])
def test_an_interview_in_dari_says_so_on_a_site_that_is_not(dari: bool) -> None:
    held = replace(SEA, language=TranscriptLanguage.DARI)
    page = shown("fa", held, language=TranscriptLanguage.DARI if dari else TranscriptLanguage.PERSIAN)
    assert ("tags" in page, "date" in page) == (not dari, not dari)
    if not dari:
        assert page["tags"][Language.FA] == "fa-AF"
        assert page["date"](parse("1357-04-05")) == "۵ سرطان ۱۳۵۷ (۲۶ جون ۱۹۷۸)"
