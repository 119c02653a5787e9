from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from goftogu.build import make
from goftogu.build.make import Edited, WordFiles
from goftogu.build.read import Body
from goftogu.build.theme import Listing, Theme
from goftogu.edition.outline import Listed, outline
from goftogu.edition.site import Page
from goftogu.model import Language
from goftogu.pages import names, topics
from goftogu.pages.hits import ContextLine
from goftogu.search import pairs
from goftogu.search.documents import SearchEntry
from goftogu.search.pairs import PairFiles
from goftogu.storage import values
from goftogu.translation.memory.entry import State, Translation
from tests import drawn, sample_site
from tests.materials import COLLATION

SEA = sample_site.interview()
ARCHIVE = sample_site.archive(url="https://example.org/talks")
THEME = Theme(ARCHIVE.site, {}, {})
LISTING = Listing(THEME, [Listed(outline(SEA, ARCHIVE.english["sea"]), ARCHIVE.findings["sea"].placeless())])
BODY = values.encode(Body(SEA, dict(ARCHIVE.english["sea"])))
FOUND = ARCHIVE.findings["sea"].placeless()
LINE = ContextLine("interviewee", "آقای سرو", "پیش از ", "تجارت", " و پس از آن", english=False)


def files(given: Any) -> dict[str, Any]:
    return {item.path if isinstance(item, Page) else item[0]: item for item in given}


def test_an_interview_has_its_pages_and_its_downloads() -> None:
    found = files(make.interview(THEME, Edited(None, FOUND, {}, {}), [BODY]))
    assert list(found)[:4] == ["fa/sea.html", "both/sea.html", "both-en/sea.html", "en/sea.html"]
    assert "data/sea.json" in found
    assert "data/sea.received.txt" not in found
    assert b"It grows." in found["data/sea.parallel.tsv"][1]


def test_english_that_was_filled_in_replaces_that_of_the_text() -> None:
    filled = {"t2.1": Translation("Growing.", State.MACHINE, "argos translate-fa_en 1.5")}
    found = files(make.interview(THEME, Edited(filled, FOUND, {}, {}), [BODY]))
    assert b"Growing." in found["data/sea.parallel.tsv"][1]
    assert b"It grows." not in found["data/sea.parallel.tsv"][1]


def test_no_english_at_all_is_not_the_same_as_none_filled_in() -> None:
    own = files(make.interview(THEME, Edited({}, FOUND, {}, {}), [BODY]))
    assert b"It grows." in own["data/sea.parallel.tsv"][1]


def test_an_interview_with_pictures_is_compared_with_what_was_received() -> None:
    picture, packed = drawn.published("rad.jpg")
    given = Edited(None, FOUND, {"rad.jpg": picture}, {})
    found = files(make.interview(THEME, given, [BODY, packed, values.encode([COLLATION])]))
    assert b"The archive has edited the text received in 2 places." in found["data/sea.en.txt"][1]
    alone = files(make.interview(THEME, given, [BODY, packed]))
    assert b"has edited the text received" not in alone["data/sea.en.txt"][1]


@pytest.mark.parametrize(("raw", "edits"), [(True, []), (False, None)])
def test_a_text_that_is_read_from_the_file_received_is_unedited(raw: bool, edits: list[str] | None) -> None:
    body = values.encode(Body(replace(SEA, raw=raw), {}))
    found = files(make.interview(THEME, Edited(None, FOUND, {}, {}), [body]))
    assert json.loads(found["data/sea.json"][1]).get("edits") == edits


def test_lists_are_chosen_by_their_kind() -> None:
    assert "en/topics/index.html" in files(make.lists(LISTING, "topics", ()))
    with pytest.raises(KeyError):
        make.lists(LISTING, "nothing", ())


def test_the_topics_are_data_too() -> None:
    assert list(files(make.vocabulary(LISTING, None, ()))) == [
        f"data/vocabulary/topics.{ending}" for ending in ("ttl", "jsonld", "json")
    ]


def test_a_page_of_a_topic_is_given_its_lines_interview_by_interview() -> None:
    (page, *_) = (item for item in topics.pages(LISTING.site) if item.topic == "trade" and item.language == Language.EN)
    (made_page,) = make.topic(THEME, page, [values.encode([LINE])])
    context: Any = made_page.context()
    ((_, (hit,), _),) = context["primary"]
    assert "<mark>تجارت</mark>" in hit.line
    with pytest.raises(ValueError, match="shorter"):
        list(make.topic(THEME, page, []))


def test_a_page_of_a_name_too() -> None:
    (page, *_) = (item for item in names.pages(LISTING.site) if item.name == "coast" and item.language == Language.FA)
    (made_page,) = make.name(THEME, page, [values.encode([LINE])])
    assert made_page.path == "fa/places/coast.html"
    context: Any = made_page.context()
    ((_, (hit,), _),) = context["groups"]
    assert "پیش از" in hit.line


def test_a_search_document_is_written_as_it_was_kept_in_each_language() -> None:
    found = dict(make.document(THEME, 3, [values.encode("persian"), values.encode("english")]))
    assert [path.partition("/")[0] for path in found] == ["fa", "en"]
    assert [data for data in found.values() if b"persian" in data] == [next(iter(found.values()))]
    with pytest.raises(ValueError, match="shorter"):
        dict(make.document(THEME, 3, [values.encode("persian")]))


def test_other_documents_are_numbered_after_the_interviews() -> None:
    seven, eight = (list(dict(make.other_documents(THEME, first, ()))) for first in (7, 8))
    assert len(seven) == len(eight) > 2
    assert seven[1] == eight[0]


def test_words_count_the_documents_in_their_order() -> None:
    held = [
        SearchEntry("../a.html", "الف", "", {"باغ": "Bb"}),
        SearchEntry("../b.html", "ب", "", {"رود": "b", "باغ": "a"}),
    ]
    found = dict(make.words(THEME, WordFiles(Language.FA, 4), map(values.encode, held)))
    (data,) = (data.decode() for path, data in found.items() if path.endswith("/w.js"))
    assert "باغ 0Bba" in data
    assert "رود b" in data
    assert "karana ~ساحل|کرانه" in data


def test_the_script_is_told_how_many_files_of_pairs_there_are() -> None:
    found = dict(make.words(THEME, WordFiles(Language.FA, 4), ()))
    assert b'"pairs":4' in found["fa/search/index.js"]


def test_pairs_are_those_of_the_documents_in_their_order() -> None:
    held = [pairs.groups([[["باغ", "رود"]]]), pairs.groups([[["رود", "باغ"], ["باغ", "رود"]]])]
    given = PairFiles(Language.FA, 0, 1, 2)
    ((path, data),) = make.word_pairs(THEME, given, (each[group] for group in range(16) for each in held))
    ((_, alone),) = make.word_pairs(THEME, given._replace(documents=1), held[0])
    assert path == "fa/search/p0.js"
    assert len(data) > len(alone) > len(b'goftogu("p0","")\n')


def test_what_results_are_narrowed_by_is_there_in_each_language() -> None:
    found = dict(make.search_facets(LISTING, ["sea"], ()))
    assert list(found) == ["fa/search/facets.js", "en/search/facets.js"]
    assert '"years":[1404]' in found["fa/search/facets.js"].decode()
    assert '"years":[2025]' in found["en/search/facets.js"].decode()
