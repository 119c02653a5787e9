"""Our own parallel text, ``export tsv``, as offers."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from goftogu.content import files as content_files
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems
from goftogu.storage import cells
from goftogu.storage import files as storage_files
from goftogu.translation.memory.entry import State
from goftogu.translation.memory.memory import Unit
from goftogu.translation.offers import markup
from goftogu.translation.offers.offer import Offer, Offers

HEAD: Final = ("id", "state", "fa", "en")
"""The first row of such a table."""
_ENDING: Final = ".parallel"


def is_table(data: bytes) -> bool:
    """Tell whether the bytes of a file begin as such a table does."""
    first = data.removeprefix(b"\xef\xbb\xbf").partition(b"\n")[0].decode(errors="replace")
    return _cells(first) == list(HEAD)


def interview_of(file: Path) -> str:
    """Return the id of the interview after which a table is named."""
    return file.stem.removesuffix(_ENDING)


def read(file: Path, by: str, problems: Problems) -> Offers:
    """Return the offers of a file.

    Args:
        file: It is named after its interview.
        by: Who approved what the table calls reviewed; without a name nothing of it is taken for approved.
        problems: What is wrong is added.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        problems.add(Problem.of_file(str(file), "S002", storage_files.reason(error), Message("make the file readable")))
        return {}
    source = content_files.decoded(str(file), data, problems)
    if source is None:
        return {}
    offers = []
    for number, line in enumerate(source.text.splitlines(), 1):
        row = _cells(line)
        if len(row) == len(HEAD) and number > 1:
            offers.append(_offer(row, by))
        elif number > 1 and line.strip():
            message = Message("the row has {count} cells instead of {wanted}", count=len(row), wanted=len(HEAD))
            problems.add(Problem(str(file), number, 1, "M010", message, markup.HINT))
    return {interview_of(file): [offer for offer in offers if offer.text.strip()]}


def _offer(row: list[str], by: str) -> Offer:
    name, state, persian, english = row
    approved = by if by and state == State.REVIEWED else None
    return Offer(Unit(name, persian), english, approved, is_stale=state == State.STALE, is_flat=True)


def _cells(line: str) -> list[str]:
    return [cells.restored(cell) for cell in line.rstrip("\r").split("\t")]
