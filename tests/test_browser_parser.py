"""The pages of the golden site as a browser's parser reads them: no fault, and the ids and links that we find."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.checks.addresses import in_page
from tests import parsing, sites

GOLDEN = sites.ROOT / "tests/golden/output"
PAGES = sorted(path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*.html"))


def ours(text: str) -> tuple[list[str], list[str]]:
    ids, links = in_page(text.encode())
    return [found.decode() for found in ids], [found.decode() for found in links]


def test_there_are_pages_of_every_kind() -> None:
    assert {Path(page).parts[0] for page in PAGES} >= {"fa", "en", "index.html", "404.html"}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_fault_and_the_ids_and_links_that_the_checks_see(page: str) -> None:
    text = (GOLDEN / page).read_text(encoding="utf-8")
    found = parsing.page(text)
    assert found.faults == []
    assert len(found.ids) == len(set(found.ids))
    assert ours(text) == (found.ids, found.links)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<!DOCTYPE html><title>x</title><p id=a><p id=b>", ""),
        ("<title>x</title>", "expected-doctype-but-got-start-tag"),
        ("<!DOCTYPE html><title>x</title><p>a</b>", "unexpected-end-tag"),
        ("<!DOCTYPE html><title>x</title><p>&#x1f;", "illegal-codepoint-for-numeric-entity"),
    ],
)
def test_the_parser_tells_faults(text: str, fault: str) -> None:
    assert [found.partition(": ")[2] for found in parsing.page(text).faults][:1] == [fault][: bool(fault)]


NAMES = st.sampled_from(["id", "href", "src", "action", "poster", "title", "data-id", "hreflang", "aria-label"])
VALUES = st.text(st.sampled_from("abc #?/=&;.<>'ی‌؟«»"), max_size=12)


@st.composite
def element(draw: st.DrawFn) -> str:
    tag = draw(st.sampled_from(["a", "b", "span", "video", "img", "input"]))
    attributes = draw(st.dictionaries(NAMES, VALUES, max_size=4)).items()
    written = "".join(f' {name}="{value.replace("&", "&amp;")}"' for name, value in attributes)
    end = "" if tag in {"img", "input"} else f"{draw(st.sampled_from(['', 'x']))}</{tag}>"
    return f"<{tag}{written}>{end}"


@given(st.lists(element(), max_size=5))
def test_a_made_up_page_is_read_as_a_browser_reads_it(elements: list[str]) -> None:
    text = f"<!DOCTYPE html><title>x</title><body><p>{''.join(elements)}</p>"
    found = parsing.page(text)
    assert ours(text) == (found.ids, found.links)
