"""What is said of an archive's memories: those that are not whole, those that are strange, and those without use."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.content.transcript_language import SiteLanguages, TranscriptLanguage
from goftogu.model import Language
from goftogu.problems import Problem
from goftogu.translation.memory import checks
from goftogu.translation.memory.entry import State
from tests import sites
from tests.collecting import collected, found_by
from tests.materials import interview

FA, EN = Language
FOLDER = "content/translations"
ENGLISH, PERSIAN = f"{FOLDER}/en/river.po", f"{FOLDER}/fa/river.po"
ALONE = SiteConfig(languages=(FA,))


def told(problems: list[Problem]) -> list[str]:
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            EN,
            [
                (
                    f"{ENGLISH}: M006 2 of 9 paragraphs have no English yet; their Persian is shown in "
                    "its place (install a package with: {goftogu} package install, then build again; or write "
                    "the English yourself)"
                ),
                (
                    f"{ENGLISH}: M007 3 of 9 paragraphs have English that belongs to an earlier wording "
                    "(list them with: {goftogu} review)"
                ),
            ],
        ),
        (
            FA,
            [
                (
                    f"{PERSIAN}: M006 2 of 9 paragraphs have no Persian yet; their English is shown in "
                    "its place (write the Persian yourself: no engine translates from English)"
                ),
                (
                    f"{PERSIAN}: M007 3 of 9 paragraphs have Persian that belongs to an earlier wording "
                    "(list them with: {goftogu} review)"
                ),
            ],
        ),
    ],
)
def test_what_is_missing_and_what_is_stale_is_counted(language: Language, expected: list[str]) -> None:
    states = Counter({State.MISSING: 2, State.STALE: 3, State.MACHINE: 4})
    assert told(found_by(checks.check_states, "river", states, language=language)) == expected
    assert found_by(checks.check_states, "river", Counter({State.MACHINE: 4}), language=language) == []


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (FA, "the interview was held in Persian: its translation is English"),
        (EN, "the interview was held in English: its translation is Persian"),
    ],
)
def test_a_memory_in_the_language_of_the_interview_leads_to_the_other_one(language: Language, message: str) -> None:
    hint = f"its memory is content/translations/{language.other}/river.po; move this file away"
    expected = f"content/translations/{language}/river.po: M005 {message} ({hint})"
    assert str(checks.elsewhere("river", language)) == expected


def memories(root: Path, *paths: str) -> Path:
    sites.make(root)
    for path in paths:
        file = root / "content/translations" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    return root


def test_a_memory_belongs_to_an_interview_and_to_its_language(tmp_path: Path) -> None:
    root = memories(tmp_path, "en/river.po", "fa/river.po", "en/brook.po", "fa/river (1).po")
    assert told(found_by(checks.check_strangers, root, {"river": EN})) == [
        f"{FOLDER}/en/brook.po: M005 belongs to no interview (rename it after its interview, or move it away)",
        str(checks.elsewhere("river", FA)),
        (
            f"{FOLDER}/fa/river (1).po: M005 its name is what a program calls a copy of “river” (compare them, "
            "keep what is right in “river”, and delete “river (1)”)"
        ),
    ]


def test_the_memory_of_a_faulty_interview_is_no_stranger_but_judged(tmp_path: Path) -> None:
    root = memories(tmp_path, "en/river.po")
    assert found_by(checks.check_strangers, root, {}) == []
    (root / "content/translations/en/river.po").write_text("<<<<", encoding="utf-8")
    assert [problem.code for problem in found_by(checks.check_strangers, root, {})] == ["M001"]


def test_an_archive_in_persian_alone_says_how_it_gets_a_translation() -> None:
    add = 'to give it one, write languages = ["fa", "en"] in content/site.toml'
    expected = f"M013 the archive is in Persian alone: it has no translation ({add})"
    assert collected(checks.check_translated, ALONE)[0] is False
    assert told(found_by(checks.check_translated, ALONE)) == [expected]
    assert collected(checks.check_translated, SiteConfig()) == (True, [])


def test_memories_of_an_archive_in_persian_alone_are_counted_by_folder(tmp_path: Path) -> None:
    root = memories(tmp_path, "en/a.po", "en/b.po", "fa/c.po")
    add = 'to give it one, write languages = ["fa", "en"] in content/site.toml'
    assert told(found_by(checks.check_unused, root)) == [
        (
            f"{FOLDER}/en: M013 the archive is in Persian alone: it has no translation ({add}; otherwise move 2 "
            "files away)"
        ),
        (
            f"{FOLDER}/fa: M013 the archive is in Persian alone: it has no translation ({add}; otherwise move 1 "
            "file away)"
        ),
    ]


@pytest.mark.parametrize(
    ("offered", "language", "expected"),
    [
        ((FA, EN), FA, []),
        ((FA, EN), EN, []),
        ((FA,), FA, []),
        (
            (FA,),
            EN,
            [
                (
                    "content/interviews/river.md: M013 the interview was held in English, and the archive is in "
                    'Persian alone (write languages = ["fa", "en"] in content/site.toml)'
                )
            ],
        ),
    ],
)
def test_an_interview_in_english_needs_an_archive_with_english(
    offered: tuple[Language, ...], language: Language, expected: list[str]
) -> None:
    spoken = TranscriptLanguage.ENGLISH if language is EN else TranscriptLanguage.PERSIAN
    held = replace(interview(), language=spoken)
    assert told(found_by(checks.check_language, held, SiteLanguages(offered))) == expected
