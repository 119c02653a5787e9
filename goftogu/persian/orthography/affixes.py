"""The closed classes of Persian word formation. The open ones are lists in ``data/``.

The tables follow the spelling rules of the Academy of Persian Language and Literature (دستور خط فارسی, 1401) and
today's edited usage.
"""

from __future__ import annotations

LONGEST = 7
"""Length of the longest ending."""

PLURALS = frozenset(
    "ها های هایی هایم هایت هایش هایمان هایتان هایشان هاییم هایند هاییست هاست هاند هام هات هاش هامان هاتان هاشان "
    "هامون هاتون هاشون هارا".split()
)
"""Plural endings, set apart from every stem."""

DEGREES = frozenset("ترینشان ترینی ترین تری ترند ترم تریم ترش ترست تر".split())
"""Comparative endings, set apart from adjectives and adverbs."""

AFTER_HE = frozenset("ام ات اش ایم اید اند ای است مان تان شان مون تون شون ی یی یم".split())
"""Endings set apart after a silent ه."""

AFTER_YE = frozenset("ام اش ایم اید اند است ای مان تان شان مون تون شون".split())
"""Endings set apart after ی."""

AFTER_ANY = frozenset("اند است ایم اید".split())
"""Copulas set apart after every other joining letter."""

JOINED = frozenset("مین یست یم ید یند یش یت ند مان تان شان مون تون شون ست ان انه ین یان یون ات یت م ت ش ی".split())
"""Endings that are written joined."""

SOUNDED_HE = tuple("اه کوه گروه نبوه ندوه توجه الله فرمانده سازمانده مشابه شبیه توجیه تنبیه ستوه".split())
"""Ends of words whose last ه is sounded: what follows it is written joined (توجهی, راهی)."""

SOUNDED_WORDS = frozenset(
    "مکروه وجوه وجه فقیه فقه موجه متوجه اله فربه کریه سفیه وجیه مرفه منزه متنبه تشبیه تشابه متشابه مشتبه "
    "زره گره کنه ابله مواجه مشبه کوته سپه تبه سیه گنه آگه پادشه فواکه واله تشبه تفقه "
    "تاله ترفیه نزیه نبیه بدیه تنزیه".split()
)
"""Other words whose last ه is sounded."""

NUMERALS = frozenset(
    "یک سه پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه شصت "
    "چندین تک نیم".split()
)
"""Numerals that join to a letter after them."""

LATIN = "ای بی سی دی اف جی اچ آی کی ال ام ان او پی کیو آر اس تی یو وی دبلیو ایکس وای زد".split()
"""The names of the Latin letters, as abbreviations are read in Persian."""

DERIVATIONS = frozenset("ی ان ات گی گان یی انه گانه ین یت".split())
"""Derivations that are written joined; گی and گان stand in the place of a silent ه."""

SUFFIXES = frozenset(
    "گر گری گران گرانه گاه گاهی بان بانی بانان مند مندی مندان مندانه ور ناک ناکی چی چیان وش گین زار وند ستان".split()
)
"""Derivations that are written joined, but apart from a silent ه."""

INDEFINITE = frozenset("یک هیچ هر چنین چنان".split())
"""Words that ask for the indefinite «ه‌ای» after them."""

OPENERS = frozenset(
    "از به در با بر برای درباره بین میان روی پای همه تمام این آن همین همان چه چند برخی بعضی و یا که را تا هم نیز "
    "اما ولی چون فقط حتی مثل جز کدام اولین آخرین".split()
)
"""Words that do not end in an ezafe: after them stands no adjective such as حرفه‌ای."""

FREE_HEADS = ("بی", "هم", "پیش", "خوش", "نیمه", "شبه")
"""First parts that make a compound with derived words, too."""

SURNAMES = frozenset(
    "پور زاده نژاد نیا فر فرد نسب تبار منش پناه خواه راد مهر وند لو خان خانی بیگ بیگی آباد آبادی خو یار دوست".split()
)
"""Second parts of family and place names."""

PLACES = frozenset("کوه شهر رود دشت چشمه قلعه محله کلا سرا آباد آبادی شاه شاهی خانی بیگی".split())
"""What follows a given name in names of places and families."""

ARABIC = frozenset(
    "الدین الدینی الله اللهی الدوله السلطنه السلطان الملک الممالک الاسلام الملوک الوزرا الشعرا العلما العظمی "
    "السلام الرحمن".split()
)
"""Arabic second parts of titles: what stands before them is a name, known or not."""

PREPOSITIONS = "به|در|از|بر|با"
"""Prepositions that grow together with a demonstrative."""

DEMONSTRATIVES = "این|آن|همین|همان|هیچ"
"""Demonstratives that grow together with what they show."""
