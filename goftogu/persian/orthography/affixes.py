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

SPOKEN_DEGREES = DEGREES | {"تره"}
"""The same, with the copula of spoken Persian: «جذاب‌تره»."""

AFTER_HE = frozenset("ام ات اش ایم اید اند ای است مان تان شان مون تون شون ی یی یم".split())
"""Endings set apart after a silent ه."""

SPOKEN_AFTER_HE = frozenset("م ت ش".split())
"""Endings of one letter that spoken Persian sets apart after a silent ه: «گفته‌م», «بچه‌ش»."""

SPOKEN_NOUNS = frozenset("همه بچه خاله عمه خونه لونه شونه چونه کله".split())
"""Words that spoken Persian gives such endings."""

AFTER_YE = frozenset("ام اش ایم اید اند است ای مان تان شان مون تون شون".split())
"""Endings set apart after ی."""

AFTER_ANY = frozenset("اند است ایم اید".split())
"""Copulas set apart after every other joining letter."""

JOINED = frozenset("مین یست یم ید یند یش یت ند مان تان شان مون تون شون ست ان انه ین یان یون ات یت م ت ش ی".split())
"""Endings that are written joined."""

SOUNDED_HE = tuple("اه کوه گروه نبوه ندوه توجه الله فرمانده سازمانده مشابه شبیه توجیه تنبیه ستوه".split())
"""Ends of words whose last ه is sounded: what follows it is written joined (توجهی, راهی)."""

SOUNDED_WORDS = frozenset(
    "مکروه وجوه وجه فقیه فقه موجه متوجه اله فربه کریه سفیه وجیه مرفه منزه متنبه تشبیه تشابه متشابه مشتبه زره گره "
    "کنه ابله مواجه مشبه کوته سپه تبه سیه گنه آگه پادشه فواکه واله تشبه تفقه تاله ترفیه نزیه نبیه بدیه تنزیه "
    "بازده گوه".split()
)
"""Other words whose last ه is sounded."""

NUMERALS = frozenset(
    "یک سه پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه شصت "
    "چندین تک نیم".split()
)
"""Numerals that join to a letter after them."""

LATIN = "ای بی سی دی اف جی اچ آی کی ال ام ان او پی کیو آر اس تی یو وی دبلیو ایکس وای زد".split()
"""The names of the Latin letters, as abbreviations are read in Persian."""

NEW_PLURALS = PLURALS - frozenset("هام هات هاش هاند هارا".split())
"""Plural endings that show after a word that is not known; «دخترعمهام» may be «دخترعمه‌ام»."""

SHORT_HEADS = frozenset(
    "دل گل غم خط شب لب تن گچ بت کف سم یخ نخ لک پل تب کم هم جن حق تک پی نی خم پر سر زر در دو نو رو مو جو هر نا سه "
    "ده شش نه سی کج تر آب لج مس تخ مد رد کت کش از بر".split()
)
"""First parts of two letters that make compounds which no list has."""

PREFIXES = ("فرا", "غیر", "ضد", "پسا", "ابر", "ماورا")
"""Prefixes that do not join, before a word that is known."""

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

SHORT_SURNAMES = frozenset("فر لو خو راد مهر یار خان".split())
"""Second parts of family names too short to show after any word."""

FIELDS = frozenset(
    "تحقیق مطالعه پژوهش کار بررسی تجربه گزارش مسابقه مسابقات دو بازدید نبرد هنر عملیات فرمانده مشاهده".split()
)
"""Words after which «میدانی» is an adjective: «کار میدانی»."""

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

CONTINUOUS = frozenset("می نمی همی برمی برنمی درمی درنمی بازمی بازنمی فرامی فرانمی فرومی وامی وانمی ورمی سرمی".split())
"""What is set apart before a finite verb."""

APART_PLURALS = PLURALS - {"هارا"}
"""Plural endings that are typed apart."""

APART_DEGREES = DEGREES - {"ترم", "ترش", "ترند", "ترست"} | {"ترها", "ترهای", "ترینها", "ترینهای"}
"""Comparative endings that are no words of their own; «ترم» and «ترش» are."""

PERSONS = frozenset("ام ایم اید اند".split())
"""Copulas that follow a silent ه or ی."""

OWNERS = frozenset("اش ات مان تان شان مون تون شون".split())
"""Possessives that are typed apart."""

BOUND_ENDINGS = ("ی", "ان", "انی", "ها", "های", "هایی", "هایش", "هایشان", "هایمان")
"""Endings that the second part of a compound carries when it is typed apart; not those that make it a verb."""

FREE_FORMS = frozenset({"داری", "بخشی"})
"""Inflected second parts that are words of their own: «پول داری؟»."""

BOUND_HEADS = frozenset("نیمه ذی".split())
"""First parts that are hardly words of their own."""
