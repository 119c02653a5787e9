"""What the archive's catalogue says of an interview, in the words of either language: series, place and contributors.

The text of an interview is its own; these are facts about it, from its front matter and the ``defaults`` of
``site.toml``. The exports show them as :func:`facts`, a label and a text each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from goftogu.content import contributors, languages
from goftogu.edition import wording
from goftogu.edition.material import Credit, Material
from goftogu.model import Bilingual, Paragraph
from goftogu.persian import digits

ABOUT: Final = Bilingual("دربارهٔ این گفت‌وگو", "About this interview")
SUMMARY: Final = Bilingual("چکیده", "Summary")
KEYWORDS: Final = Bilingual("کلیدواژه‌ها", "Keywords")
SERIES: Final = Bilingual("مجموعه", "Series")
PLACE: Final = Bilingual("محل گفت‌وگو", "Place")
LANGUAGES: Final = Bilingual("زبان گفت‌وگو", "Spoken in")
DURATION: Final = Bilingual("مدت", "Duration")
IDENTIFIER: Final = Bilingual("شناسه", "Identifier")
DOI: Final = Bilingual("DOI", "DOI")
_PART: Final = Bilingual("بخش {}", "part {}")
_UNITS: Final = (
    (3600, Bilingual("{} ساعت", "{} hours"), Bilingual("{} ساعت", "{} hour")),
    (60, Bilingual("{} دقیقه", "{} minutes"), Bilingual("{} دقیقه", "{} minute")),
    (1, Bilingual("{} ثانیه", "{} seconds"), Bilingual("{} ثانیه", "{} second")),
)
_AND: Final = Bilingual(" و ", " ")
_COMMAS: Final = re.compile(r"\s*[،,;؛]\s*")
_RESOLVER: Final = "https://doi.org/"


def keywords(text: str) -> list[str]:
    """Return the keywords of a paragraph of them: what is between its commas and semicolons."""
    return [word for word in _COMMAS.split(text.strip()) if word]


def subjects(material: Material, unit: Paragraph | None, language: str) -> list[str]:
    """Return keywords in one language, in Persian as long as they have no English; none without a paragraph."""
    return keywords(material.plain(unit, language)) if unit else []


def part(value: int, language: str) -> str:
    """Say which part of a series something is."""
    return _PART[language].format(digits.number(value, language))


def duration(seconds: int, language: str) -> str:
    """Say how long something takes, as “1 hour 12 minutes”."""
    told = []
    for size, many, one in _UNITS:
        count, seconds = divmod(seconds, size)
        if count:
            told.append((one if count == 1 else many)[language].format(digits.number(count, language)))
    return _AND[language].join(told)


def iso_duration(seconds: int) -> str:
    """Write a duration as ISO 8601 has it, ``PT1H12M30S``; empty for none."""
    parts = ((seconds // 3600, "H"), (seconds // 60 % 60, "M"), (seconds % 60, "S"))
    return "PT" + "".join(f"{count}{unit}" for count, unit in parts if count) if seconds else ""


def doi_address(doi: str) -> str:
    """Return the address of a DOI; empty for none."""
    return f"{_RESOLVER}{doi}" if doi else ""


def credited(material: Material) -> Iterator[tuple[str, Credit]]:
    """Yield who made the interview apart from those who speak in it, each with the role."""
    for role, names in material.particulars.contributors.items():
        for name in names:
            yield role, Credit(name, material.vocabulary.people.get(name))


def place(material: Material, language: str) -> str:
    """Return where the interview was held, or an empty string."""
    found = material.vocabulary.places.get(material.particulars.place)
    return found.name[language] if found else ""


def series(material: Material, language: str) -> str:
    """Return the title of the series, with the part, or an empty string."""
    said, found = material.particulars, material.series
    if found is None:
        return ""
    numbered = [part(said.part, language)] if said.part else []
    return wording.COMMA[language].join([found.title[language], *numbered])


def spoken(material: Material, language: str) -> list[str]:
    """Return the names of the languages that are spoken."""
    return [languages.NAMES[tag][language] for tag in material.particulars.languages]


def facts(material: Material, language: str) -> Iterator[tuple[str, str]]:
    """Yield the label and the plain text of each fact that is known, without the summary and the keywords."""
    said, comma = material.particulars, wording.COMMA[language]
    found = [
        (SERIES, series(material, language)),
        (PLACE, place(material, language)),
        (LANGUAGES, comma.join(spoken(material, language))),
        (DURATION, duration(said.duration, language)),
        *((contributors.ROLES[role], credit.name(language)) for role, credit in credited(material)),
        (IDENTIFIER, said.identifier),
        (DOI, doi_address(said.doi)),
    ]
    return ((label[language], text) for label, text in found if text)
