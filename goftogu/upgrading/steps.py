"""What an older archive needs: files to be written as a whole, and what only a person can decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from goftogu.build import templates
from goftogu.checks import permalinks
from goftogu.content import files as content_files
from goftogu.content import ignored, settings
from goftogu.content.location import SETTINGS
from goftogu.edition import catalogue
from goftogu.locale.message import Message, plural, verbatim
from goftogu.model import Source
from goftogu.problems import Problems
from goftogu.storage.fingerprints import listing
from goftogu.upgrading import downloads_key, empty_texts, format_key, lives
from goftogu.upgrading.lines import edited

_OUTPUT: Final = "output"


@dataclass(slots=True)
class Upgrade:
    """What is to be done to an archive.

    Attributes:
        before: The format that it has.
        files: The new bytes of files, by path, in the order in which they are written. The settings come last, so that
            an upgrade that was cut off begins again.
        done: What that changes, a line for each change.
        told: What a person has to look at.
    """

    before: int
    files: dict[str, bytes] = field(default_factory=dict)
    done: list[Message] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)


def plan(root: Path, problems: Problems) -> Upgrade | None:
    """Return what an archive needs; ``None`` when its settings cannot be read.

    Args:
        root: Its folder.
        problems: What is wrong with the settings is added; what is wrong with other files is left to the build.
    """
    found = content_files.text(root / SETTINGS, problems, root)
    if found is None:
        return None
    settings.read_settings(found.text, found.path, problems)
    if problems.has_errors():
        return None
    upgrade = Upgrade(format_key.of(found.text))
    if upgrade.before < settings.FORMAT:
        for number in range(upgrade.before, settings.FORMAT):
            _STEPS[number](root, upgrade)
        _settings(found, upgrade)
    upgrade.told += _templates(root)
    return upgrade


def _edit(upgrade: Upgrade, source: Source, told: Sequence[Message], data: bytes) -> None:
    upgrade.files[source.path] = data
    upgrade.done += told


def _settings(found: Source, upgrade: Upgrade) -> None:
    """Plan the lines of ``site.toml``: its downloads and its format, at one place."""
    written = format_key.edits(found.text, settings.FORMAT)
    kept = downloads_key.edits(found.text, written[0].line) if upgrade.before == 1 else []
    told = [
        verbatim(f"{found.path}:{edit.line + after}: {edit.text}") for after, edit in enumerate([*kept, written[0]])
    ]
    _edit(upgrade, found, told, edited(found.data, [*kept, *written]))


def _first_to_second(root: Path, upgrade: Upgrade) -> None:
    """Plan what the second format asks for: no empty texts, and a record of what was published."""
    for source in _transcripts(root):
        edits = list(empty_texts.edits(source))
        if edits:
            told = [
                Message(
                    "{place}: an empty text is a comment now: {text}",
                    place=f"{source.path}:{edit.line}",
                    text=edit.text.strip(),
                )
                for edit in edits
            ]
            _edit(upgrade, source, told, edited(source.data, edits))
    upgrade.told += _not_read(root)
    upgrade.told += _lives(root)
    _record(root, upgrade)


def _transcripts(root: Path) -> Iterator[Source]:
    for path in content_files.labelled(root, ignored.of_archive(root)):
        source = content_files.text(path, Problems(), root)
        if source is not None:
            yield source


def _not_read(root: Path) -> Iterator[Message]:
    """Yield the files among the interviews that only a warning was about."""
    found = Problems()
    content_files.transcripts(root, ignored.of_archive(root), found)
    for problem in found:
        if problem.code == "S009":
            yield Message("{path}: it is not read, which is an error now; {hint}", path=problem.path, hint=problem.hint)


def _lives(root: Path) -> Iterator[Message]:
    file = root / lives.FILE
    source = content_files.text(file, Problems(), root) if file.exists() else None
    return lives.told(source) if source else iter(())


def _record(root: Path, upgrade: Upgrade) -> None:
    """Plan the record of published ids, from the site that was built last: the first format compared with that."""
    built = root / _OUTPUT / permalinks.IDS
    if (root / permalinks.RECORD).exists():
        return
    ids = permalinks.parse(built.read_bytes()) if built.is_file() else None
    if ids is None:
        hint = Message("compare with the live site once: {goftogu} publish --published URL")
        upgrade.told.append(
            Message(
                "{record}: no built site tells which ids were published; {hint}", record=permalinks.RECORD, hint=hint
            )
        )
        return
    anchors: Mapping[str, permalinks.Anchors] = {
        name: permalinks.Anchors("", tuple(turns), frozenset()) for name, turns in ids.items()
    }
    upgrade.files[permalinks.RECORD] = permalinks.listing(anchors)
    counted = plural(len(ids), "published interview")
    upgrade.done.append(
        Message(
            "{record}: the ids of {interviews}, from {site}",
            record=permalinks.RECORD,
            interviews=counted,
            site=f"{_OUTPUT}/{permalinks.IDS}",
        )
    )


_STEPS: Final[Mapping[int, Callable[[Path, Upgrade], None]]] = {1: _first_to_second}
"""What leads from a format to the next one."""


def _templates(root: Path) -> Iterator[Message]:
    """Yield the templates of an archive that hide one of ours, and its messages that say the same as ours."""
    own, *ours = templates.folders(root)
    for path in listing(str(own), "") if ours else ():
        hidden = ours[0] / path
        if path == catalogue.CATALOGUE:
            yield from _messages(own, ours[0])
        elif not hidden.is_file():
            continue
        elif hidden.read_bytes() == (own / path).read_bytes():
            shown = f"templates/{path}"
            yield Message("{path}: the same as Goftogu's; delete it, so that updates reach it", path=shown)
        else:
            shown = f"templates/{path}"
            yield Message("{path}: it hides Goftogu's, which may have changed; compare the two", path=shown)


def _messages(own: Path, ours: Path) -> Iterator[Message]:
    """Yield how many messages of an archive's own catalogue are those of ours, if any."""
    said, known = (catalogue.read_catalogue(folder, Problems()) for folder in (own, ours))
    same = sum(known.get(message) == forms for message, forms in said.items())
    if same:
        yield Message(
            "{path}: {same} of {count} messages are those of Goftogu; delete them, so that updates reach them",
            path=f"templates/{catalogue.CATALOGUE}",
            same=same,
            count=len(said),
        )
