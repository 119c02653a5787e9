"""The names of this machine cost nothing: what opens addresses is imported only by what opens one."""

from __future__ import annotations

import subprocess
import sys

import pytest

from goftogu.storage import hosts, network
from tests.sites import ROOT

HEAVY = {"urllib.request", "http.client", "ssl", "email.message"}


@pytest.mark.parametrize(
    "module",
    [
        "goftogu.content.settings",
        "goftogu.build.pipeline",
        "goftogu.build.stages",
        "goftogu.build.project",
        "goftogu.translation.memory.store",
        "goftogu.translation.engine.workers",
        "goftogu.commands.translate",
    ],
)
def test_only_what_opens_an_address_imports_what_that_takes(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(ended.stdout.split())
    assert module in loaded
    assert not loaded & HEAVY


def test_these_are_open_ways_that_are_allowed() -> None:
    for name in hosts.LOCAL:
        host = f"[{name}]" if ":" in name else name
        with pytest.raises(OSError) as raised:
            network.post(f"http://{host}:1/", b"", {}, 5.0)
        assert "is not allowed" not in str(raised.value)


@pytest.mark.parametrize("url", ["https://models.example.org", "http://[::1]:8080/v1", "https://a:65535"])
def test_these_name_a_machine(url: str) -> None:
    assert hosts.is_address(url)


@pytest.mark.parametrize(
    "url", ["https://[::1", "https://[a]/", "https://", "https://:1", "https://a:0", "https://a:x", ""]
)
def test_these_name_none(url: str) -> None:
    assert not hosts.is_address(url)
