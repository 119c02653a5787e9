"""A “not” that was lost or put in: the fault that turns an answer round.

Both languages deny with far more than “not”: «بی‌خبر», «ناگزیر», “unable”, “lack”. So a denial that is plain in one
of them is looked for in the other by all that may carry it, and only what has none at all is told.
"""

from __future__ import annotations

import re
from typing import Final

from goftogu.persian.remembering import Remembered
from goftogu.translation.quality import words

_STEMS: Final = (
    "نیست|نبود|نباش|نشد|نکرد|نکن|نگفت|نگو|نداد|نده|ندار|نداشت|ندید|نبین|نرفت|نیامد|نخواه|نخواست|نباید|نتوان|نگذاشت|نگذار|نذاشت|"
    "نگرفت|نگیر|نماند|نرسید|نخورد|نخور|نخواند|ننوشت|ننویس|نفهم|نشنید|نشنو|نساخت|نساز|نیافت|نیاب|نیاورد|نپرسید|نپرس|نیفتاد|"
    "نترس|ندانست|ندون|ندان|نشناخت|نشناس|نخوابید|ننشست|نکشید|نکش|نپذیرفت|نپذیر|نفروخت|نفروش|نمرد|نپوشید|نریخت|نبست"
)
_DENIED: Final = re.compile(
    rf"(?<!\w)(?:ن?می\u200c?(?<=نمی\u200c)\w+|نمی\s?\w+|(?:{_STEMS})\w*|هرگز|هیچ\w*|هیچ\u200c?\w+|نیامد\w*|نیاید|نشود|نرود|نروم|نرسد|ندهد)(?![\w])"
)
_BEGINS: Final = Remembered[str, bool](
    lambda piece: re.match(rf"نمی|{_STEMS}|هرگز|هیچ|نیامد|نیاید|نشود|نرود|نروم|نرسد|ندهد", piece) is not None, 20_000
)
"""By what is between blanks and signs: whether a denial may begin with it."""
_NOT_DENIED: Final = re.compile(
    r"(?<!\w)(?:نمی(?!\S)|نکته\w*|نشان\w*|نکشا\w*|نماند?ه?گان|نگویا|ندانم\u200cکار\w*)(?!\w)"
)
_NO_DENIAL: Final = (
    r"فر(?!و)|ظر|یز(?!\w)|وع|ام|زد|یاز|شان|تیج|یرو|قش|گاه|گه|یم|مون|خست|وش|مای|قل|ور|وی|زول|ماز|ان|سل|سب|هاد|خبه|فت|فع|کته|گران|صف|وجوان|یک|و(?!\w)|"
    "وع|کت|طق|ژاد|سخه|صیح|جات|قد|قاش|هم|ود|وبت|وار|واز|گهبان|شست|شری|زاع|رم|رخ|جف|یش|یا(?:ز|کان|بت)|خ(?!و)|ما(?!ند|ی)|ق|ث|ذر|ب(?=رد(?!ه|ن))"
)
"""How words begin that begin with «ن» and deny nothing."""
_MAY_DENY: Final = re.compile(
    rf"(?<!\w)(?:ن(?!{_NO_DENIAL})\w+|نمی\S*|نه|بی\S*|بدون|عدم|غیر\S*|نا(?!م|ن|گ(?!ز))\S*|فاقد|کم(?!ک)\S*|جز|مگر|خلاف|ضد\S*|لغو|رد|"
    r"خودداری|امتناع|ممنوع\S*|محروم\S*|انکار|مخالف\S*|هنوز|هیچ\S*|هرگز|خیر|نخیر|دیگر|کاش|دست|ترک|فراموش\S*|خالی|محال|بعید|اشتباه|غلط|"
    r"متنفر|صرف\S*|جلوگیری|مانع|وگرنه|والا|مبادا|کنسل|قطع)(?!\w)"
)
_NOT: Final = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|without)\b|n['’]t\b", re.IGNORECASE
)
_PLAIN_NOT: Final = re.compile(
    r"\b(?:not(?! only| just)|never|nobody|nothing|nowhere|cannot)\b|n['’]t\b", re.IGNORECASE
)
_NOTS: Final = frozenset("not never nobody nothing nowhere cannot".split())
_MAY_NOT: Final = re.compile(
    r"\b(?:"
    r"not|never|no|none|nobody|nothing|nowhere|neither|nor|cannot|without|unable|fail\w*|lack\w*|refus\w*|"
    r"declin\w*|hid\w*|secret\w*|den(?:y|ied|ies)\w*|avoid\w*|prevent\w*|stop\w*|hardly|barely|scarcely|"
    r"rarely|seldom|few|little|except|unless|until|till|before|instead|rather|too|far from|free of|otherwise|"
    r"else|ever|least|less|miss\w*|lost|lose|absen\w*|forbid\w*|forbade|ban\w*|illegal|ignor\w*|neglect\w*|"
    r"forg[eo]t\w*|reject\w*|oppos\w*|against|doubt\w*|away|beyond|wrong|hate\w*|different|sooner|as soon|"
    r"short of|yet|keep|kept|beside|unlike|dislike\w*|disagree\w*|disappear\w*|disappoint\w*|non\w*|"
    r"un(?!i[votq]|cle|der|less|til)\w{3,}|im(?!age|port|prov|press|ag|mi|med)\w{4,}|"
    r"in(?:ac|ad|app|cap|com|conc|def|dec|dep|diff|dir|dis|effi|ex|evi|sig|suf|suff|tol|val|vis|vul|secur|sens)\w*|"
    r"ir(?:r)\w+|il(?:l)\w+|dis\w+|\w+less|resist\w*|exclud\w*|withh\w*|remain\w*|last|off|mind|who"
    r")\b|n['’]t\b",
    re.IGNORECASE,
)
_CARRIES: Final = Remembered[str, bool](lambda word: _MAY_NOT.search(word) is not None, 20_000)
"""By English word: whether it may carry a denial."""


def is_turned(source: str, target: str) -> bool:
    """Tell whether one text plainly denies something and the other has nothing that could carry it."""
    if _may_say_not(target) and _PLAIN_NOT.search(target):
        return not _MAY_DENY.search(source)
    return _denies(source) and not _may_carry(target)


def _may_say_not(target: str) -> bool:
    return "'" in target or "’" in target or not _NOTS.isdisjoint(words.english(target))


def _may_carry(target: str) -> bool:
    """Tell whether a text has anything that may carry a denial; most that do have a word of that kind."""
    return any(map(_CARRIES.__getitem__, words.english(target))) or _MAY_NOT.search(target) is not None


def _denies(source: str) -> bool:
    if not any(map(_BEGINS.__getitem__, words.persian(source))):
        return False
    return _DENIED.search(source) is not None and _DENIED.search(_NOT_DENIED.sub(" ", source)) is not None
