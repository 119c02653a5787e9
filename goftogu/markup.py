"""Makes safe HTML from text; no other module turns text of ``content/`` into markup.

Text from ``content/`` is never trusted. Raw HTML and images are off, a link goes to ``http``, ``https``, ``mailto`` or
a relative address, and everything else in a text is shown character by character. A run of the other script is
isolated with its language and direction, so that it cannot disturb the line around it
(:mod:`goftogu.persian.bidi`).
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup, escape

from goftogu.conventions import free_pages, marks, relative_links, withheld
from goftogu.conventions.marks import Conventions, Mark
from goftogu.model import DIRECTIONS, Bilingual, Language
from goftogu.persian import bidi
from goftogu.persian.replacing import replacer

if TYPE_CHECKING:
    from markdown import Markdown

_SIGNS: Final = re.compile(r"[*_\[\\<]")
"""What can begin inline Markdown; a text without any of these never meets the parser."""

_UNSAFE_INLINE: Final = (
    "html", "entity", "automail", "autolink", "image_link", "image_reference", "reference",
    "short_reference", "short_image_ref",
)  # fmt: skip
_BLOCKS: Final = (
    "indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference",
)  # fmt: skip
_BLANK: Final = re.compile(r"\n\s*\n")
_HEADINGS: Final = re.compile(r"^[ \t>]*(?:#|[-=*_][-=*_ ]*$)", re.MULTILINE)
_HEADING: Final = 500
"""How many Markdown characters cost as much as a heading or a line across the page."""
_SHORT: Final = 10_000
"""Texts with at most this many characters are always parsed."""
_MOST_COSTLY: Final = 5 * 10**9
"""What a text may cost: some seconds."""
_LONGEST: Final = 300_000
"""Characters of a page."""
_ANCHOR: Final = re.compile(r'<a href="([^"]*)"')
_TARGET: Final = re.compile(r"\]\(\s*<?([^)>\s]*)")
_SCHEME: Final = re.compile(r"[^/?#]*?:")
_ALLOWED_SCHEMES: Final = frozenset({"http:", "https:", "mailto:"})
_INVISIBLE: Final = re.compile(r"[\x00-\x20\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")

_TAG: Final = re.compile("(<[^>]*>)")
_CHARACTER: Final = re.compile(r"&\#?\w+;|.", re.DOTALL)
"""One character of a text, as HTML has it."""
_WRAPPERS: Final[Mapping[str, Markup]] = {
    language: Markup(f'<bdi lang="{language}" dir="{direction}">%s</bdi>')  # noqa: S704 - made of constants
    for language, direction in DIRECTIONS.items()
}
_AROUND: Final[Mapping[str, Markup]] = {
    bidi.Script.LATIN: _WRAPPERS[Language.EN],
    bidi.Script.PERSIAN: _WRAPPERS[Language.FA],
    bidi.Script.SIGNS: Markup('<bdi dir="ltr">%s</bdi>'),
}
_GAP: Final = "\ufdd0"
"""Takes the place of a mark while a text is parsed; no text may hold it."""
_HELD: Final = Markup('<span class="gap">%s</span>')
_STAGE: Final = Markup('<span class="stage %s">%s</span>')
_REFERENCE: Final = Markup(
    '<sup class="noteref"><a href="#note-%s" id="noteref-%s%s" role="doc-noteref" aria-label="%s">%s</a></sup>'
)
_NAMES: Final = re.compile(r' id="noteref-[^"]*"')
_NUMBER: Final = re.compile(r'(<a class="footnote-ref" href="#[^"]*">)(\d+)<')
_BACK: Final = "goftogu:back"
"""Takes the place of the title of links back to the text, which is that of the language of the page."""
WORDS_BACK: Final = Bilingual("بازگشت به متن", "Back to the text")
_IN_TAG: Final = re.compile(f"<[^>]*{_GAP}")
_MARKED: Final = Markup("%s<mark>%s</mark>%s")
_in_data = replacer({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""Signs that could end a block of data, as JSON writes them."""


@lru_cache(maxsize=512)
def inline(text: str, language: str, conventions: Conventions | None = None) -> Markup:
    """Make one paragraph, title or label safe HTML.

    Args:
        text: Plain text, or text with inline Markdown: emphasis and links.
        language: Language of the text.
        conventions: What its brackets mean, beside what is withheld.

    Returns:
        HTML without a block element around it.
    """
    if "[" in text and (found := _marks(text, language, conventions)):
        return _with_marks(text, found, language)
    if not _SIGNS.search(text) or is_too_costly(text):
        return plain(text, language)
    made = _inline_reader().convert(_BLANK.sub("\n", text.replace("&", "&amp;")))
    return _with_runs(_guarded(made.removeprefix("<p>").removesuffix("</p>")), language)


def plain(text: str, language: str) -> Markup:
    """Make safe HTML of a text that is not Markdown: every character is shown."""
    return _with_runs(escape(text), language)


def bare(text: str, language: str = Language.FA) -> str:
    """Return the words of a text without its markup and its references to notes, as plain text.

    Args:
        text: The text.
        language: Its language, in which gaps are named.
    """
    return inline(marks.without(text), language).striptags() if _SIGNS.search(text) else text


def foreign(text: str, language: str) -> Markup:
    """Make a paragraph, title or label safe HTML within text of the other language."""
    return isolated(inline(text, language), language)


def isolated(made: Markup, language: str) -> Markup:
    """Isolate safe HTML of one language in a line of the other."""
    return _WRAPPERS[language] % made


def unnamed(made: Markup) -> Markup:
    """Return safe HTML that its page shows a second time, without the ids of its references to notes."""
    return Markup(_NAMES.sub("", made)) if "noteref" in made else made  # noqa: S704  attributes are taken away


def paragraphs(parts: Iterable[Markup]) -> Markup:
    """Return each part as a paragraph."""
    return Markup("<p>" + "</p>\n<p>".join(parts) + "</p>")  # noqa: S704 - the parts are safe


def page(text: str, language: str) -> Markup:
    """Make a free page from Markdown; one that is too long or whose lists are nested without end is shown as typed."""
    try:
        made = "" if is_too_long(text) else _page_reader().reset().convert(free_pages.indented(text))
    except RecursionError:
        _page_reader.cache_clear()
        made = ""
    if not made:
        return paragraphs([plain(text, language)])
    shown = _NUMBER.sub(lambda found: f"{found[1]}{marks.shown(int(found[2]), language)}<", made)
    return _with_runs(_guarded(shown.replace(_BACK, WORDS_BACK[language])), language)


def is_too_costly(text: str) -> bool:
    """Tell whether the parser would take long for a text, which is then shown as it is typed.

    For each Markdown character the parser copies its block, and for each heading it searches the block again. So the
    cost of a block is its length times the number of these characters.
    """
    return len(text) > _SHORT and sum(map(_cost, _BLANK.split(text))) > _MOST_COSTLY


def is_too_long(text: str) -> bool:
    """Tell whether a page is too long or too costly for the parser."""
    return len(text) > _LONGEST or is_too_costly(text)


def _cost(block: str) -> int:
    signs = sum(map(block.count, "*_[\\<`"))
    return len(block) * (signs + _HEADING * sum(1 for _ in _HEADINGS.finditer(block)))


def marked(before: str, hit: str, after: str, language: str) -> Markup:
    """Return a line of context with its hit marked; the three parts are plain text."""
    return _MARKED % (plain(before, language), plain(hit, language), plain(after, language))


def data(value: Mapping[str, Any]) -> Markup:
    """Return a value as JSON that is safe in a ``script`` element: nothing in it ends the element."""
    made = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(_in_data(made))  # noqa: S704 - no character of it can begin a tag


def refused_links(text: str) -> list[str]:
    """Return the link targets in a text that no page will carry, such as ``javascript:``."""
    return [target for target in _TARGET.findall(text) if not _allowed(target)] if "](" in text else []


def _marks(text: str, language: str, conventions: Conventions | None) -> list[tuple[int, int, Markup]]:
    """Return what is shown in the place of each mark: of a passage that is withheld, a note, a stage note."""
    shown = [
        (start, end, _HELD % plain(withheld.shown(gap, language), language)) for start, end, gap in withheld.found(text)
    ]
    if conventions is not None:
        suffix = conventions.suffix
        shown += [
            (*mark[:2], _mark(mark, text[mark.start : mark.end], language, suffix)) for mark in conventions.marks(text)
        ]
    return sorted(shown, key=itemgetter(0))


def _mark(mark: Mark, written: str, language: str, suffix: str) -> Markup:
    if mark.note is None:
        return _STAGE % (mark.stage.kind if mark.stage else "", plain(written, language))
    number = marks.shown(mark.note.number, language)
    said = marks.NOTE[language].format(number)
    return _REFERENCE % (mark.note.label, mark.note.label, suffix, said, number)


def _with_marks(text: str, found: Sequence[tuple[int, int, Markup]], language: str) -> Markup:
    """Show each mark of a text in its place."""
    ends = [0, *(end for _, end, _ in found)]
    starts = [*(start for start, *_ in found), len(text)]
    held = _GAP.join(text[end:start].replace(_GAP, "\ufffd") for end, start in zip(ends, starts, strict=True))
    made = inline(held, language)
    if made.count(_GAP) != len(found) or _IN_TAG.search(made):
        made = plain(held, language)
    first, *others = made.split(_GAP)
    pieces = (f"{shown}{piece}" for (*_, shown), piece in zip(found, others, strict=True))
    return Markup("".join([first, *pieces]))  # noqa: S704 - parts of safe HTML, and marks that are safe


def _with_runs(text: Markup, language: str) -> Markup:
    """Isolate what would disturb the order of a line; tags stay as they are."""
    if not bidi.has_any(text, language):
        return text
    pieces = _TAG.split(text)
    pieces[::2] = [_in_order(piece, language) for piece in pieces[::2]]
    return Markup("".join(pieces))  # noqa: S704 - parts of safe HTML, and wrappers that are ours


def _in_order(piece: str, language: str) -> str:
    """Isolate stretches of a text without tags; an entity is one character of it."""
    characters: Sequence[str] = _CHARACTER.findall(piece) if "&" in piece else piece
    text = "".join(html.unescape(character)[0] for character in characters) if "&" in piece else piece
    made, done = [], 0
    for start, end, script in bidi.stretches(text, language):
        held = _AROUND[script] % Markup("".join(characters[start:end]))  # noqa: S704 - a part of safe HTML
        made += [*characters[done:start], held]
        done = end
    return "".join([*made, *characters[done:]]) if made else piece


def _guarded(made: str) -> Markup:
    guarded = _ANCHOR.sub(_led, made)
    return Markup(guarded)  # noqa: S704 - the parser has escaped everything but its own tags


def _led(found: re.Match[str]) -> str:
    """Return the beginning of a link; a target that no page will carry is left out."""
    return f'<a href="{relative_links.page_of(found[1])}"' if _allowed(found[1]) else "<a"


def _allowed(target: str) -> bool:
    address = _INVISIBLE.sub("", html.unescape(target)).lower()
    if address.startswith(("//", "\\", "/\\")):
        return False
    scheme = _SCHEME.match(address)
    return scheme is None or scheme.group() in _ALLOWED_SCHEMES


@cache
def _page_reader() -> Markdown:
    from markdown import Markdown  # noqa: PLC0415 - most texts never need it
    from markdown.inlinepatterns import AUTOLINK_RE, AutolinkInlineProcessor  # noqa: PLC0415 - as above

    reader = _safe(
        Markdown(
            extensions=["sane_lists", "tables", "fenced_code", "footnotes"],
            extension_configs={"footnotes": {"BACKLINK_TEXT": "↑", "BACKLINK_TITLE": _BACK, "SEPARATOR": "-"}},
            output_format="html",
        )
    )
    reader.inlinePatterns.register(AutolinkInlineProcessor(AUTOLINK_RE, reader), "autolink", 120)
    return reader


@cache
def _inline_reader() -> Markdown:
    from markdown import Markdown  # noqa: PLC0415 - most texts never need it

    reader = _safe(Markdown(output_format="html"))
    reader.inlinePatterns.deregister("backtick")
    for name in _BLOCKS:
        reader.parser.blockprocessors.deregister(name)
    return reader


def _safe(reader: Markdown) -> Markdown:
    from goftogu import markdown_links  # noqa: PLC0415 - it needs the parser

    reader.ESCAPED_CHARS = [*reader.ESCAPED_CHARS, ":"]
    reader.preprocessors.deregister("html_block")
    for name in _UNSAFE_INLINE:
        reader.inlinePatterns.deregister(name)
    markdown_links.install(reader)
    return reader
