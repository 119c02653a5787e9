"""Whether a paragraph asks: by its question mark, or by a request («… توضیح دهید.», «بفرمایید …», «… معرفی کنید:»)."""

from __future__ import annotations

import re
from typing import Final

from goftogu.persian import folding

_TAIL: Final = 160
_CLOSING: Final = ' \t\n\u00a0\u200c\u200e\u200f.!…»”")]*_'
_ASIDE: Final = re.compile(r"[(\[][^()\[\]]{1,40}[)\]]\s*\Z")
_STOP: Final = re.compile(r"[.؟?!؛:…\n]")
_COLON: Final = ":："
_REQUEST: Final = re.compile(
    r"(?<!\w)(?:"
    r"(?:توضیح|شرح|پاسخ|گزارش|توضیحی|توضیحاتی|شرحی)(?: \w+){0,2} "
    r"(?:ب?دهید|بدید|بدین|بفرمایید|فرمایید|ارایه (?:کنید|نمایید)|ارایه دهید)"
    r"|(?:صحبت|تشریح|معرفی|بیان|تبیین|تعریف|ارزیابی|تحلیل|اشاره|نقل|بازگو|روایت|توصیف|ترسیم|جمع ?بندی|ذکر|مطرح|یادآوری)"
    r"(?:ی)? (?:کنید|کنین|نمایید|بفرمایید|فرمایید)"
    r"|(?:حرف|سخن|کلام|مثال|مثالی|نمونه ?ای)(?: \S+){0,4} (?:بزنید|بزنین|بیاورید)"
    r"|(?:را )?(?:نام ببرید|برشمارید|برشمرید|در میان بگذارید)"
    r"|بفرمایید|بفرمایین|بگویید|بگین|بگید|ب?گویید|(?:از|درباره|کمی|برایمان)(?: \S+){1,6} بگو|برایمان \w+ کنید"
    r"|(?:تعریف|صحبت|معرفی) کن|توضیح بده"
    r"|(?:می ?خواهم|می ?خواستم|مایلم|مایلیم|دوست دارم|دوست داریم|علاقمندیم|علاقهمندیم)(?: \S+){0,12} "
    r"(?:بپرسم|بدانم|بدانیم|بشنوم|بشنویم|بپرسیم)"
    r")(?!\w)"
)
_ENDS_IN: Final = re.compile(
    r"(?:دهید|بده|بدید|بدین|بفرمایید|بفرمایین|فرمایید|کنید|کنین|کن|نمایید|بزنید|بزنین|بیاورید|ببرید|برشمارید|برشمرید|"
    r"بگذارید|بگویید|بگین|بگید|بگو|بپرسم|بدانم|بدانیم|بشنوم|بشنویم|بپرسیم|چیست|کیست|چرا)\Z"
)
_REPORTED: Final = re.compile(r"[:،]\s*[«\"“][^«»]*[؟?][»\"”]")
_POLITE: Final = re.compile(
    r"(?<!\w)(?:(?:ممنون|خوشحال|سپاسگزار|متشکر) (?:می ?)?(?:شوم|شویم|شم|شیم) )?"
    r"اگر(?= (?:ممکن|امکان|می ?شود|میشه|مایل|اجازه|لطف|زحمت|صلاح))|"
    r"(?:ممنون|خوشحال|سپاسگزار|متشکر) (?:می ?)?(?:شوم|شویم|شم|شیم) اگر"
)
"""What makes a request polite, and no condition of it: «اگر ممکن است …»."""
_NO_REQUEST: Final = re.compile(r"(?<!\w)(?:باید|اگر|نباید|وقتی|هرگاه)(?!\w)")


def by_mark(text: str) -> bool:
    """Tell whether a paragraph ends in a question mark, closing quotes and an aside in brackets left out of account."""
    return _ASIDE.sub("", text[-_TAIL:].rstrip()).rstrip(_CLOSING).endswith(("؟", "?"))


def by_request(text: str) -> bool:
    """Tell whether the last sentence of a paragraph is a request to speak."""
    sentence = _STOP.split(text[-_TAIL:].rstrip(_CLOSING + _COLON))[-1]
    folded = _POLITE.sub("", folding.fold_split(sentence))
    if _NO_REQUEST.search(folded):
        return False
    if folded.endswith(("چیست", "کیست")):
        return True
    found = _REQUEST.search(folded)
    return found is not None and (_ENDS_IN.search(folded) is not None or folded.startswith("بفرمایید"))


def is_reported(text: str) -> bool:
    """Tell whether a paragraph only reports a question, as a story does: «گفت: «چرا؟»»."""
    return _REPORTED.search(text) is not None


def asks(text: str) -> bool:
    """Tell whether a paragraph is a question or a request."""
    return by_mark(text) or by_request(text)
