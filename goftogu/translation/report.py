"""What the checks found in the English of an archive: counts, the worst paragraphs first, and names nobody knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from string import Template
from typing import Final

from goftogu.content.entries import spellings
from goftogu.content.vocabulary import Person, Place, Vocabulary
from goftogu.model import Interview
from goftogu.translation.engine import terminology
from goftogu.translation.memory.memory import State, Translation
from goftogu.translation.quality import flags

_NAME: Final = re.compile(r"[A-Z]\w*(?:[-–]\w+)*(?: [A-Z]\w*(?:[-–]\w+)*)*")
_BEGINS: Final = re.compile(r"(?:^|[.!?:…“\"‘(\n—])[\s“\"‘(]*$")
_WORD: Final = re.compile(r"\w+")
_ENDINGS: Final = ("", "s", "n", "ns", "i", "is", "ian", "ians")
_COMMON: Final = frozenset(
    "i ii iii iv mr mrs ms miss dr sir madam professor god islam islamic muslim persian english "
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_PAGE: Final = Template("""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Report on the English</title>
<style>
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }
td, th { border-block-end: 1px solid #999; padding: .4rem; text-align: start; vertical-align: top }
table { border-collapse: collapse; inline-size: 100% }
</style>
<h1>Report on the English</h1>
<ul>
$counts
</ul>
<h2>What the checks found, the worst first</h2>
<table>
<tr><th>Paragraph<th>Found<th>Score<th>English<th>Persian
$rows
</table>
<h2>Names that no vocabulary knows</h2>
<ul>
$names
</ul>
</html>
""")


@dataclass(frozen=True, slots=True)
class FlaggedRow:
    """A paragraph in which the checks found something.

    Attributes:
        place: Id of the interview and of the paragraph, separated by a colon.
        fa: The Persian.
        translation: The English.
        flags: What was found in the pair as it is.
    """

    place: str
    fa: str
    translation: Translation
    flags: tuple[str, ...]


@dataclass(slots=True)
class QualityReport:
    """What the checks found.

    Attributes:
        states: How many paragraphs are in each state.
        flags: How many paragraphs have each flag.
        rows: The paragraphs with flags, the worst first; those that a person has approved come last.
        names: Names in the English that no vocabulary knows, with how often they occur.
    """

    states: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    rows: list[FlaggedRow] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)


def make(
    interviews: Iterable[Interview], english: Mapping[str, Mapping[str, Translation]], vocabulary: Vocabulary
) -> QualityReport:
    """Look through the English of an archive, whoever made it.

    Args:
        interviews: All of them.
        english: By id of the interview, then by id of the paragraph.
        vocabulary: The names and terms that are known.
    """
    report = QualityReport()
    known, terms = _known(vocabulary), terminology.settled(vocabulary)
    for interview in interviews:
        headings = {interview.title.id, *(section.title.id for section in interview.sections)}
        for unit in interview.units():
            found = english.get(interview.id, {}).get(unit.id)
            if found is None:
                continue
            report.states[found.state.value] += 1
            if unit.id not in headings:  # where every word may have a capital
                report.names.update(unknown_names(found.text, known))
            if told := flags.of(unit.reading, found, terms):
                report.flags.update(told)
                report.rows.append(FlaggedRow(f"{interview.id}:{unit.id}", unit.reading, found, told))
    report.rows.sort(key=_badness)
    return report


def unknown_names(text: str, known: frozenset[str]) -> Iterator[str]:
    """Yield the names of an English text that have a word no vocabulary knows.

    A capital at the beginning of a sentence means nothing: such a word counts only together with a second one.
    """
    for found in _NAME.finditer(text):
        words = found.group().split(" ")
        if _BEGINS.search(text[: found.start()]):
            words = words[1:]
        if not all(_is_known(part, known) for word in words for part in _WORD.findall(word.lower())):
            yield " ".join(words)


def _is_known(word: str, known: frozenset[str]) -> bool:
    """Tell whether a word is known, also in the plural or as what belongs to a country."""
    return any(word.removesuffix(ending) in known for ending in _ENDINGS)


def as_text(report: QualityReport) -> str:
    """Return the report for a terminal."""
    lines = list(_counts(report))
    lines += [f"{row.place}: {_told(row)}{_score(row)}  {row.translation.text}" for row in report.rows]
    if report.names:
        lines += [
            "names that no vocabulary knows:",
            *(f"{count:6,} {name}" for name, count in report.names.most_common()),
        ]
    return "".join(f"{line}\n" for line in lines)


def as_html(report: QualityReport) -> str:
    """Return the report as a page."""
    rows = (
        f"<tr><td>{escape(row.place)}<td>{escape(_told(row))}<td>{_score(row)}"
        f'<td>{escape(row.translation.text)}<td lang="fa" dir="rtl">{escape(row.fa)}'
        for row in report.rows
    )
    names = (f"<li>{escape(name)} ({count:,})" for name, count in report.names.most_common())
    return _PAGE.substitute(
        counts="\n".join(f"<li>{escape(line)}" for line in _counts(report)),
        rows="\n".join(rows),
        names="\n".join(names),
    )


def _known(vocabulary: Vocabulary) -> frozenset[str]:
    """Return all words of the English names, terms and headings of an archive, and those that need no entry."""
    texts = [form for term in vocabulary.glossary.values() for form in term.en]
    entries: list[Person | Place] = [*vocabulary.people.values(), *vocabulary.places.values()]
    texts += [name for entry in entries for name in spellings(entry, "en")]
    for topic in vocabulary.topics.values():
        texts += [topic.label.en, *topic.alt.en]
    return _COMMON.union(word for text in texts for word in _WORD.findall(text.lower()))


def _badness(row: FlaggedRow) -> tuple[bool, int, int, float]:
    """Put what no person has approved first; then what is surely wrong, by the number of faults; then the score."""
    approved = row.translation.state is State.REVIEWED
    return approved, -sum(map(flags.is_sure, row.flags)), -len(row.flags), row.translation.score or 0.0


def _told(row: FlaggedRow) -> str:
    """Name the flags; those that are only a reason for doubt have a question mark."""
    state = ["reviewed"] if row.translation.state is State.REVIEWED else []
    return ", ".join([*state, *map(flags.shown, row.flags)])


def _score(row: FlaggedRow) -> str:
    return "" if row.translation.score is None else f" ({row.translation.score:.2f})"


def _counts(report: QualityReport) -> Sequence[str]:
    return [f"{count:6,} {name}" for counter in (report.states, report.flags) for name, count in counter.most_common()]
