r"""Labels of speakers: «مجری: …» at the start of a paragraph.

A label is what precedes the first colon (``:`` or ``：``), if a speaker of that name is declared. Spelling does
not matter: blanks, half-spaces and Arabic letters are folded, and the label may be bold. A colon inside a sentence
(«او گفت: …», «سؤال من این است: …») makes no label, because no such speaker is declared; a backslash before the colon
(``نکته\:``) says so where a paragraph looks like one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from goftogu.model import Role, Speaker
from goftogu.persian import folding
from goftogu.transcripts import blocks

LONGEST: Final = 60
"""Longest label, in code points."""

_WINDOW: Final = LONGEST + 20
_COLON: Final = re.compile("[:：]")
_ESCAPED: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\([:：])")
_SPACE: Final = " \t\u00a0\u200c\u200e\u200f"
_BOLD: Final = ("**", "__")
_SHAPE: Final = re.compile(r"[\w\u200c\u200f\u064b-\u0655 .()‌-]{1,40}")
_MOST_WORDS: Final = 4
_VERB: Final = re.compile(
    "ن?می(?:گفت|گوی|کرد|کن|شو|شد|داد|ده|خواه|خواست|افزای|افزود|پرس|نویس|نوشت|دان|توان|آی|رود|روم|بین|خوان)"
)
_NUMBER: Final = re.compile(r"[\s\u200c]*[0-9۰-۹٠-٩]+$")


def _keys(words: str) -> frozenset[str]:
    return frozenset(map(folding.fold, words.split()))


_ROLES: Final = {
    Role.INTERVIEWER: _keys("مجری گزارشگر خبرنگار پرسشگر پرسنده مصاحبه‌گر مصاحبه‌کننده روزنامه‌نگار پرسش سؤال س"),
    Role.INTERVIEWEE: _keys("پاسخ جواب ج پاسخ‌گو مهمان میهمان مصاحبه‌شونده کارشناس رئیس‌جمهور رئیس‌جمهوری وزیر سفیر"),
}
_ROLES_ALONE: Final = _keys(
    "پرسشگر پرسنده مصاحبه‌گر مصاحبه‌کننده پرسش سؤال س پاسخ جواب ج پاسخ‌گو مصاحبه‌شونده "
    "interviewer interviewee question answer q a"
)
_HONORIFICS: Final = _keys("آقای خانم دکتر مهندس استاد سردار سرهنگ امیر حجت‌الاسلام آیت‌الله حاج جناب سرکار پروفسور")
_OPENING: Final = _keys(
    "و یا اما ولی بلکه چون زیرا اگر که در به از با بر برای تا هر همه چند یک دو سه این آن همین همان نخست اول دوم سوم "
    "چهارم نکته مثال نتیجه توضیح توضیحات یادآوری خلاصه یعنی پی‌نوشت پانوشت تذکر هشدار توجه منبع منابع عکس عکاس تاریخ "
    "زمان مکان ساعت لینک نشانی کد شناسه شماره یادداشت ترجمه مترجم متن بخش فصل عنوان موضوع پیشنهاد سرانجام البته مهم "
    "اصل برچسب برچسب‌ها نویسنده تهیه گروه سرویس حاصل نشان گویا شعر بیت ترتیب"
)
_SENTENCE: Final = _keys(
    "است هست هستند نیست بود بودند نبود شد شدند شود نشد کرد کردند کند کنند کنم کنید دارد دارند دارم داشت داد دادند "
    "گفت گفتند گفتم گفته گوید افزود نوشت پرسید خواند آمد رفت باشد باشند باید شاید نباید من ما او شما ایشان آنها را "
    "که چه چرا چگونه اینکه آنکه زیر ذیل"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """The start of a paragraph, split at its colon.

    Attributes:
        head: Before the colon, without white space and bold marks.
        rest: After it.
        escapes: How many backslashes precede the colon.
    """

    head: str
    rest: str
    escapes: int


def split(text: str) -> Labelled | None:
    """Split a paragraph at the colon of its first line, if there is one near its start."""
    window = text[:_WINDOW]
    colon = _COLON.search(window)
    if colon is None or "\n" in window[: colon.start()]:
        return None
    bare = window[: colon.start()].strip(_SPACE)
    head = bare.rstrip("\\")
    escapes = len(bare) - len(head)
    rest = text[colon.end() :]
    if rest.startswith("//"):
        return None
    for mark in _BOLD:
        if head.startswith(mark):
            head, rest = _without_bold(head.removeprefix(mark), rest, mark)
    return Labelled(head.strip(_SPACE), rest.strip(), escapes) if head else None


def unescaped(text: str) -> str:
    """Return a paragraph without the backslashes before its colons, which keep them from making a label.

    Of two backslashes the first one keeps the second one: both stay.
    """
    return _ESCAPED.sub(r"\1\2", text) if "\\" in text else text


def escape(text: str) -> str:
    """Return the paragraph with a backslash before its first colon; the reverse of :func:`unescaped`."""
    return _COLON.sub(lambda colon: f"\\{colon.group()}", text, count=1)


def unlabelled(record: str, known: Labels) -> str:
    """Return a paragraph so that a transcript shows it as it is: no line of it is a mark or the start of a turn."""
    return blocks.escape(as_text(record, known))


def as_text(record: str, known: Labels) -> str:
    """Return a paragraph so that it is not read as the start of a turn.

    Args:
        record: Its text.
        known: The declared labels.
    """
    found = split(record)
    looks = found is not None and (bool(found.escapes) or known.starts(record) or resembles(found.head))
    return escape(record) if looks else record


@lru_cache(maxsize=4096)
def key(label: str) -> str:
    """Return what two spellings of one label have in common."""
    return folding.fold(label).replace(" ", "")


class Labels:
    """The declared labels of one interview."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {key(name): name for name in names}

    def find(self, text: str) -> tuple[str, str] | None:
        """Return the declared label with which a paragraph begins, and the text after its colon."""
        found = split(text)
        if found is None or found.escapes or (name := self._names.get(key(found.head))) is None:
            return None
        return name, found.rest

    def starts(self, line: str) -> bool:
        """Tell whether a line begins with a declared label."""
        return self.find(line) is not None


@lru_cache(maxsize=4096)
def resembles(head: str) -> bool:
    """Tell whether what precedes a colon could be the label of a speaker who is not declared.

    That is up to four words of letters, of which the first does not open a sentence or a list and none is a verb or a
    pronoun: «آقای محمدی», «ظریف» and «سؤال», but not «سؤال من این است», «وی افزود», «نکته» and «در پاسخ».
    """
    words = folding.fold_split(head).split()
    if not words or len(words) > _MOST_WORDS or not _SHAPE.fullmatch(head) or not any(map(str.isalpha, head)):
        return False
    if words[0] in _OPENING or head.endswith(("اً", "ا\u064b")):
        return False
    return not any(word in _SENTENCE or _VERB.match(word) for word in words)


@lru_cache(maxsize=4096)
def role_of(head: str) -> Role | None:
    """Return the role that a label names («مجری», «سؤال ۲», «ج»), or ``None`` when it is a name."""
    words = folding.fold(without_number(head)).split()
    for role, names in _ROLES.items():
        if words and (words[0] in names or "".join(words) in names) and (len(words[0]) > 1 or len(words) == 1):
            return role
    return None


@lru_cache(maxsize=4096)
def names_nobody(head: str) -> bool:
    """Tell whether a label says no more than the role does («پرسشگر», «ج ۲», “Q”): it credits nobody."""
    return "".join(folding.fold(without_number(head)).split()) in _ROLES_ALONE


def is_named(speaker: Speaker) -> bool:
    """Tell whether a speaker can be credited: as a person, a body, or by a label that says more than the role does."""
    return bool(speaker.person or speaker.organisation) or not names_nobody(speaker.label)


def is_introduced(speaker: Speaker) -> bool:
    """Tell whether an opening says of a speaker more than the role: a name or a description."""
    return speaker.description is not None or is_named(speaker)


def is_titled(head: str) -> bool:
    """Tell whether a label begins with a form of address («آقای …», «دکتر …»)."""
    words = folding.fold(head).split()
    return len(words) > 1 and words[0] in _HONORIFICS


def without_number(head: str) -> str:
    """Return a label without the number at its end: «سؤال ۲» is «سؤال»."""
    return _NUMBER.sub("", head)


def _without_bold(head: str, rest: str, mark: str) -> tuple[str, str]:
    """Remove the bold marks from a label; marks that also enclose the text stay with the text."""
    if head.rstrip(_SPACE).endswith(mark):
        return head.rstrip(_SPACE).removesuffix(mark), rest
    if rest.lstrip(_SPACE).startswith(mark):
        return head, rest.lstrip(_SPACE).removeprefix(mark)
    return head, mark + rest.lstrip() if mark in rest else rest
