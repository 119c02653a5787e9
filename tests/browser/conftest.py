from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests import browsing

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing.launched() as started:
        yield started


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Serve the site that a module has written into its folder."""
    with browsing.served(folder) as found:
        yield found
