"""Argos Translate as an engine: its package and its way of decoding, many sentences at a time.

Argos decodes nearly every sentence alone. Here all sentences are deduplicated, sorted by length and decoded in batches,
with the same parameters, so that equal sentences give equal text. Nothing of Argos that needs Stanza is imported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.translation.engine import devices
from goftogu.translation.engine.devices import DeviceError
from goftogu.translation.engine.processors import AS_THERE_ARE, Placement, Processors
from goftogu.translation.engine.protocol import LENGTH_PENALTY, Hypothesis, join
from goftogu.translation.engine.split import cut
from goftogu.translation.memory.keys import engine_form
from goftogu.translation.packages.installed import HINT, InstalledPackage

if TYPE_CHECKING:
    import ctranslate2

_WIDER: Final = 2
_ALTERNATIVES: Final = 4
_NO_REPEAT: Final = 4
_CEILING: Final = 256
_PROBE: Final = "سلام"
_INSTALL: Final = Message("pip install --no-deps argostranslate ctranslate2 packaging sentencepiece")
_MARKS: Final = str.maketrans("؟،؛«»", "?,;“”")


class Engine:
    """A loaded package. Load one in a process, and do not fork the process afterwards: the child would hang."""

    def __init__(
        self,
        package: InstalledPackage,
        tokenizer: Any,  # noqa: ANN401  that of Argos has no types
        translator: ctranslate2.Translator,
        placement: Placement,
    ) -> None:
        """Bind what :func:`load` has loaded, and how it works."""
        self.package = package
        self.placement = placement
        self.origin = package.origin
        self._tokenizer = tokenizer
        self._translator = translator

    def translate(self, sentences: Sequence[str], *, careful: bool = False) -> list[Hypothesis]:
        """Translate sentences.

        Args:
            sentences: Persian, in any order, repeated or blank. Blank ones, and those without a letter or a digit,
                never reach the engine.
            careful: Look at more hypotheses, and let no four tokens come twice. For what came out badly.

        Returns:
            One hypothesis for each, in the same order.
        """
        beam, no_repeat = (_WIDER * self.placement.beam, _NO_REPEAT) if careful else (self.placement.beam, 0)
        return [found[0] for found in self._translate(sentences, beam_size=beam, no_repeat_ngram_size=no_repeat)]

    def alternatives(self, sentences: Sequence[str]) -> list[list[Hypothesis]]:
        """Return up to four hypotheses for each sentence, the best one first."""
        beam = max(self.placement.beam, _ALTERNATIVES)
        return self._translate(sentences, beam_size=beam, num_hypotheses=_ALTERNATIVES)

    def _translate(self, sentences: Sequence[str], **options: int) -> list[list[Hypothesis]]:
        segments = [self._segments(engine_form(sentence)) for sentence in sentences]
        known = self._decode({segment for group in segments for segment in group}, options)
        return [
            _across([known[segment] for segment in group]) if group else [Hypothesis(_bare(sentence), 0.0, 0)]
            for sentence, group in zip(sentences, segments, strict=True)
        ]

    def _segments(self, sentence: str) -> list[str]:
        if not any(map(str.isalnum, sentence)):
            return []
        return cut(sentence, lambda text: len(self._tokenizer.encode(text)))

    def _decode(self, segments: set[str], options: Mapping[str, int]) -> dict[str, list[Hypothesis]]:
        tokens = {segment: self._tokenizer.encode(segment) for segment in sorted(segments)}
        ordered = sorted(tokens, key=lambda segment: len(tokens[segment]), reverse=True)
        results = self._results([tokens[segment] for segment in ordered], options)
        return {segment: self._read(result) for segment, result in zip(ordered, results, strict=True)}

    def _results(self, tokens: list[list[str]], options: Mapping[str, int]) -> Sequence[ctranslate2.TranslationResult]:
        prefix = self.package.prefix
        try:
            results: Sequence[ctranslate2.TranslationResult] = self._translator.translate_batch(
                tokens,
                target_prefix=[[prefix]] * len(tokens) if prefix else None,
                replace_unknowns=True,
                max_batch_size=self.placement.batch,
                batch_type="tokens",
                length_penalty=LENGTH_PENALTY,
                return_scores=True,
                **options,
            )
        except (MemoryError, RuntimeError) as error:
            raise DeviceError(str(error)) from error
        return results

    def _read(self, result: ctranslate2.TranslationResult) -> list[Hypothesis]:
        return [self._hypothesis(*found) for found in zip(result.hypotheses, result.scores, strict=True)]

    def _hypothesis(self, pieces: list[str], score: float) -> Hypothesis:
        text = self._tokenizer.decode(pieces).removeprefix(self.package.prefix).removeprefix(" ")
        length = len(pieces) + 1
        return Hypothesis(text, score * length**LENGTH_PENALTY, length, len(pieces) >= _CEILING)


def is_installed() -> bool:
    """Tell whether the translation software is there, without loading it."""
    return all(map(find_spec, ("argostranslate", "ctranslate2", "sentencepiece")))


def load(package: InstalledPackage, problems: Problems, processors: Processors = AS_THERE_ARE) -> Engine | None:
    """Load a package.

    Args:
        package: See :func:`goftogu.translation.packages.installed.choose`.
        problems: Why the package cannot be used is added; then the engine is ``None``.
        processors: Where it works, and how; without them as the environment says, or as there are.
    """
    try:
        import ctranslate2  # noqa: F401, PLC0415  heavy; asked for here, used on a device
        from argostranslate.package import Package  # noqa: PLC0415  # heavy, and makes folders in the home
    except ImportError as error:
        message = Message("the translation software is not installed: {error}", error=error.name)
        problems.add(Problem.of_file("", "A009", message, _INSTALL))
        return None
    try:
        tokenizer = Package(package.path).tokenizer
        tokenizer.encode(_PROBE)
        found = devices.load(package.path / "model", processors, problems)
    except (OSError, RuntimeError, ValueError) as error:
        problems.add(
            Problem.of_file(str(package.path), "A009", Message("cannot be loaded: {error}", error=error), HINT)
        )
        return None
    return Engine(package, tokenizer, *found) if found else None


def _across(parts: Sequence[Sequence[Hypothesis]]) -> list[Hypothesis]:
    """Join the first hypotheses of all parts, the second ones, and so on; a part that has fewer keeps its last one."""
    most = max(map(len, parts))
    return [join([part[min(rank, len(part) - 1)] for part in parts]) for rank in range(most)]


def _bare(sentence: str) -> str:
    return engine_form(sentence).replace("\u200c", "").translate(_MARKS)
