"""An interview in the languages of the archive as one HTML file, to send in a message or keep on a device.

It needs nothing else: no other file, no script, no network. The Persian of a turn is followed by its English; three
buttons show one of the two alone, where the reader's program knows ``:has()``.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from goftogu import markup
from goftogu.edition import shapes
from goftogu.edition.material import Material
from goftogu.edition.messages import NAMES
from goftogu.exports import styling, xml
from goftogu.exports.xhtml import WIDTH, XhtmlPieces, tongue
from goftogu.exports.xml import Element, lines, node
from goftogu.model import Language, Paragraph, Picture, Role, Turn
from goftogu.persian import digits
from goftogu.pictures.published import MEDIA_TYPES

_STYLE: Final = """
:root { color-scheme: light dark; --ground: #fbfaf7; --ink: #1d1b18; --quiet: #5a554d; --accent: #0b5c6b;
  --question: #8a3b12; --target: #edf1ef; --border: #857d70; }
@media (prefers-color-scheme: dark) { :root { --ground: #14161a; --ink: #e9e5dc; --quiet: #b0aa9f; --accent: #7cc7d6;
  --question: #f0a578; --target: #1b2327; --border: #8b857a; } }
* { box-sizing: border-box; }
body { margin: auto; max-inline-size: 36rem; padding: 1.25rem; background: var(--ground); color: var(--ink);
  font-size: 1.125rem; overflow-wrap: break-word; }
h1 { font-size: 1.5rem; line-height: 1.5; }
h2 { font-size: 1.25rem; }
h3 { margin-block: 2rem 0; font-size: .9375rem; color: var(--accent); }
h3 a { display: inline-block; min-inline-size: 2.75rem; padding: .5rem; color: var(--quiet); text-decoration: none; }
p, ul { margin-block: .5rem; padding: 0; list-style: none; }
em:lang(fa) { font-style: normal; font-weight: bold; }
a { color: var(--accent); }
.state, footer { color: var(--quiet); font-size: 1rem; }
footer { margin-block-start: 2.5rem; }
footer h2 { font-size: 1rem; }
div:lang(en) { color: var(--quiet); }
.question > div { padding-inline-start: 1rem; border-inline-start: 3px solid var(--question); }
.question h3 { color: var(--question); }
:target { background: var(--target); box-shadow: 0 0 0 .5rem var(--target); }
fieldset { margin-block: 1.5rem; border: 1px solid var(--border); }
label { display: inline-block; min-block-size: 2.75rem; padding-block: .25rem; padding-inline-end: 1.25rem;
  white-space: nowrap; }
input { accent-color: var(--accent); }
body:has(#view-fa:checked) :is(div, header, footer, h3 > span)[lang=en] { display: none; }
body:has(#view-en:checked) :is(div, header, footer, h3 > span)[lang=fa] { display: none; }
body:has(#view-en:checked) div:lang(en) { color: inherit; }
@supports not selector(:has(*)) { fieldset { display: none; } }
@media print { fieldset { display: none; } }
"""
_FACES: Final = f"""\
:lang(fa) {{ line-height: 1.95; font-family: {styling.PERSIAN}; }}
:lang(en) {{ line-height: 1.6; font-family: {styling.LATIN}; font-size-adjust: .49; }}
:lang(en) :lang(fa) {{ font-size-adjust: none; }}
"""
_PICTURES: Final = """\
figure { margin: 1rem 0; }
img { max-inline-size: 100%; block-size: auto; }
body > figure:first-child { inline-size: 8rem; }
"""
Placed = Mapping[str, Sequence[Picture]]
"""The pictures by the id of what they follow."""
_VIEWS: Final = (("both", Language.FA, "هر دو"), *((str(language), language, NAMES[language]) for language in Language))


def single(material: Material) -> bytes:
    """Write the interview as one HTML file."""
    pictured = _PICTURES if material.pictures.published else ""
    shape = shapes.style(material.interview)
    head = lines(
        "head",
        {},
        node("meta", {"charset": "utf-8"}),
        node("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        node("meta", {"name": "color-scheme", "content": "light dark"}),
        node("meta", {"name": "robots", "content": "noindex"}),
        node("title", {}, f"{markup.bare(material.interview.title.reading)} · {material.config.title.fa}"),
        node("style", {}, xml.raw(f"{styling.own_face()}{_STYLE}{_FACES}{styling.STATE_MARKS}{pictured}{shape}")),
    )
    pictures = _sources(material)
    editions = [XhtmlPieces(material, language, pictures) for language in material.config.editions]
    body = lines("body", {}, *_body(material, editions))
    return xml.page(lines("html", {"lang": material.page_tag(Language.FA), "dir": "rtl"}, head, body))


def _body(material: Material, editions: list[XhtmlPieces]) -> Iterator[Element]:
    interview = material.interview
    placed = material.pictures.placed(interview)
    if interview.portrait and material.pictures.of(interview.portrait):
        yield _figure(editions, interview.portrait)
    for edition in editions:
        yield edition.block("header", edition.title(), *edition.imprint())
    if len(editions) > 1:
        yield _views()
    for edition in editions:
        yield edition.block("div", *edition.front())
    yield from _figures(editions, placed, (interview.title, *interview.front()))
    yield from (edition.block("div", edition.conversation()) for edition in editions)
    sections = {section.first: section for section in interview.sections}
    for number, turn in enumerate(interview.turns, 1):
        if turn.id in sections:
            section = sections[turn.id]
            yield from (
                edition.block("div", edition.section(section.title), *edition.about(section)) for edition in editions
            )
            yield from _figures(editions, placed, (section.title,))
        yield _turn(material, editions, turn, digits.format_fa(number))
        yield from _figures(editions, placed, turn.paragraphs)
    yield from _notes(material, editions)
    yield from (edition.block("footer", *edition.colophon()) for edition in editions)


def _notes(material: Material, editions: list[XhtmlPieces]) -> Iterator[Element]:
    notes = material.interview.footnotes
    if notes:
        yield from (edition.block("div", edition.notes()) for edition in editions)
    for note in notes:
        said = (edition.note("div", tongue(edition.language), note) for edition in editions)
        yield lines("section", {"id": note.text.id}, *said)


def _figures(editions: list[XhtmlPieces], placed: Placed, units: Iterable[Paragraph]) -> Iterator[Element]:
    """Yield the pictures below some paragraphs, each once, with its words in both languages."""
    return (_figure(editions, picture) for unit in units for picture in placed.get(unit.id, ()))


def _figure(editions: list[XhtmlPieces], picture: Picture) -> Element:
    captions = [edition.block("div", *said) for edition in editions if (said := list(edition.caption(picture)))]
    words = [*captions, *editions[0].credit(picture)]
    return lines("figure", {}, editions[0].image(picture), *([lines("figcaption", {}, *words)] if words else []))


def _sources(material: Material) -> Callable[[Picture], str]:
    """Return what gives pictures as part of the file itself."""

    @cache
    def address(file: str) -> str:
        size = material.pictures.published[file].nearest(WIDTH)
        data = base64.b64encode(material.pictures.data(file, size.path)).decode()
        return f"data:{MEDIA_TYPES[size.path.rpartition('.')[2]]};base64,{data}"

    return lambda picture: address(picture.file)


def _views() -> Element:
    """Make the buttons that show one of the two languages alone."""
    buttons = []
    for view, language, name in _VIEWS:
        button = {"type": "radio", "name": "view", "id": f"view-{view}", "checked": "checked" if view == "both" else ""}
        buttons.append(node("label", tongue(language), node("input", button), f" {name}"))
    return lines("fieldset", {}, node("legend", {}, "نمایش"), *buttons)


def _label(material: Material, turn: Turn, pieces: XhtmlPieces) -> Iterator[Element | str]:
    """Yield what is above a turn in one language: who speaks, when, and the state of the translation."""
    yield pieces.speaker(turn)
    yield from pieces.moment(turn)
    yield from styling.state_mark(material, turn, pieces.language, mixed=pieces.mixed)


def _turn(material: Material, editions: list[XhtmlPieces], turn: Turn, number: str) -> Element:
    asked = material.interview.speakers[turn.speaker].role == Role.INTERVIEWER
    names = [node("span", tongue(item.language), *_label(material, turn, item)) for item in editions]
    named = (part for name in names for part in (name, " "))
    heading = node("h3", {}, *named, node("a", {"href": f"#{turn.id}"}, number))
    said = [
        edition.block("div", *(part for unit in turn.paragraphs for part in edition.passage(unit)))
        for edition in editions
    ]
    return lines("section", {"id": turn.id, "class": "question" if asked else ""}, heading, *said)
