"""Problems as values: every fault of the input has a code, a place and a hint what to do.

A stage never raises for a user's mistake and never drops what it cannot read. It returns its value, and adds what is
wrong to the :class:`Problems` that were passed down to it; the command line prints them all and decides the exit code.

``CODES`` is the one list of codes. ``docs/content-format.md`` explains each of them and a test keeps the two equal.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from goftogu.locale.message import Message

COMMAND: Final = "{goftogu}"
"""What a problem says in place of the command that starts the program; whoever shows it knows how that was called."""

NO_HINT: Final = Message("")
"""What a problem says that tells no one what to do."""

_MOST: Final = 24
"""How many known words a hint names."""


class Severity(StrEnum):
    """How much a problem weighs: an error stops the build, a warning does not, a note only informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class SourcePlace(NamedTuple):
    """A place in a file: its path, the line and the column, from 1; 0 where that is not known."""

    path: str
    line: int = 0
    column: int = 0


class Code(NamedTuple):
    """What is the same for every problem of one code."""

    severity: Severity
    title: Message


_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES: Final[dict[str, Code]] = {
    # S for source files
    "S001": Code(_E, Message("file is not UTF-8")),
    "S002": Code(_E, Message("file cannot be read")),
    "S003": Code(_E, Message("control character in the text")),
    "S004": Code(_E, Message("file name cannot be used")),
    "S005": Code(_E, Message("path leaves the content folder")),
    "S006": Code(_E, Message("two files have the same id")),
    "S007": Code(_E, Message("folder or file is missing")),
    "S008": Code(_E, Message("file already exists")),
    "S009": Code(_E, Message("file is not read")),
    "S010": Code(_E, Message("text is larger than any real one")),
    "S011": Code(_E, Message("file cannot be imported")),
    "S012": Code(_E, Message("folder cannot be used")),
    "S013": Code(_W, Message("file is never used")),
    "S015": Code(_E, Message("versions are not merged")),
    "S016": Code(_E, Message("file of the record cannot be written")),
    "S017": Code(_W, Message("text received cannot be compared")),
    "S018": Code(_W, Message("file received shows more than its text")),
    # C for configuration, front matter and vocabularies
    "C001": Code(_E, Message("syntax error in YAML or TOML")),
    "C002": Code(_E, Message("unknown key")),
    "C003": Code(_E, Message("missing key")),
    "C004": Code(_E, Message("wrong type")),
    "C005": Code(_E, Message("value not allowed")),
    "C006": Code(_E, Message("not a date")),
    "C007": Code(_E, Message("unknown reference")),
    "C008": Code(_E, Message("duplicate key or id")),
    "C009": Code(_E, Message("archive is newer than the program")),
    # V for vocabularies
    "V001": Code(_E, Message("topic is broader than itself")),
    "V002": Code(_W, Message("redundant reference")),
    "V003": Code(_E, Message("two labels read alike")),
    "V004": Code(_W, Message("see reference leads to an empty heading")),
    "V005": Code(_W, Message("entry is never used")),
    "V006": Code(_W, Message("trigger is found almost everywhere")),
    "V007": Code(_N, Message("heading asks for sub-headings")),
    # T for transcripts
    "T001": Code(_E, Message("transcript has no text")),
    "T002": Code(_E, Message("speaker label is not declared")),
    "T003": Code(_E, Message("speakers cannot be inferred")),
    "T004": Code(_E, Message("duplicate turn or paragraph id")),
    "T005": Code(_E, Message("attribute list cannot be read")),
    "T006": Code(_W, Message("continuation mark without a turn")),
    "T007": Code(_W, Message("speaker inferred")),
    "T008": Code(_N, Message("heading, date or introduction inferred")),
    "T009": Code(_W, Message("turn has no permanent id")),
    "T010": Code(_N, Message("code points differ from Persian usage")),
    "T011": Code(_E, Message("text is missing")),
    "T012": Code(_W, Message("a person must decide")),
    "T013": Code(_E, Message("heading inside a turn")),
    "T014": Code(_W, Message("speaker never speaks")),
    "T015": Code(_W, Message("draft is not published")),
    "T016": Code(_E, Message("mark of a withheld passage cannot be read")),
    "T017": Code(_N, Message("interview is under an embargo")),
    "T018": Code(_W, Message("embargo has ended")),
    "T030": Code(_E, Message("note and its reference do not fit")),
    "T031": Code(_W, Message("Markdown that transcripts do not have")),
    # R for recordings
    "R001": Code(_E, Message("recording cannot be used")),
    "R002": Code(_E, Message("times are not in order")),
    "R003": Code(_E, Message("time is not in the recording")),
    "R004": Code(_E, Message("recording is too large")),
    "R005": Code(_N, Message("recording is not published")),
    "R006": Code(_N, Message("places in a recording are not exact")),
    # I for pictures
    "I001": Code(_E, Message("picture cannot be read")),
    "I002": Code(_E, Message("file of a picture cannot be used")),
    "I003": Code(_W, Message("portrait is not published")),
    "I004": Code(_W, Message("cards cannot be drawn")),
    # L for links and addresses of the rendered pages
    "L001": Code(_E, Message("link to a page that is not there")),
    "L002": Code(_E, Message("link to an anchor that is not there")),
    "L003": Code(_E, Message("id occurs twice in a page")),
    "L004": Code(_E, Message("link is empty")),
    "L005": Code(_E, Message("scheme of a link is not allowed")),
    "L006": Code(_E, Message("link is absolute where it must be relative, or the other way round")),
    # P for templates and the words of the interface
    "P001": Code(_E, Message("template cannot be read")),
    "P002": Code(_E, Message("template uses a name that is not there")),
    "P003": Code(_E, Message("template fails")),
    "P004": Code(_E, Message("words of the interface cannot be read")),
    "P005": Code(_E, Message("message of the interface has no Persian")),
    "P006": Code(_E, Message("Persian of a message does not fit it")),
    # F for the font
    "F001": Code(_W, Message("letter is not in the font")),
    # W for writing the site
    "W001": Code(_E, Message("output cannot be written")),
    "W002": Code(_E, Message("another build is running")),
    "W003": Code(_E, Message("something that the build did not make is in its way")),
    "W004": Code(_E, Message("two pages have the same address")),
    "W005": Code(_E, Message("path leaves the output folder")),
    "W006": Code(_W, Message("manifest is damaged")),
    "W007": Code(_E, Message("port of the server cannot be used")),
    "W008": Code(_E, Message("site is not fit to be published")),
    "W009": Code(_W, Message("archive does not know its address")),
    "W010": Code(_E, Message("published id has vanished")),
    "W011": Code(_W, Message("published interview or passing id has vanished")),
    "W012": Code(_W, Message("published ids are not known")),
    "W013": Code(_E, Message("browser cannot be used")),
    "W014": Code(_W, Message("site nearly fills its host")),
    # M for translation memories
    "M001": Code(_E, Message("translation memory is not a PO file")),
    "M002": Code(_E, Message("translation memory is not UTF-8")),
    "M003": Code(_E, Message("paragraph has two entries")),
    "M004": Code(_E, Message("entry belongs to no paragraph")),
    "M005": Code(_E, Message("translation memory of an unknown interview")),
    "M006": Code(_W, Message("paragraphs are not translated")),
    "M007": Code(_W, Message("translations are stale")),
    "M008": Code(_E, Message("translation memory cannot be written")),
    "M009": Code(_W, Message("another process is translating")),
    "M010": Code(_E, Message("translations cannot be taken in")),
    "M011": Code(_W, Message("translation of another text")),
    "M012": Code(_E, Message("translation memory has lost entries")),
    "M013": Code(_E, Message("archive has no translation")),
    "M014": Code(_E, Message("many paragraphs would be approved at once")),
    "M020": Code(_W, Message("marks of a translation do not fit")),
    # A for translation packages
    "A001": Code(_E, Message("package is not an archive")),
    "A002": Code(_E, Message("package is damaged")),
    "A003": Code(_E, Message("package holds what it may not")),
    "A004": Code(_E, Message("package is too large")),
    "A005": Code(_E, Message("package is for other languages")),
    "A006": Code(_E, Message("package is newer than the program")),
    "A007": Code(_E, Message("package cannot be read")),
    "A008": Code(_E, Message("package is not complete")),
    "A009": Code(_W, Message("package cannot be loaded")),
    "A010": Code(_E, Message("package cannot be written")),
    "A011": Code(_E, Message("package is not the one that was recorded")),
    "A012": Code(_W, Message("package cannot be downloaded")),
    "A013": Code(_W, Message("cluster cannot be used")),
    "A014": Code(_W, Message("processor cannot be used")),
    "A015": Code(_W, Message("text may not be sent")),
    "A016": Code(_W, Message("language model cannot be used")),
    # E for extensions
    "E001": Code(_E, Message("extension cannot be used")),
    "E002": Code(_E, Message("extension wants what is taken")),
    "E003": Code(_E, Message("extension fails")),
    "E004": Code(_W, Message("extension is not installed")),
    # X for what the outermost handler meets
    "X001": Code(_E, Message("file or network cannot be used")),
    "X002": Code(_E, Message("not enough memory")),
    "X003": Code(_E, Message("fault of the program")),
}


Fault = tuple[str, Message, Message]
"""The code, the message and the hint of a problem whose place is not known yet."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault, note or decision, and where it is.

    Attributes:
        path: File, relative to the project root, with ``/``; empty when there is none.
        line: Line, from 1; 0 when the whole file is meant.
        column: Column in code points, from 1; 0 when the whole line is meant.
        code: Key of ``CODES``.
        message: What is wrong, with the offending value.
        hint: What to do.
    """

    path: str
    line: int
    column: int
    code: str
    message: Message
    hint: Message = field(compare=False)

    @classmethod
    def of_file(cls, path: str, code: str, message: Message, hint: Message) -> Problem:
        """Return a problem of a whole file, or of no file where the path is empty."""
        return cls(path, 0, 0, code, message, hint)

    @property
    def severity(self) -> Severity:
        """The severity of the problem's code."""
        return CODES[self.code].severity

    def __str__(self) -> str:
        """Render as ``path:line:column: CODE message (hint)``."""
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part)
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}: {self.code} {self.message}{hint}" if place else f"{self.code} {self.message}{hint}"


class Problems:
    """What is wrong with the input: passed down through the stages, which add to it.

    Example:
        >>> problems = Problems()
        >>> problems.add(Problem.of_file("content/site.toml", "S007", Message("the file is missing"), NO_HINT))
        >>> len(problems), problems.has_errors()
        (1, True)
    """

    __slots__ = ("_found",)

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        """Begin with the problems that are known already."""
        self._found = list(found)

    def add(self, problem: Problem) -> None:
        """Add a problem."""
        self._found.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add several problems."""
        self._found.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        """Yield the problems in the order in which they were added."""
        return iter(self._found)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._found)

    def errors(self) -> list[Problem]:
        """Return those that are errors."""
        return [problem for problem in self._found if problem.severity is Severity.ERROR]

    def has_errors(self, *, strict: bool = False) -> bool:
        """Tell whether the problems forbid publishing.

        Args:
            strict: Count warnings as errors.
        """
        fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(problem.severity in fatal for problem in self._found)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of an offset into a text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """Return a hint naming the known word nearest to ``word``, or the first of them when none is near."""
    names = sorted(known)
    if near := difflib.get_close_matches(word, names, n=1, cutoff=0.6):
        return Message("did you mean “{word}”?", word=near[0])
    if len(names) > _MOST:
        return Message("known: {names} and {count} more", names=names[:_MOST], count=len(names) - _MOST)
    return Message("known: {names}", names=names) if names else NO_HINT
