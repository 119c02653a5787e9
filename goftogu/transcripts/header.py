"""The front matter of a transcript: its keys, what they may hold, and the values they give.

``TRANSCRIPT``, ``SPEAKER`` and ``SOURCE`` are the one list of keys, with those for catalogues from
:mod:`goftogu.transcripts.particulars`; ``docs/content-format.md`` explains them and a test keeps the two equal. A key
that the program takes as it is needs an entry here and a field of :class:`~goftogu.model.Details`,
:class:`~goftogu.model.Speaker` or :class:`~goftogu.model.Provenance`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from goftogu.content import frontmatter, recording, rights
from goftogu.content.needed import within
from goftogu.content.positions import Positions
from goftogu.content.schema import ID, Date, Flag, Many, Table, Text
from goftogu.content.transcript_language import USUAL_LANGUAGES, SiteLanguages, TranscriptLanguage
from goftogu.locale.message import Message
from goftogu.model import Details, MediaMention, Paragraph, Provenance, Revision, Role, Source, Speaker
from goftogu.persian.dates.calendar import parse
from goftogu.pictures.published import PORTRAIT as PORTRAIT_WIDTHS
from goftogu.problems import Fault, Problem, Problems, SourcePlace
from goftogu.transcripts import ids, labels, particulars
from goftogu.transcripts.draft import Draft, DraftParagraph, DraftPicture


def _first_day(text: str) -> str:
    return parse(text).first.isoformat()


def _last_day(text: str) -> str:
    return parse(text).last.isoformat()


_LINE: Final = Text(pattern=r"[^\n]*", expects=Message("it on one line"))
_FILE: Final = r"[^\x00-\x1f\x7f/\\.][^\x00-\x1f\x7f/\\]*"

SPEAKER: Final = Table(
    {"role": Text(choices=tuple(Role)), "person": ID, "organisation": ID, "description": _LINE}, required=("role",)
)
SOURCE: Final = Table(
    {
        "name": _LINE,
        "url": Text(
            pattern=r"(?i:https?)://[^\s<>\"]+", expects=Message("an address that begins with https:// or http://")
        ),
        "published": Date(_first_day),
        "received": Date(_first_day),
        "file": Text(pattern=_FILE, expects=Message("the name of a file in content/received/")),
        "publish": Flag(),
        "notes": Many(Text(empty=True)),
    }
)
CONSENT: Final = Table({"date": Date(_first_day), "reference": Text()})
"""For the archive alone: no page and no file of the site has it."""

PORTRAIT: Final = Table(
    {
        "file": Text(),
        "alt": replace(_LINE, expects=Message("what it shows, for those who do not see it")),
        "credit": _LINE,
    },
    required=("file", "alt"),
)
REVISION: Final = Table({"date": Date(_first_day), "note": _LINE}, required=("date",))
TRANSCRIPT: Final = Table(
    {
        "title": Text(pattern=_LINE.pattern, expects=Message("the Persian title, on one line")),
        "date": Date(),
        "language": Text(choices=tuple(TranscriptLanguage)),
        "speakers": Table(
            others=SPEAKER,
            filled=True,
            expects=Message(
                "labels as they are before the colon, each with the keys of a speaker: «مجری: {role: interviewer}»"
            ),
        ),
        "source": SOURCE,
        "draft": Flag(),
        "embargo": Date(_last_day),
        "consent": CONSENT,
        **particulars.KEYS,
        "rights": rights.RIGHTS,
        "portrait": PORTRAIT,
        "revisions": Many(REVISION),
        "media": recording.RECORDINGS,
        "redirects": Table(
            others=Text(),
            name=Text(
                pattern="|".join(kind.pattern for kind in (ids.TURN, ids.PARAGRAPH, ids.SECTION, ids.PICTURE)),
                expects=Message("{old: new}, both ids of this transcript, as {t7: t6}"),
            ),
            filled=True,
        ),
    },
    required=("title", "speakers"),
    whole=Message("the front matter"),
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the front matter says, and the text below it.

    Attributes:
        draft: With title, speakers and details; nothing of the text yet.
        body: The text below the front matter.
        body_line: Line of the file on which it begins.
        where: The places of the keys and values.
    """

    draft: Draft
    body: str
    body_line: int
    where: Positions


def read_header(source: Source, problems: Problems, languages: SiteLanguages = USUAL_LANGUAGES) -> Header | None:
    """Read the front matter of a transcript.

    Args:
        source: The file.
        problems: What is wrong is added.
        languages: What the archive says of them.

    Returns:
        ``None`` when it is missing or nothing of it can be used; otherwise all that could be understood.
    """
    front = frontmatter.read_front_matter(source, within(TRANSCRIPT, languages.offered), problems)
    if front is None:
        return None
    table, where = front.table, front.where
    speakers = {label: table.get("speakers", {}).get(label, {}) for label in where.names(("speakers",))}
    _check_labels(speakers, where, problems)
    draft = Draft(
        source.path,
        title=DraftParagraph(table.get("title", ""), where(("title",))[0]),
        details=_details({"language": languages.usual, **table}, where, problems),
        speakers=[
            _speaker(label, number, said, where.key(("speakers", label))[0])
            for number, (label, said) in enumerate(speakers.items(), 1)
        ],
        mentions=list(_mentions(table.get("media", ()), where)),
    )
    _take_portrait(draft, table.get("portrait", {}), where)
    return Header(draft, front.body, front.body_line, where)


def _mentions(media: Iterable[Mapping[str, Any]], where: Positions) -> Iterator[MediaMention]:
    for number, said in enumerate(media):
        if "file" in said:
            yield MediaMention(said["file"], SourcePlace(where.path, *where(("media", number, "file"))))


def _take_portrait(draft: Draft, said: Mapping[str, Any], where: Positions) -> None:
    if "file" in said and "alt" in said:
        line, column = where(("portrait", "file"))
        draft.mentions.append(MediaMention(said["file"], SourcePlace(draft.path, line, column), PORTRAIT_WIDTHS))
        line, _ = where(("portrait", "alt"))
        draft.portrait = DraftPicture(
            said["file"], said["alt"], "", said.get("credit", ""), None, id="portrait", line=line
        )


def _known(record: type, table: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values of a checked table that a record has fields for."""
    return {known.name: table[known.name] for known in fields(record) if known.name in table}


def _details(table: Mapping[str, Any], where: Positions, problems: Problems) -> Details:
    own = {
        "provenance": _provenance(table.get("source", {})),
        "revisions": tuple(Revision(**_known(Revision, said)) for said in table.get("revisions", ()) if "date" in said),
        "media": recording.read_recordings(table.get("media", ()), where, problems),
        "rights": rights.read_rights(table.get("rights", {})),
        "particulars": particulars.read_particulars(table, where, problems),
        "references": particulars.references(table, where),
    }
    return Details(**_known(Details, table) | own)


def _speaker(label: str, number: int, said: Mapping[str, Any], line: int) -> Speaker:
    text = said.get("description")
    description = Paragraph(f"speaker.{number}", text, "", line) if text else None
    return Speaker(label, **_known(Speaker, said) | {"description": description})


def _provenance(said: Mapping[str, Any]) -> Provenance:
    name = said.get("name", "")
    is_id = ID.fits(name)
    return Provenance(**_known(Provenance, said) | {"name": name if is_id else "", "name_text": "" if is_id else name})


def _check_labels(found: Mapping[str, Any], where: Positions, problems: Problems) -> None:
    seen: set[str] = set()
    for label in found:
        if fault := _fault_of_label(label, seen):
            line, column = where.key(("speakers", label))
            problems.add(Problem(where.path, line, column, *fault))


def _fault_of_label(label: str, seen: set[str]) -> Fault | None:
    """Check a label, and record it as seen."""
    key = labels.key(label)
    if not key or len(label) > labels.LONGEST or any(sign in label for sign in ":：\\\n"):
        hint = Message("at most {longest} characters, no colon, no backslash", longest=labels.LONGEST)
        return "C005", Message("“{label}” cannot be a label", label=label), hint
    if key in seen:
        return "C008", Message("another label reads like “{label}”", label=label), Message("keep one of them")
    seen.add(key)
    return None
