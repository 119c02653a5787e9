"""Writes a box: ``python -m tests.box FOLDER [NUMBER]``; with a number, that many ready transcripts."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.box import contents


def write(folder: Path, number: int = 0) -> int:
    """Write the box into a folder; return how many interviews it has.

    Args:
        folder: It is made when it is not there.
        number: How many transcripts that need no import; 0 for the pieces as they are handed in.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if number:
        for name, text in contents.many(number):
            (folder / name).write_text(text, encoding="utf-8")
        return number
    pieces = contents.box()
    for piece in pieces:
        for name, data in ((piece.file, piece.data), *piece.beside.items()):
            (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return len(pieces)


if __name__ == "__main__":
    written = write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    print(f"{written} interviews")  # noqa: T201  the result
