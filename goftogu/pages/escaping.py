"""A Jinja2 environment that spends no time on values that need no escaping.

MarkupSafe makes a new object of every value that a template shows. Most are safe already, or have nothing to escape.
"""

from __future__ import annotations

import re
from typing import Final

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_SPECIAL: Final = re.compile("[&<>\"']")


class _Generator(CodeGenerator):
    """Writes the code of templates, which calls :meth:`EscapingEnvironment.escape`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escape(")
        else:
            super()._output_child_pre(node, frame, finalize)


class EscapingEnvironment(Environment):
    """An environment that escapes; it has no ``finalize``."""

    code_generator_class = _Generator

    @staticmethod
    def escape(value: object) -> str:
        """Return what a template shows for a value, as :func:`markupsafe.escape` would."""
        if isinstance(value, Markup) or (type(value) is str and _SPECIAL.search(value) is None):
            return value
        return escape(value)
