"""A small archive made of values, for the tests of what comes after reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from goftogu.content.other_names import NameKind, OtherName, Scheme
from goftogu.content.pages import FreePage
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import PersonKind, Vocabulary
from goftogu.edition.site import Site
from goftogu.index.chronology import DateMention
from goftogu.index.indexing import Findings, Mention
from goftogu.index.topics import Entry, GivenBy, Kind
from goftogu.model import (
    Bilingual,
    Exchange,
    Interview,
    Language,
    Paragraph,
    Provenance,
    Role,
    Section,
    Speaker,
)
from goftogu.persian.dates import calendar
from goftogu.translation.memory.memory import State, Translation
from tests.archives import Archive
from tests.entries import a_person, a_place, a_topic
from tests.talks import a_turn

ENGLISH: Final[Mapping[str, str]] = {
    "title": "The President and the Sea",
    "speaker.1": "Host of the evening programme",
    "p1": "On trade and on the sea.",
    "p2": "The text follows.",
    "s1": "On trade",
    "t1.1": "How is trade going?",
    "t2.1": "It grows.",
    "t2.2": "It will grow faster.",
    "t3.1": "And the sea?",
    "t4.1": "The sea is ours to keep.",
}


def paragraph(name: str, record: str, reading: str = "") -> Paragraph:
    return Paragraph(name, record, reading or record, line=7)


def interview(name: str = "sea", date: str = "2025-12-13") -> Interview:
    """Two exchanges; the text has one half-space restored and one letter shown in its Persian form."""
    return Interview(
        id=name,
        path=f"content/interviews/{name}.md",
        title=paragraph("title", "رئیس جمهور و دریا"),
        date=calendar.parse(date) if date else None,
        speakers={
            "مجری": Speaker(
                "مجری", Role.INTERVIEWER, organisation="radio", description=paragraph("speaker.1", "مجری برنامهٔ شب")
            ),
            "آقای سرو": Speaker("آقای سرو", Role.INTERVIEWEE, person="sarv"),
        },
        lede=paragraph("p1", "دربارهٔ تجارت و دریا."),
        introduction=(),
        note=paragraph("p2", "متن در پی می‌آید."),
        turns=(
            a_turn("t1", "مجری", (paragraph("t1.1", "تجارت چگونه پیش ميرود؟", "تجارت چگونه پیش می‌رود؟"),), 0, "s1"),
            a_turn("t2", "آقای سرو", (paragraph("t2.1", "رشد می‌کند."), paragraph("t2.2", "تندتر خواهد شد.")), 0, "s1"),
            a_turn("t3", "مجری", (paragraph("t3.1", "و دریا؟"),), 1),
            a_turn("t4", "آقای سرو", (paragraph("t4.1", "نگهداری از دریا با ماست."),), 1),
        ),
        exchanges=(Exchange("x-t1", ("t1", "t2")), Exchange("x-t3", ("t3", "t4"))),
        sections=(Section("s1", paragraph("s1", "دربارهٔ تجارت"), "t1"),),
        provenance=Provenance(name="radio", received="2025-12-14"),
        raw=False,
    )


def rewritten(held: Interview, change: Callable[[str], str]) -> Interview:
    """The same interview with every reading text changed."""

    def again(item: Paragraph) -> Paragraph:
        return replace(item, reading=change(item.reading))

    turns = (replace(turn, paragraphs=tuple(map(again, turn.paragraphs))) for turn in held.turns)
    return replace(
        held,
        title=again(held.title),
        lede=again(held.lede) if held.lede else None,
        note=again(held.note) if held.note else None,
        turns=tuple(turns),
        sections=tuple(replace(section, title=again(section.title)) for section in held.sections),
    )


def vocabulary() -> Vocabulary:
    topics = (
        a_topic(
            "trade", Bilingual("تجارت", "Trade"), related=("sea",), scope=Bilingual("خرید و فروش.", "Buying, selling.")
        ),
        a_topic("sea", Bilingual("دریا", "The sea"), broader=("nature",)),
        a_topic("nature", Bilingual("طبیعت", "Nature")),
    )
    people = (
        a_person("sarv", PersonKind.PERSON, Bilingual("آزاد سرو", "Azad Sarv"), Bilingual("سرو", "Sarv"), public=True),
        a_person(
            "radio",
            PersonKind.ORGANISATION,
            Bilingual("رادیو", "The Radio"),
            Bilingual("رادیو", "Radio"),
            description=Bilingual("رادیوی شهر", "The radio of the city"),
            public=True,
        ),
        a_person("someone", PersonKind.PERSON, Bilingual("کسی", "Someone"), Bilingual("کسی", "Someone")),
    )
    coast = a_place(
        "coast",
        "region",
        Bilingual("ساحل", "The Coast"),
        Bilingual("ساحل", "Coast, The"),
        names=(
            OtherName(
                "کرانه", "Karāna", NameKind.HISTORIC, Scheme.ALA_LC, calendar.parse("1305"), calendar.parse("1357")
            ),
        ),
        coordinates="36.5, 52.1",
        exact=("https://www.wikidata.org/entity/Q1",),
    )
    return Vocabulary(
        topics={item.id: item for item in topics}, people={item.id: item for item in people}, places={"coast": coast}
    )


def findings(name: str) -> Findings:
    """The first exchange is about trade and touches the sea, the second is about the sea."""
    return Findings(
        exchanges=2,
        entries=(
            Entry(name, "x-t1", "t1", "trade", Kind.PRIMARY, GivenBy.MATCH, "t1.1", 0, 5, "تجارت", 1),
            Entry(name, "x-t1", "t2", "sea", Kind.PASSING, GivenBy.EDITOR, "t2.1", 0, 0, "", 2),
            Entry(name, "x-t3", "t3", "sea", Kind.PRIMARY, GivenBy.MATCH, "t3.1", 2, 6, "دریا", 3),
        ),
        people=(Mention("radio", name, "x-t3", "t4", "t4.1", 0, 3, 4),),
        places=(Mention("coast", name, "x-t3", "t4", "t4.1", 0, 3, 4),),
        dates=(DateMention(calendar.parse("1357"), name, "x-t1", "t2", "t2.1", 0, 4, 2, "سال ۵۷"),),
        problems=(),
    )


def english(state: State = State.DRAFT, **changes: Translation) -> dict[str, Translation]:
    """Everything in one state, except what is said by its id (``t2_1`` stands for ``t2.1``)."""
    origin = {State.DRAFT: "draft: language model", State.MACHINE: "argos translate-fa_en 1.5"}.get(state, "")
    found = {name: Translation(text, state, origin) for name, text in ENGLISH.items()}
    return {**found, **{name.replace("_", "."): item for name, item in changes.items()}}


def archive(*interviews: Interview, url: str = "", translations: Mapping[str, Translation] | None = None) -> Archive:
    """An archive of some interviews, of one by default."""
    held = interviews or (interview(),)
    given = english() if translations is None else translations
    title, description = Bilingual("بایگانی", "The Archive"), Bilingual("چند گفت‌وگو.", "Some interviews.")
    pages = (
        FreePage("about", Language.FA, "درباره", "متن **مهم**.", "content/pages/about.fa.md", line=1),
        FreePage(
            "about", Language.EN, "About", "See [topics](topics/index.html).", "content/pages/about.en.md", line=1
        ),
    )
    return Archive(
        Site(SiteConfig(title, description, url=url), vocabulary(), pages),
        held,
        {item.id: given for item in held},
        {item.id: findings(item.id) for item in held},
    )
