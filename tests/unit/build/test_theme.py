"""What all files share is prepared once."""

from __future__ import annotations

import pytest
from jinja2 import Environment

from goftogu.build import theme
from goftogu.build.theme import Theme
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.site import Page, Site
from goftogu.model import Language
from goftogu.pages.render import Template
from goftogu.problems import Problems

TEMPLATES = {
    "page.html.jinja": Template('{% include "part.jinja" %}!', "templates/page.html.jinja"),
    "part.jinja": Template("{{ word }}", "templates/part.jinja"),
    "torn.html.jinja": Template("{% if", "templates/torn.html.jinja"),
}


def page(template: str) -> Page:
    return Page("fa/page.html", template, Language.FA, lambda: {"word": "باغ"})


def test_prepared_templates_are_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    theme.prepare(TEMPLATES, {})
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("it was compiled again"))
    shared = Theme(Site(SiteConfig(), Vocabulary()), dict(TEMPLATES), {})
    assert shared.render(page("page.html.jinja"), Problems()) == "باغ!".encode()


def test_a_template_that_cannot_be_compiled_is_reported_by_the_page_that_needs_it() -> None:
    theme.prepare(TEMPLATES, {})
    problems = Problems()
    shared = Theme(Site(SiteConfig(), Vocabulary()), TEMPLATES, {})
    assert shared.render(page("torn.html.jinja"), problems) is None
    assert [(found.code, found.path, found.line) for found in problems] == [("P001", "templates/torn.html.jinja", 1)]
