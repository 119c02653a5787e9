r"""Reads YAML with the places of its keys and values.

PyYAML composes nodes, which know where they begin; they become texts, lists and tables. YAML's own rules for types are
left aside: a value is the text that is there (``1404-09-22``, ``no`` and ``12`` stay what was typed). Aliases, anchors
and tags are refused, depth and size are bounded, so that no input can blow up or crash the parser.

Example:
    >>> from goftogu.content import yaml_hints
from goftogu.content.schema import Text
    >>> table, where = read("title: سلام", "a.md", Table({"title": Text()}), Problems())
    >>> table, where(("title",)), where.key(("title",))
    ({'title': 'سلام'}, (1, 8), (1, 1))
"""

from __future__ import annotations

from typing import Any, Final

import yaml

from goftogu.content import yaml_hints
from goftogu.content.positions import Keys, Positions
from goftogu.content.schema import Table, check
from goftogu.locale.message import Message, verbatim
from goftogu.problems import Problem, Problems

LONGEST: Final = 65_536
"""Longest text that is read, in code points."""

_DEEPEST: Final = 8
_TOO_DEEP: Final = Message("nested too deeply"), Message("write it flat")
_NULL: Final = {"", "~", "null", "Null", "NULL"}
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_ALIASES: Final = (
    Message("anchors, aliases and tags are not allowed"),
    Message("put a text that begins with &, * or ! between quotes"),
)

_Place = tuple[int, int]


class _Refused(Exception):  # noqa: N818  it never leaves the module
    def __init__(self, mark: yaml.Mark | None, message: Message, hint: Message) -> None:
        self.message = message
        self.mark = mark
        self.hint = hint


def read_yaml(
    text: str, path: str, kind: Table, problems: Problems, *, first_line: int
) -> tuple[dict[str, Any], Positions]:
    """Parse a YAML text and check it against a schema.

    Args:
        text: One document.
        path: The file, for the problems.
        kind: The schema.
        problems: What is wrong is added.
        first_line: Line of the file on which the text begins.

    Returns:
        The sound part of the mapping, and the places of its keys and values. A syntax error leaves nothing of it.
    """
    if len(text) > LONGEST:
        message = Message("more than {longest:,} characters of YAML", longest=LONGEST)
        problems.add(Problem(path, first_line, 1, "C001", message, Message("make it shorter")))
        return {}, Positions(path)
    tree = _Tree(text, path, first_line, problems)
    try:
        value = tree.value(_compose(text))
    except _Refused as error:
        problems.add(tree.problem(error.mark, error.message, error.hint))
    except yaml.YAMLError as error:
        problems.add(_syntax(error, tree))
    else:
        return check(value, kind, tree.positions, problems, typed=False), tree.positions
    return {}, Positions(path)


class _Loader(_LOADER):  # type: ignore[misc,valid-type]  # one of two classes, by what is installed
    """Keeps plain scalars as text, and limits the depth: the parser in C would run out of stack."""

    _depth = -1

    def descend_resolver(self, parent: yaml.Node | None, _index: object) -> None:
        self._depth += 1
        if parent is not None and self._depth > _DEEPEST + 1:
            raise _Refused(parent.start_mark, *_TOO_DEEP)

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def resolve(self, *_: object) -> str:
        return ""


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        node: yaml.Node | None = loader.get_single_node()
    except yaml.composer.ComposerError as error:
        if error.problem == "but found another document":
            raise _Refused(
                error.problem_mark, Message("a second YAML document begins"), Message("delete what follows")
            ) from None
        raise _Refused(error.context_mark or error.problem_mark, *_ALIASES) from None
    except yaml.MarkedYAMLError as error:
        if "nesting depth" in (error.problem or ""):  # libyaml has a limit of its own and reads ahead of the tree
            raise _Refused(error.problem_mark, *_TOO_DEEP) from None
        raise
    finally:
        loader.dispose()
    return node


class _Tree:
    """Turns nodes into plain values and records their places."""

    def __init__(self, text: str, path: str, first_line: int, problems: Problems) -> None:
        self.positions = Positions(path)
        self.text = text
        self._first_line = first_line
        self._problems = problems

    def problem(self, mark: yaml.Mark | None, message: Message, hint: Message, code: str = "C001") -> Problem:
        place = self._place(mark) if mark else (self._first_line, 1)
        return Problem(self.positions.path, *place, code, message, hint)

    def _place(self, mark: yaml.Mark) -> _Place:
        return mark.line + self._first_line, mark.column + 1

    def value(self, node: yaml.Node | None, keys: Keys = (), key: _Place | None = None) -> object:
        if node is None:
            self.positions.add(keys, (self._first_line, 1))
            return None
        self._refuse(node)
        self.positions.add(keys, self._place(node.start_mark), key)
        if isinstance(node, yaml.MappingNode):
            return self._table(node, keys)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*keys, number)) for number, item in enumerate(node.value)]
        plain = isinstance(node, yaml.ScalarNode) and not node.style
        if plain and isinstance(node, yaml.ScalarNode):
            self._check_comment(node)
        return None if plain and node.value in _NULL else node.value

    def _check_comment(self, node: yaml.ScalarNode) -> None:
        """Report a comment that takes a part of a text away."""
        if rest := yaml_hints.cut(str(node.value), self.text, node.end_mark.index):
            message = Message("“ #” begins a comment: “{rest}” is not read", rest=rest)
            hint = Message("put the whole text between quotes; a comment goes on a line of its own")
            self._problems.add(self.problem(node.end_mark, message, hint))

    def _refuse(self, node: yaml.Node) -> None:
        if node.tag or self.text[node.start_mark.index : node.start_mark.index + 1] in {"&", "!"}:
            raise _Refused(node.start_mark, *_ALIASES)

    def _table(self, node: yaml.MappingNode, keys: Keys) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, item in node.value:
            self._refuse(key)
            if not isinstance(key, yaml.ScalarNode):
                raise _Refused(key.start_mark, Message("a key is a text"), Message("put the key between quotes"))
            name = str(key.value)
            value = self.value(item, (*keys, name), self._place(key.start_mark))
            if name in found:
                message = Message("the key “{name}” occurs twice", name=name)
                self._problems.add(self.problem(key.start_mark, message, Message("keep one of them"), "C008"))
            found.setdefault(name, value)
        return found


def _syntax(error: yaml.YAMLError, tree: _Tree) -> Problem:
    if not isinstance(error, yaml.MarkedYAMLError):
        return tree.problem(None, verbatim(str(error).splitlines()[0]), Message("delete the character"))
    message = verbatim(", ".join(part for part in (error.context, error.problem) if part))
    ends = "unexpected end of stream" in (error.problem or "")
    mark = (error.context_mark if ends else None) or error.problem_mark or error.context_mark
    return tree.problem(mark, message, yaml_hints.hint(error, tree.text))
