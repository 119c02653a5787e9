"""From a planned page to its bytes, through Jinja2.

Templates escape everything that is not made by :mod:`goftogu.markup` and stop at a name that is not there. A fault of a
template is a problem with the template's line.
"""

from __future__ import annotations

import marshal
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from jinja2 import (
    BytecodeCache,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.bccache import Bucket

from goftogu.edition import catalogue
from goftogu.edition.messages import Interface, UntranslatedError
from goftogu.edition.site import Page
from goftogu.model import Language
from goftogu.problems import Problem
from goftogu.storage.cache import Cache

_SUFFIX: Final = ".jinja"
_FAULTS: Final = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError, OSError)
"""What an expression of a template, or reading it, can raise besides the errors of Jinja2."""
_HINT: Final = "correct the template"
_ENGINE: Final = frozenset({"jinja2", "markupsafe"})


class Renderer:
    """Renders pages with the templates of some folders."""

    def __init__(self, folders: Sequence[Path], cache: Cache | None = None, compiled: str = "") -> None:
        """Find the templates.

        Args:
            folders: Where templates are looked for, in this order.
            cache: Keeps the templates as compiled, and the words of the interface.
            compiled: Name of the entry of the compiled templates.
        """
        self._folders = folders
        words, _ = catalogue.find(folders, cache or Cache(None))
        self._environment = environment(folders, _Compiled(cache, compiled) if cache else None)
        interfaces = {language: Interface(language, words) for language in Language}
        self._names = {language: interface.names() for language, interface in interfaces.items()}
        self._environment.globals.update({str(language): interface for language, interface in interfaces.items()})

    def render(self, page: Page) -> bytes | Problem:
        """Render a page.

        Returns:
            The page in UTF-8, or what is wrong with its template.
        """
        values = {**self._names[page.language], **page.context()}
        try:
            return self._environment.get_template(page.template).render(values).encode()
        except UntranslatedError as fault:
            path, line = _template_line(fault)
            return catalogue.untranslated(self._shown(path), line, fault.message, fault.plural)
        except (TemplateError, *_FAULTS) as fault:
            if not _of_template(fault):
                raise
            found = _problem(fault, page)
            return replace(found, path=self._shown(found.path))

    def _shown(self, path: str) -> str:
        """Return the path of a template as it is shown: from the folder of templates on."""
        for folder in self._folders:
            if Path(path).is_relative_to(folder):
                return f"{folder.name}/{Path(path).relative_to(folder).as_posix()}"
        return path


class _Compiled(BytecodeCache):
    """Templates as compiled, by their paths, each with the digest of its text; all in one entry of the cache."""

    def __init__(self, cache: Cache, name: str) -> None:
        self._cache = cache
        self._name = name
        packed = cache.get(name)
        self._known: dict[str, tuple[str, bytes]] = marshal.loads(packed) if packed else {}  # noqa: S302  it is our own

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._known.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._known[bucket.key] = bucket.checksum, bucket.bytecode_to_string()
        self._cache.put(self._name, marshal.dumps(self._known))


def environment(folders: Sequence[Path], compiled: BytecodeCache | None = None) -> Environment:
    """Return what reads templates.

    Args:
        folders: Where they are looked for, in this order.
        compiled: Keeps them as compiled.
    """
    jinja = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=compiled,
    )
    jinja.policies["ext.i18n.trimmed"] = True
    return jinja


def _problem(fault: Exception, page: Page) -> Problem:
    if isinstance(fault, TemplateNotFound):
        message = f"template {fault.name!r} of {page.path} is not there"
        return Problem("", 0, 0, "P001", message, "put it into the folder of the templates")
    if isinstance(fault, TemplateSyntaxError):
        return Problem(fault.filename or fault.name or "", fault.lineno, 0, "P001", str(fault.message), _HINT)
    if isinstance(fault, OSError):
        message = f"the template cannot be read: {fault.strerror}"
        return Problem(str(fault.filename or page.template), 0, 0, "P001", message, "see to its rights")
    path, line = _template_line(fault)
    code = "P002" if isinstance(fault, UndefinedError) else "P003"
    return Problem(path or page.template, line, 0, code, f"{page.path} cannot be made: {fault}", _HINT)


def _of_template(fault: Exception) -> bool:
    """Tell a fault of a template from one of the functions that it calls."""
    if isinstance(fault, TemplateError):
        return True
    last = traceback.extract_tb(fault.__traceback__)[-1].filename
    return last.endswith(_SUFFIX) or not _ENGINE.isdisjoint(Path(last).parts)


def _template_line(fault: Exception) -> tuple[str, int]:
    """Return the innermost line of a template on the way that a fault took."""
    frames = traceback.extract_tb(fault.__traceback__)
    places = [(frame.filename, frame.lineno or 0) for frame in frames if frame.filename.endswith(_SUFFIX)]
    return places[-1] if places else ("", 0)
