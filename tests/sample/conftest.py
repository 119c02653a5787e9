"""Tests of the sample archive in ``content/``, which no other test reads; without its interview they are left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import ROOT


@pytest.fixture(autouse=True)
def interview() -> Path:
    """Return the transcript of the sample archive."""
    file = ROOT / "content/interviews/pezeshkian-kazinform.md"
    if not file.exists():
        pytest.skip("the sample interview is not in content/")
    return file
