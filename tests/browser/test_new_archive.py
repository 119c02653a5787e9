"""The front page of an archive without interviews, in a real browser: the advice fits a phone and reads its own way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from goftogu.cli import main
from tests.browsing import MARKS, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("new") / "بایگانی"
    assert main(["init", str(root), "--yes"]) == 0
    assert main(["build", "--root", str(root)]) == 0
    return root / "output"


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_advice_fits_and_its_commands_run_from_left_to_right(
    browser: Browser, output: Path, language: str, width: int
) -> None:
    address = (output / f"{language}/index.html").as_uri()
    with opened(browser, address, viewport={"width": width, "height": 800}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        commands = page.locator("main code")
        shown = commands.all_inner_texts()
        assert shown == ["goftogu import FILE", "goftogu new NAME", "content/interviews/"]
        assert {commands.nth(number).evaluate("item => getComputedStyle(item).direction") for number in range(3)} == {
            "ltr"
        }
        assert all(box and box["width"] > 0 for box in (commands.nth(number).bounding_box() for number in range(3)))
