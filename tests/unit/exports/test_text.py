"""The reading text as plain text."""

from __future__ import annotations

import re
from dataclasses import replace

from goftogu.exports.text import text
from goftogu.model import Footnote, Language, Role, Speaker
from tests import described
from tests.materials import alike, bare, illustrated, material, paragraph, talk

ID = re.compile(r"[ts][0-9]+")


def lines(language: Language, **changes: object) -> list[str]:
    return text(material(**changes), language).decode().splitlines()


def test_the_persian_text_is_the_reading_text_with_ids_alone() -> None:
    found = lines(Language.FA)
    start = found.index("t1")
    assert found[start:] == [
        "t1", "پرسشگر", "از گفت\u200cوگو با رودخانه چه به یاد دارید؟", "",
        "s1", "بخش نخست", "",
        "t2", "خانم احمدی", "آب <b> & نان Tehran Times.", "", "و بس.", "",
        "t4", "پرسشگر", "پیوند و بند؟", "",
        "t5", "همسایه", "سپاس.",
    ]  # fmt: skip


def test_the_beginning_says_what_the_text_is() -> None:
    found = lines(Language.EN, translations=alike())
    assert found[:9] == [
        "English of title",
        "4 June 2023 (14 Khordad 1402)",
        "Interviewer: Radio, Tehran, English of speaker.1",
        "Interviewee: Maryam Ahmadi",
        "Speaker: همسایه",
        "River Archive",
        "https://example.org/archive/en/river.html",
        "draft translation, not reviewed (language model); Persian text received 5 June 2023 (15 Khordad 1402)",
        (
            "For easier reading, half-spaces and Persian letters have been restored "
            "where the archive’s transcript lacks them."
        ),
    ]
    assert found[9:15] == ["", "English of p1", "", "English of p2", "", "English of p3"]


def test_the_beginning_leaves_out_who_is_only_known_by_the_role() -> None:
    known = material().interview.speakers
    unknown = Speaker("پاسخ", Role.INTERVIEWEE)
    described = replace(unknown, label="ج", description=known["پرسشگر"].description)
    found = lines(Language.FA, speakers={**known, "پاسخ": unknown, "ج": described})
    start = found.index("گوینده: همسایه")
    assert found[start : start + 3] == ["گوینده: همسایه", "مصاحبه‌شونده: ج، گزارشگر", "بایگانی رود"]


def test_english_of_one_kind_says_so_once() -> None:
    assert not [line for line in lines(Language.EN, translations=alike()) if line.startswith("[")]


def test_english_of_several_kinds_says_so_above_each_paragraph() -> None:
    found = lines(Language.EN)
    start = found.index("t2")
    assert found[start + 1 : start + 7] == [
        "Maryam Ahmadi",
        "[outdated translation, from before one of the texts changed (argos translate-fa_en 1.5)]",
        "Water <b> & bread, Tehran Times.",
        "",
        "[draft translation, not reviewed (language model)]",
        "And that is all.",
    ]
    assert found[-2:] == ["[Persian text, not translated]", "سپاس."]


def test_every_turn_and_section_is_in_both_languages() -> None:
    ids = [[line for line in lines(language) if ID.fullmatch(line)] for language in Language]
    assert ids == [["t1", "s1", "t2", "t4", "t5"]] * 2


def test_a_bare_interview_begins_with_what_is_known() -> None:
    found = text(bare(), Language.FA).decode().splitlines()
    assert found[1] == "مصاحبه‌شونده: خانم احمدی"
    assert found[found.index("t1") - 1] == ""


def test_an_untouched_record_claims_no_restoration() -> None:
    given = material(title=material().interview.turns[3].paragraphs[0], turns=material().interview.turns[1:])
    assert "نیم‌فاصله" not in text(given, Language.FA).decode()


def test_facts_come_before_the_archive_and_the_summary_below() -> None:
    lines = text(described.material(), Language.FA).decode().splitlines()
    assert lines.index("مجموعه: آب‌ها، بخش ۲") < lines.index("بایگانی رود")
    start = lines.index("چکیده")
    assert lines[start - 1 : start + 6] == ["", "چکیده", "گفت‌وگو از آب و نان", "", "کلیدواژه‌ها", "رودخانه، سیلاب", ""]


def test_a_section_has_its_synopsis_and_its_keywords() -> None:
    written = text(described.material(), Language.FA).decode()
    assert "\ns1\nبخش نخست\n\nاز نان\n\nنان؛ تنور\n\nt2\n" in written
    assert "\nOf bread\n" in text(described.material(), Language.EN).decode()


def test_a_note_is_told_by_its_number_where_it_is_and_at_the_end() -> None:
    unit, *_ = talk("آب[^1] و نان").turns[0].paragraphs
    note = Footnote("1", 1, paragraph("note-1", "از کاریز"), "t1.1")
    turn = replace(material().interview.turns[0], paragraphs=(unit,))
    found = lines(Language.FA, turns=(turn,), exchanges=(), sections=(), footnotes=(note,))
    assert found[found.index("t1") + 2 :] == ["آب[۱] و نان", "", "یادداشت‌های بایگانی", "", "[۱]", "از کاریز"]


def test_a_picture_is_told_where_it_is() -> None:
    persian = text(illustrated(), Language.FA).decode()
    assert "\n\n[تصویر: نقشه]\n\nچکیده\n" in persian
    assert "\ns1\nبخش نخست\n\n[تصویر: همان رود]\nپل\n\nt2\n" in persian
    assert "نان Tehran Times.\n\n[تصویر: رود]\nسفیدرود، ۱۳۴۰\nبایگانی\n\nو بس.\n" in persian
    assert "پرونده‌ای که نیست" not in persian
    english = text(illustrated(), Language.EN).decode()
    assert (
        "[Picture: A <river>]\n[machine translation, not reviewed (argos translate-fa_en 1.5)]\nThe Sefidrud, 1961\n"
        in english
    )
    assert "[Picture: نقشه]" in english
