"""The words of the workbench; ``goftogu/locale/fa.po`` has their Persian."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from goftogu.locale import language, persian
from goftogu.locale.message import Message

WORDS: Final[Mapping[str, Message]] = {
    "title": Message("Workbench"),
    "skip-link": Message("To the paragraph"),
    "list": Message("Paragraphs"),
    "filters": Message("What is shown"),
    "waiting": Message("All that wait"),
    "flagged": Message("With a probable fault"),
    "doubtful": Message("Doubtful"),
    "machine": Message("Machine"),
    "draft": Message("Draft"),
    "stale": Message("Stale"),
    "missing": Message("Missing"),
    "questioned": Message("Reviewed, with a probable fault"),
    "reviewed": Message("Reviewed"),
    "all": Message("All"),
    "corrected": Message("With a reader’s correction"),
    "interview": Message("Interview"),
    "topic": Message("Topic"),
    "person": Message("Person"),
    "any": Message("any"),
    "order": Message("Order"),
    "order-text": Message("of the text"),
    "order-links": Message("most linked first"),
    "order-faults": Message("most faults first"),
    "more": Message("More"),
    "earlier-text": Message("What comes before"),
    "later-text": Message("What comes after"),
    "nothing": Message("Nothing here waits for you."),
    "progress": Message("{done} of {total} interviews looked at"),
    "faults": Message("Files with a fault"),
    "by": Message("Who reviews"),
    "unnamed": Message("say who you are before you approve"),
    "count": Message("{count} approved in this window"),
    "help": Message("Keys"),
    "close": Message("Close"),
    "source": Message("Original"),
    "target": Message("Translation"),
    "paragraph": Message("Paragraph {id}, {state}"),
    "turn-of": Message("Turn {number}, {speaker}"),
    "approve": Message("Approve"),
    "approve-next": Message("Approve, next"),
    "skip": Message("Skip"),
    "back": Message("Back"),
    "undo": Message("Undo"),
    "save": Message("Keep as a draft"),
    "edit": Message("Edit"),
    "leave": Message("Leave the text"),
    "play": Message("Play, pause"),
    "play-at": Message("Play from {time}"),
    "mine": Message("Keep mine"),
    "theirs": Message("Take theirs"),
    "flags": Message("What the checks find"),
    "no-flags": Message("The checks find nothing."),
    "terms": Message("Names and terms"),
    "term-there": Message("there"),
    "term-lacking": Message("lacking"),
    "changed": Message("What has changed in the original"),
    "moved": Message("The original has changed since; the earlier wording is not known."),
    "edited": Message("What you have changed"),
    "origin": Message("Where it comes from"),
    "origin-by": Message("approved by {name}"),
    "earlier": Message("Earlier translations"),
    "put-back": Message("Put this one back"),
    "recording": Message("Recording"),
    "corrections": Message("A reader writes"),
    "seen": Message("What the reader has seen, against what is there now"),
    "letters": Message("Letters that name no turn"),
    "take-correction": Message("Put this into the text"),
    "kept": Message("What you had typed was kept in this browser; it is not saved yet."),
    "clash": Message("Somebody else has changed this paragraph. What is there now, against yours:"),
    "clash-source": Message("The original has changed while you were at work. Read it again."),
    "status-saved": Message("{id}: saved"),
    "status-approved": Message("{id}: approved"),
    "status-undone": Message("{id}: taken back"),
    "status-changed": Message("{id}: changed elsewhere"),
    "status-gone": Message("{id} is not there any more; what you typed is kept in this browser"),
    "status-missing": Message("{id} cannot be shown now; the paragraph before it stays open"),
    "status-clash": Message("{id}: not saved, somebody else has changed it"),
    "status-refused": Message("{id}: not saved: {reason}"),
    "status-empty": Message("there is nothing to approve"),
    "status-nothing": Message("there is nothing to take back"),
    "status-end": Message("that was the last one"),
    "status-waiting": Message("{count} not saved yet"),
    "offline": Message("The server does not answer. What you decide is kept in this browser and saved when it does."),
    "busy": Message("Another process is writing the translations; this is tried again."),
    "locked": Message("This window has no key to the server. Open the address that the terminal shows."),
}
"""By name, as the scripts ask for them; ``{name}`` is filled in by the script."""

FLAGS: Final[Mapping[str, Message]] = {
    "empty": Message("there is no text"),
    "echo": Message("the original came out again"),
    "persian": Message("Persian letters in the English"),
    "digits": Message("Persian digits in the English"),
    "signs": Message("a Persian comma, question mark or half-space in the English"),
    "unknown": Message("a sign that the engine uses for itself"),
    "markup": Message("markup that the original does not have"),
    "garbled": Message("a word without a vowel"),
    "address": Message("a link or an address of mail is not as it was"),
    "number": Message("a number of the original is lost"),
    "new-number": Message("a number that the original does not have"),
    "magnitude": Message("thousands, millions or billions are lost"),
    "percent": Message("a percentage is lost"),
    "currency": Message("a currency is lost or another one"),
    "unit": Message("a measure is lost or another one"),
    "loop": Message("words again and again"),
    "doubled": Message("a word twice in a row"),
    "question": Message("a question became a statement, or the other way round"),
    "negation": Message("one of the two texts denies something, and the other does not"),
    "length": Message("far longer or shorter than the original"),
    "ending": Message("the sentence does not end"),
    "latin": Message("a word in Latin letters is lost"),
    "quotation": Message("a quotation is lost"),
    "term": Message("the settled form of a name or term is lacking"),
    "cut-off": Message("the engine stopped before the end"),
    "marks": Message("a note or a stage note is lacking, or there is one too much"),
}
"""What each flag says."""


def said(tongue: str) -> dict[str, dict[str, str]]:
    """Return all words in a language, as templates that the scripts fill.

    Args:
        tongue: ``fa`` or ``en``.
    """
    catalogue = persian.catalogue() if tongue == language.PERSIAN else {}
    parts = {"words": WORDS, "flags": FLAGS}
    return {
        part: {name: catalogue.get(word.template) or word.template for name, word in held.items()}
        for part, held in parts.items()
    }
