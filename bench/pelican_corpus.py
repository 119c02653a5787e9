"""The made-up archive in the form of Pelican, ``python -m bench.pelican_corpus ROOT NUMBER``: the same words.

Every interview is an article in Persian and its translation into English; a topic is a tag. The settings leave out what
Pelican can do and the floor does not: categories, authors, archives by date and feeds but the one of the site.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from bench import ADDRESS, corpus
from bench.corpus import MadeUp
from bench.words import TOPICS

SETTINGS: Final = "pelicanconf.py"

_SETTINGS: Final = f"""\
SITENAME = "بایگانی آزمایشی"
SITEURL = FEED_DOMAIN = "{ADDRESS.rstrip("/")}"
PATH = "content"
ARTICLE_PATHS = ["fa", "en"]
PAGE_PATHS = STATIC_PATHS = []
TIMEZONE = "UTC"
DEFAULT_LANG = "fa"
SLUGIFY_USE_UNICODE = True
THEME = "simple"
PLUGINS = ["i18n_subsites"]
I18N_SUBSITES = {{"en": {{"SITENAME": "A made-up archive"}}}}
DIRECT_TEMPLATES = ["index", "tags"]
DEFAULT_CATEGORY = "interviews"
USE_FOLDER_AS_CATEGORY = DISPLAY_CATEGORIES_ON_MENU = False
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 20
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
"""

_NAMES: Final = {
    "fa": {corpus.topic_id(topic): corpus.topic_word(topic) for topic in range(len(TOPICS))},
    "en": {corpus.topic_id(topic): corpus.topic_id(topic).title() for topic in range(len(TOPICS))},
}


def write(root: Path, number: int) -> None:
    """Write an archive in the form of Pelican.

    Args:
        root: An empty folder.
        number: How many interviews.
    """
    for language in _NAMES:
        (root / "content" / language).mkdir(parents=True)
    (root / SETTINGS).write_text(_SETTINGS, encoding="utf-8")
    for interview in corpus.interviews(number):
        for language in _NAMES:
            place = root / "content" / language / f"{interview.id}.md"
            place.write_text(article(interview, language), encoding="utf-8")


def article(interview: MadeUp, language: str) -> str:
    """Return a made-up interview in one language as an article of Pelican."""
    head = {
        "Title": interview.titles[language],
        "Date": interview.date,
        "Slug": interview.id,
        "Lang": language,
        "Tags": ", ".join(_NAMES[language][topic] for topic in interview.topics),
    }
    turns = (f"**{corpus.label(language, turn)}:** {text}" for turn, text in enumerate(interview.turns[language]))
    return "\n".join(f"{name}: {value}" for name, value in head.items()) + "\n\n" + "\n\n".join(turns) + "\n"


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
