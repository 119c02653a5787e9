"""What words on the command line mean, before any of them is obeyed."""

from __future__ import annotations

import argparse
import io
import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.commands import parser
from goftogu.commands.arguments import COMMANDS
from goftogu.locale import language
from goftogu.terminal import Loudness

COMMON = st.lists(
    st.sampled_from([["-q"], ["-v"], ["--quiet"], ["--verbose"], ["--root", "x"], ["--root=y"]]), max_size=4
).map(lambda parts: [word for part in parts for word in part])

_LATIN_WORDS = re.compile(r"[a-z]+ [a-z]+ [a-z]+")


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("", "build"),
        ("--strict", "build --strict"),
        ("-v", "-v build"),
        ("-q --root x --strict", "-q --root x build --strict"),
        ("--root x", "--root x build"),
        ("--root", "--root build"),
        ("new a", "new a"),
        ("--root new new a", "--root new new a"),
        ("--help", "--help"),
        ("-q -h", "-q -h"),
        ("--version", "--version"),
    ],
)
def test_without_a_command_it_is_a_build(words: str, whole: str) -> None:
    assert parser.complete(words.split()) == whole.split()


@pytest.mark.parametrize(
    ("command", "tells"),
    [("build", True), ("publish", True), ("check", True), ("serve", True), ("upgrade", True), ("stats", False)],
)
def test_some_commands_tell_by_themselves_what_is_wrong_with_the_settings(command: str, tells: bool) -> None:
    assert parser.read([command]).tells is tells


@given(COMMON, COMMON)
def test_common_options_mean_the_same_before_and_after_a_command(before: list[str], after: list[str]) -> None:
    read = parser.make("goftogu").parse_args
    split, together = read([*before, "stats", *after]), read(["stats", *before, *after])
    assert (split.root, split.loudness) == (together.root, together.loudness)


def test_the_usual_ways_to_speak_and_to_find_the_archive() -> None:
    options = parser.read(["check"])
    assert (options.root, options.loudness, options.archive) == (None, Loudness.USUAL, "needed")


@pytest.mark.parametrize(
    ("word", "loudness"),
    [
        ("-q", Loudness.QUIET),
        ("--quiet", Loudness.QUIET),
        ("-v", Loudness.VERBOSE),
        ("--verbose", Loudness.VERBOSE),
    ],
)
def test_the_program_may_be_asked_to_say_less_or_more(word: str, loudness: Loudness) -> None:
    assert parser.read(["check", word]).loudness is loudness


def test_the_usual_numbers() -> None:
    read = parser.read
    assert (read(["build"]).jobs, read(["build", "--jobs", "1"]).jobs) == (0, 1)
    assert read(["times", "azar", "heard.json"]).offset == 0
    suggested = read(["topics", "suggest"])
    assert (suggested.each, suggested.most, read(["people", "suggest"]).most) == (2, 200, 200)


def test_the_last_port_is_65535(capsys: pytest.CaptureFixture[str]) -> None:
    assert parser.read(["serve", "--port", "65535"]).port == 65535
    with pytest.raises(SystemExit):
        parser.read(["serve", "--port", "65536"])
    assert "is not a port; it is a number up to 65535" in capsys.readouterr().err.replace(",", "")


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"package", "topics", "people"}])
def test_every_command_says_what_it_runs_and_whether_it_needs_an_archive(name: str) -> None:
    given = {
        "approve": ["x", "--by", "y"],
        "earlier": ["x:t1.1"],
        "completion": ["bash"],
        "corrections": ["x"],
        "export": ["tmx"],
        "import": ["x"],
        "init": ["x"],
        "pdf": ["x"],
        "times": ["x", "y"],
    }
    options = parser.make("goftogu").parse_args([name, *given.get(name, ["x"] if name == "new" else [])])
    assert ":" in options.run
    assert options.archive in {"needed", "used", ""}
    assert isinstance(options.parser, argparse.ArgumentParser)


@pytest.mark.parametrize("words", [["package", "--nmae"], ["topics", "report", "--mots", "3"]])
def test_the_hint_is_that_of_the_command(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser.read(words)
    assert capsys.readouterr().err.startswith(f"goftogu {words[0]}")


def ended(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the parser prints before it ends the program."""
    with pytest.raises(SystemExit):
        parser.read(words)
    return "".join(capsys.readouterr())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_in_the_language(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    english = ended([name, "--help"], capsys)
    assert english.startswith("usage: ")
    assert not re.search("[\u0600-\u06ff]", english)
    language.choose(language.PERSIAN)
    persian = ended([name, "--help"], capsys)
    assert persian.startswith("کاربرد: ")
    described = persian.partition("\n\n")[2]
    assert _LATIN_WORDS.findall(described) == []
    assert re.findall(r"^  (-\S+|\S+)", english, re.MULTILINE) == re.findall(r"^  (-\S+|\S+)", persian, re.MULTILINE)


def test_the_first_page_of_help_is_in_persian(capsys: pytest.CaptureFixture[str]) -> None:
    language.choose(language.PERSIAN)
    page = ended(["--help"], capsys)
    assert "بایگانی دوزبانه" in page
    assert "گام‌های نخست:" in page
    assert re.search(r"^    build +سایت را در output/ می‌سازد$", page, re.MULTILINE)


def test_on_a_terminal_each_line_of_help_reads_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    language.choose(language.PERSIAN)
    monkeypatch.setattr(sys, "stdout", Terminal())
    with pytest.raises(SystemExit):
        parser.read(["stats", "--help"])
    assert isinstance(sys.stdout, io.StringIO)
    page = sys.stdout.getvalue()
    assert "\u2067جایی که سایت ساخته شده است (معمولاً \u2066output/\u2069)\u2069" in page
    assert page.count("\u2069") == page.count("\u2066") + page.count("\u2067") + page.count("\u2068")


@pytest.mark.parametrize(
    ("words", "english", "persian"),
    [
        (["build", "--strikt"], "there is no option --strikt", "گزینهٔ --strikt نیست (منظورتان «--strict» بود؟)"),
        (["new", "a", "b"], "“b” is one word too many", "«b» یک واژه زیادی است"),
        (["bild"], "“bild” is not known (did you mean “build”?)", "«bild» ناشناخته است (منظورتان «build» بود؟)"),
        (["build", "--jobs", "x"], "'x' is not a number of processes", "'x' شمار فرایندها نیست"),
        (["build", "--url", "x"], "is not an address", "نشانی‌ای نیست که"),
        (["import", "a", "--speaker", "x"], "is not LABEL=NAME", "به شکل LABEL=NAME"),
        (["translate", "--part", "9/8"], "is not a part", "بخشی مانند 3/8 نیست"),
        (["init", " "], "the name of the folder is empty", "نام پوشه خالی است"),
        (["init", "a", "--title-fa", ""], "a title cannot be empty", "عنوان نمی‌تواند خالی باشد"),
        (["init", "a", "--languages", "de"], "is not fa,en, en,fa or fa", "هیچ‌یک از fa,en و en,fa و fa نیست"),
    ],
)
def test_a_wrong_command_line_is_told_in_the_language(
    words: list[str], english: str, persian: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert english in ended(words, capsys)
    language.choose(language.PERSIAN)
    assert persian in ended(words, capsys)
