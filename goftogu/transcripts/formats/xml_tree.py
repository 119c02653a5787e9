"""XML from outside: no entities, no document types, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from goftogu.locale.message import Message
from goftogu.transcripts.formats.document import Refused

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def parse(data: bytes) -> Element:
    """Return the root of an XML document.

    Raises:
        Refused: It is not well formed, or declares entities.
    """
    from defusedxml import DefusedXmlException  # noqa: PLC0415  only imports of XML need it
    from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415  the same

    try:
        root: Element = fromstring(data)
    except ParseError as error:
        line, column = error.position
        raise Refused(
            Message("the XML is damaged: {error}", error=error),
            Message("export it again"),
            line=line,
            column=column + 1,
        ) from None
    except DefusedXmlException as error:
        raise Refused(
            Message("the XML declares entities: {error}", error=error),
            Message("export it again without a document type"),
        ) from None
    return root
