"""What Lighthouse says of a page, as on a phone with a slow network.

A busy machine makes a page look slow, so a page that is not perfect is judged again, and its best verdict counts.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from tools.standing import FLAGS, INTERVIEW, NODE, Site

SLOWEST: Final = 1500
"""Milliseconds until the largest part of a page stands, on the slow network that Lighthouse assumes."""

TRIES: Final = 4
SPEED: Final = "performance"
"""The only category whose score depends on the machine."""

_PAINT: Final = "largest-contentful-paint"
_MOVED: Final = "cumulative-layout-shift"
_OTHERS: Final = ("accessibility", "best-practices", "seo")
JUDGED: Final = {
    f"fa/{INTERVIEW}.html": _OTHERS,
    f"en/{INTERVIEW}.html": _OTHERS,
    "fa/index.html": _OTHERS,
    "fa/search/index.html": _OTHERS,
    f"both/{INTERVIEW}.html": ("accessibility", "best-practices"),
}
"""What is judged besides speed; search engines are to leave the parallel page aside."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one try found.

    Attributes:
        speed: The score of speed, from 0 to 1.
        told: The measures, in words.
        slow: What took something from the score of speed, or empty.
        faults: Everything else that is wrong, too slow a largest paint included.
    """

    speed: float
    told: str
    slow: str = ""
    faults: tuple[str, ...] = ()

    @property
    def perfect(self) -> bool:
        """Whether there is nothing to say against the page."""
        return not self.slow and not self.faults


def lighthouse(site: Site) -> Iterator[str]:
    """Ask Lighthouse about some pages. Where the site is lenient, a score of speed below 100 is told and no fault."""
    for path, categories in JUDGED.items():
        best = _best(site.address, path, categories)
        yield from (f"{path}: {fault}" for fault in best.faults)
        if best.slow and site.lenient:
            print(f"  warning: {path}: {best.slow} (passed over: --lenient-speed)", flush=True)
        elif best.slow:
            yield f"{path}: {best.slow}"


def _best(address: str, path: str, categories: tuple[str, ...]) -> Verdict:
    tries: list[Verdict] = []
    while len(tries) < TRIES and not (tries and tries[-1].perfect):
        tries.append(verdict(_ask(address + path), categories))
        print(f"  {path}: try {len(tries)}: {tries[-1].told}", flush=True)
    return min(tries, key=lambda one: (len(one.faults), -one.speed))


def verdict(result: Mapping[str, Any], categories: tuple[str, ...]) -> Verdict:
    """Read a report of Lighthouse.

    Args:
        result: The report, as Lighthouse writes it with ``--output=json``.
        categories: What is judged besides speed.
    """
    if "runtimeError" in result:
        return Verdict(0, "no verdict", faults=(f"Lighthouse gave no verdict: {result['runtimeError']['message']}",))
    speed, told = result["categories"][SPEED]["score"] or 0, _told(result)
    low = tuple(_low(result, name) for name in categories if result["categories"][name]["score"] != 1)
    slow = "" if speed == 1 else f"{_low(result, SPEED)}; {told}"
    return Verdict(speed, f"speed {speed * 100:.0f}, {told}", slow, (*low, *_more(result["audits"], told)))


def _told(result: Mapping[str, Any]) -> str:
    paint, moved = (result["audits"][name]["numericValue"] for name in (_PAINT, _MOVED))
    return f"largest paint after {paint:.0f} ms, moved {moved:.3f}"


def _more(audits: Mapping[str, Any], told: str) -> Iterator[str]:
    """Yield what the scores alone would let pass."""
    if audits[_PAINT]["numericValue"] > SLOWEST or audits[_MOVED]["numericValue"]:
        yield told
    hosts = {item["url"].split("/")[2] for item in audits["network-requests"]["details"]["items"]}
    if len(hosts) > 1:
        yield f"asks other hosts: {sorted(hosts)}"


def _low(result: Mapping[str, Any], category: str) -> str:
    """Say which audits took something from the score of a category."""
    audits = (
        reference["id"]
        for reference in result["categories"][category]["auditRefs"]
        if reference["weight"] and (result["audits"][reference["id"]]["score"] or 0) < 1
    )
    return f"{category} {result['categories'][category]['score']}: {', '.join(audits)}"


def _ask(address: str) -> Mapping[str, Any]:
    program, flags = str(NODE / "lighthouse/cli/index.js"), " ".join(["--headless=new", *FLAGS])
    command = ["node", program, address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    try:
        result: Mapping[str, Any] = json.loads(done.stdout)
    except ValueError:
        return {"runtimeError": {"message": done.stderr.strip()[-300:]}}
    return result
