"""Where the blanks are that may stand for half-spaces."""

from __future__ import annotations

import pytest

from goftogu.persian.orthography import blanks
from goftogu.persian.orthography.blanks import Blanks, Gap, Joint, join
from goftogu.persian.orthography.letters import ZWNJ, split


def find(line: str) -> list[Joint]:
    return list(
        Blanks(lambda gap: gap.right, lambda _: False, lambda word: word in {"ها", "شان", "و"}).find(split(line))
    )


def gap(line: str, place: int, first: int = 1) -> Gap:
    pieces = split(line)
    return Gap(pieces[place - 1], pieces[place + 1], pieces, first, place)


def test_a_blank_between_two_words_is_found() -> None:
    assert find("باغ ها") == [Joint(2, ZWNJ, "ها")]
    assert find("کار ها") == [Joint(2, "", "ها")]
    assert find("باغ‌ ها") == [Joint(2, "", "ها")]
    assert find("خانـه ها") == [Joint(2, ZWNJ, "ها")]
    assert find("۵ باغ ها") == find("x باغ ها ۵") == [Joint(2, ZWNJ, "ها")]


def test_beside_the_edge_of_a_line_is_no_such_blank() -> None:
    assert find(" ها") == []
    judge = Blanks(lambda _: "rule", lambda word: word == "می", lambda _: False)
    assert list(judge.find(split("می "))) == []
    assert list(judge.find(split("می رود "))) == [Joint(2, ZWNJ, "rule")]


@pytest.mark.parametrize(
    "line", ["", "ها", "باغ  ها", "باغ، ها", "باغ\tها", "xباغ ها", "۵باغ ها", "باغ ها2", "باغ ها_"]
)
def test_what_is_no_such_blank(line: str) -> None:
    assert find(line) == []


def test_what_has_been_joined_is_one_word_for_what_follows() -> None:
    seen: list[tuple[str, str]] = []

    def rule(gap: Gap) -> str:
        seen.append((gap.before(), gap.left))
        return "rule"

    pieces = split("از باغ ها شان گفت و گو ها")
    judge = Blanks(rule, lambda _: False, lambda word: word in {"ها", "شان", "و"})
    assert join(pieces, list(judge.find(pieces))) == ["", "از", " ", "باغ‌هاشان", " ", "گفت‌وگوها", ""]
    assert seen == [("از", "باغ"), ("از", "باغها"), ("شان", "گفت"), ("شان", "گفتوگو")]


def test_no_word_grows_without_end() -> None:
    pieces = split("باغ" + " ها" * 1000)
    assert max(map(len, join(pieces, find("باغ" + " ها" * 1000)))) < 200


@pytest.mark.parametrize(("word", "letters"), [("باغبان", 60), ("باغ", 61)])
def test_nothing_is_joined_to_sixty_letters(word: str, letters: int) -> None:
    pieces = split(word + " ها" * 40)
    assert len(join(pieces, find(word + " ها" * 40))[1].replace(ZWNJ, "")) == letters


def test_a_pair_with_and_takes_both_blanks() -> None:
    assert find("گفت و گو") == [Joint(2, ZWNJ, "و"), Joint(4, "", "و")]


def test_the_neighbours_of_a_gap() -> None:
    middle = gap("از باغ ها «تو» رفت", 4, first=3)
    assert (middle.before(), middle.after()) == ("از", "تو")
    assert (gap("باغ ها", 2).before(), gap("باغ ها", 2).after()) == ("", "")
    assert gap("از، باغ ها", 4, first=3).before() == ""
    assert gap("باغ ها!» گفت", 2).after() == "!"
    assert (gap("باغ ها ", 2).after(), gap("باغ ها «", 2).after(), gap("باغ ها ", 2).words_after()) == ("", "", [])
    assert gap("باغ ها ۵", 2).after() == "۵"
    assert gap("باغ ها و گل و آب و", 2).words_after() == ["و", "گل", "و"]
    assert gap("باغ ها و گل، آب", 2).words_after() == ["و", "گل"]


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blanks, "_MEMORY", 2)
    judge = Blanks(lambda _: None, lambda _: True, lambda _: True)
    assert list(judge.find(split("یک دو سه چهار پنج"))) == []
    assert len(judge._sides) <= 2
