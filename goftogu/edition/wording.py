"""The wording of the exports in both languages: roles, states of the English, and what a text is made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from goftogu.content import times
from goftogu.conventions import withheld
from goftogu.edition import dates
from goftogu.edition.material import Material
from goftogu.model import Bilingual, Language, Paragraph, Role, Speaker, Turn
from goftogu.persian import digits
from goftogu.persian.dates import calendar
from goftogu.translation.memory.entry import DRAFT, HOUSE, State, Translation

STATES: Final[Mapping[State, Bilingual]] = {
    State.MACHINE: Bilingual("ترجمهٔ ماشینی، بازبینی‌نشده", "machine translation, not reviewed"),
    State.DRAFT: Bilingual("ترجمهٔ پیش‌نویس، بازبینی‌نشده", "draft translation, not reviewed"),
    State.REVIEWED: Bilingual("ترجمهٔ بازبینی‌شده", "reviewed translation"),
    State.STALE: Bilingual(
        "ترجمهٔ قدیمی، پیش از تغییر یکی از دو متن", "outdated translation, from before one of the texts changed"
    ),
    State.MISSING: Bilingual("متن فارسی، ترجمه‌نشده", "Persian text, not translated"),
    State.ORIGINAL: Bilingual("به انگلیسی گفته شده", "said in English"),
}
STATES_OF_PERSIAN: Final[Mapping[State, Bilingual]] = {
    **STATES,
    State.MISSING: Bilingual("متن انگلیسی، ترجمه‌نشده", "English text, not translated"),
    State.ORIGINAL: Bilingual("به فارسی گفته شده", "said in Persian"),
}
"""The same of an interview that was held in English."""
ROLES: Final[Mapping[Role, Bilingual]] = {
    Role.INTERVIEWER: Bilingual("پرسشگر", "Interviewer"),
    Role.INTERVIEWEE: Bilingual("مصاحبه‌شونده", "Interviewee"),
    Role.OTHER: Bilingual("گوینده", "Speaker"),
}
_ANOTHER: Final = Bilingual("متن به زبان اصلی، ترجمه‌نشده", "original text, not translated")
"""What a passage is that is neither Persian nor English."""
CONVERSATION: Final = Bilingual("متن گفت‌وگو", "The conversation")
CITE: Final = Bilingual("شیوهٔ ارجاع به این گفت‌وگو", "How to cite this interview")
INTERVIEW: Final = Bilingual("گفت‌وگو", "Interview")
NOTES: Final = Bilingual("یادداشت‌های بایگانی", "Notes by the archive")
ORIGINAL: Final[Mapping[Language, Bilingual]] = {
    Language.FA: Bilingual("متن اصلی فارسی", "Persian original"),
    Language.EN: Bilingual("متن اصلی انگلیسی", "English original"),
}
"""What the text is that was not translated, by its language."""
RECEIVED: Final[Mapping[Language, Bilingual]] = {
    Language.FA: Bilingual("دریافت‌شده در {}", "Persian text received {}"),
    Language.EN: Bilingual("متن انگلیسی دریافت‌شده در {}", "received {}"),
}
"""When the original was received, by its language."""
READING: Final = Bilingual(
    "برای خوانایی بیشتر، نیم‌فاصله‌ها و شکل فارسی نویسه‌ها هرجا که در متن دریافتی نبوده، بازگردانده شده است.",
    "For easier reading, half-spaces and Persian letters have been restored where the text received lacks them.",
)
_TRANSCRIPT: Final = Bilingual(
    "برای خوانایی بیشتر، نیم‌فاصله‌ها و شکل فارسی نویسه‌ها هرجا که در متن بایگانی نبوده، بازگردانده شده است.",
    "For easier reading, half-spaces and Persian letters have been restored where the archive’s transcript lacks them.",
)
_WITHHELD: Final = Bilingual("بایگانی {} بخش از متن را منتشر نکرده است.", "The archive withholds {} {} of the text.")
_EDITED: Final = Bilingual(
    "بایگانی متن دریافتی را در {} جا ویرایش کرده است.", "The archive has edited the text received in {} {}."
)
_ONE: Final = Bilingual("{}: {} بند", "{}: {} passage")
_MANY: Final = Bilingual("{}: {} بند", "{}: {} passages")
AND: Final = Bilingual(" و ", " and ")
COMMA: Final = withheld.COMMA
PICTURE: Final = Bilingual("تصویر", "Picture")
SEMICOLON: Final = Bilingual("؛ ", "; ")


def voice(material: Material, speaker: Speaker, language: str) -> str:
    """Return how a speaker is called above what is said: by the label, in a translation by the name, else the role."""
    if language == material.original:
        return speaker.label
    known = material.vocabulary.people.get(speaker.person)
    return known.name[language] if known else ROLES[speaker.role][language]


def states(original: Language) -> Mapping[State, Bilingual]:
    """Return what is said of the states of a translation.

    Args:
        original: The language of what is translated.
    """
    return STATES if original is Language.FA else STATES_OF_PERSIAN


def english(material: Material, units: Iterable[Paragraph], language: str) -> str:
    """Say what the translation of paragraphs is: its state, and who made or reviewed it.

    Args:
        material: The interview.
        units: The paragraphs; they may differ, then each kind is counted.
        language: Language of the words.
    """
    kinds = Counter([_kind(material, unit, language) for unit in units])
    return (
        next(iter(kinds))
        if len(kinds) == 1
        else SEMICOLON[language].join(_counted(*kind, language) for kind in kinds.items())
    )


def mixed(material: Material, language: str) -> bool:
    """Tell whether the text of an interview in one language is of more than one kind."""
    return (
        language != material.original
        and len({_kind(material, unit, language) for unit in material.interview.units()}) > 1
    )


def quoted(material: Material, units: Iterable[Paragraph], language: str) -> str:
    """Say which text a quotation of paragraphs is from, and when the original was received."""
    own = language == material.original
    text = ORIGINAL[material.original][language] if own else english(material, units, language)
    return SEMICOLON[language].join(filter(None, (text, received(material, language))))


def received(material: Material, language: str) -> str:
    """Say when the original was received, if it is known."""
    day = material.interview.provenance.received
    return _received(day, language, material.original, dari=material.dari) if day else ""


def account(material: Material, language: str) -> Iterator[str]:
    """Yield what is known of how the text differs from the one that was received, in sentences."""
    found = material.collation
    if gaps := withheld.count(material.interview):
        yield _WITHHELD[language].format(digits.number(gaps, language), "passage" if gaps == 1 else "passages")
    if found.restored.any() if found else any(unit.record != unit.reading for unit in material.interview.units()):
        yield (READING if found else _TRANSCRIPT)[language]
    if found and found.places:
        shown = digits.number(found.places, language)
        yield _EDITED[language].format(shown, "place" if found.places == 1 else "places")


def moment(turn: Turn, language: str) -> Iterator[str]:
    """Yield the time at which a turn begins in the recording, if it is known."""
    if turn.time is not None:
        yield times.shown(turn.time, language)


def recordings(material: Material, language: str) -> Iterator[str]:
    """Yield what the recordings of an interview are called, how long they are, and where they are."""
    for item in material.recordings:
        length = [times.shown(item.seconds, language)] if item.seconds else []
        yield COMMA[language].join([item.label[language], *length, item.address(material.config)])


@lru_cache(maxsize=64)
def _received(day: str, language: str, original: Language, *, dari: bool) -> str:
    return RECEIVED[original][language].format(dates.written(calendar.parse(day), language, dari=dari))


def _kind(material: Material, unit: Paragraph, language: str) -> str:
    found = material.english(unit)
    if unit.language and found.state is State.MISSING:
        return _ANOTHER[language]
    return _told(found.state, _by(found), language, material.original)


@lru_cache(maxsize=64)
def _told(state: State, by: str, language: str, original: Language) -> str:
    words = states(original)[state][language]
    return f"{words} ({by})" if by else words


def _by(found: Translation) -> str:
    """Return who is responsible for a translation: the person who reviewed it, else what made it."""
    return found.by if found.by is not None else found.origin.removeprefix(DRAFT).removeprefix(HOUSE).strip()


def _counted(words: str, count: int, language: str) -> str:
    form = (_ONE if count == 1 else _MANY)[language]
    return form.format(words, digits.number(count, language))
