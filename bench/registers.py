"""People, places and dates for a made-up archive: what its lists of names, its index and its chronology are made of.

Every third interview is with one of the people of a register that grows with the archive; the others are with a guest.
Each interview names three places and two people, a few of them often and most of them seldom, and a year.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeVar

from bench import corpus
from bench.subject import GUEST
from bench.words import FAMILY_NAMES, FIRST_NAMES, PLACES

T = TypeVar("T")

_SEED: Final = 57
_PLACES: Final = 3
_MENTIONED: Final = 2
_LATE: Final = 1300
_YEARS: Final = 100


def people(number: int) -> list[tuple[str, str, str]]:
    """Return the people of an archive: id, Persian and English name of each.

    Args:
        number: How many interviews the archive has.
    """
    pairs = [(first, family) for family in FAMILY_NAMES for first in FIRST_NAMES]
    random.Random(_SEED).shuffle(pairs)
    found = [
        (first.partition("/"), family.partition("/"))
        for first, family in pairs[: max(12, min(len(pairs), number // 8))]
    ]
    return [(f"{a[2]}-{b[2]}", f"{a[0]} {b[0]}", f"{a[2]} {b[2]}".title()) for a, b in found]


def add(root: Path) -> None:
    """Add registers to an archive that :mod:`bench.corpus` made, and name what is in them in its transcripts."""
    files = sorted((root / "content/interviews").glob("*.md"))
    known = people(len(files))
    (root / "content/people.toml").write_text("\n".join(_people(known)), encoding="utf-8")
    (root / "content/places.toml").write_text("\n".join(_places()), encoding="utf-8")
    for number, file in enumerate(files):
        file.write_text(_named(file.read_text(encoding="utf-8"), number, known), encoding="utf-8")
    for file in (root / "content/translations/en").glob("*.po"):
        file.unlink()
    corpus.translate(root, {item.id: item.turns["en"] for item in corpus.interviews(len(files))})


def _people(known: list[tuple[str, str, str]]) -> Iterator[str]:
    for name, persian, english in known:
        (first, family), (given, surname) = persian.split(" "), english.split(" ")
        names = f'name = {{ fa = "{persian}", en = "{english}" }}'
        order = f'sort = {{ fa = "{family}، {first}", en = "{surname}, {given}" }}'
        yield f"[{name}]\n{names}\n{order}\npublic = true\n"


def _places() -> Iterator[str]:
    for place in PLACES:
        persian, _, name = place.partition("/")
        yield f'[{name}]\nkind = "city"\nname = {{ fa = "{persian}", en = "{name.title()}" }}\n'


def _named(text: str, number: int, known: list[tuple[str, str, str]]) -> str:
    chance = random.Random(_SEED * 1_000_003 + number)
    words = [f"در {_often(chance, PLACES).partition('/')[0]}" for _ in range(_PLACES)]
    words += [f"با {_often(chance, known)[1]}" for _ in range(_MENTIONED)]
    words.append(f"در سال {_LATE + chance.randrange(_YEARS)}")
    head, *answers = text.split(GUEST)
    for place, said in enumerate(words):
        answers[place] = f"{said} {answers[place]}"
    if number % 3 == 0:
        head = head.replace("role: interviewee", f"role: interviewee, person: {chance.choice(known)[0]}")
    return GUEST.join((head, *answers))


def _often(chance: random.Random, choices: list[T]) -> T:
    """Return one of some choices: the first ones often, the last ones seldom."""
    return choices[int(len(choices) * chance.random() ** 3)]
