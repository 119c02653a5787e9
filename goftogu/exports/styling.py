"""How books and single files look: the font of Persian, those of English, and the marks of states.

``face.woff2`` has the letters of the pages' font (``tools/font.py``) in one weight: each book and single file carries
it along, so its bytes count as often as there are interviews. It is within the package, so that it is there in an
archive that has templates of its own. What is bold is made so by the reader's program.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from goftogu.edition import wording
from goftogu.edition.material import Material
from goftogu.exports.xml import Element, node
from goftogu.model import Language, Turn
from goftogu.translation.memory.entry import State

FACE: Final = "vazirmatn.woff2"
"""The name of the font in a book."""
FONT_TYPE: Final = "font/woff2"
LATIN: Final = 'Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", "Noto Serif", Georgia, serif'
"""The faces of English: one that the device has, as on the pages."""
PERSIAN: Final = '"Vazirmatn", "Noto Naskh Arabic", "Geeza Pro", "Segoe UI", "Tahoma", sans-serif'

STATE_MARKS: Final = """\
.standing { font-size: .875rem; font-weight: 400; }
.standing::before { content: ""; display: inline-block; box-sizing: border-box; width: .9em; height: .9em;
  border: 1.5px solid; border-radius: 50%; }
.standing.draft::before { border-top-width: .45em; }
.standing.reviewed::before { border-width: .45em; background: currentcolor; }
.standing.stale::before { border-style: dashed; }
.standing > span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media print { .standing::before { content: none; } .standing > span { position: static; clip-path: none; } }
"""
"""States as small marks; who sees no style, reads or hears the words. Forced colours take all grounds away, so the
shapes are borders."""

_UNMARKED: Final = frozenset({State.MISSING, State.ORIGINAL})


@cache
def face() -> bytes:
    """Return the font of Persian."""
    return Path(__file__).with_name("face.woff2").read_bytes()


def font_face(source: str) -> str:
    """Return the rule that names the font.

    Args:
        source: Its address.
    """
    return f'@font-face {{ font-family: "Vazirmatn"; src: url({source}) format("woff2"); }}\n'


@cache
def own_face() -> str:
    """Return the rule with the font as part of the file itself."""
    return font_face(f"data:{FONT_TYPE};base64,{base64.b64encode(face()).decode()}")


def state_mark(material: Material, turn: Turn, language: Language, *, mixed: bool) -> Iterator[Element | str]:
    """Yield the mark of the state of a turn, with a blank before it.

    Where paragraphs differ, each tells its state in words, and there is no mark.

    Args:
        material: The interview.
        turn: The turn.
        language: The language in which it is shown.
        mixed: Whether paragraphs of the interview differ, from :func:`goftogu.edition.wording.mixed`.
    """
    if language == material.original or not turn.paragraphs or mixed:
        return
    state = material.english(turn.paragraphs[0]).state
    if state not in _UNMARKED:
        words = wording.states(material.original)[state][language]
        yield " "
        yield node("small", {"class": f"standing {state}", "title": words}, node("span", {}, words))
