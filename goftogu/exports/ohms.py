"""An interview as OHMS, the XML of the Oral History Metadata Synchronizer, for its viewer and for Aviary or Omeka.

The transcript is the original, nearly always Persian, and its translation the other language. Sections become points of
the index when they have times.
Sources: the viewer of the Nunn Center, version 3.10, and what ``import`` reads of it
(:mod:`goftogu.transcripts.formats.ohms`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from math import inf
from operator import attrgetter
from typing import Final, NamedTuple

from goftogu.content import languages
from goftogu.conventions.first_words import opening
from goftogu.edition import particulars, wording
from goftogu.edition.material import Material
from goftogu.exports.xml import Element, dump, lines, node
from goftogu.model import Language, Paragraph, Role, Section, Turn
from goftogu.persian.dates.calendar import exact_day

_NAMESPACE: Final = "https://www.weareavp.com/nunncenter/ohms"
_ROOT: Final = {
    "xmlns": _NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_NAMESPACE} {_NAMESPACE}/ohms.xsd",
}
_VERSION: Final = "5.4"
_UNKNOWN: Final = "1970-01-01"
_MINUTE: Final = 60
_FIRST_WORDS: Final = 200
_BETWEEN: Final = "; "

_Texts = dict[str, str]


class TimedLine(NamedTuple):
    """A paragraph that says when it is spoken: the second in the recording, its line from 1, and its words."""

    time: int
    line: int
    words: int


def ohms(material: Material) -> bytes:
    """Write the interview as OHMS."""
    interview = material.interview
    dated = {"id": interview.id, "dt": interview.changed or interview.provenance.received or _UNKNOWN}
    record = lines("record", dated, *_record(material))
    return dump(lines("ROOT", _ROOT, record), '<?xml version="1.0" encoding="UTF-8"?>')


def _record(material: Material) -> Iterator[Element]:
    yield node("version", {}, _VERSION)
    yield from _date(material)
    yield from _elements(_about(material))
    for language in material.tongues:
        yield from (node("subject", {}, topic.label[language]) for topic in material.topics())
        words = particulars.subjects(material, material.particulars.keywords, language)
        yield from (node("keyword", {}, word) for word in words)
    for role, name in ((Role.INTERVIEWEE, "interviewee"), (Role.INTERVIEWER, "interviewer")):
        yield from (node(name, {}, credit.name(material.original)) for credit in material.credits(role))
    yield from _elements(_sync(material))
    yield from _media(material)
    yield node("language", {}, languages.NAMES[material.tag_of(material.original)].en)
    yield lines("index", {}, *_points(material))
    yield from _elements(_texts(material))


def _elements(texts: _Texts) -> Iterator[Element]:
    return (node(name, {}, text) for name, text in texts.items())


def _date(material: Material) -> Iterator[Element]:
    date = material.interview.date
    day = exact_day(date) if date else ""
    yield node("date", {"value": day, "format": "yyyy-mm-dd"})
    yield node("date_nonpreferred_format", {}, material.date(material.config.editions[-1]) if date and not day else "")


def _about(material: Material) -> _Texts:
    said, config = material.particulars, material.config
    series = material.series
    return {
        "title": material.plain(material.interview.title, material.original),
        "accession": said.identifier or material.interview.id,
        "duration": _clock(said.duration),
        "collection_id": "",
        "collection_name": config.title[material.original],
        "series_id": series.id if series else "",
        "series_name": series.title[material.original] if series else "",
        "repository": (config.editor or config.title)[material.original],
        "funding": "",
        "repository_url": config.url,
    }


def _sync(material: Material) -> _Texts:
    """Return where the minutes of the recording are in the lines of the transcript."""
    mark = sync(list(_timed(material)))
    translated = len(material.tongues) > 1
    return {
        "file_name": "",
        "sync": mark,
        "sync_alt": mark if translated else "",
        "transcript_alt_lang": languages.NAMES[material.tag_of(material.original.other)].en if translated else "",
        "translate": str(int(translated)),
    }


def sync(timed: list[TimedLine]) -> str:
    """Return the marks of every minute, as ``1:|12(3)|30(1)``: its line, and the word of that line.

    A minute that begins within a paragraph is at the word that the time since its beginning makes likely.

    Args:
        timed: The paragraphs that say when they are spoken, in order.
    """
    marks = []
    for minute in range(1, timed[-1].time // _MINUTE + 1 if timed else 1):
        at = minute * _MINUTE
        begun = bisect_right(timed, at, key=attrgetter("time"))
        now = timed[max(begun - 1, 0)]
        share = (at - now.time) / (timed[begun].time - now.time) if 0 < begun < len(timed) else 0
        marks.append(f"{now.line}({min(int(now.words * share) + 1, max(now.words, 1))})")
    return "1:" + "".join(f"|{mark}" for mark in marks) if marks else ""


def _timed(material: Material) -> Iterator[TimedLine]:
    start = material.recordings[0].offset if material.recordings else 0
    latest = -inf
    for number, (turn, unit) in enumerate(_units(material)):
        time = None if unit.time is None else unit.time - start
        if time is not None and time > latest:
            latest = time
            yield TimedLine(time, 2 * number + 1, len(_said(material, turn, unit, material.original).split()))


def _units(material: Material) -> Iterator[tuple[Turn, Paragraph]]:
    return ((turn, unit) for turn in material.interview.turns for unit in turn.paragraphs)


def _media(material: Material) -> Iterator[Element]:
    first = material.recordings[0] if material.recordings else None
    yield node("media_id", {})
    yield node("media_url", {}, first.address(material.config) if first else "")
    about = {"host": "Other" if first else "", "clip_format": _kind(material)}
    yield lines("mediafile", {}, *_elements(about))


def _kind(material: Material) -> str:
    return ("video" if material.recordings[0].is_video else "audio") if material.recordings else ""


def _points(material: Material) -> Iterator[Element]:
    """Yield the points of the index: the sections that begin at a time."""
    start = material.recordings[0].offset if material.recordings else 0
    turns = {turn.id: turn for turn in material.interview.turns}
    for section in material.interview.sections:
        first = turns[section.first]
        if first.time is not None:
            yield lines("point", {}, *_elements(_point(material, section, first, max(first.time - start, 0))))


def _point(material: Material, section: Section, first: Turn, time: int) -> _Texts:
    topics, languages = _topics(material, section), (material.original, material.original.other)
    both = {
        "title": [_plain(material, section.title, language) for language in languages],
        "partial_transcript": [
            opening(_plain(material, first.paragraphs[0], language), _FIRST_WORDS) for language in languages
        ],
        "synopsis": ["", ""],
        "keywords": ["", ""],
        "subjects": [_BETWEEN.join(topic[language] for topic in topics) for language in languages],
    }
    return {"time": str(time), **{key: text for name, pair in both.items() for key, text in _paired(name, *pair)}}


def _paired(name: str, original: str, translation: str) -> Iterator[tuple[str, str]]:
    yield name, original
    yield f"{name}_alt", translation


def _topics(material: Material, section: Section) -> list[dict[str, str]]:
    """Return the labels of what is spoken of in a section, each once."""
    exchanges = {
        material.interview.exchanges[turn.exchange].id
        for turn in material.interview.turns
        if turn.section == section.id
    }
    used = {mark.topic for exchange in exchanges for mark in material.marks.get(exchange, ())}
    known = material.vocabulary.topics.values()
    return [{language: topic.label[language] for language in Language} for topic in known if topic.id in used]


def _plain(material: Material, unit: Paragraph, language: Language) -> str:
    """Return a paragraph as one line; nothing where it has no English."""
    return " ".join(material.plain(unit, language).split()) if language in material.languages(unit) else ""


def _texts(material: Material) -> _Texts:
    summary = material.particulars.summary or material.interview.lede
    rights = list(material.rights.sentences(material.original))
    translated = len(material.tongues) > 1
    return {
        "type": "interview",
        "description": _plain(material, summary, material.original) if summary else "",
        "transcript": _transcript(material, material.original),
        "transcript_alt": _transcript(material, material.original.other) if translated else "",
        "rights": " ".join(rights),
        "fmt": _kind(material),
        "usage": wording.english(material, material.interview.units(), Language.EN) if translated else "",
        "xmllocation": "",
        "xmlfilename": f"{material.interview.id}.ohms.xml",
    }


def _transcript(material: Material, language: Language) -> str:
    """Return all that is said, a line for each paragraph, with an empty line between; without English it is Persian."""
    return "\n\n".join(_said(material, turn, unit, language) for turn, unit in _units(material))


def _said(material: Material, turn: Turn, unit: Paragraph, language: Language) -> str:
    text = " ".join(material.plain(unit, language).split())
    if unit != turn.paragraphs[0]:
        return text
    return f"{wording.voice(material, material.interview.speakers[turn.speaker], language)}: {text}"


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // _MINUTE % _MINUTE:02}:{seconds % _MINUTE:02}" if seconds else ""
