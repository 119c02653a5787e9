"""The small faults that ``tools.mutants`` puts into a module: one place, one change, found by the syntax tree."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_COMPARISONS: Final[dict[type[ast.cmpop], tuple[str, str]]] = {
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
_ARITHMETIC: Final[dict[type[ast.operator], tuple[str, str]]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
}
_TESTED: Final = (ast.If, ast.While, ast.IfExp)
_DELETED: Final = (ast.Raise, ast.Continue, ast.Break, ast.Delete, ast.AugAssign)


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one module.

    Attributes:
        path: The module, seen from the root.
        kind: What is changed, such as ``comparison``.
        line: Where the changed piece begins, counted from 1.
        span: Where the piece lies in the module, in bytes.
        text: What is put in its place.
    """

    path: str
    kind: str
    line: int
    span: tuple[int, int]
    text: str

    def apply(self, source: str) -> str:
        """Return the module with the change made."""
        data = source.encode()
        return (data[: self.span[0]] + self.text.encode() + data[self.span[1] :]).decode()

    def compiles(self, source: str) -> bool:
        """Tell whether the changed module is Python."""
        try:
            compile(self.apply(source), self.path, "exec")
        except (SyntaxError, ValueError):
            return False
        return True

    def changed(self, source: str) -> tuple[str, str]:
        """Return the changed lines before and after, joined to one line each."""
        data = source.encode()
        start = data.rfind(b"\n", 0, self.span[0]) + 1
        end = len(data) if (found := data.find(b"\n", self.span[1])) < 0 else found
        head, tail = data[start : self.span[0]].decode(), data[self.span[1] : end].decode()
        return " ".join(data[start:end].decode().split()), " ".join((head + self.text + tail).split())


class _Finder(ast.NodeVisitor):
    """Collects the mutants of a module while it walks the tree."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.data = source.encode()
        self.starts = [0]
        for line in self.data.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.found: list[Mutant] = []
        self.defaults: set[int] = set()

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        return (
            self.starts[node.lineno - 1] + node.col_offset,
            self.starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0),
        )

    def text(self, node: ast.expr | ast.stmt) -> str:
        start, end = self.span(node)
        return self.data[start:end].decode()

    def add(self, kind: str, node: ast.expr | ast.stmt, text: str) -> None:
        if text != self.text(node):
            self.found.append(Mutant(self.path, kind, node.lineno, self.span(node), text))

    def gap(self, left: ast.expr, right: ast.expr, change: Callable[[str], str]) -> str:
        """Return what is between two expressions, changed."""
        return change(self.data[self.span(left)[1] : self.span(right)[0]].decode())

    def joined(self, parts: list[ast.expr], gaps: list[str]) -> str:
        return self.text(parts[0]) + "".join(gap + self.text(part) for gap, part in zip(gaps, parts[1:], strict=True))

    def visit_Compare(self, node: ast.Compare) -> None:
        parts = [node.left, *node.comparators]
        whole = [self.gap(left, right, str) for left, right in itertools.pairwise(parts)]
        for number, operator in enumerate(node.ops):
            was, becomes = _COMPARISONS[type(operator)]
            pattern = rf"\b{was}\b".replace(" ", r"\s+") if was[0].isalpha() else re.escape(was)
            gap = re.sub(pattern, becomes, whole[number], count=1)
            self.add("comparison", node, self.joined(parts, [*whole[:number], gap, *whole[number + 1 :]]))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        was, becomes = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        pairs = itertools.pairwise(node.values)
        gaps = [self.gap(*pair, lambda gap: re.sub(rf"\b{was}\b", becomes, gap, count=1)) for pair in pairs]
        self.add("and or", node, f"({self.joined(node.values, gaps)})")
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        of_types = isinstance(node.op, ast.BitOr) and _may_be_type(node.right)
        if type(node.op) in _ARITHMETIC and not of_types:
            was, becomes = _ARITHMETIC[type(node.op)]
            gap = self.gap(node.left, node.right, lambda gap: gap.replace(was, becomes, 1))
            self.add("arithmetic", node, f"({self.joined([node.left, node.right], [gap])})")
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self.add("not", node, f"bool({self.text(node.operand)})")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        kind = "default" if id(node) in self.defaults else "constant"
        match node.value:
            case bool():
                self.add(kind, node, str(not node.value))
            case int() | float():
                self.add(kind, node, str(node.value + 1))
            case str():
                self.add(kind if kind == "default" else "string", node, '""' if node.value else '"mutant"')
            case bytes():
                self.add(kind if kind == "default" else "string", node, 'b""' if node.value else 'b"mutant"')

    def visit_keyword(self, node: ast.keyword) -> None:
        """Pass by the guard of ``zip``, which nobody sees at work."""
        if node.arg != "strict" or not isinstance(node.value, ast.Constant):
            self.visit(node.value)

    def visit_Slice(self, node: ast.Slice) -> None:
        lower, upper = (self.text(bound) if bound else "" for bound in (node.lower, node.upper))
        step = f":{self.text(node.step)}" if node.step else ""
        if lower:
            self.add("slice", node, f":{upper}{step}")
        if upper:
            self.add("slice", node, f"{lower}:{step}")
        self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Pass by the parameters of a type."""
        self.visit(node.value)
        if not _is_generic(node.value):
            self.visit(node.slice)

    def elements(self, node: ast.Set | ast.List | ast.Tuple | ast.Dict) -> None:
        """Leave out an element of a literal, each in its turn."""
        if isinstance(node, ast.Dict):
            items = [
                f"{self.text(key)}: {self.text(value)}" if key else f"**{self.text(value)}"
                for key, value in zip(node.keys, node.values, strict=True)
            ]
        else:
            items = [self.text(item) for item in node.elts]
        around = {ast.Set: "{{{}}}", ast.Dict: "{{{}}}", ast.List: "[{}]", ast.Tuple: "({})"}[type(node)]
        for number in range(len(items) if len(items) > 1 else 0):
            rest = [*items[:number], *items[number + 1 :]]
            self.add("element", node, around.format(", ".join(rest) + ","))
        self.generic_visit(node)

    visit_Set = visit_List = visit_Dict = elements  # noqa: N815  the names that ast asks for

    def visit_Tuple(self, node: ast.Tuple) -> None:
        if isinstance(node.ctx, ast.Load):
            self.elements(node)

    def visit_Return(self, node: ast.Return) -> None:
        if node.value and not (isinstance(node.value, ast.Constant) and node.value.value is None):
            self.add("return", node, "return None")
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Empty it as a whole: Python 3.11 does not know the places inside."""
        self.add("string", node, '""')

    def visit_arguments(self, node: ast.arguments) -> None:
        given = [item for item in (*node.defaults, *node.kw_defaults) if item]
        self.defaults.update(map(id, given))
        for item in given:
            self.visit(item)

    def visit_Assign(self, node: ast.Assign) -> None:
        """Pass by ``__all__``: type checkers read it, the program does not."""
        if [self.text(target) for target in node.targets] != ["__all__"]:
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        for statement in node.body:
            if isinstance(statement, ast.AnnAssign) and statement.value:
                self.defaults.add(id(statement.value))
            self.visit(statement)

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.visit(node.args)
        for statement in node.body:
            self.visit(statement)

    visit_FunctionDef = visit_AsyncFunctionDef = function  # noqa: N815  the names that ast asks for

    def generic_visit(self, node: ast.AST) -> None:
        if isinstance(node, _TESTED):
            self.add("condition", node.test, f"(not ({self.text(node.test)}))")
        if isinstance(node, ast.comprehension):
            for test in node.ifs:
                self.add("condition", test, f"(not ({self.text(test)}))")
        is_call = isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant | ast.Yield | ast.YieldFrom)
        if isinstance(node, ast.stmt) and (isinstance(node, _DELETED) or is_call):
            self.add("statement", node, "pass")
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):  # a docstring
            super().generic_visit(node)


def _may_be_type(node: ast.expr) -> bool:
    """Tell whether an operand of ``|`` may be a type, so that the whole is one."""
    return ast.unparse(node).rpartition(".")[2][:1].isupper() or ast.unparse(node) in {"str", "int", "bytes", "float"}


def _is_generic(node: ast.expr) -> bool:
    """Tell whether a value in front of brackets is a type, so that what is in them is types, too."""
    name = ast.unparse(node).rpartition(".")[2].lstrip("_")
    return name in {"tuple", "list", "dict", "set", "frozenset", "type"} or (name[:1].isupper() and not name.isupper())


def mutants(path: str, source: str) -> list[Mutant]:
    """Return all mutants of a module in the order of their places; a few may not compile."""
    finder = _Finder(path, source)
    finder.visit(ast.parse(source))
    return sorted(dict.fromkeys(finder.found), key=lambda one: (one.span, one.kind))
