from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from goftogu.cli import main
from goftogu.content.vocabulary import PersonKind, Term, Vocabulary
from goftogu.index import suggest_people
from goftogu.index.pasting import Pasting
from goftogu.model import Bilingual, Interview, Source
from goftogu.problems import Problems
from goftogu.transcripts import read as transcript_read
from tests import sites
from tests.entries import a_person
from tests.talks import talk

TEXT = """\
---
title: گفت‌وگو با کاوه لنج‌دار
speakers:
  مجری: {role: interviewer}
  دکتر موج: {role: interviewee}
---
گفت‌وگو با سارا نیک، باغبان.

مجری: آقای تندر کجا رفت؟

دکتر موج: استاد تندر رفت و خانم و آقا ماندند. آقای تندر برگشت. مهندس یکتا هم.
"""


def _interview(text: str = TEXT) -> Interview:
    interview = transcript_read.read_transcript(Source("content/interviews/sea.md", b"", text), str, Problems())
    assert interview is not None
    return interview


def test_speakers_introductions_and_titles_give_names() -> None:
    found = suggest_people.suggest([_interview()], Vocabulary())
    assert [(one.name, one.why) for one in found] == [
        ("دکتر موج", "speaks"),
        ("کاوه لنج‌دار", "named in the introduction"),
        ("سارا نیک", "named in the introduction"),
        ("آقای تندر", "named with a title"),
    ]
    assert len(found[-1].places) == 3


@pytest.mark.parametrize(("times", "found"), [(1, []), (2, ["آقای تندر"])])
def test_who_is_named_with_a_title_twice_is_suggested(times: int, found: list[str]) -> None:
    sample = talk(("آقای تندر کجا رفت؟", "همین."), *[("بعد؟", "آقای تندر برگشت.")] * (times - 1))
    assert [
        one.name for one in suggest_people.suggest([sample], Vocabulary()) if one.why == "named with a title"
    ] == found


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        (["آقای تندر.", "آقای تندر."], "آقای تندر"),
        (["آقای تندر رعد.", "آقای تندر رعد."], "آقای تندر رعد"),
        (["آقای تندر رعد.", "آقای تندر."], "آقای تندر"),
        (["آقای تندر رعد.", "آقای تندر برق."], "آقای تندر"),
        (["آقای محترم تندر.", "آقای محترم تندر."], ""),
    ],
)
def test_a_second_word_belongs_to_a_name_when_it_always_stands_there(answers: list[str], name: str) -> None:
    found = suggest_people.suggest([talk(*(("بعد؟", answer) for answer in answers))], Vocabulary())
    assert [one.name for one in found if one.why == "named with a title"] == [name] * bool(name)


def test_a_suggestion_shows_the_first_four_places() -> None:
    sample = talk(*[("بعد؟", "آقای تندر رفت.")] * 4, ("بعد؟", "آقای تندر برگشت."))
    found = [one for one in suggest_people.suggest([sample], Vocabulary()) if one.name == "آقای تندر"]
    made = suggest_people.fragment(found, Pasting(Vocabulary(), "person", translated=True))
    assert made.splitlines()[0] == "## named with a title: talk#t2.1, talk#t4.1, talk#t6.1, talk#t8.1"


@pytest.mark.parametrize(("label", "suggested"), [("م", False), ("نی", True)])
def test_a_single_letter_is_no_name(label: str, suggested: bool) -> None:
    text = TEXT.replace("دکتر موج", label)
    names = [one.name for one in suggest_people.suggest([_interview(text)], Vocabulary())]
    assert (label in names) is suggested


@pytest.mark.parametrize("name", ["کاوه لنج‌دار", "کاوه لنجدار", "كاوه لنج‌دار"])
def test_who_is_known_in_another_spelling_is_not_suggested(name: str) -> None:
    known = a_person("kaveh", PersonKind.PERSON, Bilingual(name, "Kaveh"), Bilingual(name, "Kaveh"))
    found = suggest_people.suggest([_interview()], Vocabulary(people={known.id: known}))
    assert [one.name for one in found] == ["دکتر موج", "سارا نیک", "آقای تندر"]


def test_the_fragment_is_toml_to_paste() -> None:
    pasting = Pasting(Vocabulary(glossary={"موج": Term("موج", ("Mowj",), 0)}), "person", translated=True)
    made = suggest_people.fragment(suggest_people.suggest([_interview()], Vocabulary()), pasting)
    assert tomllib.loads(made) == {"mowj": {"name": {"fa": "موج", "en": "Mowj"}, "aliases": {"fa": ["دکتر موج"]}}}
    lines = [line.removeprefix("# ") for line in made.split("\n") if not line.startswith("##")]
    assert tomllib.loads("\n".join(lines))["person-2"] == {"name": {"fa": "کاوه لنج‌دار", "en": ""}}


def test_the_command_leaves_out_who_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = sites.make(tmp_path)
    (root / "content/interviews/sea.md").write_text(TEXT, encoding="utf-8")
    people = root / "content/people.toml"
    known = people.read_text(encoding="utf-8")
    people.write_text(known + '\n[moj]\nname = {fa = "موج", en = "Mowj"}\n', encoding="utf-8")
    assert main(["people", "suggest", "--root", str(root)]) == 0
    printed = capsys.readouterr()
    assert "دکتر موج" not in printed.out
    assert "مریم احمدی" not in printed.out
    assert "کاوه لنج‌دار" in printed.out
    assert "found; those without English are comments" in printed.err
