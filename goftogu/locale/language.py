"""Which language the program speaks: that of ``--lang``, else that of the environment."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

ENGLISH: Final = "en"
PERSIAN: Final = "fa"
LANGUAGES: Final = (ENGLISH, PERSIAN)

_LOCALES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_OPTION: Final = "--lang"
_PLAIN: Final = {"C", "POSIX"}
_chosen: Final = [ENGLISH]


def chosen() -> str:
    """Return the language that was chosen last; English at first."""
    return _chosen[0]


def is_persian() -> bool:
    """Tell whether the program speaks Persian."""
    return chosen() == PERSIAN


def choose(language: str) -> None:
    """Speak a language from now on.

    Args:
        language: One of :data:`LANGUAGES`.
    """
    _chosen[0] = language


def spoken(text: str, *, isolated: bool = False) -> str:
    """Return a message in the chosen language; another text comes back as it is.

    Args:
        text: The message.
        isolated: See :func:`goftogu.locale.persian.say`.
    """
    if not is_persian():
        return str(text)
    from goftogu.locale import persian  # noqa: PLC0415  only who reads Persian pays for it

    return persian.say(text, isolated=isolated)


def wanted(words: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """Return the language that a person wants.

    Args:
        words: The command line. The last ``--lang`` counts; one that names no language of ours says nothing here.
        environment: That of the process by default. It is read as gettext reads it: the first of ``LC_ALL``,
            ``LC_MESSAGES`` and ``LANG`` that is set; unless that is ``C``, the list in ``LANGUAGE`` comes before it.
    """
    found = [language for language in _named(words) if language in LANGUAGES]
    return found[-1] if found else _of_locale(os.environ if environment is None else environment)


def _named(words: Sequence[str]) -> Iterator[str]:
    for number, word in enumerate(words):
        if word == _OPTION:
            yield from words[number + 1 : number + 2]
        elif word.startswith(f"{_OPTION}="):
            yield word.partition("=")[2]


def _of_locale(environment: Mapping[str, str]) -> str:
    locale = next((environment[name] for name in _LOCALES if environment.get(name)), "")
    if locale.partition(".")[0] in _PLAIN:
        return ENGLISH
    listed = [*environment.get("LANGUAGE", "").split(":"), locale]
    known = (name[:2] for name in listed if name[:2] in LANGUAGES and not name[2:3].isalpha())
    return next(known, ENGLISH)
