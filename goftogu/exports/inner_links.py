"""Where the links of a text lead in a document that is read apart from the site: a book, a single file, TEI.

A link to a turn of the interview stays within the document. Any other relative link becomes that of the site; where
the address of the site is unknown, nobody could follow it, and its words stay as text.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote, urljoin, urlsplit

from goftogu import urls
from goftogu.edition.material import Material
from goftogu.exports import xml
from goftogu.model import Language


def leading(material: Material, language: Language, ending: str = "") -> Callable[[str], str]:
    """Return a function from the target of a link in the text to the one in the document, empty when it has none.

    Args:
        material: The interview.
        language: Language of the text.
        ending: What the ids of the document have after those of the turns.
    """
    interview = material.interview
    turns = {turn.id for turn in interview.turns}
    pages = {material.address(view) for view in (*Language, *urls.PARALLEL)}

    def lead(target: str) -> str:
        address = urljoin(material.address(language), target)
        page, _, fragment = address.partition("#")
        name = interview.redirects.get(unquote(fragment), unquote(fragment))
        if unquote(page) in map(unquote, pages) and fragment:
            return f"#{name}{ending}" if name in turns else ""
        return xml.outside(address if urlsplit(target).scheme or material.config.url else target)

    return lead
