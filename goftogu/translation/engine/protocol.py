"""What every translation engine must be able to do, and what it says about a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

ARGOS: Final = "argos"
"""The name of the usual engine."""
CONVERTED: Final = "converted"
"""The name of the engine that runs converted models."""
CHAT: Final = "chat"
"""The name of the engine that asks a language model."""
BUILT_IN: Final = (ARGOS, CONVERTED, CHAT)
"""The names of the engines that come with Goftogu."""

LENGTH_PENALTY: Final = 0.2


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What the engine says about one sentence.

    Attributes:
        text: The English.
        log_probability: Of the whole sentence.
        tokens: How many tokens it has, with the one that ends it; 0 when the engine does not tell how sure it is.
        cut_off: True when the engine stopped because of its length, not because it was done.
        left_out: True when the engine could not be brought to translate the sentence.
    """

    text: str
    log_probability: float
    tokens: int
    cut_off: bool = False
    left_out: bool = False

    @property
    def score(self) -> float:
        """The score of CTranslate2: the log-probability over ``tokens ** 0.2``."""
        return self.log_probability / float(max(self.tokens, 1) ** LENGTH_PENALTY)

    @property
    def confidence(self) -> float:
        """The mean log-probability of a token: 0 is certain; it may be compared between sentences."""
        return self.log_probability / max(self.tokens, 1)


def join(hypotheses: Sequence[Hypothesis], glue: str = " ") -> Hypothesis:
    """Put the translations of parts together."""
    return Hypothesis(
        glue.join(part.text for part in hypotheses if part.text),
        sum(part.log_probability for part in hypotheses),
        sum(part.tokens for part in hypotheses),
        any(part.cut_off for part in hypotheses),
        any(part.left_out for part in hypotheses),
    )


@dataclass(frozen=True, slots=True)
class SentencePlace:
    """Where a sentence is said.

    Attributes:
        interview: Id of the interview.
        number: That of the paragraph in it.
        before: The paragraphs before it.
        after: The paragraphs after it.
    """

    interview: str
    number: int
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Translator(Protocol):
    """A loaded engine.

    Attributes:
        origin: Its name and version, as memories and pages name it.
    """

    origin: str

    def translate(self, sentences: Sequence[str], *, careful: bool = False) -> list[Hypothesis]:
        """Translate sentences.

        Args:
            sentences: Persian, in any order.
            careful: Take more care: these came out badly the first time.

        Returns:
            One hypothesis for each, in the same order.
        """
        ...

    def alternatives(self, sentences: Sequence[str]) -> list[list[Hypothesis]]:
        """Return several translations of each sentence, the best one first.

        They are looked through for settled terms. An engine that has only one translation need not define this.
        """
        return [[found] for found in self.translate(sentences)]

    def look_around(self, around: Callable[[str], SentencePlace | None]) -> None:  # noqa: ARG002  for those that define it
        """Be told what finds the place of a sentence, before it is translated.

        An engine that looks at no neighbours need not define this.

        Args:
            around: Returns where a sentence is said; ``None`` for one that is in no paragraph.
        """
        return

    def begin(self, shards: Sequence[Sequence[str]]) -> None:  # noqa: ARG002  for those that define it
        """Be told what will be translated, before the first sentence is. An engine may refuse here.

        An engine that is always ready need not define this.

        Args:
            shards: The sentences, as they will be given; never empty.
        """
        return
