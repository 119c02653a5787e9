"""The files of a new archive, from ``goftogu/archive_template/``.

=============  =======================================================================================
folder         what it holds
=============  =======================================================================================
``common``     what every archive begins with
``alone``      what takes the place of files in ``common`` where the archive is in Persian alone
``hosted``     what a workflow installs, whichever host runs it
``github``     the workflow that publishes it on GitHub Pages
``gitlab``     the same for GitLab Pages
``sample``     a made-up interview, with its vocabularies; they take the place of those in ``common``
``readme``     pieces of the README: a start in each language, and how to publish at each host
=============  =======================================================================================

A file or folder whose name begins with ``dot-`` becomes a hidden one. ``@{name}`` stands for a value of
:meth:`NewArchive.values`, in a TOML file as TOML writes it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from goftogu import __version__
from goftogu.model import Bilingual, Language

TEMPLATE: Final = Path(__file__).parents[1] / "archive_template"
_FIELD: Final = re.compile(r"@\{(\w+)\}")
_HIDDEN: Final = re.compile(r"(?:^|(?<=/))dot-")


_ENGLISH: Final = re.compile(r'^(?:# )?en = .*\n|, en = (?:"[^"]*"|\[[^\]]*\])', re.MULTILINE)
_ENGLISH_FILE: Final = re.compile(r"\.en\.md$|/translations/|/glossary\.toml$")
_TRANSLATED: Final = "گفت‌وگوهایی به فارسی، با ترجمهٔ انگلیسی آن‌ها."
_ALONE: Final = "گفت‌وگوهایی به فارسی."


class Host(StrEnum):
    """Where an archive is to be published."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NewArchive:
    """What the person who starts an archive says about it.

    Attributes:
        title: Its name.
        languages: In the order in which they are offered: both, or Persian alone.
        url: Address of the published site, or empty.
        host: Where it is to be published.
        sample: With a made-up interview.
    """

    title: Bilingual = Bilingual("بایگانی گفت‌وگوها", "An Archive of Interviews")
    languages: tuple[Language, ...] = tuple(Language)
    url: str = ""
    host: Host = Host.GITHUB
    sample: bool = False

    @property
    def alone(self) -> bool:
        """Whether the archive is in Persian alone."""
        return Language.EN not in self.languages

    def values(self) -> dict[str, str | list[str]]:
        """Return what the template asks for, by name."""
        return {
            "title_fa": self.title.fa,
            "title_en": self.title.en,
            "description_fa": _ALONE if self.alone else _TRANSLATED,
            "languages": [str(language) for language in self.languages],
            "url": self.url,
            "version": __version__,
        }


def files(wanted: NewArchive) -> dict[str, bytes]:
    """Return the files of a new archive, by their path with ``/``.

    Args:
        wanted: What is known of it.
    """
    values = wanted.values()
    texts = {path: text for folder in _folders(wanted) for path, text in _texts(TEMPLATE / folder)}
    if wanted.alone:
        texts = {path: _without_english(path, text) for path, text in texts.items() if not _ENGLISH_FILE.search(path)}
    texts["README.md"] = "\n".join(_readme(wanted))
    return {_HIDDEN.sub(".", path): _filled(path, text, values).encode() for path, text in sorted(texts.items())}


def _folders(wanted: NewArchive) -> Iterable[str]:
    yield "common"
    if wanted.sample:
        yield "sample"
    if wanted.alone:
        yield "alone"
    if wanted.host is not Host.NONE:
        yield from ("hosted", wanted.host)


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")


def _readme(wanted: NewArchive) -> Iterator[str]:
    for language in wanted.languages:
        for piece in ("alone" if wanted.alone else "start", wanted.host):
            yield (TEMPLATE / "readme" / f"{piece}.{language}.md").read_text(encoding="utf-8")


def _without_english(path: str, text: str) -> str:
    """Return a vocabulary, or the settings, without English texts; those of an example in a comment go, too."""
    return _ENGLISH.sub("", text) if path.endswith(".toml") else text


def _filled(path: str, text: str, values: Mapping[str, str | list[str]]) -> str:
    def write(field: re.Match[str]) -> str:
        value = values[field[1]]
        return json.dumps(value, ensure_ascii=False) if path.endswith(".toml") else str(value)

    return _FIELD.sub(write, text)
