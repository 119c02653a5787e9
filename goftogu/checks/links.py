"""Checks links: every ``href``, ``src`` and fragment of the rendered pages must lead to something in the site.

The checker reads each file once, in the order in which it is rendered, and keeps little of it: the ids of a page as one
run of bytes, and of its links only those to pages that are still to come. The rest is checked at once and forgotten, so
that 15,000 pages need a few megabytes.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from functools import lru_cache
from typing import Final
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from goftogu import urls
from goftogu.checks.addresses import in_file, in_page
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems, SourcePlace

SCHEMES: Final = frozenset({"http", "https", "mailto"})
"""The schemes that a link may have."""

_SCHEME: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED_SIGNS: Final = re.compile(r"[\x00-\x20\x7f]")

_MESSAGES: Final = {
    "L001": (
        Message("“{subject}” is not a page or a file of the site"),
        Message("correct the link, or add what it leads to"),
    ),
    "L002": (Message("“{subject}”: the page has no such id"), Message("correct the part after “#”")),
    "L003": (Message("the id “{subject}” occurs more than once"), Message("give each its own")),
    "L004": (Message("a link or a source has no address"), Message("fill it or take the link away")),
    "L005": (Message("“{subject}” is not allowed"), Message("link to http, https, mailto or a page of the site")),
    "L006": (
        Message("“{subject}”"),
        Message("links are relative; only the page for missing addresses has links from the root of the site"),
    ),
}


Origin = Callable[[str, str], SourcePlace | None]
"""Gives the place of a link from the path of the page and the link."""

Scan = tuple[bytes | None, dict[str, list[bytes]], list[tuple[str, str]]]
"""A file's ids as lines (``None`` when it is no page), fragments by target, and codes and subjects of its faults."""


class LinkChecker:
    """Checks the files of a site as they are rendered, in any order."""

    def __init__(self, base: str) -> None:
        """Start with an empty site.

        Args:
            base: Full address of the site's folder. Links that begin with it are links of the site, and
                ``404.html`` must begin all of its own with the path of it.
        """
        self._base = f"{base.rstrip('/')}/" if base else ""
        self._ids: dict[str, bytes | None] = {}
        self._pages: dict[str, tuple[str, int]] = {}
        self._anchors: dict[str, list[tuple[str, bytes]]] = {}
        self._faults: dict[tuple[str, str], tuple[str, int]] = {}

    def add(self, path: str, data: bytes) -> None:
        """Read one file of the site.

        Args:
            path: Relative to the output folder, with ``/``.
            data: Its content. Only HTML, style sheets, feeds and the sitemap are searched; every file is a target.
        """
        self.take(path, scan(path, data, self._base))

    def take(self, path: str, found: Scan) -> None:
        """Take one file of the site that was read before.

        Args:
            path: Relative to the output folder, with ``/``.
            found: From :func:`scan`, with the address of this checker.
        """
        ids, targets, faults = found
        for code, subject in faults:
            self._fault(code, subject, path)
        self._arrive(path, ids)
        if targets:
            self._follow(path, targets)

    def ids(self, path: str) -> list[str] | None:
        """Return the ids of a page that was read; ``None`` when there is no such page."""
        found = self._ids.get(path)
        return None if found is None else found.decode(errors="replace").split()

    def report(self, problems: Problems, absent: Container[str] = (), origin: Origin = lambda *_: None) -> None:
        """Add the faults, each once, where it was written or at the first page that has it, when every file was added.

        Args:
            problems: The faults are added.
            absent: Pages that could not be made, for reasons reported elsewhere; links to them are not faults.
            origin: Tells where a link of a page was written.
        """
        missing = {("L001", target): found for target, found in self._pages.items() if target not in absent}
        told: dict[tuple[str, SourcePlace, str], tuple[str, int]] = {}
        for (code, subject), (page, count) in sorted({**self._faults, **missing}.items(), key=_in_order):
            place = origin(page, subject)
            key = (code, place or SourcePlace(page), "" if place else subject)
            first, before = told.get(key, (subject, 0))
            told[key] = (first, before + count)
        problems.extend(
            sorted(_problem(code, first, place, count) for (code, place, _), (first, count) in told.items())
        )

    def _arrive(self, path: str, ids: bytes | None) -> None:
        """Take a file as a target and check what waited for it."""
        self._ids[path] = ids
        if self._pages.pop(path, None) is None:
            return
        for source, fragments in self._anchors.pop(path, ()):
            self._check(path, fragments.split(b"\n"), source)

    def _follow(self, path: str, targets: Mapping[str, list[bytes]]) -> None:
        """Check the links of a file, or keep them for later."""
        for target, fragments in targets.items():
            if target in self._ids:
                self._check(target, fragments, path)
                continue
            first, count = self._pages.get(target, (path, 0))
            self._pages[target] = (first, count + 1)
            if fragments:
                self._anchors.setdefault(target, []).append((path, b"\n".join(fragments)))

    def _check(self, target: str, fragments: Iterable[bytes], source: str) -> None:
        for fragment in fragments:
            if _lacks(self._ids[target], fragment):
                self._fault("L002", f"{target}#{fragment.decode(errors='replace')}", source)

    def _fault(self, code: str, subject: str, path: str) -> None:
        first, count = self._faults.get((code, subject), (path, 0))
        self._faults[code, subject] = (first, count + 1)


def scan(path: str, data: bytes, base: str) -> Scan:
    """Read one file of a site: its ids, its links, and the faults that it has on its own.

    Args:
        path: Relative to the output folder, with ``/``.
        data: Its content.
        base: Full address of the site's folder with a final ``/``, or empty.
    """
    if not path.endswith(".html"):
        return None, *_targets(path, in_file(path, data), base)
    ids, links = in_page(data)
    targets, faults = _targets(path, links, base)
    if len(ids) != len(set(ids)):
        faults += [("L003", name.decode(errors="replace")) for name, count in Counter(ids).items() if count > 1]
    return b"\n".join((b"", *ids, b"")), targets, faults


def settled(scans: Mapping[str, Scan]) -> dict[str, Scan]:
    """Drop the links among some files that lead somewhere; only the others need to be followed.

    Args:
        scans: From :func:`scan`, by path, of files that come and go together.
    """
    return {
        path: (ids, {target: found for target, found in targets.items() if not _reached(scans, target, found)}, faults)
        for path, (ids, targets, faults) in scans.items()
    }


def _reached(scans: Mapping[str, Scan], target: str, fragments: Iterable[bytes]) -> bool:
    return target in scans and not any(_lacks(scans[target][0], fragment) for fragment in fragments)


def _lacks(ids: bytes | None, fragment: bytes) -> bool:
    """Tell whether a page lacks an id; False for a file that is not a page."""
    return ids is not None and b"\n%b\n" % fragment not in ids and b"\n%b\n" % unquote_to_bytes(fragment) not in ids


def _targets(path: str, links: Iterable[bytes], base: str) -> tuple[dict[str, list[bytes]], list[tuple[str, str]]]:
    found: dict[str, list[bytes]] = {}
    faults: list[tuple[str, str]] = []
    rooted = bool(base) and path == urls.NOT_FOUND
    folder = path.rpartition("/")[0]
    for link in sorted(set(links)):
        address, _, fragment = link.partition(b"#")
        if not link.strip():
            faults.append(("L004", ""))
            continue
        code, target = _resolve(base, folder, rooted, address) if address else ("", path)
        if code:
            faults.append((code, link.decode(errors="replace")))
        elif target:
            fragments = found.setdefault(target, [])
            if fragment:
                fragments.append(fragment)
    return found, faults


def target(page: str, link: str, base: str) -> str:
    """Return the file and the fragment that a link leads to; empty when it leads to another site or nowhere.

    Args:
        page: Path of the page that has the link.
        link: As it was written.
        base: Full address of the site's folder with a final ``/``, or empty.
    """
    address, _, fragment = link.partition("#")
    _, found = _resolve(base, page.rpartition("/")[0], False, address.encode()) if address else ("", page)  # noqa: FBT003
    return f"{found}#{fragment}" if found and fragment else found


def _in_order(fault: tuple[tuple[str, str], tuple[str, int]]) -> tuple[str, bool, str]:
    """Sort faults by their code and subject; what a parallel page links to comes last, for others name it better."""
    (code, subject), _ = fault
    return code, subject.startswith(urls.BOTH), subject


def _problem(code: str, subject: str, place: SourcePlace, count: int) -> Problem:
    message, hint = _MESSAGES[code]
    message = message.of(subject=subject)
    if count > 1:
        message = Message("{message} (here and in {count:,} more)", message=message, count=count - 1)
    return Problem(*place, code, message, hint)


@lru_cache(maxsize=8192)
def _resolve(base: str, folder: str, rooted: bool, link: bytes) -> tuple[str, str]:  # noqa: FBT001  only called above
    """Find the file that a link leads to.

    Args:
        base: Full address of the site's folder with a final ``/``, or empty.
        folder: Folder of the page that has the link.
        rooted: True when the page has absolute paths instead of relative ones.
        link: The link without its fragment.

    Returns:
        The code of a problem, or an empty string; then the path of the file, or an empty string for another site.
    """
    address = _IGNORED_SIGNS.sub("", link.decode(errors="replace"))
    if scheme := _SCHEME.match(address):
        if base and address.startswith(base):
            return "", _page_of(address.removeprefix(base))
        return ("" if scheme[1].lower() in SCHEMES else "L005"), ""
    root = urlsplit(base).path
    if rooted and address.startswith(root) and address[len(root) :][:1] not in {"/", "\\"}:
        return "", _page_of(address.removeprefix(root))
    if rooted or address.startswith(("/", "\\")):
        return "L006", ""
    return "", posixpath.normpath(posixpath.join(folder, unquote(address.partition("?")[0])))


def _page_of(address: str) -> str:
    """Return the path of a file from its address below the site's folder, where a folder means its index page."""
    path = unquote(address.partition("?")[0])
    return f"{path}{urls.LANDING}" if not path or path.endswith("/") else path
