"""What all files share is prepared once."""

from __future__ import annotations

import pickle

import pytest
from jinja2 import Environment

from goftogu.build import theme
from goftogu.build.theme import Listing, Theme
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.outline import Listed, outline
from goftogu.edition.site import Page, Site
from goftogu.model import Language
from goftogu.pages.render import Template
from goftogu.problems import Problems
from tests import sample_site

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


SEA = sample_site.interview()
ARCHIVE = sample_site.archive(url="https://example.org/talks")
HELLO = Template("{{ _('Hello') }}, {{ name }}!\n", "templates/hello.jinja")


def shared(url: str = "https://example.org/talks", text: str = HELLO.text, persian: str = "سلام") -> Theme:
    site = ARCHIVE.configured(url=url).site
    return Theme(site, {"hello.jinja": HELLO._replace(text=text)}, {"Hello": (persian,)})


def rendered(made: Theme, language: Language = Language.FA, **context: object) -> bytes | None:
    return made.render(Page("hello.html", "hello.jinja", language, lambda: context), Problems())


def test_a_page_is_rendered_in_its_language() -> None:
    assert rendered(shared(), name="آب") == "سلام, آب!\n".encode()
    assert rendered(shared(), Language.EN, name="A&B") == b"Hello, A&amp;B!\n"


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://example.org/talks", "https://example.org/talks/"),
        ("https://example.org/", "https://example.org/"),
        ("", ""),
    ],
)
def test_the_base_ends_with_a_slash(url: str, base: str) -> None:
    made = shared(url)
    assert (made.base, Listing(made, []).base) == (base, base)


def test_the_digest_is_that_of_all_that_pages_share() -> None:
    others = (shared(url="https://example.org/other"), shared(text="{{ name }}"), shared(persian="درود"))
    assert len({made.digest() for made in (shared(), *others)}) == 4
    assert shared().digest() == shared().digest()


def test_a_theme_goes_to_another_process_without_its_renderer() -> None:
    made = shared()
    first = rendered(made, name="آب")
    copy = pickle.loads(pickle.dumps(made))  # noqa: S301  pickled a moment ago, by us
    assert ("renderer" in vars(made), "renderer" in vars(copy)) == (True, False)
    assert rendered(copy, name="آب") == first
    assert copy.digest() == made.digest()


def test_a_listing_has_the_index_of_all_interviews_and_goes_without_its_site() -> None:
    made = Listing(Theme(ARCHIVE.site, {}, {}), [Listed(outline(SEA, {}), sample_site.findings("sea").placeless())])
    assert [item.id for item in made.site.interviews] == ["sea"]
    assert [entry.topic for entry in made.site.index.entries("trade")] == ["trade"]
    copy = pickle.loads(pickle.dumps(made))  # noqa: S301  pickled a moment ago, by us
    assert "site" not in vars(copy)
    assert [item.id for item in copy.site.interviews] == ["sea"]
    assert list(made.theme.site.interviews) == []
