"""The page for missing addresses. A server shows it in place of any page, so it cannot know how deep it is."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from goftogu import urls
from goftogu.edition.site import Site

_STYLE: Final = ":where(html){font:1.125rem/1.8 serif}:where(main){width:min(36rem,100% - 2.5rem);margin:10vh auto}"
"""Enough to read the page where the style sheet is not found."""

_SCRIPT: Final = """\
(async () => {
  const links = [...document.querySelectorAll("link[href], main a")].map((link) => [link, link.getAttribute("href")]);
  const there = async (folder) => {
    const answer = await fetch(new URL("static/site.css", folder), { method: "HEAD" });
    return answer.ok && /css/.test(answer.headers.get("Content-Type"));
  };
  if (location.protocol === "file:" || document.querySelector("link[rel=stylesheet]").sheet?.cssRules.length) return;
  for (let folder = new URL("..", location), above; ; folder = above) {
    if (await there(folder)) return links.forEach(([link, href]) => { link.href = new URL(href, folder); });
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
        "homes": {str(language): link(urls.home(language)) for language in site.config.editions},
        "searches": {str(language): link(urls.search(language)) for language in site.config.editions},
        "adrift": None if base else {"style": _inline(_STYLE), "script": _inline(_SCRIPT)},
    }


def _inline(text: str) -> tuple[Markup, Markup]:
    """Return a text for the page and the source by which the policy of the page allows it."""
    digest = b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), Markup(f" 'sha256-{digest}'")  # noqa: S704 - our own constants
