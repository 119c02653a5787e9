"""Lexicons of a few words, so that a test of a rule shows all that the rule knows."""

from __future__ import annotations

from goftogu.persian.orthography.letters import ZWNJ
from goftogu.persian.orthography.lexicon import _LISTS, Lexicon


def lexicon(words: str = "", spellings: str = "", **lists: str) -> Lexicon:
    """Make a lexicon; each argument is words with blanks between.

    Args:
        words: Words that are written joined.
        spellings: Words with half-spaces.
        lists: ``wholes``, ``degrees``, ``past``, ``present``, ``pairs`` or a list of ``data/``, ``_`` for ``-``.
    """
    sets = {name: frozenset(lists.pop(name, "").split()) for name in ("wholes", "degrees", "past", "present", "pairs")}
    named = {name.replace("_", "-"): frozenset(text.split()) for name, text in lists.items()}
    assert named.keys() <= set(_LISTS)
    return Lexicon(
        spellings={word.replace(ZWNJ, ""): word for word in spellings.split()},
        words=frozenset(words.split()),
        lists={name: named.get(name, frozenset()) for name in _LISTS},
        **sets,
    )
