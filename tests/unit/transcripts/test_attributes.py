from __future__ import annotations

import pytest

from goftogu.problems import Problem
from goftogu.transcripts import attributes
from goftogu.transcripts.attributes import ABOUT, CONTINUED, FRONT, PICTURE, SECTION, TURN, Allowed, FoundAttributes
from goftogu.transcripts.blocks import Block, read_blocks
from tests.collecting import collected


def _judged(text: str, allowed: Allowed) -> tuple[FoundAttributes, list[Problem]]:
    (block,) = read_blocks(text.split("\n"), 1, lambda _: False)
    assert isinstance(block, Block)
    return collected(attributes.judge, "a.md", block, allowed)


def _judge(text: str, allowed: Allowed) -> tuple[FoundAttributes, list[str]]:
    found, problems = _judged(text, allowed)
    return found, [f"{problem.code}:{problem.line} {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    ("text", "allowed", "found"),
    [
        ("یک", TURN, FoundAttributes()),
        ("یک\n{: #t7 }", TURN, FoundAttributes("t7")),
        ("یک\n{: #h0a1b2c3d-2 }", TURN, FoundAttributes("h0a1b2c3d-2")),
        ('یک\n{: #t7 topics="+visas -trade sea" }', TURN, FoundAttributes("t7", add=("visas", "sea"), drop=("trade",))),
        ("یک\n{: #p1 .lede }", FRONT, FoundAttributes("p1", "lede")),
        ("یک\n{: .note }", FRONT, FoundAttributes(kind="note")),
        ('یک\n{: #s2 topics="+visas" }', SECTION, FoundAttributes("s2", add=("visas",))),
        ("یک {x}\n{: }", CONTINUED, FoundAttributes()),
        ('یک\n{: #t7 time="1:02:03" }', TURN, FoundAttributes("t7", time=3723)),
        ('یک\n{: time="۰:۱۲:۳۱" }', CONTINUED, FoundAttributes(time=751)),
        ('یک\n{: time="٠:١٢:٣١" }', CONTINUED, FoundAttributes(time=751)),
        ('یک\n{: time="0:00:00" }', TURN, FoundAttributes(time=0)),
    ],
)
def test_what_is_allowed(text: str, allowed: Allowed, found: FoundAttributes) -> None:
    assert _judge(text, allowed) == (found, [])


@pytest.mark.parametrize(
    ("text", "allowed", "message"),
    [
        ("یک\n{: #p1 }", TURN, "T005:2 “p1” cannot be the id, for a turn"),
        ("یک\n{: #t0 }", TURN, "T005:2 “t0” cannot be the id, for a turn"),
        ("یک\n{: #t۱ }", TURN, "T005:2 “t۱” cannot be the id, for a turn"),
        ("یک\n{: #t1 }", CONTINUED, "T005:2 the id “t1” is too much, for a paragraph inside a turn"),
        ("یک\n{: .led }", FRONT, "T005:2 unknown class “led”, for a paragraph above the first turn"),
        ("یک\n{: .lede .note }", FRONT, "T005:2 more than one class, for a paragraph above the first turn"),
        ('یک\n{: lng="fa" }', TURN, "T005:2 unknown attribute “lng”, for a turn"),
        ('یک\n{: topics="+a" }', FRONT, "T005:2 unknown attribute “topics”, for a paragraph above the first turn"),
        ('یک\n{: topics="+Visas" }', TURN, "T005:2 “+Visas” cannot be a topic here, for a turn"),
        ('یک\n{: topics="-a" }', SECTION, "T005:2 “-a” cannot be a topic here, for a heading"),
        ("یک\n{: .a.b }", TURN, "T005:2 “.a.b” cannot be read, for a turn"),
        ("یک\n{: }\n{: }", TURN, "T005:3 a second attribute list, for a turn"),
        ("یک\n{: }\n{: .led }", TURN, "T005:3 a second attribute list, for a turn"),
        ('یک\n{: time="12" }', TURN, "T005:2 “12” is not a time, for a turn"),
        ('یک\n{: time="12:31" }', TURN, "T005:2 “12:31” is not a time, for a turn"),
        ('یک\n{: time="0:60:00" }', CONTINUED, "T005:2 “0:60:00” is not a time, for a paragraph inside a turn"),
        ('یک\n{: time="0:00:01" }', FRONT, "T005:2 unknown attribute “time”, for a paragraph above the first turn"),
        ('یک\n{: time="0:00:01" }', SECTION, "T005:2 unknown attribute “time”, for a heading"),
        ('یک\n{: topics="+a" }', CONTINUED, "T005:2 unknown attribute “topics”, for a paragraph inside a turn"),
        ("یک\nدو {: #t1 } ", TURN, "T005:2 “{: #t1 }” is not on a line of its own, for a turn"),
    ],
)
def test_what_is_not_allowed(text: str, allowed: Allowed, message: str) -> None:
    assert _judge(text, allowed) == (FoundAttributes(), [message])


@pytest.mark.parametrize(
    ("text", "allowed", "hint"),
    [
        ('یک\n{: topics="*a" }', TURN, "ids of topics, each with its mark: +visas -trade"),
        ('یک\n{: topics="-a" }', SECTION, "ids of topics with +: +visas"),
        ('یک\n{: time="12" }', TURN, "write hours, minutes and seconds: 0:12:31"),
        ('یک\n{: lang="kurdish language" }', TURN, "write a tag of BCP 47: ku, ckb, az-Arab, ar, en"),
        ("یک\n{: .lede .note }", FRONT, "keep one"),
        ("یک\n{: #t1 }", CONTINUED, "its id follows from its turn: only the first paragraph has one"),
        ("یک\n{: #s1 }", ABOUT, "its id follows from that of the heading"),
        ("یک\n{: .a.b }", TURN, 'the form is {: #t7 topics="+visas -trade" }'),
        ("یک\n{: .not }", FRONT, "did you mean “note”?"),
        ("یک\n{: #x }", TURN, "the form is #t1, #t2 …"),
        ("یک\n{: #x }", FRONT, "the form is #p1, #p2 …"),
        ("یک\n{: #x }", SECTION, "the form is #s1, #s2 …"),
        ("یک\n{: #x }", PICTURE, "the form is #f1, #f2 …"),
        ('یک\n{: lng="fa" }', TURN, 'known: topics="…", time="…", lang="…"'),
        ('یک\n{: lng="fa" }', SECTION, 'known: topics="…"'),
    ],
)
def test_what_is_not_allowed_comes_with_what_is(text: str, allowed: Allowed, hint: str) -> None:
    _, (problem,) = _judged(text, allowed)
    assert (str(problem.hint), problem.line, problem.column) == (hint, 2, 1)


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        (attributes.TURN, ["topics", "time", "lang"]),
        (attributes.FRONT, ["lang"]),
        (attributes.SECTION, ["topics"]),
        (attributes.ABOUT, []),
        (attributes.PICTURE, ["credit"]),
        (attributes.CONTINUED, ["time", "lang"]),
        (attributes.FOOTNOTE, ["lang"]),
    ],
)
def test_each_kind_of_block_takes_its_attributes(kind: attributes.Allowed, known: list[str]) -> None:
    assert attributes._known(kind) == known
