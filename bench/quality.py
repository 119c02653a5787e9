"""Measures the checks of translations: ``python -m bench.quality PAIRS…``.

Each file has good pairs, a line each: Persian, a tab, English. Into each pair faults are put, one kind at a time, by a
rule; the table tells of how many pairs the checks found something, for each kind, and how many good pairs they flag.
Without a file the pairs of the tests are taken, and the faults that were written by hand beside them.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final

from goftogu.translation.quality.flags import of_pair

CASES: Final = Path(__file__).parent.parent / "tests/cases/quality"
SEED: Final = 1

Pair = tuple[str, str]
Fault = Callable[[str, str, random.Random], str]
"""Puts a fault into the English of a pair; gives it back unchanged where there is no place for it."""

_DIGITS: Final = re.compile(r"\d+")
_NOT: Final = re.compile(r"n['’]t\b| not\b", re.IGNORECASE)
_AUXILIARY: Final = re.compile(r"\b(?:is|was|are|were|will|would|could|should|can|has|had|have)\b")
_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_PERSIAN_WORD: Final = re.compile(r"[\u0600-\u06ff]{3,}")


def _changed(pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> Fault:
    return lambda _, target, __: pattern.sub(by, target, count=1)


def _words(target: str, share: float) -> str:
    words = target.split()
    return " ".join(words[: max(1, int(len(words) * share))]).rstrip(".,;:!?")


def _doubled(_: str, target: str, chance: random.Random) -> str:
    words = target.split()
    places = [at for at, word in enumerate(words) if word.isalpha() and word.islower() and len(word) > 1]
    if not places:
        return target
    at = chance.choice(places)
    return " ".join([*words[: at + 1], *words[at:]])


def _left(source: str, target: str, chance: random.Random) -> str:
    words, found = target.split(), _PERSIAN_WORD.findall(source)
    if len(words) < 2 or not found:
        return target
    words[chance.randrange(len(words))] = chance.choice(found)
    return " ".join(words)


def _misspelt(_: str, target: str, chance: random.Random) -> str:
    words = target.split()
    places = [at for at, word in enumerate(words) if len(word) > 4 and word.isalpha() and word[1] != word[2]]
    if not places:
        return target
    at = chance.choice(places)
    word = words[at]
    words[at] = f"{word[0]}{word[2]}{word[1]}{word[3:]}"
    return " ".join(words)


def _swapped(_: str, target: str, __: random.Random) -> str:
    found = _DIGITS.findall(target)
    if len(set(found)) != 2 or len(found) != 2:
        return target
    rest = iter(reversed(found))
    return _DIGITS.sub(lambda _: next(rest), target)


def _salad(_: str, target: str, chance: random.Random) -> str:
    words = target.split()
    for at, word in enumerate(words):
        if len(word) > 3 and chance.random() < 0.5:
            words[at] = "".join(letter for letter in word if letter.lower() not in "aeiou") or word
    return " ".join(words)


FAULTS: Final[dict[str, Fault]] = {
    "empty": lambda _, __, ___: "",
    "a full stop": lambda _, __, ___: ".",
    "the Persian itself": lambda source, _, __: source,
    "a Persian word left": _left,
    "Persian digits left": lambda _, target, __: target.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
    "a Persian comma": _changed(re.compile(","), "،"),
    "an unknown piece": lambda _, target, __: target.replace(" ", " ⁇ ", 1),
    "markup": lambda _, target, __: target.replace(" ", " **", 1),
    "letters lost": _salad,
    "cut to three quarters": lambda _, target, __: _words(target, 0.75),
    "cut to half, with a stop": lambda _, target, __: _words(target, 0.5) + ".",
    "a tail that repeats": lambda _, target, __: target.rstrip(".!?") + " and so on" * 5 + ".",
    "a word doubled": _doubled,
    "two letters swapped": _misspelt,
    "a clause added": lambda _, target, __: re.sub(
        r"[.!?]?$", " and everyone there was very happy about it.", target, count=1
    ),
    "the last clause dropped": _changed(re.compile(r", [^,]+(?=[.!?]$)"), ""),
    "a name lost": _changed(_NAME, "it"),
    "a name replaced": _changed(_NAME, "Robert"),
    "another person": _changed(re.compile(r"\b(?:I|he|she|we)\b"), "they"),
    "a number changed": _changed(_DIGITS, lambda found: str(int(found[0]) + 17)),
    "two numbers swapped": _swapped,
    "a number dropped": _changed(_DIGITS, ""),
    "a number invented": lambda _, target, __: re.sub(r"[.!?]?$", " in 1931.", target, count=1),
    "million lost": _changed(re.compile(r" (?:million|billion|thousand)\b"), ""),
    "percent lost": _changed(re.compile(r"(?: ?%| per ?cent\b)"), ""),
    "money changed": _changed(re.compile(r"\$|£|€"), ""),
    "not lost": _changed(_NOT, ""),
    "not put in": _changed(_AUXILIARY, lambda found: found[0] + " not"),
    "question to statement": lambda _, target, __: target.replace("?", "."),
    "statement to question": lambda _, target, __: re.sub(r"\.$", "?", target),
}


def injected(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    """Return faulty pairs by the kind of the fault; a pair without a place for a fault has none of it."""
    chance = random.Random(SEED)
    made = {}
    for name, fault in FAULTS.items():
        faulty = [(source, fault(source, target, chance)) for source, target in pairs]
        made[name] = [new for new, old in zip(faulty, pairs, strict=True) if new != old and _counts(name, old[1])]
    others = [(source, pairs[(at + 1) % len(pairs)][1]) for at, (source, _) in enumerate(pairs)]
    return {**made, "the English of the next": others}


def _counts(name: str, target: str) -> bool:
    """Tell whether the good pair has what the fault takes away or puts in only once."""
    if name == "not lost":
        return len(_NOT.findall(target)) == 1
    return name != "not put in" or not _NOT.search(target)


def read_pairs(path: Path) -> list[Pair]:
    """Read a file of pairs; empty lines and comments are left out."""
    lines = path.read_bytes().decode().split("\n")
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [(row[-2], row[-1]) for row in rows]


def share(pairs: Iterable[Pair]) -> tuple[int, int]:
    """Return how many pairs have a flag, and how many there are."""
    found = [bool(of_pair(*pair)) for pair in pairs]
    return sum(found), len(found)


def table(name: str, pairs: Sequence[Pair]) -> list[str]:
    """Return the lines of the table of a file of good pairs."""
    kinds = {kind: share(faulty) for kind, faulty in injected(pairs).items()}
    good, total = share(pairs)
    caught, tried = map(sum, zip(*kinds.values(), strict=True))
    flagged = f"{name}: {total:,} good pairs, {good:,} flagged ({good / total:.2%})"
    lines = [f"{flagged}; {tried:,} faults put in, {caught / tried:.1%} found"]
    flags = Counter(flag for pair in pairs for flag in of_pair(*pair))
    lines += (
        [f"    flags of good pairs: {', '.join(f'{flag} {count}' for flag, count in flags.most_common())}"]
        if flags
        else []
    )
    return [
        *lines,
        *(f"  {found / number:6.1%} of {number:5,}  {kind}" for kind, (found, number) in kinds.items() if number),
    ]


def main(arguments: Sequence[str]) -> None:
    """Print a table for each file of pairs."""
    for path in map(Path, arguments or [str(CASES / "good.tsv")]):
        print("\n".join(table(path.stem, read_pairs(path))))
    if not arguments:
        found, total = share(read_pairs(CASES / "faults.tsv"))
        print(f"written by hand: {found:,} of {total:,} found ({found / total:.1%})")


if __name__ == "__main__":
    main(sys.argv[1:])
