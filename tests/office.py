"""Small files of word processors, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
_NUMBERING: Final = (
    '<w:numbering xmlns:w="{w}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_NAMES: Final = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2"}
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ODF: Final = "urn:oasis:names:tc:opendocument:xmlns:"


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def word(*paragraphs: str, files: Mapping[str, str | bytes] | None = None, relations: str = "") -> bytes:
    """Return a Word file.

    Args:
        paragraphs: XML inside ``w:body``; what does not begin with ``<`` is the text of a paragraph.
        files: More files of the archive.
        relations: Of the document.
    """
    body = "".join(item if item.startswith("<") else run(item) for item in paragraphs)
    main = _relation("rId1", "officeDocument", "word/document.xml")
    return packed(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELATIONS.format(main),
            "word/_rels/document.xml.rels": _RELATIONS.format(relations + _OWN),
            "word/styles.xml": _styles(),
            "word/numbering.xml": _NUMBERING.format(w=_W),
            "word/document.xml": f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>',
            **(files or {}),
        }
    )


def run(*texts: str, style: str = "", listed: bool = False) -> str:
    """Return a paragraph; a text that begins with ``**`` is bold, one with ``//`` italic, ``\\n`` a soft line break."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if listed else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(map(_run, texts))}</w:p>"


def _run(text: str) -> str:
    if text.startswith("<"):
        return f"<w:r>{text}</w:r>"
    mark = {"**": "<w:b/>", "//": "<w:i/>"}.get(text[:2], "")
    shown = escape(text[2:] if mark else text)
    parts = "<w:br/>".join(f'<w:t xml:space="preserve">{part}</w:t>' for part in shown.split("\n"))
    return f"<w:r><w:rPr>{mark}</w:rPr>{parts}</w:r>"


def _relation(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _styles() -> str:
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/></w:style>'
        for name, shown in _NAMES.items()
    )
    return f'<w:styles xmlns:w="{_W}">{made}</w:styles>'


_OWN: Final = _relation("rId6", "styles", "styles.xml") + _relation("rId7", "numbering", "numbering.xml")


def footnotes(text: str) -> tuple[dict[str, str | bytes], str]:
    """Return the file of one footnote with the id 2, and its relation."""
    note = f'<w:footnote w:id="2">{run(text)}</w:footnote>'
    return {"word/footnotes.xml": f'<w:footnotes xmlns:w="{_W}">{note}</w:footnotes>'}, _relation(
        "rId9", "footnotes", "footnotes.xml"
    )


def comments(text: str) -> tuple[dict[str, str | bytes], str]:
    """Return the file of one comment with the id 0, and its relation."""
    note = f'<w:comment w:id="0" w:author="A" w:initials="A">{run(text)}</w:comment>'
    return {"word/comments.xml": f'<w:comments xmlns:w="{_W}">{note}</w:comments>'}, _relation(
        "rId8", "comments", "comments.xml"
    )


def opendocument(body: str, styles: str = "", files: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return an OpenDocument text; ``body`` stands inside ``office:text``."""
    spaces = "".join(
        f' xmlns:{name}="{_ODF}{space}:1.0"'
        for name, space in {
            "office": "office",
            "text": "text",
            "style": "style",
            "table": "table",
            "fo": "xsl-fo-compatible",
        }.items()
    )
    content = (
        f"<office:document-content{spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **(files or {})})
