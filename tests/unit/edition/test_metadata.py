"""What pages tell programs, in whole sites as rendered."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from goftogu.edition import metadata
from goftogu.edition.pictures import InterviewPictures
from goftogu.edition.recordings import MediaFacts
from goftogu.model import Bilingual, Language, Provenance, Revision, Rights
from goftogu.pages.files import own_domain
from goftogu.translation.memory.memory import State
from tests import drawn, materials
from tests import sample_site as sample
from tests.recordings import recorded, timed

URL = "https://example.org/archive/"
NAMES = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    archive = sample.archive(url=URL)
    rights = Bilingual("آزاد است", "Free to use")
    archive = archive.configured(rights=rights, licence="https://example.org/licence")
    return archive.changed(card=True).rendered()


def told(page: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, content in NAMES.findall(page):
        found.setdefault(name, []).append(content)
    return found


def graph(page: str) -> list[dict[str, Any]]:
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    things: list[dict[str, Any]] = json.loads(block[1])["@graph"] if block else []
    return things


def test_what_reference_managers_read(made: Mapping[str, str]) -> None:
    names = told(made["en/sea.html"])
    assert names["citation_title"] == names["DC.title"] == ["The President and the Sea"]
    assert names["citation_author"] == names["DC.creator"] == ["Azad Sarv"]
    assert names["citation_date"] == ["2025/12/13"]
    assert "citation_publication_date" not in names
    assert names["citation_language"] == names["DC.language"] == ["en"]
    assert names["citation_public_url"] == names["DC.identifier"] == [f"{URL}en/sea.html"]
    assert names["DC.type"] == ["Interview"]
    assert names["DC.contributor"] == ["The Radio"]
    assert names["DC.subject"] == ["Trade", "The sea"]
    assert names["DC.relation.isVersionOf"] == [f"{URL}fa/sea.html"]
    assert names["DC.rights"] == ["Free to use"]
    assert names["DC.description"][0] == "On trade and on the sea."
    assert "draft translation, not reviewed" in names["DC.description"][1]
    assert told(made["fa/sea.html"])["DC.relation.hasVersion"] == [f"{URL}en/sea.html"]
    assert told(made["fa/sea.html"])["citation_title"] == ["رئیس جمهور و دریا"]
    assert '<link rel="schema.DC"' in made["fa/sea.html"]


def test_each_day_is_that_of_one_thing() -> None:
    source = replace(sample.interview().provenance, published="2025-12-20")
    item = replace(sample.interview(), provenance=source, revisions=(Revision("2026-01-02"),))
    page = sample.archive(item, url=URL).rendered()["en/sea.html"]
    names, (article, _) = told(page), graph(page)
    assert (names["citation_date"], names["citation_publication_date"]) == (["2025/12/13"], ["2025/12/20"])
    days = ("2025-12-13", "2025-12-20", "2026-01-02")
    assert tuple(article[f"date{name}"] for name in ("Created", "Published", "Modified")) == days
    assert "Received on: 14 December 2025" in page
    assert "20 December 2025" in page
    assert "Revised on: 2 January 2026" in page


def test_a_day_of_publication_needs_no_publisher() -> None:
    item = replace(sample.interview(), provenance=Provenance(published="2025-12-20"))
    assert "Published on: 20 December 2025" in sample.archive(item).rendered()["en/sea.html"]


@pytest.fixture(scope="module")
def untranslated() -> Mapping[str, str]:
    return sample.archive(url=URL, translations={}).rendered()


@pytest.mark.parametrize("path", ["fa/sea.html", "en/sea.html", "both/sea.html"])
def test_a_page_without_one_english_sentence_is_not_english(untranslated: Mapping[str, str], path: str) -> None:
    page = untranslated[path]
    assert 'rel="alternate" hreflang' not in page
    names = told(page)
    assert names["og:locale"] == ["fa_IR"]
    assert "og:locale:alternate" not in names
    if path != "both/sea.html":
        assert names["citation_language"] == names["DC.language"] == ["fa"]
        assert not [name for name in names if name.startswith("DC.relation")]
        article = graph(page)[0]
        assert article["inLanguage"] == "fa"
        assert not {"workTranslation", "translationOfWork"} & article.keys()


def test_a_link_to_it_does_not_say_so_either(untranslated: Mapping[str, str], made: Mapping[str, str]) -> None:
    link = '<a href="../en/sea.html#t1" hreflang="en"'
    assert link in made["fa/sea.html"]
    assert link not in untranslated["fa/sea.html"]
    assert '<a href="../fa/sea.html#t1" hreflang="fa"' in untranslated["en/sea.html"]


def test_the_sitemap_has_it_in_persian_alone(untranslated: Mapping[str, str]) -> None:
    entries = [
        entry
        for entry in untranslated["sitemap.xml"].split("<url>")[1:]
        if "sea.html</loc>" in entry and "/topics/" not in entry
    ]
    assert len(entries) == 1
    assert f"<loc>{URL}fa/sea.html</loc>" in entries[0]
    assert "hreflang" not in entries[0]


@pytest.mark.parametrize("path", ["both/sea.html", "fa/index.html", "fa/topics/sea.html"])
def test_only_the_editions_of_an_interview_are_references(made: Mapping[str, str], path: str) -> None:
    assert not [name for name in told(made[path]) if name.startswith(("citation_", "DC."))]


def test_an_author_with_a_family_name_is_listed_by_it() -> None:
    archive = sample.archive()
    people = dict(archive.site.vocabulary.people)
    people["sarv"] = replace(people["sarv"], sort=Bilingual("سرو، آزاد", "Sarv, Azad"))
    made = archive.changed(vocabulary=replace(archive.site.vocabulary, people=people)).rendered()
    assert told(made["en/sea.html"])["citation_author"] == ["Sarv, Azad"]
    assert told(made["fa/sea.html"])["citation_author"] == ["سرو, آزاد"]


def test_linked_data_of_an_interview(made: Mapping[str, str]) -> None:
    article, way = graph(made["en/sea.html"])
    assert (article["@type"], article["genre"], article["inLanguage"]) == ("Article", "Interview", "en")
    assert article["@id"] == f"{URL}en/sea.html#article"
    assert [(role["roleName"], role["contributor"]) for role in article["contributor"]] == [
        ("interviewee", {"@type": "Person", "name": "Azad Sarv"}),
        ("interviewer", {"@type": "Organization", "name": "The Radio"}),
    ]
    assert article["translationOfWork"]["@id"] == graph(made["fa/sea.html"])[0]["@id"]
    assert graph(made["fa/sea.html"])[0]["workTranslation"]["@id"] == article["@id"]
    assert article["creditText"].startswith("draft translation, not reviewed")
    assert article["license"] == "https://example.org/licence"
    assert [(step["position"], step["name"], step["item"]) for step in way["itemListElement"]] == [
        (1, "The Archive", f"{URL}en/"),
        (2, "All interviews", f"{URL}en/interviews/"),
        (3, "The President and the Sea", f"{URL}en/sea.html"),
    ]


def test_a_translation_may_have_a_licence_of_its_own() -> None:
    own, theirs = "https://example.org/l", "https://example.org/t"
    item = replace(sample.interview(), rights=Rights(licence=own, translation=theirs))
    made = sample.archive(item, url=URL).rendered()
    persian, english = made["fa/sea.html"], made["en/sea.html"]
    assert (graph(persian)[0]["license"], graph(english)[0]["license"]) == (own, theirs)
    assert "DC.rights.license" not in told(persian)
    assert told(english)["DC.rights.license"] == [theirs]
    assert f'<a href="{theirs}" lang="en" dir="ltr">example.org/t</a>' in persian
    assert f'<a href="{theirs}" rel="license" lang="en" dir="ltr">example.org/t</a>' in english
    assert f'<a href="{theirs}" rel="license"' in made["both/sea.html"]
    assert "مجوز بازنشر ترجمه:" in persian
    assert "Licence of the translation:" in english
    untranslated = sample.archive(item, url=URL, translations={}).rendered()
    assert theirs not in untranslated["fa/sea.html"] + untranslated["en/sea.html"]


def test_the_english_says_what_it_is_when_a_person_has_reviewed_it() -> None:
    archive = sample.archive(url=URL, translations=sample.english(State.REVIEWED))
    assert graph(archive.rendered()["en/sea.html"])[0]["creditText"].startswith("reviewed translation")


def test_a_list_is_the_end_of_its_own_way(made: Mapping[str, str]) -> None:
    (way,) = graph(made["fa/topics/index.html"])
    assert [step["name"] for step in way["itemListElement"]] == ["بایگانی", "موضوع‌ها"]
    assert graph(made["both/sea.html"]) == graph(made["fa/index.html"]) == []


def test_messengers_get_a_picture_when_there_is_one(made: Mapping[str, str]) -> None:
    names = told(made["fa/sea.html"])
    assert names["og:image"] == [f"{URL}static/card.png"]
    assert names["og:image:alt"] == ["بایگانی"]
    assert names["twitter:card"] == ["summary_large_image"]
    assert (names["og:locale"], names["og:locale:alternate"]) == (["fa_IR"], ["en_GB"])
    bare = told(sample.archive(url=URL).rendered()["fa/sea.html"])
    assert "og:image" not in bare
    assert bare["twitter:card"] == ["summary"]


def test_nothing_absolute_is_told_without_an_address() -> None:
    for path, page in sample.archive().rendered().items():
        head = page.partition("</head>")[0].replace("http://purl.org/dc/elements/1.1/", "")
        assert "http" not in head.replace("http-equiv", ""), path


def test_editions_are_reciprocal(made: Mapping[str, str]) -> None:
    pattern = re.compile(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">')
    for path in ("sea.html", "index.html", "topics/sea.html", "about.html"):
        persian, english = (pattern.findall(made[f"{language}/{path}"]) for language in Language)
        assert persian == english
        assert [tag for tag, _ in persian] == ["fa", "en", "x-default"]
    assert pattern.findall(made["index.html"]) == pattern.findall(made["fa/index.html"])
    assert dict(pattern.findall(made["fa/index.html"]))["x-default"] == URL


def test_the_sitemap_has_the_editions_of_the_pages(made: Mapping[str, str]) -> None:
    entries = made["sitemap.xml"].split("<url>")[1:]
    assert all(entry.count("<xhtml:link") == 3 for entry in entries)
    assert f"<loc>{URL}</loc>" in entries[0]


def test_every_page_has_a_policy_that_allows_no_script_inside(made: Mapping[str, str]) -> None:
    for path, page in made.items():
        if path.endswith(".html"):
            policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
            assert policy, path
            assert "default-src 'none'" in policy[1]
            assert "unsafe" not in policy[1]
            assert not re.search(r"<script(?! src=| type=\"application/ld\+json\")|<style|\son\w+=|\sstyle=", page), (
                path
            )


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("", ""),
        ("https://archive.example.org/", "archive.example.org"),
        ("https://example.org/archive/", ""),
        ("https://name.github.io/", ""),
        ("https://name.github.io/archive/", ""),
        ("http://localhost/", ""),
        ("http://example.org:8000/", ""),
    ],
)
def test_a_site_with_its_own_domain_says_so_to_the_host(url: str, domain: str) -> None:
    assert own_domain(url) == domain
    assert sample.archive(url=url).rendered().get("CNAME", "").strip() == domain


def test_programs_are_told_the_largest_size_of_each_picture() -> None:
    found, files = drawn.published("rad.jpg", drawn.photograph(1000, 30))
    large = InterviewPictures({"rad.jpg": found}, {"rad.jpg": files})
    (image,) = metadata.article(replace(materials.illustrated(), pictures=large), Language.EN, "")["image"]
    assert image == f"{URL}{found.sizes[-1].path}"
    assert [size.width for size in found.sizes] == [480, 960, 1000]


def test_a_recording_says_what_is_known_of_it() -> None:
    (media,) = metadata.article(timed(), Language.EN, "")["associatedMedia"]
    assert media == {
        "@type": "AudioObject",
        "name": "A Talk about the “River”, Tape",
        "contentUrl": f"{URL}media/river.mp3",
        "encodingFormat": "audio/mpeg",
        "duration": "PT62S",
        "inLanguage": "fa",
    }
    unknown = timed(facts={"river.mp3": MediaFacts("", 0)}, media=(recorded("river.mp3"),))
    (bare,) = metadata.article(unknown, Language.FA, "")["associatedMedia"]
    assert "duration" not in bare
