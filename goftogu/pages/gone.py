"""Pages in the place of interviews that are gone: renamed ones lead on, withdrawn ones say why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from goftogu import urls
from goftogu.content.redirects import Redirects
from goftogu.edition.edition import Edition
from goftogu.edition.site import Page, Site
from goftogu.model import Bilingual
from goftogu.pages.frame import frame
from goftogu.pages.head import About


def pages(site: Site, found: Redirects) -> Iterator[Page]:
    """Plan a page in every view for each interview that is gone."""
    for view, language in site.config.views.items():
        edition = Edition(site, language)
        for old, new in found.renamed.items():
            path = urls.interview(view, old)
            yield Page(path, "moved.html.jinja", language, partial(_moved, edition, view, old, new))
        for name, reason in found.withdrawn.items():
            path = urls.interview(view, name)
            yield Page(path, "withdrawn.html.jinja", language, partial(_withdrawn, edition, view, name, reason))


def _moved(edition: Edition, view: str, old: str, new: str) -> Mapping[str, object]:
    here = urls.interview(view, old)
    target, script = urls.href(here, urls.interview(view, new)), urls.href(here, urls.SCRIPT)
    return {**_frame(edition, view, old), "target": target, "script": script}


def _withdrawn(edition: Edition, view: str, name: str, reason: Bilingual) -> Mapping[str, object]:
    return {**_frame(edition, view, name), "reason": edition.label(reason)}


def _frame(edition: Edition, view: str, name: str) -> Mapping[str, object]:
    def path(other: str) -> str:
        return urls.interview(other, name)

    return {
        "frame": frame(
            edition,
            path,
            About(section="interviews", paired=False),
            view=view,
            views=edition.site.config.switched(edition.language),
        )
    }
