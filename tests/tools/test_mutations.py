from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tools.mutations import Mutant, mutants

ROOT = Path(__file__).parent.parent.parent


def changes(source: str, kind: str = "") -> list[str]:
    """Return the changed line of each mutant of a kind, in the order of their places."""
    return [one.changed(source)[1] for one in mutants("goftogu/small.py", source) if not kind or one.kind == kind]


@pytest.mark.parametrize(
    ("source", "kind", "expected"),
    [
        ("x = a < b", "comparison", ["x = a <= b"]),
        ("x = a <= b > c", "comparison", ["x = a < b > c", "x = a <= b >= c"]),
        ("x = a == b", "comparison", ["x = a != b"]),
        ("x = inner in index", "comparison", ["x = inner not in index"]),
        ("x = a not in b", "comparison", ["x = a in b"]),
        ("x = a is not b", "comparison", ["x = a is b"]),
        ("x = a and b and c", "and or", ["x = (a or b or c)"]),
        ("x = (a or\n     b)", "and or", ["x = ((a and b))"]),
        ("x = not a", "not", ["x = bool(a)"]),
        ("x = a - b * c", "arithmetic", ["x = (a + b * c)", "x = a - (b + c)"]),
        ("x = a // b", "arithmetic", ["x = (a * b)"]),
        ("x = flags | other", "arithmetic", ["x = (flags & other)"]),
        ("x = 5", "constant", ["x = 6"]),
        ("x = True", "constant", ["x = False"]),
        ("x = 'word'", "string", ['x = ""']),
        ("x = ''", "string", ['x = "mutant"']),
        ("x = b'ab'", "string", ['x = b""']),
        ("x = f'a{b}'", "string", ['x = ""']),
        ("x = a[1:-2]", "slice", ["x = a[:-2]", "x = a[1:]"]),
        ("x = a[1::2]", "slice", ["x = a[::2]"]),
        ("x = _TABLE['a', 'b']", "element", ["x = _TABLE[('b',)]", "x = _TABLE[('a',)]"]),
        ("x = table[5]", "constant", ["x = table[6]"]),
        ("x = {1, 2}", "element", ["x = {2,}", "x = {1,}"]),
        ("x = (a, b)", "element", ["x = (b,)", "x = (a,)"]),
        ("x = {'a': 1, **b}", "element", ["x = {**b,}", "x = {'a': 1,}"]),
        ("if a:\n    b()", "condition", ["if (not (a)):"]),
        ("x = [a for a in b if a.c]", "condition", ["x = [a for a in b if (not (a.c))]"]),
        ("for a in b:\n    call(a)", "statement", ["pass"]),
        ("x += 1", "statement", ["pass"]),
        ("def f(a=1, *, b=''): ...", "default", ["def f(a=2, *, b=''): ...", 'def f(a=1, *, b="mutant"): ...']),
        ("class A:\n    b: bool = False", "default", ["b: bool = True"]),
        ("def f():\n    return a", "return", ["return None"]),
    ],
)
def test_each_kind_changes_one_place(source: str, kind: str, expected: list[str]) -> None:
    assert changes(source, kind) == expected


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring."""',
        "def f(a: 'int') -> 'str':\n    '''A docstring.'''",
        "x: Literal['a']",
        "@decorated(1)\nclass A: ...",
        "x = A | None",
        "x = int | str",
        "x = tuple[int, str]",
        "x = _Remembered[int, Literal['a']](y)",
        "x = values.Callable[[int, str], bool]",
        "def f():\n    return",
        "def f():\n    return None",
        "a, b = c",
        "x = (a,)",
        "__all__ = ['a', 'b']",
        "x = zip(a, b, strict=True)",
    ],
)
def test_what_means_nothing_to_the_program_is_left_alone(source: str) -> None:
    assert changes(source) == []


def test_places_are_right_after_persian_letters() -> None:
    source = "نام = 'گفت‌وگو'; x = a < b  # بس\n"
    assert changes(source, "comparison") == ["نام = 'گفت‌وگو'; x = a <= b # بس"]


def test_the_changed_lines_are_shown_as_one() -> None:
    source = "x = 1\ny = [\n    a,  # first\n    b,\n]\nz = 1\n"
    (first, _) = (one for one in mutants("goftogu/small.py", source) if one.kind == "element")
    assert first.line == 2
    assert first.changed(source) == ("y = [ a, # first b, ]", "y = [b,]")
    assert first.apply(source) == "x = 1\ny = [b,]\nz = 1\n"


def test_what_is_no_python_is_told() -> None:
    assert Mutant("a.py", "constant", 1, (4, 5), "2").compiles("x = 1")
    assert not Mutant("a.py", "constant", 1, (4, 5), "(").compiles("x = 1")


@pytest.mark.parametrize("name", ["goftogu/urls.py", "goftogu/persian/folding.py"])
def test_a_mutant_of_a_real_module_changes_its_tree(name: str) -> None:
    source = (ROOT / name).read_text(encoding="utf-8")
    before = ast.dump(ast.parse(source))
    found = [one for one in mutants(name, source)[::20] if one.compiles(source)]
    assert found
    assert [one for one in found if ast.dump(ast.parse(one.apply(source))) == before] == []
