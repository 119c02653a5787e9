"""What is told of a rough text: what was taken for what, and what a person has to decide."""

from __future__ import annotations

import pytest

from goftogu.locale.message import verbatim
from goftogu.transcripts.decisions import Subject
from goftogu.transcripts.formats import plain
from goftogu.transcripts.formats.document import Document, Piece
from goftogu.transcripts.rough import read as rough_read
from tests.collecting import collected

TALK = "مجری: کجا به دنیا آمدید؟\n\nسرو: در شیراز.\n\nمجری: چه سالی؟\n\nسرو: ۱۳۲۰."


Told = list[tuple[str, bool, tuple[int, ...]]]


def told_of(document: Document, *subjects: Subject) -> Told:
    """Return what is told of some subjects: the words, whether it is a question, and the lines."""
    draft, problems = collected(rough_read.of_document, document)
    assert draft is not None, problems
    return [(str(one.message), one.asked, one.lines) for one in draft.decisions if one.subject in subjects]


def told(text: str, *subjects: Subject) -> Told:
    return told_of(plain.document(text, "a.txt"), *subjects)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("تاریخ مصاحبه: ۱۲ خرداد ۱۳۹۴", [("date: 1394-03-12", False, (3,))]),
        (
            "تاریخ انتشار: ۲۳ خرداد ۱۳۹۴",
            [("published: 2015-06-13; the text does not say when the interview was held", False, (3,))],
        ),
        (
            "تاریخ انتشار: ۲ تیر ۱۵۹۴",
            [("a date after today, which was not taken: تاریخ انتشار: ۲ تیر ۱۵۹۴", True, (3,))],
        ),
        ("کنار رود", [("no date was found", True, ())]),
    ],
)
def test_the_date_is_told_or_asked_for(line: str, expected: Told) -> None:
    assert told(f"باغ و شهر\n\n{line}\n\n{TALK}", Subject.DATE) == expected


def test_a_second_date_is_asked_about() -> None:
    dates = "تاریخ مصاحبه: ۱۲ خرداد ۱۳۹۴\n\nتاریخ مصاحبه: ۱۳ خرداد ۱۳۹۴"
    found = told(f"باغ و شهر\n\n{dates}\n\n{TALK}", Subject.DATE)
    assert found[0] == ("date: 1394-03-12", False, (3,))
    assert found[1:] == [("another date: تاریخ مصاحبه: ۱۳ خرداد ۱۳۹۴", True, (5,))]


def test_who_asks_is_asked_only_where_nothing_tells_it() -> None:
    sure = told(f"باغ و شهر\n\n{TALK}", Subject.ROLES)
    assert [asked for _, asked, _ in sure] == [False]
    unsure = told("باغ و شهر\n\nراد: در باغ بودم.\n\nنیک: در شهر بودم.\n\nراد: آب بود.\n\nنیک: نان بود.", Subject.ROLES)
    assert [message for message, asked, _ in unsure if asked] == ["no label and no question mark tells who asks"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [("به گزارش خبرگزاری دشت، او آمد.", [("source: خبرگزاری دشت", False, ())]), ("کنار رود.", [])],
)
def test_where_it_was_published_is_told(line: str, expected: Told) -> None:
    assert told(f"باغ و شهر\n\n{line}\n\n{TALK}", Subject.SOURCE) == expected


def test_paragraphs_without_a_label_are_told_by_their_lines() -> None:
    text = "مجری: چرا؟\n\nچون.\n\nمجری: کجا؟\n\nدر شیراز.\n\nمجری: کی؟\n\nدیروز."
    assert ("no label, taken for «پاسخ»", False, (3, 7, 11)) in told(text, Subject.TURN)
    assert not [message for message, _, _ in told(TALK, Subject.TURN) if message.startswith("no label")]


SAID = [Piece("کجا؟", 4, speaker="نیما"), Piece("در شیراز.", 5, speaker="سارا"), Piece("چرا؟", 6, speaker="نیما")]


def test_what_a_file_says_apart_from_its_text_stands_on_no_line() -> None:
    dated = told_of(Document("a.json", [*SAID], title="باغ", date="2015-06-13"), Subject.TITLE, Subject.DATE)
    assert dated == [("title: باغ", False, ()), ("date: 2015-06-13", False, ())]
    published = "published: 2015-06-13; the text does not say when the interview was held"
    assert told_of(Document("a.json", [*SAID], published="2015-06-13"), Subject.DATE) == [(published, False, ())]


def test_a_file_that_names_its_speakers_has_no_number_that_is_left_out() -> None:
    assert told_of(Document("a.json", [*SAID]), Subject.LEFT_OUT) == []
    assert told("سؤال ۱: چرا؟\n\nجواب ۱: چون.", Subject.LEFT_OUT) == [
        ("numbers before questions or answers left out: 2", False, ())
    ]


def test_a_note_of_the_title_is_set_aside_with_its_line() -> None:
    text = f"باغ و شهر[^1]\n\n{TALK}\n\n[^1]: باغ فین."
    assert told(text, Subject.ASIDE) == [("not part of the interview (footnote): باغ فین.", False, (11,))]


def test_eight_names_of_the_introduction_are_offered_to_a_guest_without_one() -> None:
    given = "مینا نیما سارا رضا علی کاوه بهار مهسا زهره".split()
    above = "\n\n".join(f"گفت‌وگو با {name} راد، باغبان." for name in given)
    offered = ", ".join(f"{name} راد" for name in given[:8])
    text = f"باغ و شهر\n\n{above}\n\nچرا؟\n\nچون.\n\nکجا؟\n\nاین‌جا."
    assert told(text, Subject.NAME) == [(f"who is «پاسخ»?; the introduction names {offered}", True, ())]
    draft, _ = collected(rough_read.of_document, plain.document(text, "a.txt"))
    assert draft is not None
    (hint,) = [str(one.hint) for one in draft.decisions if one.subject is Subject.NAME]
    assert hint == '--speaker "پاسخ=مینا راد", or the name in the front matter'


@pytest.mark.parametrize(("letters", "shown"), [(60, "آ" * 55), (61, "آ" * 55 + "…")])
def test_what_is_set_aside_between_turns_is_told_with_sixty_characters(letters: int, shown: str) -> None:
    text = TALK.replace("\n\nمجری: چه", f"\n\n{'عکس: '.ljust(letters, 'آ')}\n\nمجری: چه")
    assert told(text, Subject.ASIDE) == [(f"not part of the interview (caption): عکس: {shown}", False, (5,))]


def test_whoever_speaks_first_is_offered_as_the_interviewer_where_nothing_tells_it() -> None:
    text = "راد: در باغ بودم.\n\nنیک: در شهر بودم.\n\nراد: آب بود.\n\nنیک: نان بود."
    draft, _ = collected(rough_read.of_document, plain.document(text, "a.txt"))
    assert draft is not None
    (asked,) = [one for one in draft.decisions if one.subject is Subject.ROLES and one.asked]
    assert asked.label == "راد"
    assert str(asked.hint) == '--speaker "راد=interviewer", or check the roles in the front matter'


@pytest.mark.parametrize(("paragraphs", "is_doubted"), [(24, False), (25, True)])
def test_a_text_in_which_hardly_a_paragraph_asks_may_be_no_interview(paragraphs: int, is_doubted: bool) -> None:
    text = "\n\n".join(["باغ را که ساخت؟", "پدرم ساخت.", "آب کجاست؟", *["باغ سبز بود."] * (paragraphs - 3)])
    doubted = ("few paragraphs ask: is this an interview?", True, ())
    assert (doubted in told(text, Subject.TURN)) is is_doubted


UNTITLED = "no title was found: the name of the file stands for it"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TALK, (UNTITLED, True, ())),
        (
            "کجا؟\n\nدر شیراز.\n\nچرا؟\n\nچون.",
            (f"{UNTITLED}; the first line asks, and may be the headline", True, (1,)),
        ),
        (
            f"باغبان پیر از باغ، و از رود، گفت.\n\n{TALK}",
            ("no headline was found; title: باغبان پیر از باغ", True, (1,)),
        ),
        (f"باغ و شهر\n\n{TALK}", ("title: باغ و شهر", False, (1,))),
    ],
)
def test_a_title_that_nobody_wrote_is_asked_for(text: str, expected: tuple[str, bool, tuple[int, ...]]) -> None:
    assert told(text, Subject.TITLE) == [expected]


def test_what_nobody_can_be_sure_of_is_asked() -> None:
    document = Document("a.json", [*SAID], asked=[(verbatim("is it whole?"), verbatim("look"))])
    assert told_of(document, Subject.FORM) == [("is it whole?", True, ())]
    text = "مجری: چه؟\n\nبهرامی: الف.\n\nچرا نه؟\n\nراه نو: ب.\n\nمجری: و؟\n\nبهرامی: ب."
    assert told(text, Subject.TURN) == [
        ("a question without a label, taken for part of the answer", True, (5,)),
        ("«راه نو:» stands once at the start of a paragraph: taken for text", True, (7,)),
    ]
