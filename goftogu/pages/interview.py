"""The pages of an interview: Persian, English, and both in parallel, with the interface in either language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import NamedTuple

from markupsafe import Markup

from goftogu import markup, urls
from goftogu.content.vocabulary import Person
from goftogu.conventions import withheld
from goftogu.conventions.first_words import opening
from goftogu.conventions.relative_links import leads_into_folder
from goftogu.edition import cards, dates, descriptions, metadata, tags, translation_credits
from goftogu.edition.edition import Edition, Link
from goftogu.edition.material import Material
from goftogu.edition.rights import OwnedRights
from goftogu.edition.site import Page, Site
from goftogu.exports import registry
from goftogu.exports.downloads import Download
from goftogu.model import Interview, Language
from goftogu.pages import onward, particulars, playing
from goftogu.pages.citing import Citing, citer
from goftogu.pages.figures import InterviewFigures, figures
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.pages.particulars import Shown
from goftogu.pages.passages import Reading, make_reading, reader
from goftogu.pages.topic_map import strips
from goftogu.pages.voices import Voice
from goftogu.persian.dates.calendar import iso, parse
from goftogu.transcripts import labels

_DESCRIPTION_LENGTH = 200


@dataclass(frozen=True, slots=True)
class CreditLine:
    """A speaker in the opening of a page: role, name, and a few words.

    The name is that of the person, else of the body that the speaker speaks for, else the label of the transcript.
    """

    role: str
    name: Link
    description: Markup


class RightsView(NamedTuple):
    """The rights in an interview as shown; what is not known is empty."""

    holder: Markup
    statement: Markup
    licence: Link | None
    translation: Link | None
    note: Markup


def pages(site: Site, material: Material) -> Iterable[Page]:
    """Plan the pages of one interview; they share its view, which is made when the first one is rendered.

    Args:
        site: Shows this interview.
        material: The interview with its English.
    """
    interview = material.interview
    shown = cache(partial(reader, site, interview))
    reading, found = (
        cache(partial(make_reading, site, interview, beside=False)),
        partial(figures, site, interview, material.pictures),
    )
    texts = (*(unit.reading for unit in interview.units()), *(found.text for found in material.translations.values()))
    apart = cache(partial(make_reading, site, interview, beside=True)) if leads_into_folder(texts) else reading
    offered = [download for download in registry.offered(site.config, interview) if download.label]
    history = cache(partial(_history, material))
    shared = _Shared(material, reading, apart, citer(material), cache(found), shown, offered, history)
    for view, language in site.config.views.items():
        template = "both.html.jinja" if view in urls.PARALLEL else "interview.html.jinja"
        path = urls.interview(view, interview.id)
        yield Page(path, template, language, partial(_context, Edition(site, language), view, shared))


class _Shared(NamedTuple):
    """What the pages of an interview share: itself, its view, that beside its folder, how it is cited, its pictures.

    The last two are the downloads that are offered, and what happened to the text.
    """

    material: Material
    reading: Callable[[], Reading]
    beside: Callable[[], Reading]
    citing: Callable[..., Citing]
    figures: Callable[[], InterviewFigures]
    shown: Callable[[], Shown]
    downloads: Sequence[Download]
    history: Callable[[], Mapping[str, object]]


def _context(edition: Edition, view: str, shared: _Shared) -> Mapping[str, object]:
    reading, config = shared.beside() if view in urls.PARALLEL else shared.reading(), edition.site.config
    interview = reading.interview
    here = urls.interview(view, interview.id)
    return {
        **_own_language(edition, shared.material),
        **_ways(edition, here, shared),
        "frame": frame(
            edition,
            lambda other: urls.interview(other, interview.id),
            _carded(edition, _about(edition, view, shared.material), shared),
            view=view,
            views=config.switched(edition.language),
        ),
        "reading": reading,
        "figures": shared.figures(),
        "both": view in urls.PARALLEL,
        "held": interview.date,
        **shared.history(),
        "revisions": [(parse(item.date), item.note and edition.persian(item.note)) for item in interview.revisions],
        "rights": _rights(edition, shared.material.rights),
        "withheld": withheld.count(interview),
        "day": iso(interview.date) if interview.date else "",
        "credits": list(_credits(edition, here, reading)),
        "topics": _chips(edition, here, reading),
        "spread": [] if view in urls.PARALLEL else strips(edition, here, interview),
        "source": _source(edition, interview),
        "original": str(interview.original),
        "translated": len(shared.material.tongues) > 1,
        "citing": shared.citing(edition.language, both=view in urls.PARALLEL),
        "particulars": particulars.view(edition, here, shared.material, shared.shown),
        "about": particulars.sections(shared.material, shared.shown),
        "beside": particulars.beside(edition, view, here, edition.site.neighbours),
        "onward": onward.onward(edition, view, here, edition.site.neighbours),
    }


def _ways(edition: Edition, here: str, shared: _Shared) -> Mapping[str, object]:
    """Return what a page leads to: scripts, the other languages, its edits, its downloads."""
    config, interview = edition.site.config, shared.material.interview
    return {
        "script": urls.href(here, urls.REACH_SCRIPT),
        "player": playing.player(shared.material, edition.language, here),
        "across": {language: urls.href(here, urls.interview(language, interview.id)) for language in config.editions},
        "edits": urls.href(here, urls.edits(edition.language, interview.id)),
        "downloads": [
            (urls.href(here, urls.data(interview.id, download.ending)), download.label) for download in shared.downloads
        ],
    }


def _own_language(edition: Edition, given: Material) -> Mapping[str, object]:
    """Return what takes the place of what all pages have, where the interview is Dari and the site not, or reversed."""
    if given.dari == edition.site.config.dari:
        return {}
    date = partial(dates.written, language=edition.language, dari=given.dari)
    return {"date": date, "tags": tags.tags(dari=given.dari)}


def _rights(edition: Edition, found: OwnedRights) -> RightsView:
    holder = edition.label(found.holder) if found.holder else Markup()
    statement = edition.label(found.statement) if found.statement else Markup()
    return RightsView(
        holder,
        statement,
        edition.licence(found.licence),
        edition.licence(found.translation),
        edition.persian(found.note) if found.note else Markup(),
    )


def _history(given: Material) -> Mapping[str, object]:
    """Return when the text was published and received, and who reviewed its translation."""
    source = given.interview.provenance
    days = {"published": source.published, "received": source.received}
    return {
        "days": {name: parse(day) if day else None for name, day in days.items()},
        "reviews": [(row, [parse(day) for day in row.days]) for row in translation_credits.reviews(given)],
        "began": translation_credits.beginnings(given),
    }


def _carded(edition: Edition, about: About, shared: _Shared) -> About:
    """Return what is said of a page with the card of the interview, if there is one."""
    portrait = shared.figures().portrait is not None
    return replace(
        about, card=cards.path(edition.site, edition.language, shared.material.interview.id, portrait=portrait)
    )


def _about(edition: Edition, view: str, given: Material) -> About:
    """Describe a page. A parallel page, which search engines should ignore, has no metadata."""
    interview, language = given.interview, edition.language
    title = edition.plain(interview, interview.title)
    description = opening(descriptions.description(given, language), _DESCRIPTION_LENGTH)
    paired = len(given.tongues) > 1
    if view in urls.PARALLEL:
        return About(title, description, paired=paired, dari=given.dari)
    things = (metadata.article(given, language, description),) if edition.site.config.url else ()
    names = tuple(metadata.references(given, language))
    tongue = given.tongue(language)
    return About(title, description, "interviews", names, things, paired=paired, tongue=tongue, dari=given.dari)


def _credits(edition: Edition, here: str, reading: Reading) -> Iterator[CreditLine]:
    interview = reading.interview
    for label, speaker in interview.speakers.items():
        if labels.is_introduced(speaker):
            yield _credit(edition, here, reading.voices[label], interview.original)


def _credit(edition: Edition, here: str, voice: Voice, original: Language) -> CreditLine:
    description = voice.description.within(edition.language) if voice.description else Markup()
    named = voice.person or voice.organisation
    if named is None:
        label = voice.fa if original is Language.FA else voice.en
        shown = label if edition.language == original else markup.isolated(label, original)
        return CreditLine(voice.role, Link("", shown), description)
    return CreditLine(voice.role, _named(edition, here, named), description)


def _named(edition: Edition, here: str, person: Person) -> Link:
    href = urls.href(here, urls.person(edition.language, person.id)) if person.public else ""
    return Link(href, edition.label(person.name))


def _chips(edition: Edition, here: str, reading: Reading) -> dict[str, Link]:
    known = edition.site.vocabulary.topics
    used = {topic for exchange in reading.exchanges for topic in exchange.topics}
    return {
        topic: Link(urls.href(here, urls.topic(edition.language, topic)), edition.label(known[topic].label))
        for topic in known
        if topic in used
    }


def _source(edition: Edition, interview: Interview) -> Link | None:
    provenance = interview.provenance
    body = edition.site.vocabulary.people.get(provenance.name)
    if body is not None:
        return Link(provenance.url, edition.label(body.name))
    name = provenance.name_text
    return Link(provenance.url, edition.persian(name)) if name else None
