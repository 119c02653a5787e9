"""What an archive must give in which language: an archive in Persian alone needs no English text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from goftogu.content.schema import BILINGUAL, Kind, Many, Table


def within(kind: Table, languages: Collection[str]) -> Table:
    """Return the schema of an archive with some languages: a text in another one may be there and is not needed.

    Args:
        kind: The schema of an archive with both languages.
        languages: Those of the archive.
    """
    others = BILINGUAL.keys.keys() - set(languages)
    return _without(kind, others) if others else kind


def _without(kind: Table, others: Collection[str]) -> Table:
    return replace(
        kind,
        keys={name: _relaxed(item, others) for name, item in kind.keys.items()} if kind is not BILINGUAL else kind.keys,
        required=tuple(name for name in kind.required if name not in others),
        others=_relaxed(kind.others, others) if kind.others else None,
    )


def _relaxed(kind: Kind, others: Collection[str]) -> Kind:
    if isinstance(kind, Many):
        return replace(kind, item=_relaxed(kind.item, others))
    return _without(kind, others) if isinstance(kind, Table) else kind
