from __future__ import annotations

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.memory import entry as entries
from goftogu.translation.memory import obsolete
from goftogu.translation.memory.approval import EditorSave
from goftogu.translation.memory.entry import NOTHING, State, Translation, judge, notes
from goftogu.translation.memory.keys import fingerprint

FA, EN = "باغ بزرگ است.", "The garden is large."
PAIR = fingerprint(FA, EN)
ARGOS = "argos translate-fa_en 1.5"
DRAFT = "draft: language model"


def made(comment: str = "", *, fuzzy: bool = True, source: str = FA, text: str = EN, **more: object) -> polib.POEntry:
    entry = polib.POEntry(msgctxt="t1.1", msgid=source, msgstr=text, comment=comment, **more)
    entry.flags = ["fuzzy"] if fuzzy else []
    return entry


def test_notes_are_lines_with_known_names() -> None:
    entry = made(f"origin: {ARGOS}\nscore:  -0.31 \nA word: of a person\nwas-approved: x by y\norigin")
    assert notes(entry) == {"origin": ARGOS, "score": "-0.31", "was-approved": "x by y"}
    assert notes(made()) == {}


def test_notes_keep_their_order_and_leave_other_comments_alone() -> None:
    entry = made("seen by Sara\nflags: loop\nscore: -1\nask again")
    entries.annotate(entry, origin=DRAFT, was_approved="x", score=None)
    assert entry.comment == f"seen by Sara\nask again\norigin: {DRAFT}\nflags: loop\nwas-approved: x"
    entries.annotate(entry, flags="", was_approved=None, origin=None)
    assert entry.comment == "seen by Sara\nask again"


NOTED = st.dictionaries(
    st.sampled_from("origin score flags terms from pair approved was_approved".split()), st.text("abc: -.", min_size=1)
)


@given(NOTED)
def test_what_is_noted_is_read_again(values: dict[str, str]) -> None:
    entry = made("a comment")
    entries.annotate(entry, **values)
    assert notes(entry) == {name.replace("_", "-"): value.strip() for name, value in values.items()}
    assert entry.comment.startswith("a comment")


def test_fuzzy_is_said_once_and_other_flags_stay() -> None:
    entry = made()
    entry.flags = ["no-wrap", "fuzzy", "fuzzy"]
    entries.mark_fuzzy(entry, fuzzy=True)
    assert entry.flags == ["fuzzy", "no-wrap"]
    entries.mark_fuzzy(entry, fuzzy=False)
    assert entry.flags == ["no-wrap"]


def test_what_is_retired_comes_back_as_it_was() -> None:
    entry = made(f"origin: {ARGOS}\npair: {PAIR}", tcomment="A person says:\norigin is doubtful", previous_msgid="x")
    obsolete.retire(entry)
    assert (entry.obsolete, entry.comment, entry.previous_msgid) == (True, "", None)
    kept = '#~| msgid "x"'
    assert entry.tcomment == f"A person says:\norigin is doubtful\norigin: {ARGOS}\npair: {PAIR}\n{kept}"
    obsolete.revive(entry)
    assert entry.previous_msgid == "x"
    assert (entry.obsolete, entry.comment) == (False, f"origin: {ARGOS}\npair: {PAIR}")
    assert entry.tcomment == "A person says:\norigin is doubtful"


@pytest.mark.parametrize(
    ("comment", "fuzzy", "state", "by"),
    [
        (f"origin: {ARGOS}\npair: {PAIR}", True, State.MACHINE, None),
        ("origin: engine: house 1.0", True, State.MACHINE, None),
        (f"origin: {DRAFT}", True, State.DRAFT, None),
        ("", True, State.DRAFT, None),
        ("", False, State.REVIEWED, ""),
        (f"approved: {PAIR} by Sara", False, State.REVIEWED, "Sara"),
        (f"approved: {PAIR}", False, State.REVIEWED, ""),
        (f"origin: {ARGOS}\napproved: {PAIR} by Sara", True, State.MACHINE, None),
        (f"was-approved: {PAIR} by Sara", True, State.STALE, "Sara"),
    ],
)
def test_the_state_follows_from_the_notes(comment: str, fuzzy: bool, state: State, by: str | None) -> None:
    found = judge(made(comment, fuzzy=fuzzy), FA)
    assert (found.text, found.state, found.by) == (EN, state, by)


OTHER_TEXT, OTHER_SOURCE = fingerprint(FA, "Another."), fingerprint("دریا.", EN)


@pytest.mark.parametrize(
    ("comment", "source", "flags", "by"),
    [
        (f"approved: {OTHER_TEXT} by Sara", FA, ("text-changed",), "Sara"),
        (f"approved: {OTHER_SOURCE} by Sara", FA, ("source-changed",), "Sara"),
        (f"was-approved: {OTHER_TEXT} by Sara", FA, ("text-changed",), "Sara"),
        (f"origin: {ARGOS}\npair: {OTHER_SOURCE}", FA, ("source-changed",), None),
        (f"origin: {ARGOS}\npair: {PAIR}", "دریا آرام است.", ("source-changed",), None),
        (f"approved: {PAIR} by Sara", "دریا آرام است.", ("source-changed",), "Sara"),
    ],
)
def test_what_no_longer_fits_is_stale_and_says_why(
    comment: str, source: str, flags: tuple[str, ...], by: str | None
) -> None:
    found = judge(made(comment), source)
    assert (found.state, found.flags, found.by) == (State.STALE, flags, by)


def test_an_approval_that_does_not_fit_reviews_nothing() -> None:
    assert judge(made(f"approved: {OTHER_TEXT} by Sara", fuzzy=False), FA).state is State.STALE
    assert judge(made(fuzzy=False, source="دریا."), FA).state is State.STALE


def test_half_spaces_and_arabic_letters_change_no_source() -> None:
    there = made(f"approved: {fingerprint('كتابهاي ما', EN)} by Sara", fuzzy=False, source="كتابهاي ما")
    assert judge(there, "کتاب‌های ما").state is State.REVIEWED


def test_without_a_text_there_is_nothing() -> None:
    assert judge(made(f"approved: {PAIR} by Sara", fuzzy=False, text=" \n"), FA) == NOTHING
    assert Translation("", State.MISSING, "") == NOTHING


@pytest.mark.parametrize(
    ("comment", "origin"),
    [
        (f"origin: {ARGOS}\npair: {PAIR}", ARGOS),
        (f"origin: {ARGOS}", ARGOS),
        (f"origin: {ARGOS}\npair: {OTHER_SOURCE}", ARGOS),
        (f"origin: {ARGOS}\npair: {OTHER_TEXT}", f"edited: {ARGOS}"),
        (f"origin: edited: {ARGOS}\npair: {OTHER_TEXT}", f"edited: {ARGOS}"),
        (f"pair: {OTHER_TEXT}", ""),
    ],
)
def test_who_made_a_text_that_a_person_has_changed(comment: str, origin: str) -> None:
    assert judge(made(comment), FA).origin == origin


@pytest.mark.parametrize(
    ("comment", "score", "flags"),
    [
        ("score: -0.5\nflags: loop,cut-off,  length", -0.5, ("cut-off",)),
        ("score: high", None, ()),
        ("flags: ", None, ()),
        ("flags: loop, number", None, ()),
    ],
)
def test_the_score_is_read_and_of_the_flags_what_only_the_engine_knows(
    comment: str, score: float | None, flags: tuple[str, ...]
) -> None:
    found = judge(made(comment), FA)
    assert (found.score, found.flags) == (score, flags)


def test_what_a_person_accepts_in_an_editor_is_sealed() -> None:
    entry = made(f"origin: {ARGOS}", fuzzy=False)
    entries.settle(entry)
    assert notes(entry) == {"origin": ARGOS, "approved": PAIR}
    entries.approve(entry, "Sara")
    assert notes(entry)["approved"] == f"{PAIR} by Sara"


def test_an_approval_is_withdrawn_and_comes_back_with_its_pair() -> None:
    entry = made(fuzzy=False)
    entries.approve(entry, "Sara")
    entry.msgstr = "The garden is big."
    entries.settle(entry)
    assert (entry.fuzzy, notes(entry)) == (True, {"was-approved": f"{PAIR} by Sara"})
    entries.settle(entry)
    assert notes(entry) == {"was-approved": f"{PAIR} by Sara"}
    entry.msgstr, entry.previous_msgid = EN, "باغ"
    entries.settle(entry)
    assert (entry.fuzzy, notes(entry)) == (False, {"approved": f"{PAIR} by Sara"})
    assert entry.previous_msgid is None


def test_who_marks_an_approved_pair_fuzzy_takes_the_approval_back() -> None:
    entry = made(f"origin: {DRAFT}\napproved: {PAIR} by Sara")
    entries.settle(entry)
    assert notes(entry) == {"origin": DRAFT}
    assert judge(entry, FA).state is State.DRAFT


def test_a_text_of_an_engine_gets_a_fingerprint_unless_its_source_has_moved() -> None:
    fresh, moved, own = made(f"origin: {ARGOS}"), made(f"origin: {ARGOS}", previous_msgid="دریا."), made()
    for entry in (fresh, moved, own):
        entries.settle(entry)
    assert notes(fresh) == {"origin": ARGOS, "pair": PAIR}
    assert notes(moved) == {"origin": ARGOS}
    assert notes(own) == {}
    assert judge(moved, FA).flags == ("source-changed",)


def test_an_entry_without_text_is_left_alone() -> None:
    entry = made(fuzzy=False, text=" ")
    entries.settle(entry)
    assert (entry.comment, entry.fuzzy) == ("", False)


POEDIT = EditorSave(is_new=True, by="Omid", day="2026-11-27")
BEFORE = f"{PAIR} 2026-11-20 by Sara"


def improved(note: str = BEFORE) -> polib.POEntry:
    return made(f"approved: {note}", text="The garden is vast.", fuzzy=False)


def test_what_was_approved_and_then_improved_in_an_editor_is_approved_by_who_saved_it() -> None:
    entry = improved()
    found = judge(entry, FA, POEDIT)
    assert (found.state, found.by, found.day, found.flags) == (State.REVIEWED, "Omid", "2026-11-27", ())
    entries.settle(entry, POEDIT)
    assert notes(entry) == {"approved": f"{fingerprint(FA, entry.msgstr)} 2026-11-27 by Omid"}
    assert judge(entry, FA) == found


@pytest.mark.parametrize(
    ("entry", "saved"),
    [
        (improved(), EditorSave(by="Omid", day="2026-11-27")),
        (improved(), EditorSave(is_new=True, by="Omid", day="2026-11-19")),
        (improved(f"{OTHER_SOURCE} 2026-11-20 by Sara"), POEDIT),
        (made(f"approved: {BEFORE}", text="The garden is vast."), POEDIT),
    ],
)
def test_without_a_later_save_of_the_same_persian_nobody_has_approved_it(
    entry: polib.POEntry, saved: EditorSave
) -> None:
    assert judge(entry, FA, saved).state is State.STALE
    entries.settle(entry, saved)
    assert (entry.fuzzy, "approved" in notes(entry)) == (True, False)


def test_who_clears_a_mark_in_an_editor_is_named_and_who_approved_before_is_not_replaced() -> None:
    fresh, same = made(f"origin: {ARGOS}", fuzzy=False), made(f"approved: {BEFORE}", fuzzy=False)
    for entry in (fresh, same):
        entries.settle(entry, POEDIT)
    assert notes(fresh)["approved"] == f"{PAIR} 2026-11-27 by Omid"
    assert notes(same)["approved"] == BEFORE


def test_an_approval_that_had_been_withdrawn_comes_back_when_its_pair_does() -> None:
    entry = made(f"was-approved: {BEFORE}", fuzzy=False)
    assert judge(entry, FA, POEDIT).by == "Sara"
    entries.settle(entry, POEDIT)
    assert notes(entry) == {"approved": BEFORE}


def test_who_reads_what_went_stale_again_is_named() -> None:
    entry = made(f"was-approved: {OTHER_TEXT} 2026-11-20 by Sara", fuzzy=False)
    entries.settle(entry, POEDIT)
    assert notes(entry) == {"approved": f"{PAIR} 2026-11-27 by Omid"}
