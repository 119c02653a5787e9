"""Finds the messages of the templates that have no Persian, before a page is made.

What a template says on a Persian page it says through ``_``, ``gettext``, ``ngettext`` or ``{% trans %}``, by name or
by an interface as in ``ui.gettext``; ``en.gettext`` is always English. A message that a template gets from elsewhere
cannot be known here: the renderer stops at it (see :class:`~goftogu.edition.messages.UntranslatedError`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from goftogu.edition import catalogue
from goftogu.edition.catalogue import Catalogue
from goftogu.model import Language
from goftogu.problems import Problem
from goftogu.storage import cache as caches
from goftogu.storage.cache import Cache

if TYPE_CHECKING:
    from jinja2 import Environment, nodes

_SUFFIX: Final = ".jinja"
_TEXTS: Final = {"_": 1, "gettext": 1, "ngettext": 2}
"""How many texts each function takes."""


class Use(NamedTuple):
    """A message in a template: its line, its English, and its English plural or an empty string."""

    line: int
    message: str
    plural: str = ""


def find(folders: Sequence[Path], cache: Cache) -> list[Problem]:
    """Return what is wrong with the catalogues; when nothing is, the messages that they do not translate.

    Args:
        folders: Where templates are looked for; a file of an earlier folder hides that of a later one.
        cache: Holds what was found in the same templates before.
    """
    known, problems = catalogue.find(folders, cache)
    if problems:
        return problems
    texts = _templates(folders)
    inputs = [part for path, text in texts.items() for part in (path, text)]
    name = caches.key("untranslated", repr(sorted(known.items())), *inputs)
    return cache.recall(name, lambda: list(missing(texts, known)))


def _templates(folders: Sequence[Path]) -> dict[str, str]:
    """Return the templates that hide no other, by the path that is shown."""
    found = {
        file.relative_to(folder): (f"{folder.name}/{file.relative_to(folder).as_posix()}", file)
        for folder in reversed(folders)
        for file in sorted(folder.rglob(f"*{_SUFFIX}"))
        if file.is_file()
    }
    return {path: _text(file) for path, file in found.values()}


def _text(file: Path) -> str:
    """Return what a template holds; nothing of one that cannot be read, it is reported when a page needs it."""
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def missing(texts: Mapping[str, str], known: Catalogue) -> Iterator[Problem]:
    """Yield the messages of some templates that a catalogue does not translate.

    Args:
        texts: The templates, by the path that is shown.
        known: The catalogue.
    """
    from goftogu.pages.render import environment  # noqa: PLC0415  Jinja2 costs time, and mostly nothing has changed

    jinja = environment(())
    for path, text in texts.items():
        for use in uses(jinja, text):
            key = catalogue.pair(use.message, use.plural) if use.plural else use.message
            if key not in known:
                yield catalogue.untranslated(path, *use)


def uses(jinja: Environment, text: str) -> Iterator[Use]:
    """Yield the messages that a template says in Persian.

    Args:
        jinja: Reads templates.
        text: A template; of one that cannot be read there is nothing, it is reported when a page needs it.
    """
    from jinja2 import TemplateSyntaxError, nodes  # noqa: PLC0415

    try:
        tree = jinja.parse(text)
    except TemplateSyntaxError:
        return
    for call in tree.find_all(nodes.Call):
        given = call.args[: _TEXTS.get(_function(call), 0)]
        written = [item.value for item in given if isinstance(item, nodes.Const)]
        if written and len(written) == len(given):
            yield Use(call.lineno, *written)


def _function(call: nodes.Call) -> str:
    """Return the name of the function of a call, or an empty string when it is none or always says it in English."""
    from jinja2 import nodes  # noqa: PLC0415

    match call.node:
        case nodes.Getattr(node=nodes.Name(name=Language.EN)):
            return ""
        case nodes.Name(name=name) | nodes.Getattr(attr=name):
            return str(name)
    return ""
