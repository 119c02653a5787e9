"""The earlier Persian of obsolete entries goes through a memory unharmed."""

from __future__ import annotations

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.problems import Problems
from goftogu.translation.memory import obsolete, previous
from goftogu.translation.memory.keys import tidy
from goftogu.translation.memory.memory import Memory, Unit
from goftogu.translation.memory.reading import parse

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
ONE = """\
# a note of mine
# origin: human
#, fuzzy
#~| msgid "چاه"
#~ msgctxt "t9.1"
#~ msgid "چاه آب"
#~ msgstr "well"
"""
LONG = '#, fuzzy\n#~| msgid ""\n#~| "یک "\n#~| "\\"دو\\""\n#~ msgctxt "t9.1"\n#~ msgid "x"\n#~ msgstr "y"\n'


def read(text: str) -> Memory:
    problems = Problems()
    memory = parse(f"{HEAD}\n{text}", "content/translations/en/river.po", problems)
    assert list(problems) == []
    assert memory is not None
    return memory


@pytest.mark.parametrize("text", [ONE, LONG, ONE.replace("# a note of mine\n", ""), f"{ONE}\n{LONG}"])
def test_the_lines_stay_where_they_are(text: str) -> None:
    memory = read(text)
    dumped = memory.dump()
    assert dumped.endswith(f"\n{text}")
    again = parse(dumped, "content/translations/en/river.po", Problems())
    assert again is not None
    assert again.dump() == dumped


def test_a_file_without_such_lines_stays_as_it_is() -> None:
    text = '# about #~| msgid "x"\nmsgctxt "t1.1"\nmsgid "a"\nmsgstr "b"\n'
    assert previous.hidden(text) == text
    assert previous.shown(text) == text


def test_what_becomes_obsolete_keeps_its_earlier_persian_and_gets_it_back() -> None:
    memory = read('#, fuzzy\n#| msgid "چاه"\nmsgctxt "t1.1"\nmsgid "چاه آب"\nmsgstr "well"\n')
    memory.merge([Unit("t2.1", "نان")])
    dumped = memory.dump()
    assert '#, fuzzy\n#~| msgid "چاه"\n#~ msgctxt "t1.1"\n' in dumped
    back = parse(dumped, "content/translations/en/river.po", Problems())
    assert back is not None
    back.merge([Unit("t1.1", "چاه آب")])
    assert '#| msgid "چاه"\nmsgctxt "t1.1"\n' in back.dump()
    assert "#~" not in back.dump()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1))
def test_any_text_comes_back(text: str) -> None:
    persian = tidy(text)
    entry = polib.POEntry(msgctxt="t1.1", msgid="آب", msgstr="water", previous_msgid=persian, tcomment="mine")
    obsolete.retire(entry)
    assert entry.tcomment.splitlines()[-1] != "mine"
    obsolete.revive(entry)
    assert (entry.previous_msgid, entry.tcomment) == (persian, "mine")


def test_lines_of_several_texts_are_one_and_damaged_ones_none() -> None:
    entry = polib.POEntry(msgid="x", tcomment='mine\n#~| msgid ""\n#~| "a "\n#~| "b"\nours')
    previous.bring_back(entry)
    assert str(entry.previous_msgid) == "a b"
    assert entry.tcomment == "mine\nours"
    other = polib.POEntry(msgid="x", tcomment="#~| msgctxt damaged")
    previous.bring_back(other)
    assert other.previous_msgid is None
    assert other.tcomment == ""
