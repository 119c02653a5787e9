"""An interview as XLIFF 1.2, for translation tools; the result comes back through :mod:`goftogu.translation.exchange`.

Source: XLIFF Version 1.2, OASIS Standard (2008); the attributes ``state``, ``state-qualifier`` and ``approved``.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from goftogu.edition.material import Material
from goftogu.exports import xml
from goftogu.model import Language, Paragraph
from goftogu.translation.engine import terminology
from goftogu.translation.engine.terminology import Terminology
from goftogu.translation.memory.entry import NOTHING, State, Translation
from goftogu.translation.quality import flags

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
_STATES: Final = {
    State.MACHINE: 'state="needs-review-translation" state-qualifier="mt-suggestion"',
    State.DRAFT: 'state="needs-review-translation"',
    State.REVIEWED: 'state="final"',
    State.STALE: 'state="needs-translation"',
}


def xliff(material: Material) -> bytes:
    """Write all paragraphs.

    Returns:
        UTF-8.
    """
    source = material.original
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="{NAMESPACE}">\n'
        f'<file original="{escape(material.interview.id)}" '
        f'source-language="{source}" target-language="{source.other}" datatype="plaintext">\n<body>\n'
    )
    terms = terminology.settled(material.vocabulary) if source is Language.FA else None
    said = (unit for unit in material.interview.units() if not unit.language)
    units = (_unit(unit, material.translations.get(unit.id, NOTHING), terms) for unit in said)
    return xml.clean("".join([head, *units, "</body>\n</file>\n</xliff>\n"])).encode()


def _unit(unit: Paragraph, found: Translation, terms: Terminology | None) -> str:
    approved = "yes" if found.state is State.REVIEWED else "no"
    return (
        f'<trans-unit id="{escape(unit.id)}" approved="{approved}" xml:space="preserve">\n'
        f"<source>{escape(unit.reading, quote=False)}</source>\n{''.join(_rest(unit, found, terms))}</trans-unit>\n"
    )


def _rest(unit: Paragraph, found: Translation, terms: Terminology | None) -> Iterator[str]:
    if found.state is not State.MISSING:
        yield f"<target {_STATES[found.state]}>{escape(found.text, quote=False)}</target>\n"
    if found.origin:
        yield f'<note from="origin">{escape(found.origin, quote=False)}</note>\n'
    if found.state is State.REVIEWED and (reviewed := ", ".join(filter(None, [found.by, found.day]))):
        yield f'<note from="review">{escape(reviewed, quote=False)}</note>\n'
    if told := flags.of(unit.reading, found, terms) if terms is not None else found.flags:
        yield f'<note from="checks">{escape(", ".join(told), quote=False)}</note>\n'
