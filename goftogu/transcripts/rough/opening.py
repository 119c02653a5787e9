"""Where the interview begins, and which lines above it are its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from goftogu.model import Role
from goftogu.persian import folding
from goftogu.transcripts import labels
from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import bullets, schemes
from goftogu.transcripts.rough import head as rough_head
from goftogu.transcripts.rough.head import RoughHead
from goftogu.transcripts.rough.labels import Start
from goftogu.transcripts.rough.questions import asks, by_mark
from goftogu.transcripts.rough.schemes import LabelScheme

_HEAD: Final = 15
_NEAR: Final = 4
_LEDE: Final = 120
_TITLE: Final = 110
_OVERLINE: Final = 3

_BYLINE: Final = re.compile(
    r"\S.{1,40}?\s*[-–—ـ/|،]\s*(?:روزنامه|خبرگزاری|مجله|هفته ?نامه|ماهنامه|نشریه|فصلنامه|پایگاه|وبسایت|سایت)\s\S.{0,40}"
    r"|(?:ایرنا|ایسنا|مهر|ایلنا|ایکنا|خبرگزاری\s\S.{0,20})\s*[/،-]\s*\S.{0,20}"
)
"""«الهام دشتی - روزنامه سپیدرود», «ایسنا/خراسان»."""
_ENGLISH_BYLINE: Final = re.compile(r"(?:By|BY) +[A-Z][\w.'’-]*(?: +[\w.'’-]+){0,5}")

_NUMBERED: Final = re.compile(r"(?i:speaker|spk|voice|گوینده|سخنگو|نفر|صدای?)[\s_-]*[\d۰-۹]+")
"""Labels that a program gives to voices: ``SPEAKER_00``, «گوینده ۱»."""

_OVER: Final = re.compile(
    "(?:گفت و گو|گفتگو|مصاحبه|گزارش|یادداشت|پرونده|گپ)ی? ?ی?(?: (?:ویژه|اختصاصی|روز|هفته|ماه|خواندنی|ما))*|اختصاصی|ویژه"
)

Found = Sequence[tuple[Piece, Start | None]]


def first_turn(found: Found, head: RoughHead) -> int | None:
    """Return the index at which the interview begins: at a label or at a question, below the line that leads to it."""
    labelled = _labelled(found)
    first = labelled[0] if labelled else len(found)
    named = any(labels.role_of(start.label) == Role.INTERVIEWER for _, start in found if start)
    pieces = [piece for piece, start in found[:first]]
    asking = _asking(pieces, head, labelled=bool(labelled))
    note = _below_note(pieces, asking[0] if asking else first)
    after = [number for number in asking if number >= note and (note or not named)]
    return next(iter([*after, *labelled]), None)


def _labelled(found: Found) -> list[int]:
    """Return where labels stand, without a headline that begins with the name of the guest."""
    numbers = [number for number, (_, start) in enumerate(found) if start]
    while numbers[1:] and numbers[0] < _NEAR and _is_named_headline(found, numbers):
        numbers.pop(0)
    return numbers


def _is_named_headline(found: Found, numbers: Sequence[int]) -> bool:
    """Tell whether «پزشکیان: …» is a headline: no sentence, and no label follows at once unless it asks."""
    piece, start = found[numbers[0]]
    after = found[numbers[0] + 1]
    name = start.label if start else ""
    if (
        ":" not in piece.text
        or piece.speaker
        or labels.role_of(name) == Role.INTERVIEWER
        or not rough_head.is_title(piece.text)
    ):
        return False
    if after[1] is None:
        return True
    return (
        len(numbers) > _NEAR and after[1].label != name and asks(after[1].text) and len(piece.text.split()) > _OVERLINE
    )


def _asking(pieces: Sequence[Piece], head: RoughHead, *, labelled: bool) -> list[int]:
    """Return which of the pieces above the first label can be the first question."""
    choice = schemes.without_labels(pieces) if not labelled else schemes.Choice(LabelScheme.SPARSE)
    signs = [bullets.of(piece) for piece in pieces]
    headline = bool(pieces) and _asks_as_headline(pieces, head, labelled=labelled)
    marked = [number for number, sign in enumerate(signs) if sign and sign.kind == choice.kind]
    asked = [
        number
        for number, piece in enumerate(pieces)
        if asks(bullets.text_after(piece, signs[number])) and not (headline and number == 0)
    ]
    if choice.scheme is LabelScheme.DIALOGUE:
        return marked
    if marked and marked[0] == 0 and _is_marked_headline(pieces, asked, choice, head):
        marked.pop(0)
    if choice.scheme is LabelScheme.MARKED:
        early = [number for number in asked if number < marked[0] and not _is_intro(pieces[number])]
        return [*early, *marked]
    return asked


def _is_marked_headline(pieces: Sequence[Piece], asked: Sequence[int], choice: schemes.Choice, head: RoughHead) -> bool:
    """Tell whether the first line is bold as a headline is, not as the questions are."""
    bold = choice.scheme is LabelScheme.MARKED and choice.kind.startswith(("bold", "heading"))
    return bold and 0 not in asked and head.title is None and rough_head.is_title(pieces[0].text)


def _is_intro(piece: Piece) -> bool:
    return len(piece.text) > _LEDE


def _asks_as_headline(pieces: Sequence[Piece], head: RoughHead, *, labelled: bool) -> bool:
    """Tell whether the first line is a headline that asks: what follows it introduces, it does not answer."""
    first = pieces[0]
    if not by_mark(first.text) or len(first.text) > _TITLE or head.lede is not None:
        return False
    if first.heading or len(pieces) == 1:
        return bool(first.heading) or not labelled
    between = any(first.line < note.line < pieces[1].line for note in head.notes)
    second = pieces[1].text
    about = rough_head.is_note(second) or bool(rough_head.reported_by(second)) or introduces(second)
    return between or about or (labelled and not asks(second)) or _stands_apart(pieces)


def _stands_apart(pieces: Sequence[Piece]) -> bool:
    """Tell whether a blank line follows the first line, and answers stand right below all other questions."""
    later = [(piece, after) for piece, after in pairwise(pieces[1:]) if asks(piece.text)]
    below = sum(after.is_below(piece) for piece, after in later)
    return below * 2 > len(later) > 1 and not pieces[1].is_below(pieces[0]) and not asks(pieces[1].text)


def introduces(text: str) -> bool:
    """Tell whether a paragraph speaks about the interview or the guest, as an introduction does."""
    folded = folding.fold_split(text)
    about = any(word in folded for word in ("گفت و گو", "گفتگو", "مصاحبه", "گپ", "خبرنگار"))
    return about and len(text) > _LEDE / 2 and not asks(text)


def _below_note(pieces: Sequence[Piece], first: int) -> int:
    """Return the index below the line that leads to the interview, which stands above the first question or near it."""
    for number, piece in enumerate(pieces[: min(_HEAD, first + _NEAR)]):
        leads = rough_head.is_note(piece.text) and (number < first or piece.text.rstrip().endswith((":", "：")))
        if leads:
            return number + 1
    return 0


def is_headline(pieces: Sequence[Piece], head: RoughHead) -> bool:
    """Tell whether the first of the pieces above the interview can be its headline."""
    first = pieces[0]
    if rough_head.is_note(first.text):
        return False
    return (
        rough_head.is_title(first.text)
        or (by_mark(first.text) and len(first.text) <= _TITLE)
        or bool(head.title is None and first.heading)
    )


def is_byline(text: str) -> bool:
    """Tell whether a line at the top says who wrote for which paper, or from where an agency reports."""
    return (_ENGLISH_BYLINE.fullmatch(text.strip()) or _BYLINE.fullmatch(folding.fold_split(text))) is not None


def is_overline(first: Piece, second: Piece) -> bool:
    """Tell whether the first of two lines only leads to the headline below it: «گفت‌وگوی اختصاصی», «هنر / نقاشی»."""
    if _OVER.fullmatch(folding.fold_split(first.text)):
        return True
    words = len(first.text.split())
    return words <= _OVERLINE < len(second.text.split()) or (words == _OVERLINE + 1 and "/" in first.text)


def names_role_only(label: str) -> bool:
    """Tell whether a label is a role or a letter, not a name."""
    return labels.role_of(label) is not None or len(label.strip()) == 1 or _NUMBERED.fullmatch(label) is not None
