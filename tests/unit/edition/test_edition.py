from __future__ import annotations

from dataclasses import replace

from goftogu import urls
from goftogu.edition.edition import Edition, Link
from goftogu.model import Bilingual, Language, Role, Speaker
from goftogu.translation.memory.entry import State, Translation
from tests import sample_site

SEA = sample_site.interview()
ARCHIVE = sample_site.archive(url="https://example.org/talks/")
FA, EN = (Edition(ARCHIVE.alone(SEA), language) for language in Language)


def test_a_text_is_english_where_there_is_one_and_isolated_persian_elsewhere() -> None:
    there = SEA.turns[1].paragraphs[0]
    assert EN.text(SEA, there) == "It grows."
    assert FA.text(SEA, there) == "رشد می‌کند."
    assert (EN.searched(SEA, there), FA.searched(SEA, there)) == ("It grows.", "رشد می‌کند.")
    bare = Edition(ARCHIVE.site.alone(SEA, {}, ARCHIVE.findings["sea"].placeless()), Language.EN)
    assert bare.text(SEA, there) == '<bdi lang="fa" dir="rtl">رشد می‌کند.</bdi>'
    assert bare.text(SEA, there, limit=5) == '<bdi lang="fa" dir="rtl">رشد…</bdi>'
    assert (bare.plain(SEA, there), EN.plain(SEA, there), FA.plain(SEA, there)) == (
        "رشد می‌کند.",
        "It grows.",
        "رشد می‌کند.",
    )


def test_first_words_lose_their_markup_and_are_safe() -> None:
    english = {"t2.1": Translation("It *grows* <b> & **grows**.", State.DRAFT, "draft: language model")}
    edition = Edition(ARCHIVE.site.alone(SEA, english, ARCHIVE.findings["sea"].placeless()), Language.EN)
    unit = SEA.turns[1].paragraphs[0]
    assert edition.first_words(SEA, unit, 8) == ("It grows…", True)
    assert edition.text(SEA, unit, limit=14) == "It grows &lt;b&gt; &amp;…"
    assert edition.text(SEA, unit) == "It <em>grows</em> &lt;b&gt; &amp; <strong>grows</strong>."
    assert FA.first_words(SEA, unit, 99) == ("رشد می‌کند.", False)


def test_the_search_finds_no_marks_of_a_form_where_a_paragraph_has_one() -> None:
    plain = sample_site.paragraph("p9", "- بیل\n- آب")
    assert FA.searched(SEA, replace(plain, form="list")) == "بیل\nآب"
    assert FA.searched(SEA, plain) == "- بیل\n- آب"


def test_names_of_speakers_are_those_of_the_vocabulary() -> None:
    guest, host = SEA.speakers["آقای سرو"], SEA.speakers["مجری"]
    assert (FA.name(guest), EN.name(guest)) == ("آزاد سرو", "Azad Sarv")
    assert (FA.name(host), EN.name(host)) == ("مجری", "")
    assert FA.name(Speaker("مهمان ۲", Role.OTHER, person="gone")) == "مهمان ۲"
    assert list(EN.interviewees(SEA)) == ["Azad Sarv"]
    assert list(FA.interviewees(SEA)) == ["آزاد سرو"]


def test_a_guest_without_an_english_name_is_not_romanised() -> None:
    talk = sample_site.interview()
    speakers = {"نوه": Speaker("نوه", Role.INTERVIEWEE), **talk.speakers}
    assert list(EN.interviewees(replace(talk, speakers=speakers))) == [
        '<bdi lang="fa" dir="rtl">نوه</bdi>',
        "Azad Sarv",
    ]


def test_lists_leave_out_a_label_that_names_nobody() -> None:
    talk = sample_site.interview()
    speakers = {"پاسخ": Speaker("پاسخ", Role.INTERVIEWEE), **talk.speakers}
    assert list(EN.interviewees(replace(talk, speakers=speakers))) == ["Azad Sarv"]


def test_lists_name_the_body_for_which_somebody_is_interviewed() -> None:
    answer = {"پاسخ": Speaker("پاسخ", Role.INTERVIEWEE, organisation="radio")}
    held = replace(sample_site.interview(), speakers=answer)
    assert (list(FA.interviewees(held)), list(EN.interviewees(held))) == (["رادیو"], ["The Radio"])


def test_people_are_linked_if_they_are_public() -> None:
    links = EN.people("en/sea.html", ["sarv", "someone", "gone", "radio"])
    assert links == [
        Link("people/sarv.html", EN.words("Azad Sarv")),
        Link("people/radio.html", EN.words("The Radio")),
    ]


def test_a_label_is_given_in_each_language_and_beside_it() -> None:
    label = Bilingual("دریا", "The sea")
    assert (FA.label(label), EN.label(label)) == ("دریا", "The sea")
    assert FA.counterpart(label) == '<bdi lang="en" dir="ltr">The sea</bdi>'
    assert EN.counterpart(label) == '<bdi lang="fa" dir="rtl">دریا</bdi>'


def test_a_page_of_one_language_leads_to_its_counterpart() -> None:
    path = FA.only("fa/only.html", urls.home)
    assert (path("fa"), path("en")) == ("fa/only.html", "en/index.html")
