"""Weblate reads and writes a memory with the Translate Toolkit: nothing is lost, and hardly anything else changes."""

from __future__ import annotations

import difflib
import io
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage.pypo import pofile

from goftogu.problems import Problems
from goftogu.translation.memory import reading
from goftogu.translation.memory.entry import State
from goftogu.translation.memory.keys import tidy
from goftogu.translation.memory.memory import Memory, Unit

PATH = "content/translations/en/azar.po"
ENGINE = "argos translate-fa_en 1.5"
LONG = f"{'من از یزد آمده‌ام و ' * 20}رفتم."
UNITS = [
    Unit("title", "کودکی"),
    Unit("t1", LONG),
    Unit("t2", '«نقل» با "گیومه" و \\ و\nسطر دوم — پایان.'),
    Unit("t3", "خانه‌ها/باغ‌ها (در شهر) 🙂"),
    Unit("t4", "این را کسی ترجمه نکرده است."),
    Unit("t5", "این عوض شد."),
]
WIDTHS = pytest.mark.parametrize("width", [77, 65535, -1])
"""What Weblate knows of lines: xgettext's width, only where a text has line breaks, never."""


@pytest.fixture
def memory() -> Memory:
    """A memory with everything that an entry may have."""
    made = Memory("azar")
    before = [*UNITS[:5], Unit("t5", "این چنین بود."), Unit("t6", "این دیگر نیست.")]
    made.merge(before)
    made.record(before[1], f"{'I came from Yazd and ' * 20}left.", ENGINE, score=-0.31, terms=["Yazd"])
    made.record(before[2], 'A “quote” with "marks" and \\ and\nthe second line — the end.', ENGINE, flags=["cut-off"])
    made.record(before[3], "Houses/gardens (in town) 🙂", ENGINE, score=-0.5)
    made.record(before[5], "This was so.", ENGINE)
    made.record(before[6], "This is gone.", ENGINE)
    made.replace(before[0], "The childhood", ENGINE)
    made.replace(before[0], "Childhood", ENGINE)
    made.approve(before[0], "سارا امیدی", "2026-01-02")
    made.approve(before[5], "Reza Mina", "2026-01-03")
    made.merge(UNITS)
    return made


def saved(text: str, width: int, english: Mapping[str, str], day: str = "2026-11-28 10:00+0000") -> str:
    """Return a memory as Weblate writes it after somebody has saved some paragraphs there."""
    file = pofile(io.BytesIO(text.encode()), width=width)
    for unit in file.units:
        if unit.getcontext() in english and not unit.isobsolete():
            unit.target = english[unit.getcontext()]
            unit.markfuzzy(False)
            unit.prev_msgid = []
    file.updateheader(  # type: ignore[no-untyped-call]
        add=True,
        last_translator="Sara Omidi <sara@example.org>",
        plural_forms="nplurals=2; plural=n != 1;",
        language="en",
        PO_Revision_Date=day,
        language_team="English <https://weblate.example.org/projects/archive/azar/en/>",
        x_generator="Weblate 5.14",
    )
    return bytes(file).decode()


def read(text: str) -> Memory:
    problems = Problems()
    found = reading.parse(text, PATH, problems)
    assert list(problems) == []
    assert found is not None
    found.merge(UNITS)
    return found


def changes(old: str, new: str) -> list[str]:
    """Return the lines that are gone (``-``) and those that are new (``+``)."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@WIDTHS
def test_what_nobody_touches_comes_back_as_it_was(memory: Memory, width: int) -> None:
    old = memory.dump()
    new = read(saved(old, width, {})).dump()
    assert sorted(changes(old, new)) == [
        r'+"Language-Team: English <https://weblate.example.org/projects/archive/azar/en/>\n"',
        r'+"Last-Translator: Sara Omidi <sara@example.org>\n"',
        r'+"PO-Revision-Date: 2026-11-28 10:00+0000\n"',
        r'+"Plural-Forms: nplurals=2; plural=n != 1;\n"',
        r'+"X-Generator: Weblate 5.14\n"',
        r'+"X-Revision-Seen: 2026-11-28 10:00+0000\n"',
    ]


@WIDTHS
def test_the_second_time_only_the_day_changes(memory: Memory, width: int) -> None:
    first = read(saved(memory.dump(), width, {})).dump()
    second = read(saved(first, width, {}, "2026-11-29 08:30+0000")).dump()
    assert changes(first, second) == [
        r'-"PO-Revision-Date: 2026-11-28 10:00+0000\n"',
        r'+"PO-Revision-Date: 2026-11-29 08:30+0000\n"',
        r'-"X-Revision-Seen: 2026-11-28 10:00+0000\n"',
        r'+"X-Revision-Seen: 2026-11-29 08:30+0000\n"',
    ]


@pytest.mark.parametrize("width", [77, 65535])
def test_weblate_itself_changes_no_line_of_another_paragraph(memory: Memory, width: int) -> None:
    old = memory.dump()
    new = saved(old, width, {"t3": "Houses and gardens 🙂"})
    assert [line for line in changes(old, new) if not line.startswith('+"')] == [
        "-#, fuzzy",
        '-msgstr "Houses/gardens (in town) 🙂"',
        '+msgstr "Houses and gardens 🙂"',
    ]


@WIDTHS
def test_what_is_saved_there_is_reviewed_here_with_name_and_day(memory: Memory, width: int) -> None:
    english = {
        "t1": f"{'I am from Yazd, which is ' * 20}far.",
        "t2": 'A “quote” with "marks", \\ and\nanother second line.',
        "t4": "Nobody has translated this.",
        "t5": "This has changed.",
    }
    old = memory.dump()
    found = read(saved(old, width, english))
    after = {unit.id: found.lookup(unit) for unit in UNITS}
    assert {name: after[name].text for name in english} == english
    assert {name: (after[name].state, after[name].by) for name in english} == dict.fromkeys(
        english, (State.REVIEWED, "Sara Omidi")
    )
    assert after["title"] == memory.lookup(UNITS[0])
    assert after["t3"] == memory.lookup(UNITS[3])
    touched = [line for line in changes(old, found.dump()) if not line.startswith('+"')]
    assert "+#. approved:" in "\n".join(touched)
    assert not any("Houses" in line or "gone" in line or "hildhood" in line for line in touched)


@WIDTHS
def test_earlier_versions_and_notes_stay(memory: Memory, width: int) -> None:
    found = read(saved(memory.dump(), width, {"title": "A childhood"}))
    assert [version.text for version in found.earlier(UNITS[0])] == [one.text for one in memory.earlier(UNITS[0])]
    assert [dict(found.notes(unit)) for unit in UNITS[1:]] == [dict(memory.notes(unit)) for unit in UNITS[1:]]
    assert "This is gone." in found.dump()


TEXTS = st.text(st.sampled_from("اب‌ \t\n\"\\'a/-()«».🙂{}%#~,:|"), max_size=200).map(tidy).filter(str.strip)


@given(st.sampled_from([77, 65535, -1]), TEXTS, TEXTS, TEXTS)
def test_every_text_survives(width: int, persian: str, old: str, new: str) -> None:
    units = [Unit("t1", persian), Unit("t2", f"{persian}.")]
    made = Memory("azar")
    made.merge(units)
    for unit in units:
        made.record(unit, old, ENGINE)
    found = reading.parse(saved(made.dump(), width, {"t2": new}), PATH, Problems())
    assert found is not None
    found.merge(units)
    assert [found.lookup(unit).text for unit in units] == [tidy(old), tidy(new)]
    assert [found.lookup(unit).state for unit in units] == [State.MACHINE, State.REVIEWED]
