"""The page of the passages that a reader has chosen; their list is in the reader's browser, not in the archive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from goftogu import urls
from goftogu.edition import citation_styles
from goftogu.edition.edition import Edition
from goftogu.edition.site import Page, Site
from goftogu.pages.frame import frame
from goftogu.pages.head import About


def pages(site: Site) -> Iterator[Page]:
    """Plan the page of each language."""
    for language in site.config.editions:
        edition = Edition(site, language)
        yield Page(urls.passages(language), "passages.html.jinja", language, partial(_values, edition))


def _values(edition: Edition) -> Mapping[str, object]:
    here = urls.passages(edition.language)
    offered = citation_styles.offered(edition.site.config)
    return {
        "frame": frame(edition, urls.passages, About(section="passages")),
        "sheets": [urls.href(here, sheet) for sheet in (urls.CITE_STYLE, urls.PASSAGES_STYLE)],
        "scripts": [urls.href(here, script) for script in (urls.CITE_SCRIPT, urls.PASSAGES_SCRIPT)],
        "styles": [(style, citation_styles.LABELS[style]) for style in offered],
    }
