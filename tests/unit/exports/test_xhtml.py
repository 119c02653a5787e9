from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

import pytest

from goftogu.edition.material import Material
from goftogu.exports.xhtml import XhtmlPieces, say, tongue
from goftogu.model import Footnote, Language, Role, Speaker
from goftogu.translation.memory.entry import State, Translation
from tests.materials import alike, bare, material, paragraph

FA, EN = Language
STATE = '<p class="state">'


def passages(held: Material, language: Language) -> list[str]:
    """Return the paragraphs of the turns, and what is said about them."""
    pieces = XhtmlPieces(held, language, attrgetter("file"))
    return [made for turn in held.interview.turns for unit in turn.paragraphs for made in pieces.passage(unit)]


def imprint(held: Material, language: Language) -> str:
    return "\n".join(XhtmlPieces(held, language, attrgetter("file")).imprint())


def test_an_element_says_its_language_and_isolates_the_other_script() -> None:
    assert (tongue(FA), tongue(EN)) == ({"lang": "fa", "dir": "rtl"}, {"lang": "en", "dir": "ltr"})
    assert say("li", {"class": "x"}, "باغ <b> BBC", FA) == (
        '<li class="x">باغ &lt;<bdi lang="en" dir="ltr">b</bdi>&gt; <bdi lang="en" dir="ltr">BBC</bdi></li>'
    )
    assert say("li", {}, "The باغ & tree", EN) == '<li>The <bdi lang="fa" dir="rtl">باغ</bdi> &amp; tree</li>'


@pytest.mark.parametrize(
    ("held", "language", "expected"),
    [
        (material(), FA, "<h1>گفت‌وگو دربارهٔ «رودخانه»</h1>"),
        (material(), EN, "<h1>A Talk about the “River”</h1>"),
        (bare(), EN, '<h1 lang="fa" dir="rtl">گفت‌وگو دربارهٔ «رودخانه»</h1>'),
    ],
)
def test_a_title_without_english_says_that_it_is_persian(held: Material, language: Language, expected: str) -> None:
    assert XhtmlPieces(held, language, attrgetter("file")).title() == expected


def test_the_imprint_names_the_day_the_speakers_and_the_text() -> None:
    assert imprint(material(), FA) == (
        "<p>۱۴ خرداد ۱۴۰۲ (۴ ژوئن ۲۰۲۳)</p>\n"
        "<ul>\n<li>پرسشگر: رادیو، گزارشگر</li>\n<li>مصاحبه‌شونده: مریم احمدی</li>\n<li>گوینده: همسایه</li>\n</ul>\n"
        '<p class="state">متن اصلی فارسی؛ دریافت‌شده در ۱۵ خرداد ۱۴۰۲ (۵ ژوئن ۲۰۲۳)</p>'
    )
    assert imprint(material(translations=alike()), EN) == (
        "<p>4 June 2023 (14 Khordad 1402)</p>\n"
        "<ul>\n<li>Interviewer: Radio, Tehran, English of speaker.1</li>\n<li>Interviewee: Maryam Ahmadi</li>\n"
        '<li>Speaker: <bdi lang="fa" dir="rtl">همسایه</bdi></li>\n</ul>\n'
        '<p class="state">draft translation, not reviewed (language model); '
        "Persian text received 5 June 2023 (15 Khordad 1402)</p>"
    )
    assert imprint(bare(), FA).startswith("<ul>")


def test_the_imprint_leaves_out_who_is_only_known_by_the_role() -> None:
    asking, answering = Speaker("پرسش", Role.INTERVIEWER), Speaker("پاسخ", Role.INTERVIEWEE)
    unknown = material(speakers={"پرسش": asking, "پاسخ": answering})
    assert "<ul>" not in imprint(unknown, FA)
    known = material(speakers={"پرسش": asking, "پاسخ": replace(answering, person="ahmadi")})
    assert "<ul>\n<li>مصاحبه‌شونده: مریم احمدی</li>\n</ul>" in imprint(known, FA)


def test_english_of_many_kinds_says_at_each_paragraph_which_it_is() -> None:
    assert passages(material(), EN)[:4] == [
        f"{STATE}machine translation, not reviewed (argos translate-fa_en 1.5)</p>",
        "<p>What do you remember of the talk with the <em>river</em>?</p>",
        f"{STATE}outdated translation, from before one of the texts changed (argos translate-fa_en 1.5)</p>",
        "<p>Water &lt;b&gt; &amp; bread, Tehran Times.</p>",
    ]
    assert passages(material(), EN)[-2:] == [
        f"{STATE}Persian text, not translated</p>",
        '<p lang="fa" dir="rtl">سپاس.</p>',
    ]


def test_english_of_one_kind_says_so_once_and_not_at_each_paragraph() -> None:
    assert passages(material(translations=alike()), EN) == [
        f"<p>English of {name}</p>" for name in ("t1.1", "t2.1", "t2.2", "t4.1", "t5.1")
    ]


def test_a_text_without_any_english_says_so_at_each_paragraph() -> None:
    found = passages(bare(), EN)
    assert found[::2] == [f"{STATE}Persian text, not translated</p>"] * 5
    assert all(made.startswith('<p lang="fa" dir="rtl">') for made in found[1::2])


def test_the_persian_says_nothing_of_states() -> None:
    assert passages(material(), FA) == passages(bare(), FA)
    assert not [made for made in passages(material(), FA) if "state" in made or "lang=" in made.removeprefix("<p>")[:9]]


def test_links_lead_outside_or_nowhere() -> None:
    assert passages(material(), FA)[3] == (
        '<p><a href="https://example.org/a%20b?q=%D8%A2%D8%A8">پیوند</a> و <a href="#t1">بند</a>؟</p>'
    )


def joined(pieces: Iterable[str]) -> str:
    return "\n".join(pieces)


def test_the_end_says_how_to_cite_and_what_was_done_to_the_text() -> None:
    found = joined(XhtmlPieces(material(), EN, attrgetter("file")).colophon())
    assert found.startswith("<h2>How to cite this interview</h2>\n<p>Maryam Ahmadi, interview by Radio, Tehran, ")
    assert ', <bdi dir="ltr">https://example.org/archive/en/river.html</bdi></p>' in found
    assert "\n<p>For easier reading, half-spaces and Persian letters have been restored where" in found
    untouched = material(title=next(material().interview.front()), turns=(), exchanges=(), sections=())
    assert "restored" not in joined(XhtmlPieces(untouched, EN, attrgetter("file")).colophon())
    assert joined(XhtmlPieces(material(), FA, attrgetter("file")).colophon()).startswith(
        "<h2>شیوهٔ ارجاع به این گفت‌وگو</h2>\n<p>مریم احمدی، "
    )


def test_a_part_is_in_its_language() -> None:
    pieces = XhtmlPieces(material(), EN, attrgetter("file"))
    assert (
        pieces.block("main", pieces.conversation()) == '<main lang="en" dir="ltr">\n<h2>The conversation</h2>\n</main>'
    )
    assert pieces.section(material().interview.sections[0].title) == "<h2>Part One</h2>"
    assert (
        joined(XhtmlPieces(material(), FA, attrgetter("file")).front())
        == "<p>چکیده</p>\n<p>کنار رودخانه</p>\n<p>متن کامل:</p>"
    )


def test_speakers_are_called_by_label_in_persian_and_by_name_or_role_in_english() -> None:
    turns = material().interview.turns
    assert [XhtmlPieces(material(), FA, attrgetter("file")).speaker(turn) for turn in turns] == [
        "پرسشگر",
        "خانم احمدی",
        "پرسشگر",
        "همسایه",
    ]
    assert [XhtmlPieces(material(), EN, attrgetter("file")).speaker(turn) for turn in turns] == [
        "Interviewer",
        "Maryam Ahmadi",
        "Interviewer",
        "Speaker",
    ]


@pytest.mark.parametrize(
    ("place", "language", "number"),
    [
        ("t1.1", FA, '<a href="#noteref-1" role="doc-backlink">۱</a>'),
        ("t1.1", EN, '<a href="#t1" role="doc-backlink">1</a>'),
        ("p1", FA, '<a href="#noteref-1" role="doc-backlink">۱</a>'),
        ("p1", EN, "<a>1</a>"),
        ("t5.1", FA, '<a href="#noteref-1" role="doc-backlink">۱</a>'),
        ("t5.1", EN, '<a href="#noteref-1-en" role="doc-backlink">1</a>'),  # the original in its place
    ],
)
def test_the_number_of_a_note_leads_back_where_there_is_a_way(place: str, language: Language, number: str) -> None:
    note = Footnote("1", 1, paragraph("note-1", "کاریز"), place)
    pieces = XhtmlPieces(material(footnotes=(note,)), language, attrgetter("file"))
    made = str(pieces.note("aside", {"id": "note-1"}, note))
    assert made.startswith(f'<aside id="note-1">\n<p class="number">{number}</p>\n')
    assert "کاریز</p>" in made


def test_references_to_notes_have_ids_of_their_own_in_english() -> None:
    note = Footnote("1", 1, paragraph("note-1", "کاریز"), "t1.1")
    first, *rest = material().interview.turns
    turn = replace(first, paragraphs=(paragraph("t1.1", "آب[^1]"),))
    english = {"t1.1": Translation("Water[^1]", State.REVIEWED, "")}
    held = material(turns=(turn, *rest), footnotes=(note,), translations=english)
    shown = {language: "\n".join(map(str, passages(held, language))) for language in Language}
    assert ('id="noteref-1"' in shown[FA], 'id="noteref-1-en"' in shown[FA]) == (True, False)
    assert ('id="noteref-1"' in shown[EN], 'id="noteref-1-en"' in shown[EN]) == (False, True)
