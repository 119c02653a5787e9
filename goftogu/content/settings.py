"""Reads ``content/site.toml``: the archive's name, its address, and how it is built."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from goftogu import urls
from goftogu.content import defaults, files, licences, site_address, toml
from goftogu.content.defaults import DEFAULTS, NO_DEFAULTS, Defaults
from goftogu.content.engine_settings import NO_SETTINGS, TRANSLATION, EngineSettings, read_engine
from goftogu.content.given_pictures import PICTURE, GivenPicture, read_picture
from goftogu.content.location import SETTINGS
from goftogu.content.needed import within
from goftogu.content.positions import Positions
from goftogu.content.schema import BILINGUAL, TITLE, Flag, Many, Table, Text, Whole
from goftogu.content.transcript_language import SiteLanguages, TranscriptLanguage
from goftogu.conventions import stage_notes
from goftogu.exports import downloads
from goftogu.exports.downloads import NAMES
from goftogu.locale.message import Message
from goftogu.model import Bilingual, Language, StageNote
from goftogu.problems import Problem, Problems

_URL: Final = Text(
    pattern=site_address.FORM, expects=Message("an address that begins with https://, without ? and #"), empty=True
)
_CONTACT: Final = Text(
    pattern=rf"{site_address.FORM}(?:\?[^\s?#]+)?|mailto:[^\s@?]+@[^\s@?]+",
    expects=Message("a mail address as mailto:name@example.org, or the https:// address of a form for new issues"),
    empty=True,
)
_MAIL: Final = Text(pattern=r"[^\s@<>?]+@[^\s@<>?]+", expects=Message("a mail address as name@example.org"), empty=True)

ORDERS: Final = (tuple(Language), tuple(reversed(Language)), (Language.FA,))
"""The languages that an archive can have, in the order in which they are offered."""

FORMAT: Final = 2
"""The format of an archive that this version writes; it reads all earlier ones, too."""
_CHOOSING: Final = 2
"""The first format in which an archive that chooses no downloads has the usual ones; it had all of them before."""


class Cards(StrEnum):
    """Which interviews have a card of their own, for messengers: all, those with a portrait, or none of them."""

    ALL = "all"
    PORTRAITS = "portraits"
    NONE = "none"


SCHEMA: Final = Table(
    {
        "format": Whole(),
        "title": TITLE,
        "description": BILINGUAL,
        "url": _URL,
        "languages": Many(Text(choices=tuple(Language))),
        "language": Text(choices=tuple(TranscriptLanguage)),
        "order": Text(choices=("newest", "oldest")),
        "downloads": Many(Text(choices=(*NAMES, *downloads.GROUPS))),
        "editor": TITLE,
        "corrections": _CONTACT,
        "rights": BILINGUAL,
        "licence": replace(licences.LICENCE, empty=True),
        "logo": PICTURE,
        "cards": Text(choices=tuple(Cards)),
        "offline": Flag(),
        "packages": Text(),
        "ignore": Many(Text()),
        "join_blanks": Flag(),
        "stage_notes": Table(
            others=Table({"en": Text(), "kind": Text(choices=stage_notes.KINDS)}, required=("en", "kind")),
            expects=Message("Persian stage notes without their brackets, each with en and kind"),
        ),
        "translation": TRANSLATION,
        "oai": Table({"gateway": _URL, "email": _MAIL}),
        "defaults": DEFAULTS,
    },
    required=("title", "description"),
)
"""Every key of ``site.toml``."""


_NEWER: Final = Message("the archive has format {number}, and this version of Goftogu knows no format above {highest}")
_UPDATE: Final = Message("update the program; docs/upgrading.md says how")


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """The settings of an archive.

    Attributes:
        title: Name of the archive.
        description: One or two sentences about it.
        url: Absolute address of the published site, with ``/`` at its end; empty when unknown, then all links are
            relative.
        languages: The languages of the site, in the order in which they are offered: both, or Persian alone.
        language: That of the transcripts that say nothing else; Dari also names the months of the whole site.
        newest_first: Whether lists of interviews begin with the newest.
        downloads: Which of :func:`~goftogu.exports.downloads.names` there are, beside the text as received.
        editor: Who keeps the archive, or ``None``.
        corrections: Where readers send corrections, a ``mailto:`` or ``https:`` address, or empty.
        rights: Statement about the rights in the texts, or ``None``.
        licence: Address of the licence of the texts, or empty.
        logo: Its sign beside its name, or ``None``.
        cards: Which interviews have a card of their own.
        offline: Never use the network, not even with ``--download``.
        packages: Folder of the translation packages, or empty for the usual one.
        ignore: Files and folders of ``content/`` and ``templates/`` that are kept there and not read.
        join_blanks: Read half-spaces that were typed as blanks.
        translation: What translates.
        stage_notes: Those of this archive, beside the usual ones.
        oai_gateway: Address of the gateway that serves the archive by OAI-PMH, with ``/`` at its end, or empty.
        oai_email: Mail address of who keeps the archive, for OAI-PMH, or empty.
        defaults: What holds for interviews that say nothing else.
    """

    title: Bilingual = Bilingual("گفت‌وگو", "Goftogu")
    description: Bilingual = Bilingual("", "")
    url: str = ""
    languages: tuple[Language, ...] = tuple(Language)
    language: TranscriptLanguage = TranscriptLanguage.PERSIAN
    newest_first: bool = True
    downloads: tuple[str, ...] = NAMES
    editor: Bilingual | None = None
    corrections: str = ""
    rights: Bilingual | None = None
    licence: str = ""
    logo: GivenPicture | None = None
    cards: Cards = Cards.PORTRAITS
    offline: bool = False
    packages: str = ""
    ignore: tuple[str, ...] = ()
    join_blanks: bool = True
    translation: EngineSettings = NO_SETTINGS
    stage_notes: tuple[StageNote, ...] = ()
    oai_gateway: str = ""
    oai_email: str = ""
    defaults: Defaults = NO_DEFAULTS

    @property
    def editions(self) -> tuple[Language, ...]:
        """The languages of the site, Persian first, whatever the order in which they are offered."""
        return tuple(language for language in Language if language in self.languages)

    @property
    def spoken(self) -> SiteLanguages:
        """What the reading of transcripts has to know of this."""
        return SiteLanguages(self.languages, self.language)

    @property
    def dari(self) -> bool:
        """Whether the site as a whole is in Dari."""
        return self.language is TranscriptLanguage.DARI

    @property
    def translated(self) -> bool:
        """Whether the site has a second language, into which the interviews are translated."""
        return len(self.languages) > 1

    @property
    def views(self) -> Mapping[str, Language]:
        """The views of an interview, each with the language of its interface; where there is English, four of them."""
        found = {Language.FA: Language.FA, urls.BOTH: Language.FA}
        english = {urls.BOTH_IN_ENGLISH: Language.EN, Language.EN: Language.EN}
        return {**found, **english} if self.translated else {Language.FA: Language.FA}

    def switched(self, language: Language) -> tuple[str, ...]:
        """Return the views to which a page of one language leads: the languages, and both with its interface."""
        return tuple(view for view, own in self.views.items() if view not in urls.PARALLEL or own is language)

    def packages_folder(self, root: Path) -> Path | None:
        """Return the folder of the translation packages of a project; ``None`` for the usual one."""
        return root / self.packages if self.packages else None


def address(text: str) -> str:
    """Return an address of a site with ``/`` at its end; empty when it is not one."""
    return "" if site_address.fault(text) else site_address.written(text)


def of_archive(root: Path, problems: Problems) -> SiteConfig:
    """Read ``site.toml`` of an archive; what is missing or faulty gets its default."""
    source = files.text(root / SETTINGS, problems, root)
    return SiteConfig() if source is None else read_settings(source.text, source.path, problems)


def read_settings(text: str, path: str, problems: Problems) -> SiteConfig:
    """Read the settings.

    Args:
        text: The content of ``site.toml``.
        path: The file, for the problems.
        problems: What is wrong is added.

    Returns:
        The settings, with the usual value for what is missing or faulty.
    """
    found = Problems()
    languages = _languages(text)
    table, where = toml.read_toml(text, path, within(_schema(), languages), found)
    if (number := table.get("format", 1)) > FORMAT:
        problems.add(Problem(path, *where(("format",)), "C009", _NEWER.of(number=number, highest=FORMAT), _UPDATE))
        return SiteConfig()
    problems.extend(found)
    if "languages" in table and table["languages"] != languages:
        hint = Message('write ["fa", "en"] or ["en", "fa"], or ["fa"] for an archive in Persian alone')
        message = Message("these languages are not possible")
        problems.add(Problem(where.path, *where(("languages",)), "C005", message, hint))
    usual = SiteConfig()
    return SiteConfig(
        title=bilingual(table.get("title")) or usual.title,
        description=bilingual(table.get("description")) or usual.description,
        url=_address(table.get("url", ""), where, problems),
        languages=languages,
        language=table.get("language", TranscriptLanguage.PERSIAN),
        newest_first=table.get("order", "newest") == "newest",
        downloads=_downloads(table, number),
        editor=bilingual(table.get("editor")),
        corrections=table.get("corrections", ""),
        rights=bilingual(table.get("rights")),
        licence=licences.address(table.get("licence", "")),
        **_pictures(table, where),
        offline=table.get("offline", False),
        packages=table.get("packages", ""),
        ignore=table.get("ignore", ()),
        join_blanks=table.get("join_blanks", True),
        translation=read_engine(table.get("translation", {})),
        stage_notes=tuple(
            StageNote(words, said["en"], said["kind"])
            for words, said in table.get("stage_notes", {}).items()
            if {"en", "kind"} <= said.keys()
        ),
        oai_gateway=site_address.written(table.get("oai", {}).get("gateway", "")),
        oai_email=table.get("oai", {}).get("email", ""),
        defaults=defaults.read_defaults(table.get("defaults", {}), where),
    )


def _downloads(table: Mapping[str, Any], number: int) -> tuple[str, ...]:
    """Return the downloads that the settings choose, and where they choose none, those of their format."""
    usual = downloads.USUAL if number >= _CHOOSING else downloads.ALL
    return downloads.expanded(table.get("downloads", [usual]))


def _languages(text: str) -> tuple[Language, ...]:
    """Return the languages that the settings name; both when they name none, or such as cannot be."""
    try:
        said = tomllib.loads(text).get("languages")
    except (ValueError, RecursionError):
        said = None
    return next((order for order in ORDERS if said == list(order)), ORDERS[0])


def _pictures(table: Mapping[str, Any], where: Positions) -> dict[str, Any]:
    """Return what the settings say of pictures."""
    logo = read_picture(table.get("logo"), where, ("logo",))
    return {"logo": logo, "cards": table.get("cards", Cards.PORTRAITS)}


def _schema() -> Table:
    """Return the schema with the words of installed house exports."""
    words = Many(Text(choices=(*downloads.names(), *downloads.GROUPS)))
    return replace(SCHEMA, keys={**SCHEMA.keys, "downloads": words})


def bilingual(table: dict[str, Any] | None) -> Bilingual | None:
    """Return the text of a checked table; ``None`` when its Persian is missing.

    Its English is empty in an archive in Persian alone; where it is needed, :mod:`goftogu.content.schema` asks for it.
    """
    return Bilingual(table["fa"], table.get("en", "")) if table and "fa" in table else None


def _address(url: str, where: Positions, problems: Problems) -> str:
    """Return the address of the site; nothing when no site can have it."""
    if url and (fault := site_address.fault(url)):
        message = Message("“{url}” is not the address of a site: {fault}", url=url, fault=fault)
        hint = Message("write it as https://example.org/archive/")
        problems.add(Problem(where.path, *where(("url",)), "C005", message, hint))
        return ""
    return site_address.written(url)
