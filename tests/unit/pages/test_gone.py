"""Interviews that are gone leave a page: it leads to the new address, or says why."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goftogu.checks.permalinks import RECORD
from tests import sites

RENAMED = '[renamed]\nbrook = "river"\n'
WITHDRAWN = '[withdrawn.brook]\nfa = "به خواست <راوی>."\nen = "At the *narrator’s* request."\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return an archive that has published an interview ``brook`` with two turns."""
    root = sites.make(tmp_path)
    (root / RECORD).write_text(json.dumps({"brook": ["t1", "t2"]}), encoding="utf-8")
    return root


def build(root: Path, text: str) -> tuple[dict[str, str], list[str]]:
    (root / "content/redirects.toml").write_text(text, encoding="utf-8")
    report = sites.build(root)
    found = {path: data.decode("utf-8", "replace") for path, data in sites.files(root / "output").items()}
    return found, [f"{problem.code} {problem.path}" for problem in report.problems if problem.code != "M006"]


def test_without_a_word_the_interview_is_missed(root: Path) -> None:
    assert build(root, "")[1] == ["W011 content/interviews/brook.md"]


def test_a_renamed_interview_leads_to_its_new_address(root: Path) -> None:
    site, problems = build(root, RENAMED)
    assert problems == []
    for view in ("fa", "en", "both", "both-en"):
        page = site[f"{view}/brook.html"]
        assert '<noscript><meta http-equiv="refresh" content="0; url=river.html"></noscript>' in page
        assert '<a class="more" href="river.html" data-moved>' in page
        assert '<script src="../static/site.js" defer></script>' in page
        assert '<meta name="robots" content="noindex">' in page
        assert 'rel="alternate" hreflang' not in page
    assert "This interview has moved" in site["en/brook.html"]
    assert "نشانی این گفت‌وگو تغییر کرده است" in site["both/brook.html"]
    assert "brook" not in site["sitemap.xml"]


def test_a_turn_that_the_new_interview_lacks_is_missed(root: Path) -> None:
    (root / RECORD).write_text(json.dumps({"brook": ["t1", "t9"], "river": ["t2"]}), encoding="utf-8")
    assert build(root, RENAMED)[1] == ["W010 content/interviews/river.md"]


def test_a_withdrawn_interview_says_why_in_both_languages(root: Path) -> None:
    site, problems = build(root, WITHDRAWN)
    assert problems == []
    assert '<p class="lede">به خواست &lt;راوی&gt;.</p>' in site["fa/brook.html"]
    assert '<p class="lede">At the <em>narrator’s</em> request.</p>' in site["en/brook.html"]
    assert "This interview has been withdrawn" in site["en/brook.html"]
    assert '<a class="more" href="interviews/index.html">' in site["en/brook.html"]
    assert not [path for path in site if path.startswith("data/brook")]


def test_an_entry_for_what_is_there_is_an_error_and_nothing_is_published(root: Path) -> None:
    site, problems = build(root, RENAMED.replace("brook", "river").replace('"river"', '"nowhere"'))
    assert "C007 content/redirects.toml" in problems
    assert site == {}


def test_nothing_is_left_when_the_entry_goes(root: Path) -> None:
    build(root, RENAMED)
    (root / RECORD).unlink()
    site, _ = build(root, "")
    assert "fa/brook.html" not in site
