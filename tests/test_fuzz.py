"""Readers of what people write: whatever comes, they return values and problems and raise nothing.

A longer run: HYPOTHESIS_PROFILE=thorough.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import frontmatter
from goftogu.model import Interview, Source
from goftogu.problems import CODES, Problem
from goftogu.transcripts import header, ids
from goftogu.transcripts import read as transcript_read
from goftogu.translation.memory import reading
from goftogu.translation.memory.entry import State
from tests.collecting import collected, found_by

HEAD = "---\ntitle: سلام\nspeakers:\n  مجری: {role: interviewer}\n  مهمان: {role: interviewee}\n---\n"
MARKDOWN = (
    "---", "---\n", HEAD, "title: سلام", "date: 1404-09-22", "date: 2024-13-45", "speakers:", "  مجری: {role: other}",
    "source: {file: a.txt}", "redirects: {t1: t2}", "مجری: سلام؟", "مهمان: ", "مهمان：", "+ ", "{: #t1 }", "{: #p2",
    '{: #t3 topics="+a -b" }', "## بخش", "{: #s1 }", "#", "*", "**", "[x](javascript:y)", "&amp;", "<b>", "\\", "|",
    "\u200c", "\u202e", "\u2067", "\ufeff", "\x00", "\t", " ", "\n", "\n\n", "!!python/object:os", "&a *a", "? ",
)  # fmt: skip
RAW = (
    "2025-12-13 irib", "۱۴۰۴/۹/۲۲", "متن کامل گفت‌وگو:", "پرسش: ", "پاسخ:", "مجری:", "آقای پزشکیان:", "؟", "سؤال", ".",
    "خواهش میکنم", "\n", "\n\n", "-", "—", "«", "»", ":", "\u200c", "\u200f", "ك", "ي", "  ", "\t", "#", "{: #t1 }",
)  # fmt: skip
PO = (
    "msgid", "msgstr", "msgctxt", "msgid_plural", "msgstr[0]", ' ""', ' "سلام"', ' "\\n"', ' "\\', '"', "#, fuzzy",
    "#. origin: argos translate-fa_en 1.5", "#. score: x", "#. approved: 0-0 by کسی", "#. pair: -", "#~ ",
    '#| msgid "x"',
    "#", "# ", "##, fuzzy", "#x", "\n", "\n\n", '"Content-Type: text/plain; charset=UTF-8\\n"', '"charset=latin-1"',
    "\\x", "\r", "\x85",
    'msgctxt "t1.1"\nmsgid "سلام"\nmsgstr "Hello"\n\n', "\u2028", "domain x", "msgid_", "#:", "#|",
)  # fmt: skip


HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
ENTRIES = (
    'msgctxt "t{}"\nmsgid "سلام"\nmsgstr "Hello"\n',
    '#, fuzzy\n#| msgid "x"\nmsgctxt "t{}"\nmsgid "ب"\nmsgstr ""\n"B"\n',
    '#~ msgctxt "t{}"\n#~ msgid "پ"\n#~ msgstr "P"\n',
)


def made_of(pieces: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Make texts of telling pieces and of anything."""
    piece = st.one_of(st.sampled_from(pieces), st.sampled_from(pieces), st.text(max_size=12))
    return st.lists(piece, max_size=40).map("".join)


def comments() -> st.SearchStrategy[str]:
    """Make lines that begin with a number sign: comments, notes, flags, places."""
    mark = st.sampled_from(["#", "##", "###", "# ", "#. ", "#.", "#, ", "#,", "#: ", "#:", "#!"])
    text = st.sampled_from(["", "fuzzy", ", fuzzy", ": a:1", "a", " a", " ~ a", " | a", '"a"', "origin: argos a", "#"])
    return st.builds(str.__add__, mark, text)


def sound(problems: list[Problem], path: str) -> None:
    for problem in problems:
        assert problem.code in CODES
        assert problem.path in {path, ""}
        assert problem.line >= 0
        assert problem.column >= 0
        assert str(problem)


def read(path: str, text: str) -> Interview | None:
    interview, problems = collected(
        transcript_read.read_transcript, Source(path, text.encode(errors="replace"), text), str
    )
    sound(problems, path)
    if interview is not None:
        names = [turn.id for turn in interview.turns]
        assert len(set(names)) == len(names)
        assert all(ids.TURN.fullmatch(name) for name in names)
        assert len({unit.id for unit in interview.units()}) == sum(1 for _ in interview.units())
    return interview


@given(made_of(MARKDOWN), st.booleans())
def test_a_labelled_transcript_never_breaks_the_reader(text: str, headed: bool) -> None:
    read("content/interviews/a.md", HEAD + text if headed else text)


@given(made_of(RAW))
def test_a_raw_transcript_never_breaks_the_reader(text: str) -> None:
    read("content/interviews/a.txt", text)


@given(made_of(MARKDOWN))
def test_front_matter_never_breaks_the_reader(text: str) -> None:
    problems = found_by(frontmatter.read_front_matter, Source("a.md", b"", f"---\n{text}\n---\n"), header.TRANSCRIPT)
    sound(problems, "a.md")


def keeps(text: str) -> bool:
    """Read a memory, and again what it writes: it is the same. Return whether it could be read."""
    found, problems = collected(reading.parse, text, "content/translations/en/a.po")
    sound(problems, "content/translations/en/a.po")
    if found is None:
        return False
    for _ in range(2):
        again, problems = collected(reading.parse, found.dump(), "content/translations/en/a.po")
        assert again is not None, problems
        assert again.dump() == found.dump()
        units = list(found)
        found.merge(units)
        assert all(found.lookup(unit).state in State for unit in units)
    return True


@given(made_of(PO))
def test_a_memory_never_breaks_the_reader(text: str) -> None:
    keeps(text)


@given(st.lists(st.sampled_from(ENTRIES) | comments(), max_size=12), st.booleans())
def test_a_memory_with_any_comments_reads_what_it_writes(parts: list[str], headed: bool) -> None:
    lines = [*([HEADER] if headed else []), *(part.format(number) for number, part in enumerate(parts))]
    assert keeps("\n".join(lines)) or not "".join(lines).strip("# \n")
