"""A language model as an engine: neighbouring sentences together, answers checked line by line.

A question that is not answered as it should is asked again in halves, down to a single sentence. A sentence that cannot
be had is left out, and with it its paragraph: the next run asks again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from goftogu import terminal
from goftogu.locale.message import Message
from goftogu.translation.chat import answers, asking, consent, questions
from goftogu.translation.chat.asking import End
from goftogu.translation.chat.questions import Prompt
from goftogu.translation.chat.service import ChatError, ChatMeans, key_host_of, key_of
from goftogu.translation.engine.modelled import bare, is_bare
from goftogu.translation.engine.protocol import Hypothesis, SentencePlace, Translator
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory.entry import HOUSE
from goftogu.translation.memory.keys import engine_form

LEFT_OUT: Final = Hypothesis("", 0.0, 0, left_out=True)

_LINES: Final = 20
_LETTERS: Final = 2400
_FAILURES: Final = 10
"""Sentences in a row without a usable answer, after which no more are sent."""
_FEWEST_TOKENS, _TOKENS_A_LETTER = 512, 2
_GIVEN, _RETURNED = 1.4, 0.4
"""Tokens for a letter of Persian, with rules and neighbours, and tokens of its English: estimates, rather high."""


class ChatEngine(Translator):
    """A language model that translates."""

    def __init__(self, means: ChatMeans, terms: Terminology) -> None:
        """Bind how it may be used, and the English that is settled."""
        self.origin = f"{HOUSE}{means.service.model}"
        self._means, self._terms = means, terms
        self._around: Callable[[str], SentencePlace | None] = lambda _: None
        self._failures = 0

    @classmethod
    def of(cls, means: ChatMeans, terms: Terminology) -> ChatEngine:
        """Return the engine with the key of the environment.

        Raises:
            ChatError: When there is no model, or no key where one is looked for (``A015``, ``A016``).
        """
        if not means.service.model:
            message = Message("which language model? Name it")
            raise ChatError("A016", message, Message("--model NAME, or model under [translation] in content/site.toml"))
        service = replace(means.service, key=key_of())
        return cls(replace(means, service=service, key_host=key_host_of()), terms)

    def look_around(self, around: Callable[[str], SentencePlace | None]) -> None:
        """Be told what tells where a sentence is said."""
        self._around = around

    def begin(self, shards: Sequence[Sequence[str]]) -> None:
        """Say what will be sent, and where to.

        Raises:
            ChatError: When nobody has agreed to that (``A015``).
        """
        service = self._means.service
        letters = sum(len(sentence) for shard in shards for sentence in shard)
        given, returned = round(letters * _GIVEN), round(letters * _RETURNED)
        cost = service.cost(given, returned)
        told = Message(
            "{letters:,} letters go to {host}, model {model}: about {given:,} tokens there and {returned:,} back",
            letters=letters,
            host=service.host,
            model=service.model,
            given=given,
            returned=returned,
        )
        terminal.say(Message("{told}, about {cost}", told=told, cost=cost) if cost else told)
        consent.check(self._means)

    def translate(self, sentences: Sequence[str], *, careful: bool = False) -> list[Hypothesis]:
        """Translate sentences; those that are neighbours are best given one after the other.

        Raises:
            ChatError: When the service does not answer, or not as it should (``A016``).
        """
        forms = {sentence: engine_form(sentence) for sentence in sentences}
        known = {sentence: Hypothesis(bare(sentence), 0.0, 0) for sentence in forms if is_bare(sentence)}
        for group in self._groups([sentence for sentence in forms if sentence not in known]):
            question = self._question(group, tuple(forms[sentence] for sentence in group), careful=careful)
            known |= zip(group, self._answered(question), strict=True)
        return [known[sentence] for sentence in sentences]

    def alternatives(self, sentences: Sequence[str]) -> list[list[Hypothesis]]:
        """Return nothing: the settled English is in every question already."""
        return [[] for _ in sentences]

    def _groups(self, sentences: Sequence[str]) -> Iterator[list[str]]:
        """Yield sentences that are asked for together: those of one interview, without a gap between paragraphs."""
        group: list[str] = []
        for last, sentence in pairwise(["", *sentences]):
            full = len(group) >= _LINES or sum(map(len, group)) + len(sentence) > _LETTERS
            if group and (full or not self._follows(last, sentence)):
                yield group
                group = []
            group.append(sentence)
        if group:
            yield group

    def _follows(self, last: str, sentence: str) -> bool:
        one, other = self._around(last), self._around(sentence)
        if one is None or other is None:
            return one is other
        return one.interview == other.interview and other.number - one.number in {0, 1}

    def _question(self, group: Sequence[str], lines: tuple[str, ...], *, careful: bool) -> Prompt:
        first, last = self._around(group[0]), self._around(group[-1])
        return Prompt(lines, first.before if first else (), last.after if last else (), careful)

    def _answered(self, question: Prompt) -> list[Hypothesis]:
        letters = sum(map(len, question.lines))
        asked = questions.messages(question, self._terms, self._means.instructions)
        answer = asking.ask(self._means.service, asked, _FEWEST_TOKENS + _TOKENS_A_LETTER * letters)
        found = answers.read(answer.text, len(question.lines)) if answer.end is End.DONE else None
        if found is not None:
            self._failures = 0
            return [Hypothesis(text, 0.0, 0) for text in found]
        if len(question.lines) > 1:
            return [one for half in question.halves() for one in self._answered(half)]
        self._count_failure()
        return [LEFT_OUT]

    def _count_failure(self) -> None:
        self._failures += 1
        if self._failures >= _FAILURES:
            model = self._means.service.model
            message = Message("{model} does not answer as it is asked to", model=model)
            raise ChatError("A016", message, Message("no more is sent; take another model"))
