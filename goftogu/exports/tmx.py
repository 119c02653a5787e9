"""An interview as TMX 1.4b, the exchange format of translation memories.

Source: the specification of TMX 1.4b by LISA OSCAR (2005).
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from goftogu import __version__
from goftogu.edition.material import Material
from goftogu.exports import xml
from goftogu.translation.memory.entry import NOTHING, State, Translation

_HEAD: Final = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Goftogu" creationtoolversion="{__version__}" segtype="paragraph" o-tmf="PO" \
adminlang="en" srclang="{{source}}" datatype="plaintext"/>
<body>
"""
_TAIL: Final = "</body>\n</tmx>\n"


def tmx(material: Material) -> bytes:
    """Write the paragraphs that are translated; those whose original has changed since then are left out.

    Returns:
        UTF-8.
    """
    return xml.clean("".join([_HEAD.format(source=material.original), *_units(material), _TAIL])).encode()


def _units(material: Material) -> Iterator[str]:
    source = material.original
    for unit in material.interview.units():
        found = material.translations.get(unit.id, NOTHING)
        if found.state not in {State.MISSING, State.STALE, State.ORIGINAL}:
            name, english = escape(f"{material.interview.id}/{unit.id}"), escape(found.text, quote=False)
            yield (
                f'<tu tuid="{name}">\n<prop type="x-state">{found.state.value}</prop>\n'
                f'<tuv xml:lang="{unit.language or source}"><seg>{escape(unit.reading, quote=False)}</seg></tuv>\n'
                f'<tuv xml:lang="{source.other}"{_credits(found)}><seg>{english}</seg></tuv>\n</tu>\n'
            )


def _credits(found: Translation) -> str:
    """Return the attributes that say with what a translation began, and who reviewed it, when."""
    reviewed = found.state is State.REVIEWED
    said = {
        "creationid": found.origin,
        "changedate": f"{found.day.replace('-', '')}T000000Z" if reviewed and found.day else "",
        "changeid": (found.by or "") if reviewed else "",
    }
    return "".join(f' {name}="{escape(value)}"' for name, value in said.items() if value)
