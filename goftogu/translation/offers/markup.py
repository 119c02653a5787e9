"""XML from other programs: the root, names without their namespaces, and the text of a segment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

HINT: Final = Message("give a PO, XLIFF 1.2 or 2, TMX or TSV file that goes back to an export from here")

_CODES: Final = frozenset({"bpt", "ept", "it", "ph", "ut", "x", "bx", "ex", "sc", "ec"})
"""Elements whose content is a code of another program, and no text."""


def root(file: Path, problems: Problems) -> Element | None:
    """Return the root of a file; a document type is allowed, but no entities of its own.

    Args:
        file: The file.
        problems: Why it cannot be read is added; then the result is ``None``.
    """
    from defusedxml import DefusedXmlException  # noqa: PLC0415  only these formats need it
    from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415  the same

    try:
        found: Element = fromstring(file.read_bytes())
    except OSError as error:
        problems.add(Problem.of_file(str(file), "S002", storage_files.reason(error), Message("make the file readable")))
    except DefusedXmlException:
        problems.add(Problem.of_file(str(file), "M010", Message("the file declares entities"), HINT))
    except (ParseError, ValueError, LookupError) as error:
        line, column = getattr(error, "position", (0, -1))
        message = Message("the file is not XML: {error}", error=error)
        problems.add(Problem(str(file), line, column + 1, "M010", message, HINT))
    else:
        return found
    return None


def name(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """Yield the children of an element that have one of some names, whatever their namespace."""
    return (child for child in element if name(child) in names)


def text(element: Element | None) -> str:
    """Return the text of a segment, without the codes of other programs."""
    if element is None:
        return ""
    return "" if name(element) in _CODES else f"{element.text or ''}{''.join(map(_with_tail, element))}"


def _with_tail(element: Element) -> str:
    return f"{text(element)}{element.tail or ''}"
