"""Checks what an attribute list says, and where it is: ``{: #t7 topics="+visas -trade" }``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from goftogu.content import times
from goftogu.conventions import tongues
from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems, did_you_mean
from goftogu.transcripts import ids
from goftogu.transcripts.blocks import Attributes, Block

_TOPIC: Final = re.compile(r"([+-]?)([a-z0-9][a-z0-9-]*)", re.ASCII)
_AT_END: Final = re.compile(r"(?<!\\)\{:[ \t][^{}\n]*\}[ \t]*\Z")
_TIME: Final = re.compile(times.WRITTEN)


@dataclass(frozen=True, slots=True)
class Allowed:
    """What one kind of block takes.

    Attributes:
        what: Its name in messages.
        id: The form of its id, or ``None``.
        form: That form in words.
        classes: Its classes.
        topics: Marks that may precede a topic; empty when topics are not allowed.
        time: Whether it may say when it begins in the recording.
        credit: Whether it may say who made it.
        lang: Whether it may say its language.
    """

    what: Message
    id: re.Pattern[str] | None = None
    form: str = ""
    classes: tuple[str, ...] = ()
    topics: str = ""
    time: bool = False
    credit: bool = False
    lang: bool = False


TURN: Final = Allowed(Message("a turn"), ids.TURN, "#t1, #t2 …", classes=("poem",), topics="+-", time=True, lang=True)
FRONT: Final = Allowed(
    Message("a paragraph above the first turn"),
    ids.PARAGRAPH,
    "#p1, #p2 …",
    classes=("lede", "note", "poem"),
    lang=True,
)
SECTION: Final = Allowed(Message("a heading"), ids.SECTION, "#s1, #s2 …", topics="+")
ABOUT: Final = Allowed(Message("a paragraph about a section"), classes=("synopsis", "keywords"))
PICTURE: Final = Allowed(Message("a picture"), ids.PICTURE, "#f1, #f2 …", credit=True)
CONTINUED: Final = Allowed(Message("a paragraph inside a turn"), classes=("poem",), time=True, lang=True)
FOOTNOTE: Final = Allowed(Message("a note"), classes=("poem",), lang=True)


@dataclass(frozen=True, slots=True)
class FoundAttributes:
    """What was said, as far as it is allowed.

    Attributes:
        id: Or empty.
        kind: The class, or empty.
        add: Topics to add.
        drop: Topics to remove.
        time: Second at which the text begins in the recording, or ``None``.
        credit: Who made a picture, or empty.
        language: Tag of its language, empty for Persian, or ``None`` when nothing is said.
    """

    id: str = ""
    kind: str = ""
    add: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    time: int | None = None
    credit: str = ""
    language: str | None = None


def is_about(block: Block, *, labelled: bool) -> bool:
    """Tell whether a paragraph below a heading is about its section: it has such a class, or no label and any class."""
    return any(name in ABOUT.classes or not labelled for said in block.attributes for name in said.classes)


def judge(path: str, block: Block, allowed: Allowed, problems: Problems) -> FoundAttributes:
    """Check the attribute list of a block.

    Args:
        path: Of the file, for problems.
        block: Any block.
        allowed: What its kind takes.
        problems: What is wrong is added.

    Returns:
        What the list says; nothing when something is wrong.
    """
    faults = _faults(block, allowed)
    problems.extend(
        Problem(path, line, 1, "T005", Message("{fault}, for {what}", fault=fault, what=allowed.what), hint)
        for line, fault, hint in faults
    )
    if faults or not block.attributes:
        return FoundAttributes()
    said = block.attributes[0]
    topics = _topics(said)
    return FoundAttributes(
        id=said.id,
        kind=said.classes[0] if said.classes else "",
        add=tuple(name for sign, name in topics if sign != "-"),
        drop=tuple(name for sign, name in topics if sign == "-"),
        time=times.whole(said.values.get("time", "")),
        credit=said.values.get("credit", "").strip(),
        language=tongues.tag(said.values["lang"]) if "lang" in said.values else None,
    )


def _faults(block: Block, allowed: Allowed) -> list[tuple[int, Message, Message]]:
    found = [(said.line, *fault) for said in block.attributes[:1] for fault in _faults_of(said, allowed)]
    found += [(said.line, Message("a second attribute list"), Message("write one")) for said in block.attributes[1:]]
    if "{:" in block.lines[-1] and (end := _AT_END.search(block.lines[-1])):
        found.append(
            (
                block.last,
                Message("“{attributes}” is not on a line of its own", attributes=end.group().strip()),
                Message("put it on the line below"),
            )
        )
    return found


def _faults_of(said: Attributes, allowed: Allowed) -> list[tuple[Message, Message]]:
    if said.fault:
        return [
            (
                Message("“{fault}” cannot be read", fault=said.fault),
                Message('the form is {: #t7 topics="+visas -trade" }'),
            )
        ]
    faults = []
    if said.id and allowed.id is None:
        faults.append(
            (
                Message("the id “{name}” is too much", name=said.id),
                Message("its id follows from that of the heading")
                if allowed is ABOUT
                else Message("its id follows from its turn: only the first paragraph has one"),
            )
        )
    elif said.id and allowed.id is not None and not allowed.id.fullmatch(said.id):
        faults.append(
            (Message("“{name}” cannot be the id", name=said.id), Message("the form is {form}", form=allowed.form))
        )
    faults += [
        (Message("unknown class “{name}”", name=name), did_you_mean(name, allowed.classes))
        for name in said.classes
        if name not in allowed.classes
    ]
    if len(said.classes) > 1:
        faults.append((Message("more than one class"), Message("keep one")))
    faults += [
        (Message("unknown attribute “{name}”", name=name), _hint(allowed))
        for name in said.values
        if name not in _known(allowed)
    ]
    return faults + _faults_of_values(said, allowed) + _faults_of_topics(said, allowed)


def _faults_of_values(said: Attributes, allowed: Allowed) -> list[tuple[Message, Message]]:
    faults = []
    time = said.values.get("time", "")
    if time and allowed.time and not _TIME.fullmatch(time):
        faults.append(
            (Message("“{time}” is not a time", time=time), Message("write hours, minutes and seconds: 0:12:31"))
        )
    if allowed.lang and not tongues.TAG.fullmatch(said.values.get("lang", "fa")):
        message = Message("“{tag}” is not the tag of a language", tag=said.values["lang"])
        faults.append((message, Message("write a tag of BCP 47: ku, ckb, az-Arab, ar, en")))
    return faults


def _faults_of_topics(said: Attributes, allowed: Allowed) -> list[tuple[Message, Message]]:
    both, one = Message("ids of topics, each with its mark: +visas -trade"), Message("ids of topics with +: +visas")
    hint = both if "-" in allowed.topics else one
    words = said.values.get("topics", "").split() if allowed.topics else []
    matches = [(word, _TOPIC.fullmatch(word)) for word in words]
    return [
        (Message("“{word}” cannot be a topic here", word=word), hint)
        for word, match in matches
        if match is None or match[1] not in allowed.topics
    ]


def _known(allowed: Allowed) -> list[str]:
    """Return the names of the attributes that a block takes."""
    taken = {"topics": bool(allowed.topics), "time": allowed.time, "lang": allowed.lang, "credit": allowed.credit}
    return [name for name, is_taken in taken.items() if is_taken]


def _hint(allowed: Allowed) -> Message:
    known = [f'{name}="…"' for name in _known(allowed)]
    return Message("known: {names}", names=known) if known else Message("it takes none")


def _topics(said: Attributes) -> list[tuple[str, str]]:
    return [(word[:1] if word[0] in "+-" else "", word.lstrip("+-")) for word in said.values.get("topics", "").split()]
