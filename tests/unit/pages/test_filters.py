"""House filters: which may be used, and what their faults say."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.edition.site import Page
from goftogu.extensions.discovery import FILTERS
from goftogu.model import Language
from goftogu.pages import filters
from goftogu.pages.render import Renderer, Template
from goftogu.problems import Problem
from tests import extensions
from tests.collecting import collected

MODULE = """
from jinja2 import pass_context
from markupsafe import Markup

def shout(text, mark="!"):
    return text.upper() + mark

@pass_context
def whose(context, text):
    return f"{text} of {context['owner']}"

def bold(text):
    return Markup("<b>{}</b>").format(text)

def broken(text):
    return 1 / 0

seven = 7
"""


def rendered(folder: Path, template: str, **points: str) -> str | Problem:
    """Render a template with some filters of a module."""
    extensions.install(folder, {"house_filters.py": MODULE}, {FILTERS: points})
    page = Page("en/x.html", "x.html.jinja", Language.EN, lambda: {"owner": "A & B"})
    with extensions.installed(folder):
        renderer = Renderer({"x.html.jinja": Template(template, "templates/x.html.jinja")}, {})
        found, problems = collected(renderer.render, page, dari=False)
    return problems[0] if found is None else found.decode()


def faults(folder: Path, **points: str) -> list[str]:
    extensions.install(folder, {"house_filters.py": MODULE}, {FILTERS: points})
    with extensions.installed(folder):
        return [f"{problem.code} {problem.message}" for problem in filters.problems()]


def test_without_a_distribution_there_is_no_filter() -> None:
    assert (filters.filters(), filters.problems()) == ({}, ())


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ 'a<b'|shout }}", "A&lt;B!"),
        ("{{ owner|shout('?') }}", "A &amp; B?"),
        ("{{ 'garden'|whose }}", "garden of A &amp; B"),
        ("{{ '<i>'|bold }}", "<b>&lt;i&gt;</b>"),
    ],
)
def test_a_filter_is_used_as_those_of_jinja(tmp_path: Path, template: str, expected: str) -> None:
    points = {name: f"house_filters:{name}" for name in ("shout", "whose", "bold")}
    assert rendered(tmp_path, template, **points) == expected


def test_a_filter_that_fails_names_its_distribution_and_the_line_of_the_template(tmp_path: Path) -> None:
    problem = rendered(tmp_path, "a\n{{ owner|broken }}\n", broken="house_filters:broken")
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line, problem.code) == ("templates/x.html.jinja", 2, "E003")
    told = "filter “broken” of house 1.0: it fails: ZeroDivisionError: division by zero (house_filters.py:"
    assert problem.message.startswith(told)


def test_a_name_that_is_not_there_stays_a_fault_of_the_template(tmp_path: Path) -> None:
    problem = rendered(tmp_path, "{{ absent|shout }}", shout="house_filters:shout")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line) == ("P002", 1)


def test_a_filter_that_nobody_has_is_a_fault_of_the_template(tmp_path: Path) -> None:
    problem = rendered(tmp_path, "{{ owner|shout }}")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.message) == ("P001", "No filter named 'shout'.")
    assert "install the distribution that has it" in problem.hint


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("seven", "seven", "E001 filter “seven” of house 1.0: it must be a function, not of type int"),
        ("two words", "shout", "E001 filter “two words” of house 1.0: its name must be made of letters"),
        ("absent", "absent", "E001 filter “absent” of house 1.0: it cannot be loaded: AttributeError"),
        ("upper", "shout", "E002 filter “upper” of house 1.0: Jinja2 has a filter of this name"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, name: str, value: str, told: str) -> None:
    (fault,) = faults(tmp_path, **{name: f"house_filters:{value}"})
    assert fault.startswith(told)


def test_two_distributions_with_one_name_clash(tmp_path: Path) -> None:
    for name in ("first", "second"):
        module = {f"{name}_filters.py": MODULE}
        extensions.install(tmp_path / name, module, {FILTERS: {"shout": f"{name}_filters:shout"}}, name)
    with extensions.installed(tmp_path / "first", tmp_path / "second"):
        assert list(filters.filters()) == ["shout"]
        (problem,) = filters.problems()
    assert problem.code == "E002"
    assert problem.message == "filter “shout” of second 1.0: another distribution has a filter of this name"
