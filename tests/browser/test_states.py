"""The marks of states in a real browser: three shapes, also where the reader's colours take the place of ours."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal

import pytest
from PIL import Image, ImageChops

from goftogu.exports.styling import STATE_MARKS
from tests.archives import TEMPLATES
from tests.browsing import MARKS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = MARKS
_STEPS = [0] * 60 + [255] * 196
"""Shades that differ less from the paper are edges."""
SHEETS = {"pages": (TEMPLATES / "static/site.css").read_text(encoding="utf-8"), "books": STATE_MARKS}


def ink(picture: bytes) -> float:
    """Return how much of the middle of a mark is not paper."""
    shades = Image.open(io.BytesIO(picture)).convert("L")
    drawn = ImageChops.difference(shades, Image.new("L", shades.size, shades.tobytes()[0])).point(_STEPS)
    left, top, right, bottom = drawn.getbbox() or (0, 0, 0, 0)
    aside, above = (right - left) // 4, (bottom - top) // 4
    middle = drawn.crop((left + aside, top + above, right - aside, bottom - above)).tobytes()
    return sum(map(bool, middle)) / len(middle)


@pytest.mark.parametrize("colours", ["active", "none"])
@pytest.mark.parametrize("sheet", SHEETS)
def test_a_mark_is_empty_half_or_full(browser: Browser, sheet: str, colours: Literal["active", "none"]) -> None:
    page = browser.new_page(device_scale_factor=4)
    page.emulate_media(forced_colors=colours)
    marks = "".join(
        f'<p><small id="{state}" class="standing {state}"></small></p>' for state in ("machine", "draft", "reviewed")
    )
    page.set_content(f"<style>{SHEETS[sheet]}</style>{marks}")
    found = {state: ink(page.locator(f"#{state}").screenshot()) for state in ("machine", "draft", "reviewed")}
    page.close()
    assert found["machine"] == 0
    assert 0.3 < found["draft"] < 0.7
    assert found["reviewed"] > 0.9
