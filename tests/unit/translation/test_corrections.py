"""Letters of readers: mail, mailboxes, issues and text, as the link fills them in and as readers leave them."""

from __future__ import annotations

import json
import mailbox
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import urls
from goftogu.model import Language
from goftogu.problems import Problems
from goftogu.translation import corrections
from goftogu.translation.corrections import Correction, _letter
from tests.letters import a_letter

ENGLISH = """\
https://example.org/archive/en/mill.html#t7

Persian:
> ما گندم را بردیم.

English:
> We took the barley.
> And left.

Your correction:
We took the wheat. And left.
"""
PERSIAN = """\
https://example.org/archive/fa/mill.html#t7.2

فارسی:
ما گندم را بردیم.

انگلیسی:
We took the barley.

پیشنهاد شما:
گندم wheat است، نه barley.
"""


def written(text: str, subject: str = "") -> Correction:
    return _letter(subject, text, "", "")


def test_a_letter_as_the_link_makes_it() -> None:
    assert written(ENGLISH) == a_letter(
        "mill", "t7", "We took the wheat. And left.", "ما گندم را بردیم.", "We took the barley.\nAnd left."
    )
    assert written(ENGLISH).place == "mill:t7"


def test_a_letter_from_a_persian_page() -> None:
    found = written(PERSIAN)
    assert (found.place, found.text) == ("mill:t7", "گندم wheat است، نه barley.")
    assert (found.persian, found.english) == ("ما گندم را بردیم.", "We took the barley.")


def test_line_ends_of_mail_do_not_matter() -> None:
    assert written(ENGLISH.replace("\n", "\r\n")) == written(ENGLISH)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("fa/sea.html#t4", "sea:t4"),
        ("See https://example.org/both/sea.html#t4 please", "sea:t4"),
        ("See https://example.org/both-en/sea.html#t4 please", "sea:t4"),
        ("both-fa/sea.html#t4", ""),
        ("<https://example.org/en/sea.html#t4>", "sea:t4"),
        ("(en/sea.html#t4)", "sea:t4"),
        ("https://example.org/fa/%D8%AF%D8%B1%DB%8C%D8%A7.html#t4", "دریا:t4"),
        ("https://example.org/en/sea.html#title", "sea:title"),
        ("https://example.org/en/sea.html", ""),
        ("https://example.org/de/sea.html#t4", ""),
        ("nothing", ""),
    ],
)
def test_the_turn_is_that_of_the_address(text: str, place: str) -> None:
    assert written(text).place == place


@pytest.mark.parametrize("view", [*Language, *urls.PARALLEL])
def test_every_view_of_an_interview_is_known(view: str) -> None:
    assert written(f"https://example.org/{urls.interview(view, 'sea')}#t4\n\nA fault.").place == "sea:t4"


def test_without_an_address_the_subject_names_the_turn() -> None:
    assert written("A fault.", "mill#t7").place == "mill:t7"
    assert written("A fault.", "Re: hello").place == ""
    assert written("A fault.", "Re: hello").text == "Re: hello\nA fault."


def test_a_reader_may_write_where_she_likes() -> None:
    loose = "https://example.org/en/mill.html#t7\n\nIt was wheat.\n\nEnglish:\n> We took the barley.\n\n\n\nGreetings"
    found = written(loose)
    assert found.text.startswith("It was wheat.")
    assert "Greetings" in found.english + found.text
    assert "example.org" not in found.text


def test_what_readers_write_may_have_the_words_of_the_labels() -> None:
    found = written(f"{ENGLISH}\nEnglish: is what I teach.\n")
    assert found.text.endswith("English: is what I teach.")


def test_a_letter_without_own_words_is_empty() -> None:
    assert written("https://example.org/en/mill.html#t7\n\n").text == ""


@given(text=st.text(), subject=st.text())
def test_every_text_is_a_letter(text: str, subject: str) -> None:
    found = written(text, subject)
    assert found.place == "" or found.interview


@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\x85\u2028\u2029")))
def test_no_word_of_a_reader_is_lost(text: str) -> None:
    assert written(ENGLISH.partition("We took the wheat")[0] + text).text == text.strip()


def mail(text: str = ENGLISH, **headers: str) -> EmailMessage:
    made = EmailMessage()
    usual = {"From": "Sara <sara@example.org>", "Subject": "mill#t7", "Date": "Fri, 27 Nov 2026 20:00:00 +0000"}
    for name, value in {**usual, **headers}.items():
        made[name] = value
    made.set_content(text)
    return made


def read(file: Path) -> list[Correction]:
    problems = Problems()
    found = corrections.read(file, problems)
    assert list(problems) == []
    return found


def test_mail(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(mail().as_bytes())
    found = read(tmp_path / "a.eml")
    assert [(letter.place, letter.sender, letter.day) for letter in found] == [("mill:t7", "Sara", "2026-11-27")]
    assert found[0].persian == "ما گندم را بردیم."


def test_mail_without_a_name_a_day_or_a_text(tmp_path: Path) -> None:
    made = EmailMessage()
    made["From"] = "sara@example.org"
    made["Date"] = "yesterday"
    made["Subject"] = "mill#t7"
    made.add_attachment(b"\x00", maintype="image", subtype="png")
    (tmp_path / "a.eml").write_bytes(made.as_bytes())
    assert read(tmp_path / "a.eml") == [a_letter("mill", "t7", "", sender="sara@example.org")]


def test_mail_that_is_a_page(tmp_path: Path) -> None:
    made = mail()
    page = ENGLISH.replace(">", "&gt;").replace("\n", "<br>\n")
    made.set_content(f"<html><style>p {{}}</style><p>{page}</p></html>", subtype="html")
    (tmp_path / "a.eml").write_bytes(made.as_bytes())
    found = read(tmp_path / "a.eml")[0]
    assert (found.place, found.text) == ("mill:t7", "We took the wheat. And left.")


def test_a_mailbox(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "box.mbox")
    for number in (1, 2):
        box.add(mail(ENGLISH.replace("t7", f"t{number}"), Subject="x"))
    box.close()
    assert [letter.place for letter in read(tmp_path / "box.mbox")] == ["mill:t1", "mill:t2"]


@pytest.mark.parametrize("charset", ["x-unknown", "hex", "undefined", "punycode", '"a\0b"'])
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_a_letter_in_an_unknown_character_set_spoils_neither_itself_nor_the_mailbox(
    tmp_path: Path, charset: str, kind: str
) -> None:
    head = f"From: sara@example.org\nSubject: mill#t9\nContent-Type: text/{kind}; charset={charset}\n"
    strange = f"{head}Content-Transfer-Encoding: 8bit\n\nگندم was wheat".encode() + b" \xff.\n"
    boxes = [b"From x Fri Nov 27 20:00:00 2026\n" + letter + b"\n" for letter in (mail().as_bytes(), strange)]
    (tmp_path / "box.mbox").write_bytes(boxes[0] + boxes[1] + boxes[0])
    found = read(tmp_path / "box.mbox")
    assert [letter.place for letter in found] == ["mill:t7", "mill:t9", "mill:t7"]
    assert (found[1].text, found[1].sender) == ("گندم was wheat \ufffd.", "sara@example.org")
    (tmp_path / "a.eml").write_bytes(strange)
    assert read(tmp_path / "a.eml") == found[1:2]


ISSUE = {"title": "mill#t7", "body": ENGLISH, "author": {"login": "sara"}, "createdAt": "2026-11-27T20:00:00Z"}


@pytest.mark.parametrize(
    "issue",
    [
        ISSUE,
        {"title": "mill#t7", "body": ENGLISH, "user": {"login": "sara"}, "created_at": "2026-11-27T20:00:00Z"},
        {**ISSUE, "author": {"name": "sara", "login": "x"}},
    ],
)
@pytest.mark.parametrize("many", [False, True])
def test_issues(tmp_path: Path, issue: dict[str, Any], many: bool) -> None:
    (tmp_path / "a.json").write_text(json.dumps([issue] if many else issue), encoding="utf-8")
    found = read(tmp_path / "a.json")[0]
    assert (found.place, found.sender, found.day) == ("mill:t7", "sara", "2026-11-27")


def test_an_issue_without_anything(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"title": null, "author": null}]', encoding="utf-8")
    assert read(tmp_path / "a.json") == [a_letter("", "", "")]


def test_text_with_letters_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Found in the inbox:\n{ENGLISH}\n{PERSIAN}", encoding="utf-8")
    found = read(tmp_path / "a.txt")
    assert [letter.place for letter in found] == ["", "mill:t7", "mill:t7"]
    assert [letter.text for letter in found] == [
        "Found in the inbox:",
        "We took the wheat. And left.",
        "گندم wheat است، نه barley.",
    ]


def test_a_letter_of_a_text_may_begin_with_its_address(tmp_path: Path) -> None:
    text = "en/mill.html#t7\nWe left.\nen/mill.html#t8\nWe came.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert [(letter.place, letter.text) for letter in read(tmp_path / "a.txt")] == [
        ("mill:t7", "We left."),
        ("mill:t8", "We came."),
    ]


def test_an_empty_text_has_no_letters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert read(tmp_path / "a.txt") == []


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.json", b"{", "M010"),
        ("a.json", b"[7]", "M010"),
        ("a.json", b"[" * 100_000, "M010"),
        ("a.txt", b"\xff\xfe", "M010"),
        ("none.txt", None, "S002"),
        ("none.eml", None, "S002"),
        ("none.mbox", None, "S002"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes | None, code: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    problems = Problems()
    assert corrections.read(tmp_path / name, problems) == []
    assert [(problem.code, problem.path) for problem in problems] == [(code, str(tmp_path / name))]


@given(data=st.binary(max_size=300), ending=st.sampled_from([".eml", ".json", ".txt", ".mbox"]))
def test_no_file_ends_in_a_traceback(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str) -> None:
    file = tmp_path_factory.mktemp("letters") / f"a{ending}"
    file.write_bytes(data)
    corrections.read(file, Problems())
