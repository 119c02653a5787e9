"""Cells of tables that no spreadsheet takes for a formula.

A program that opens a table computes what begins like a formula, and a cell may then send what is beside it to a
stranger. An apostrophe in front makes such a cell a text. Source: OWASP, "CSV Injection".
"""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = re.compile("'*+[=+\\-@\t\r＝＋－＠]")
_QUOTED: Final = re.compile("'*+[=+\\-@\t\r＝＋－＠\"]")


def safe(text: str) -> str:
    """Return a text as a cell of a table whose cells are quoted where they need to be."""
    return f"'{text}" if _FORMULA.match(text) else text


def unquoted(text: str) -> str:
    """Return a text as a cell of a table without quoting, where a quotation mark in front would open a quotation."""
    return f"'{text}" if _QUOTED.match(text) else text


def restored(cell: str) -> str:
    """Return the text of which :func:`unquoted` has made a cell."""
    return cell[1:] if cell.startswith("'") and _QUOTED.match(cell) else cell
