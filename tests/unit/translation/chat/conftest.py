"""What holds for all tests of language models: no waiting, no key, no proxy."""

from __future__ import annotations

import pytest

from goftogu.translation.chat import asking
from goftogu.translation.chat.service import KEY


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return for how long the program would have waited before it asks again."""
    waited: list[float] = []
    monkeypatch.setattr(asking, "sleep", waited.append)
    monkeypatch.delenv(KEY, raising=False)
    return waited
