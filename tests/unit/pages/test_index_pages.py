"""The pages of the index, rendered from small archives that are read and indexed as a build does it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from goftogu.checks.links import LinkChecker
from goftogu.content import vocabulary
from goftogu.content.settings import SiteConfig
from goftogu.edition.site import Site
from goftogu.exports import registry
from goftogu.model import Interview, Language, Role, Speaker
from goftogu.persian.dates.calendar import parse
from tests.archives import Archive
from tests.collecting import collected, found_by
from tests.talks import file, talk

TOPICS = """
[economy]
fa = "اقتصاد"
en = "Economy"
alt = {fa = ["امور مالی"], en = ["Finance", "Economy at large"]}
related = ["peace", "unused"]
triggers = ["اقتصاد"]
exact = ["https://example.com/economy"]

[trade]
fa = "تجارت"
en = "Trade"
broader = ["economy"]
triggers = ["تجارت"]

[peace]
fa = "صلح"
en = "Peace"
triggers = ["صلح"]

[tokayev]
fa = "رئیس‌جمهور توکایف"
en = "President Tokayev"
alt = {fa = ["قاسم توکایف"], en = ["Kassym Tokayev"]}
people = ["tokayev"]

[unused]
fa = "هیچ"
en = "Nothing"
alt = {fa = ["پوچ"], en = ["Void"]}
"""
PEOPLE = """
[tokayev]
name = {fa = "قاسم توکایف", en = "Kassym Tokayev"}
sort = {fa = "توکایف، قاسم", en = "Tokayev, Kassym"}
aliases = {fa = ["توکایف", "آن مرد"], en = ["That man"]}
born = "1953-05-17"
ids = {wikidata = "Q 1", other = "7"}
public = true

[poet]
name = {fa = "شاعر دور", en = "Distant Poet"}
born = "1325"
died = "1390"
"""
PLACES = """
[urmia]
kind = "city"
name = {fa = "ارومیه", en = "Urmia"}
names = [
  {kind = "historic", fa = "رضاییه", en = "Rezaiyeh", from = "1305", to = "1357"},
  {fa = "اورمیه", from = "1990"}, {fa = "ارومی", to = "hijri:1350"}, {en = "Urmiya", from = "1300", to = "1950"},
]
coordinates = "37.55, 45.07"
"""
GUEST = Speaker("مهمان", Role.INTERVIEWEE, person="tokayev")


def archive(*interviews: Interview, topics: str = TOPICS) -> Archive:
    texts = {"topics.toml": topics, "people.toml": PEOPLE, "places.toml": PLACES}
    words, problems = collected(vocabulary.read_vocabulary, {name: file(name, text) for name, text in texts.items()})
    assert problems == []
    return Archive.indexed(Site(SiteConfig(url="https://example.org/"), words), interviews)


def text_of(page: str) -> str:
    main = page.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", main).split())


def talks(count: int, *exchanges: tuple[str, str]) -> Sequence[Interview]:
    return [talk(*exchanges, id_=f"talk{number:04}", guest=GUEST) for number in range(count)]


TRADE = ("تجارت؟", "")
ONE = archive(talk(("تجارت و اقتصاد؟", "صلح در رضاییه، سال ۵۷."), ("توکایف کیست؟", "هیچ."), guest=GUEST))


def test_every_link_of_a_large_archive_leads_somewhere() -> None:
    large = archive(*talks(210, ("تجارت و اقتصاد؟", "صلح در ارومیه، سال ۵۷، سال ۱۳۴۲."), ("توکایف؟", "ارومیه.")))
    made = large.rendered(whole=False)
    checker = LinkChecker("https://example.org/")
    for path, page in made.items():
        checker.add(path, page.encode())
    for path, data in registry.vocabulary(large.listing):
        checker.add(path, data)
    wrong = [str(problem) for problem in found_by(checker.report) if "talk0" not in str(problem)]
    assert [line for line in wrong if "static/" not in line and "feed." not in line and "search/" not in line] == []
    for path in ("en/topics/trade/2.html", "fa/people/tokayev/3.html", "en/interviews/part/undated.html"):
        assert path in made
    assert "Page 2 of 5" in text_of(made["en/topics/trade/2.html"])
    assert max(page.count("<li") for page in made.values()) < 200


def test_the_index_has_headings_sub_headings_and_references() -> None:
    page = text_of(ONE.rendered()["en/a-z/index.html"])
    assert "All numbers refer to “ عنوان ”." in page
    assert "Economy اقتصاد In general turn 1 Trade turn 1 see also Peace" in page
    assert "Finance see Economy" in page
    assert "Economy at large" not in page
    assert "Void" not in page
    assert "Trade تجارت turn 1" in page
    assert "Tokayev, Kassym قاسم توکایف speaks in عنوان turn 3 see also President Tokayev" in page
    assert "That man see Tokayev, Kassym" in page
    assert "Kassym Tokayev see President" not in page
    assert "President Tokayev رئیس‌جمهور توکایف turn 3 see also Kassym Tokayev" in page
    assert "Rezaiyeh see Urmia" in page


def test_the_persian_index_has_its_own_order() -> None:
    page = ONE.rendered()["fa/a-z/index.html"]
    assert re.findall(r'<h2 id="([\w-]+)">', page) == ["alef-madde", "alef", "te", "re", "sad"]
    assert '<span aria-hidden="true">ب</span>' in page
    assert 'نگاه کنید به</span> <a href="../topics/economy.html">اقتصاد</a>' in page


def test_a_name_with_many_locators_is_divided_by_topic() -> None:
    exchanges = [("تجارت در ارومیه؟", ""), *[("صلح در ارومیه؟", "")] * 8, ("چه در ارومیه؟", "")]
    made = archive(talk(*exchanges, guest=GUEST)).rendered()
    page = text_of(made["en/a-z/index.html"])
    assert "Urmia ارومیه In general turn 19 Peace turn 3 5 7 9 11 13 15 17 Trade turn 1 " in page
    assert "Mentions by topic In general turn 19 Peace" in text_of(made["en/places/urmia.html"])


def test_in_a_large_archive_locators_stand_with_their_interviews_and_are_few() -> None:
    made = archive(*talks(12, ("تجارت در ارومیه؟", "ارومیه"))).rendered(whole=False)
    index = text_of(made["en/a-z/part/u.html"])
    assert "Urmia ارومیه" + " عنوان turn 1 2" * 12 + " Urmiya see Urmia" in index
    assert '<a href="../topics/trade.html"><span>Trade 24</span></a>' in made["en/places/urmia.html"]


def test_a_topic_with_many_locators_is_divided_by_what_is_spoken_about_besides() -> None:
    exchanges = [*[("تجارت و صلح؟", "")] * 5, *[("تجارت و اقتصاد؟", "")] * 4, ("صلح؟", "")]
    made = archive(*talks(2, *exchanges)).rendered(whole=False)
    index = text_of(made["en/a-z/index.html"])
    trade = index.partition("Trade تجارت In general ")[2]
    assert trade.startswith("عنوان 11 13 15 17 عنوان 11 13 15 17 Peace عنوان 1 3 5 7 9 عنوان 1 3 5 and 2 more")
    assert '<a class="rest" href="../topics/trade.html">and 2 more</a>' in made["en/a-z/index.html"]


def test_the_rest_of_a_narrower_heading_is_on_its_own_page() -> None:
    page = archive(*talks(12, TRADE)).rendered(whole=False)["en/a-z/index.html"]
    economy = page.partition("Economy</a>")[2].partition("</ul>")[0]
    assert '<a class="label" href="../topics/trade.html">Trade</a>' in economy
    assert '<a class="rest" href="../topics/trade.html">and 4 more</a>' in economy


def test_a_topic_of_very_many_interviews_is_divided_by_their_years() -> None:
    held = [replace(item, date=parse(f"14{number // 9:02}-05-05")) for number, item in enumerate(talks(30, TRADE))]
    made = archive(*held).rendered(whole=False)
    assert "2021 عنوان 1 عنوان 1" in text_of(made["en/a-z/index.html"]).partition("Trade تجارت")[2]
    assert '<span class="label">۱۴۰۳</span>' in made["fa/a-z/index.html"]


def test_a_topic_of_very_many_interviews_without_years_names_the_first_of_them() -> None:
    page = archive(*talks(30, TRADE)).rendered(whole=False)["en/a-z/part/t/2.html"]
    assert "Trade تجارت" + " عنوان turn 1" * 24 + " and 6 more" in text_of(page)
    assert '<a class="rest" href="../../../topics/trade.html">and 6 more</a>' in page


def test_one_locator_more_than_many_is_shown() -> None:
    made = archive(*talks(9, ("تجارت؟", ""))).rendered(whole=False)
    assert "more</a>" not in made["en/a-z/index.html"]


def test_a_person_has_names_dates_and_catalogues() -> None:
    made = ONE.rendered()
    page = made["en/people/tokayev.html"]
    assert "Other names That man" in text_of(page)
    assert "Born 17 May 1953 (27 Ordibehesht 1332)" in text_of(page)
    assert 'href="https://www.wikidata.org/wiki/Q%201"' in page
    assert "other 7" in text_of(page)
    assert "Speaks in" in text_of(page)
    poet = text_of(made["fa/people/poet.html"])
    assert "تولد ۱۳۲۵ (۱۹۴۶–۱۹۴۷) درگذشت ۱۳۹۰ (۲۰۱۱–۲۰۱۲)" in poet
    assert "هنوز در هیچ گفت‌وگویی به این نام اشاره نشده است." in poet


def test_a_place_has_its_earlier_names_with_their_years() -> None:
    page = text_of(ONE.rendered()["en/places/urmia.html"])
    assert "Rezaiyeh ( رضاییه ) , historic name, 1305–57/1926–79" in page
    assert "اورمیه , since 1990 (1368–69)" in page
    assert ", until 1350 AH" in page
    assert "Urmiya , 1300/1921–22 to 1950 (1328–29)" in page
    assert "Coordinates 37.55° N, 45.07° E" in page
    assert "۳۷٫۵۵° شمالی، ۴۵٫۰۷° شرقی" in ONE.rendered()["fa/places/urmia.html"]


def test_the_chronology_has_the_dates_as_they_were_said_and_the_years_of_the_interviews() -> None:
    held = talk(("سال ۵۷؟", "سال ۱۳۵۷ و دههٔ ۶۰."), guest=GUEST)
    dated = type(held)(
        **{name: getattr(held, name) for name in held.__dataclass_fields__} | {"date": parse("1380-02-03")}
    )
    made = archive(dated).rendered()
    page = text_of(made["en/chronology/index.html"])
    assert "1970s 1357/1978–79 (« سال ۵۷ », « سال ۱۳۵۷ ») turn 1 2" in page
    assert "1980s 1360–69/1981–91" in page
    assert "Interviews by year 2001 1" in page
    assert "دههٔ ۱۳۵۰" in text_of(made["fa/chronology/index.html"])
    assert 'href="../interviews/index.html#y1380"' in made["fa/chronology/index.html"]


def test_a_long_chronology_has_a_page_for_each_decade() -> None:
    made = archive(*talks(120, ("سال ۵۷، سال ۶۷؟", ""))[:1], *_dated(220)).rendered(whole=False)
    page = made["en/chronology/index.html"]
    assert '<a href="part/d1930.html">1930s <span class="count">10</span></a>' in page
    assert "Dates mentioned" in text_of(page)
    assert '<link rel="alternate" hreflang' not in made["en/chronology/part/d1930.html"]


def _dated(count: int) -> list[Interview]:
    years = "، ".join(f"سال {1300 + number}" for number in range(80))
    return [talk((years, "هیچ"), id_=f"old{number}", guest=GUEST) for number in range(min(count, 4))]


def test_topics_stand_in_a_tree_and_by_letter() -> None:
    made = ONE.rendered()
    page = made["en/topics/index.html"]
    tree = page.partition("By subject")[2].partition("By letter")[0]
    assert re.findall(r'href="(\w+)\.html"', tree) == ["economy", "trade"]
    assert 'href="../../data/vocabulary/topics.ttl"' in page
    topic = made["en/topics/economy.html"]
    assert "Also called Finance, Economy at large" in text_of(topic)
    assert 'href="https://example.com/economy"' in topic


def test_too_much_hierarchy_is_left_to_the_letters() -> None:
    many = "".join(
        f'[t{number}]\nfa = "موضوع {number}"\nen = "Topic {number}"\nbroader = ["peace"]\n' for number in range(201)
    )
    page = archive(talk(("صلح؟", "")), topics=TOPICS + many).rendered(whole=False)["en/topics/index.html"]
    assert "By subject" not in page
    assert '<a href="#t">T</a>' in page
    assert 'rel="next" href="part/t/2.html"' in page


def test_an_interview_has_a_map_of_its_topics() -> None:
    page = archive(talk(("تجارت؟", ""), ("چه؟", ""), ("چه؟", ""), ("صلح؟", "تجارت"), guest=GUEST)).rendered()[
        "en/talk.html"
    ]
    (row,) = re.findall(r'<tr><th scope="row"><a href="topics/trade.html">.*?</tr>', page)
    cells = re.findall(r'<td(?: class="(\w+)")?(?: colspan="(\d)")?>', row)
    assert cells == [("primary", ""), ("", "2"), ("passing", "")]
    assert row.count('<span class="unseen">subject</span>') == 1
    assert row.count('<span class="unseen">mention</span>') == 1
    assert page.count('<th scope="col"') == 5


def test_an_archive_without_a_vocabulary_has_pages_that_say_so() -> None:
    bare = archive(talk(("چه؟", "هیچ")), topics="")
    made = bare.rendered(whole=False)
    assert "Nothing has been indexed yet." in archive(topics="").rendered()["en/a-z/index.html"]
    assert "No dates are mentioned yet." in made["en/chronology/index.html"]
    assert "Not mentioned in any interview yet." in made["en/places/urmia.html"]


def test_the_sitemap_has_the_pages_of_the_index() -> None:
    page = ONE.rendered()["sitemap.xml"]
    for path in ("en/a-z/", "fa/places/urmia.html", "en/people/tokayev.html", "fa/chronology/", "en/people/"):
        assert f"<loc>https://example.org/{path}</loc>" in page
    assert len(Language) == 2
