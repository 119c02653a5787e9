"""What the files of the site share: the settings, the vocabularies, the templates and the interface messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from jinja2 import Environment

from goftogu.edition.catalogue import Catalogue
from goftogu.edition.outline import Listed
from goftogu.edition.site import Page, Site
from goftogu.failures import doing
from goftogu.pages.render import Renderer, Template
from goftogu.problems import Problems
from goftogu.storage import values


@dataclass(frozen=True)
class Theme:
    """What all files share.

    Attributes:
        site: The site without interviews.
        templates: By name.
        catalogue: The Persian words of the interface.
    """

    site: Site
    templates: Mapping[str, Template]
    catalogue: Catalogue

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the theme without its renderer, which every process makes for itself."""
        return Theme, (self.site, self.templates, self.catalogue)

    def digest(self) -> bytes:
        """Return a digest of this theme."""
        return values.digest((self.site.digest(), dict(self.templates), dict(self.catalogue)))

    @property
    def base(self) -> str:
        """Full address of the site with ``/`` at its end, or empty."""
        url = self.site.config.url
        return f"{url.rstrip('/')}/" if url else ""

    @cached_property
    def renderer(self) -> Renderer:
        """Renders pages with the templates."""
        return _renderer(tuple(self.templates.items()), tuple(self.catalogue.items()))

    def render(self, page: Page, problems: Problems) -> bytes | None:
        """Render a page."""
        with doing(page.path):
            return self.renderer.render(page, problems, dari=self.site.config.dari)


@dataclass(frozen=True)
class Listing:
    """What lists of all interviews share: the theme, and the interviews without their text.

    Attributes:
        theme: What all files share.
        listed: The interviews in the order of the files.
    """

    theme: Theme
    listed: Sequence[Listed]

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the listing without its site, which every process makes for itself."""
        return Listing, (self.theme, self.listed)

    @property
    def base(self) -> str:
        """Full address of the site with ``/`` at its end, or empty."""
        return self.theme.base

    @cached_property
    def site(self) -> Site:
        """The site with the index of all interviews and without their text."""
        return self.theme.site.listing(self.listed)

    def render(self, page: Page, problems: Problems) -> bytes | None:
        """Render a page."""
        return self.theme.render(page, problems)


def prepare(templates: Mapping[str, Template], catalogue: Catalogue) -> None:
    """Compile templates, so that the processes that are forked from this one find them compiled.

    Args:
        templates: By name.
        catalogue: The Persian words of the interface.
    """
    _renderer(tuple(templates.items()), tuple(catalogue.items())).compile()


def reader(templates: Mapping[str, Template], catalogue: Catalogue) -> Environment:
    """Return what reads templates for :func:`prepare`, too, which does not read again what this has read.

    Args:
        templates: By name.
        catalogue: The Persian words of the interface.
    """
    return _renderer(tuple(templates.items()), tuple(catalogue.items())).environment


@lru_cache(maxsize=1)
def _renderer(
    templates: tuple[tuple[str, Template], ...], catalogue: tuple[tuple[str, tuple[str, ...]], ...]
) -> Renderer:
    """Return a renderer; the server builds again and again with the same templates, which are compiled once."""
    return Renderer(dict(templates), dict(catalogue))
