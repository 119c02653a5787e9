from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

from goftogu.exports.feeds import entry
from goftogu.model import Bilingual, Language, Provenance, Revision, Rights
from tests import described, materials
from tests import sample_site as sample
from tests.archives import Archive

URL = "https://example.org/archive/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def made(archive: Archive) -> dict[str, bytes]:
    return dict(archive.feeds())


def test_there_is_no_feed_without_an_address() -> None:
    assert made(sample.archive()) == {}


def test_an_atom_feed_has_what_its_standard_asks_for() -> None:
    feed = ET.fromstring(made(sample.archive(url=URL))["en/feed.xml"])  # noqa: S314  our own
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert [feed.findtext(f"a:{name}", "", ATOM) for name in ("title", "id", "updated")] == [
        "The Archive",
        f"{URL}en/",
        "2025-12-14T00:00:00Z",
    ]
    links = {link.get("rel"): link.get("href") for link in feed.findall("a:link", ATOM)}
    assert links == {"alternate": f"{URL}en/", "self": f"{URL}en/feed.xml"}
    assert [link.get("type") for link in feed.findall("a:link", ATOM)] == ["text/html", "application/atom+xml"]
    assert [child.tag.rpartition("}")[2] for child in feed][:7] == [
        "title", "subtitle", "id", "link", "link", "updated", "author",
    ]  # fmt: skip
    (entry,) = feed.findall("a:entry", ATOM)
    assert [child.tag.rpartition("}")[2] for child in entry] == [
        "title", "id", "link", "published", "updated", "author", "summary",
    ]  # fmt: skip
    link = entry.find("a:link", ATOM)
    assert link is not None
    assert link.attrib == {"rel": "alternate", "type": "text/html", "href": f"{URL}en/sea.html"}
    assert entry.findtext("a:published", "", ATOM) == "2025-12-14T00:00:00Z"
    assert entry.findtext("a:id", "", ATOM) == f"{URL}en/sea.html"
    assert entry.findtext("a:author/a:name", "", ATOM) == "Azad Sarv"
    summary, _, state = entry.findtext("a:summary", "", ATOM).partition("\n\n")
    assert summary == "On trade and on the sea."
    assert state.startswith("draft translation, not reviewed")


def test_a_json_feed_tells_the_same() -> None:
    feed = json.loads(made(sample.archive(url=URL))["fa/feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["language"], feed["feed_url"]) == ("fa", f"{URL}fa/feed.json")
    assert (feed["home_page_url"], feed["title"]) == (f"{URL}fa/", "بایگانی")
    assert feed.keys() == {"version", "title", "description", "home_page_url", "feed_url", "language", "items"}
    (item,) = feed["items"]
    assert item.keys() == {
        "id", "url", "title", "content_text", "date_published", "date_modified", "authors", "language",
    }  # fmt: skip
    assert (item["url"], item["language"], item["authors"]) == (f"{URL}fa/sea.html", "fa", [{"name": "آزاد سرو"}])
    assert (item["id"], item["title"]) == (f"{URL}fa/sea.html", "رئیس جمهور و دریا")
    assert item["date_published"] == "2025-12-14T00:00:00Z"
    assert "دربارهٔ تجارت و دریا." in item["content_text"]


def test_an_old_interview_that_is_added_today_is_new_today() -> None:
    undated = replace(sample.interview("undated", ""), provenance=Provenance())
    held = replace(sample.interview("held", "2026-01-01"), provenance=Provenance())
    old = replace(sample.interview("old", "1978-01-01"), provenance=Provenance(received="2026-02-03"))
    archive = sample.archive(undated, held, sample.interview("new"), old, url=URL)
    items = json.loads(made(archive)["en/feed.json"])["items"]
    assert [(item["url"], item.get("date_published"), item.get("date_modified")) for item in items] == [
        (f"{URL}en/old.html", "2026-02-03T00:00:00Z", "2026-02-03T00:00:00Z"),
        (f"{URL}en/new.html", "2025-12-14T00:00:00Z", "2025-12-14T00:00:00Z"),
        (f"{URL}en/held.html", None, None),
        (f"{URL}en/undated.html", None, None),
    ]
    feed = ET.fromstring(made(archive)["en/feed.xml"])  # noqa: S314  our own
    days = [
        (entry.findtext("a:published", "-", ATOM), entry.findtext("a:updated", "", ATOM))
        for entry in feed.iter("{http://www.w3.org/2005/Atom}entry")
    ]
    assert days[0] == ("2026-02-03T00:00:00Z", "2026-02-03T00:00:00Z")
    assert days[-1] == ("-", "1970-01-01T00:00:00Z")
    assert feed.findtext("a:updated", "", ATOM) == "2026-02-03T00:00:00Z"


def test_a_change_that_is_told_is_news() -> None:
    old = replace(sample.interview("old"), revisions=(Revision("2026-05-06"), Revision("2026-04-05", "یک نام")))
    items = json.loads(made(sample.archive(old, sample.interview("new"), url=URL))["fa/feed.json"])["items"]
    assert [(item["url"], item["date_published"][:10], item["date_modified"][:10]) for item in items] == [
        (f"{URL}fa/old.html", "2025-12-14", "2026-05-06"),
        (f"{URL}fa/new.html", "2025-12-14", "2025-12-14"),
    ]


def test_what_is_not_in_english_is_not_called_so() -> None:
    archive = sample.archive(url=URL, translations={})
    (item,) = json.loads(made(archive)["en/feed.json"])["items"]
    assert item["language"] == "fa"
    feed = ET.fromstring(made(archive)["en/feed.xml"])  # noqa: S314  our own
    (entry,) = feed.findall("a:entry", ATOM)
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "fa"
    assert b"<entry>" in made(sample.archive(url=URL))["en/feed.xml"]


def test_the_rights_of_a_feed_are_those_of_the_archive() -> None:
    archive = sample.archive(url=URL).configured(rights=Bilingual("آزاد", "Free"))
    assert b"<rights>Free</rights>" in made(archive)["en/feed.xml"]
    assert b"<rights>" not in made(sample.archive(url=URL))["en/feed.xml"]
    licensed = sample.archive(url=URL).configured(licence="https://example.org/l")
    assert b"<rights>https://example.org/l</rights>" in made(licensed)["fa/feed.xml"]


def test_an_interview_with_rights_of_its_own_says_them_in_its_entry() -> None:
    own = replace(sample.interview("own"), rights=Rights(statement=Bilingual("با اجازه", "By permission")))
    archive = sample.archive(own, sample.interview("sea"), url=URL).configured(rights=Bilingual("آزاد", "Free"))
    feed = ET.fromstring(made(archive)["fa/feed.xml"])  # noqa: S314  our own
    said = {
        entry.findtext("a:id", "", ATOM): entry.findtext("a:rights", "-", ATOM)
        for entry in feed.findall("a:entry", ATOM)
    }
    assert said == {f"{URL}fa/own.html": "با اجازه", f"{URL}fa/sea.html": "-"}


def test_a_feed_has_only_the_latest() -> None:
    archive = sample.archive(*(sample.interview(f"i{number}") for number in range(31)), url=URL)
    assert len(json.loads(made(archive)["en/feed.json"])["items"]) == 30


def test_a_feed_of_nothing_is_still_one() -> None:
    archive = replace(sample.archive(url=URL), interviews=())
    assert b"<updated>1970-01-01T00:00:00Z</updated>" in made(archive)["fa/feed.xml"]


def test_an_interview_without_a_summary_tells_which_text_it_is() -> None:
    bare = replace(sample.interview(), lede=None, note=None, title=sample.paragraph("title", "*دریا* <b>"))
    feed = made(sample.archive(bare, url=URL, translations={}))["fa/feed.xml"]
    assert "<summary>متن اصلی فارسی؛ ".encode() in feed
    assert "<title>دریا &lt;\u2066b\u2069&gt;</title>".encode() in feed


def test_mixed_text_is_in_its_order() -> None:
    interview = sample.rewritten(sample.interview(), lambda text: f"زبان C++ و {text}")
    (item,) = json.loads(made(sample.archive(interview, url=URL))["fa/feed.json"])["items"]
    assert item["title"] == "زبان \u2066C++\u2069 و رئیس جمهور و دریا"
    assert item["content_text"].startswith("زبان \u2066C++\u2069 و ")


def test_the_summary_of_the_catalogue_is_that_of_the_feed() -> None:
    found = entry(described.material(), Language.EN)
    assert found.summary == "A talk about water and bread"
    assert entry(materials.material(), Language.EN).summary == "Summary"
