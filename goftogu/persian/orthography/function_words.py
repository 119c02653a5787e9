"""Words that tell what a word beside them is: what carries no ending, and what stands by itself."""

from __future__ import annotations

_PREPOSITIONS = "و در به از با بر برای که را تا یا هم نیز اما ولی اگر چون پس نه چه هر هیچ یک چند این آن همین همان"
_ANSWERS = "بله آره خیر باشه اه آه آخ وای ای آی هان آهان ها های هوی هو یعنی حتی وقتی کی چی طی کسی می نمی بی جز"

NO_NOUNS = frozenset(f"{_PREPOSITIONS} {_ANSWERS} دیگه اگه مگه است بود شد".split()) - {"این", "آن", "همین", "همان"}
"""Words that have no plural in ها."""

NO_OWNERS = frozenset(
    f"{_PREPOSITIONS} {_ANSWERS} اگه مگه است بود شد دون کسر علو خلاف رفعت درخور فراخور مطابق".split()
) - {"برای"}
"""Words that no «شان» or «ام» belongs to."""

NO_INDEFINITE = frozenset("بله همه باشه مگه اگه واسه آره نخیر البته".split())
"""Words in ه after which «ای» calls somebody."""

CALLED = frozenset(
    "کاش کاشکی وای خدا خدایا دل بابا عزیز داد دریغ دوست دوستان یار مردم پسر دختر برادر خواهر ایران وطن جان".split()
)
"""Whom or what «ای» calls."""

MOTHERS = frozenset("کلثوم سلمه البنین ابیها القری حبیبه داود اس".split())
"""What follows the Arabic «ام»."""

DRUNK = frozenset("خوردن نوشیدن نوش خور آر ناب خواره زده گساری".split())
"""What follows a «می» that is wine."""

CUPS = frozenset("جام جامی ساغر پیمانه شراب ساقی خم سبوی جرعه باده قدح مینای مست ماه".split())
"""What is before a «می» that is wine, or May."""

NO_DEGREES = frozenset(
    "چشم دیده چشمان هیزم لباس جامه دست پا مو موی خاک زمین گل برگ شاخه چوب لب دامن گونه رخ مژه سبزه علف نان پارچه "
    "حوله هوا خشک کاه به در را و از با که هر این آن یک دیگر هیچ تن سر رو نه هم می".split()
)
"""Words after which «تر» is wet, or no degree."""

WITHOUT_BOTH = frozenset("سر چون کم برو قید بند حد حساب کس دست پا رگ شک حرف نام مهر".split())
"""Nouns of idioms such as «بی سر و پا»."""

WET = frozenset("تازه خشک تمیز فرز".split())
"""What stands beside «تر» in pairs with «و»."""

RANKS = frozenset("منزلت مقام جایگاه شوکت کرامت حرمت شرف مرتبه شخصیت موقعیت احترام اعتبار عزت".split())
"""What is named beside «شأن»."""
