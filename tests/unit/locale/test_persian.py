"""Messages in Persian: values, numbers, lists, and pieces of another direction on a terminal."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.locale import persian
from goftogu.locale.message import Message, plural, verbatim

LEFT, RIGHT, FIRST, END = "\u2066", "\u2067", "\u2068", "\u2069"
_MARKS = re.compile(f"[{LEFT}{RIGHT}{FIRST}{END}]")


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (Message("the file is missing"), "این پرونده پیدا نشد"),
        (Message("“{value}” is not allowed", value="x-1"), "«x-1» پذیرفته نیست"),
        (
            Message("the file has {size:,} bytes, more than {largest:,}", size=12345, largest=1000),
            "پرونده ۱۲٬۳۴۵ بایت است، بیش از ۱٬۰۰۰",
        ),
        (Message("there is no month {month}", month=13), "ماه ۱۳ نیست"),
        (
            Message(
                "{title}: {whole:,.1f} MB",
                title=Message("Downloading {url}", url="https://a.example/1.zip"),
                whole=1234.56,
            ),
            "دریافت https://a.example/1.zip: ۱٬۲۳۴٫۶ مگابایت",
        ),
        (Message("known: {names}", names=["fa", "en"]), "شناخته: fa، en"),
        (Message("known: {names}", names=[Message("none"), "7"]), "شناخته: هیچ، 7"),
        (Message("write {expects}", expects=Message("a text")), "متن بنویسید"),
        (plural(1, "turn"), "۱ نوبت"),
        (plural(2400, "turn"), "۲٬۴۰۰ نوبت"),
        (Message("run: {goftogu} import {path}", path="a 1.txt"), "این را بزنید: {goftogu} import a 1.txt"),
        (Message('the form is {: #t7 topics="+visas -trade" }'), 'شکل آن چنین است: {: #t7 topics="+visas -trade" }'),
        (verbatim("mapping values are not allowed here"), "mapping values are not allowed here"),
        (Message("nobody has ever said {this}", this="that"), "nobody has ever said that"),
    ],
)
def test_a_message_in_persian(message: Message, said: str) -> None:
    assert persian.say(message, isolated=False) == said


def test_another_text_stays_as_it_is() -> None:
    assert persian.say("the file is missing", isolated=False) == "the file is missing"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        (Message("the file is missing"), "این پرونده پیدا نشد"),
        (Message("“{value}” is not allowed", value="x-1"), f"«{FIRST}x-1{END}» پذیرفته نیست"),
        (Message("«{label}» never speaks", label="مینا"), f"«{FIRST}مینا{END}» هیچ‌گاه سخن نمی‌گوید"),
        (Message("wrote {path}", path="content/مینا و رضا.md"), f"نوشته شد: {FIRST}content/مینا و رضا.md{END}"),
        (
            Message("run: {goftogu} import {path}", path="a.txt"),
            f"این را بزنید: {LEFT}{{goftogu}} import a.txt{END}",
        ),
        (Message("set url in site.toml"), f"{LEFT}url{END} را در {LEFT}site.toml{END} بنویسید"),
        (
            Message("{message} (here and in {count:,} more)", message=Message("the file is missing"), count=3),
            "این پرونده پیدا نشد (این‌جا و در ۳ جای دیگر)",
        ),
        (
            Message("the text is not UTF-8: {kind}", kind=Message("it is UTF-16")),
            f"متن {LEFT}UTF-8{END} نیست: {LEFT}UTF-16{END} است",
        ),
        (Message("it takes none"), "ویژگی نمی‌پذیرد"),
        (
            Message("{question} [{usual}]", question=Message("title of the archive in Persian"), usual="fa,en"),
            f"عنوان بایگانی به فارسی [{FIRST}fa,en{END}]",
        ),
    ],
)
def test_on_a_terminal_each_piece_that_is_not_persian_is_isolated(message: Message, said: str) -> None:
    assert persian.say(message, isolated=True) == said


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Co", "Cf"]), max_size=12), max_size=3), st.integers())
def test_isolates_are_all_that_a_terminal_gets_more(names: list[str], count: int) -> None:
    for message in (
        Message("known: {names} and {count} more", names=names, count=count),
        Message("run: {goftogu} {command} {path}", command="stamp", path="/".join(names)),
        verbatim(" ".join(names)),
    ):
        isolated = persian.say(message, isolated=True)
        assert _MARKS.sub("", isolated) == persian.say(message, isolated=False)
        assert isolated.count(LEFT) + isolated.count(FIRST) == isolated.count(END)


def test_without_the_package_that_reads_it_what_is_said_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polib", None)
    persian.catalogue.cache_clear()
    assert persian.say(Message("there is not enough memory"), isolated=False) == "there is not enough memory"
    persian.catalogue.cache_clear()


def test_the_catalogue_is_read_once() -> None:
    persian.catalogue.cache_clear()
    assert persian.catalogue() is persian.catalogue()
    assert persian.catalogue()["{count:,} turn"] == persian.catalogue()["{count:,} turns"] == "{count:,} نوبت"
