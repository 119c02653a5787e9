"""Suggests people for ``people.toml``: who speaks, whom an introduction names, and who is addressed by a title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from goftogu.content.entries import spellings
from goftogu.content.vocabulary import Vocabulary
from goftogu.index.pasting import Pasting, quoted
from goftogu.index.senses import HONORIFICS, without_honorifics
from goftogu.model import Interview
from goftogu.persian.folding import fold
from goftogu.transcripts import labels
from goftogu.transcripts.rough import people

_TITLED: Final = re.compile(
    r"(?<!\w)(?P<title>آقای|خانم|دکتر|مهندس|استاد)\s(?P<name>[^\W\d_][\w\u200c]+(?:\s[^\W\d_][\w\u200c]+)?)"
)
_IDLE: Final = frozenset(
    map(
        fold,
        "و در به از که را با این آن هم است بود شد می ما شما او من چه چرا تا یا اما ولی نیز باید عزیز محترم".split(),
    )
)
_TWICE: Final = 2
_PLACES: Final = 4


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody who may become an entry.

    Attributes:
        name: As it stands in the text.
        why: How the name was found.
        places: Where, as ``interview#turn``.
    """

    name: str
    why: str
    places: tuple[str, ...]


def suggest(interviews: Iterable[Interview], vocabulary: Vocabulary) -> list[FoundPerson]:
    """Return the people whom nobody has entered: speakers first, then names of introductions, then those with a title.

    Args:
        interviews: All interviews of the archive.
        vocabulary: Who is known already.
    """
    known = {fold(name) for person in vocabulary.people.values() for name in spellings(person, "fa")}
    found: dict[str, FoundPerson] = {}
    for name, why, place in _names(interviews):
        key = fold(without_honorifics(name))
        if not key or key in known or key in HONORIFICS:
            continue
        before = found.get(key, FoundPerson(name, why, ()))
        found[key] = FoundPerson(before.name, before.why, (*before.places, place))
    return [one for one in found.values() if one.why != _ADDRESSED or len(one.places) >= _TWICE]


def fragment(found: Iterable[FoundPerson], pasting: Pasting) -> str:
    """Write suggestions as TOML to paste into ``people.toml``."""
    return "\n".join(_entry(one, pasting) for one in found)


_SPEAKS: Final = "speaks"
_NAMED: Final = "named in the introduction"
_ADDRESSED: Final = "named with a title"


def _names(interviews: Iterable[Interview]) -> Iterator[tuple[str, str, str]]:
    interviews = list(interviews)
    for interview in interviews:
        for speaker in interview.speakers.values():
            if not speaker.person and labels.role_of(speaker.label) is None and len(speaker.label) > 1:
                turn = next(turn.id for turn in interview.turns if turn.speaker == speaker.label)
                yield speaker.label, _SPEAKS, f"{interview.id}#{turn}"
    for interview in interviews:
        for unit in (interview.title, *interview.front()):
            yield from ((name, _NAMED, f"{interview.id}#{unit.id}") for name in people.offered([unit.reading]))
    yield from ((name, _ADDRESSED, place) for name, place in _titled(interviews))


def _titled(interviews: Iterable[Interview]) -> Iterator[tuple[str, str]]:
    """Yield the names after a title; a second word belongs to the name when it always stands there."""
    found = [
        (match["title"], match["name"].split(), f"{interview.id}#{unit.id}")
        for interview in interviews
        for unit in interview.units()
        for match in _TITLED.finditer(unit.reading)
        if fold(match["name"].split()[0]) not in _IDLE
    ]
    firsts = Counter(words[0] for _, words, _ in found)
    whole = Counter(" ".join(words) for _, words, _ in found)
    for title, words, place in found:
        name = " ".join(words)
        yield f"{title} {name if whole[name] == firsts[words[0]] >= _TWICE else words[0]}", place


def _entry(one: FoundPerson, pasting: Pasting) -> str:
    bare = without_honorifics(one.name)
    english = pasting.english(bare)
    both = f", en = {quoted(english)}" if pasting.translated else ""
    keys = {"name": f"{{fa = {quoted(bare)}{both}}}"}
    if bare != one.name:
        keys["aliases"] = f"{{fa = [{quoted(one.name)}]}}"
    return pasting.entry([f"{one.why}: {', '.join(one.places[:_PLACES])}"], keys, english)
