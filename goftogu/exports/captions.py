"""WebVTT: what is said, laid along the times of the transcript, as captions of its recording.

A paragraph without a time gets one by its letters, between those that have one. Long paragraphs are cut at sentences
and at words, so that a caption is short enough to be read. What is withheld is silent. What has no English is shown in
Persian, marked as such. All times are on the clock of the first recording.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from goftogu import markup
from goftogu.conventions import forms, withheld
from goftogu.edition import wording
from goftogu.edition.material import Material
from goftogu.model import Language, Paragraph, Speaker
from goftogu.persian import sentences

_LONGEST: Final = 84
"""Characters of a caption: two lines."""
_SLOWEST: Final = 6
"""Characters a second, below which nobody speaks: then the rest of the time is silence."""
_USUAL: Final = 13
"""Characters a second, where nothing tells when somebody ends."""
_SILENCE: Final = 20
"""How many characters a passage is taken for that is withheld without a time."""


@dataclass(slots=True)
class SpokenPart:
    """A paragraph, or what is between two gaps of it.

    Attributes:
        unit: The paragraph.
        text: What is shown; empty for a gap.
        letters: How much is said.
        start: Second at which it begins, when that is known.
    """

    unit: Paragraph
    text: str
    letters: int
    start: float | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption: when it is shown, who speaks, and what is said in which language."""

    start: float
    end: float
    speaker: str
    text: str
    language: Language


def persian(material: Material) -> bytes:
    """Write the Persian captions."""
    return webvtt(material, Language.FA)


def english(material: Material) -> bytes:
    """Write the English captions."""
    return webvtt(material, Language.EN)


def webvtt(material: Material, language: Language) -> bytes:
    """Write the captions in one language.

    Args:
        material: An interview with times.
        language: The language.
    """
    first = material.recordings[0].offset if material.recordings else 0
    title = material.plain(material.interview.title, language)
    about = wording.quoted(material, material.interview.units(), language)
    blocks = [f"WEBVTT\n\nNOTE\n{_safe(title)}\n{material.address(language)}\n{_safe(about)}\n"]
    for item in captions(material, language):
        if item.end > first:
            times = f"{_clock(max(0, item.start - first))} --> {_clock(item.end - first)}"
            blocks.append(f"{times}\n{_voice(item, language)}\n")
    return "\n".join(blocks).encode()


def captions(material: Material, language: Language) -> Iterator[Caption]:
    """Yield the captions of an interview in one language, on the clock of the transcript."""
    interview = material.interview
    speakers = {unit.id: interview.speakers[turn.speaker] for turn in interview.turns for unit in turn.paragraphs}
    parts = [part for turn in interview.turns for unit in turn.paragraphs for part in _parts(material, unit, language)]
    _estimate(parts)
    timed = [(part, part.start) for part in parts if part.start is not None]
    ends = (*(start for _, start in timed[1:]), _end(material))
    for (part, start), following in zip(timed, ends, strict=False):
        usual = start + part.letters / (_USUAL if following is None else _SLOWEST)
        end = usual if following is None else min(following, usual)
        if part.text and end > start:
            yield from _cut(part, (start, end), *_shown(material, part.unit, speakers[part.unit.id], language))


def _end(material: Material) -> float | None:
    """Return when the last recording ends, if that is known."""
    last = material.recordings[-1:]
    return last[0].offset + last[0].seconds if last and last[0].seconds else None


def _shown(material: Material, unit: Paragraph, speaker: Speaker, language: Language) -> tuple[str, Language]:
    there = language in material.languages(unit)
    return wording.voice(material, speaker, language), language if there else material.original


def _parts(material: Material, unit: Paragraph, language: Language) -> Iterator[SpokenPart]:
    """Yield what is said in a paragraph between its gaps, and the gaps, which know their own times."""
    text = _unmarked(material.text(unit, language), unit.form)
    gaps, start = withheld.gaps(unit.reading), float(unit.time) if unit.time is not None else None
    pieces = _pieces(text)
    yield SpokenPart(unit, pieces[0], len(pieces[0]), start)
    for gap, piece in zip(gaps, pieces[1:], strict=False):
        yield SpokenPart(unit, "", _SILENCE, gap.start)
        yield SpokenPart(unit, piece, len(piece), gap.end)


def _unmarked(text: str, form: str) -> str:
    """Return a text without the marks of a list or a quotation, which nobody says."""
    if form == forms.TextForm.BULLETS:
        return " · ".join(forms.parts(text, form))
    return " ".join(forms.parts(text, form)) if form == forms.TextForm.QUOTE else text


def _pieces(text: str) -> list[str]:
    marks = [found.span() for found in withheld.MARK.finditer(text)]
    starts = [0, *(end for _, end in marks)]
    ends = [*(start for start, _ in marks), len(text)]
    return [" ".join(markup.bare(text[start:end]).split()) for start, end in zip(starts, ends, strict=True)]


def _estimate(parts: list[SpokenPart]) -> None:
    """Give a time to each part between two that have one, by the letters before it."""
    known = [number for number, part in enumerate(parts) if part.start is not None]
    for first, last in zip(known, [*known[1:], len(parts)], strict=False):
        start = parts[first].start or 0
        end = parts[last].start if last < len(parts) else None
        total = sum(part.letters for part in parts[first:last])
        rate = (end - start) / total if end is not None and total else 1 / _USUAL
        for number in range(first + 1, last):
            start += parts[number - 1].letters * min(rate, 1 / _SLOWEST)
            parts[number].start = start


def _cut(part: SpokenPart, times: tuple[float, float], speaker: str, language: Language) -> Iterator[Caption]:
    """Yield the captions of a part, each with its share of the time."""
    start, end = times
    lines = [line for sentence in sentences.split(part.text) for line in _lines(sentence)]
    total = sum(map(len, lines))
    for line in lines:
        after = start + (end - times[0]) * len(line) / total
        yield Caption(start, min(after, end), speaker, line, language)
        start = after


def _lines(sentence: str) -> Iterator[str]:
    """Cut a sentence into pieces of about the same length that are short enough."""
    count = -(-len(sentence) // _LONGEST)
    line: list[str] = []
    for word in sentence.split():
        if line and len(" ".join([*line, word])) > min(len(sentence) / count * 1.1, _LONGEST):
            yield " ".join(line)
            line = []
        line.append(word)
    if line:
        yield " ".join(line)


def _voice(item: Caption, language: Language) -> str:
    text = _safe(item.text)
    said = text if item.language == language else f"<lang {item.language}>{text}</lang>"
    return f"<v {_safe(item.speaker)}>{said}"


def _safe(text: str) -> str:
    """Return a text so that nothing of it is a tag or an arrow of WebVTT."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", " ")


def _clock(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    return (
        f"{thousandths // 3_600_000:02}:{thousandths // 60_000 % 60:02}:{thousandths // 1000 % 60:02}"
        f".{thousandths % 1000:03}"
    )
