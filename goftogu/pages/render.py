"""Renders planned pages to bytes with Jinja2.

Templates escape everything that is not made by :mod:`goftogu.markup` and stop at a name that is not there. A fault of a
template is a problem with the template's line.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from jinja2 import (
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)

from goftogu.content import characters, files, leftovers
from goftogu.edition.catalogue import Catalogue, untranslated
from goftogu.edition.messages import Interface, UntranslatedError
from goftogu.edition.site import Page
from goftogu.extensions.loading import ExtensionError
from goftogu.locale.message import Message, verbatim
from goftogu.model import Language
from goftogu.pages import bounds, filters
from goftogu.pages.escaping import EscapingEnvironment
from goftogu.problems import Problem, Problems

_SUFFIX: Final = ".jinja"
OURS: Final = "goftogu/"
"""How a template names one that its archive hides: ``goftogu/base.html.jinja``."""
_FAULTS: Final = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError)
"""What an expression of a template can raise in addition to the errors of Jinja2."""
_HINT: Final = Message("correct the template")
_UNKNOWN: Final = Message("correct its name, or install the distribution that has it")
_ITSELF: Final = Message("a template that hides one of Goftogu's extends it as “goftogu/base.html.jinja”")
_ENGINE: Final = frozenset({"jinja2", "markupsafe"})


Source = Callable[[str], tuple[str, str, None] | None]
"""Gives text and path of a template by its name, and nothing that says whether both are as they were."""


class Template(NamedTuple):
    """A template: its text, and its path as problems name it."""

    text: str
    path: str


def templates(folders: Sequence[Path], problems: Problems) -> dict[str, Template]:
    """Read the templates of some folders, by name.

    A template that is hidden by another one is also there, under its name after ``goftogu/``: the one that hides it can
    extend it and change a block.

    Args:
        folders: Where templates are looked for; one of an earlier folder hides that of a later one.
        problems: Takes what is wrong.
    """
    found: dict[str, Template] = {}
    for folder in reversed(folders):
        for file in sorted(folder.rglob(f"*{_SUFFIX}")):
            if file.name.startswith(leftovers.EMACS):
                continue
            name = file.relative_to(folder).as_posix()
            path = f"{folder.name}/{name}"
            try:
                if fault := files.unfit(file.stat()):
                    problems.add(Problem.of_file(path, "P001", fault[1], _HINT))
                    continue
                text = file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as fault:
                problems.add(
                    Problem.of_file(path, "P001", Message("the template cannot be read: {fault}", fault=fault), _HINT)
                )
                continue
            characters.check_merge(path, text, problems)
            if name in found and found[name].text != text:
                found[OURS + name] = found[name]._replace(path=OURS + name)
            found[name] = Template(text, path)
    return found


class MissingName(StrictUndefined):
    """A name that a template uses and the page does not have: whatever is done with it is a fault of the template.

    Jinja2 leaves out some of what functions of ours do with a value.
    """

    __format__ = __index__ = __abs__ = __round__ = __reversed__ = StrictUndefined._fail_with_undefined_error  # noqa: SLF001


class Renderer:
    """Renders pages with some templates.

    Attributes:
        environment: Reads and compiles them.
    """

    def __init__(self, found: Mapping[str, Template], catalogue: Catalogue) -> None:
        """Prepare.

        Args:
            found: The templates, by name.
            catalogue: The Persian words of the interface.
        """
        self._templates = found
        self.environment = environment(self._source)
        self.environment.filters.update(filters.filters())
        usual = {language: Interface(language, catalogue) for language in Language}
        dari = {language: Interface(language, catalogue, dari=True) for language in Language}
        self._names = {language: words.names() for language, words in usual.items()}
        both = {str(language): words for language, words in dari.items()}
        self._dari = {language: {**words.names(), **both} for language, words in dari.items()}
        self.environment.globals.update({str(language): interface for language, interface in usual.items()})

    def compile(self) -> None:
        """Compile every template; one that cannot be compiled is reported when a page needs it."""
        for name in self._templates:
            with suppress(TemplateError, RecursionError):
                self.environment.get_template(name)

    def render(self, page: Page, problems: Problems, *, dari: bool) -> bytes | None:
        """Render a page.

        Args:
            page: The page.
            problems: What is wrong with its template is added.
            dari: Whether the site is in Dari.

        Returns:
            The page in UTF-8, or ``None`` when its template is wrong.
        """
        values = {**(self._dari if dari else self._names)[page.language], **page.context()}
        try:
            with bounds.limited():
                return bounds.text(self.environment.get_template(page.template).generate(values)).encode()
        except (bounds.BoundError, ExtensionError, RecursionError, TemplateError, *_FAULTS) as fault:
            found = _problem(fault, page)
            if found is None:
                raise
            problems.add(found)
            return None
        finally:
            self.environment.forget()

    def _source(self, name: str) -> tuple[str, str, None] | None:
        found = self._templates.get(name) or self._templates.get(name.removeprefix(OURS))
        return (found.text, found.path, None) if found else None


def environment(source: Source = lambda _: None) -> EscapingEnvironment:
    """Return what reads templates.

    Args:
        source: Gives text and path of a template by its name; without it only texts can be parsed.
    """
    jinja = EscapingEnvironment(
        loader=FunctionLoader(source),
        autoescape=True,
        undefined=MissingName,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    jinja.policies["ext.i18n.trimmed"] = True
    return jinja


def _problem(fault: Exception, page: Page) -> Problem | None:
    """Return what is wrong with a template; ``None`` for a fault of a function that it calls."""
    path, line = _template_line(fault)
    match fault:
        case UntranslatedError():
            return untranslated(path, line, fault.message, fault.plural)
        case ExtensionError():
            return replace(fault.problem, path=path, line=line)
        case RecursionError() | bounds.BoundError():
            return _endless(fault, page, path, line)
        case TemplateNotFound() | TemplateSyntaxError():
            return _unreadable(fault, page)
        case _ if _of_template(fault):
            code = "P002" if isinstance(fault, UndefinedError) else "P003"
            message = Message("{path} cannot be made: {fault}", path=page.path, fault=fault)
            return Problem(path or page.template, line, 0, code, message, _HINT)
    return None


def _endless(fault: Exception, page: Page, path: str, line: int) -> Problem:
    if isinstance(fault, RecursionError):
        message = Message("{path} cannot be made: a template needs itself", path=page.path)
        return Problem(path, line, 0, "P003", message, _ITSELF)
    message = Message("{path} cannot be made: its template does not come to an end", path=page.path)
    return Problem(path or page.template, line, 0, "P003", message, Message("correct its loops"))


def _unreadable(fault: TemplateNotFound | TemplateSyntaxError, page: Page) -> Problem:
    if isinstance(fault, TemplateNotFound):
        message = Message("template {name} of {path} is not there", name=repr(fault.name), path=page.path)
        return Problem.of_file("", "P001", message, Message("put it into the folder of the templates"))
    hint = _UNKNOWN if str(fault.message).startswith("No filter named") else _HINT
    return Problem(fault.filename or fault.name or "", fault.lineno, 0, "P001", verbatim(fault.message), hint)


def _of_template(fault: Exception) -> bool:
    """Tell whether a fault is in a template and not in a function that it calls."""
    if isinstance(fault, TemplateError):
        return True
    last = traceback.extract_tb(fault.__traceback__)[-1].filename
    return last.endswith(_SUFFIX) or not _ENGINE.isdisjoint(Path(last).parts)


def _template_line(fault: Exception) -> tuple[str, int]:
    """Return the innermost line of a template on the way that a fault took."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = [(frame.filename, frame.lineno or 0) for frame in frames if frame.filename.endswith(_SUFFIX)]
    return places[-1] if places else ("", 0)
