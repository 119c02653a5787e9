"""What a person probably meant by a file or a folder that nothing reads."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final

from goftogu.content import leftovers
from goftogu.locale.message import Message

_TEXT: Final = frozenset({".md", ".txt", ".markdown"})
_LANGUAGES: Final = (".fa", ".en")
_NEAR: Final = 0.85


def file(path: str, known: Iterable[str]) -> Message:
    """Return what to do with a file of the content.

    Args:
        path: The file.
        known: The files that have a name of their own.
    """
    name = PurePosixPath(path)
    if leftovers.is_left(name.name):
        return Message("delete it")
    meant = _nearest(_bare(path), known)
    if meant:
        return Message("did you mean “{word}”?", word=meant)
    ending = name.suffix.lower()
    if ending == ".po":
        return Message("did you mean “{word}”?", word=f"content/translations/en/{name.stem}.po")
    if ending in _TEXT and name.stem.lower().endswith(_LANGUAGES):
        return Message("did you mean “{word}”?", word=f"content/pages/{name.stem}.md")
    return _interview(path, name)


def _interview(path: str, name: PurePosixPath) -> Message:
    """Return what to do with what may be the text of an interview."""
    from goftogu.transcripts.formats import registry  # noqa: PLC0415  only a stray file needs it

    if name.suffix.lower() in _TEXT:
        ending = ".txt" if name.suffix.lower() == ".txt" else ".md"
        return Message("did you mean “{word}”?", word=f"content/interviews/{name.stem}{ending}")
    return registry.way_in(path)


def folder(path: str, known: Mapping[str, object], inner: Iterable[str]) -> Message:
    """Return what to do with a folder of the content.

    Args:
        path: The folder.
        known: The folders that an archive has.
        inner: The files in it.
    """
    held = list(inner)
    if not held:
        return Message("it is empty: delete it")
    if leftovers.is_left(PurePosixPath(path).name):
        return Message("delete it")
    if meant := _nearest(path, known):
        return Message("did you mean “{word}”?", word=f"{meant}/")
    parent = str(PurePosixPath(path).parent)
    if parent in known and parent != "content/translations":
        return Message("move its files one folder up")
    return Message("move it elsewhere")


def template(path: str, known: Iterable[str]) -> Message:
    """Return what to do with a file among the templates.

    Args:
        path: The file.
        known: The templates, and the files beside them, that are used.
    """
    name = PurePosixPath(path).name
    if leftovers.is_left(name):
        return Message("delete it")
    alike = [other for other in known if PurePosixPath(other).name.casefold() == name.casefold()]
    meant = min(alike, default="") or _nearest(_bare(path), known)
    if meant:
        return Message("did you mean “{word}”?", word=meant)
    if name.endswith(".jinja"):
        return Message("no template of yours names it; include it, or delete it")
    return Message("a picture, a style sheet or a script belongs into templates/static/; move the rest elsewhere")


def _bare(path: str) -> str:
    """Return a path without an ending that was put behind another one: ``places.toml.txt``."""
    stem, _, ending = path.rpartition(".")
    return stem if "." in stem.rpartition("/")[2] and f".{ending}" in _TEXT else path


def _nearest(path: str, known: Iterable[str]) -> str:
    """Return the known path that a path resembles, or nothing."""
    folded = {unicodedata.normalize("NFC", name).casefold(): name for name in known}
    wanted = unicodedata.normalize("NFC", path).casefold()
    stems = {PurePosixPath(name).with_suffix("").as_posix(): name for name in folded}
    near = difflib.get_close_matches(wanted, folded, n=1, cutoff=_NEAR)
    if near:
        return folded[near[0]]
    same = stems.get(PurePosixPath(wanted).with_suffix("").as_posix())
    return folded[same] if same else ""
