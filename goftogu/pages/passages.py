"""One interview as its pages show it: every paragraph in both languages, made safe once for the three pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from goftogu import markup
from goftogu.conventions import marks, relative_links, tongues
from goftogu.conventions.marks import Conventions
from goftogu.edition import backlinks, recordings, shapes
from goftogu.edition.site import Site
from goftogu.index.topics import Kind
from goftogu.model import Bilingual, Footnote, Interview, Language, Paragraph, Speaker, Turn
from goftogu.pages import playing, voices
from goftogu.pages.contents import QuestionNames
from goftogu.pages.passage import Passage
from goftogu.pages.voices import Voice
from goftogu.persian import digits
from goftogu.persian.orthography.differences import Differences
from goftogu.transcripts import collation
from goftogu.transcripts.collation import Collation
from goftogu.translation.engine import terminology
from goftogu.translation.memory.memory import State, Translation
from goftogu.translation.quality import flags

_CHECKED = frozenset({State.MACHINE, State.DRAFT})


@dataclass(frozen=True, slots=True)
class TurnView:
    """A turn as shown.

    Attributes:
        id: Its id.
        numeral: Its number, from 1, as each language writes it.
        voice: Who speaks.
        passages: Its paragraphs.
        state: The state of all its paragraphs, or empty when they differ.
        fa: All its paragraphs in Persian.
        en: The same in English. A translation is empty when some are missing or doubtful, or their states differ.
        section: The heading above it, or ``None``.
        time: When it begins, as a link that plays from there, in the digits of each language, or ``None``.
    """

    id: str
    numeral: Bilingual
    voice: Voice
    passages: tuple[Passage, ...]
    state: str
    fa: Markup
    en: Markup
    section: Passage | None
    time: Bilingual | None = None

    def __getitem__(self, language: str) -> Markup:
        """Return all its paragraphs in one language, ``"fa"`` or ``"en"``."""
        return self.fa if language == Language.FA else self.en

    def repeated(self, language: str) -> Markup:
        """Return all its paragraphs in one language where the page has them a second time."""
        return markup.unnamed(self.beside(language))

    def beside(self, language: str) -> Markup:
        """Return all its paragraphs in one language for the column beside that of the original: without their ids."""
        return _joined(passage.beside(language) for passage in self.passages) if self[language] else Markup()


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note of the archive as shown.

    Attributes:
        label: Its name, the end of all its ids.
        numeral: Its number as each language writes it.
        text: What it says.
        back: Where it leads back to on the page of each language: the fragment, or empty.
    """

    label: str
    numeral: Bilingual
    text: Passage
    back: Bilingual


@dataclass(frozen=True, slots=True)
class ExchangeView:
    """A question with its answer, what the contents call it, and the ids of the topics it is about."""

    turns: tuple[TurnView, ...]
    name: Passage
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An interview as shown.

    Attributes:
        interview: The interview itself.
        title: Its title.
        lede: The summary above the text, or ``None``.
        introduction: Paragraphs before the first turn.
        note: The line that leads to the text, or ``None``.
        voices: By label.
        exchanges: In order.
        states: How many paragraphs are in each state.
        origins: What made the translations that nobody has reviewed, by state.
        changes: What the reading text restores: in the text received, where it could be compared, else in the record.
        collation: The result of comparing the text shown with the text received, or ``None``.
        earlier: Retired ids, by the id that replaced them.
        notes: The notes of the archive, in order.
    """

    interview: Interview
    title: Passage
    lede: Passage | None
    introduction: tuple[Passage, ...]
    note: Passage | None
    voices: Mapping[str, Voice]
    exchanges: tuple[ExchangeView, ...]
    states: Mapping[str, int]
    origins: Mapping[str, tuple[str, ...]]
    changes: Differences
    collation: Collation | None
    earlier: Mapping[str, list[str]]
    notes: tuple[NoteView, ...] = ()


def make_reading(site: Site, interview: Interview, *, beside: bool) -> Reading:
    """Make the view of an interview that its pages share.

    Args:
        site: The site.
        interview: The interview.
        beside: Let its relative links lead from a folder beside that of their language.
    """
    return _PassageReader(site, interview, beside=beside).reading()


def reader(site: Site, interview: Interview) -> Callable[[Paragraph], Passage]:
    """Return what makes the view of a single paragraph."""
    return _PassageReader(site, interview, beside=False).passage


def _earlier(interview: Interview) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for old, new in interview.redirects.items():
        found.setdefault(new, []).append(old)
    return found


def _joined(blocks: Iterable[Markup]) -> Markup:
    return Markup("\n").join(blocks)


@lru_cache(maxsize=1024)
def _numeral(number: int) -> Bilingual:
    return Bilingual(digits.number(number, Language.FA), digits.number(number, Language.EN))


class _PassageReader:
    def __init__(self, site: Site, interview: Interview, *, beside: bool) -> None:
        self.site = site
        self.interview, self.original, self.beside = interview, interview.original, beside
        self.translations = site.translations.get(interview.id, {})
        self.conventions = marks.of(interview)
        self.apart = self.conventions and self.conventions.apart(marks.ENGLISH)
        self.terms = terminology.settled(site.vocabulary)
        self.recordings = recordings.of(interview, site.media)
        self.voices = {label: self.voice(speaker) for label, speaker in interview.speakers.items()}

    def reading(self) -> Reading:
        interview = self.interview
        units = tuple(interview.units())
        return Reading(
            interview=interview,
            title=self.passage(interview.title),
            lede=self.optional(interview.lede),
            introduction=tuple(map(self.passage, interview.introduction)),
            note=self.optional(interview.note),
            voices=self.voices,
            exchanges=tuple(self.exchanges()),
            states=Counter(state for state in map(self.state, units) if state != State.ORIGINAL),
            origins=self.origins(units),
            changes=self.changes(units),
            collation=self.site.collation,
            earlier=_earlier(interview),
            notes=tuple(map(self.note, interview.footnotes)),
        )

    def changes(self, units: Iterable[Paragraph]) -> Differences:
        if self.site.collation is not None:
            return self.site.collation.restored
        return collation.reread(units)

    def note(self, note: Footnote) -> NoteView:
        text = self.passage(note.text)
        back = backlinks.of(note, self.translations, self.original)
        return NoteView(note.label, _numeral(note.number), text, back)

    def translation(self, unit: Paragraph) -> Translation | None:
        found = self.translations.get(unit.id)
        return found if found is not None and found.text else None

    def state(self, unit: Paragraph) -> str:
        found = self.translation(unit)
        return str(found.state if found else State.MISSING)

    def passage(self, unit: Paragraph) -> Passage:
        found = self.translation(unit)
        other = self.original.other
        translated = self.made(found.text, other, other, self.apart) if found else Markup()
        doubtful = found is not None and found.state in _CHECKED and self.doubts(unit, found)
        script = tongues.of_script(unit.reading) if unit.language else self.original
        both = self.paired(self.made(unit.reading, script, self.original, self.conventions), translated)
        made = Passage(unit.id, *both, self.state(unit), doubtful)
        return self.shaped(unit, made) if unit.form or unit.language else made

    def paired(self, original: Markup, translated: Markup) -> tuple[Markup, Markup]:
        return (original, translated) if self.original is Language.FA else (translated, original)

    def doubts(self, unit: Paragraph, found: Translation) -> bool:
        return self.original is Language.FA and flags.has_any(unit.reading, found, self.terms)

    def made(self, text: str, script: Language, folder: Language, conventions: Conventions | None) -> Markup:
        """Return a text as inline HTML for the folder of its page."""
        made = markup.inline(text, script, conventions)
        return relative_links.beside(made, folder) if self.beside else made

    def shaped(self, unit: Paragraph, plain: Passage) -> Passage:
        """Return a passage with its texts as blocks."""
        found = self.translation(unit)
        translated = shapes.shape(unit, found.text, self.original.other, self.apart) if found else None
        original = shapes.shape(unit, unit.reading, self.original, self.conventions)
        if self.beside:
            translated = translated and translated.beside(self.original.other)
            original = original.beside(self.original)
        if self.original is Language.EN:
            shown = shapes.inline(unit, unit.reading, plain.en, Language.EN)
            return replace(plain, en=shown, shapes=(translated, original))
        shown = shapes.inline(unit, unit.reading, plain.fa, Language.FA)
        return replace(plain, fa=shown, shapes=(original, translated))

    def optional(self, unit: Paragraph | None) -> Passage | None:
        return None if unit is None else self.passage(unit)

    def origins(self, units: Iterable[Paragraph]) -> dict[str, tuple[str, ...]]:
        found = {(item.state, item.origin) for item in map(self.translation, units) if item and item.origin}
        return {str(state): tuple(sorted(name for other, name in found if other == state)) for state, _ in found}

    def voice(self, speaker: Speaker) -> Voice:
        return voices.voice(speaker, self.site.vocabulary.people, self.original, self.optional(speaker.description))

    def exchanges(self) -> Iterable[ExchangeView]:
        turns = {turn.id: (number, turn) for number, turn in enumerate(self.interview.turns, 1)}
        marks = self.site.index.marks(self.interview.id)
        sections = {section.first: section.title for section in self.interview.sections}
        names = QuestionNames(self.site, self.interview)
        for exchange in self.interview.exchanges:
            views = tuple(self.turn(*turns[turn], self.optional(sections.get(turn))) for turn in exchange.turns)
            about = tuple(mark.topic for mark in marks.get(exchange.id, ()) if mark.kind == Kind.PRIMARY)
            yield ExchangeView(views, names.name([turns[turn][1] for turn in exchange.turns], about), about)

    def turn(self, number: int, turn: Turn, section: Passage | None) -> TurnView:
        passages = tuple(map(self.passage, turn.paragraphs))
        if len(passages) > 1:
            passages = tuple(replace(item, anchor=f"{turn.id}.{place}") for place, item in enumerate(passages, 1))
        passages = playing.timed(passages, turn, self.recordings, self.interview.id)
        states = {passage.state for passage in passages}
        shared = states.pop() if len(states) == 1 else ""
        whole = shared and shared != State.MISSING and not any(passage.doubtful for passage in passages)
        persian, english = (whole or self.original is language for language in Language)
        return TurnView(
            id=turn.id,
            numeral=_numeral(number),
            voice=self.voices[turn.speaker],
            passages=passages,
            state=shared,
            fa=_joined(passage.block(Language.FA) for passage in passages) if persian else Markup(),
            en=_joined(passage.block(Language.EN) for passage in passages) if english else Markup(),
            section=section,
            time=playing.moment(self.recordings, turn.time, self.interview.id),
        )
