"""Finds the messages of the templates that have no Persian, before a page is made.

What a template says on a Persian page it says through ``_``, ``gettext``, ``ngettext`` or ``{% trans %}``, by name or
by an interface as in ``ui.gettext``; ``en.gettext`` is always English. A message that a template gets from elsewhere
cannot be known here: the renderer stops at it (see :class:`~goftogu.edition.messages.UntranslatedError`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes

from goftogu.edition import catalogue
from goftogu.edition.catalogue import Catalogue
from goftogu.model import Language
from goftogu.pages.render import OURS, Template
from goftogu.problems import Problem, Problems
from goftogu.storage import cache as caches
from goftogu.storage import values
from goftogu.storage.cache import Cache

_TEXTS: Final = {"_": 1, "gettext": 1, "ngettext": 2}
"""How many texts each function takes."""


class MessageUse(NamedTuple):
    """A message in a template: its line, its English, and its English plural or an empty string."""

    line: int
    message: str
    plural: str = ""


def find(
    templates: Mapping[str, Template], known: Catalogue, cache: Cache, jinja: Environment, problems: Problems
) -> None:
    """Look for messages of some templates that a catalogue does not translate.

    Args:
        templates: By name.
        known: The catalogue.
        cache: Holds what was found in the same templates before.
        jinja: Reads templates.
        problems: A problem is added for each message.
    """
    texts = {found.path: found.text for name, found in templates.items() if _is_used(name, templates)}
    name = caches.key("untranslated", values.encode([texts, dict(known)]))
    found = cache.take(name, list[Problem])
    if found is None:
        found = list(missing(texts, known, jinja))
        cache.keep(name, found)
    problems.extend(found)


def _is_used(name: str, templates: Mapping[str, Template]) -> bool:
    """Tell whether a page may be made of a template: one that another hides counts if one of them names it."""
    return not name.startswith(OURS) or any(name in found.text for found in templates.values())


def missing(texts: Mapping[str, str], known: Catalogue, jinja: Environment) -> Iterator[Problem]:
    """Yield the messages of some templates that a catalogue does not translate.

    Args:
        texts: The templates, by the path that is shown.
        known: The catalogue.
        jinja: Reads templates.
    """
    for path, text in texts.items():
        for use in uses(jinja, text):
            key = catalogue.pair(use.message, use.plural) if use.plural else use.message
            if key not in known:
                yield catalogue.untranslated(path, *use)


def uses(jinja: Environment, text: str) -> Iterator[MessageUse]:
    """Yield the messages that a template says in Persian.

    Args:
        jinja: Reads templates.
        text: A template; of one that cannot be read there is nothing, it is reported when a page needs it.
    """
    try:
        tree = jinja.parse(text)
    except TemplateSyntaxError:
        return
    for call in tree.find_all(nodes.Call):
        given = call.args[: _TEXTS.get(_function(call), 0)]
        written = [item.value for item in given if isinstance(item, nodes.Const)]
        if written and len(written) == len(given):
            yield MessageUse(call.lineno, *written)


def _function(call: nodes.Call) -> str:
    """Return the name of the function of a call, or an empty string when it has no name or always returns English."""
    match call.node:
        case nodes.Getattr(node=nodes.Name(name=Language.EN)):
            return ""
        case nodes.Name(name=name) | nodes.Getattr(attr=name):
            return str(name)
    return ""
