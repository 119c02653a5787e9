"""An engine that runs a model of CTranslate2, whatever made it: many sentences at a time.

All sentences are deduplicated, sorted by length and decoded in batches, with the same parameters, so that equal
sentences give equal text. Families of models differ in their :class:`Tokenizer` and their :class:`Manner`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from goftogu.translation.engine.devices import DeviceError
from goftogu.translation.engine.processors import Placement
from goftogu.translation.engine.protocol import Hypothesis, Translator, join
from goftogu.translation.engine.split import cut
from goftogu.translation.memory.keys import engine_form

if TYPE_CHECKING:
    import ctranslate2

_WIDER: Final = 2
_ALTERNATIVES: Final = 4
_NO_REPEAT: Final = 4
_CEILING: Final = 256
_MARKS: Final = str.maketrans("؟،؛«»", "?,;“”")


class Tokenizer(Protocol):
    """Splits texts into the pieces of a model, and puts pieces together."""

    def encode(self, sentence: str) -> list[str]:
        """Return the pieces of a Persian sentence, without the tokens around it."""
        ...

    def decode(self, tokens: list[str]) -> str:
        """Return the English of pieces."""
        ...


@dataclass(frozen=True, slots=True)
class Manner:
    """How a family of models is asked.

    Attributes:
        before: Tokens before the pieces of a sentence.
        after: Tokens after them.
        prefix: Token that every translation begins with, or empty.
        length_penalty: Power of the length by which scores are divided, as the family is usually decoded.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    prefix: str = ""
    length_penalty: float = 1.0


class ModelEngine(Translator):
    """A loaded model. Load one in a process, and do not fork the process afterwards: the child would hang."""

    def __init__(
        self,
        origin: str,
        tokenizer: Tokenizer,
        manner: Manner,
        translator: ctranslate2.Translator,
        placement: Placement,
    ) -> None:
        """Bind what was loaded, and how it works."""
        self.origin = origin
        self.placement = placement
        self.manner = manner
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
            _across([known[segment] for segment in group]) if group else [Hypothesis(bare(sentence), 0.0, 0)]
            for sentence, group in zip(sentences, segments, strict=True)
        ]

    def _segments(self, sentence: str) -> list[str]:
        if is_bare(sentence):
            return []
        return cut(sentence, lambda text: len(self._tokenizer.encode(text)))

    def _decode(self, segments: set[str], options: Mapping[str, int]) -> dict[str, list[Hypothesis]]:
        tokens = {segment: self._around(self._tokenizer.encode(segment)) for segment in sorted(segments)}
        ordered = sorted(tokens, key=lambda segment: len(tokens[segment]), reverse=True)
        results = self._results([tokens[segment] for segment in ordered], options)
        return {segment: self._read(result) for segment, result in zip(ordered, results, strict=True)}

    def _around(self, pieces: list[str]) -> list[str]:
        return [*self.manner.before, *pieces, *self.manner.after]

    def _results(self, tokens: list[list[str]], options: Mapping[str, int]) -> Sequence[ctranslate2.TranslationResult]:
        prefix = self.manner.prefix
        try:
            results: Sequence[ctranslate2.TranslationResult] = self._translator.translate_batch(
                tokens,
                target_prefix=[[prefix]] * len(tokens) if prefix else None,
                replace_unknowns=True,
                max_batch_size=self.placement.batch,
                batch_type="tokens",
                length_penalty=self.manner.length_penalty,
                return_scores=True,
                **options,
            )
        except (MemoryError, RuntimeError) as error:
            raise DeviceError(str(error)) from error
        return results

    def _read(self, result: ctranslate2.TranslationResult) -> list[Hypothesis]:
        return [self._hypothesis(*found) for found in zip(result.hypotheses, result.scores, strict=True)]

    def _hypothesis(self, pieces: list[str], score: float) -> Hypothesis:
        length = len(pieces) + 1
        text = self._tokenizer.decode(pieces).removeprefix(self.manner.prefix).removeprefix(" ")
        return Hypothesis(text, score * length**self.manner.length_penalty, length, len(pieces) >= _CEILING)


def is_bare(sentence: str) -> bool:
    """Tell whether a sentence has neither a letter nor a digit: no engine gets it."""
    return not any(map(str.isalnum, sentence))


def bare(sentence: str) -> str:
    """Return the English of a sentence that no engine gets: its signs as English has them."""
    return engine_form(sentence).replace("\u200c", "").translate(_MARKS)


def _across(parts: Sequence[Sequence[Hypothesis]]) -> list[Hypothesis]:
    """Join the first hypotheses of all parts, the second ones, and so on; a part that has fewer keeps its last one."""
    most = max(map(len, parts))
    return [join([part[min(rank, len(part) - 1)] for part in parts]) for rank in range(most)]
