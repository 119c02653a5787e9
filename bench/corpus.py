"""A made-up archive for measuring, ``python -m bench.corpus ROOT NUMBER``: the same number gives the same bytes.

Each interview has 30 turns (a question of some 120 characters, an answer of some 370), about 7,500 characters in each
language, five topics of sixty, and a translation memory without gaps. The same texts are written once more, as plain as
can be, for the floor.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bench import ADDRESS, NEUTRAL
from bench.words import ENGLISH, PERSIAN, TOPICS
from goftogu.problems import Problems
from goftogu.transcripts import archive
from goftogu.translation.memory import store
from goftogu.translation.memory.memory import Memory, Unit

TEMPLATES: Final = Path(__file__).parents[1] / "templates"

_SEED: Final = 1404
_TURNS: Final = 30
_LENGTHS: Final = (120, 370)
_LABELS: Final = {"fa": ("مجری", "مهمان"), "en": ("Interviewer", "Guest")}
_FIRST_DAY: Final = date(2010, 1, 1)
_SITE: Final = f"""\
url = "{ADDRESS}"
[title]
fa = "بایگانی آزمایشی"
en = "A made-up archive"
[description]
fa = "برای اندازه‌گیری"
en = "For measuring"
"""


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One made-up interview: titles, topics and turns in both languages."""

    id: str
    date: str
    topics: tuple[str, ...]
    titles: dict[str, str]
    turns: dict[str, tuple[str, ...]]


def interviews(number: int) -> Iterator[MadeUp]:
    """Yield made-up interviews; the first ones are the same in a larger archive."""
    for index in range(number):
        chance = random.Random(_SEED * 1_000_003 + index)
        topics = chance.sample(range(len(TOPICS)), 5)
        persian = [_speech(chance, PERSIAN, turn) for turn in range(_TURNS)]
        for place, topic in enumerate(topics):
            persian[place * 6] = f"دربارهٔ {topic_word(topic)} {persian[place * 6]}"
        yield MadeUp(
            id=f"interview-{index:05d}",
            date=(_FIRST_DAY + timedelta(days=index)).isoformat(),
            topics=tuple(topic_id(topic) for topic in topics),
            titles={"fa": " ".join(chance.choices(PERSIAN, k=5)), "en": " ".join(chance.choices(ENGLISH, k=5)).title()},
            turns={"fa": tuple(persian), "en": tuple(_speech(chance, ENGLISH, turn) for turn in range(_TURNS))},
        )


def topic_word(topic: int) -> str:
    """Return the Persian word of a topic."""
    return TOPICS[topic].partition("/")[0]


def topic_id(topic: int) -> str:
    """Return the id of a topic, an English word."""
    return TOPICS[topic].partition("/")[2]


def label(language: str, turn: int) -> str:
    """Return who speaks in a turn."""
    return _LABELS[language][turn % 2]


def write(root: Path, number: int) -> None:
    """Write an archive in the form of this program, and the same texts for the floor.

    Args:
        root: An empty folder.
        number: How many interviews.
    """
    for folder in ("content/interviews", "content/translations/en", NEUTRAL):
        (root / folder).mkdir(parents=True)
    shutil.copytree(TEMPLATES, root / "templates")
    (root / "content/site.toml").write_text(_SITE, encoding="utf-8")
    topics = (
        f'[{topic_id(topic)}]\nfa = "{topic_word(topic)}"\nen = "{topic_id(topic).title()}"\n' for topic in range(60)
    )
    triggers = (f'triggers = ["{topic_word(topic)}"]\n' for topic in range(60))
    text = "\n".join(head + line for head, line in zip(topics, triggers, strict=True))
    (root / "content/topics.toml").write_text(text, encoding="utf-8")
    for interview in interviews(number):
        (root / f"content/interviews/{interview.id}.md").write_text(transcript(interview), encoding="utf-8")
        _write_neutral(root / NEUTRAL, interview)
    translate(root, {interview.id: interview.turns["en"] for interview in interviews(number)})
    shutil.rmtree(root / archive.CACHE, ignore_errors=True)


def transcript(interview: MadeUp) -> str:
    """Return a made-up interview as a file of ``content/interviews/``."""
    turns = (f"{label('fa', turn)}: {text}\n{{: #t{turn + 1} }}\n" for turn, text in enumerate(interview.turns["fa"]))
    speakers = "  مجری: {role: interviewer}\n  مهمان: {role: interviewee}\n"
    head = f"---\ntitle: {interview.titles['fa']}\ndate: {interview.date}\nspeakers:\n{speakers}---\n"
    return head + "\n".join(turns)


def _write_neutral(folder: Path, interview: MadeUp) -> None:
    head = {"id": interview.id, "date": interview.date, "topics": interview.topics, "titles": interview.titles}
    (folder / f"{interview.id}.json").write_text(json.dumps(head), encoding="utf-8")
    for language, turns in interview.turns.items():
        lines = (f"{label(language, turn)}: {text}" for turn, text in enumerate(turns))
        (folder / f"{interview.id}.{language}.txt").write_text("\n\n".join(lines), encoding="utf-8")


def translate(root: Path, english: dict[str, Sequence[str]]) -> None:
    """Fill the translation memories, so that no engine has anything to do."""
    problems = Problems()
    content = archive.read_archive(root, problems)
    if len(content.interviews) != len(english):
        raise SystemExit("\n".join(map(str, problems)))
    for interview in content.interviews:
        memory = Memory(interview.id)
        units = [Unit(unit.id, unit.reading) for unit in interview.units()]
        memory.merge(units)
        texts = dict(zip((turn.paragraphs[0].id for turn in interview.turns), english[interview.id], strict=True))
        for unit in units:
            memory.record(unit, texts.get(unit.id, "A made-up title"), "argos translate-fa_en 1.5")
        memory.save(root / store.path_of(interview.id))


def _speech(chance: random.Random, words: Sequence[str], turn: int) -> str:
    said: list[str] = []
    left = _LENGTHS[turn % 2]
    while left > 0:
        said.append(chance.choice(words))
        left -= len(said[-1]) + 1
    return " ".join(said) + ("؟" if words is PERSIAN and turn % 2 == 0 else ".")


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
