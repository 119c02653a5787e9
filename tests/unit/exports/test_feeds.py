from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

from goftogu.exports.feeds import LATEST
from goftogu.model import Provenance
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
    (entry,) = feed.findall("a:entry", ATOM)
    assert entry.findtext("a:id", "", ATOM) == f"{URL}en/sea.html"
    assert entry.findtext("a:author/a:name", "", ATOM) == "Azad Sarv"
    assert entry.findtext("a:summary", "", ATOM) == "On trade and on the sea."
    assert "draft translation, not reviewed" in entry.findtext("a:rights", "", ATOM)


def test_a_json_feed_tells_the_same() -> None:
    feed = json.loads(made(sample.archive(url=URL))["fa/feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert (feed["language"], feed["feed_url"]) == ("fa", f"{URL}fa/feed.json")
    (item,) = feed["items"]
    assert (item["id"], item["title"]) == (f"{URL}fa/sea.html", "رئیس جمهور و دریا")
    assert item["date_published"] == "2025-12-14T00:00:00Z"
    assert "دربارهٔ تجارت و دریا." in item["content_text"]


def test_the_day_of_arrival_counts_before_that_of_the_interview() -> None:
    old = replace(sample.interview("old", "1978-01-01"), provenance=Provenance())
    archive = sample.archive(
        old, sample.interview("new"), replace(sample.interview("no", ""), provenance=Provenance()), url=URL
    )
    items = json.loads(made(archive)["en/feed.json"])["items"]
    assert [(item["url"], item["date_published"][:10]) for item in items] == [
        (f"{URL}en/new.html", "2025-12-14"),
        (f"{URL}en/old.html", "1978-01-01"),
    ]


def test_a_feed_has_only_the_latest() -> None:
    archive = sample.archive(*(sample.interview(f"i{number}") for number in range(LATEST + 5)), url=URL)
    assert len(json.loads(made(archive)["en/feed.json"])["items"]) == LATEST


def test_a_feed_of_nothing_is_still_one() -> None:
    archive = replace(sample.archive(url=URL), interviews=())
    assert b"<updated>1970-01-01T00:00:00Z</updated>" in made(archive)["fa/feed.xml"]


def test_an_interview_without_a_summary_has_none() -> None:
    bare = replace(sample.interview(), lede=None, note=None, title=sample.paragraph("title", "*دریا* <b>"))
    feed = made(sample.archive(bare, url=URL, translations={}))["fa/feed.xml"]
    assert b"<summary>" not in feed
    assert "<title>دریا &lt;b&gt;</title>".encode() in feed
