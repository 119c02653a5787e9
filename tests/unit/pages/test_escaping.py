"""What templates escape, and what they need not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Undefined
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
