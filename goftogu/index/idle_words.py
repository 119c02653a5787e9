"""Words that are no headings in any archive: function words, and nouns that could stand in every interview."""

from __future__ import annotations

from typing import Final

from goftogu.persian import wordlists
from goftogu.persian.folding import fold

_FUNCTION_WORDS: Final = (
    "کجا کجاست کی چه چی چیست چیه چرا چگونه چطور چقدر چند چندین کدام کدوم مگر آیا بله آره نه خیر آن این "
    "آنها اینها آنجا اینجا همان همین همه هیچ هر دیگر دیگه دیگری یکی خود خودش خودم خودشان خودمان خودتان "
    "یکدیگر همدیگر کسی کسانی چیزی جایی وقتی هنگامی زمانی اگر اگه چون زیرا پس سپس بلکه ولی اما لیکن البته "
    "یعنی مثلا مثل مانند نظیر همچون همچنین هنوز هرگز همیشه گاهی اغلب اکثرا غالبا معمولا طبیعتا واقعا "
    "حقیقتا اتفاقا اصلا کلا کاملا تقریبا قطعا حتما احتمالا ظاهرا بالاخره خلاصه فقط تنها حتی خیلی بسیار "
    "کمی اندکی زیاد کم بیشتر کمتر بیش تقریبی بعدا قبلا فعلا الان اکنون حالا امروز دیروز فردا امشب دیشب "
    "امسال پارسال آنگاه اینکه آنکه بنابراین بدین بدون ضمن طی باز دوباره سریع زود دیر ابتدا نخست نخستین "
    "اول اولین دوم سوم آخر آخرین پیش پیشین بعدی قبلی فعلی گذشته آینده چنین چنان اینطور آنطور همینطور خب "
    "آقا خانم بنده حضرتعالی جنابعالی شما ایشان وی آنان اینان"
)
_GENERAL_NOUNS: Final = (
    "سال ماه هفته روز شب صبح عصر ظهر ساعت دقیقه لحظه دوره دهه قرن زمان وقت موقع هنگام مدت دفعه بار مرتبه "
    "مرحله شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه چیز جا نفر تن تا عدد شخص فرد افراد آدم مردم "
    "نوع طور صورت حال حالت شکل دلیل علت خاطر طرف سو سمت قسمت بخش مسئله مسأله موضوع مورد سوال سؤال پرسش "
    "پاسخ جواب نظر حرف صحبت سخن کلمه جمله بحث مصاحبه گفتگو گفت‌وگو نکته مطلب نقش حفظ حضور انجام ایجاد "
    "افزایش کاهش قرار توجه استفاده وجود لحاظ جهت اساس پایه حد اندازه میزان مقدار تعداد متوسط معمولی عادی "
    "خوب خوبی بد بدی بزرگ کوچک مهم جدید قدیم قدیمی تازه مختلف متفاوت خاص عمومی کلی اصلی فرعی درست غلط "
    "راحت سخت آسان بالا پایین جلو عقب داخل خارج بیرون کنار وسط پشت رو زیر میان بین دور نزدیک اطراف "
    "علاقه‌مند اتفاق ماجرا داستان خاطره یاد فکر احساس کار دست سر چشم پا اسم نام عنوان میلیون میلیارد هزار "
    "صد درصد تومان ریال زمینه امور امکان امکانات مشترک اختصاصی شرایط وضعیت وضع تسریع اعطا گسترش نوظهور "
    "سطح سطحی"
)


def load() -> frozenset[str]:
    """Return these words, folded, and with them the words of the list of hazm that are never nouns.

    Raises:
        ModuleNotFoundError: hazm is not installed.
    """
    rows = (line.split("\t") for line in wordlists.lines("words.dat"))
    never = (row[0] for row in rows if len(row) > 1 and row[-1].strip() != "0" and not _may_be_noun(row[-1]))
    listed = (word for text in (_FUNCTION_WORDS, _GENERAL_NOUNS) for word in text.split())
    return frozenset(map(fold, (*map(str.strip, wordlists.lines("stopwords.dat")), *listed, *never)))


def _may_be_noun(tags: str) -> bool:
    known = set(tags.strip().split(","))
    return "N" in known and known.isdisjoint({"CONJ", "DET", "PRO"})
