"""The floor: the least that Python can do for such a site, with Jinja2 and nothing that makes an archive trustworthy.

It reads turns that are already parsed, translated and indexed, renders pages with about as much markup as ours, and
writes them. Run it as ``python -m bench.floor ROOT OUTPUT [--both] [--data]``: by itself it makes the pages of both
languages, the topics, the feeds and the sitemap; with ``--both`` the parallel pages, with ``--data`` data files, too.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from jinja2 import DictLoader, Environment, StrictUndefined

from bench import ADDRESS, NEUTRAL

_IN_FEED: Final = 20
_PAGE: Final = """\
<!DOCTYPE html>
<html lang="{{ language }}" dir="{{ 'rtl' if language == 'fa' else 'ltr' }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ title }}</title><link rel="stylesheet" href="../static/site.css"></head>
<body><header><nav><a href="index.html">Home</a> <a href="topics/index.html">Topics</a></nav></header>
<main>{% block main %}{% endblock %}</main>
<footer><p>A made-up archive</p></footer></body></html>
"""
_TEMPLATES: Final = {
    "page": _PAGE,
    "interview": """{% extends "page" %}{% block main %}<article><h1>{{ title }}</h1><time>{{ head.date }}</time>
{% for speaker, text in turns %}<div class="turn"><h3 id="t{{ loop.index }}">{{ speaker }}</h3>
<p class="tools"><a href="#t{{ loop.index }}">{{ loop.index }}</a>
<a href="../{{ other }}/{{ head.id }}.html#t{{ loop.index }}" hreflang="{{ other }}">{{ other }}</a></p>
<div class="speech"><p>{{ text }}</p></div></div>
{% endfor %}<ul>
{% for topic in head.topics %}<li><a href="topics/{{ topic }}.html">{{ topic }}</a></li>
{% endfor %}</ul></article>{% endblock %}""",
    "both": """{% extends "page" %}{% block main %}<article><h1>{{ title }}</h1>
{% for (speaker, fa), (_, en) in turns %}<div class="turn">
<h3 id="t{{ loop.index }}">{{ speaker }}</h3><div class="pair">
<div lang="fa" dir="rtl"><p>{{ fa }}</p></div><div lang="en" dir="ltr"><p>{{ en }}</p></div></div></div>
{% endfor %}</article>{% endblock %}""",
    "list": """{% extends "page" %}{% block main %}<h1>{{ title }}</h1><ul>
{% for head in heads %}<li><a href="{{ up }}{{ head.id }}.html">{{ head.titles[language] }}</a>
<time>{{ head.date }}</time></li>
{% endfor %}</ul>{% endblock %}""",
    "feed": """<feed xmlns="http://www.w3.org/2005/Atom"><title>{{ title }}</title>
{% for head, turns in entries %}<entry><title>{{ head.titles[language] }}</title><updated>{{ head.date }}</updated>
<content type="html">{% for _, text in turns %}{{ text }} {% endfor %}</content></entry>
{% endfor %}</feed>""",
    "sitemap": """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{% for path in paths %}<url><loc>{{ address }}{{ path }}</loc></url>
{% endfor %}</urlset>""",
}


def build(root: Path, output: Path, *, both: bool, data: bool) -> None:
    """Build the floor's site."""
    for path, text in pages(root / NEUTRAL, both=both, data=data):
        place = output / path
        if not place.parent.is_dir():
            place.parent.mkdir(parents=True)
        place.write_bytes(text.encode())


def pages(folder: Path, *, both: bool, data: bool) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of every file."""
    environment = Environment(autoescape=True, undefined=StrictUndefined, loader=DictLoader(_TEMPLATES))
    templates = {name: environment.get_template(name) for name in _TEMPLATES}
    heads: list[dict[str, Any]] = []
    latest: list[tuple[dict[str, Any], dict[str, list[list[str]]]]] = []
    for file in sorted(folder.glob("*.json")):
        head = json.loads(file.read_bytes())
        turns = {language: _turns(file.with_suffix(f".{language}.txt")) for language in ("fa", "en")}
        heads.append(head)
        latest = [*latest, (head, turns)][-_IN_FEED:]
        for language, other in (("fa", "en"), ("en", "fa")):
            values = {"head": head, "language": language, "other": other, "title": head["titles"][language]}
            yield f"{language}/{head['id']}.html", templates["interview"].render(values, turns=turns[language])
        if both:
            pairs = list(zip(turns["fa"], turns["en"], strict=True))
            title = head["titles"]["fa"]
            yield f"both/{head['id']}.html", templates["both"].render(language="fa", title=title, turns=pairs)
        if data:
            yield f"data/{head['id']}.json", json.dumps({**head, **turns}, ensure_ascii=False)
            yield f"data/{head['id']}.txt", file.with_suffix(".fa.txt").read_text(encoding="utf-8")
    topics = sorted({topic for head in heads for topic in head["topics"]})
    for language in ("fa", "en"):
        values = {"language": language, "title": "A made-up archive"}
        yield f"{language}/index.html", templates["list"].render(values, heads=heads, up="")
        entries = [(head, turns[language]) for head, turns in latest]
        yield f"{language}/feed.xml", templates["feed"].render(values, entries=entries)
        for topic in topics:
            chosen = [head for head in heads if topic in head["topics"]]
            yield f"{language}/topics/{topic}.html", templates["list"].render(values, heads=chosen, up="../")
    paths = [f"{language}/{head['id']}.html" for head in heads for language in ("fa", "en")]
    yield "sitemap.xml", templates["sitemap"].render(paths=paths, address=ADDRESS)


def _turns(file: Path) -> list[list[str]]:
    return [paragraph.split(": ", 1) for paragraph in file.read_text(encoding="utf-8").split("\n\n")]


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]), both="--both" in sys.argv, data="--data" in sys.argv)
