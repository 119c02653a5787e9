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

FIRST_NAMES: Final = """
مریم/maryam زهرا/zahra شیرین/shirin پروین/parvin لیلا/leila مینا/mina سیمین/simin نرگس/narges
رضا/reza حسن/hasan بهرام/bahram ایرج/iraj کامران/kamran داریوش/dariush مهدی/mahdi سهراب/sohrab
""".split()

FAMILY_NAMES: Final = """
آذری/azari احمدپور/ahmadpur بختیاری/bakhtiari برومند/borumand پارسایی/parsaei تفرشی/tafreshi توکلی/tavakkoli
جلالی/jalali چراغی/cheraghi حکیمی/hakimi خرم‌دل/khorramdel دشتی/dashti رستگار/rastegar رهنما/rahnama
زمانی/zamani سپهری/sepehri ستوده/sotudeh شاهین/shahin شمسایی/shamsaei صالحی/salehi طبری/tabari عارفی/arefi
غفوری/ghafuri فرهمند/farahmand فروتن/forutan قائمی/ghaemi کرمانی/kermani کیانی/kiani گلستانی/golestani
لاهوتی/lahuti مجیدی/majidi معتمدی/motamedi مقدم/moghaddam نادری/naderi نیکنام/niknam واحدی/vahedi هدایتی/hedayati
همایونی/homayuni یوسفی/yusefi یزدانی/yazdani
""".split()
"""Persian name and English name of people: everyone has one of the first names and one of the family names."""

PLACES: Final = """
تبریز/tabriz شیراز/shiraz اصفهان/isfahan مشهد/mashhad اهواز/ahvaz رشت/rasht کرمان/kerman همدان/hamadan قزوین/qazvin
یزد/yazd کاشان/kashan سنندج/sanandaj بوشهر/bushehr زاهدان/zahedan گرگان/gorgan سمنان/semnan اراک/arak بیرجند/birjand
خوی/khoy مراغه/maragheh آبادان/abadan بروجرد/borujerd نیشابور/neyshabur سبزوار/sabzevar بم/bam جیرفت/jiroft میناب/minab
دزفول/dezful شوشتر/shushtar لاهیجان/lahijan آستارا/astara بابل/babol آمل/amol قوچان/quchan تایباد/taybad زابل/zabol
کابل/kabul هرات/herat بخارا/bukhara سمرقند/samarkand
""".split()
"""Persian name and English id of places; the first ones are spoken of most."""
