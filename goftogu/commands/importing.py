"""``import``: files from outside become labelled transcripts, beside copies of the files as they came."""

from __future__ import annotations

import argparse
import re
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from goftogu import terminal
from goftogu.build.embargo import today
from goftogu.commands import given
from goftogu.content import characters, identifiers, record
from goftogu.content import files as content_files
from goftogu.content import settings as content_settings
from goftogu.failures import doing
from goftogu.locale.message import Message, plural
from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files
from goftogu.storage import names
from goftogu.transcripts import account
from goftogu.transcripts import convert as transcript_convert
from goftogu.transcripts.convert import Answers, Converted
from goftogu.transcripts.formats import registry
from goftogu.transcripts.formats.document import Document, Twin
from goftogu.translation.offers import read as offer_reading
from goftogu.translation.offers import table as offer_table

_HEAD: Final = 1000
"""Bytes of a file that tell what it is."""
_TEXTS: Final = (".md", ".txt")
_RIGHTS: Final = Message("see to its rights")
_OUTCOMES: Final = {
    "written": Message("{count} written"),
    "shown": Message("{count} shown"),
    "there already": Message("{count} there already"),
    "failed": Message("{count} failed"),
}
_LEAVE: Final = Message("press Enter to leave it open")


class _Received(NamedTuple):
    """A file and its bytes."""

    file: Path
    data: bytes


def import_files(options: argparse.Namespace) -> int:
    """Turn files from outside into labelled transcripts, or take translations in."""
    problems = Problems()
    files = given.files(options.files, problems)
    if options.id and len(files) > 1:
        hint = Message("import the files one by one, or without --id")
        problems.add(Problem.of_file("", "C005", Message("--id is for one file"), hint))
        files = []
    failed = problems.has_errors()
    terminal.show_problems(problems, options.format)
    outcomes = []
    for file in files:
        with doing(file):
            outcomes.append(_one(file, options, many=len(files) > 1))
    if len(outcomes) > 1:
        terminal.say(_summary(outcomes))
    return int(failed or "failed" in outcomes)


def _one(file: Path, options: argparse.Namespace, *, many: bool) -> str:
    """Import one file; return ``written``, ``shown``, ``there already``, or ``failed``."""
    if _is_translation(file, options):
        from goftogu.commands import exchange  # noqa: PLC0415  needs all of the archive

        return "failed" if exchange.take_in(argparse.Namespace(**{**vars(options), "file": file})) else "written"
    problems = Problems()
    data = _load(file, problems)
    before = _imported(options.root, data)
    is_inside = _is_inside(file, options.root)
    if before and many and not is_inside:
        terminal.say(Message("{file}: there already, as {before}", file=file, before=before))
        return "there already"
    if before and not options.print:
        message = Message("it was imported already, as {before}", before=before)
        hint = Message("delete this copy") if is_inside else Message("nothing is to be done")
        problems.add(Problem.of_file(file.as_posix(), "S008", message, hint))
    document = None if problems else _document(data, file, problems, options.encoding)
    if document is None:
        return _end(problems, options, "failed")
    return _import(document, data, file, options)


def _is_translation(file: Path, options: argparse.Namespace) -> bool:
    """Tell whether a file holds English for what the archive has; a table does, when it is that of an interview."""
    ending = file.suffix.lower()
    if ending != ".tsv" or not file.is_file():
        return ending in offer_reading.ENDINGS
    with file.open("rb") as opened:
        is_table = offer_table.is_table(opened.read(_HEAD))
    name = options.id or offer_table.interview_of(file)
    return is_table and any((options.root / content_files.INTERVIEWS / f"{name}{end}").exists() for end in _TEXTS)


def _document(data: bytes, file: Path, problems: Problems, encoding: str) -> Document | None:
    return registry.read(data, file.with_name(received_name(file)).as_posix(), problems, encoding)


def _load(file: Path, problems: Problems) -> bytes:
    """Read a file, if it is one and not larger than any that can be imported."""
    shown = file.as_posix()
    try:
        found = file.stat()
        if stat.S_ISREG(found.st_mode) and found.st_size <= registry.LARGEST:
            return file.read_bytes()
        fault = "S002", Message("it is not a regular file"), Message("give a file or a folder")
        if stat.S_ISREG(found.st_mode):
            message = Message(
                "the file has {size:,} bytes, more than {largest:,}", size=found.st_size, largest=registry.LARGEST
            )
            fault = "S010", message, Message("see whether it is a text; if it is, part it")
    except FileNotFoundError:
        fault = "S007", Message("the file is missing"), Message("correct its name")
    except OSError as error:
        fault = "S002", Message("the file cannot be read: {reason}", reason=storage_files.reason(error)), _RIGHTS
    problems.add(Problem.of_file(shown, *fault))
    return b""


def _imported(root: Path, data: bytes) -> str:
    """Return the transcript that was made from the same bytes, or nothing."""
    received = root / content_files.RECEIVED
    copies = [path for path in sorted(received.glob("*")) if path.is_file() and path.stat().st_size == len(data) > 0]
    for copy in copies:
        if copy.read_bytes() == data:
            likely = identifiers.id_of(registry.stem(copy.name))
            paths = sorted((root / content_files.INTERVIEWS).glob("*.md"), key=lambda path: (path.stem != likely, path))
            made = next((path for path in paths if _names(path, copy.name)), None)
            return made.relative_to(root).as_posix() if made else ""
    return ""


def _names(path: Path, name: str) -> bool:
    """Tell whether the front matter of a transcript names a received file."""
    head = path.read_text(encoding="utf-8", errors="replace").split("\n---", 1)[0]
    return re.search(rf"^\s+file: \"?{re.escape(name)}\"?\s*$", head, re.MULTILINE) is not None


def _import(document: Document, data: bytes, file: Path, options: argparse.Namespace) -> str:
    answers = Answers(dict(options.speaker), options.title, options.date, today())
    problems = Problems()
    made = transcript_convert.of_document(document, str, problems, answers)
    if options.interactive and made.draft is not None:
        problems = Problems()
        made = transcript_convert.of_document(document, str, problems, _ask(made, answers))
    if options.print:
        print(made.text, end="")
        return _end(problems, options, "shown", made)
    if problems.has_errors(strict=options.strict):
        return _end(problems, options, "failed", made)
    _write(made, document.twins, _Received(file, data), options, problems)
    return _end(problems, options, "written", made)


def _ask(made: Converted, answers: Answers) -> Answers:
    """Ask on the terminal what an option would answer."""
    for question in account.questions(made.decisions):
        try:
            said = terminal.ask(Message("{question} ({leave})", question=question.text, leave=_LEAVE))
        except EOFError:
            break
        if said:
            answers = account.answered(answers, question, said)
    return answers


def _write(
    made: Converted, twins: Sequence[Twin], received: _Received, options: argparse.Namespace, problems: Problems
) -> None:
    """Write the transcript and its English, and keep the file; a file that lies among the transcripts moves."""
    file, root = received.file, options.root
    name = identifiers.id_of(options.id or registry.stem(file.name))
    own = f"{content_files.INTERVIEWS}/{file.name}"
    if fault := record.fault_of_new(root, name, but=own if _is_inside(file, root) else None):
        problems.add(Problem.of_file(file.as_posix(), *fault))
        return
    target, copy = f"{content_files.INTERVIEWS}/{name}.md", f"{content_files.RECEIVED}/{received_name(file)}"
    if twins and not content_settings.of_archive(root, Problems()).translated:
        terminal.say(Message("the English of the file was not taken over: the archive is in Persian alone"))
        twins = ()
    english, count = _english(made, twins, name)
    written = {copy: received.data, target: made.text.encode(), **english}
    taken = [path for path in written if (root / path).exists() and not _is_copy(root / path, received, path == copy)]
    hint = Message("rename it, or give another --id")
    problems.extend(Problem.of_file(path, "S008", Message("the file exists already"), hint) for path in taken)
    if taken or not record.put(root, written, problems):
        return
    if file.suffix != ".md" and _is_inside(file, root):
        file.unlink()
    if twins:
        paragraphs = plural(count, "paragraph")
        terminal.say(
            Message("took over the English of {paragraphs}; nobody here has approved it", paragraphs=paragraphs)
        )
    terminal.say(Message("wrote {target} and kept {copy}; {next}", target=target, copy=copy, next=_next(made)))


def received_name(file: Path) -> str:
    """Return the name under which a file is kept: its own, where that can be written down and read again."""
    name = names.composed(file.name)
    if characters.fault_of_value(name) or "\n" in name or "\t" in name:
        return f"{identifiers.id_of(file.stem) or 'file'}{file.suffix}"
    return name


def _is_inside(file: Path, root: Path) -> bool:
    return file.resolve().parent == (root / content_files.INTERVIEWS).resolve()


def _is_copy(path: Path, received: _Received, may: bool) -> bool:  # noqa: FBT001
    return may and path.read_bytes() == received.data


def _english(made: Converted, twins: Sequence[Twin], name: str) -> tuple[dict[str, bytes], int]:
    """Return the memory that holds the English of a file, by its path, and how many paragraphs it has."""
    if made.interview is None or not twins:
        return {}, 0
    from goftogu.translation import brought  # noqa: PLC0415  few files hold English
    from goftogu.translation.memory import store  # noqa: PLC0415

    memory, count = brought.memory(made.interview, twins, name)
    return {store.path_of(name, memory.language): memory.dump().encode()}, count


def _next(made: Converted) -> Message:
    """Return what to do with a transcript that was written."""
    if any(decision.asked for decision in made.decisions):
        return Message("it is a draft until its questions are answered; to see it: {goftogu} serve --drafts")
    return Message("read it through, then run: {goftogu} build")


def _end(problems: Problems, options: argparse.Namespace, outcome: str, made: Converted | None = None) -> str:
    """Show the account and the problems; return the outcome."""
    shown: Iterable[Problem] = problems
    if options.format == "text" and made is not None:
        for line in account.lines(made):
            terminal.say(line)
        shown = [problem for problem in problems if problem.code not in account.TOLD]
    terminal.show_problems(shown, "text" if options.print and options.format == "github" else options.format)
    return "failed" if problems.has_errors(strict=options.strict) else outcome


def _summary(outcomes: Sequence[str]) -> Message:
    counts = [_OUTCOMES[name].of(count=outcomes.count(name)) for name in _OUTCOMES if name in outcomes]
    return Message("{count} files: {outcomes}", count=len(outcomes), outcomes=counts)


def speaker(text: str) -> tuple[str, str]:
    """Read the option ``--speaker LABEL=NAME``."""
    label, equals, name = text.partition("=")
    if not (label.strip() and equals and name.strip()):
        raise argparse.ArgumentTypeError(
            terminal.as_said(Message("{text} is not LABEL=NAME or LABEL=interviewer", text=repr(text)))
        )
    return label.strip(), name.strip()
