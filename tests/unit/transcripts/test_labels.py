from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.model import Paragraph, Role, Speaker
from goftogu.transcripts import labels
from goftogu.transcripts.labels import Labels

DECLARED = Labels(["مجری", "آقای پزشکیان", "رئیس‌جمهور"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("مجری: سلام", ("مجری", "سلام")),
        ("مجري : سلام", ("مجری", "سلام")),
        ("\u200fمجری\u200f:سلام", ("مجری", "سلام")),
        ("مجری：سلام", ("مجری", "سلام")),
        ("آقای‌پزشکیان: سلام: دو", ("آقای پزشکیان", "سلام: دو")),
        ("رييس جمهور:\nسلام", ("رئیس‌جمهور", "سلام")),
        ("مجری:", ("مجری", "")),
        ("**مجری:** سلام", ("مجری", "سلام")),
        ("**مجری**: **سلام** گفت", ("مجری", "**سلام** گفت")),
        ("**مجری: سلام؟**", ("مجری", "**سلام؟**")),
        ("__مجری : __ سلام", ("مجری", "سلام")),
        ("**مجری: سلام", ("مجری", "سلام")),
    ],
)
def test_declared_labels_are_found_in_any_spelling(text: str, found: tuple[str, str]) -> None:
    assert DECLARED.find(text) == found
    assert DECLARED.starts(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "مجری",
        "مجری\n: سلام",
        "او گفت: مجری: سلام",
        "مجری\\: سلام",
        "ما و مجری: سلام",
        "مجریان: سلام",
        "آ" * 90 + ":",
    ],
)
def test_anything_else_is_text(text: str) -> None:
    assert DECLARED.find(text) is None


@pytest.mark.parametrize(
    "head",
    [
        "آقای محمدی",
        "ظریف",
        "سؤال",
        "س",
        "خانم دکتر ساعی",
        "خانم دکتر مینا راد",
        "بهرامی (استاد دانشگاه)",
        "میلاد",
        "می‌بدی",
        "IRNA",
        "Q",
        "س ۲",
    ],
)
def test_what_could_be_a_label(head: str) -> None:
    assert labels.resembles(head)


@pytest.mark.parametrize(
    "head",
    [
        "سؤال من این است",
        "وی افزود",
        "او گفت",
        "رئیس جمهور می‌گوید",
        "پدرم میگفت",
        "نکته",
        "مثلاً",
        "ثانیا\u064b",
        "در پاسخ",
        "از راست",
        "یک خانه بزرگ سفید قدیمی",
        "خانم دکتر مینا راد شهری",
        "ساعت ۱۰",
        "۱۰",
        "«کتاب»",
        "(…)",
        "",
    ],
)
def test_what_can_be_no_label(head: str) -> None:
    assert not labels.resembles(head)


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("مجری", Role.INTERVIEWER),
        ("مجري برنامه", Role.INTERVIEWER),
        ("خبرنگار ایرنا", Role.INTERVIEWER),
        ("مصاحبه کننده", Role.INTERVIEWER),
        ("سوال ۲", Role.INTERVIEWER),
        ("س۳", Role.INTERVIEWER),
        ("رييس جمهوري", Role.INTERVIEWEE),
        ("ج", Role.INTERVIEWEE),
        ("پاسخگو", Role.INTERVIEWEE),
        ("می همان", Role.INTERVIEWEE),
        ("س وال", None),
        ("س احمدی", None),
        ("آقای مجری", None),
        ("ستوده", None),
        ("۲", None),
        ("", None),
    ],
)
def test_roles_that_a_label_names(head: str, role: Role | None) -> None:
    assert labels.role_of(head) is role


@pytest.mark.parametrize(
    "head", ["پرسشگر", "مصاحبه کننده", "مصاحبه\u200cکننده", "س", "ج ۲", "پاسخ‌گو", "سوال", "Interviewer", "Q"]
)
def test_labels_that_name_nobody(head: str) -> None:
    assert labels.names_nobody(head)


@pytest.mark.parametrize("head", ["مجری", "خبرنگار ایرنا", "وزیر", "س احمدی", "نوه", "پرسش احمدی", "Quinn", "Anna", ""])
def test_labels_that_say_more_than_a_role(head: str) -> None:
    assert not labels.names_nobody(head)


def test_who_is_named_and_who_is_introduced() -> None:
    asking = Speaker("پرسشگر", Role.INTERVIEWER)
    described = replace(asking, description=Paragraph("speaker.1", "از تهران", "از تهران", line=0))
    known = [replace(asking, person="sarv"), replace(asking, organisation="radio"), Speaker("نوه", Role.INTERVIEWEE)]
    assert [(labels.is_named(item), labels.is_introduced(item)) for item in (asking, described, *known)] == [
        (False, False),
        (False, True),
        *[(True, True)] * 3,
    ]


def test_forms_of_address() -> None:
    assert labels.is_titled("آقای محمدی")
    assert not labels.is_titled("دکتر")
    assert not labels.is_titled("محمدی")


def test_an_address_is_not_parted_at_its_colon() -> None:
    assert labels.split("https://example.org") is None


@given(st.text(alphabet=st.sampled_from("مجری:\\：* \n"), max_size=12))
def test_escaped_colons_come_back(text: str) -> None:
    if labels.split(text) is not None and labels.unescaped(text) == text:
        escaped = labels.escape(text)
        assert labels.unescaped(escaped) == text
        assert DECLARED.find(escaped) is None


def test_text_without_an_escape_stays() -> None:
    assert labels.unescaped("راه نو: راه") == "راه نو: راه"
    assert labels.unescaped("بی دونقطه") == "بی دونقطه"


def test_a_colon_is_looked_for_in_the_first_eighty_characters() -> None:
    assert [labels.split("ا" * before + ": باغ") is not None for before in (79, 80)] == [True, False]


def test_only_the_colon_that_could_make_a_label_is_escaped() -> None:
    assert labels.escape("باغ: رود: کوه") == "باغ\\: رود: کوه"
