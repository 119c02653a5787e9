"""PO files of the usual form: what is read of them without polib is what polib reads."""

from __future__ import annotations

from unittest.mock import patch

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.problems import Problems
from goftogu.translation.memory import po, regular

HEAD = '# English of one.\nmsgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
ENTRY = '\nmsgctxt "t1.1"\nmsgid "کتاب خوبی بود"\nmsgstr "It was a good book"\n'

USUAL = {
    "no entry": HEAD,
    "one entry": HEAD + ENTRY,
    "no comment above": HEAD.partition("\n")[2] + ENTRY,
    "no line break at the end": (HEAD + ENTRY).rstrip(),
    "blank lines at the end": HEAD + ENTRY + "\n\n",
    "more blank lines between": HEAD + "\n\n" + ENTRY + "\n\n" + ENTRY.replace("t1", "t2"),
    "all that an entry may have": HEAD
    + "\n# by hand: see t4\n# and p. 3\n#. origin: x\n#. pair: y\n#, fuzzy, no-wrap\n"
    + '#| msgid ""\n#| "the \\"old\\" "\n#| "text"\n'
    + ENTRY.lstrip(),
    "texts of several lines": HEAD + ENTRY.replace('"It', '""\n"one\\n"\n"two\\t"\n"It'),
    "escapes": HEAD + ENTRY.replace("good", r"\"good\" \\n C:\\new\\table \q"),
    "an empty text": HEAD + ENTRY.replace("It was a good book", ""),
    "ids that occur twice": HEAD + ENTRY + ENTRY,
}

OTHER = {
    "nothing": "",
    "no head": ENTRY.lstrip(),
    "a retired entry": HEAD + ENTRY + '\n#~ msgctxt "t2.1"\n#~ msgid "a"\n#~ msgstr "b"\n',
    "flags before notes": HEAD + "\n#, fuzzy\n#. origin: x\n" + ENTRY.lstrip(),
    "a blank at the end of a line": HEAD + ENTRY.replace("msgid", "# note \nmsgid"),
    "a no-break space at the end of a note": HEAD + "\n#. origin: x\u00a0\n" + ENTRY.lstrip(),
    "an entry without id": HEAD + ENTRY.replace('msgctxt "t1.1"\n', ""),
    "places": HEAD + "\n#: page.html:3\n" + ENTRY.lstrip(),
    "no blank line between": HEAD + ENTRY.lstrip(),
    "a comment at the end": HEAD + ENTRY + "\n# the end\n",
    "a quotation mark inside": HEAD + ENTRY.replace("good", '"good"'),
    "an open quotation mark": HEAD + ENTRY.replace('book"', "book"),
    "a head that is commented in part": HEAD.replace('"Language', '# x\n"Language') + ENTRY,
    "a comment that resembles a mark": HEAD.replace("# English", "# , English") + ENTRY,
}


def _by_polib(text: str) -> polib.POFile | None:
    with patch.object(regular, "read_regular", return_value=None):
        return po.read_po(text, "x.po", Problems())


def _assert_same(found: polib.POFile, expected: polib.POFile | None) -> None:
    assert expected is not None
    assert [vars(entry) for entry in found] == [vars(entry) for entry in expected]
    names = ("header", "metadata", "wrapwidth", "encoding", "check_for_duplicates")
    assert [getattr(found, name) for name in names] == [getattr(expected, name) for name in names]
    assert bool(found.metadata_is_fuzzy) == bool(expected.metadata_is_fuzzy)
    assert str(found) == str(expected)


@pytest.mark.parametrize("text", USUAL.values(), ids=USUAL)
def test_the_usual_form_is_read_as_polib_reads_it(text: str) -> None:
    found = regular.read_regular(text)
    assert found is not None
    _assert_same(found, _by_polib(text))


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_any_other_form_is_left_to_polib(text: str) -> None:
    assert regular.read_regular(text) is None


def test_entries_know_their_lines() -> None:
    found = regular.read_regular(HEAD + ENTRY + "\n\n#. origin: x" + ENTRY)
    assert found is not None
    assert [entry.linenum for entry in found] == [7, 12]


def test_what_this_program_writes_is_of_the_usual_form() -> None:
    file = polib.POFile(wrapwidth=0)
    file.metadata = {"Language": "en", "Content-Type": "text/plain; charset=UTF-8"}
    file.append(
        polib.POEntry(msgctxt="t1.1", msgid="الف\n\nب", msgstr='"a"\n\tb', comment="origin: x", flags=["fuzzy"])
    )
    assert regular.read_regular(str(file).removeprefix("#\n")) is not None


_PIECES = [
    "\n",
    '"',
    "\\",
    "# note\n",
    "#. a: b\n",
    "#, fuzzy\n",
    '#| msgid "old"\n',
    '#| "older"\n',
    '"more\\n"\n',
    "#~ ",
]
_MORE = [" ", "\t", "\u00a0", 'msgid "k"\n', 'msgstr "k"\n', 'msgctxt "v"\n', "#: a:1\n", "\u2028", "charset=x", "#\n"]
_WHOLE = USUAL["all that an entry may have"] + ENTRY.replace("t1", "t2")


@given(
    st.lists(st.tuples(st.integers(0, len(_WHOLE)), st.integers(0, 20), st.sampled_from(_PIECES + _MORE)), max_size=3)
)
def test_a_damaged_file_is_read_as_polib_reads_it(cuts: list[tuple[int, int, str]]) -> None:
    text = _WHOLE
    for place, length, piece in cuts:
        text = text[:place] + piece + text[place + length :]
    found = po.read_po(text, "x.po", Problems())
    expected = _by_polib(text)
    assert (found is None) == (expected is None)
    if found is not None:
        _assert_same(found, expected)
