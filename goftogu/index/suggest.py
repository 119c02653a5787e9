"""Suggests headings for the topic index: the terms that distinguish one exchange from the others.

The weight of a term is its TF-IDF (Spärck Jones, 1972) with the exchange as the document, a little higher for what is
asked about and for what both sides speak of, a little lower for two words that occur together more than once. Words are
counted under their lemma; stopwords, verbs, names, and whatever the vocabulary finds already are left out. The factors
were chosen on an interview with 15 headings: two terms from each exchange then lead to 11 of them, and a name to one.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from goftogu.content.entries import spellings
from goftogu.content.vocabulary import Vocabulary
from goftogu.index import idle_words
from goftogu.index.matching import Matcher
from goftogu.index.pasting import Pasting, quoted
from goftogu.index.senses import HONORIFICS, without_honorifics
from goftogu.index.topics import context
from goftogu.model import Exchange, Interview, Role, Turn
from goftogu.persian import lemmas
from goftogu.persian.folding import fold

_WORD: Final = re.compile(r"(?<!\w)[\u0621-\u064a\u066e-\u06d3\u06d5\u200c\u064b-\u0652]{3,}(?!\w)")
"""A word in Persian letters; those of other scripts are no Persian headings."""
_TANWIN: Final = ("اً", "ًا")
_ASKED: Final = 1.15
_SHARED: Final = 1.3
_PAIR: Final = 0.8


class Grammar(NamedTuple):
    """What must be known of the language.

    Attributes:
        lemma: Gives the lemma of a word; that of a verb has a ``#`` between its stems.
        stopwords: Folded words that say nothing, or nothing in particular.
    """

    lemma: Callable[[str], str]
    stopwords: frozenset[str]


@dataclass(frozen=True, slots=True)
class TermPlace:
    """Where a term was weighed.

    Attributes:
        interview: Id of the interview.
        turn: Id of the turn where it first occurs in the exchange.
        line: What precedes it, the term, and what follows it.
    """

    interview: str
    turn: str
    line: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A term that might become a heading.

    Attributes:
        term: The lemma, or two of them.
        score: Its weight in all exchanges for which it is suggested.
        places: One for each of them.
    """

    term: str
    score: float
    places: tuple[TermPlace, ...]


class _Use(NamedTuple):
    times: int
    asked: bool
    shared: bool
    place: TermPlace

    def weight(self) -> float:
        """Return the frequency of the term, with what raises it."""
        return self.times * (_ASKED if self.asked else 1.0) * (_SHARED if self.shared else 1.0)


def grammar() -> Grammar:
    """Read lemmas and words that are no headings.

    Raises:
        ModuleNotFoundError: hazm is not installed.
    """
    return Grammar(lemmas.load().lemma, idle_words.load())


def rank(
    interviews: Sequence[Interview], vocabulary: Vocabulary, language: Grammar, each: int
) -> tuple[Candidate, ...]:
    """Rank the terms that might become headings.

    Args:
        interviews: All interviews of the archive.
        vocabulary: What is indexed already.
        language: See :func:`grammar`.
        each: How many terms to take from each exchange.

    Returns:
        The terms, the weightiest first.
    """
    reader = _TermReader(interviews, vocabulary, language)
    documents = [reader.uses(interview, exchange) for interview in interviews for exchange in interview.exchanges]
    spread = Counter(term for document in documents for term in document)

    def rarity(term: str) -> float:
        return math.log((1 + len(documents)) / spread[term]) * (_PAIR if " " in term else 1.0)

    found: dict[str, list[tuple[float, TermPlace]]] = {}
    for document in documents:
        weighed = {term: use.weight() * rarity(term) for term, use in document.items()}
        for term in sorted(_apart(document), key=lambda term: (-weighed[term], term))[:each]:
            found.setdefault(term, []).append((weighed[term], document[term].place))
    candidates = (
        Candidate(term, sum(score for score, _ in uses), tuple(place for _, place in uses))
        for term, uses in found.items()
    )
    return tuple(sorted(candidates, key=lambda candidate: (-candidate.score, candidate.term)))


def fragment(candidates: Iterable[Candidate], pasting: Pasting) -> str:
    """Write candidates as TOML to paste into ``topics.toml``."""
    return "\n".join(_heading(candidate, pasting) for candidate in candidates)


def _heading(candidate: Candidate, pasting: Pasting) -> str:
    places = [f"{place.interview}#{place.turn}: {' '.join(''.join(place.line).split())}" for place in candidate.places]
    term, english = quoted(candidate.term), pasting.english(candidate.term)
    both = {"en": quoted(english)} if pasting.translated else {}
    return pasting.entry(places, {"fa": term, **both, "triggers": f"[{term}]"}, english)


class _TermReader:
    def __init__(self, interviews: Iterable[Interview], vocabulary: Vocabulary, language: Grammar) -> None:
        phrases = [phrase for topic in vocabulary.topics.values() for phrase in (*topic.triggers, *topic.mentions)]
        people = [name for person in vocabulary.people.values() for name in spellings(person, "fa")]
        people += [name for place in vocabulary.places.values() for name in spellings(place, "fa")]
        labels = {without_honorifics(label) for interview in interviews for label in interview.speakers}
        self._known = Matcher((phrase, None) for phrase in (*phrases, *people, *sorted(labels)))
        self._language = language
        self._lemmas: dict[str, str] = {}

    def uses(self, interview: Interview, exchange: Exchange) -> dict[str, _Use]:
        """Return the terms of an exchange, each with its first place."""
        turns = [turn for turn in interview.turns if turn.id in exchange.turns]
        uses: dict[str, _Use] = {}
        for turn in turns:
            asked = turn is turns[0] and interview.speakers[turn.speaker].role == Role.INTERVIEWER
            for term, line in self._terms(turn):
                use = uses.get(term, _Use(0, asked, shared=False, place=TermPlace(interview.id, turn.id, line)))
                uses[term] = use._replace(times=use.times + 1, shared=use.shared or use.place.turn != turn.id)
        return {term: use for term, use in uses.items() if " " not in term or use.times > 1}

    def _terms(self, turn: Turn) -> Iterator[tuple[str, tuple[str, str, str]]]:
        for paragraph in turn.paragraphs:
            text = paragraph.reading
            known = [(start, end) for start, end, _ in self._known.find(text)]
            before, begun, edge = "", 0, 0
            for word in _WORD.finditer(text):
                start, end = word.span()
                hidden = any(first < end and start < last for first, last in known)
                lemma = "" if hidden else self._lemma(word[0])
                if lemma:
                    yield lemma, context(text, start, end)
                if lemma and before and not text[edge:start].strip():
                    yield f"{before} {lemma}", context(text, begun, end)
                before, begun, edge = lemma, start, end

    def _lemma(self, word: str) -> str:
        """Return the lemma of a word that can be a heading; empty for all others."""
        if word not in self._lemmas:
            lemma = self._language.lemma(word)
            adverb = word.endswith(_TANWIN)
            idle = adverb or "#" in lemma or fold(word) in HONORIFICS
            stops = not self._language.stopwords.isdisjoint({fold(word), fold(lemma)})
            self._lemmas[word] = "" if idle or stops else lemma
        return self._lemmas[word]


def _apart(document: dict[str, _Use]) -> Iterator[str]:
    """Yield the terms without those that occur only in a pair which is a term itself."""
    pairs = {part: use.times for term, use in document.items() for part in term.split(" ") if " " in term}
    for term, use in document.items():
        if use.times > pairs.get(term, 0):
            yield term
