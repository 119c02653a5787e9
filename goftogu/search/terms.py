"""Other forms of what is searched for, from the vocabularies of the archive: «SCO» also finds «سازمان همکاری شانگهای».

A term of the glossary, a topic, a person or a place has forms in both languages. A reader who types one of another
language also finds those of the language that is searched; such a term may lack what is between its first and its last
word («سازمان شانگهای»). Within a language, the forms of a name lead to each other, and so do the abbreviations and the
terms of several words that mean the same; a plain word finds its own forms only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from goftogu.content.entries import Person, Place, spellings
from goftogu.content.vocabulary import Vocabulary
from goftogu.model import Language
from goftogu.persian.folding import fold
from goftogu.search import stemming, words


class _Forms(NamedTuple):
    """The forms of one thing in both languages, and whether it is a name."""

    fa: Sequence[str]
    en: Sequence[str]
    name: bool = False


def key(text: str) -> str:
    """Return the key under which a form is looked up: its folded words, joined."""
    return fold("".join(words.plain(text)))


def forms(vocabulary: Vocabulary, language: Language, names: Collection[str] = ()) -> dict[str, tuple[str, ...]]:
    """Return what is searched for besides what a reader types.

    Args:
        vocabulary: Glossary, topics, people and places. People and places that are not public have no part in it.
        language: The language that is searched.
        names: Folded words that are names, and so no form of another word.

    Returns:
        By :func:`key`, forms in that language; none of them contains another one or what is typed.
    """
    found: dict[str, list[str]] = defaultdict(list)
    shortened: dict[str, list[str]] = defaultdict(list)
    for group in _groups(vocabulary):
        own, foreign = (group.fa, group.en) if language == Language.FA else (group.en, group.fa)
        for typed in foreign:
            found[key(typed)] += own
            shortened[_shortened(typed)] += own
        others = own if group.name else [form for form in own if _has_other_forms(form)]
        for typed in others:
            found[key(typed)] += others
    found = {**shortened, **found}
    pairs = ((typed, _shortest(held, typed, names)) for typed, held in found.items() if typed)
    return {typed: held for typed, held in pairs if held}


def _shortened(text: str) -> str:
    """Return the key of a term without what is between its first and its last word, as people say it for short."""
    said = words.plain(text)
    return fold(said[0] + said[-1]) if len(said) > 2 else ""  # noqa: PLR2004  the first, the last, something between


def _groups(vocabulary: Vocabulary) -> Iterator[_Forms]:
    for term in vocabulary.glossary.values():
        yield _Forms((term.fa,), term.en)
    for topic in vocabulary.topics.values():
        yield _Forms((topic.label.fa,), (topic.label.en,))
    for entry in chain[Person | Place](vocabulary.people.values(), vocabulary.places.values()):
        if entry.public:
            yield _Forms(tuple(spellings(entry, "fa")), tuple(spellings(entry, "en")), name=True)


def _has_other_forms(text: str) -> bool:
    """Tell whether a term is an abbreviation, or has several words."""
    return len(words.plain(text)) > 1 or (text.isupper() and len(text) > 1)


def _shortest(held: Iterable[str], typed: str, names: Collection[str]) -> tuple[str, ...]:
    """Return the forms that contain no other one, and not what is typed: those contain whatever the others find."""
    stems = {text: _stems(text, names) for text in held}
    kept: dict[tuple[str, ...], str] = {}
    for text, stemmed in sorted(stems.items(), key=lambda item: len(item[1])):
        if stemmed and not any(_contains(stemmed, other) for other in kept):
            kept[stemmed] = text
    return tuple(text for text in kept.values() if key(text) != typed)


def _stems(text: str, names: Collection[str]) -> tuple[str, ...]:
    return tuple(stemming.stem(word, names) for word in words.plain(text))


def _contains(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    size = len(shorter)
    return any(longer[at : at + size] == shorter for at in range(len(longer)))
