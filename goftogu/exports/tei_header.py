"""The header of a TEI document: title, responsibility, source, people and topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from goftogu import markup
from goftogu.content import languages
from goftogu.content.vocabulary import Topic
from goftogu.conventions import tongues, withheld
from goftogu.edition import translation_credits, wording
from goftogu.edition.material import Material
from goftogu.edition.rights import HOLDER, OwnedRights
from goftogu.exports import tei_particulars, timeline
from goftogu.exports.xml import Element, lines, node
from goftogu.model import Bilingual, Language, Paragraph, Role, Speaker
from goftogu.persian.dates.calendar import DateValue, iso
from goftogu.translation.memory.entry import State

_TRANSLATED: Final = (
    "The text is the reading text. The {} is a translation; each of its paragraphs names its state and maker."
)
_ALONE: Final = "متن همان متن خواندنی است."
_MADE: Final = "{} translation made by"
_REVIEWED: Final = "{} translation reviewed by"
_CHANGED: Final = "{} translation reviewed; passages: {}"


def responsible(material: Material, unit: Paragraph) -> list[tuple[str, str]]:
    """Return what was done to the English of a paragraph, and who or what did it."""
    found = material.english(unit)
    reviewer = found.by if found.state == State.REVIEWED else None
    language = languages.NAMES[material.original.other].en
    return [(task.format(language), name) for task, name in ((_MADE, found.origin), (_REVIEWED, reviewer)) if name]


def agents(material: Material) -> dict[tuple[str, str], str]:
    """Return the ids of all who had to do with the English, by what they did and their names."""
    found = sorted({agent for unit in material.interview.units() for agent in responsible(material, unit)})
    return {agent: f"agent-{number}" for number, agent in enumerate(found, 1)}


def header(material: Material) -> Element:
    """Make the ``teiHeader``."""
    parts = [_file(material), _encoding(material), _profile(material)]
    revisions = [
        node("change", {"when": item.date, "xml:lang": Language.FA}, item.note) for item in material.interview.revisions
    ]
    revisions += _reviews(material)
    return lines("teiHeader", {}, *parts, *([lines("revisionDesc", {}, *revisions)] if revisions else []))


def _reviews(material: Material) -> Iterator[Element]:
    """Yield when the translation was reviewed, and by whom."""
    language = languages.NAMES[material.original.other].en
    known = agents(material)
    for row in translation_credits.reviews(material):
        who = known.get((_REVIEWED.format(language), row.name))
        said = {"who": f"#{who}" if who else "", "xml:lang": Language.EN}
        for day in row.days[-1:]:
            yield node("change", {"when": day, **said}, _CHANGED.format(language, row.passages))


def _file(material: Material) -> Element:
    return lines(
        "fileDesc",
        {},
        lines("titleStmt", {}, *_title(material)),
        lines("publicationStmt", {}, *_publication(material)),
        *tei_particulars.series(material),
        lines("sourceDesc", {}, _source(material), *_recordings(material)),
    )


def _title(material: Material) -> Iterator[Element]:
    title, told = material.interview.title, material.config.editions[-1]
    for language in material.languages(title):
        yield node("title", {"xml:lang": material.tag_of(language)}, material.plain(title, language))
    for role in (Role.INTERVIEWEE, Role.INTERVIEWER):
        for credit in material.credits(role):
            name = node("name", {"xml:lang": told if credit.known else material.original}, credit.name(told))
            yield lines("respStmt", {}, node("resp", {}, wording.ROLES[role][told].lower()), name)
    yield from tei_particulars.responsible(material)
    for (task, agent), identifier in agents(material).items():
        yield lines("respStmt", {"xml:id": identifier}, node("resp", {}, task), node("name", {}, agent))


def _publication(material: Material) -> Iterator[Element]:
    config = material.config
    yield from (node("publisher", {"xml:lang": language}, config.title[language]) for language in config.editions)
    yield node("idno", {"type": "interview"}, material.interview.id)
    yield from tei_particulars.identifiers(material)
    for language in config.editions:
        yield node("idno", {"type": "URI" if config.url else "path"}, material.address(language))
        yield node("idno", {"type": f"version-{language}"}, material.version(language))
    rights = material.rights
    if any(rights.sentences(config.editions[-1])):
        owned = lines("licence", {"target": rights.licence}, *_rights(rights, config.editions))
        yield lines("availability", {}, owned, *_translated(rights, config.editions))


def _rights(rights: OwnedRights, languages: Iterable[Language]) -> Iterator[Element]:
    for language in languages:
        yield node("p", {"xml:lang": language}, rights.brief(language))
        if rights.holder and rights.statement:
            yield node("p", {"xml:lang": language}, HOLDER[language].format(rights.holder[language]))
    if rights.note:
        yield node("p", {"xml:lang": Language.FA}, rights.note)


def _translated(rights: OwnedRights, languages: Iterable[Language]) -> Iterator[Element]:
    """Yield the licence of the translation, where it has one of its own."""
    if rights.translation:
        said = (node("p", {"xml:lang": language}, *rights.translated(language)) for language in languages)
        yield lines("licence", {"target": rights.translation}, *said)


def _recordings(material: Material) -> Iterator[Element]:
    """Yield the recordings; where none is published, how long the talk took."""
    yield from timeline.recordings(material) if material.recordings else tei_particulars.recording(material)


def _source(material: Material) -> Element:
    provenance, interview = material.interview.provenance, material.interview
    title = node("title", {"xml:lang": material.tag_of(material.original)}, markup.bare(interview.title.reading))
    publishers = [
        node("publisher", {"xml:lang": language}, name)
        for language in (material.config.editions if provenance.name else [Language.FA])
        if (name := material.publisher(language))
    ]
    links = [node("ref", {"target": provenance.url}, provenance.url)] if provenance.url else []
    days = {"published": provenance.published, "received": provenance.received}
    dated = [node("date", {"type": name, "when": day}, day) for name, day in days.items() if day]
    file = "" if withheld.is_closed(interview) else provenance.file
    held = [_date(material, interview.date, Language.FA)] if interview.date else []
    return lines(
        "bibl",
        {"xml:id": "received" if material.collation and material.collation.edits else ""},
        title,
        *publishers,
        *held,
        *dated,
        *([node("idno", {"type": "file"}, file)] if file else ()),
        *links,
    )


def _encoding(material: Material) -> Element:
    language = material.config.editions[-1]
    translated = _TRANSLATED.format(languages.NAMES[material.original.other].en)
    about = translated if material.config.translated else _ALONE
    notes = [about, *wording.account(material, language)]
    states = [_category(f"state-{state}", wording.states(material.original)[state]) for state in _states(material)]
    used = {mark.topic for marks in material.marks.values() for mark in marks}
    topics = [_topic(topic, used) for topic in material.vocabulary.topics.values() if topic.id in used]
    taxonomies = [lines("taxonomy", {"xml:id": "states"}, *states)] if material.config.translated else []
    if topics:
        taxonomies.append(lines("taxonomy", {"xml:id": "topics"}, *topics))
    return lines(
        "encodingDesc",
        {},
        lines("editorialDecl", {}, *(node("p", {"xml:lang": language}, note) for note in notes)),
        *([lines("classDecl", {}, *taxonomies)] if taxonomies else []),
    )


def _states(material: Material) -> Iterator[State]:
    """Yield the states of the translation; that of what was said in its language only where there is such a passage."""
    spoken = any(tongues.needs_no_translation(unit.language) for unit in material.interview.units())
    yield from (state for state in State if spoken or state is not State.ORIGINAL)


def _topic(topic: Topic, used: set[str]) -> Element:
    above = " ".join(f"#topic-{broader}" for broader in topic.broader if broader in used)
    return _category(f"topic-{topic.id}", topic.label, above)


def _category(identifier: str, label: Bilingual, above: str = "") -> Element:
    described = (node("catDesc", {"xml:lang": language}, label[language]) for language in Language if label[language])
    return lines("category", {"xml:id": identifier, "corresp": above}, *described)


def _profile(material: Material) -> Element:
    interview, editions = material.interview, material.config.editions
    people = [_speaker(material, number, item) for number, item in enumerate(interview.speakers.values(), 1)]
    main = " ".join(f"#topic-{topic.id}" for topic in material.topics())
    classes = [*tei_particulars.keywords(material, material.particulars.keywords)]
    classes += [node("catRef", {"scheme": "#topics", "target": main})] if main else []
    written = (node("language", {"ident": tag}, name) for tag, name in _languages(material).items())
    return lines(
        "profileDesc",
        {},
        lines("creation", {}, *([_date(material, interview.date, editions[-1])] if interview.date else [])),
        *tei_particulars.profile(material),
        lines("langUsage", {}, *written, *tei_particulars.spoken(material)),
        lines("particDesc", {}, lines("listPerson", {}, *people)),
        *([lines("textClass", {}, *classes)] if classes else []),
    )


def _languages(material: Material) -> dict[str, str]:
    """Return the names of the languages of the text by their tags; a tag that has no name is its own."""
    text = {tag: languages.NAMES[tag].en for tag in map(material.tag_of, material.config.editions)}
    told = {*text, *material.particulars.languages}
    others = dict.fromkeys(unit.language for unit in material.interview.units() if unit.language)
    names = {tag: languages.NAMES[tag].en if tag in languages.NAMES else tag for tag in others if tag not in told}
    return {**text, **names}


def _speaker(material: Material, number: int, speaker: Speaker) -> Element:
    person = material.vocabulary.people.get(speaker.person)
    body = material.vocabulary.people.get(speaker.organisation)
    editions = material.config.editions
    return lines(
        "person",
        {"xml:id": f"who-{number}", "role": speaker.role},
        node("persName", {"type": "label", "xml:lang": material.tag_of(material.original)}, speaker.label),
        *(node("persName", {"xml:lang": language}, person.name[language]) for language in editions if person),
        *(node("affiliation", {"xml:lang": language}, body.name[language]) for language in editions if body),
        *(_descriptions(material, speaker.description) if speaker.description else ()),
    )


def _descriptions(material: Material, unit: Paragraph) -> Iterator[Element]:
    yield node("note", {"xml:lang": material.tag_of(material.original), "xml:id": unit.id}, unit.reading)
    found = material.english(unit)
    if found.text:
        said = {
            "xml:lang": material.tag_of(material.original.other),
            "corresp": f"#{unit.id}",
            "ana": f"#state-{found.state}",
        }
        yield node("note", said, found.text)


def _date(material: Material, date: DateValue, language: Language) -> Element:
    exact = iso(date)
    when = {"when": exact} if exact else {"notBefore": date.first.isoformat(), "notAfter": date.last.isoformat()}
    return node("date", {**when, "xml:lang": material.tag_of(language)}, material.date(language))
