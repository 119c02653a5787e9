"""Markdown that transcripts do not have: it is told with its line, for readers would see its characters."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from goftogu.locale.message import Message
from goftogu.problems import Problem, Problems

_HTML: Final = (
    "a|abbr|audio|b|blockquote|br|center|code|del|details|div|em|figure|font|h[1-6]|hr|i|iframe|img|ins|li|mark|ol|p|pre|q|"
    "s|script|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video"
)
_FOUND: Final = re.compile(
    rf"""
    (?=[ \t|:*_=\#`~\[<{{-])(?:
      (?P<table> ^[ \t]*\|.*\|[ \t]*$ | ^[ \t]*:?-{{3,}}:?[ \t]*\|[-:| \t]*$ )
    | (?P<rule> ^[ \t]*(?:-{{3,}}|\*{{3,}}|_{{3,}}|={{3,}}|(?:\*[ ]){{2,}}\*|(?:-[ ]){{2,}}-)[ \t]*$ )
    | (?P<heading> ^(?:\#|\#{{3,6}})[ \t]+(?=\S) )
    | (?P<nested> ^(?:[ ]{{2,}}|\t)[ \t]*(?:[-*+]|\d{{1,3}}[.)])[ \t]+(?=\S) )
    | (?P<code> ^(?:```|~~~) | (?<![\\`])`[^`\n]+` )
    | (?P<reference> (?<!\\)\[[^\[\]\n^]+\]\[[^\[\]\n^]*\] | ^\[[^\[\]\n^]+\]:[ \t]*<?(?:https?:|mailto:) )
    | (?P<html> (?<!\\)</?(?:{_HTML})(?:[ \t][^<>\n]*)?/?> )
    | (?P<address> (?<!\\)<(?:https?://|mailto:)[^<>\s]+> )
    | (?P<attributes> ^(?!\{{:)[ \t]*\{{[ \t]*[:：]?[ \t]*(?:[\#.][\w-]+|time=)[^{{}}\n]*\}}[ \t]*$ )
    | (?P<strike> (?<!\\)~~(?=\S) )
    )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_ANYWHERE: Final = ("`", "[", "<", "~~")
_AT_LINE: Final = (*" \t|:*_=#-", "{ ", "{\t", "{#", "{.", "{：", "{t")
"""What begins something of it: anywhere in a text, or only at the beginning of a line."""
_TOLD: Final = {
    "table": (
        Message("a table, which transcripts do not have"),
        Message("write it as a list, or put it on a free page"),
    ),
    "rule": (Message("a rule, which transcripts do not have"), Message("delete it, or write a heading: ## …")),
    "heading": (Message("headings of transcripts have one level"), Message("write it with two signs: ## …")),
    "nested": (Message("lists of transcripts have one level"), Message("begin each line with “- ”, without blanks")),
    "code": (Message("code, which transcripts do not have"), Message("delete the backticks, or write \\` for them")),
    "reference": (Message("a link by reference"), Message("write the address behind the words: [text](address)")),
    "html": (Message("HTML, which is shown as text"), Message("write Markdown: **strong**, *emphasis*")),
    "address": (Message("an address in angle brackets, which is shown as text"), Message("write [text](address)")),
    "attributes": (
        Message("an attribute list in another form, which is shown as text"),
        Message("write it at the beginning of the line, with a colon: {: #t7 }"),
    ),
    "strike": (Message("words that are struck out, which transcripts do not have"), Message("delete them, or ~~")),
}


def check(path: str, body: str, first_line: int, problems: Problems, kinds: Collection[str] = frozenset(_TOLD)) -> None:
    """Report Markdown that would be shown as it is typed.

    Args:
        path: The transcript.
        body: Its text below the front matter.
        first_line: The line of the file on which that begins.
        problems: What is found is added, once for each kind and line.
        kinds: What is looked for.
    """
    if not _may_have_any(body):
        return
    told: set[tuple[int, str]] = set()
    for found in _FOUND.finditer(body):
        kind = found.lastgroup or ""
        start = body.rfind("\n", 0, found.start()) + 1
        line = first_line + body.count("\n", 0, start)
        if kind not in kinds or (line, kind) in told:
            continue
        told.add((line, kind))
        problems.add(Problem(path, line, found.start() - start + 1, "T031", *_TOLD[kind]))


def _may_have_any(body: str) -> bool:
    """Tell whether a text may hold what is looked for; most do not, and to search them takes much longer."""
    return (
        body.startswith(_AT_LINE)
        or any(sign in body for sign in _ANYWHERE)
        or any(f"\n{sign}" in body for sign in _AT_LINE)
    )
