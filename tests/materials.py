"""Interviews for the tests of the exports, with all that can happen to a paragraph."""

from __future__ import annotations

import dataclasses
from typing import Any, Final

from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import PersonKind, Vocabulary
from goftogu.edition.material import Material
from goftogu.index.indexing import GivenBy, Kind
from goftogu.index.topics import TopicMark
from goftogu.model import Bilingual, Exchange, Interview, Paragraph, Picture, Provenance, Role, Section, Speaker
from goftogu.persian.dates.calendar import Calendar, PartialDate
from goftogu.persian.orthography.differences import Differences
from goftogu.transcripts.collation import Collation, Edit, EditKind
from goftogu.translation.memory.entry import State, Translation
from tests import drawn
from tests.entries import a_person, a_topic
from tests.talks import a_turn

ARGOS: Final = "argos translate-fa_en 1.5"
DRAFT: Final = "draft: language model"


def paragraph(identifier: str, record: str) -> Paragraph:
    """Make a paragraph whose reading text has the half-space that «گفتوگو» lacks."""
    return Paragraph(identifier, record, record.replace("گفتوگو", "گفت\u200cوگو"), line=0)


def vocabulary() -> Vocabulary:
    """Return two people, two bodies and three topics."""
    people = (
        a_person(
            "ahmadi",
            PersonKind.PERSON,
            Bilingual("مریم احمدی", "Maryam Ahmadi"),
            Bilingual("احمدی، مریم", "Ahmadi, Maryam"),
        ),
        a_person("rudaki", PersonKind.PERSON, Bilingual("رودکی", "Rudaki"), Bilingual("رودکی", "Rudaki")),
        a_person(
            "radio", PersonKind.ORGANISATION, Bilingual("رادیو", "Radio, Tehran"), Bilingual("رادیو", "Radio, Tehran")
        ),
        a_person(
            "irib", PersonKind.ORGANISATION, Bilingual("خبرگزاری", "News & Co_ltd"), Bilingual("خبرگزاری", "News")
        ),
    )
    topics = (
        a_topic("water", Bilingual("آب", "Water")),
        a_topic("river", Bilingual("رودخانه", "Rivers & streams"), broader=("water",)),
        a_topic("unused", Bilingual("هیچ", "Nothing")),
    )
    return Vocabulary({topic.id: topic for topic in topics}, {person.id: person for person in people})


def interview() -> Interview:
    """Return an interview with a section, inline Markdown, a link to nowhere, and a speaker whom nobody knows."""
    speakers = (
        Speaker("پرسشگر", Role.INTERVIEWER, organisation="radio", description=paragraph("speaker.1", "گزارشگر")),
        Speaker("خانم احمدی", Role.INTERVIEWEE, person="ahmadi"),
        Speaker("همسایه", Role.OTHER, inferred=True),
    )
    turns = (
        a_turn("t1", "پرسشگر", (paragraph("t1.1", "از گفتوگو با *رودخانه* چه به یاد دارید؟"),), 0, stamped=True),
        a_turn(
            "t2",
            "خانم احمدی",
            (paragraph("t2.1", "آب <b> & نان Tehran Times."), paragraph("t2.2", "و **بس**.")),
            0,
            "s1",
        ),
        a_turn("t4", "پرسشگر", (paragraph("t4.1", "[پیوند](https://example.org/a b?q=آب) و [بند](#t1)؟"),), 1, "s1"),
        a_turn("t5", "همسایه", (paragraph("t5.1", "سپاس."),), 1, "s1"),
    )
    return Interview(
        id="river",
        path="content/interviews/river.md",
        title=paragraph("title", "گفتوگو دربارهٔ «رودخانه»"),
        date=PartialDate(Calendar.JALALI, 1402, 3, 14),
        speakers={speaker.label: speaker for speaker in speakers},
        lede=paragraph("p1", "چکیده"),
        introduction=(paragraph("p2", "کنار رودخانه"),),
        note=paragraph("p3", "متن کامل:"),
        turns=turns,
        exchanges=(Exchange("x-t1", ("t1", "t2")), Exchange("x-t4", ("t4", "t5"))),
        sections=(Section("s1", paragraph("s1", "بخش نخست"), "t2"),),
        provenance=Provenance(name="irib", url="https://example.org/news", received="2023-06-05", file="river.txt"),
        raw=False,
    )


TRANSLATIONS: Final = {
    "title": Translation("A Talk about the “River”", State.REVIEWED, DRAFT, by="Jane Doe"),
    "speaker.1": Translation("reporter", State.MACHINE, ARGOS),
    "p1": Translation("Summary", State.MACHINE, ARGOS),
    "p2": Translation("By the river", State.DRAFT, DRAFT),
    "s1": Translation("Part One", State.REVIEWED, DRAFT, by=""),
    "t1.1": Translation("What do you remember of the talk with the *river*?", State.MACHINE, ARGOS),
    "t2.1": Translation("Water <b> & bread, Tehran Times.", State.STALE, ARGOS, ("source-changed",)),
    "t2.2": Translation("And **that is all**.", State.DRAFT, DRAFT),
    "t4.1": Translation(
        "A [link](https://example.org/a b?q=آب) and a [turn](#t1)?", State.REVIEWED, DRAFT, by="Jane Doe"
    ),
}
"""Every state; the note and the last turn are missing."""

MARKS: Final = {
    "x-t1": (TopicMark("river", Kind.PRIMARY, GivenBy.MATCH), TopicMark("water", Kind.PASSING, GivenBy.MATCH)),
}


def material(**changes: Any) -> Material:
    """Return the material of the interview.

    Args:
        changes: Fields of the interview, or ``config``, ``translations``, ``collation`` and ``files`` of pictures.
    """
    collation, shown = changes.pop("collation", None), drawn.pictures(*changes.pop("files", ()))
    config = changes.pop(
        "config", SiteConfig(Bilingual("بایگانی رود", "River Archive"), url="https://example.org/archive/")
    )
    translations = changes.pop("translations", TRANSLATIONS)
    return Material(
        dataclasses.replace(interview(), **changes), translations, MARKS, vocabulary(), config, collation, shown
    )


PORTRAIT: Final = Picture(
    "portrait", "rad.jpg", paragraph("portrait.alt", "خانم احمدی"), caption=None, credit="عکس: رضا راد", after=""
)
PICTURES: Final = (
    Picture("f1", "map.png", paragraph("f1.alt", "نقشه"), None, "", ""),
    Picture("f2", "rud.jpg", paragraph("f2.alt", "رود"), paragraph("f2.caption", "*سفیدرود*، ۱۳۴۰"), "بایگانی", "t2.1"),
    Picture("f3", "rud.jpg", paragraph("f3.alt", "همان رود"), paragraph("f3.caption", "پل"), "", "s1"),
    Picture("f4", "gone.jpg", paragraph("f4.alt", "پرونده‌ای که نیست"), None, "", "t5.1"),
)
"""Above the text, in a turn, and below a heading; the last one is not published."""
_SAID: Final = {
    "portrait.alt": Translation("Ms Ahmadi", State.REVIEWED, DRAFT, by="Jane Doe"),
    "f2.alt": Translation("A <river>", State.MACHINE, ARGOS),
    "f2.caption": Translation("The *Sefidrud*, 1961", State.MACHINE, ARGOS),
}


def illustrated(**changes: Any) -> Material:
    """Return the material of the interview with a portrait and pictures; see :func:`material`."""
    usual = {
        "portrait": PORTRAIT,
        "pictures": PICTURES,
        "files": ("rad.jpg", "map.png", "rud.jpg"),
        "translations": {**TRANSLATIONS, **_SAID},
    }
    return material(**usual | changes)


COLLATION: Final = Collation(
    (
        Edit(EditKind.ADDED, "", "", "", "پیش از همه", "", ""),
        Edit(EditKind.CHANGED, "t1.1", "t1", "چه <", "چه &", "", ""),
        Edit(EditKind.HEADING, "s1", "s1", "", "بخش نخست", "", ""),
    ),
    Differences(restored=1),
)
"""Two edits and a heading."""


def alike(state: State = State.DRAFT, origin: str = DRAFT, by: str | None = None) -> dict[str, Translation]:
    """Return translations that are all of one kind."""
    return {unit.id: Translation(f"English of {unit.id}", state, origin, by=by) for unit in interview().units()}


def bare() -> Material:
    """Return the material of an interview about which next to nothing is known."""
    return material(
        date=None,
        lede=None,
        introduction=(),
        note=None,
        sections=(),
        provenance=Provenance(),
        speakers={
            "پرسشگر": Speaker("پرسشگر", Role.INTERVIEWER),
            "خانم احمدی": Speaker("خانم احمدی", Role.INTERVIEWEE),
            "همسایه": Speaker("همسایه", Role.OTHER),
        },
        config=SiteConfig(),
        translations={},
    )


def talk(*texts: str, **changes: Any) -> Interview:
    """Return an interview whose first turn has some paragraphs."""
    made = interview()
    units = tuple(paragraph(f"t1.{number}", text) for number, text in enumerate(texts, 1))
    first = dataclasses.replace(made.turns[0], paragraphs=units)
    return dataclasses.replace(made, turns=(first, *made.turns[1:]), **changes)
