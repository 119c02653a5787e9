from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.edition.edition import Edition
from goftogu.edition.site import Site
from goftogu.model import Bilingual, Footnote, Language
from goftogu.persian.folding import fold
from goftogu.persian.folding_rules import tables
from goftogu.search import documents as search_documents
from goftogu.search import index as search_index
from goftogu.search.documents import SearchDocument, SearchEntry
from goftogu.search.words import keys
from tests import described, materials
from tests import sample_site as sample
from tests.archives import Archive


def indexed(document: SearchDocument) -> SearchEntry:
    return search_documents.indexed(Language.FA, document, search_documents.rows(document))


def made(archive: Archive) -> dict[str, object]:
    found = {}
    for path, data in archive.searched():
        name, _, value = data.decode().removeprefix("goftogu(").removesuffix(")\n").partition(",")
        assert path.endswith(f"/search/{json.loads(name)}.js")
        found[path] = json.loads(value)
    return found


def words(value: object) -> dict[str, str]:
    return dict(line.split(" ", 1) for line in str(value).split("\n"))


@pytest.fixture(scope="module")
def small() -> Mapping[str, object]:
    return made(sample.archive())


def test_a_small_archive_has_one_file_of_words(small: Mapping[str, object]) -> None:
    index = small["fa/search/index.js"]
    assert isinstance(index, dict)
    assert index["shards"] == [""]
    assert index["headings"][0] == ["../sea.html", "رئیس جمهور و دریا", "3.4"]
    assert ["../topics/trade.html", "تجارت", ""] in index["headings"]
    assert index["count"] == len([path for path in small if path.startswith("fa/search/d")]) == 7


def test_words_know_their_documents_and_their_parts(small: Mapping[str, object]) -> None:
    found = words(small["fa/search/w.js"])
    assert found["تجارت"].split(";")[0] == "0BBaa"
    assert found["دریا"].startswith("0AA")
    assert found["رفتن"] == ";میرود 0e"
    assert found["رو>"] == "=رفتن"
    assert found["رود"] == "="
    assert words(small["en/search/w.js"])["faster"] == "0f"


def test_a_document_has_its_turns_as_they_are_read(small: Mapping[str, object]) -> None:
    found = small["fa/search/d0.js"]
    assert isinstance(found, dict)
    assert (found["href"], found["title"]) == ("../sea.html", "رئیس جمهور و دریا")
    assert found["about"] == "۲۲ آذر ۱۴۰۴ (۱۳ دسامبر ۲۰۲۵) · آزاد سرو"
    assert found["parts"][0] == ["", 0, "", "دربارهٔ تجارت و دریا."]
    assert ["t2", 2, "آقای سرو", "رشد می‌کند.\nتندتر خواهد شد."] in found["parts"]
    assert ["s1", 0, "", "دربارهٔ تجارت"] in found["parts"]


def test_topics_and_public_people_are_found_too(small: Mapping[str, object]) -> None:
    documents = [value for path, value in small.items() if path.startswith("en/search/d") and isinstance(value, dict)]
    assert {document["href"] for document in documents} == {
        "../sea.html",
        "../topics/trade.html",
        "../topics/sea.html",
        "../topics/nature.html",
        "../places/coast.html",
        "../people/sarv.html",
        "../people/radio.html",
    }
    trade = next(document for document in documents if document["href"].endswith("trade.html"))
    assert trade["parts"] == [["", 0, "", "Buying, selling."]]


def test_what_has_no_english_is_found_in_persian() -> None:
    found = made(sample.archive(translations={}))["en/search/d0.js"]
    assert isinstance(found, dict)
    assert found["title"] == "\u2067رئیس جمهور و دریا\u2069"


def test_old_interviews_keep_their_numbers_when_a_new_one_comes() -> None:
    old, new = sample.interview("old", "1978-01-01"), sample.interview("new")
    for archive in (sample.archive(new, old), sample.archive(old)):
        for order in (True, False):
            found = made(archive.configured(newest_first=order))["fa/search/d0.js"]
            assert isinstance(found, dict)
            assert found["href"] == "../old.html"


def test_a_large_archive_is_split_by_the_first_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = words(made(sample.archive())["fa/search/w.js"])
    monkeypatch.setattr(search_index, "LARGEST", 60)
    parts = made(sample.archive())
    index = parts["fa/search/index.js"]
    assert isinstance(index, dict)
    assert len(index["shards"]) > 5
    found: dict[str, str] = {}
    for prefix in index["shards"]:
        entries = words(parts[f"fa/search/{search_index.name(prefix)}.js"])
        assert all(word.startswith(prefix) for word in entries)
        assert not found.keys() & entries.keys()
        found |= entries
    assert found == whole


def test_many_documents_have_short_numbers() -> None:
    archive = sample.archive(*(sample.interview(f"i{number}") for number in range(40)))
    where = words(made(archive)["fa/search/w.js"])["تجارت"].split(";")[0]
    assert where.startswith("0BBaBBaBBa")
    assert where.count("BBa") == 40


def test_the_tables_hold_the_folding() -> None:
    held = tables()
    assert held["letters"]["ي"] == "ی"
    assert held["letters"]["\u064b"] == ""
    assert held["foreign"]["ø"] == "o"
    assert all(ending == fold(ending) for ending, _, _ in held["endings"])
    assert json.loads(json.dumps(held, ensure_ascii=False)).keys() == held.keys()


def test_a_document_is_shown_with_a_link_from_the_search() -> None:
    document = SearchDocument("en/sea.html", "t2", "The “Sea”", "2025", (("t2", 2, "Azad", "a\nb"), ("", 0, "", "متن")))
    text = search_documents.shown(Language.EN, document)
    assert json.loads(text) == {
        "href": "../sea.html#t2",
        "title": "The “Sea”",
        "about": "2025",
        "parts": [["t2", 2, "Azad", "a\nb"], ["", 0, "", "\u2067متن\u2069"]],
    }
    assert "متن" in text
    assert ": " not in text


def test_mixed_text_is_shown_in_its_order_and_found_as_it_is() -> None:
    document = SearchDocument("fa/sea.html", "t2", "زبان C++", "", (("t2", 2, "آزاد", "از C++ و f(x) گفت"),))
    shown = json.loads(search_documents.shown(Language.FA, document))
    assert shown["title"] == "زبان \u2066C++\u2069"
    assert shown["parts"] == [["t2", 2, "آزاد", "از \u2066C++\u2069 و \u2066f(x)\u2069 گفت"]]
    assert keys(shown["title"]) == keys("زبان C++")
    assert set(indexed(document).places) == {
        "از",
        "c",
        "و",
        "f",
        "x",
        "گفت",
        "زبان",
        "آزاد",
    }


def test_the_words_of_a_speaker_and_of_a_turn_are_told_apart() -> None:
    document = SearchDocument("fa/p.html", "", "آب رود", "باد", (("t1", 1, "نان", "تنور، نان"), ("", 0, "", "خاک")))
    assert search_documents.rows(document) == [[["آب", "رود"], ["باد"]], [["نان"], ["تنور", "نان"]], [[], ["خاک"]]]


def test_a_document_has_the_file_of_its_number() -> None:
    assert search_documents.numbered(Language.FA, 12, '{"a":1}') == ("fa/search/d12.js", b'goftogu("d12",{"a":1})\n')


@pytest.mark.parametrize("value", [None, 'a"b</script>', ["ی", 1], {"ک": {"b": ""}}])
def test_a_file_hands_a_value_over(value: object) -> None:
    path, data = search_documents.file(Language.EN, "w-6a", value)
    assert path == "en/search/w-6a.js"
    text = data.decode()
    assert text.startswith('goftogu("w-6a",')
    assert text.endswith(")\n")
    assert json.loads(text.removeprefix('goftogu("w-6a",').removesuffix(")\n")) == value


def test_the_heading_is_the_part_0_and_the_others_follow() -> None:
    document = SearchDocument("fa/p.html", "", "آب", "باد", (("t1", 1, "آب", "نان نان"), ("t2", 2, "", "آب")))
    entry = indexed(document)
    assert entry == SearchEntry("../p.html", "آب", "0.2", {"آب": "AAa", "باد": "a", "نان": "b"})
    bare = indexed(SearchDocument("fa/p.html", "", "", "", ()))
    assert bare == SearchEntry("../p.html", "", "", {})


def test_the_words_of_a_document_are_counted_each_time() -> None:
    document = SearchDocument("fa/p.html", "", "آب", "", (("t1", 1, "آب", "نان می رود"),))
    assert search_documents.length(search_documents.rows(document)) == 5


@pytest.mark.parametrize(
    ("parts", "runs"),
    [
        ([("", 0), ("t1", 1), ("t2", 2)], "1.2"),
        ([("t1", 1), ("s2", 0), ("t2", 2), ("n1", 0), ("n2", 0)], "0.1.1.1.2"),
        ([("", 0), ("s1", 0)], ""),
        ([], ""),
        ([("t1", 1), ("t7", 2)], ""),
        ([("t2", 2), ("t1", 1)], ""),
        ([("t1", 1), ("t2", 2), ("t3b", 3)], ""),
    ],
)
def test_turns_are_told_by_runs_where_their_ids_follow_from_their_numbers(
    parts: list[tuple[str, int]], runs: str
) -> None:
    document = SearchDocument("fa/p.html", "", "آب", "", tuple((id_, number, "", "نان") for id_, number in parts))
    assert indexed(document).turns == runs


def test_a_heading_in_the_index_is_isolated_as_the_document_is() -> None:
    document = SearchDocument("fa/p.html", "t2", "زبان C++", "", ())
    entry = indexed(document)
    assert (entry.href, entry.title) == ("../p.html#t2", "زبان \u2066C++\u2069")


def test_what_the_catalogue_says_is_found() -> None:
    given = described.material()
    archive = Archive.indexed(
        Site(SiteConfig(), described.vocabulary()), [given.interview], {given.interview.id: given.translations}
    )
    held = search_documents.interview(Edition(archive.alone(given.interview), Language.EN), given)
    assert held.parts[:2] == (
        ("", 0, "", "A talk about water and bread"),
        ("", 0, "", "river, flood"),
    )
    assert ("s1", 0, "", "Part One\nOf bread\nنان؛ تنور") in held.parts
    others = search_documents.others(Edition(archive.site, Language.EN))
    assert [item.path for item in others if item.title == "Waters"] == ["en/series/water.html"]


def test_notes_and_pictures_are_no_turns() -> None:
    note = Footnote("1", 1, materials.paragraph("note-1", "از کاریز"), "t1.1")
    given = materials.illustrated(footnotes=(note,))
    site = Site(SiteConfig(), described.vocabulary())
    archive = Archive.indexed(site, [given.interview], {given.interview.id: given.translations})
    held = search_documents.interview(Edition(archive.alone(given.interview), Language.EN), given)
    assert held.parts[-5:] == (
        ("note-1", 0, "", "از کاریز"),
        ("f1", 0, "", "نقشه"),
        ("f2", 0, "", "A <river>\nThe Sefidrud, 1961"),
        ("f3", 0, "", "همان رود\nپل"),
        ("f4", 0, "", "پرونده‌ای که نیست"),
    )


def test_people_and_places_without_a_page_are_not_found() -> None:
    site = sample.archive().site
    places = {"coast": site.vocabulary.places["coast"]}
    places["hut"] = replace(places["coast"], id="hut", name=Bilingual("کلبه", "The Hut"), public=False)
    edition = Edition(replace(site, vocabulary=replace(site.vocabulary, places=places)), Language.EN)
    paths = [item.path for item in search_documents.others(edition)]
    assert "en/places/coast.html" in paths
    assert "en/people/radio.html" in paths
    assert not {"en/places/hut.html", "en/people/someone.html"} & set(paths)


def test_names_of_people_and_places_are_known_as_such() -> None:
    names = search_documents.names(sample.archive().site.vocabulary)
    assert {"آزاد", "سرو", "ساحل"} <= names
    assert "دریا" not in names
