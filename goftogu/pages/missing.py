"""The page for missing addresses. A server shows it in place of any page, so it cannot know how deep it is."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from goftogu import urls
from goftogu.edition.site import Site

_WAYS: Final = {"home": urls.home, "search": urls.search, "interviews": urls.interviews, "index": urls.a_to_z}
"""Where the page leads."""

_STYLE: Final = (
    ":where(html){color-scheme:light dark;font:1.125rem/1.8 Charter,Georgia,serif}"
    ":where(body){margin:0}:where(main){display:grid;grid-template-columns:100%;gap:3rem}"
    ":where(main){width:min(36rem,100% - 2.5rem);margin:10vh auto}"
    ":where(h1,h2){margin:0;font-size:2.25rem}:where(p,ul){margin:.75rem 0;padding:0;list-style:none}"
    ":where(ul){display:flex;flex-wrap:wrap;gap:0 1.25rem}:where(li a){display:inline-block;padding:.5rem 0}"
    ":where(input,button){min-height:2.75rem;font:inherit}"
)
"""Enough to read the page where the style sheet is not found."""

_SCRIPT: Final = """\
(async () => {
  const links = [...document.querySelectorAll("link[href], main a, main form")].map((link) => {
    const name = link.matches("form") ? "action" : "href";
    return [link, name, link.getAttribute(name)];
  });
  const there = async (folder) => {
    const answer = await fetch(new URL("static/site.css", folder), { method: "HEAD" });
    return answer.ok && /css/.test(answer.headers.get("Content-Type"));
  };
  if (location.protocol === "file:" || document.querySelector("link[rel=stylesheet]").sheet?.cssRules.length) return;
  for (let folder = new URL("..", location), above; ; folder = above) {
    if (await there(folder)) return links.forEach(([link, name, to]) => { link[name] = new URL(to, folder); });
    above = new URL("..", folder);
    if (above.href === folder.href) return;
  }
})();"""
"""Where the style sheet was not found, looks for it in each folder above and makes the links start from there."""


def values(site: Site) -> Mapping[str, object]:
    """Return what the template needs.

    With the address of the site, every link starts from the root of the server. Without it, they start from the page,
    and a script mends them when the page is shown in another folder.
    """
    base = site.config.url

    def link(target: str) -> str:
        return urls.rooted(base, target) if base else urls.href(urls.NOT_FOUND, target)

    return {
        "title": site.config.title,
        "style": link(urls.STYLE),
        "own_style": link(urls.OWN_STYLE) if site.own_style else "",
        "icon": link(urls.ICON),
        "doors": {
            str(language): {name: link(path(language)) for name, path in _WAYS.items()}
            for language in site.config.editions
        },
        "adrift": None if base else {"style": _inline(_STYLE), "script": _inline(_SCRIPT)},
    }


def _inline(text: str) -> tuple[Markup, Markup]:
    """Return a text for the page and the source by which the policy of the page allows it."""
    digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), Markup(f" 'sha256-{digest}'")  # noqa: S704 - our own constants
