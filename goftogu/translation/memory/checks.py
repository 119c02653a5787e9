"""What is reported of translations: gaps, memories that belong to nothing, and an archive that has no translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from goftogu.content import files as content_files
from goftogu.content import leftovers
from goftogu.content.settings import SiteConfig
from goftogu.content.transcript_language import SiteLanguages
from goftogu.locale.message import Message, plural
from goftogu.model import Interview, Language
from goftogu.problems import NO_HINT, Problem, Problems
from goftogu.storage.names import composed
from goftogu.translation.memory import reading
from goftogu.translation.memory.memory import State
from goftogu.translation.memory.store import FOLDERS, names, path_of

_NOTES: Final = {
    State.MISSING: (
        "M006",
        Message("{count} of {total} paragraphs have no English yet; their Persian is shown in its place"),
        Message("install a package with: {goftogu} package install, then build again; or write the English yourself"),
    ),
    State.STALE: (
        "M007",
        Message("{count} of {total} paragraphs have English that belongs to an earlier wording"),
        Message("list them with: {goftogu} review"),
    ),
}
"""Code, message and hint of the problem of an interview that has paragraphs in a state."""

_NOTES_OF_PERSIAN: Final = {
    State.MISSING: (
        "M006",
        Message("{count} of {total} paragraphs have no Persian yet; their English is shown in its place"),
        Message("write the Persian yourself: no engine translates from English"),
    ),
    State.STALE: (
        "M007",
        Message("{count} of {total} paragraphs have Persian that belongs to an earlier wording"),
        Message("list them with: {goftogu} review"),
    ),
}
"""The same of an interview that was held in English."""


def check_states(
    interview_id: str, states: Counter[State], problems: Problems, language: Language = Language.EN
) -> None:
    """Report an interview whose translation is not whole.

    Args:
        interview_id: The interview.
        states: How many of its paragraphs are in each state.
        problems: What the states give cause for is added.
        language: That of the translation.
    """
    for state, (code, message, hint) in (_NOTES if language is Language.EN else _NOTES_OF_PERSIAN).items():
        if states[state]:
            counted = message.of(count=states[state], total=states.total())
            problems.add(Problem.of_file(path_of(interview_id, language), code, counted, hint))


def check_strangers(root: Path, known: Mapping[str, Language], problems: Problems) -> None:
    """Report the memories that belong to no interview, and what is wrong with those of faulty ones.

    Args:
        root: The project's folder.
        known: The language of the translation of each interview that could be read, by its id.
        problems: What is wrong is added.
    """
    there = {composed(file.stem) for file in (root / content_files.INTERVIEWS).glob("*")}
    for language in FOLDERS:
        for name in sorted(names(root, language)):
            if known.get(name, language) is not language:
                problems.add(elsewhere(name, language))
            elif name in there and name not in known:
                reading.read_memory(root, path_of(name, language), problems)
            elif name not in known:
                problems.add(Problem.of_file(path_of(name, language), "M005", *_stranger(name, known)))


def _stranger(name: str, known: Mapping[str, Language]) -> tuple[Message, Message]:
    """Return message and hint of a memory that belongs to no interview."""
    if first := leftovers.original(name, known):
        return leftovers.copied(first, name)
    return Message("belongs to no interview"), Message("rename it after its interview, or move it away")


def elsewhere(name: str, language: Language) -> Problem:
    """Say that a memory is in the language in which its interview was held.

    Args:
        name: Id of the interview.
        language: Its language, and that of the memory.
    """
    message = Message("the interview was held in Persian: its translation is English")
    if language is Language.EN:
        message = Message("the interview was held in English: its translation is Persian")
    hint = Message("its memory is {path}; move this file away", path=path_of(name, language.other))
    return Problem.of_file(path_of(name, language), "M005", message, hint)


def untranslated(path: str = "", otherwise: Message = NO_HINT) -> Problem:
    """Say that an archive in Persian alone has no translation.

    Args:
        path: A file or folder that holds one, or nothing.
        otherwise: What to do with it when the archive is to stay as it is.
    """
    message = Message("the archive is in Persian alone: it has no translation")
    add = Message('to give it one, write languages = ["fa", "en"] in content/site.toml')
    hint = Message("{add}; otherwise {otherwise}", add=add, otherwise=otherwise) if otherwise else add
    return Problem.of_file(path, "M013", message, hint)


def check_translated(config: SiteConfig, problems: Problems) -> bool:
    """Report that an archive has no translation; return whether it has one.

    Args:
        config: Says so.
        problems: What is wrong is added.
    """
    if not config.translated:
        problems.add(untranslated())
    return config.translated


def check_language(interview: Interview, languages: SiteLanguages, problems: Problems) -> None:
    """Report an interview that was held in English in an archive that has no English page for it.

    Args:
        interview: The interview.
        languages: What the archive says of them.
        problems: What is wrong is added.
    """
    if interview.original not in languages.offered:
        message = Message("the interview was held in English, and the archive is in Persian alone")
        hint = Message('write languages = ["fa", "en"] in content/site.toml')
        problems.add(Problem.of_file(interview.path, "M013", message, hint))


def check_unused(root: Path, problems: Problems) -> None:
    """Report that an archive in Persian alone has memories, which nothing of its site shows.

    Args:
        root: The project's folder.
        problems: What is wrong is added.
    """
    for language, folder in FOLDERS.items():
        if count := len(names(root, language)):
            problems.add(untranslated(folder, Message("move {files} away", files=plural(count, "file"))))
