"""The contents of an interview: each exchange by its question, or by its topics where nothing is asked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from markupsafe import Markup, escape

from goftogu import markup
from goftogu.conventions import tongues
from goftogu.edition import asking, shapes, wording
from goftogu.edition.site import Site
from goftogu.model import Interview, Language, Turn
from goftogu.pages.passage import Passage
from goftogu.translation.memory.memory import State


class QuestionNames:
    """Names the exchanges of one interview in both languages."""

    def __init__(self, site: Site, interview: Interview) -> None:
        """Prepare.

        Args:
            site: The site, with the translations of the interview.
            interview: The interview.
        """
        self._topics = site.vocabulary.topics
        self._translations = site.translations.get(interview.id, {})
        self._interview, self._original = interview, interview.original

    def name(self, turns: Sequence[Turn], about: Sequence[str]) -> Passage:
        """Return what an exchange is called.

        Args:
            turns: Its turns.
            about: The ids of its topics.

        Returns:
            The sentence that asks, else the topics, else the first words.
        """
        plain = partial(markup.bare, language=self._original)
        found, asks = asking.unit(turns, self._interview.speakers, lambda unit: plain(unit.reading))
        if about and not asks:
            return Passage(found.id, self._labels(about, Language.FA), self._labels(about, Language.EN), State.ORIGINAL)
        script = tongues.of_script(found.reading) if found.language else self._original
        own = shapes.inline(found, found.reading, _words(found.reading, script, asks=asks), self._original)
        given, other = self._translations.get(found.id), self._original.other
        translated = _words(given.text, other, asks=asks) if given and given.text else Markup()
        both = (own, translated) if self._original is Language.FA else (translated, own)
        return Passage(found.id, *both, given.state if given else State.MISSING)

    def _labels(self, about: Sequence[str], language: Language) -> Markup:
        return escape(wording.COMMA[language]).join(
            markup.inline(self._topics[topic].label[language], language) for topic in about
        )


def _words(text: str, language: Language, *, asks: bool) -> Markup:
    return markup.plain(asking.words(markup.bare(text, language), asks=asks), language)
