"""Everyday words for made-up interviews: some are written without their half-spaces, as in transcripts that come in."""

from __future__ import annotations

from typing import Final

PERSIAN: Final = """
از به با در که و تا برای این آن هم نیز اما اگر چون پس هر یک دو سه چند همه هیچ بسیار کم بیش خوب تازه کهنه
بزرگ کوچک روز شب سال ماه هفته صبح عصر شهر روستا خیابان کوچه خانه مدرسه دانشگاه بازار کارخانه بیمارستان
کتاب روزنامه نامه رادیو پدر مادر برادر خواهر فرزند دوست همسایه معلم شاگرد کارگر کشاورز نویسنده شاعر پزشک
مهندس راننده سرباز مردم دولت مجلس وزیر زندگی کار سفر یاد خاطره سخن پرسش پاسخ داستان تاریخ فرهنگ زبان هنر
موسیقی شعر فیلم عکس صدا تصویر نان چای برنج میوه باغ رودخانه کوه دشت دریا باران برف باد آفتاب زمستان بهار
تابستان پاییز جنگ صلح انقلاب انتخابات قانون حق آزادی امید ترس شادی میکنم میکرد میگفت میرفتیم میآمد میشود
نمیدانم نمیخواست کتابها خانهها بچهها سالها مدرسهها دوستانم همکارانم رفتهام دیدهایم بود شد کرد گفت رفت
آمد داد گرفت دید شنید نوشت خواند ساخت ماند است هست باید شاید هنوز همیشه گاهی دیگر اینجا آنجا امروز دیروز
""".split()

ENGLISH: Final = """
the of and to in a is that for it as was with be by on not he at are this have from or had they which
one you were all her she there would their we him been has when who will no more if out so what up said
its about than into them can only other new some could time these two may then do first any my now such
like our over man me even most made after also did many before must through years where much your way
well down should because each just those people how too little state good very make world still own see
men work long get here between both life being under never day same another know while last town village
street house school market factory hospital book newspaper letter radio father mother brother sister
child friend neighbour teacher worker farmer writer poet doctor engineer driver soldier government
parliament minister journey memory story history culture language music river mountain sea rain snow
wind winter spring summer autumn war peace law
""".split()

TOPICS: Final = """
اقتصاد/economy انرژی/energy مرز/borders آموزش/education مهاجرت/migration خانواده/family ورزش/sport
دادگاه/courts زندان/prison ارتش/army دیپلماسی/diplomacy نفت/oil گاز/gas برق/electricity آهن/iron
پنبه/cotton فرش/carpets قند/sugar جنگل/forests معماری/architecture نقاشی/painting تئاتر/theatre
سینما/cinema بایگانی/archives راه‌آهن/railways بندر/ports گمرک/customs بانک/banks بیمه/insurance
مالیات/taxes بودجه/budgets تورم/inflation معدن/mines فولاد/steel دارو/medicines بهداشت/health
واکسن/vaccines زلزله/earthquakes سیلاب/floods خشکسالی/drought قنات/qanats شیلات/fisheries
دامداری/herding زعفران/saffron پسته/pistachios گندم/wheat نوروز/nowruz عروسی/weddings سوگواری/mourning
خوشنویسی/calligraphy سفال/pottery کاشی/tiles موزه/museums باستان‌شناسی/archaeology نجوم/astronomy
ریاضیات/mathematics رایانه/computers ماهواره/satellites تلفن/telephones پست/post
""".split()
"""Persian word and English id of sixty topics."""
