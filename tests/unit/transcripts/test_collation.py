"""The text shown against the text received: every edit is found, and nothing that was only restored."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goftogu.model import Interview, Source
from goftogu.persian.orthography import layer
from goftogu.problems import Problems
from goftogu.transcripts import collation, convert, received
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.collation import Collation, Edit, EditKind
from goftogu.transcripts.formats import registry
from tests import office

CASES: Final = sorted((Path(__file__).parents[2] / "cases" / "collation").glob("*.txt"))
LAYER: Final = layer.load()
HEAD: Final = """---
title: گفت‌وگو با نانوا
speakers:
  پرسشگر: {role: interviewer}
  نانوا: {role: interviewee}
  شاگرد نانوا: {role: other}
---
"""


def interview(body: str) -> Interview:
    """Read a labelled transcript; a speaker who never speaks is left out of its head."""
    head = HEAD if "شاگرد نانوا:" in body else HEAD.replace("  شاگرد نانوا: {role: other}\n", "")
    problems = Problems()
    made = transcript_read.read_transcript(Source("talk.md", b"", head + body), LAYER.reader(body), problems)
    assert made is not None, list(problems)
    return made


def compared(text: str, body: str, name: str = "talk.txt") -> Collation:
    """Compare a transcript with a file."""
    read = received.read(text.encode(), name)
    assert read is not None
    return collation.collate(interview(body), read)


def told(found: Collation) -> list[str]:
    """Write a collation as lines."""
    kept = {name: number for name, number in found.restored._asdict().items() if number}
    return [*map(line, found.edits), f"restored: {kept or 'nothing'}", *([] if found.titled else ["another title"])]


def line(edit: Edit) -> str:
    """Write an edit as a line."""
    shown = f"{edit.lead} [{edit.before} → {edit.after}] {edit.tail}".strip()
    return f"{edit.kind} {edit.paragraph or '-'} {edit.turn or '-'}: {shown}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_cases(case: Path) -> None:
    text, body, expected = case.read_text(encoding="utf-8").split("=====\n")
    assert told(compared(text, body)) == expected.splitlines()


RECEIVED, SHOWN, _ = (CASES[0].parent / "nothing.txt").read_text(encoding="utf-8").split("=====\n")


def test_edits_and_added_headings_are_counted_apart() -> None:
    body = SHOWN.replace("چهل", "صد").replace("پرسشگر: و", "## تنور\n{: #s1 }\n\nپرسشگر: و")
    found = compared(RECEIVED, body)
    assert (found.places, found.headings, found.titled) == (1, 1, True)
    assert [edit.kind for edit in found.edits] == [EditKind.CHANGED, EditKind.HEADING]


def test_a_heading_that_was_received_is_not_one_of_the_archive() -> None:
    assert (
        compared(
            RECEIVED.replace("پرسشگر: و", "## تنور\nپرسشگر: و"),
            SHOWN.replace("پرسشگر: و", "## تنور\n{: #s1 }\n\nپرسشگر: و"),
        ).edits
        == ()
    )


def test_what_the_reading_restores_in_the_title_counts_too() -> None:
    body = SHOWN
    read = received.read(RECEIVED.encode(), "talk.txt")
    assert read is not None
    made = interview(body)
    title = made.title.__class__("title", "گفتوگو با نانوا", "گفت\u200cوگو با نانوا", line=0)
    other = Interview(**{name: getattr(made, name) for name in made.__dataclass_fields__} | {"title": title})
    found = collation.collate(other, read)
    assert (found.restored.restored, found.titled) == (1, True)


def test_an_interview_that_is_read_from_the_file_received_has_no_edits() -> None:
    made = transcript_read.read_transcript(
        Source("talk.txt", b"", RECEIVED.replace("می‌", "می")), LAYER.reading, Problems()
    )
    assert made is not None
    found = collation.unedited(made)
    assert (found.edits, found.restored.restored, found.titled) == ((), 4, True)


@settings(max_examples=30)
@given(
    changes=st.lists(
        st.tuples(st.integers(0, 30), st.sampled_from(["", "باغ", "باغ و باغ", "نان", "ن", "می‌پختیم."])), max_size=4
    )
)
def test_every_edit_takes_what_is_shown_back_to_what_was_received(changes: list[tuple[int, str]]) -> None:
    words = SHOWN.split(" ")
    for place, word in changes:
        if 1 < place < len(words) and not any(sign in words[place] for sign in "\n:{#"):
            words[place] = word
    found = compared(RECEIVED, " ".join(filter(None, words)))
    kinds = {edit.kind: (edit.before, edit.after) for edit in found.edits}
    assert all(before != after or kind == EditKind.MOVED for kind, (before, after) in kinds.items())
    assert bool(found.edits) == (SHOWN.split() != " ".join(filter(None, words)).split())


IMPORTED: Final = sorted((Path(__file__).parents[2] / "cases" / "import").glob("*.txt"))
FORMS: Final = {
    "talk.docx": office.word("پرسشگر: نان را از کی می\u200cپختید؟", "نانوا: از ده سالگی، هر *روز* [صبح]."),
    "talk.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nپرسشگر: نان؟\n\n00:03.000 --> 00:04.000\nنانوا: بله.\n".encode(),
    "talk.tsv": "speaker\ttext\nپرسشگر\tنان را؟\nنانوا\tبله.\n".encode(),
}


def imported(data: bytes, name: str) -> Collation | None:
    """Import a file, and compare what became of it with the file."""
    document = registry.read(data, name, Problems())
    assert document is not None
    text = convert.of_document(document, LAYER.reading, Problems()).text
    made = transcript_read.read_transcript(Source("talk.md", b"", text), LAYER.reader(text), Problems())
    read = received.read(data, name)
    return None if made is None or read is None else collation.collate(made, read)


@pytest.mark.parametrize("case", IMPORTED, ids=lambda case: case.stem)
def test_what_was_just_imported_is_not_edited(case: Path) -> None:
    found = imported(case.read_text(encoding="utf-8").partition("=====\n")[0].encode(), "talk.txt")
    assert found is None or found.edits == ()


@pytest.mark.parametrize("name", FORMS)
def test_no_form_is_edited_by_importing_it(name: str) -> None:
    found = imported(FORMS[name], name)
    assert found is not None
    assert found.edits == ()
