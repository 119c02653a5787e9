"""What all exports ask of an interview."""

from __future__ import annotations

import dataclasses

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition.material import CitedName, Credit
from goftogu.model import Footnote, Language, Provenance, Rights, Role, Speaker
from goftogu.translation.memory.entry import State, Translation
from tests.materials import TRANSLATIONS, bare, material, paragraph, vocabulary


def test_a_paragraph_without_english_is_there_in_persian() -> None:
    given = material()
    title, note = given.interview.title, given.interview.note
    assert note is not None
    assert given.text(title, "en") == "A Talk about the “River”"
    assert given.text(title, "fa") == "گفت\u200cوگو دربارهٔ «رودخانه»"
    assert given.text(note, "en") == note.reading
    assert given.english(note).state == State.MISSING
    assert (given.languages(title), given.languages(note)) == (list(Language), [Language.FA])


def test_a_plain_paragraph_has_the_numbers_of_its_notes_where_they_are_wanted() -> None:
    unit = paragraph("t1.1", "آب[^الف] و **نان**")
    given = material(footnotes=(Footnote("الف", 1, paragraph("note-الف", "از کاریز"), "t1.1"),))
    assert given.plain(unit, "fa") == "آب و نان"
    assert given.plain(unit, "fa", notes=True) == "آب[۱] و نان"


def test_a_licence_of_the_translation_holds_where_there_is_one() -> None:
    rights = Rights(translation="https://creativecommons.org/licenses/by/4.0/")
    assert material(rights=rights).rights.translation == "https://creativecommons.org/licenses/by/4.0/"
    assert material(rights=rights, translations={}).rights.translation == ""


@pytest.mark.parametrize("language", TranscriptLanguage)
def test_an_interview_that_was_held_in_dari_says_so(language: TranscriptLanguage) -> None:
    assert material(language=language).dari is (language is TranscriptLanguage.DARI)


def test_an_empty_translation_is_missing_whatever_it_says_of_itself() -> None:
    given = material(translations={"title": Translation("", State.REVIEWED, "", by="Jane Doe")})
    assert given.english(given.interview.title).state == State.MISSING


def test_speakers_are_credited_by_person_then_by_body() -> None:
    given = material()
    assert [credit.name("en") for credit in given.credits(Role.INTERVIEWEE)] == ["Maryam Ahmadi"]
    assert [credit.name("fa") for credit in given.credits(Role.INTERVIEWER)] == ["رادیو"]


def test_a_mere_label_credits_only_who_is_interviewed() -> None:
    assert [credit.name("en") for credit in bare().credits(Role.INTERVIEWEE)] == ["خانم احمدی"]
    assert bare().credits(Role.INTERVIEWER) == []
    assert bare().credits(Role.OTHER) == []


def test_a_label_that_says_only_the_role_credits_nobody() -> None:
    speakers = {label: Speaker(label, Role.INTERVIEWEE) for label in ("پاسخ", "ج ۲", "A", "نوه")}
    assert [credit.label for credit in material(speakers=speakers).credits(Role.INTERVIEWEE)] == ["نوه"]
    known = {"پاسخ": Speaker("پاسخ", Role.INTERVIEWEE, person="ahmadi")}
    assert [credit.name("en") for credit in material(speakers=known).credits(Role.INTERVIEWEE)] == ["Maryam Ahmadi"]
    body = {"پرسش": Speaker("پرسش", Role.INTERVIEWER, organisation="radio")}
    assert [credit.name("en") for credit in material(speakers=body).credits(Role.INTERVIEWER)] == ["Radio, Tehran"]


def test_two_labels_of_one_person_are_one_credit() -> None:
    speakers = {label: Speaker(label, Role.INTERVIEWEE, person="ahmadi") for label in ("احمدی", "خانم احمدی")}
    assert len(material(speakers=speakers).credits(Role.INTERVIEWEE)) == 1


def test_names_have_parts_when_their_sort_form_has() -> None:
    people = vocabulary().people
    assert Credit("", people["ahmadi"]).parts("fa") == CitedName("احمدی", "مریم")
    assert Credit("", people["ahmadi"]).parts("en") == CitedName("Ahmadi", "Maryam")
    assert Credit("", people["rudaki"]).parts("en") == CitedName("Rudaki", "")
    assert Credit("", people["radio"]).parts("en") == CitedName("Radio, Tehran")
    assert Credit("همسایه", None).parts("en") == CitedName("همسایه")


def test_the_publisher_is_a_known_body_or_the_name_in_the_transcript() -> None:
    assert material().publisher("en") == "News & Co_ltd"
    assert material(provenance=Provenance(name_text="روزنامه")).publisher("en") == "روزنامه"
    assert bare().publisher("fa") == ""


def test_topics_are_those_that_the_interview_is_about() -> None:
    assert [topic.id for topic in material().topics()] == ["river"]


def test_addresses_are_full_when_the_archive_knows_its_own() -> None:
    assert material().address("en", "t2") == "https://example.org/archive/en/river.html#t2"
    given = material(config=SiteConfig())
    assert (given.address("fa"), given.address("fa", "t2")) == ("fa/river.html", "fa/river.html#t2")


def test_a_version_changes_with_the_text_of_its_language_only() -> None:
    before = material()
    after = material(translations={**TRANSLATIONS, "p1": dataclasses.replace(TRANSLATIONS["p1"], text="Abstract")})
    assert before.version("fa") == after.version("fa")
    assert before.version("en") != after.version("en")
    assert len(before.version("en")) == 9


def test_turns_are_numbered_by_their_place() -> None:
    assert material().turn("t4")[0] == 3
    with pytest.raises(KeyError):
        material().turn("t3")
