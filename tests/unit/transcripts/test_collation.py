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


@pytest.mark.parametrize(
    ("words", "kinds"),
    [("یادش بخیر.", [EditKind.REMOVED, EditKind.ADDED]), ("یادش همیشه بخیر.", [EditKind.MOVED])],
)
def test_three_words_are_known_for_the_same_in_another_place(words: str, kinds: list[EditKind]) -> None:
    text, body = RECEIVED.replace("می‌پختیم.", f"می‌پختیم. {words}"), SHOWN.replace("بامداد.", f"بامداد. {words}")
    assert [edit.kind for edit in compared(text, body).edits] == kinds


@pytest.mark.parametrize(
    ("whole", "kinds"),
    [
        ("دیگر سه چهار پنج نو شش هفت هشت دیگر", []),
        ("دیگر چهار پنج نو شش هفت هشت دیگر", [EditKind.ADDED]),
        ("دیگر سه چهار پنج نو شش هفت دیگر", [EditKind.ADDED]),
    ],
)
def test_a_word_is_received_where_the_file_has_it_between_three_words_on_each_side(
    whole: str, kinds: list[EditKind]
) -> None:
    file = received.Received(("یک دو سه چهار پنج شش هفت هشت نه",), whole)
    made = interview("پرسشگر: یک دو سه چهار پنج نو شش هفت هشت نه\n{: #t1 }\n")
    assert [edit.kind for edit in collation.collate(made, file).edits] == kinds


def test_a_heading_above_a_word_that_was_changed_takes_none_of_the_words_received() -> None:
    body = SHOWN.replace("پرسشگر: و تنور", "## کودکی\n{: #s1 }\n\nپرسشگر: پس تنور")
    assert [(edit.kind, edit.before, edit.after) for edit in compared(RECEIVED, body).edits] == [
        (EditKind.HEADING, "", "کودکی"),
        (EditKind.CHANGED, "و", "پس"),
    ]


def against(passages: tuple[str, ...], whole: str, *shown: str) -> list[tuple[EditKind, str, str]]:
    """Return what was done, in which paragraph, and with which words, of passages as they are shown."""
    body = "".join(f"{text}\n{{: #t{number} }}\n\n" for number, text in enumerate(shown, 1))
    edits = collation.collate(interview(body), received.Received(passages, whole)).edits
    return [(edit.kind, edit.paragraph, edit.before or edit.after) for edit in edits]


@pytest.mark.parametrize(
    ("passage", "edits"),
    [
        ("نانوا: یک دو سه", []),
        ("نانوا： یک دو سه", []),
        ("باغبان: یک دو سه", [(EditKind.REMOVED, "t1.1", "باغبان:")]),
        ("نانوا. یک دو سه", [(EditKind.REMOVED, "t1.1", "نانوا.")]),
    ],
)
def test_a_label_of_a_known_speaker_is_no_word_of_a_passage(
    passage: str, edits: list[tuple[EditKind, str, str]]
) -> None:
    assert against((passage,), passage, "نانوا: یک دو سه") == edits


@pytest.mark.parametrize(
    ("aside", "shown", "edits"),
    [
        ("نو تازه", "یک دو نو تازه سه", [(EditKind.ADDED, "t1.1", "نو تازه")]),
        ("نو تازه خوب", "یک دو نو تازه خوب سه", []),
        ("", "نو یک دو سه", [(EditKind.ADDED, "t1.1", "نو")]),
    ],
)
def test_three_words_that_were_set_aside_are_received_wherever_they_are(
    aside: str, shown: str, edits: list[tuple[EditKind, str, str]]
) -> None:
    assert against(("یک دو سه",), f"یک دو سه\n{aside}", f"نانوا: {shown}") == edits


@pytest.mark.parametrize(
    ("passages", "shown", "edit"),
    [
        (("یک", "دو سه"), ("پرسشگر: یک", "نانوا: دو"), (EditKind.REMOVED, "t2.1", "سه")),
        (("یک", "دو سه"), ("پرسشگر: یک", "نانوا: سه"), (EditKind.REMOVED, "t2.1", "دو")),
        (("یک دو", "سه"), ("پرسشگر: یک", "نانوا: سه"), (EditKind.REMOVED, "t1.1", "دو")),
        (("یک دو سه", "چهار"), ("پرسشگر: یک", "نانوا: چهار"), (EditKind.REMOVED, "t1.1", "دو سه")),
    ],
)
def test_words_that_are_gone_are_of_the_paragraph_around_them(
    passages: tuple[str, str], shown: tuple[str, str], edit: tuple[EditKind, str, str]
) -> None:
    assert against(passages, "\n".join(passages), *shown) == [edit]


def test_a_title_that_is_only_the_beginning_of_a_word_is_not_in_the_text_received() -> None:
    assert not compared(RECEIVED.replace("با نانوا\n", "با نانوایان\n"), SHOWN).titled
    assert not compared(RECEIVED.replace("گفت‌وگو با", "پیش‌گفت‌وگو با"), SHOWN).titled


def test_the_place_of_a_withheld_passage_is_no_edit() -> None:
    assert against(("یک دو سه",), "یک دو سه", "نانوا: یک [withheld] سه") == []


def test_a_heading_in_other_words_takes_those_received() -> None:
    text = RECEIVED.replace("پرسشگر: و", "## تنور\nپرسشگر: و")
    edits = compared(text, SHOWN.replace("پرسشگر: و", "## آتش\n{: #s1 }\n\nپرسشگر: و")).edits
    assert [(edit.kind, edit.before, edit.after) for edit in edits] == [(EditKind.CHANGED, "تنور", "آتش")]


@pytest.mark.parametrize(
    ("passage", "shown", "edits"),
    [
        ("یک دو سه", "نانوا: پرسشگر: یک دو سه", []),
        ("نانوا: یک دو سه", "نانوا: دیروز یک دو سه", [(EditKind.CHANGED, "t1.1", "نانوا:")]),
    ],
)
def test_a_label_that_was_added_is_no_edit_and_one_that_became_a_word_is(
    passage: str, shown: str, edits: list[tuple[EditKind, str, str]]
) -> None:
    assert against((passage,), passage, shown) == edits
