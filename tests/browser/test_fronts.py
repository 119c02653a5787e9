"""The three ways into an archive on its front pages: beside each other or one below the other, never with a hole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests import sample_site as sample
from tests.browsing import MARKS, opened, served, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS

TOPS = """() => [...document.querySelectorAll(".ways-in ul")].map((ways) =>
    [...ways.children].map((way) => Math.round(way.getBoundingClientRect().top)))"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(write(sample.archive(), tmp_path_factory.mktemp("site") / "archive")) as found:
        yield found


@pytest.mark.parametrize("page", ["index.html", "fa/index.html", "en/index.html"])
@pytest.mark.parametrize("width", [360, 600, 768, 1280])
def test_the_ways_in_leave_no_hole(browser: Browser, address: str, page: str, width: int) -> None:
    with opened(browser, f"{address}{page}", viewport={"width": width, "height": 800}) as shown:
        shown.locator(".ways-in").first.wait_for()
        found = shown.evaluate(TOPS)
        assert found
        for tops in found:
            assert len(tops) > 1
            assert len(set(tops)) in {1, len(tops)}
