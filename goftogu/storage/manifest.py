"""The manifest of a published site: which files are the build's own, and what they hold.

It has the form that ``sha256sum --check`` reads, so that anybody can test a copy of the site, and holds no date.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

NAME: Final = ".manifest.sha256"

UNSAFE: Final = re.compile(
    r"\A\Z|(?:\A|/)\.{0,2}(?:/|\Z)|[\x00-\x1f\x7f\\:\ud800-\udfff]|\A\.(?:manifest\.sha256|staging)(?:/|\Z)"
)
"""Paths that no file of a site may have."""

_LINE: Final = re.compile(r"([0-9a-f]{64})  (.+)")


def dump(files: Mapping[str, str]) -> bytes:
    """Return a manifest.

    Args:
        files: SHA-256 in hexadecimal digits, by path.
    """
    return "".join(f"{files[path]}  {path}\n" for path in sorted(files)).encode()


def digest(files: Mapping[str, str]) -> str:
    """Return the SHA-256 of a manifest; it identifies the whole site."""
    return hashlib.sha256(dump(files)).hexdigest()


def read_manifest(file: str) -> tuple[dict[str, str], bool]:
    """Return the digests by path, and whether some of the manifest cannot be read."""
    try:
        *lines, rest = Path(file).read_text(encoding="utf-8", errors="replace").split("\n")
    except FileNotFoundError:
        return {}, False
    found = [match for line in lines if (match := _LINE.fullmatch(line)) and not UNSAFE.search(match[2])]
    return {sys.intern(match[2]): match[1] for match in found}, bool(rest) or len(found) != len(lines)
