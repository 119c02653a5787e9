"""The strip of letters above a list: where more letters follow than fit, one is cut, so that readers see it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests import sample_site as sample
from tests.browsing import MARKS, opened, served, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS

CUT = """() => {
    const strip = document.querySelector(".letters ul"), frame = strip.getBoundingClientRect();
    const seen = [...strip.children].map((letter) => {
        const box = letter.getBoundingClientRect();
        return (Math.min(box.right, frame.right) - Math.max(box.left, frame.left)) / box.width;
    });
    return [strip.scrollWidth > strip.clientWidth, Math.max(...seen.filter((share) => share < .99))];
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(write(sample.archive(), tmp_path_factory.mktemp("site") / "archive")) as found:
        yield found


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("width", [360, 390, 412, 768, 1280, 1920])
def test_a_letter_is_cut_where_more_follow(browser: Browser, address: str, language: str, width: int) -> None:
    with opened(browser, f"{address}{language}/a-z/index.html", viewport={"width": width, "height": 800}) as page:
        page.locator(".letters").wait_for()
        goes_on, share = page.evaluate(CUT)
        assert goes_on
        assert 0.15 < share < 0.9
