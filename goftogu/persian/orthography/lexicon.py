"""The word list behind the half-spaces, compiled once and kept in a cache.

The words come from the lists of hazm and from those in ``data/``. The name of the cached lexicon holds a digest of all
that it was made of, so that it never has to be asked whether it is still good. It does not depend on the rest of the
program, so it lasts longer than what a build keeps.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from goftogu.persian import wordlists
from goftogu.persian.orthography.letters import ZWNJ, fold, normal
from goftogu.storage.cache import Cache

_VERSION = "4"
_OWN = Path(__file__).parent / "data"
_HAZM_FILES = ("words.dat", "verbs.dat")
_OWN_FILES = ("verbs.txt", "joined.txt", "words.txt", "spellings.txt", "pairs.txt")
_LISTS = (
    "bound",
    "demonstrated",
    "free-bound",
    "free-tails",
    "heads",
    "measures",
    "names",
    "no-ezafe",
    "plural-first",
    "singular-first",
    "tails",
)
_UNCLASSED = "0"
"""What a word without a part of speech has in place of it; most have none."""
_COMPARED = frozenset({"AJ", "ADV"})
_DEGREE = "تر"
_LIKE_TAILS = (_DEGREE, "فر", "لو")
_SOUNDED_AN = re.compile("و?ان(?=(د|ست)?$)").sub
_MISSPELT = ("گر", "گری", "گاه", "گاهی", "بان", "بانی", "مند", "مندی", "مندانه", "ور", "ناک", "چی", "ستان")
"""Endings that are written joined, though the word list sets some of them apart."""


class Lexicon(NamedTuple):
    """Folded words and what is known of them.

    Attributes:
        spellings: Folded word to its spelling with half-spaces.
        words: Words with a part of speech, and all that are written joined.
        wholes: Words that are listed as written joined though they look like compounds.
        degrees: Adjectives and adverbs: those that can be compared.
        past: Past stems of verbs.
        present: Present stems of verbs.
        pairs: Compounds, with half-spaces, that are one word also where blanks are typed.
        lists: The other lists of ``data/`` by their names.
    """

    spellings: dict[str, str]
    words: frozenset[str]
    wholes: frozenset[str]
    degrees: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    pairs: frozenset[str]
    lists: dict[str, frozenset[str]]


class _ListedWord(NamedTuple):
    """A word of a list, its key, and its parts of speech."""

    text: str
    key: str
    parts: frozenset[str]


def load(cache_dir: Path | None = None) -> Lexicon:
    """Load the lexicon from its cache, or compile it and write the cache.

    Args:
        cache_dir: Where the cache lies. A cache that is missing, damaged or cannot be written is no obstacle.

    Raises:
        ModuleNotFoundError: hazm is not installed.
    """
    sources = [path.read_bytes() for path in _sources()]
    name = f"lexicon-{_digest(sources)}"
    with Cache(cache_dir) as cache:
        known = cache.take(name, Lexicon)
        if known is not None:
            return known
        lexicon = _compile(sources)
        cache.keep(name, lexicon)
    return lexicon


def _sources() -> list[Path]:
    return (
        [wordlists.path(name) for name in _HAZM_FILES]
        + [_OWN / name for name in _OWN_FILES]
        + [_OWN / f"{name}.txt" for name in _LISTS]
    )


def _digest(sources: Iterable[bytes]) -> str:
    digest = hashlib.blake2b(f"{_VERSION}|{sys.implementation.cache_tag}".encode(), digest_size=10)
    for source in sources:
        digest.update(source)
    return digest.hexdigest()


def _compile(sources: Iterable[bytes]) -> Lexicon:
    words, *others = (source.decode() for source in sources)
    verbs, *own = (text.splitlines() for text in others)
    more_verbs, joined, more_words, spellings, pairs, *lists = (list(_entries(lines)) for lines in own)
    classed, unclassed = _listed_words(words)
    known, found = _read_words(classed)
    named = {name: frozenset(map(fold, words)) for name, words in zip(_LISTS, lists, strict=True)}
    keep = {fold(word) for word in joined}
    set_apart = {fold(word): normal(word) for word in spellings}
    listed = {key: _respelt(spelling, set_apart) for key, spelling in found.items() if key not in keep} | set_apart
    past, present = _read_verbs([*verbs, *more_verbs])
    return Lexicon(
        listed,
        frozenset((known | keep | {fold(word) for word in more_words}) - listed.keys()),
        frozenset(_wholes(unclassed, classed, named["tails"]) - listed.keys()),
        frozenset(word.key for word in classed if word.parts & _COMPARED),
        frozenset(past),
        frozenset(present),
        frozenset(map(normal, pairs)),
        named,
    )


def _entries(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("#"):
            yield from line.split()


def _listed_words(text: str) -> tuple[list[_ListedWord], list[str]]:
    """Return the words of hazm's list: those with a part of speech or a half-space, and the others."""
    fields = text.replace("\n", "\t").split("\t")  # a word, how often it is used, what it is
    words, tags = fields[::3], fields[2::3]
    parts = {tag: frozenset(tag.split(",")) for tag in set(tags)}
    classed = [
        _ListedWord(word, fold(word), parts[tag])
        for word, tag in zip(words, tags, strict=False)
        if tag != _UNCLASSED or ZWNJ in word
    ]
    others = [word for word, tag in zip(words, tags, strict=False) if tag == _UNCLASSED and ZWNJ not in word]
    return classed, others


def _read_words(classed: Iterable[_ListedWord]) -> tuple[set[str], dict[str, str]]:
    """Return the folded words that are written joined, and the spellings of the others."""
    known: set[str] = set()
    spellings: dict[str, str] = {}
    for word in classed:
        if ZWNJ in word.text:
            spellings[word.key] = _mended(word.text)
        else:
            known.add(word.key)
    apart = {key: spelling for key, spelling in spellings.items() if ZWNJ in spelling}
    return known | (spellings.keys() - apart.keys()), apart


def _wholes(unclassed: Iterable[str], classed: Iterable[_ListedWord], tails: Iterable[str]) -> set[str]:
    """Return the words without a part of speech that end like a compound or a degree, and are neither."""
    wanted: dict[str, tuple[str, ...]] = {}  # to ask every word for every tail takes long
    for tail in (*tails, *_LIKE_TAILS):
        wanted[tail[-2:]] = (*wanted.get(tail[-2:], ()), tail)
    bare = {fold(word) for word in unclassed if word[-2:] in wanted and word.endswith(wanted[word[-2:]])}
    compared = {word.key for word in classed if "ADV" in word.parts or word.parts == {"AJ"}}
    return {word for word in bare if not (word.endswith(_DEGREE) and word[: -len(_DEGREE)] in compared)}


def _respelt(spelling: str, own: dict[str, str]) -> str:
    """Spell the parts of a compound as they are spelled alone."""
    return ZWNJ.join(own.get(part, part) for part in spelling.split(ZWNJ))


def _mended(word: str) -> str:
    spelling = normal(word)
    head, _, tail = spelling.rpartition(ZWNJ)
    wrong = len(tail) == 1 or (tail in _MISSPELT and not head.endswith("ه"))
    return head + tail if head and wrong else spelling


def _read_verbs(lines: Iterable[str]) -> tuple[set[str], set[str]]:
    past: set[str] = set()
    present: set[str] = set()
    for line in lines:
        former, _, latter = line.partition("#")
        past.add(fold(former.removesuffix("ن") if former.endswith(("دن", "تن")) else former))
        present.update(fold(stem) for stem in latter.split() if stem != "یا")
    past.discard("")
    past.update(stem + ending for stem in present for ending in ("اند", "انید"))
    present.update({stem + "ان" for stem in present})
    return past | {_spoken(stem) for stem in past}, present | {_spoken(stem) for stem in present}


def _spoken(stem: str) -> str:
    """Say ون for ان, as Tehran does: «خوندم», «می‌تونم»."""
    return _SOUNDED_AN("ون", stem)
