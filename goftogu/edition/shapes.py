"""Paragraphs as blocks of HTML: plain ones, lists, quotations and poems, each in its language and direction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from markupsafe import Markup

from goftogu import markup
from goftogu.conventions import forms, relative_links, tongues
from goftogu.conventions.forms import TextForm
from goftogu.conventions.marks import Conventions
from goftogu.model import DIRECTIONS, Interview, Language, Paragraph

_TAGS: Final[Mapping[str, str]] = {
    TextForm.PLAIN: "p",
    TextForm.POEM: "div",
    TextForm.QUOTE: "blockquote",
    TextForm.BULLETS: "ul",
    TextForm.NUMBERS: "ol",
}
_ITEM: Final = Markup("<li>%s</li>")
_PARAGRAPH: Final = Markup("<p>%s</p>")
_VERSE: Final = Markup('<p class="verse">%s</p>')
_HALF: Final = Markup("<span>%s</span>")


STYLE: Final = """\
section ul { list-style: disc; } section ul, section ol { padding-inline-start: 1.5em; }
section ol:lang(fa) { list-style: persian; }
blockquote { margin: .5em 0; padding-inline-start: 1em; border-inline-start: 1px solid; }
.verse span { display: inline-block; min-width: 48%; }
.stage { font-size: .9em; font-style: normal; font-weight: normal; opacity: .8; }
sup { line-height: 0; }
"""
"""What a book and a single file need for forms, stage notes and notes."""


class Shape(NamedTuple):
    """A block: its tag, its attributes, and what is in it."""

    tag: str
    attributes: Mapping[str, str]
    inside: Markup

    def beside(self, language: Language) -> Shape:
        """Return the block for a page in a folder beside that of its language."""
        return self._replace(inside=relative_links.beside(self.inside, language))

    def anchored(self, name: str) -> Shape:
        """Return the block with an id, unless it has one or the name is empty."""
        return self._replace(attributes={"id": name, **self.attributes}) if name else self

    @property
    def block(self) -> Markup:
        """The whole element."""
        named = Markup("").join(Markup(' %s="%s"') % item for item in self.attributes.items())
        return Markup("<%s%s>%s</%s>") % (self.tag, named, self.inside, self.tag)


def shape(unit: Paragraph, text: str, language: str, conventions: Conventions | None = None) -> Shape:
    """Return a paragraph as a block.

    Args:
        unit: The paragraph.
        text: Its text in a language.
        language: That language; the text itself says its language when it is that of the paragraph.
        conventions: What brackets in it mean.
    """
    own = tongue(unit) if text == unit.reading else {}
    script = tongues.of_script(text) if own else language
    form = TextForm(unit.form) if unit.form in {"", TextForm.POEM} else forms.of(text)
    attributes = {**_own(form, text), **own}
    return Shape(_TAGS[form], attributes, _inside(text, form, script, conventions))


def style(interview: Interview) -> str:
    """Return the rules that a book or a single file of an interview needs, beside those of all."""
    special = interview.footnotes or interview.stage_notes or any(unit.form for unit in interview.units())
    return STYLE if special else ""


def _own(form: TextForm, text: str) -> dict[str, str]:
    """Return the attributes that follow from a form."""
    if form == TextForm.POEM:
        return {"class": "poem"}
    first = forms.first_number(text) if form == TextForm.NUMBERS else 1
    return {"start": str(first)} if first != 1 else {}


def tongue(unit: Paragraph) -> dict[str, str]:
    """Return the attributes of a paragraph in another language than its interview."""
    if not unit.language:
        return {}
    return {"lang": unit.language, "dir": DIRECTIONS[tongues.of_script(unit.reading)]}


def _inside(text: str, form: TextForm, language: str, conventions: Conventions | None) -> Markup:
    if form == TextForm.PLAIN:
        return markup.inline(text, language, conventions)
    made = (_part(part, form, language, conventions) for part in forms.parts(text, form))
    return Markup("\n").join(made)


def _part(text: str, form: TextForm, language: str, conventions: Conventions | None) -> Markup:
    if form == TextForm.POEM:
        halves = (_HALF % markup.inline(half, language, conventions) for half in forms.halves(text))
        return _VERSE % Markup(" ").join(halves)
    made = markup.inline(text, language, conventions)
    return (_PARAGRAPH if form == TextForm.QUOTE else _ITEM) % made


def inline(unit: Paragraph, text: str, made: Markup, language: str) -> Markup:
    """Return inline HTML of a text, isolated where it is in the language of its paragraph.

    Args:
        unit: The paragraph.
        text: The text.
        made: Its inline HTML.
        language: The language of the line around it.
    """
    own = tongue(unit) if text == unit.reading else {}
    if own and own["lang"] != language:
        return Markup('<bdi lang="%s" dir="%s">%s</bdi>') % (own["lang"], own["dir"], made)
    return made
