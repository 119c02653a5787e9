"""Small interviews for the tests, made in one line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from goftogu.model import Exchange, Interview, Paragraph, Provenance, Reference, Role, Section, Source, Speaker, Turn

HOST = Speaker("مجری", Role.INTERVIEWER, organisation="kazinform")
GUEST = Speaker("آقای پزشکیان", Role.INTERVIEWEE, person="pezeshkian")
Texts = str | Sequence[str]


def a_turn(
    id_: str, speaker: str, paragraphs: tuple[Paragraph, ...], exchange: int, section: str = "", **said: Any
) -> Turn:
    """Return a turn that is labelled, but whose id is not in the source."""
    usual: dict[str, Any] = {"add_topics": (), "drop_topics": (), "inferred": False, "stamped": False, "line": 0}
    return Turn(id_, speaker, paragraphs, exchange, section, **usual | said)


def turn(
    number: int,
    label: str,
    *texts: str,
    exchange: int = 0,
    section: str = "",
    add_topics: tuple[str, ...] = (),
    drop_topics: tuple[str, ...] = (),
) -> Turn:
    """Make the turn ``t1`` with the paragraphs ``t1.1``, ``t1.2`` …; its line in the source is its number."""
    paragraphs = tuple(Paragraph(f"t{number}.{place}", text, text, line=0) for place, text in enumerate(texts, start=1))
    topics = {"add_topics": add_topics, "drop_topics": drop_topics}
    return a_turn(f"t{number}", label, paragraphs, exchange, section, line=number, **topics)


def talk(*exchanges: tuple[Texts, Texts], id_: str = "talk", guest: Speaker = GUEST) -> Interview:
    """Make an interview of questions and answers, each a text or several paragraphs."""
    turns = [
        turn(2 * place + side + 1, (HOST, guest)[side].label, *_paragraphs(texts), exchange=place)
        for place, pair in enumerate(exchanges)
        for side, texts in enumerate(pair)
    ]
    return interview(turns, id_=id_, speakers={HOST.label: HOST, guest.label: guest})


def interview(
    turns: Sequence[Turn],
    *,
    id_: str = "talk",
    speakers: Mapping[str, Speaker] | None = None,
    sections: tuple[Section, ...] = (),
    source: str = "",
) -> Interview:
    """Make an interview of turns that know their exchanges."""
    groups: dict[int, list[str]] = {}
    for item in turns:
        groups.setdefault(item.exchange, []).append(item.id)
    return Interview(
        id_,
        f"content/interviews/{id_}.md",
        Paragraph("title", "عنوان", "عنوان", line=0),
        date=None,
        speakers=speakers or {HOST.label: HOST, GUEST.label: GUEST},
        lede=None,
        introduction=(),
        note=None,
        turns=tuple(turns),
        exchanges=tuple(Exchange(f"x-{ids[0]}", tuple(ids)) for ids in groups.values()),
        sections=sections,
        references=(Reference("people.toml", "source.name", source, 1, 1),) if source else (),
        provenance=Provenance(name=source),
        raw=False,
    )


def file(name: str, text: str) -> Source:
    """Make a file of ``content/``."""
    return Source(f"content/{name}", text.encode(), text)


def _paragraphs(texts: Texts) -> Sequence[str]:
    return (texts,) if isinstance(texts, str) else texts
