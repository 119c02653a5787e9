r"""YAML between two ``---`` lines above a text, and how its keys are checked.

Example:
    >>> page, problems = split(Source("a.md", b"", "---\ntitle: سلام\n---\nمتن"))
    >>> page.body_line, page.body
    (4, 'متن')
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from goftogu.content.yaml import Node, parse
from goftogu.model import Source
from goftogu.problems import Problem, did_you_mean

_FENCE: Final = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A file with front matter.

    Attributes:
        root: The front matter.
        body: The text below it.
        body_line: Line of the file on which the body begins.
    """

    root: Node
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a schema.

    Attributes:
        name: As it is written.
        meaning: For the documentation.
        required: Whether it must be there.
        fault: Says what is wrong with a text, or returns an empty string.
        code: Code of the problem when ``fault`` says something.
    """

    name: str
    meaning: str
    required: bool = False
    fault: Callable[[str], str] = lambda _: ""
    code: str = "C005"


def split(source: Source) -> tuple[Page | None, list[Problem]]:
    """Part a file into front matter and body.

    Returns:
        ``None`` when the front matter is missing or cannot be read.
    """
    ends = _FENCE.search(source.text, 3) if _FENCE.match(source.text) else None
    if ends is None:
        fault = "the front matter is missing" if not _FENCE.match(source.text) else "the front matter is not closed"
        return None, [Problem(source.path, 1, 1, "C001", fault, "write it between two lines “---”")]
    front = source.text[source.text.index("\n") + 1 : ends.start()]
    root, problems = parse(front, source.path, first_line=2)
    if root is None:
        return None, problems
    body_line = source.text.count("\n", 0, ends.end()) + 2
    return Page(root, source.text[ends.end() + 1 :], body_line), problems


class Table:
    """A mapping that is read by a schema; what does not fit becomes a problem."""

    def __init__(self, node: Node, keys: Sequence[Key], path: str, problems: list[Problem]) -> None:
        self._keys = {key.name: key for key in keys}
        self._path = path
        self._problems = problems
        self._values = node.value if isinstance(node.value, dict) else {}
        self.node = node
        if not isinstance(node.value, dict):
            hint = f"write “key: value”, a line for each: {', '.join(self._keys)}"
            self._report(node, "C004", "keys and values are due here", hint)
            return
        for name, value in self._values.items():
            if name not in self._keys:
                self._problems.append(
                    Problem(path, *value.key, "C002", f"unknown key “{name}”", did_you_mean(name, self._keys))
                )
        for key in keys:
            if key.required and key.name not in self._values:
                self._report(node, "C003", f"the key “{key.name}” is missing", key.meaning)

    def text(self, name: str) -> str:
        """Return a text, or an empty string when it is missing or faulty."""
        node = self._values.get(name)
        if node is None:
            return ""
        key = self._keys[name]
        if not isinstance(node.value, str):
            fault = "is empty" if node.value is None else "is not a text"
            self._report(node, "C004", f"“{name}” {fault}", key.meaning)
            return ""
        if fault := key.fault(node.value):
            self._report(node, key.code, f"“{name}”: {fault}", key.meaning)
            return ""
        return node.value

    def texts(self, name: str) -> tuple[str, ...]:
        """Check that a key holds a list of texts, and return them."""
        node = self._values.get(name)
        if node is None:
            return ()
        items = node.value if isinstance(node.value, tuple) else (node,)
        texts = tuple(item.value for item in items if isinstance(item.value, str))
        if not isinstance(node.value, tuple) or len(texts) != len(items):
            self._report(node, "C004", f"“{name}” is not a list of texts", self._keys[name].meaning)
        return texts

    def table(self, name: str, keys: Sequence[Key]) -> Table | None:
        """Return the mapping under a key."""
        node = self._values.get(name)
        return None if node is None else Table(node, keys, self._path, self._problems)

    def entries(self, name: str) -> Iterator[tuple[str, Node]]:
        """Yield the keys and values of a mapping whose keys are free."""
        node = self._values.get(name)
        if node is None:
            return
        if isinstance(node.value, dict) and node.value:
            yield from node.value.items()
        else:
            self._report(node, "C004", f"“{name}” holds no keys and values", self._keys[name].meaning)

    def line(self, name: str) -> int:
        """Return the line of a value, or of the table when the key is missing."""
        return self._values.get(name, self.node).line

    def _report(self, node: Node, code: str, message: str, hint: str = "") -> None:
        self._problems.append(Problem(self._path, node.line, node.column, code, message, hint))
