"""House engines: translation engines that installed distributions add, by entry points of ``goftogu.engines``.

The name of an entry point is the name of the engine, for ``translate --engine`` and for ``site.toml``. Its object is a
function that takes the project's folder and returns a :class:`~goftogu.translation.engine.protocol.Translator`. A fault
of an engine is a problem, and what it says is checked before it is written.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from goftogu.content import characters
from goftogu.extensions import discovery, loading
from goftogu.extensions.discovery import Extension
from goftogu.extensions.loading import ExtensionError
from goftogu.locale.message import Message, plural
from goftogu.problems import NO_HINT, Problem, Problems, did_you_mean
from goftogu.translation.engine.protocol import BUILT_IN, Hypothesis, SentencePlace, Translator
from goftogu.translation.memory.entry import HOUSE

_LONGEST_ORIGIN: Final = 100


class HouseEngine(Translator):
    """An engine of an installed distribution, whose faults name it."""

    def __init__(self, extension: Extension, engine: Translator) -> None:
        """Bind a loaded engine.

        Raises:
            ExtensionError: When it does not say what it is.
        """
        origin: object = getattr(engine, "origin", None)
        if not isinstance(origin, str) or not origin.isprintable() or not 0 < len(origin.strip()) <= _LONGEST_ORIGIN:
            raise ExtensionError(loading.refusal(extension, Message("its “origin” must be a short text on one line")))
        self.origin = f"{HOUSE}{origin.strip()}"
        self._extension = extension
        self._engine = engine

    def translate(self, sentences: Sequence[str], *, careful: bool = False) -> list[Hypothesis]:
        """Translate sentences.

        Raises:
            ExtensionError: When the engine fails, or returns something else.
        """
        with loading.guarded(self._extension):
            found = list(self._engine.translate(sentences, careful=careful))
        self._check(found, len(sentences))
        return found

    def alternatives(self, sentences: Sequence[str]) -> list[list[Hypothesis]]:
        """Return several translations of each sentence.

        Raises:
            ExtensionError: When the engine fails, or returns something else.
        """
        with loading.guarded(self._extension):
            found = [list(some) for some in self._engine.alternatives(sentences)]
        self._check([one for some in found for one in some])
        self._check_count(len(found), len(sentences))
        return found

    def look_around(self, around: Callable[[str], SentencePlace | None]) -> None:
        """Let an engine that defines this know where each sentence is said.

        Raises:
            ExtensionError: When the engine fails.
        """
        with loading.guarded(self._extension):
            getattr(self._engine, "look_around", super().look_around)(around)

    def begin(self, shards: Sequence[Sequence[str]]) -> None:
        """Let an engine that defines this know what will be translated.

        Raises:
            ExtensionError: When the engine fails.
        """
        with loading.guarded(self._extension):
            getattr(self._engine, "begin", super().begin)(shards)

    def _check(self, found: Sequence[object], count: int | None = None) -> None:
        for one in found:
            if fault := _fault(one):
                raise ExtensionError(loading.failure(self._extension, fault))
        self._check_count(len(found), len(found) if count is None else count)

    def _check_count(self, found: int, wanted: int) -> None:
        if found != wanted:
            why = Message(
                "it gave {results} for {sentences}",
                results=plural(found, "result"),
                sentences=plural(wanted, "sentence"),
            )
            raise ExtensionError(loading.failure(self._extension, why))


def load(name: str, root: Path, problems: Problems) -> Translator | None:
    """Load an engine.

    Args:
        name: The name of its entry point.
        root: The project's folder.
        problems: Why it cannot be used is added; then the result is ``None``.
    """
    known = discovery.of(discovery.ENGINES)
    offered = [extension for extension in known if extension.name == name]
    if not offered:
        hint = did_you_mean(name, [*BUILT_IN, *(extension.name for extension in known)])
        problems.add(
            Problem.of_file("", "E004", Message("the translation engine “{name}” is not installed", name=name), hint)
        )
        return None
    try:
        return _loaded(offered, root)
    except ExtensionError as error:
        problems.add(error.problem)
        return None


def clashes() -> Iterable[Problem]:
    """Yield a problem for each engine that has the name of one that comes with Goftogu."""
    for extension in discovery.of(discovery.ENGINES):
        if extension.name in BUILT_IN:
            yield loading.clash(extension, Message("Goftogu has an engine of this name"))


def _loaded(offered: Sequence[Extension], root: Path) -> Translator:
    extension, *others = offered
    if others:
        raise ExtensionError(loading.clash(others[0], Message("another distribution has an engine of this name")))
    start = loading.load(extension)
    if not callable(start):
        why = Message("it must be a function that returns an engine, not of type {name}", name=type(start).__name__)
        raise ExtensionError(loading.refusal(extension, why))
    with loading.guarded(extension):
        engine = start(root)
    return HouseEngine(extension, engine)


def _fault(found: object) -> Message:
    """Return what is wrong with a hypothesis, or an empty string."""
    if not isinstance(found, Hypothesis):
        return Message("it must return a Hypothesis for each sentence, not {value}", value=f"{found!r:.80}")
    text, probability, tokens = _values(found)
    if not isinstance(text, str):
        return Message("the text of a Hypothesis must be a text, not {value}", value=f"{text!r:.80}")
    if not isinstance(probability, float | int) or not math.isfinite(probability):
        return Message(
            "the probability of a Hypothesis must be a finite number, not {value}", value=f"{probability!r:.80}"
        )
    if not isinstance(tokens, int) or tokens < 0:
        return Message("the tokens of a Hypothesis are counted, not {value}", value=f"{tokens!r:.80}")
    faults = Problems()
    characters.check("", text, faults)
    lines = Message("it gave several lines") if "\n" in text else NO_HINT
    return next((problem.message for problem in faults), lines)


def _values(found: Hypothesis) -> tuple[object, object, object]:
    """Return the values of a hypothesis, whatever its author made of them."""
    return found.text, found.log_probability, found.tokens
