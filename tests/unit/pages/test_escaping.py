"""What templates escape, and what they need not."""

from __future__ import annotations

import gc
import traceback
from weakref import ref

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, TemplateSyntaxError, Undefined, UndefinedError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from goftogu.model import Language
from goftogu.pages.escaping import EscapingEnvironment

_ENVIRONMENT = EscapingEnvironment(
    autoescape=True,
    loader=DictLoader(
        {
            "plain": "{{ value }}",
            "macro": "{% macro shown(one) %}<i>{{ one }}</i>{% endmacro %}{{ shown(value) }}",
            "set": "{% set kept %}<i>{{ value }}</i>{% endset %}{{ kept }}",
            "off": "{% autoescape false %}{{ value }}{% endautoescape %}",
            "volatile": "{% autoescape switch %}{{ value }}{% endautoescape %}",
        }
    ),
)


class _Html:
    def __html__(self) -> str:
        return "<b>"

    def __repr__(self) -> str:
        return "_Html()"


class _Loud(str):
    __slots__ = ()


@pytest.mark.parametrize(
    "value",
    ["کتاب", "a < b & 'c'", '"', Markup("<b>"), _Html(), _Loud("<b>"), Language.FA, 7, None, 1.5, ["<"], Undefined()],
    ids=repr,
)
def test_a_value_is_shown_as_markupsafe_shows_it(value: object) -> None:
    expected = escape(value)
    assert EscapingEnvironment.escape(value) == expected
    assert _ENVIRONMENT.get_template("plain").render(value=value) == expected
    assert _ENVIRONMENT.get_template("macro").render(value=value) == f"<i>{expected}</i>"
    assert _ENVIRONMENT.get_template("set").render(value=value) == f"<i>{expected}</i>"


@given(st.text())
def test_any_text_is_escaped(text: str) -> None:
    assert EscapingEnvironment.escape(text) == escape(text)


def test_a_template_may_turn_escaping_off() -> None:
    assert _ENVIRONMENT.get_template("off").render(value="<b>") == "<b>"
    assert _ENVIRONMENT.get_template("volatile").render(value="<b>", switch=True) == "&lt;b&gt;"
    assert _ENVIRONMENT.get_template("volatile").render(value="<b>", switch=False) == "<b>"


class _Shelf:
    def place(self, title: str, row: int = 1) -> str:
        return f"{title} {row}"


CALLS = EscapingEnvironment(
    loader=DictLoader(
        {
            "block": "{% block main %}{{ shelf.place(title) }}{% endblock %}",
            "loop": "{% for row in [2, 3] %}{% set here = row %}{{ shelf.place(title, row=here) }}{% endfor %}",
            "function": "{{ shown(title) }}",
            "wrong": "{{ shelf.place() }}",
            "missing": "{{ shelf.gone() }}",
        }
    )
)


@pytest.mark.parametrize(("name", "shown"), [("block", "کتاب 1"), ("loop", "کتاب 2کتاب 3"), ("function", "<کتاب>")])
def test_templates_call_methods_and_functions(name: str, shown: str) -> None:
    given = {"shelf": _Shelf(), "title": "کتاب", "shown": lambda title: f"<{title}>"}
    assert CALLS.get_template(name).render(given) == shown


@pytest.mark.parametrize(("name", "error"), [("wrong", TypeError), ("missing", UndefinedError)])
def test_a_call_that_cannot_be_made_is_a_fault_of_the_template(name: str, error: type[Exception]) -> None:
    with pytest.raises(error) as fault:
        CALLS.get_template(name).render(shelf=_Shelf())
    last = traceback.extract_tb(fault.value.__traceback__)[-1]
    assert "escaping" not in last.filename


def test_a_function_may_ask_for_the_context() -> None:
    @pass_context
    def shown(context: Context) -> str:
        return str(context["title"])

    assert CALLS.from_string("{{ shown() }}").render(shown=shown, title="کتاب") == "کتاب"


_MACROS = (
    "{% macro shown(one, row=1) %}<i>{{ one }}</i>{{ row }}{{ caller() if caller }}{% endmacro %}"
    "{% for row in rows %}{% set here = row %}{{ shown(value, row=here) }}{% endfor %}"
    "{% call shown(value) %}<b>{% endcall %}"
    '{% autoescape false %}{{ (shown(value) ~ "<u>")|escape }}{% endautoescape %}'
)


def test_a_macro_makes_what_jinja_makes_of_it() -> None:
    """What it makes is safe where texts are escaped, and a plain text where they are not."""
    usual = Environment(autoescape=True)
    shown = _ENVIRONMENT.from_string(_MACROS).render(value="<", rows=[2, 3])
    assert shown.endswith("<i>&lt;</i>1<b>&lt;i&gt;&amp;lt;&lt;/i&gt;1&lt;u&gt;")
    assert shown == usual.from_string(_MACROS).render(value="<", rows=[2, 3])


def test_a_template_that_was_read_is_not_read_again_to_be_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = EscapingEnvironment(autoescape=True)
    text = "{% macro shown(one) %}<i>{{ one }}</i>{% endmacro %}{{ shown(value) }}"
    tree = environment.parse(text)
    with monkeypatch.context() as patched:
        patched.setattr(Environment, "_parse", lambda *_: pytest.fail("read again"))
        assert environment.from_string(text).render(value="<") == "<i>&lt;</i>"
    assert environment.parse(text) == tree
    assert environment.from_string(text).render(value=">") == "<i>&gt;</i>"


def test_a_text_that_cannot_be_read_is_a_fault_each_time() -> None:
    environment = EscapingEnvironment(autoescape=True)
    for _ in range(2):
        with pytest.raises(TemplateSyntaxError):
            environment.parse("{% if %}")


def test_what_a_page_shows_is_forgotten_even_where_its_context_is_kept() -> None:
    environment, kept, made = EscapingEnvironment(autoescape=True), list[Context](), list[ref[_Shelf]]()

    @pass_context
    def make(context: Context) -> _Shelf:
        kept.append(context)
        shelf = _Shelf()
        made.append(ref(shelf))
        return shelf

    value = _Shelf()
    given = ref(value)
    environment.from_string("{% set shelf = make() %}{{ value }}").render(value=value, make=make)
    del value
    environment.forget()
    gc.collect()
    assert (given(), made[0](), environment.contexts) == (None, None, [])
    assert kept
