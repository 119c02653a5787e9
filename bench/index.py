"""Measures the index against a floor in one run: ``python -m bench.index [--interviews 1000] [--megabytes 4]``.

The floor is one pass of a regular expression that splits the same text into words. The matcher is measured on made-up
text, with 200 topics and 2,000 triggers, from sparse to dense; “new” is a first pass, in which it meets every word for
the first time, “warm” a second one. Ten times as many triggers should cost less than twice the time. The whole index
(topics, people, places and dates) is measured on made-up interviews with 60 topics. Times are those of the processor,
and the best of several trials counts.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Callable, Sequence
from functools import partial

from bench import corpus
from bench.words import TOPICS
from goftogu.content.vocabulary import Topic, Vocabulary
from goftogu.index import index as index_index
from goftogu.index.matching import Matcher
from goftogu.model import Bilingual, Interview, Source
from goftogu.problems import Problems
from goftogu.transcripts import read as transcript_read

_WORD = re.compile(r"\w+")
_LETTERS = "ابپتجچخدرزسشفقکگلمنوهی"
_TOPICS = 200
_TRIGGERS = 2_000
_TRIALS = 3
_PARAGRAPH = 60
_SEED = 1404
_DENSITIES = (0.02, 0.2, 0.6, 0.9)
"""How likely a word is to be a trigger."""


def phrases(number: int) -> list[tuple[str, int]]:
    """Return made-up triggers of one to three words, each with a topic; the first ones are the same for any number."""
    chance = random.Random(_SEED)
    made = []
    for index in range(number):
        words = ("".join(chance.choices(_LETTERS, k=chance.randint(3, 7))) for _ in range(chance.choice((1, 1, 2, 3))))
        made.append((" ".join(words), index % _TOPICS))
    return made


def text(triggers: Sequence[tuple[str, int]], density: float, size: int) -> list[str]:
    """Return paragraphs of about ``size`` bytes, in which a word is one of the triggers now and then."""
    chance = random.Random(_SEED)
    others = ["".join(chance.choices(_LETTERS, k=chance.randint(2, 7))) for _ in range(6_000)]
    said: list[str] = []
    while size > 0:
        found = chance.choice(triggers)[0] if chance.random() < density else chance.choice(others)
        said.append(found + chance.choice(("", "", "", "\u200cها", "ی", "،")))
        size -= 2 * len(said[-1]) + 1
    return [" ".join(said[start : start + _PARAGRAPH]) for start in range(0, len(said), _PARAGRAPH)]


def best(work: Callable[[], object], trials: int = _TRIALS) -> float:
    """Return the seconds of the fastest of some trials."""
    seconds = []
    for _ in range(trials):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def passes(number: int, paragraphs: Sequence[str]) -> tuple[float, float]:
    """Return the seconds of a first and of a second pass, the best of several trials, each with a fresh matcher."""
    seconds = []
    for _ in range(_TRIALS):
        found = Matcher(phrases(number))
        seconds.append([best(partial(_read, found, paragraphs), trials=1) for _ in range(2)])
    new, warm = map(min, zip(*seconds, strict=True))
    return new, warm


def _read(matcher: Matcher[int], paragraphs: Sequence[str]) -> int:
    return sum(len(matcher.find(paragraph)) for paragraph in paragraphs)


def matcher(density: float, size: int) -> str:
    """Measure the matcher; return a row of the table."""
    paragraphs = text(phrases(_TRIGGERS), density, size)
    megabytes = sum(len(paragraph.encode()) for paragraph in paragraphs) / 1e6
    words = sum(len(_WORD.findall(paragraph)) for paragraph in paragraphs)
    floor = best(lambda: [_WORD.findall(paragraph) for paragraph in paragraphs])
    hits = _read(Matcher(phrases(_TRIGGERS)), paragraphs) / words
    rates = (f"{megabytes / seconds:.1f} MB/s, {seconds / floor:.1f} ×" for seconds in passes(_TRIGGERS, paragraphs))
    return f"| {_TRIGGERS:,} triggers, {hits:.2f} hits a word | {' | '.join(rates)} |"


def growth(density: float, size: int) -> str:
    """Compare ten times the triggers with the usual number of them on the same text; return a row of the table."""
    paragraphs = text(phrases(_TRIGGERS), density, size)
    few, many = (passes(number, paragraphs) for number in (_TRIGGERS, 10 * _TRIGGERS))
    ratios = (f"{more / less:.2f} × the time" for more, less in zip(many, few, strict=True))
    return f"| ten times the triggers on the same text ({density:.0%} of its words) | {' | '.join(ratios)} |"


def archive(number: int) -> list[Interview]:
    """Return made-up interviews, read."""
    made = (
        transcript_read.read_transcript(
            Source(f"content/interviews/{item.id}.md", b"", corpus.transcript(item)), str, Problems()
        )
        for item in corpus.interviews(number)
    )
    return [interview for interview in made if interview is not None]


def whole(number: int) -> str:
    """Measure the whole index; return a row of the table."""
    interviews = archive(number)
    topics = (
        Topic(corpus.topic_id(place), Bilingual("", ""), triggers=(corpus.topic_word(place),), line=0)
        for place in range(len(TOPICS))
    )
    vocabulary = Vocabulary({topic.id: topic for topic in topics})
    texts = [paragraph.reading for interview in interviews for turn in interview.turns for paragraph in turn.paragraphs]
    floor = best(lambda: [_WORD.findall(paragraph) for paragraph in texts])
    seconds = best(lambda: index_index.build(interviews, vocabulary, Problems()))
    rate = f"{seconds:.2f} s, {seconds / floor:.1f} ×"
    return f"| {number:,} interviews, {sum(len(item.encode()) for item in texts) / 1e6:.1f} MB | {rate} | |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.index", description=__doc__)
    parser.add_argument("--interviews", type=int, default=1_000, help="size of the made-up archive")
    parser.add_argument("--megabytes", type=float, default=4, help="size of the text for the matcher")
    options = parser.parse_args()
    size = round(options.megabytes * 1e6)
    print("× is the ratio to the floor.\n\n| what | new | warm |\n|---|---|---|")
    for density in _DENSITIES:
        print(matcher(density, size), flush=True)
    for density in _DENSITIES:
        print(growth(density, size), flush=True)
    print(whole(options.interviews))


if __name__ == "__main__":
    main()
