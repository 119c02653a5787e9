"""``content/redirects.toml``: interviews that were published and are not there any more, and where they went.

::

    [renamed]
    garden-1 = "garden"

    [withdrawn.sea]
    fa = "به خواست راوی برداشته شد."
    en = "Withdrawn at the narrator’s request."
"""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from goftogu.content import identifiers, toml
from goftogu.content.needed import within
from goftogu.content.positions import Positions
from goftogu.content.schema import BILINGUAL, Table, Text
from goftogu.content.settings import bilingual
from goftogu.locale.message import Message
from goftogu.model import Bilingual, Language
from goftogu.problems import Problem, Problems

FILE: Final = "content/redirects.toml"
_SCHEMA: Final = Table({"renamed": Table(others=Text()), "withdrawn": Table(others=BILINGUAL)})


@dataclass(frozen=True, slots=True)
class Redirects:
    """Interviews that are gone.

    Attributes:
        renamed: The new id of each interview that has another one now, by its old id.
        withdrawn: Why each interview was taken back, by its id.
        lines: The line of each entry, by its id.
    """

    renamed: Mapping[str, str] = field(default_factory=dict)
    withdrawn: Mapping[str, Bilingual] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def gone(self) -> list[str]:
        """The ids that are no interviews any more."""
        return [*self.renamed, *self.withdrawn]


def read_redirects(text: str, path: str, problems: Problems, languages: Collection[str] = tuple(Language)) -> Redirects:
    """Read the file.

    Args:
        text: Its content.
        path: The file, for the problems.
        problems: What is wrong is added.
        languages: Those of the archive; a reason in another one is not needed.
    """
    table, where = toml.read_toml(text, path, within(_SCHEMA, languages), problems)
    renamed, withdrawn = table.get("renamed", {}), table.get("withdrawn", {})
    reasons = {name: reason for name, said in withdrawn.items() if (reason := bilingual(said))}
    keys = [("renamed", name) for name in renamed] + [("withdrawn", name) for name in reasons]
    problems.extend(_faults(keys, where))
    lines = {name: where.key((kind, name))[0] for kind, name in keys}
    return Redirects(renamed, reasons, lines)


def _faults(keys: Iterable[tuple[str, str]], where: Positions) -> Iterator[Problem]:
    seen: set[str] = set()
    for key in keys:
        if fault := identifiers.fault_of_id(key[1]):
            message = Message("“{name}” cannot be part of an address: {reason}", name=key[1], reason=fault)
            yield Problem(where.path, *where.key(key), "S004", message, Message("write the id that was published"))
        elif key[1] in seen:
            message = Message("“{id}” is both renamed and withdrawn", id=key[1])
            yield Problem(where.path, *where.key(key), "C008", message, Message("keep one of them"))
        seen.add(key[1])


def check(found: Redirects, interviews: Container[str], others: Container[str], problems: Problems) -> None:
    """Report ids that are still in use, and new ids that are not.

    Args:
        found: The file.
        interviews: Ids of all interviews that are published.
        others: Ids of all free pages, and of interviews that are not published.
        problems: What is wrong is added.
    """
    for name in found.gone:
        if name in interviews or name in others:
            message = Message("“{id}” is still there", id=name)
            problems.add(
                Problem(FILE, found.lines[name], 1, "C007", message, Message("delete this entry, or the page"))
            )
    for name, target in found.renamed.items():
        if target not in interviews:
            message = Message("“{id}” is renamed to “{target}”, which is not there", id=name, target=target)
            hint = Message("name an interview that is published")
            problems.add(Problem(FILE, found.lines[name], 1, "C007", message, hint))
