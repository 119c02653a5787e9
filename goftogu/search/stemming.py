"""Which forms of the archive are found together: each form under its stem, and where a reader's word must not lead.

Persian words go by :mod:`goftogu.persian.inflection`, Latin ones by the English stemmer of
`Snowball <https://snowballstem.org/>`_. The script of the search has no list of words. It looks a word up, and what is
left of it without endings; so the index also has the words of the list that would be led astray, with where they
belong, or nowhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Final

import snowballstemmer

from goftogu.persian import endings, inflection
from goftogu.persian.remembering import Remembered

_HE: Final = "ه"
_PREFIXED: Final = frozenset("بمن")
"""First letters of the prefixes of verbs."""

_BEGINNING: Final = 2
"""First letters by which listed words are sorted."""

_NOWHERE: Final = ""


@cache
def _stemmer() -> Remembered[str, str]:
    return Remembered(snowballstemmer.stemmer("english").stemWord, 200_000)


def stem(word: str, names: Collection[str] = ()) -> str:
    """Return what all forms of a folded word have in common.

    Args:
        word: A folded word.
        names: Words that are names, and so no form of another.
    """
    if word.isascii():
        return _stemmer()[word]
    return word if word in names else inflection.load().lemma(word)


def groups(words: Iterable[str], names: Collection[str] = ()) -> dict[str, list[str]]:
    """Return the words of an archive by their stems, both in order."""
    found = defaultdict(list)
    for word in sorted(words):
        found[stem(word, names)].append(word)
    return dict(sorted(found.items()))


def candidates(word: str) -> Iterator[str]:
    """Yield what the script looks up when an archive has not a word itself, in this order.

    Stems of verbs end in ``<`` or ``>``; only :func:`signposts` have them.
    """
    if word.isascii():
        yield _stemmer()[word]
        return
    nouns, verbs = endings.nouns(word), endings.verbs(word)
    yield from chain(verbs, nouns) if word.startswith(endings.CONTINUOUS) else chain(nouns, verbs)


def signposts(found: Mapping[str, Collection[str]], names: Collection[str] = ()) -> dict[str, str]:
    """Return where words lead that the script would not find by itself.

    Args:
        found: From :func:`groups`.
        names: As there.

    Returns:
        For a word, a stem of ``found``, or nothing: then the archive has no form of it, though it looks so.
    """
    known = inflection.load()
    posts = {part: verb for part, verb in known.stems.items() if verb in found}
    own = {word: goal for goal, words in found.items() for word in words}
    for word in chain(own, _alluring(found, own, tuple(posts))):
        if word.isascii() or word in found:
            continue
        goal = stem(word, names)
        goal = goal if goal in found else _NOWHERE
        if _followed(word, found, own, posts) != goal:
            posts[word] = goal
    for word in found:
        if (other := word + _HE) in known.listed and other not in own and other not in found:
            posts.setdefault(other, _NOWHERE)
    return dict(sorted(posts.items()))


def _alluring(found: Collection[str], own: Collection[str], verbs: Collection[str]) -> Iterator[str]:
    """Yield listed words that the archive has not, and that begin like a word of it, or look like a form of a verb."""
    starts = {word.removesuffix(_HE) for word in found} | {verb[:-1] for verb in verbs}
    begun = _by_beginning()
    for beginning in sorted({start[:_BEGINNING] for start in starts}):
        for word in begun.get(beginning, ()):
            if word not in own and any(word[:end] in starts for end in range(_BEGINNING, len(word))):
                yield word
    yield from (word for word in _irregular() if word not in own)
    yield from (word for verb in verbs for word in _verbal().get(verb, ()) if word not in own)


def _irregular() -> Iterable[str]:
    return inflection.load().irregular


@cache
def _by_beginning() -> dict[str, list[str]]:
    """Return the listed words by their first letters."""
    found = defaultdict(list)
    for word in inflection.load().listed:
        found[word[:_BEGINNING]].append(word)
    return found


@cache
def _verbal() -> dict[str, list[str]]:
    """Return the listed words that look like forms of verbs with a prefix, by the stems of these."""
    known, found = inflection.load(), defaultdict(list)
    for word in known.listed:
        if word[0] in _PREFIXED:
            for verb in filter(known.stems.__contains__, endings.verbs(word)):
                found[verb].append(word)
    return found


def _followed(word: str, found: Collection[str], own: Mapping[str, str], posts: Mapping[str, str]) -> str:
    """Return where the script is led without further signposts."""
    for candidate in candidates(word):
        if candidate in found:
            return candidate
        if candidate in own or candidate in posts:
            return own.get(candidate) or posts[candidate]
    return _NOWHERE
