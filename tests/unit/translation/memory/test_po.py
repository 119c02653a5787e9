from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.translation.memory import po
from tests.collecting import collected

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRY = 'msgctxt "t1"\nmsgid "سلام"\nmsgstr "Hello"\n'
GONE = '#~ msgctxt "t1"\n#~ msgid "a"\n#~ msgstr "b"\n'

FAULTS = {
    "an open quotation mark": (HEADER + 'msgctxt "t1"\nmsgid "سلام\nmsgstr "Hello"\n', 5, 12, "M001"),
    "no quotation mark": (HEADER + 'msgctxt "t1"\nmsgid سلام\nmsgstr "Hello"\n', 5, 7, "M001"),
    "a quotation mark inside": (HEADER + 'msgctxt "t1"\nmsgid "a"\nmsgstr "say "hi" now"\n', 6, 14, "M001"),
    "a merge conflict": (HEADER + "<<<<<<< HEAD\n" + ENTRY, 4, 1, "M001"),
    "a broken old text": (HEADER + '#| msgid "a\n' + ENTRY, 4, 12, "M001"),
    "a broken obsolete text": (HEADER + '#~ msgid a\n#~ msgstr ""\n', 4, 10, "M001"),
    "text without keyword": (HEADER + '# note\n"stray"\n' + ENTRY, 5, 1, "M001"),
    "keywords out of order": (HEADER + 'msgstr "Hello"\nmsgctxt "t1"\nmsgid "a"\nmsgctxt "t2"\n', 4, 1, "M001"),
    "a comment instead of msgstr": (HEADER + 'msgctxt "t0"\nmsgid "a"\n# lost\n' + ENTRY, 0, 0, "M001"),
    "another charset": (HEADER.replace("UTF-8", "windows-1256") + ENTRY, 2, 43, "M002"),
    "another charset in a file of our form": (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=windows-1256\\n"\n\n' + ENTRY,
        3,
        36,
        "M002",
    ),
    "another charset below an empty line": (
        "\n" + HEADER.replace("UTF-8", "windows-1256") + ENTRY,
        3,
        43,
        "M002",
    ),
    "an end inside an entry": (HEADER + ENTRY + '\nmsgctxt "t2"\nmsgid "b"\n\n', 9, 1, "M001"),
    "fewer entries than were there": (HEADER.replace('"Con', '""\n"X-Entries: 2\\n"\n"Con') + ENTRY, 3, 1, "M012"),
    "fewer entries than were there, with obsolete ones": (
        HEADER.replace('"Con', '""\n"X-Entries: 2\\n"\n"Con') + ENTRY + f"\n{GONE}",
        3,
        1,
        "M012",
    ),
    "an escape for a control character": (HEADER + ENTRY.replace("Hello", "Hel\\rlo"), 4, 1, "S003"),
    "an escape for a control character in the first line": (ENTRY.replace("Hello", "Hel\\rlo"), 1, 1, "S003"),
    "a control character": (HEADER + ENTRY.replace("Hello", "Hel\x07lo"), 6, 12, "S003"),
    "a line separator": (HEADER + ENTRY.replace("Hello", "Hel\u2028lo"), 6, 12, "S003"),
    "a control character in a file of our form": (
        HEADER.replace('"Con', '""\n"Con') + ENTRY.replace("Hello", "Hel\x07lo"),
        7,
        12,
        "S003",
    ),
    "a second entry": (HEADER + ENTRY + "\n# again\n" + ENTRY, 8, 1, "M003"),
    "no context": (HEADER + 'msgid "a"\nmsgstr "b"\n', 4, 1, "M004"),
    "no header and no context": ('msgid "a"\nmsgstr "b"\n', 1, 1, "M004"),
    "a plural": (
        HEADER + 'msgctxt "t1"\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n',
        4,
        1,
        "M004",
    ),
}


@pytest.mark.parametrize(("text", "line", "column", "code"), FAULTS.values(), ids=FAULTS)
def test_a_fault_has_its_place(text: str, line: int, column: int, code: str) -> None:
    file, problems = collected(po.parse, text, "content/translations/en/x.po")
    assert file is None
    assert [(problem.line, problem.column, problem.code) for problem in problems] == [(line, column, code)]
    assert problems[0].path == "content/translations/en/x.po"
    assert problems[0].hint


def test_all_faults_are_told_at_once() -> None:
    _, problems = collected(po.parse, "one\ntwo\n", "x.po")
    assert [problem.line for problem in problems] == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        ENTRY,
        HEADER.replace("UTF-8", "CHARSET") + ENTRY,
        HEADER + ENTRY + f"\n{GONE}",
        *(HEADER.replace('"Con', f'""\n"X-Entries: {said}\\n"\n"Con') + ENTRY + f"\n{GONE}" for said in (0, 1, "many")),
        HEADER + '#, fuzzy\n#| msgctxt "t0"\n#| msgid ""\n#| "old"\n' + ENTRY,
        HEADER + 'msgctxt "t1"\nmsgid ""\n"two "\n"parts\\n"\nmsgstr "a \\"b\\" \\\\"\n',
    ],
)
def test_what_editors_write_is_read(text: str) -> None:
    file, problems = collected(po.parse, text, "x.po")
    assert problems == []
    assert file is not None


def test_comments_at_the_end_are_kept() -> None:
    file, _ = collected(po.parse, "# head\n" + HEADER + ENTRY + "\n# one\n#. two\n\n# three", "x.po")
    assert file is not None
    assert file.header == "head\none\ntwo\nthree"


@pytest.mark.parametrize(
    ("comment", "kept"),
    [("# one", "one"), ("#, fuzzy", "fuzzy"), ("#:", ""), ("#. two", "two"), ("#,", "")],
)
@pytest.mark.parametrize("blank", ["", " ", "\t", "\u00a0", "\u2003", " \u200a\u3000"])
def test_a_comment_at_the_end_may_have_any_blank_after_it(comment: str, kept: str, blank: str) -> None:
    file, _ = collected(po.parse, f"# head\n{HEADER}{ENTRY}\n{comment}{blank}\n", "x.po")
    assert file is not None
    assert file.header == f"head\n{kept}".rstrip("\n")
    again, _ = collected(po.parse, str(file), "x.po")
    assert str(again) == str(file)


@pytest.mark.parametrize(
    ("comment", "kept"),
    [
        ("##, fuzzy", "# #, fuzzy"),
        ("###", "# ##"),
        ("#note", "# note"),
        ("# , fuzzy", "#  , fuzzy"),
        ("# : a:1", "#  : a:1"),
        ("#!", "# !"),
    ],
)
def test_a_comment_that_resembles_a_mark_stays_a_comment(comment: str, kept: str) -> None:
    above, _ = collected(po.parse, f"{comment}\n{HEADER}{ENTRY}", "x.po")
    below, _ = collected(po.parse, f"# head\n{HEADER}{ENTRY}\n{comment}", "x.po")
    assert str(above).startswith(f"{kept}\nmsgid")
    assert str(below).startswith(f"# head\n{kept}\nmsgid")
    inside, _ = collected(po.parse, f"# head\n{HEADER}{comment}\n{ENTRY}", "x.po")
    assert inside is not None
    assert inside[0].tcomment == comment.removeprefix("#").removeprefix(" ")
    assert inside[0].flags == []


def test_marks_need_no_space() -> None:
    file, problems = collected(po.parse, HEADER + '#.origin: x\n#,fuzzy\n#|msgid "y"\n' + ENTRY, "x.po")
    assert problems == []
    assert file is not None
    assert (file[0].comment, file[0].flags, file[0].previous_msgid) == ("origin: x", ["fuzzy"], "y")


@pytest.mark.parametrize("mark", ["#.", "#, ", "#:\t"])
def test_an_empty_mark_at_the_end_takes_no_entry_along(mark: str) -> None:
    file, problems = collected(po.parse, f"{HEADER}{ENTRY}\n{mark}", "x.po")
    assert problems == []
    assert file is not None
    assert [entry.msgctxt for entry in file] == ["t1"]


@given(st.text(alphabet='msgidctxr "\\#~|.,\n[]0بn', max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    file, problems = collected(po.parse, text, "x.po")
    assert (file is None) == bool(problems)
