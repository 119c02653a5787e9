"""Who made an interview apart from those who speak in it: roles, as the front matter and ``site.toml`` name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from goftogu.content.schema import Many, Table, Text
from goftogu.locale.message import Message
from goftogu.model import Bilingual

ROLES: Final[Mapping[str, Bilingual]] = {
    "researcher": Bilingual("پژوهشگر", "Researcher"),
    "director": Bilingual("سرپرست طرح", "Project director"),
    "producer": Bilingual("تهیه‌کننده", "Producer"),
    "camera": Bilingual("تصویربردار", "Camera"),
    "recordist": Bilingual("صدابردار", "Sound recordist"),
    "photographer": Bilingual("عکاس", "Photographer"),
    "interpreter": Bilingual("مترجم شفاهی", "Interpreter"),
    "transcriber": Bilingual("پیاده‌کنندهٔ متن", "Transcriber"),
    "editor": Bilingual("ویراستار", "Editor"),
    "proofreader": Bilingual("نمونه‌خوان", "Proofreader"),
    "indexer": Bilingual("نمایه‌ساز", "Indexer"),
    "translator": Bilingual("مترجم", "Translator"),
    "sponsor": Bilingual("پشتیبان", "Sponsor"),
}
"""The label of each role, in the order in which they are shown."""

RELATORS: Final[Mapping[str, str]] = {
    "researcher": "res",
    "director": "pdr",
    "producer": "pro",
    "camera": "vdg",
    "recordist": "rcd",
    "photographer": "pht",
    "transcriber": "trc",
    "editor": "edt",
    "proofreader": "pfr",
    "translator": "trl",
    "sponsor": "spn",
}
"""The code of a role in the MARC list of relators, where that has one."""

_NAME: Final = Text(pattern=r"[^\n]+", expects=Message("an id of people.toml, or a name on one line"))
CONTRIBUTORS: Final = Table(dict.fromkeys(ROLES, Many(_NAME, alone=True)))
"""What the contributors may be written as: one or more for each role."""


def in_order(said: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return contributors in the order of their roles, without roles that nobody had."""
    return {role: said[role] for role in ROLES if said.get(role)}
