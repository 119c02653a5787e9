"""A Jinja2 environment that spends no time on values that need no escaping, and little on calls.

MarkupSafe makes a new object of every value that a template shows. Most are safe already, or have nothing to escape.
Jinja2 looks at everything that a template calls for a wish to be given the context. Most are macros or
our own methods.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, MutableMapping
from types import MethodType
from typing import Any, Final

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import internalcode
from markupsafe import Markup, escape

_SPECIAL: Final = re.compile("[&<>\"']")


class _Generator(CodeGenerator):
    """Writes the code of templates, which calls :meth:`EscapingEnvironment.escape`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escape(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _PageContext(Context):
    """The variables of a template; those of a page are known to the environment, which can forget them."""

    def __init__(
        self,
        environment: EscapingEnvironment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[[Context], Iterator[str]]],
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  as Jinja2 calls it
    ) -> None:
        super().__init__(environment, parent, name, blocks, globals)
        if len(parent) > len(globals or ()):  # else it belongs to no page, and others will need it
            environment.contexts.append(self)

    @internalcode
    def call(self, called: Callable[..., Any], /, *values: Any, **names: Any) -> Any:  # noqa: ANN401  as Jinja2 has it
        """Call a function for a template: of a macro or a method it is known what else it wants to be given."""
        kind: object = type(called)
        if kind is not Macro and kind is not MethodType:
            return super().call(called, *values, **names)
        names.pop("_loop_vars", None)
        names.pop("_block_vars", None)
        return called(self.eval_ctx, *values, **names) if kind is Macro else called(*values, **names)


class EscapingEnvironment(Environment):
    """An environment that escapes; it has no ``finalize``."""

    code_generator_class = _Generator
    context_class = _PageContext

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  they are those of Jinja2
        """Make an environment.

        Args:
            options: See :class:`jinja2.Environment`.
        """
        self.contexts: list[Context] = []
        self._trees: dict[str, nodes.Template] = {}
        super().__init__(**options)

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """Read a template, as Jinja2 does; it is not read again when it is compiled."""
        tree = self._trees[source] = super().parse(source, name, filename)
        return tree

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return self._trees.pop(source, None) or super()._parse(source, name, filename)

    def forget(self) -> None:
        """Forget the variables of what was rendered.

        A context has macros, which have their context. Only the collector of Python would find out that nobody needs
        them and all that a page shows; it would do so late, and take a tenth of the time of rendering.
        """
        for context in self.contexts:
            context.vars.clear()
            context.parent.clear()
        self.contexts.clear()

    @staticmethod
    def escape(value: object) -> str:
        """Return what a template shows for a value, as :func:`markupsafe.escape` would."""
        if isinstance(value, Markup) or (type(value) is str and _SPECIAL.search(value) is None):
            return value
        return escape(value)
