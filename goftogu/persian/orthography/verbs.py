"""The finite verb: which runs of letters are verb forms, and where their half-spaces are.

A present or past form is prefix + stem + ending + object pronoun. می and نمی are set apart from what follows, the
participle from its auxiliary. The stems come from the lexicon; the colloquial ones and the endings are tables here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from goftogu.persian.orthography.letters import separate
from goftogu.persian.orthography.lexicon import Lexicon

_PREVERBS = ("بر", "در", "باز", "فرا", "فرو", "وا", "ور", "سر")
_CONTINUOUS = re.compile(f"((?:{'|'.join(_PREVERBS)})?(?:ن|ه)?می)(..+)").fullmatch
_PRESENT = frozenset("م ی د یم ید ند ه ن ین".split())
_PAST = frozenset(["", *"م ی یم ید ند ین ن".split()])
_PRONOUNS = frozenset("م ت ش مان تان شان مون تون شون".split())
_AUXILIARY = re.compile("(?:ام|است|ایم|اید|اند|بود(?:م|ی|یم|ید|ند)?|باش(?:م|ی|د|یم|ید|ند)|شد(?:م|ی|یم|ید|ند)?)$").search
_IMPERSONAL = frozenset("توان باید بایست بایستی شاید".split())
_COLLOQUIAL = frozenset("گ ر ش د خوا آ یا ذار شین".split())
_CLIPPED = ("رند", "گند", "شند", "دند")
"""Clipped stems with the ending of the written language, which nobody says."""
_UNGLIDED = frozenset("شو رو دو شنو جو درو گرو".split())


class Verbs:
    """Recognises verb forms by the stems of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the stems of the lexicon; those in ا and و also end in ی before a vowel."""
        self._past = lexicon.past
        glided = {stem + "ی" for stem in lexicon.present - _UNGLIDED if stem.endswith(("ا", "و"))}
        self._present = lexicon.present | glided
        self._spoken = self._present | _COLLOQUIAL

    def continuous(self, word: str) -> str | None:
        """Set می apart in a present or imperfect form: «نمی‌دانمش», «برمی‌گردند», «می‌رفته‌است»."""
        match = _CONTINUOUS(word)
        if match is None:
            return None
        prefix, rest = match.groups()
        if rest in _IMPERSONAL or self._finite(rest, self._spoken) or self.participle(rest):
            return separate(prefix, rest)
        perfect = self.perfect(rest)
        return separate(prefix, perfect) if perfect else None

    def perfect(self, word: str) -> str | None:
        """Set the auxiliary of a perfect apart: «شده‌اند», «برنگشته‌ام», «گفته‌بودند»."""
        match = _AUXILIARY(word)
        if match and self.participle(word[: match.start()]):
            return separate(word[: match.start()], match[0])
        return None

    def participle(self, word: str) -> bool:
        """Tell whether a word is a past participle: «رفته», «نرفته», «برنگشته»."""
        return word.endswith("ه") and any(stem in self._past for stem in _bare(word[:-1]))

    def plain(self, word: str) -> bool:
        """Tell whether a word is a finite form without می, or an imperative: «بگویند», «نکردند», «بترس»."""
        return any(form in self._present or self._finite(form, self._present) for form in _bare(word))

    def _finite(self, form: str, present: frozenset[str]) -> bool:
        return self._conjugated(form, present) or any(
            form[-size:] in _PRONOUNS and self._conjugated(form[:-size], present) for size in (1, 3)
        )

    def _conjugated(self, form: str, present: frozenset[str]) -> bool:
        if form in self._past:
            return True
        if form in _CLIPPED:
            return False
        return any(
            (form[-size:] in _PRESENT and form[:-size] in present)
            or (form[-size:] in _PAST and form[:-size] in self._past)
            for size in (1, 2)
        )


def _bare(word: str) -> Iterator[str]:
    """Yield a form without its preverb, without ب or ن, and with the glide of «بیاید» and «بیفتد» undone."""
    yield from _positive(word)
    for preverb in _PREVERBS:
        if word.startswith(preverb):
            yield from _positive(word[len(preverb) :])


def _positive(form: str) -> Iterator[str]:
    yield form
    if form[:1] in {"ب", "ن"}:
        yield form[1:]
        if form[1:2] == "ی":
            yield from ("آ" + form[3:], "ا" + form[2:], form[2:])
