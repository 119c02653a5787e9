from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.storage import files
from goftogu.translation.memory import memory as memory_module
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.entry import NOTHING
from goftogu.translation.memory.keys import fingerprint
from goftogu.translation.memory.memory import Memory, State, Unit
from goftogu.translation.memory.reading import of, parse, read_memory
from tests.collecting import collected

ARGOS = "argos translate-fa_en 1.5"
LLM = "draft: language model"
HELLO = Unit("t1.1", "سلام بر شما.")
YES = Unit("t2.1", "بله.")
UNITS = [HELLO, YES]


def memory_of(*units: Unit) -> Memory:
    memory = Memory("x")
    memory.merge(units)
    return memory


def load(text: str) -> Memory:
    memory, problems = collected(parse, text, "x.po")
    assert problems == []
    assert memory is not None
    return memory


def edited(memory: Memory, *changes: tuple[str, str]) -> Memory:
    """What a person makes of the file in an editor."""
    text = memory.dump()
    for old, new in changes:
        assert text.count(old) == 1, text
        text = text.replace(old, new)
    return load(text)


@pytest.fixture
def machine() -> Memory:
    memory = memory_of(*UNITS)
    memory.record(HELLO, "Hello.", ARGOS, score=-0.314, flags=["cut-off"])
    return memory


@pytest.fixture
def approved(machine: Memory) -> Memory:
    assert machine.approve(HELLO, "Sara")
    return machine


def test_a_new_memory_is_empty() -> None:
    memory = memory_of(*UNITS)
    assert list(memory) == UNITS
    assert memory.lookup(HELLO) == NOTHING
    assert memory.lookup(Unit("t9", "نیست")).state is State.MISSING


def test_the_file(machine: Memory) -> None:
    assert machine.dump() == (
        "# English of the interview x.\n"
        'msgid ""\n'
        'msgstr ""\n'
        '"Language: en\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"X-Entries: 2\\n"\n'
        '"X-Source-Language: fa\\n"\n'
        "\n"
        f"#. origin: {ARGOS}\n"
        "#. score: -0.31\n"
        "#. flags: cut-off\n"
        f"#. pair: {fingerprint(HELLO.source, 'Hello.')}\n"
        "#, fuzzy\n"
        'msgctxt "t1.1"\n'
        f'msgid "{HELLO.source}"\n'
        'msgstr "Hello."\n'
        "\n"
        'msgctxt "t2.1"\n'
        f'msgid "{YES.source}"\n'
        'msgstr ""\n'
    )


def test_machine(machine: Memory) -> None:
    found = machine.lookup(HELLO)
    assert (found.text, found.state, found.origin) == ("Hello.", State.MACHINE, ARGOS)
    assert (found.flags, found.score, found.by) == (("cut-off",), -0.31, None)


def test_draft() -> None:
    memory = memory_of(HELLO)
    memory.record(HELLO, "Hello.", LLM)
    assert memory.lookup(HELLO).state is State.DRAFT
    assert memory.lookup(HELLO).origin == LLM


def test_reviewed(approved: Memory) -> None:
    found = load(approved.dump()).lookup(HELLO)
    assert (found.state, found.by, found.origin) == (State.REVIEWED, "Sara", ARGOS)
    assert "fuzzy" not in approved.dump()


def test_nothing_to_approve(machine: Memory) -> None:
    assert not machine.approve(YES, "Sara")
    assert not machine.approve(Unit("t9", "نیست"), "Sara")
    assert not machine.approve(Unit(HELLO.id, "درود بر شما."), "Sara")


def test_what_a_person_approved_is_never_overwritten(approved: Memory) -> None:
    with pytest.raises(ValueError, match="approved"):
        approved.record(HELLO, "Hi.", ARGOS)
    changed = Unit(HELLO.id, "درود بر شما.")
    approved.merge([changed])
    with pytest.raises(ValueError, match="approved"):
        approved.record(changed, "Hi.", ARGOS)


def test_an_approved_text_that_changes_is_stale(approved: Memory) -> None:
    memory = edited(approved, ('msgstr "Hello."', 'msgstr "Bye."'))
    for _ in range(2):
        found = memory.lookup(HELLO)
        assert (found.state, found.flags[-1], found.by) == (State.STALE, "text-changed", "Sara")
        memory.merge(UNITS)
    assert memory.dump().count("#, fuzzy") == 1
    memory = edited(memory, ('msgstr "Bye."', 'msgstr "Hello."'))
    memory.merge(UNITS)
    assert memory.lookup(HELLO).state is State.REVIEWED
    assert memory.lookup(HELLO).by == "Sara"


def test_an_approval_never_covers_another_pair(approved: Memory) -> None:
    """Two branches: in one the text was approved, in the other it was changed; git puts them together."""
    memory = edited(approved, ('msgstr "Hello."', 'msgstr "Bye."'))
    memory.merge(UNITS)
    memory = edited(memory, ("#, fuzzy\n", ""))
    assert (memory.lookup(HELLO).state, memory.lookup(HELLO).by) == (State.REVIEWED, "")


@pytest.mark.skipif(shutil.which("git") is None, reason="git is missing")
def test_git_does_not_put_a_cleared_fuzzy_and_a_new_text_together(machine: Memory, tmp_path: Path) -> None:
    base = machine.dump()
    machine.record(HELLO, "Bye.", ARGOS, score=-0.2)
    versions = {"ours": machine.dump(), "base": base, "theirs": base.replace("#, fuzzy\n", "")}
    for name, text in versions.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    merge = subprocess.run(["git", "merge-file", "-p", *versions], cwd=tmp_path, capture_output=True, check=False)
    assert merge.returncode == 1


def test_an_approved_text_whose_persian_changes_is_stale(approved: Memory) -> None:
    changed = Unit(HELLO.id, "درود بر شما.")
    found = approved.lookup(changed)
    assert (found.text, found.state, found.flags[-1], found.by) == ("Hello.", State.STALE, "source-changed", "Sara")
    approved.merge([changed, YES])
    assert approved.lookup(changed).state is State.STALE
    assert approved.lookup(changed).flags[-1] == "source-changed"
    assert f'#| msgid "{HELLO.source}"' in approved.dump()
    memory = load(approved.dump())
    memory.merge([Unit(HELLO.id, "درودها بر شما."), YES])
    assert f'#| msgid "{HELLO.source}"' in memory.dump()
    memory.merge(UNITS)
    assert memory.lookup(HELLO).state is State.REVIEWED
    assert "#|" not in memory.dump()


def test_a_stale_text_is_approved_again(approved: Memory) -> None:
    changed = Unit(HELLO.id, "درود بر شما.")
    approved.merge([changed, YES])
    assert approved.approve(changed, "Ali")
    memory = load(approved.dump())
    assert (memory.lookup(changed).state, memory.lookup(changed).by) == (State.REVIEWED, "Ali")
    assert "#|" not in memory.dump()
    assert "was-approved" not in memory.dump()


def test_a_stale_text_is_settled_in_an_editor(approved: Memory) -> None:
    changed = Unit(HELLO.id, "درود بر شما.")
    approved.merge([changed, YES])
    previous = f'#, fuzzy\n#| msgid "{HELLO.source}"\n'
    memory = edited(approved, (previous, ""), ('msgstr "Hello."', 'msgstr "Greetings."'))
    assert (memory.lookup(changed).state, memory.lookup(changed).by) == (State.REVIEWED, "")
    memory.merge([changed, YES])
    assert (memory.lookup(changed).state, memory.lookup(changed).by) == (State.REVIEWED, "")
    assert memory.lookup(changed).origin == f"edited: {ARGOS}"


def test_half_spaces_make_nothing_stale(approved: Memory) -> None:
    better = Unit(HELLO.id, "سلام بر شما\u200c.")
    approved.merge([better, YES])
    assert approved.lookup(better).state is State.REVIEWED
    assert better in list(approved)


def test_blanks_that_are_joined_make_nothing_stale() -> None:
    typed, joined = Unit("t1.1", "گفت و گو را می شنوم."), Unit("t1.1", "گفت‌وگو را می‌شنوم.")
    memory = memory_of(typed)
    memory.record(typed, "I hear the talk.", ARGOS)
    assert memory.approve(typed, "Sara")
    before = memory.dump()
    assert memory.lookup(joined).state is State.REVIEWED
    memory.merge([joined])
    assert (memory.lookup(joined).state, memory.lookup(joined).by) == (State.REVIEWED, "Sara")
    assert memory.dump() == before.replace(typed.source, joined.source)
    memory.merge([typed])
    assert memory.dump() == before


def test_a_paragraph_that_moved_is_found_by_its_blanks_or_half_spaces() -> None:
    memory = memory_of(Unit("t1.1", "باغ ها را می بینم."), YES)
    memory.record(Unit("t1.1", "باغ ها را می بینم."), "I see the gardens.", ARGOS)
    moved = Unit("t9.1", "باغ‌ها را می‌بینم.")
    memory.merge([YES, moved])
    assert memory.lookup(moved).text == "I see the gardens."


def test_a_person_clears_fuzzy_in_an_editor(machine: Memory) -> None:
    memory = edited(machine, ("#, fuzzy\n", ""))
    assert memory.lookup(HELLO).state is State.REVIEWED
    assert memory.lookup(HELLO).by == ""
    memory.merge(UNITS)
    assert f"#. approved: {fingerprint(HELLO.source, 'Hello.')}\n" in memory.dump()
    assert edited(memory, ('"Hello."', '"Bye."')).lookup(HELLO).state is State.STALE


def test_a_person_marks_an_approved_text_fuzzy(approved: Memory) -> None:
    memory = edited(approved, ('msgctxt "t1.1"', '#, fuzzy\nmsgctxt "t1.1"'))
    for _ in range(2):
        assert memory.lookup(HELLO).state is State.MACHINE
        assert memory.lookup(HELLO).by is None
        memory.merge(UNITS)
    assert "approved" not in memory.dump()


def test_machine_text_that_a_person_changed_is_a_draft(machine: Memory) -> None:
    memory = edited(machine, ('msgstr "Hello."', 'msgstr "Hello you."'))
    for _ in range(2):
        assert memory.lookup(HELLO).state is State.DRAFT
        assert memory.lookup(HELLO).origin == f"edited: {ARGOS}"
        memory.merge(UNITS)


def test_a_person_types_into_an_empty_entry() -> None:
    text = (
        memory_of(HELLO)
        .dump()
        .replace(f'msgid "{HELLO.source}"\nmsgstr ""', f'msgid "{HELLO.source}"\nmsgstr "Hello."')
    )
    assert load(text).lookup(HELLO).state is State.REVIEWED
    fuzzy = load(text.replace("msgctxt", "#, fuzzy\nmsgctxt"))
    assert fuzzy.lookup(HELLO).state is State.DRAFT
    assert fuzzy.lookup(HELLO).origin == ""
    fuzzy.merge([Unit(HELLO.id, "درود.")])
    assert fuzzy.lookup(Unit(HELLO.id, "درود.")).state is State.STALE


def test_a_draft_written_by_hand_gets_its_fingerprint() -> None:
    text = f'#. origin: {LLM}\n#, fuzzy\nmsgctxt "t1.1"\nmsgid "{HELLO.source}"\nmsgstr "Hello."\n'
    memory = load(text)
    assert memory.lookup(HELLO).state is State.DRAFT
    memory.merge([HELLO])
    assert f"#. pair: {fingerprint(HELLO.source, 'Hello.')}\n" in memory.dump()
    changed = Unit(HELLO.id, "درود.")
    memory.merge([changed])
    assert load(memory.dump()).lookup(changed).state is State.STALE


def test_msgmerge_marks_a_changed_source() -> None:
    text = f'#. origin: {LLM}\n#, fuzzy\n#| msgid "سلام."\nmsgctxt "t1.1"\nmsgid "{HELLO.source}"\nmsgstr "Hello."\n'
    memory = load(text)
    for _ in range(2):
        assert memory.lookup(HELLO).state is State.STALE
        memory.merge([HELLO])


def test_a_unit_that_moved_keeps_its_english(approved: Memory) -> None:
    moved = Unit("t5.1", HELLO.source)
    approved.merge([Unit("t1.1", "پرسش تازه؟"), YES, moved])
    assert approved.lookup(moved).state is State.REVIEWED
    assert approved.lookup(Unit("t1.1", "پرسش تازه؟")).state is State.MISSING
    assert [unit.id for unit in approved] == ["t1.1", "t2.1", "t5.1"]


def test_units_that_swap_their_ids(machine: Memory) -> None:
    machine.record(YES, "Yes.", ARGOS)
    units = [Unit("t2.1", HELLO.source), Unit("t1.1", YES.source)]
    machine.merge(units)
    assert [machine.lookup(unit).text for unit in units] == ["Hello.", "Yes."]
    assert {machine.lookup(unit).state for unit in units} == {State.MACHINE}


def test_what_is_gone_comes_back(approved: Memory) -> None:
    approved.merge([YES])
    text = approved.dump()
    assert f"# origin: {ARGOS}\n" in text
    assert '#~ msgstr "Hello."' in text
    memory = load(text)
    memory.merge([YES])
    assert memory.dump() == text
    memory.merge([YES, Unit("t8.1", HELLO.source)])
    found = memory.lookup(Unit("t8.1", HELLO.source))
    assert (found.text, found.state, found.by, found.origin) == ("Hello.", State.REVIEWED, "Sara", ARGOS)
    assert "#~" not in memory.dump()


def test_notes_above_what_is_gone_stay() -> None:
    text = f'#. origin: {ARGOS}\n#~ msgctxt "t1.1"\n#~ msgid "{HELLO.source}"\n#~ msgstr "Hello."\n'
    memory = load(memory_of(YES).dump() + "\n" + text)
    assert f"# origin: {ARGOS}\n#~ " in memory.dump()
    memory.merge(UNITS)
    assert memory.lookup(HELLO).origin.endswith(ARGOS)


def test_an_empty_entry_that_is_gone_leaves_nothing(machine: Memory) -> None:
    machine.merge([HELLO])
    assert "#~" not in machine.dump()


def test_unknown_comments_stay(approved: Memory) -> None:
    memory = edited(
        approved,
        ("#. origin", "# from a letter\n# origin: my notes\n#. see: page 4\n#. origin"),
        ('msgctxt "t1.1"', '#, no-wrap\nmsgctxt "t1.1"'),
        ("# English of the interview x.\n", "# A head of our own.\n"),
        ('"Language: en\\n"', '"Last-Translator: Sara\\n"\n"Language: en\\n"\n"X-Generator: Poedit 3.4\\n"'),
    )
    memory.merge([Unit(HELLO.id, "درود بر شما."), YES])
    for line in (
        "# from a letter",
        "# origin: my notes",
        "#. see: page 4",
        "#, fuzzy, no-wrap",
        "# A head of our own.",
        '"Last-Translator: Sara\\n"',
        '"X-Generator: Poedit 3.4\\n"',
    ):
        assert line in memory.dump().split("\n")


def test_a_wrapped_file_with_other_line_ends_is_the_same(machine: Memory) -> None:
    text = machine.dump().replace('msgstr "Hello."', 'msgstr ""\n"Hel"\n"lo."').replace("\n", "\r\n")
    assert load("\ufeff" + text).dump() == machine.dump()


def test_a_damaged_score_is_no_score(machine: Memory) -> None:
    assert edited(machine, ("score: -0.31", "score: good")).lookup(HELLO).score is None


def test_a_blank_translation_is_missing(machine: Memory) -> None:
    memory = edited(machine, ('msgstr "Hello."', 'msgstr " "'))
    memory.merge(UNITS)
    assert memory.lookup(HELLO).state is State.MISSING


texts = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t\r\u2028"), min_size=1)


@given(source=texts, target=texts, comment=st.booleans())
def test_every_text_survives_the_file(source: str, target: str, comment: bool) -> None:
    unit = Unit("t1.1", f"الف{source}ب")
    memory = memory_of(unit)
    memory.record(unit, f"a{target}b", ARGOS)
    if comment:
        memory.approve(unit, "Sara")
    again = load(memory.dump())
    assert again.dump() == memory.dump()
    assert again.lookup(unit) == memory.lookup(unit)
    assert again.lookup(unit).state is (State.REVIEWED if comment else State.MACHINE)
    again.merge([unit])
    assert again.dump() == memory.dump()


sources = st.sampled_from([f"بند {letter}" for letter in "ابپت"])
steps = st.lists(st.dictionaries(st.sampled_from(["t1", "t2", "t3"]), sources, max_size=3), max_size=5)


@given(steps)
def test_no_approved_text_is_ever_lost(steps: list[dict[str, str]]) -> None:
    memory = Memory("x")
    approved: set[str] = set()
    for step in steps:
        units = [Unit(name, source) for name, source in step.items()]
        memory = load(memory.dump())
        memory.merge(units)
        assert [unit.id for unit in memory] == list(step)
        for unit in units:
            found = memory.lookup(unit)
            if found.state is State.MISSING:
                memory.record(unit, f"English of {unit.source}", ARGOS)
                memory.approve(unit, "Sara")
                approved.add(f"English of {unit.source}")
            if found.state is State.REVIEWED:
                assert found.text == f"English of {unit.source}"
        assert all(text in memory.dump() for text in approved)


def test_saving(machine: Memory, tmp_path: Path) -> None:
    path = tmp_path / "translations" / "x.po"
    assert machine.save(path)
    assert path.read_text(encoding="utf-8") == machine.dump()
    assert not machine.save(path)
    assert machine.approve(HELLO, "Sara")
    assert machine.save(path)
    assert os.listdir(path.parent) == ["x.po"]  # noqa: PTH208


def test_a_full_disk_leaves_the_old_file(machine: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.po"
    machine.save(path)
    before = path.read_bytes()

    def full(file: str, data: bytes, *, flush: bool) -> None:
        Path(file).write_bytes(data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "put", full)
    machine.approve(HELLO, "Sara")
    with pytest.raises(OSError, match="No space"):
        machine.save(path)
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["x.po"]


def test_reading(machine: Memory, tmp_path: Path) -> None:
    machine.save(tmp_path / "x.po")
    memory, problems = collected(read_memory, tmp_path, "x.po")
    assert problems == []
    assert memory is not None
    assert (memory.name, memory.dump()) == ("x", machine.dump())


def test_reading_what_is_not_there(tmp_path: Path) -> None:
    memory, problems = collected(read_memory, tmp_path, "x.po")
    assert memory is not None
    assert (list(memory), problems) == ([], [])


def test_reading_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "x.po").mkdir()
    memory, problems = collected(read_memory, tmp_path, "x.po")
    assert memory is None
    assert [problem.code for problem in problems] == ["S002"]


def test_reading_another_charset(tmp_path: Path) -> None:
    (tmp_path / "x.po").write_bytes('# one\nmsgid "سلام"\n'.encode("cp1256"))
    memory, problems = collected(read_memory, tmp_path, "x.po")
    assert memory is None
    assert [(problem.line, problem.code) for problem in problems] == [(2, "S001")]


def test_bytes_give_the_memory_that_the_file_gives(machine: Memory, tmp_path: Path) -> None:
    for data in (machine.dump().encode(), b"", b"\xff", b"?", b"\xef\xbb\xbf" + machine.dump().encode()):
        (tmp_path / "x.po").write_bytes(data)
        (one, found), (other, faults) = collected(of, "x.po", data), collected(read_memory, tmp_path, "x.po")
        assert found == faults
        assert (one and (one.name, one.dump())) == (other and (other.name, other.dump()))


def test_no_bytes_give_an_empty_memory_and_bad_ones_none() -> None:
    memory, problems = collected(of, "content/translations/en/x.po", None)
    assert memory is not None
    assert (memory.name, list(memory), problems) == ("x", [], [])
    for data, code in ((b"\xff", "S001"), (b"?", "M001")):
        found, problems = collected(of, "x.po", data)
        assert (found, [problem.code for problem in problems]) == (None, [code])


def test_a_text_that_moved_takes_what_is_in_use_before_what_is_obsolete(approved: Memory) -> None:
    obsolete = f'\n#~ msgctxt "t9.1"\n#~ msgid "{HELLO.source}"\n#~ msgstr "An old draft."\n'
    header, separator, entries = approved.dump().partition("\n\n")
    for text in (approved.dump() + obsolete, f"{header}\n{obsolete}{separator.strip()}\n{entries}"):
        memory = load(text)
        moved = Unit("t5.1", HELLO.source)
        memory.merge([moved, YES])
        found = memory.lookup(moved)
        assert (found.text, found.state, found.by) == ("Hello.", State.REVIEWED, "Sara")


def both(tmp_path: Path) -> tuple[Path, Memory]:
    """A memory on the disk with two machine texts, as a command has read it."""
    made = memory_of(*UNITS)
    made.record(HELLO, "Hello.", ARGOS)
    made.record(YES, "Yes.", ARGOS)
    made.save(tmp_path / "x.po")
    memory, problems = collected(read_memory, tmp_path, "x.po")
    assert memory is not None
    assert problems == []
    memory.merge(UNITS)
    return tmp_path / "x.po", memory


def saved(file: Path, *changes: tuple[str, str]) -> None:
    """What a person saves in an editor."""
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def found_in(file: Path, unit: Unit) -> tuple[str, State]:
    memory, problems = collected(read_memory, file.parent, file.name)
    assert memory is not None
    assert problems == []
    known = memory.lookup(unit)
    return known.text, known.state


def test_what_a_person_saves_meanwhile_wins(tmp_path: Path) -> None:
    file, memory = both(tmp_path)
    saved(file, ('#, fuzzy\nmsgctxt "t2.1"', 'msgctxt "t2.1"'), ('"Yes."', '"Yes, indeed."'))
    memory.replace(HELLO, "Good day.", "engine: other")
    assert memory.save(file)
    assert found_in(file, YES) == ("Yes, indeed.", State.REVIEWED)
    assert found_in(file, HELLO) == ("Good day.", State.MACHINE)
    assert memory.taken == {"t2.1"}
    assert not memory.save(file)


def test_what_is_saved_meanwhile_is_known_of_a_memory_that_no_interview_has(tmp_path: Path) -> None:
    file, _ = both(tmp_path)
    memory, _ = collected(read_memory, tmp_path, "x.po")
    assert memory is not None
    saved(file, ('"Yes."', '"Yes, indeed."'))
    assert memory.approve(HELLO, "Sara")
    assert memory.save(file)
    assert memory.lookup(YES).text == "Yes, indeed."


def test_both_sides_of_one_entry(tmp_path: Path) -> None:
    file, memory = both(tmp_path)
    saved(file, ('"Hello."', '"Peace be upon you."'))
    memory.replace(HELLO, "Good day.", "engine: other")
    assert memory.approve(YES, "Sara")
    memory.save(file)
    assert found_in(file, HELLO)[0] == "Peace be upon you."
    assert found_in(file, YES) == ("Yes.", State.REVIEWED)


def test_comments_and_the_head_that_are_saved_meanwhile_are_kept(tmp_path: Path) -> None:
    file, memory = both(tmp_path)
    saved(
        file,
        ("# English of", "# Mina reads this.\n# English of"),
        ('"Language: en', '"Last-Translator: Mina\\n"\n"Language: en'),
    )
    memory.replace(HELLO, "Good day.", "engine: other")
    memory.save(file)
    text = file.read_text(encoding="utf-8")
    assert "# Mina reads this.\n" in text
    assert '"Last-Translator: Mina\\n"' in text
    assert '"X-Entries: 2\\n"' in text


def test_an_entry_that_somebody_adds_meanwhile_stays(tmp_path: Path) -> None:
    file, memory = both(tmp_path)
    entry = '\nmsgctxt "t9.1"\nmsgid "نه."\nmsgstr "No."\n'
    file.write_text(file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    memory.replace(HELLO, "Good day.", "engine: other")
    memory.save(file)
    assert '#~ msgstr "No."' in file.read_text(encoding="utf-8")


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    memory = memory_of(*UNITS)
    memory.record(HELLO, "Hello.", ARGOS)
    both(tmp_path)
    saved(tmp_path / "x.po", ('"Yes."', '"Aye."'))
    memory.save(tmp_path / "x.po")
    assert found_in(tmp_path / "x.po", YES)[0] == "Aye."


def test_a_file_that_goes_meanwhile_comes_back(tmp_path: Path) -> None:
    file, memory = both(tmp_path)
    file.unlink()
    assert memory.save(file)
    assert found_in(file, HELLO)[0] == "Hello."


@pytest.mark.parametrize("left", [b"", b'msgid ""\nmsgstr "', b"\xff\xfe", b"<<<<<<< HEAD\n"])
def test_a_file_that_is_half_written_is_left_as_it_is(
    left: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_module, "_PATIENCE", (0.0,))
    file, memory = both(tmp_path)
    file.write_bytes(left)
    with pytest.raises(files.ChangedError):
        memory.save(file)
    assert file.read_bytes() == left


def test_a_file_that_somebody_writes_is_tried_for_less_than_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, memory = both(tmp_path)
    file.write_bytes(b"")
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    with pytest.raises(files.ChangedError):
        memory.save(file)
    assert waited == [0.05, 0.1, 0.2, 0.4]


def test_a_file_that_is_half_written_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, memory = both(tmp_path)
    whole = file.read_bytes().replace(b'"Yes."', b'"Aye."')
    file.write_bytes(whole[:200])
    monkeypatch.setattr(time, "sleep", lambda _: file.write_bytes(whole))
    memory.replace(HELLO, "Good day.", "engine: other")
    assert memory.save(file)
    assert found_in(file, YES)[0] == "Aye."
    assert found_in(file, HELLO)[0] == "Good day."


def test_a_save_in_the_very_moment_of_ours_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, memory = both(tmp_path)
    memory.replace(HELLO, "Good day.", "engine: other")
    put, pending = files.put, [('"Yes."', '"Aye."')]

    def late(part: str, data: bytes, *, flush: bool = False) -> None:
        put(part, data, flush=flush)
        if pending:
            saved(file, pending.pop())

    monkeypatch.setattr(files, "put", late)
    assert memory.save(file)
    assert found_in(file, YES)[0] == "Aye."
    assert found_in(file, HELLO)[0] == "Good day."


def test_somebody_who_writes_without_end_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, memory = both(tmp_path)
    memory.replace(HELLO, "Good day.", "engine: other")
    monkeypatch.setattr(memory_module, "_PATIENCE", (0.0, 0.0))
    put, count = files.put, iter(range(99))

    def late(part: str, data: bytes, *, flush: bool = False) -> None:
        put(part, data, flush=flush)
        file.write_text(f"{file.read_text(encoding='utf-8')}\n# {next(count)}\n", encoding="utf-8")

    monkeypatch.setattr(files, "put", late)
    with pytest.raises(files.ChangedError):
        memory.save(file)
    assert found_in(file, HELLO)[0] == "Hello."


WHOLE = memory_of(*(Unit(f"t{number}.1", f"بند {number}\nو سطری دیگر") for number in range(1, 6))).dump()
LINES = WHOLE.splitlines(keepends=True)


@pytest.mark.parametrize("end", range(9, len(LINES)))
def test_a_file_that_was_cut_is_noticed_wherever_it_was(end: int) -> None:
    memory, problems = collected(parse, "".join(LINES[:end]), "x.po")
    assert memory is None
    assert {problem.code for problem in problems} <= {"M001", "M012"}


def test_a_file_that_lost_an_entry_says_how_many_it_had() -> None:
    memory, (problem,) = collected(parse, WHOLE.replace("X-Entries: 5", "X-Entries: 7"), "x.po")
    assert memory is None
    assert (problem.code, problem.line) == ("M012", 8)
    assert "5 entries" in problem.message
    assert "7" in problem.message


@pytest.mark.parametrize("said", ["4", "5", "0", "", "many", "-1"])
def test_more_entries_than_the_head_says_are_welcome(said: str) -> None:
    assert load(WHOLE.replace("X-Entries: 5", f"X-Entries: {said}")) is not None


def test_a_file_of_another_program_need_not_say_it() -> None:
    assert load(WHOLE.replace('"X-Entries: 5\\n"\n', "")) is not None


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_an_empty_file_is_no_memory(text: str) -> None:
    memory, (problem,) = collected(parse, text, "x.po")
    assert (memory, problem.code) == (None, "M001")
    assert "empty" in problem.message


@pytest.mark.parametrize(
    "tail", ['msgctxt "t9.1"', 'msgctxt "t9.1"\nmsgid "نه."', 'msgctxt "t9.1"\nmsgid ""\n"نه."', 'msgid "x"']
)
def test_a_file_that_ends_inside_an_entry_is_no_memory(tail: str) -> None:
    memory, problems = collected(parse, f"{WHOLE}\n{tail}\n", "x.po")
    assert memory is None
    assert "M001" in {problem.code for problem in problems}


HEAD = (
    'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Last-Translator: Omid <omid@example.org>\\n"\n'
    '"PO-Revision-Date: {} 10:00+0330\\n"\n\n'
)


def saved_by_an_editor(found: Memory, day: str, *changes: tuple[str, str]) -> Memory:
    """Return a memory as an editor that says who saved it leaves it."""
    text = HEAD.format(day) + found.dump().partition("\n\n")[2]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return read(text)


def read(text: str) -> Memory:
    found, problems = collected(parse, text, "content/translations/en/azar.po")
    assert problems == []
    assert found is not None
    return found


def test_an_improved_approval_is_one_of_who_saved_it_before_and_after_the_memory_is_brought_in_step() -> None:
    unit = Unit("t1.1", "باغ بزرگ است.")
    found = Memory("azar")
    found.merge([unit])
    found.record(unit, "The garden is large.", "argos translate-fa_en 1.5")
    found.approve(unit, "Sara", "2026-11-20")
    improved = saved_by_an_editor(found, "2026-11-27", ("large", "vast"))
    for _ in range(2):
        now = improved.lookup(unit)
        assert (now.text, now.state, now.by, now.day) == ("The garden is vast.", State.REVIEWED, "Omid", "2026-11-27")
        improved.merge([unit])
        improved = read(improved.dump())
    later = read(improved.dump().replace("vast", "wide"))
    assert later.lookup(unit).state is State.STALE, "a save that was taken account of says nothing of later changes"


def test_who_vouches_for_a_file_approves_what_was_improved_in_it(approved: Memory) -> None:
    memory = edited(approved, ('"Hello."', '"Hello to you."'))
    assert memory.lookup(HELLO).state is State.STALE
    memory.vouch(Reviewer("Omid", "2026-11-27"))
    now = memory.lookup(HELLO)
    assert (now.text, now.state, now.by, now.day) == ("Hello to you.", State.REVIEWED, "Omid", "2026-11-27")
