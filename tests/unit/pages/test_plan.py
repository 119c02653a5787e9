"""The whole way from a site to its pages, with the templates of the project."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from goftogu.checks.links import LinkChecker
from goftogu.content.pages import FreePage
from goftogu.content.vocabulary import Words
from goftogu.exports import downloads, registry
from goftogu.index.topics import MANY
from goftogu.model import Bilingual, Language
from goftogu.pages import names, pagination, plan, topics
from goftogu.pages.hits import Item
from goftogu.problems import Problems
from goftogu.translation.memory.memory import State, Translation
from tests import sample_site as sample
from tests.archives import TEMPLATES, Archive, renderer
from tests.collecting import found_by

URL = "https://example.org/archive/"
REVIEWED = Translation("It grows well.", State.REVIEWED, "", by="A. Reader")
MACHINE = Translation("It grows.", State.MACHINE, "argos translate-fa_en 1.5")
STALE = Translation("It grew.", State.STALE, "", ("source-changed",))
MISSING = Translation("", State.MISSING, "")


@pytest.fixture(scope="module")
def made() -> Mapping[str, str]:
    return sample.archive().rendered()


def english_page(**changes: Translation) -> str:
    return sample.archive(translations=sample.english(State.DRAFT, **changes)).rendered()["en/sea.html"]


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_every_page_is_planned(made: Mapping[str, str]) -> None:
    both = (
        "index",
        "sea",
        "about",
        "interviews/index",
        "topics/index",
        "topics/trade",
        "topics/sea",
        "topics/nature",
        "people/index",
        "people/sarv",
        "people/radio",
        "places/index",
        "places/coast",
        "chronology/index",
        "a-z/index",
        "progress/index",
        "data/index",
        "search/index",
        "passages/index",
    )
    expected = {f"{language}/{name}.html" for language in ("fa", "en") for name in both}
    assert set(made) == expected | {
        "index.html",
        "404.html",
        "both/sea.html",
        "both-en/sea.html",
        ".nojekyll",
        "robots.txt",
    }


def test_the_pages_of_an_interview_share_the_anchors_of_its_turns(made: Mapping[str, str]) -> None:
    for view in ("fa", "en", "both"):
        assert re.findall(r'<h3 id="(\w+)">', made[f"{view}/sea.html"]) == ["t1", "t2", "t3", "t4"]
        assert '<h2 class="section" id="s1">' in made[f"{view}/sea.html"]


def test_every_link_of_every_page_leads_somewhere(made: Mapping[str, str]) -> None:
    checker = LinkChecker("")
    for path, data in (*registry.vocabulary(sample.archive().listing), *sample.archive().searched()):
        checker.add(path, data)
    for file in (TEMPLATES / "static").iterdir():
        checker.add(f"static/{file.name}", b"")
    for download in downloads.DOWNLOADS:
        checker.add(f"data/sea.{download.ending}", b"")
    for path, page in made.items():
        checker.add(path, page.encode())
    assert found_by(checker.report) == []


@pytest.mark.parametrize("path", ["fa/sea.html", "both/sea.html"])
def test_the_persian_page(made: Mapping[str, str], path: str) -> None:
    page = made[path]
    assert '<html lang="fa" dir="rtl">' in page
    assert '<time datetime="2025-12-13">۲۲ آذر ۱۴۰۴ (۱۳ دسامبر ۲۰۲۵)</time>' in page
    assert "<p>تجارت چگونه پیش می‌رود؟</p>" in page
    assert "۱ نیم‌فاصله در متن فارسی بازگردانده شده است." in page
    assert "۱ نویسه به شکل فارسی خود نشان داده شده است." in page
    assert 'href="../data/sea.transcript.md"' in page


def test_the_persian_page_has_no_notice_and_no_english_text(made: Mapping[str, str]) -> None:
    assert 'class="notice"' not in made["fa/sea.html"]
    assert "It grows" not in made["fa/sea.html"]


def test_long_questions_are_cut_in_the_contents() -> None:
    words = "چرا " * 30 + "نه؟"
    interview = sample.interview()
    first = replace(interview.turns[0], paragraphs=(sample.paragraph("t1.1", words),))
    page = sample.archive(replace(interview, turns=(first, *interview.turns[1:]))).rendered()["fa/sea.html"]
    assert f'<a href="#t1"><span>۱</span> <span>{"چرا " * 26}چرا…</span></a>' in page


def test_markup_does_not_reach_where_only_plain_text_can_stand() -> None:
    interview = replace(sample.interview(), title=sample.paragraph("title", "*دریا* و ما"))
    page = sample.archive(interview).rendered()["fa/sea.html"]
    assert "<title>دریا و ما · بایگانی</title>" in page
    assert "<h1><em>دریا</em> و ما</h1>" in page


def test_the_contents_lead_to_the_questions(made: Mapping[str, str]) -> None:
    assert '<a href="#t3"><span>۳</span> <span>و دریا؟</span></a>' in made["fa/sea.html"]
    assert '<a href="#t3"><span>3</span> <span>And the sea?</span></a>' in made["en/sea.html"]
    assert '<a href="#t3"><span>۳</span> <span>و دریا؟</span></a>' in made["both/sea.html"]
    assert '<a href="#t3"><span>3</span> <span>And the sea?</span></a>' in made["both-en/sea.html"]


def test_the_contents_show_the_sections_and_where_each_topic_is_spoken_of(made: Mapping[str, str]) -> None:
    page = made["en/sea.html"]
    section = page.index('<li class="part"><a href="#s1">On trade</a></li>')
    assert section < page.index('<a href="#t1"><span>1</span>') < page.index('<a href="#t3"><span>3</span>')
    assert '<li><span>Trade</span> <a href="#t1">1</a></li>\n<li><span>The sea</span> <a href="#t3">3</a></li>' in page
    assert '<li><span>دریا</span> <a href="#t3">۳</a></li>' in made["fa/sea.html"]


def test_contents_and_chart_count_turns(made: Mapping[str, str]) -> None:
    assert '<th scope="col"><span>1</span></th><th scope="col" class="quiet"><span>3</span></th>' in made["en/sea.html"]
    assert '<span data-at="{} of 4">4 turns</span>' in made["en/sea.html"]
    assert '<span data-at="{} از ۴">۴ نوبت</span>' in made["fa/sea.html"]


def test_no_page_loads_the_script_of_pages_that_have_moved(made: Mapping[str, str]) -> None:
    assert not [path for path, page in made.items() if "static/site.js" in page]


def test_the_bar_of_an_interview_is_on_its_pages_alone(made: Mapping[str, str]) -> None:
    barred = {path for path, page in made.items() if 'class="reach"' in page}
    assert barred == {"fa/sea.html", "both/sea.html", "both-en/sea.html", "en/sea.html"}
    for path in barred:
        assert made[path].count('class="languages"') == 1
        assert '<script src="../static/reach.js" defer></script>' in made[path]
    assert not any("reach.js" in made[path] for path in made.keys() - barred)


def test_a_turn_leads_to_itself_in_the_other_language(made: Mapping[str, str]) -> None:
    link = '<a href="../{0}/sea.html#t2" hreflang="{0}" aria-label="{1}"><span lang="{0}">{2}</span></a>'
    persian, english = "نوبت ۲ به انگلیسی", "turn 2 in Persian"
    assert link.format("en", f"English: {persian}", "English") in made["fa/sea.html"]
    assert link.format("fa", f"فارسی: {english}", "فارسی") in made["en/sea.html"]


def test_the_switch_of_languages(made: Mapping[str, str]) -> None:
    page = made["en/sea.html"]
    assert '<a href="sea.html" lang="en" hreflang="en" aria-current="page">English</a>' in page
    assert '<a href="../fa/sea.html" lang="fa" hreflang="fa">فارسی</a>' in page
    assert '<a href="../both-en/sea.html">Both</a>' in page
    assert '<a href="../both/sea.html">دوزبانه</a>' in made["fa/sea.html"]
    assert '<a href="../../fa/topics/trade.html" lang="fa" hreflang="fa">فارسی</a>' in made["en/topics/trade.html"]


def test_only_primary_topics_are_chips(made: Mapping[str, str]) -> None:
    first, second = made["en/sea.html"].split('class="chips"')[1:]
    assert "The sea" not in first.split("</ul>")[0]
    assert "The sea" in second.split("</ul>")[0]


def test_the_english_page_shows_the_persian_of_a_turn(made: Mapping[str, str]) -> None:
    page = made["en/sea.html"]
    turn = page[page.index('id="t2"') : page.index('id="t3"')]
    assert '<p id="t2.1">It grows.</p>\n<p id="t2.2">It will grow faster.</p>' in turn
    assert '<div lang="fa" dir="rtl">\n<p>رشد می‌کند.</p>\n<p>تندتر خواهد شد.</p>' in turn
    assert "draft translation" in turn


def test_a_draft_is_called_a_draft_that_no_person_has_reviewed(made: Mapping[str, str]) -> None:
    for path in ("en/sea.html", "both-en/sea.html"):
        text = text_of(made[path])
        assert "A language model drafted the English, and no one has reviewed it yet." in text
    assert "هنوز کسی آن را بازبینی نکرده است" in text_of(made["both/sea.html"])
    assert "reviewed by a person" not in text_of(made["en/sea.html"])


def test_a_machine_translation_names_its_engine() -> None:
    page = text_of(sample.archive(translations=sample.english(State.MACHINE)).rendered()["en/sea.html"])
    assert "No one has reviewed the English yet." in page
    assert "(argos translate-fa_en 1.5)" in page


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.MACHINE, "No one has reviewed the English yet."),
        (State.STALE, "One of the two texts has changed since it was translated."),
    ],
)
def test_a_text_in_one_state_says_so_once(state: State, words: str) -> None:
    assert words in text_of(sample.archive(translations=sample.english(state)).rendered()["en/sea.html"])


def mark(state: str, words: str) -> str:
    """Return the mark of a state, with its words for those who do not see it."""
    return f'<small class="standing {state}"><span>{words}</span></small>'


def test_the_notice_explains_each_mark_that_the_text_has() -> None:
    for path in ("en/sea.html", "both-en/sea.html"):
        page = sample.archive(translations=sample.english(t2_1=REVIEWED, t2_2=MACHINE, t4_1=MISSING)).rendered()[path]
        notice = page.partition('class="notice"')[2].partition("</div>")[0]
        keys = re.findall(r'<small class="standing (\w+)" aria-hidden="true"></small>', notice)
        assert keys == ["reviewed", "draft", "machine"]
        marks = set(re.findall(r'<small class="standing (\w+)"><span>', page))
        assert marks == set(keys)
        assert len(re.findall(r"<li>", notice)) == 3  # what is missing says so where it is, and has no mark


def test_what_was_said_in_english_has_words_and_no_mark() -> None:
    page = english_page(t2_1=Translation("It grows.", State.ORIGINAL, ""))
    assert '<p id="t2.1">It grows. <span class="state">said in English</span></p>' in page


def test_the_notice_goes_away_when_all_is_reviewed_and_not_before() -> None:
    whole = sample.archive(translations=sample.english(State.REVIEWED)).rendered()
    assert 'class="notice"' not in whole["en/sea.html"] + whole["both/sea.html"]
    assert '<p><span class="state">reviewed</span></p>' in whole["both/sea.html"]  # in words: no notice explains a mark
    most = sample.archive(translations=sample.english(State.REVIEWED, t2_1=MACHINE)).rendered()
    assert "9 of 10 passages reviewed:" in text_of(most["en/sea.html"])
    assert "۹ بند از ۱۰ بند بازبینی شده است:" in text_of(most["both/sea.html"])


def test_what_the_checks_doubt_is_shown_as_such() -> None:
    doubted = Translation("It grows grows grows.", State.MACHINE, "argos translate-fa_en 1.5", ("loop",))
    for state in (State.MACHINE, State.DRAFT):
        made = sample.archive(translations=sample.english(state, t2_1=replace(doubted, state=state))).rendered()
        for path in ("en/sea.html", "both-en/sea.html"):
            assert made[path].count("automatic checks found a possible error") == 1
    approved = replace(doubted, state=State.REVIEWED)
    assert "possible fault" not in sample.archive(translations=sample.english(t2_1=approved)).rendered()["en/sea.html"]


def test_the_progress_is_public_in_both_languages() -> None:
    made = sample.archive(translations=sample.english(t2_1=REVIEWED, t4_1=MISSING)).rendered()
    page = made["en/progress/index.html"]
    assert "1 of 10 passages has been reviewed." in text_of(page)
    cells = re.findall(r'<td data-name="([^"]+)"( class="no")?>(\d+)</td>', page.partition("</tr></tbody>")[0])[:6]
    assert cells == [
        ("Passages", "", "10"),
        ("Reviewed", "", "1"),
        ("Draft", "", "8"),
        ("Machine", ' class="no"', "0"),
        ("Outdated", ' class="no"', "0"),
        ("Not translated", "", "1"),
    ]
    assert 'href="../sea.html"' in page
    assert "۱ بند از ۱۰ بند بازبینی شده است." in text_of(made["fa/progress/index.html"])
    assert 'href="progress/index.html"' in made["en/index.html"]


def test_mixed_states_are_counted_and_each_paragraph_tells_its_own() -> None:
    page = english_page(t2_1=REVIEWED, t2_2=MACHINE, t3_1=STALE, t4_1=MISSING)
    text = text_of(page)
    assert "1 of 10 passages reviewed:" in text
    assert "6: drafted by a language model, not reviewed" in text
    for counted in ("1: machine translation", "1: outdated", "1: not translated yet"):
        assert counted in text
    assert f'<p id="t2.1">It grows well. {mark("reviewed", "reviewed")}</p>' in page
    assert f'<p id="t2.2">It grows. {mark("machine", "machine translation")}</p>' in page
    assert "reviewed in an earlier wording" in text


def test_a_missing_paragraph_shows_its_persian_in_place() -> None:
    page = english_page(t4_1=MISSING)
    turn = page[page.index('id="t4"') :]
    assert "Not translated yet:" in turn
    assert '<p class="missing" lang="fa" dir="rtl">نگهداری از دریا با ماست.</p>' in turn
    assert '<details class="original"' not in turn


def test_a_missing_lede_runs_in_the_direction_of_its_persian() -> None:
    assert '<p class="lede" dir="rtl"><bdi lang="fa" dir="rtl">دربارهٔ تجارت و دریا.</bdi>' in english_page(p1=MISSING)
    assert '<p class="lede">' in english_page()


def test_the_page_with_both_tells_the_state_where_states_differ() -> None:
    page = sample.archive(translations=sample.english(t2_1=REVIEWED, t4_1=MISSING)).rendered()["both/sea.html"]
    assert f" {mark('draft', 'draft translation')}</p>" in page
    assert '<p class="state">Not translated yet.</p>' in page


def test_without_any_translation_the_english_pages_show_isolated_persian() -> None:
    made = sample.archive(translations={}).rendered()
    page = made["en/sea.html"]
    assert '<h1><bdi lang="fa" dir="rtl">رئیس جمهور و دریا</bdi></h1>' in page
    assert "<title>رئیس جمهور و دریا · The Archive</title>" in page
    assert "The Persian is shown instead." in page
    assert '<bdi lang="fa" dir="rtl">رئیس جمهور و دریا</bdi>' in made["en/index.html"]
    assert '<bdi lang="fa" dir="rtl">و دریا؟</bdi>' in made["en/topics/sea.html"]


def test_speakers_are_named_in_the_language_of_the_page(made: Mapping[str, str]) -> None:
    assert '<h3 id="t2"><span class="unseen">نوبت ۲، </span>آقای سرو</h3>' in made["fa/sea.html"]
    assert '<h3 id="t2"><span class="unseen">Turn 2, </span>Azad Sarv</h3>' in made["en/sea.html"]
    assert '<h3 id="t1"><span class="unseen">Turn 1, </span>Interviewer</h3>' in made["en/sea.html"]
    assert '<a href="people/radio.html">The Radio</a></span>, Host of the evening programme' in made["en/sea.html"]


def test_a_speaker_whom_no_vocabulary_knows_keeps_the_label() -> None:
    known = sample.archive()
    site = replace(known.site, vocabulary=replace(known.site.vocabulary, people={}))
    made = Archive.indexed(site, known.interviews, known.english).rendered()
    assert '<span class="name">مجری</span>' in made["fa/sea.html"]
    assert '<span class="name"><bdi lang="fa" dir="rtl">مجری</bdi></span>' in made["en/sea.html"]
    assert '<bdi lang="fa" dir="rtl">آقای سرو</bdi>' in made["en/index.html"]


def test_a_source_without_an_entry_is_named_as_it_is() -> None:
    interview = sample.interview()
    named = replace(interview.provenance, name="", name_text="روزنامهٔ شب", url="https://example.org/1")
    made = sample.archive(replace(interview, provenance=named)).rendered()
    assert '<a href="https://example.org/1">روزنامهٔ شب</a>' in made["fa/sea.html"]
    assert '<a href="https://example.org/1"><bdi lang="fa" dir="rtl">روزنامهٔ شب</bdi></a>' in made["en/sea.html"]
    made = sample.archive(replace(interview, provenance=replace(named, name_text=""))).rendered()
    assert "Published by:" not in made["en/sea.html"]


def test_a_bare_interview_has_no_empty_parts() -> None:
    interview = replace(sample.interview(date=""), lede=None, note=None, sections=())
    made = sample.archive(interview).rendered()
    for view in ("fa", "en", "both"):
        page = made[f"{view}/sea.html"]
        assert "<time" not in page
        assert 'class="introduction"' not in page
        assert 'class="lede"' not in page
    assert "Undated" in made["en/interviews/index.html"]


def test_a_text_that_was_not_compared_is_not_called_as_received() -> None:
    made = sample.archive(sample.interview()).rendered()
    assert not any(word in made["fa/sea.html"] for word in ("همان‌گونه که رسیده", "چیز دیگری", "ویرایش کرده"))


def test_a_date_that_no_single_year_holds_has_no_machine_form() -> None:
    made = sample.archive(sample.interview(date="1357")).rendered()
    assert "<time" not in made["fa/sea.html"]
    assert "۱۳۵۷" in made["fa/sea.html"]
    assert "۱۳۵۷" in made["fa/index.html"]


def test_a_topic_lists_its_exchanges_with_the_hit_marked(made: Mapping[str, str]) -> None:
    persian, english = made["fa/topics/trade.html"], made["en/topics/trade.html"]
    assert "<mark>تجارت</mark> چگونه پیش می‌رود؟" in persian
    assert '<a href="../sea.html#t1">نوبت ۱</a>' in persian
    assert "How is trade going?" in english
    assert '<bdi lang="fa" dir="rtl">تجارت</bdi>' in english
    assert "Buying, selling." in english
    assert "<dt>See also</dt>" in english


def test_passing_mentions_stand_apart(made: Mapping[str, str]) -> None:
    before, _, after = made["en/topics/sea.html"].partition("Mentioned in passing")
    assert "turn 3" in before
    assert "turn 2" in after


def test_topics_know_what_is_above_and_below_them(made: Mapping[str, str]) -> None:
    assert "Broader" in made["en/topics/sea.html"]
    assert "Narrower" in made["en/topics/nature.html"]
    assert "No interview covers this topic yet." in made["en/topics/nature.html"]


def test_topics_are_in_alphabetical_order_with_their_counts(made: Mapping[str, str]) -> None:
    by_letter = made["en/topics/index.html"].partition("By letter")[2]
    pattern = r'<a href="(\w+)\.html"><span>.*?</span>(?: <span class="count">(.)</span>)?</a>'
    entries = re.findall(pattern, by_letter)
    assert entries == [("nature", ""), ("sea", "1"), ("trade", "1")]


def test_people_are_those_who_are_public(made: Mapping[str, str]) -> None:
    page = made["en/people/index.html"]
    assert re.findall(r'<li id="(\w+)"><a href="(\w+)\.html">', page) == [("radio", "radio"), ("sarv", "sarv")]
    assert "The radio of the city · speaks in 1 interview, mentioned in 1 turn" in text_of(page)
    assert not any("someone" in path for path in made)


def test_lists_follow_the_order_of_the_archive() -> None:
    interviews = (sample.interview("old", "1357-01-01"), sample.interview("new"), sample.interview("undated", ""))
    archive = sample.archive(*interviews)
    names = [
        re.findall(r'class="title" href="\.\./(\w+)\.html"', item.rendered()["en/interviews/index.html"])
        for item in (archive, archive.configured(newest_first=False))
    ]
    assert names == [["new", "old", "undated"], ["old", "new", "undated"]]
    assert re.findall(r"<h2 id=.*?>(.*?)</h2>", archive.rendered()["fa/interviews/index.html"]) == [
        "۱۴۰۴",
        "۱۳۵۷",
        "بدون تاریخ",
    ]


def test_a_front_page_leads_to_the_rest() -> None:
    made = sample.archive(*(sample.interview(f"i{number}") for number in range(13))).rendered()
    assert made["en/index.html"].count('class="title"') == 12
    assert '<a class="more" href="interviews/index.html">All interviews</a>' in made["en/index.html"]


def test_free_pages(made: Mapping[str, str]) -> None:
    assert "<strong>مهم</strong>" in made["fa/about.html"]
    assert '<a href="topics/index.html">topics</a>' in made["en/about.html"]


def test_the_door_speaks_both_languages(made: Mapping[str, str]) -> None:
    page = made["index.html"]
    assert page.index("چند گفت‌وگو.") < page.index("Some interviews.")
    assert 'href="en/sea.html"' in page


def test_the_door_may_begin_with_english() -> None:
    archive = sample.archive()
    page = archive.configured(languages=tuple(reversed(Language))).rendered()["index.html"]
    assert '<html lang="en" dir="ltr">' in page
    assert page.index("Some interviews.") < page.index("چند گفت‌وگو.")


def test_without_an_address_nothing_is_absolute(made: Mapping[str, str]) -> None:
    assert not any("canonical" in page or 'hreflang="x-default"' in page for page in made.values())
    assert 'href="fa/index.html"' in made["404.html"]
    assert "Sitemap" not in made["robots.txt"]
    assert made[".nojekyll"] == ""


def test_with_an_address_pages_know_their_editions() -> None:
    made = sample.archive(url="https://example.org/archive/").rendered()
    persian, english = made["fa/sea.html"], made["en/sea.html"]
    assert '<link rel="canonical" href="https://example.org/archive/fa/sea.html">' in persian
    alternates = [
        f'<link rel="alternate" hreflang="{tag}" href="https://example.org/archive/{path}">'
        for tag, path in (("fa", "fa/sea.html"), ("en", "en/sea.html"), ("x-default", "fa/sea.html"))
    ]
    for line in alternates:
        assert line in persian
        assert line in english
        assert line not in made["both/sea.html"]
    assert 'content="noindex,follow"' in made["both/sea.html"]
    assert 'href="/archive/fa/"' in made["404.html"]
    assert "Sitemap: https://example.org/archive/sitemap.xml" in made["robots.txt"]


def test_the_sitemap_lists_every_page_in_both_languages() -> None:
    page = sample.archive(url="https://example.org/").rendered()["sitemap.xml"]
    found = re.findall("<loc>(.*?)</loc>", page)
    assert "https://example.org/fa/sea.html" in found
    assert "https://example.org/en/topics/trade.html" in found
    assert "https://example.org/en/about.html" in found
    assert not any("both/" in address for address in found)
    assert len(found) == len(set(found))


def test_text_is_never_markup() -> None:
    evil = "<script>alert(1)</script>"
    interview = sample.interview()
    bad = replace(
        interview,
        title=sample.paragraph("title", evil),
        lede=sample.paragraph("p1", evil),
        speakers={**interview.speakers, "مجری": replace(interview.speakers["مجری"], label=evil, organisation="")},
        turns=(replace(interview.turns[0], paragraphs=(sample.paragraph("t1.1", evil),)), *interview.turns[1:]),
    )
    english = sample.english(title=Translation(evil, State.DRAFT, evil), t2_1=Translation(evil, State.MACHINE, evil))
    archive = sample.archive(bad, translations=english)
    made = archive.configured(title=Bilingual(evil, evil), description=Bilingual(evil, evil)).rendered()
    assert not any(evil in page for page in made.values())


def test_ids_that_make_no_address_are_problems() -> None:
    both = tuple(FreePage("a b", language, "", "", f"p.{language}.md", line=1) for language in Language)
    archive = sample.archive().changed(pages=both)
    assert [(problem.code, problem.path) for problem in archive.faults()] == [
        ("S004", "p.fa.md"),
        ("S004", "p.en.md"),
    ]


def test_a_free_page_has_both_languages_and_no_address_of_an_interview() -> None:
    archive = sample.archive().changed(pages=(FreePage("Sea", Language.FA, "", "", "content/pages/Sea.fa.md", line=1),))
    assert [(problem.code, problem.path, problem.line, problem.column) for problem in archive.faults()] == [
        ("S006", "content/pages/Sea.fa.md", 0, 0),
        ("S007", "content/pages/Sea.en.md", 0, 0),
    ]


def test_links_that_no_page_carries_are_problems() -> None:
    interview = replace(sample.interview(), lede=sample.paragraph("p1", "[x](javascript:alert) [y](http://a.b)"))
    archive = sample.archive(interview)
    persian, english = archive.site.pages
    archive = archive.changed(pages=(replace(persian, body="x\n[x](data:y)", line=3), english))
    assert [(problem.code, problem.path, problem.line, problem.column) for problem in archive.faults()] == [
        ("L005", "content/interviews/sea.md", 7, 0),
        ("L005", "content/pages/about.fa.md", 4, 0),
    ]


@pytest.mark.parametrize(
    ("memory", "place"),
    [
        ('msgid "x"\nmsgstr "see [x](data:y) there"\n', "a.po:2:17"),
        ('msgid "[x](y)"\nmsgstr "data:y"\n"[x](data:y)"\n', "a.po:3:6"),
        ("](data:y)", "a.po:1:3"),
        ('msgid "x"\nmsgstr "[x](data"\n":y)"\n', "a.po"),
    ],
)
def test_a_link_that_a_translation_may_not_have_is_told_where_it_is(memory: str, place: str) -> None:
    texts = ["see [x](data:y) there", "and [x](data:y)", "[x](y.html)"]
    (problem,) = found_by(plan.check_translated_links, "a.po", memory, texts)
    assert str(problem).startswith(f"{place}: L005 link to 'data:y' is not allowed")


def test_a_sound_site_has_no_problems() -> None:
    assert sample.archive().faults() == []


def test_every_list_is_of_one_kind_and_has_pages() -> None:
    planned = {kind: [page.path for page in make(sample.archive(url=URL).listing)] for kind, make in plan.LISTS.items()}
    paths = [path for found in planned.values() for path in found]
    assert len(paths) == len(set(paths))
    assert [kind for kind, paths in planned.items() if not paths] == ["series"]
    assert {kind: found[0] for kind, found in planned.items() if found} == {
        "greeting": "index.html",
        "passages": "fa/passages/index.html",
        "topics": "fa/topics/index.html",
        "names": "fa/people/index.html",
        "years": "fa/interviews/index.html",
        "a-z": "fa/a-z/index.html",
        "chronology": "fa/chronology/index.html",
        "files": ".nojekyll",
    }


def test_no_list_has_a_word_of_the_turns() -> None:
    """What a list shows is in the outlines and in the index, so a build needs no text to make it."""
    held = sample.interview()
    turns = tuple(
        replace(turn, paragraphs=tuple(replace(unit, record="—", reading="—") for unit in turn.paragraphs))
        for turn in held.turns
    )
    before, after = (sample.archive(item, url=URL) for item in (held, replace(held, turns=turns)))
    for kind, make in plan.LISTS.items():
        one, other = (
            {page.path: renderer().render(page, Problems(), dari=False) for page in make(shown.listing)}
            for shown in (before, after)
        )
        assert one == other, kind


def test_a_page_of_a_topic_is_given_the_interviews_that_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagination, "MOST_ROWS", 2)
    archive = sample.archive(*(sample.interview(f"talk-{number}") for number in range(3)))
    found = [page for page in topics.pages(archive.listing) if (page.topic, page.language) == ("sea", Language.EN)]
    assert [(page.page.path, [item.turn for item in page.page.items]) for page in found] == [
        ("en/topics/sea.html", ["t3", "t3"]),
        ("en/topics/sea/2.html", ["t3", "t2"]),
        ("en/topics/sea/3.html", ["t2", "t2"]),
    ]
    assert [sorted(page.outlines) for page in found] == [
        ["talk-0", "talk-1"],
        ["talk-0", "talk-2"],
        ["talk-1", "talk-2"],
    ]


@pytest.mark.parametrize("name", ["topics/sea", "people/radio"])
def test_a_numbered_page_leads_to_that_of_its_number_in_the_other_language(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagination, "MOST_ROWS", 2)
    rendered = sample.archive(*(sample.interview(f"talk-{number}") for number in range(3))).rendered(whole=False)
    assert f'<a href="../../../fa/{name}/2.html" lang="fa"' in rendered[f"en/{name}/2.html"]
    assert f'<a href="../../../en/{name}/2.html" lang="en"' in rendered[f"fa/{name}/2.html"]


def test_a_page_of_a_name_is_given_the_interviews_that_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagination, "MOST_ROWS", 3)
    archive = sample.archive(*(sample.interview(f"talk-{number}") for number in range(2)))
    found = [page for page in names.pages(archive.listing) if (page.name, page.language) == ("radio", Language.FA)]
    assert [page.section for page in found] == ["people", "people"]
    assert [page.page.items[:2] for page in found] == [["talk-0", "talk-1"], [Item("talk-1", "t4", 4, 0, about=False)]]
    assert [sorted(page.outlines) for page in found] == [["talk-0", "talk-1"], ["talk-1"]]
    rendered = archive.rendered(whole=False)
    assert 'href="../talk-0.html#t4"' in rendered["fa/people/radio.html"]
    assert 'href="../../talk-1.html#t4"' in rendered["fa/people/radio/2.html"]
    assert "talk-0" not in rendered["fa/people/radio/2.html"]


def test_what_is_spoken_about_with_a_name_is_on_its_first_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagination, "MOST_ROWS", 6)
    archive = sample.archive(*(sample.interview(f"talk-{number}") for number in range(MANY + 1)))
    found = [page for page in names.pages(archive.listing) if (page.name, page.language) == ("coast", Language.EN)]
    assert [page.division is not None for page in found] == [True, False]
    few = sample.archive(*archive.interviews[:MANY])
    assert {page.division for page in names.pages(few.listing)} == {None}


def test_a_place_that_is_not_public_is_nowhere() -> None:
    known = sample.archive(url=URL)
    words = known.site.vocabulary
    hidden = replace(words, places={"coast": replace(words.places["coast"], public=False)})
    archive = Archive.indexed(replace(known.site, vocabulary=hidden), known.interviews, known.english)
    found = [*archive.rendered().items(), *((path, data.decode()) for path, data in archive.searched())]
    assert [path for path, text in found if "coast" in path or "places/coast" in text] == []


def test_another_name_that_reads_like_the_name_is_not_shown() -> None:
    known = sample.archive()
    words = known.site.vocabulary
    sarv = replace(words.people["sarv"], aliases=Words(("آزاد  سرو", "سرو آزاد"), ("azad sarv", "Azad the Cypress")))
    people = {**words.people, "sarv": sarv}
    made = known.changed(vocabulary=replace(words, people=people)).rendered(whole=False)
    assert "Other names Azad the Cypress" in text_of(made["en/people/sarv.html"])
    assert "azad sarv" not in made["en/people/sarv.html"]
    assert "آزاد  سرو" not in made["fa/people/sarv.html"]
    assert "سرو آزاد" in made["fa/people/sarv.html"]


@pytest.mark.parametrize(
    ("corrections", "persian", "english"),
    [
        ("", "اگر خطایی دیدید، به منتشرکنندهٔ این نسخه", "Found an error? Please tell whoever publishes"),
        ("mailto:a@example.org", 'href="mailto:a@example.org">گزارش خطا</a>', ">Report an error</a>"),
    ],
)
def test_a_reader_learns_on_every_page_where_to_report_an_error(corrections: str, persian: str, english: str) -> None:
    made = sample.archive().configured(corrections=corrections, editor=Bilingual("انجمن", "A Society")).rendered()
    for path in ("fa/index.html", "fa/sea.html", "fa/topics/index.html", "both/sea.html"):
        assert persian in made[path]
        assert "مسئول بایگانی: انجمن" in made[path]
    for path in ("en/index.html", "en/sea.html", "en/progress/index.html"):
        assert english in made[path]
        assert "Responsible for the archive: A Society" in made[path]


def test_progress_is_told_in_the_plural_and_in_words_when_nothing_is_reviewed() -> None:
    draft = Translation("x", State.DRAFT, "draft: language model")
    pages = sample.archive(translations=dict.fromkeys(sample.english(), draft)).rendered(whole=False)
    assert "None of the 10 passages has been reviewed yet." in pages["en/progress/index.html"]
    assert "هنوز هیچ‌یک از ۱۰ بند بازبینی نشده است." in pages["fa/progress/index.html"]


def test_a_page_in_a_language_that_the_site_does_not_have_is_a_problem() -> None:
    free = sample.archive().site.pages
    assert found_by(plan.check_free, free, {}) == []
    (alone,) = found_by(plan.check_free, free, {}, languages=(Language.FA,))
    assert (alone.code, alone.path) == ("M013", "content/pages/about.en.md")
