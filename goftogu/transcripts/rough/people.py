"""Two labels of one person, stage directions in labels, and the names that an introduction offers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from typing import Final

from goftogu.persian import folding
from goftogu.transcripts import labels

_TITLES: Final = frozenset(
    folding.fold(
        "آقای خانم دکتر مهندس استاد سردار سرهنگ امیر حاج جناب سرکار پروفسور حجت‌الاسلام آیت‌الله سید سیده حاجی"
    ).split()
)
_DIRECTION: Final = re.compile(r"(?P<name>.+?)[\s\u200c]+(?P<aside>(?:با|در حال|بعد از)\s\w[\w\u200c ]{1,24})\Z")
_VERBAL: Final = re.compile(r"(?P<name>.+?)[\s\u200c]+(?P<aside>(?:می[\u200c ]?)?(?:خندد|گرید|خندان|گریان))\Z")
_BRACKETS: Final = re.compile(r"\s*\([^()]*\)\s*")
_NAMED: Final = re.compile(
    r"(?:گفت[\u200c ]?و[\u200c ]?گو(?:ی|یی)?|گفتگو(?:ی|یی)?|مصاحبه(?:\u200cای|ی|ٔ)?|گپی?|پای صحبت(?:\u200cهای)?)"
    r"(?:\s\S+){0,6}?\s(?:با|از)\s"
    r"(?P<name>[^\W\d_][\w\u200c]*(?:\s[^\W\d_][\w\u200c]*){0,5})"
)
_COMMON: Final = frozenset(
    folding.fold(
        "که را در از و تا به درباره مدیر رئیس استاد باغبان نویسنده هنرمند کارگردان پژوهشگر شاعر نقاش معلم عضو "
        "یک این آن مسئول معاون درمورد پیرامون برای دو سه چند ما او شما است بود شد انجام نشست نشستیم نشسته داشت "
        "داشتیم دارد گفتگو"
    ).split()
)
_BODIES: Final = frozenset(
    folding.fold(
        "شبکه خبرگزاری روزنامه مجله نشریه هفته‌نامه ماهنامه فصلنامه سایت وبسایت پایگاه تلویزیون رادیو سازمان انجمن گروه "
        "موسسه مؤسسه شرکت بنیاد دانشگاه وزارت شهرداری"
    ).split()
)
_MOST: Final = 4


def with_direction(name: str, known: Collection[str]) -> tuple[str, str]:
    """Return the key of the known label with which a name begins, and the stage direction that follows it."""
    for pattern in (_DIRECTION, _VERBAL):
        found = pattern.fullmatch(name)
        if found is not None and labels.key(found["name"]) in known:
            return labels.key(found["name"]), found["aside"]
    return "", ""


def explained(text: str, known: Mapping[str, str]) -> tuple[str, str] | None:
    """Return a label and the name that a line gives it, as «ک.س. = کاوه سدساز».

    Args:
        text: The line.
        known: The labels of the text by their keys.
    """
    one, sign, other = (part.strip(" .:«»") for part in text.partition("="))
    for label, name in ((one, other), (other, one)):
        if sign and labels.key(label) in known and len(name) <= labels.LONGEST and name and "\n" not in text:
            return known[labels.key(label)], name
    return None


def is_same(name: str, known: MutableMapping[str, str]) -> bool:
    """Tell whether a name is another spelling of exactly one known label."""
    return sum(_same(name, other) for other in known.values()) == 1


def merge(names: MutableMapping[str, str], merged: MutableMapping[str, str]) -> None:
    """Let the labels of one person be one, the fullest; a surname that two people share stays as it is."""
    fullest = {name: _fullest(name, set(names.values())) for name in names.values()}
    for key, name in list(names.items()):
        if fullest[name] != name:
            merged[name] = names[key] = fullest[name]


def _fullest(name: str, names: Collection[str]) -> str:
    """Return the fullest spelling of a name, or the name when two people could be meant."""
    others = [other for other in names if _same(name, other)] or [name]
    full = max(others, key=_weight)
    return full if all(_same(full, other) for other in others) else name


def _weight(name: str) -> tuple[int, int]:
    return len(_words(name)), len(name)


def _same(one: str, other: str) -> bool:
    """Tell whether two names can be one person: the words of the shorter one end those of the longer one."""
    short, long = sorted((_words(one), _words(other)), key=len)
    if not short or labels.role_of(one) or labels.role_of(other):
        return False
    return short == long or (len(short) < len(long) and long[-len(short) :] == short and len(short[-1]) > 1)


def _words(name: str) -> list[str]:
    words = folding.fold_split(_BRACKETS.sub(" ", name)).split()
    return [word for word in words if word not in _TITLES] or words


def offered(texts: Iterable[str]) -> list[str]:
    """Return the names that follow «گفت‌وگو با» in some texts, without what is said about them."""
    return list(dict.fromkeys(name for text in texts for name in _offered(text)))


def _offered(text: str) -> Iterator[str]:
    for found in _NAMED.finditer(text):
        name: list[str] = []
        for word in found["name"].split():
            if folding.fold(word) in _COMMON or len(name) == _MOST:
                if name:
                    break
                continue
            name.append(word)
        if len(name) > 1 and folding.fold(name[0]) not in _BODIES:
            yield " ".join(name)
