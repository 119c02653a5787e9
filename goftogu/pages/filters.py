"""House filters: functions that installed distributions give to the templates, by entry points of ``goftogu.filters``.

The name of an entry point is the name of the filter. Its object is a function as Jinja2 expects one, also with a mark
such as :func:`jinja2.pass_context`. What it returns is escaped as every value of a template is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import Any

from jinja2 import TemplateError
from jinja2.filters import FILTERS

from goftogu.extensions import discovery, loading
from goftogu.extensions.discovery import Extension
from goftogu.extensions.loading import ExtensionError
from goftogu.locale.message import Message
from goftogu.problems import Problem

Filter = Callable[..., Any]


def filters() -> Mapping[str, Filter]:
    """Return the house filters by name."""
    return _table()[0]


def problems() -> tuple[Problem, ...]:
    """Return what is wrong with house filters, as far as it can be told before a page is made."""
    return _table()[1]


@cache
def _table() -> tuple[Mapping[str, Filter], tuple[Problem, ...]]:
    found: dict[str, Filter] = {}
    faults: list[Problem] = []
    for extension in discovery.of(discovery.FILTERS):
        try:
            found[extension.name] = _filter(extension, found)
        except ExtensionError as error:
            faults.append(error.problem)
    return found, tuple(faults)


def _filter(extension: Extension, others: Mapping[str, Filter]) -> Filter:
    """Return a filter whose faults name its distribution.

    Raises:
        ExtensionError: When it cannot be used beside the others.
    """
    function: Any = loading.load(extension)
    if problem := _fault(extension, function, others):
        raise ExtensionError(problem)

    @wraps(function)
    def guarded(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401  a filter takes and gives what it likes
        try:
            with loading.guarded(extension):
                return function(*arguments, **named)
        except ExtensionError as error:
            if isinstance(error.__cause__, TemplateError):
                raise error.__cause__ from None
            raise

    return guarded


def _fault(extension: Extension, function: object, others: Mapping[str, Filter]) -> Problem | None:
    if not extension.name.isidentifier():
        return loading.refusal(extension, Message("its name must be made of letters, digits and underscores"))
    if not callable(function):
        kind = type(function).__name__
        return loading.refusal(extension, Message("it must be a function, not of type {name}", name=kind))
    if extension.name in FILTERS:
        return loading.clash(extension, Message("Jinja2 has a filter of this name"))
    if extension.name in others:
        return loading.clash(extension, Message("another distribution has a filter of this name"))
    return None
