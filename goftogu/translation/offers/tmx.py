"""TMX as offers: our own, which names interview and paragraph, and any other, whose Persian decides.

Source: the specification of TMX 1.4b by LISA OSCAR (2005).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from goftogu.locale.message import Message
from goftogu.model import Language
from goftogu.problems import Problem, Problems
from goftogu.translation.memory.entry import State
from goftogu.translation.memory.memory import Unit
from goftogu.translation.offers import markup
from goftogu.translation.offers.offer import Offer, Offers

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def read(file: Path, by: str, problems: Problems) -> Offers:
    """Return the offers of a file.

    Args:
        file: The file.
        by: Who approved what the file calls reviewed; without a name nothing of it is taken for approved, because the
            programs that change such a file leave the mark as it was.
        problems: What is wrong is added.
    """
    root = markup.root(file, problems)
    if root is None:
        return {}
    if markup.name(root) != "tmx":
        message = Message("the file is <{tag}>, not TMX", tag=root.tag)
        problems.add(Problem.of_file(str(file), "M010", message, markup.HINT))
    found: Offers = {}
    for unit in root.iter() if markup.name(root) == "tmx" else ():
        if markup.name(unit) == "tu":
            interview, offer = _offer(unit, by)
            if offer.text.strip() and offer.unit.source.strip():
                found.setdefault(interview, []).append(offer)
    return found


def _offer(unit: Element, by: str) -> tuple[str, Offer]:
    texts = {_language(variant): _segment(variant) for variant in markup.children(unit, "tuv")}
    persian, english = texts.get(Language.FA, ""), texts.get(Language.EN, "")
    interview, _, name = unit.get("tuid", "").rpartition("/")
    state = next((prop.text for prop in markup.children(unit, "prop") if prop.get("type") == "x-state"), "")
    approved = by if by and state == State.REVIEWED else None
    return interview, Offer(Unit(name if interview else "", persian), english, approved)


def _language(variant: Element) -> str:
    tag = variant.get(_LANG) or variant.get("lang") or ""
    return tag.replace("_", "-").partition("-")[0].lower()


def _segment(variant: Element) -> str:
    return markup.text(next(markup.children(variant, "seg"), None))
