"""The interview of :mod:`tests.materials` with everything that a catalogue can say of it."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

from goftogu.content.defaults import Defaults
from goftogu.content.details import SeriesPart
from goftogu.content.series import Series
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import PersonKind, Vocabulary
from goftogu.edition.material import Material
from goftogu.model import Bilingual, Particulars, Rights, Section
from goftogu.translation.memory.entry import State, Translation
from tests import materials
from tests.entries import a_person, a_place
from tests.materials import paragraph

BY: Final = "https://creativecommons.org/licenses/by/4.0/"
SERIES: Final = Series("water", Bilingual("آب‌ها", "Waters"), rights=Rights(licence=BY), line=0)
PLACE: Final = a_place(
    "rasht", "city", Bilingual("رشت", "Rasht"), Bilingual("رشت", "Rasht"), coordinates="37.28, 49.58", public=True
)
SARA: Final = a_person(
    "sara", PersonKind.PERSON, Bilingual("سارا نیک", "Sara Nik"), Bilingual("نیک، سارا", "Nik, Sara"), public=True
)
PARTICULARS: Final = Particulars(
    summary=paragraph("summary", "گفتوگو از آب و نان"),
    keywords=paragraph("keywords", "رودخانه، سیلاب"),
    place="rasht",
    languages=("fa", "glk"),
    duration=4350,
    series="water",
    numbered=SeriesPart("water", 2, 9, 7),
    identifier="OH-12 & 13",
    doi="10.5072/River.1",
    contributors={
        "transcriber": ("sara", "بهرام"),
        "camera": ("radio",),
        "editor": ("sara",),
        "translator": ("Jane Doe",),
    },
)
TRANSLATIONS: Final = {
    "summary": Translation("A talk about water and bread", State.MACHINE, materials.ARGOS),
    "keywords": Translation("river, flood", State.REVIEWED, "", by="Jane Doe"),
    "s1.synopsis": Translation("Of bread", State.MACHINE, materials.ARGOS),
}
"""The keywords of the section have no English."""

SECTION: Final = Section(
    "s1",
    paragraph("s1", "بخش نخست"),
    "t2",
    synopsis=paragraph("s1.synopsis", "از نان"),
    keywords=paragraph("s1.keywords", "نان؛ تنور"),
)


def vocabulary() -> Vocabulary:
    """Return that of the other materials with a place, a series and one more person."""
    known = materials.vocabulary()
    return dataclasses.replace(
        known,
        people={**known.people, "sara": SARA},
        places={"rasht": PLACE},
        series={"water": SERIES},
        paths={name: f"content/{name}" for name in ("people.toml", "places.toml")},
    )


def material(particulars: Particulars = PARTICULARS, **changes: Any) -> Material:
    """Return the material of the interview.

    Args:
        particulars: What its front matter says for the catalogue.
        changes: As for :func:`tests.materials.material`.
    """
    changes.setdefault("translations", {**materials.TRANSLATIONS, **TRANSLATIONS})
    changes.setdefault("sections", (SECTION,))
    made = materials.material(particulars=particulars, **changes)
    return dataclasses.replace(made, vocabulary=vocabulary())


def with_defaults(**given: Any) -> SiteConfig:
    """Return settings with defaults."""
    title = Bilingual("بایگانی رود", "River Archive")
    return SiteConfig(title, url="https://example.org/archive/", defaults=Defaults(**given))
