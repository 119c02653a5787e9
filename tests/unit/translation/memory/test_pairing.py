"""Which entry a paragraph gets: by its text, else by its id, and what becomes of an entry that it adopts."""

from __future__ import annotations

import polib

from goftogu.translation.memory import obsolete
from goftogu.translation.memory.memory import Unit
from goftogu.translation.memory.pairing import Pool, adopt


def entry(name: str, source: str, target: str = "Yes.", *, gone: bool = False) -> polib.POEntry:
    made = polib.POEntry(msgctxt=name, msgid=source, msgstr=target)
    if gone:
        obsolete.retire(made)
    return made


def test_the_same_text_is_taken_once_and_first_from_what_is_in_use() -> None:
    old, used = entry("t1.1", "بله.", gone=True), entry("t2.1", "بله.")
    pool = Pool([old, used])
    wanted = Unit("t9.1", "بله.")
    assert [pool.take_text(wanted), pool.take_text(wanted), pool.take_text(wanted)] == [used, old, None]
    assert pool.rest() == []


def test_an_entry_without_english_is_found_by_its_id_alone() -> None:
    empty = entry("t1.1", "بله.", "")
    pool = Pool([empty])
    assert pool.take_text(Unit("t1.1", "بله.")) is None
    assert pool.take_id(Unit("t2.1", "نه.")) is None
    assert pool.take_id(Unit("t1.1", "نه.")) is empty
    assert pool.take_id(Unit("t1.1", "نه.")) is None


def test_what_is_obsolete_has_no_id_any_more() -> None:
    assert Pool([entry("t1.1", "بله.", gone=True)]).take_id(Unit("t1.1", "نه.")) is None


def test_whose_english_others_have_is_not_found_by_its_id() -> None:
    spent, free = entry("t1.1", "بله."), entry("t2.1", "نه.")
    pool = Pool([spent, free])
    pool.spend([spent])
    assert pool.take_id(Unit("t1.1", "آب")) is None
    assert pool.take_id(Unit("t2.1", "آب")) is free
    assert pool.rest() == [spent]


def test_a_paragraph_without_an_entry_gets_an_empty_one() -> None:
    made = adopt(None, Unit("t1.1", " بله. آری. "))
    assert (made.msgctxt, made.msgid, made.msgstr, made.flags) == ("t1.1", "بله. آری.", "", [])


def test_english_of_another_wording_keeps_the_first_one_and_waits_for_a_person() -> None:
    made = adopt(entry("t1.1", "بله."), Unit("t2.1", "نه."))
    assert (made.msgctxt, made.msgid, made.previous_msgid, made.fuzzy) == ("t2.1", "نه.", "بله.", True)
    assert adopt(made, Unit("t2.1", "هرگز.")).previous_msgid == "بله."
    empty = adopt(entry("t1.1", "بله.", ""), Unit("t1.1", "نه."))
    assert (empty.msgid, empty.previous_msgid, empty.fuzzy) == ("نه.", None, False)


def test_what_comes_back_is_in_use_again_and_its_later_changes_are_noticed() -> None:
    old = entry("t1.1", "بله.")
    old.comment, old.flags = "origin: argos x", ["fuzzy"]
    obsolete.retire(old)
    made = adopt(old, Unit("t1.1", "بله."))
    assert not made.obsolete
    assert made.comment.startswith("origin: argos x\npair: ")
    assert made.tcomment == ""
