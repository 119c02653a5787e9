"""The furniture of a website around an interview: news codes, share buttons, menus, tags and signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from goftogu.persian import folding

_SHORT: Final = 120
_HEAD: Final = 60
_FEW: Final = 4
_TWICE: Final = 2
_WORD: Final = re.compile(r"[^\W\d_]+")
_SENTENCE_END: Final = (".", "؟", "?", "!", "…")
_MENU: Final = re.compile(r"[|»›>•·/]")
_SIGNATURE: Final = re.compile(r"[/*#=\s.-]*+[\d۰-۹]{0,6}+[/*#=\s.-]*+")
_PHRASES: Final = (
    "(?:کد|شناسه|شماره) ?(?:خبر|مطلب|نوشته|گزارش|مصاحبه)",
    "(?:تاریخ|زمان) (?:انتشار|درج|مطالعه|خبر)",
    "(?:به )?اشتراک ?(?:گذاری|بگذارید)",
    "هم ?رسانی",
    "ارسال (?:به دوست|برای دوست|نظر|خبر|این)",
    "نسخه (?:چاپی|قابل چاپ)",
    "چاپ (?:این|خبر|مطلب)",
    "(?:لینک|پیوند|نشانی) (?:کوتاه|مطلب|خبر)",
    "کپی لینک",
    r"(?:تعداد )?(?:بازدید|نظرات|دیدگاه|نظرها|دیدگاهها) ?(?:[:(\d]|$)",
    r"تعداد (?:بازدید|نظر|دیدگاه)",
    "نظر شما",
    "برچسب",
    "کلید ?واژه",
    "(?:اخبار|خبرهای|مطالب|مطلب|خبر) ?(?:مرتبط|بیشتر|بعدی|قبلی)",
    "بیشتر بخوانید",
    "(?:سایز|اندازه) (?:متن|فونت|قلم)",
    "(?:منبع|نویسنده|عکاس|عکس|مترجم|سرویس|گروه|حوزه|دسته(?: ?بندی)?) ?:",
    "تهیه (?:و تنظیم|کننده)",
    "گفتگو (?:از|کننده) ?:",
    "(?:تمامی?|کلیه) حقوق",
    "(?:انتهای|پایان) (?:پیام|خبر)",
    "درباره ما$",
    "تماس با ما",
    "ورود به (?:سایت|حساب|سامانه)",
    "عضویت در (?:خبرنامه|کانال|سایت)",
    "(?:آب و )?هوا ?:",
    r"\S{2,20} \d{1,2} ?(?:°|درجه)",
    r"a[+-]",
    r"https?://",
    r"www\.",
)
_END: Final = re.compile(r"[\s(\[]*(?:انتهای|پایان) ?(?:پیام|خبر)[\s/.)\]*\d-]*")
_LEAF: Final = re.compile(
    r"[-–—ـ(\[]+ *(?P<number>\d{1,3}) *[-–—ـ)\]]+"
    r"|(?:صفحه ?ی?|page|p\.) *(?P<page>\d{1,3})(?: *(?:از|of|/) *\d{1,4})?|(?P<bare>\d{1,3})"
)
_PHRASE: Final = re.compile("|".join(_PHRASES))
_CREDIT: Final = re.compile(r"(?<!\w)(?:عکس(?:ها|اس)?|تصویر) ?: ?\S")
_ABOUT_US: Final = (
    "privacy policy|terms of (?:use|service)|terms and conditions|contact us|about us|skip to (?:main )?content"
)
_ENGLISH: Final = re.compile(
    r"(?:©|\(c\)|copyright\b).{0,100}|.{0,80}\ball rights reserved"
    r"|pressreader(?:\.com)?|advertisements?|sponsored(?: content)?|skip advertisement"
    r"|(?:article|story) continues (?:below|after).{0,40}"
    r"|subscribe(?: (?:now|today|to .{1,40}|for .{1,40}))?|sign (?:in|up)(?: (?:for|to) .{1,40})?|log ?in|newsletters?"
    r"|(?:share|tweet|print|e-?mail|save|listen to|gift) (?:this|the) (?:article|page|story|post|interview|link)"
    r"|(?:share|tweet|print|e-?mail|comments?|tags|link|copy link)|share (?:on|via|with) .{1,40}"
    r"|follow us(?: on .{1,40})?"
    r"|read (?:more|next|also)(?: ?[:›»>→].{0,100}| about .{1,60}|…)?|more (?:from|stories|news)\b.{0,50}"
    r"|related (?:articles?|stories|posts?|news|content|topics)|you (?:may|might) also like|recommended for you"
    r"|most (?:read|popular|viewed)|trending now|(?:powered|transcribed) by .{1,40}"
    r"|(?:tags?|categor(?:y|ies)|filed under) ?: .{1,100}"
    r"|\d{1,3} ?min(?:ute)?s? read|\d{1,6} (?:comments?|shares|views|likes)|comments? ?\(\d{1,6}\)"
    r"|(?:leave|post|add) a (?:comment|reply)|(?:published|posted|(?:last )?updated|last modified)\b.{0,20}\d{4}.{0,20}"
    rf"|(?:next|previous) (?:article|post|story)|back to top|download (?:the|our) app|page \d+ of \d+|{_ABOUT_US}"
)
"""The same of sites with an English frame, in small letters: a whole line, without its stop."""
_SINGLE: Final = frozenset(
    folding.fold(
        "چاپ پرینت ایمیل ذخیره کپی خانه منو فهرست جستجو آرشیو پیوندها گالری عکس فیلم ویدئو صوت تلگرام واتساپ واتسپ "
        "توییتر فیسبوک اینستاگرام ایتا بله سروش روبیکا لینکدین آپارات print share email telegram whatsapp twitter "
        "facebook instagram rss pdf کاربر ورود نظرات سیاسی سیاست اقتصادی اقتصاد فرهنگی فرهنگ اجتماعی جامعه ورزشی ورزش "
        "بینالملل جهان ایران علمی هنر هنری استانها صفحه نخست اصلی اول و یادداشت گفتگو چندرسانهای رسانه"
    ).split()
)


def is_furniture(text: str) -> bool:
    """Tell whether a line belongs to the page on which an interview was published, not to the interview.

    It is short, no sentence, and begins with a known phrase («کد خبر: …»), holds nothing but words of a menu, or parts
    its items by bars; or it :func:`is_english`.
    """
    if is_english(text):
        return True
    if len(text) > _SHORT or text.rstrip().endswith(_SENTENCE_END):
        return False
    folded = folding.fold(text)
    words = _WORD.findall(folded)
    menu = len(_MENU.findall(text)) > 1 and ":" not in text
    return (
        menu
        or (len(words) <= _FEW and _SINGLE.issuperset(words))
        or any(pattern is not None for pattern in (_PHRASE.match(folded), _CREDIT.search(folded)))
    )


def is_english(text: str) -> bool:
    """Tell whether a line is one that sites with an English frame have around any text: «Subscribe», «© 2021 …»."""
    return len(text) <= _SHORT and _ENGLISH.fullmatch(text.casefold().strip(" \u200e\u200f|•·.!")) is not None


def is_end(text: str) -> bool:
    """Tell whether a line says that an agency's text ends here: «انتهای پیام/ ۴۰۲۱»."""
    return len(text) < _SHORT / 2 and _END.fullmatch(folding.fold(text)) is not None


def is_signature(text: str) -> bool:
    """Tell whether a line is an agency's mark at the end of its texts («/۱۱۰», «***»)."""
    return _SIGNATURE.fullmatch(text) is not None


def page_numbers(texts: Sequence[str]) -> set[int]:
    """Return where the numbers of pages stand, and the words that a page repeats beside its number.

    Numbers of pages are two or more, each one higher: «- ۲ -», «صفحهٔ ۲ از ۹». A bare number may count a section, too,
    unless the first of them is higher than 1, and may be an answer, unless there are three. Of the words that a page
    repeats, the first ones stay: they may be the title.
    """
    found = [(number, match) for number, text in enumerate(texts) if (match := _LEAF.fullmatch(folding.fold(text)))]
    counts = [int(match["number"] or match["page"] or match["bare"]) for _, match in found]
    if len(counts) < _TWICE or any(after != before + 1 for before, after in pairwise(counts)):
        return set()
    leaves = {number for number, _ in found}
    repeated = set(_repeated(texts, leaves))
    bare = any(match["bare"] for _, match in found)
    return set() if bare and (counts[0] == 1 or len(counts) + len(repeated) <= _TWICE) else leaves | repeated


def _repeated(texts: Sequence[str], leaves: set[int]) -> Iterator[int]:
    """Yield where a line stands again that stood beside the number of a page before."""
    beside = {number for leaf in leaves for number in (leaf - 1, leaf + 1) if 0 <= number < len(texts)}
    seen: set[str] = set()
    for number in sorted(beside - leaves):
        text = folding.fold(texts[number])
        is_title = " " in text and len(text) <= _HEAD and not text.endswith(_SENTENCE_END) and ":" not in text
        if is_title and text in seen:
            yield number
        seen.add(text)
