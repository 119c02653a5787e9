"""What may be a heading: the few words that have English."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.model import Language
from goftogu.translation.memory import headings, store
from goftogu.translation.memory.memory import Memory, Unit
from tests import materials
from tests.collecting import collected
from tests.materials import paragraph


def noted(root: Path, title: Unit, text: str, language: Language = Language.EN) -> None:
    """Save a memory that knows a title only."""
    memory = Memory("river", language=language)
    memory.merge([title])
    if text:
        memory.record(title, text, materials.ARGOS)
    file = root / store.path_of("river", language)
    file.parent.mkdir(parents=True, exist_ok=True)
    memory.save(file)


def short_texts(root: Path, title: str, english: str = "In the garden", *, was: str = "") -> list[tuple[str, str]]:
    """Return the short texts of an interview of which only the title has English."""
    interview = replace(materials.interview(), title=paragraph("title", title))
    noted(root, Unit("title", was or title), english)
    found, problems = collected(lambda problems: list(headings.short_texts(root, [interview], problems)))
    assert problems == []
    return found


def test_four_words_may_be_a_heading_and_five_may_not(tmp_path: Path) -> None:
    four, five = "کودکی در باغ بزرگ", "کودکی من در باغ بزرگ"
    assert short_texts(tmp_path / "four", four) == [(four, "In the garden")]
    assert short_texts(tmp_path / "five", five) == []


def test_words_without_english_or_with_that_of_others_are_no_heading(tmp_path: Path) -> None:
    assert short_texts(tmp_path / "missing", "کودکی", "") == []
    assert short_texts(tmp_path / "stale", "کودکی", was="جوانی") == []


def test_an_interview_that_was_held_in_english_has_no_persian_headings(tmp_path: Path) -> None:
    held = replace(materials.interview(), title=paragraph("title", "Home"), language=TranscriptLanguage.ENGLISH)
    noted(tmp_path, Unit("title", "Home"), "خانه", Language.FA)
    assert collected(lambda problems: list(headings.short_texts(tmp_path, [held], problems))) == ([], [])
