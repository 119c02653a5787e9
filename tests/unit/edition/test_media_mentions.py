"""The files that people, free pages and the archive itself name, and which of them are published."""

from __future__ import annotations

from goftogu.content.given_pictures import GivenPicture
from goftogu.content.pages import FreePage
from goftogu.content.series import Series
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Person, PersonKind, Vocabulary
from goftogu.edition import media_mentions
from goftogu.edition.site import Site
from goftogu.model import Bilingual, Language
from goftogu.pictures.published import FIGURE, LOGO, PORTRAIT
from goftogu.problems import Problems, SourcePlace
from tests.entries import a_person

RAD = Bilingual("راد", "Rad")
PAGE = FreePage("about", Language.EN, "About", "![](a.jpg)\n\n![Garden](b.jpg)", "content/pages/about.en.md", 2)


def given(name: str) -> GivenPicture:
    return GivenPicture(name, RAD, None, SourcePlace("content/people.toml", 3, 8))


def person(id_: str, *, public: bool, portrait: bool = True) -> Person:
    return a_person(id_, PersonKind.PERSON, RAD, RAD, public=public, portrait=given(f"{id_}.jpg") if portrait else None)


def test_what_is_named_is_published_but_for_those_who_have_no_page() -> None:
    hidden, bare = person("hidden", public=False), person("none", public=False, portrait=False)
    people = (person("known", public=True), hidden, bare)
    series = {"water": Series("water", RAD, 1, picture=given("water.jpg"))}
    site = Site(
        SiteConfig(logo=given("sign.png")), Vocabulary(people={one.id: one for one in people}, series=series), (PAGE,)
    )
    problems = Problems()
    found = [(mention.file, mention.widths, is_shown) for mention, is_shown in media_mentions.shared(site, problems)]
    assert found == [
        ("sign.png", LOGO, True),
        ("water.jpg", FIGURE, True),
        ("b.jpg", FIGURE, True),
        ("known.jpg", PORTRAIT, True),
        ("hidden.jpg", PORTRAIT, False),
    ]
    unsaid, private = map(str, problems)
    assert unsaid.startswith("content/pages/about.en.md:2:1: I001 the picture has no description (")
    said = "the portrait of hidden, who has no page, is not published (write public = true, or delete the portrait)"
    assert private == f"content/people.toml:3:8: I003 {said}"


def test_an_archive_that_names_nothing_has_no_mentions() -> None:
    assert list(media_mentions.shared(Site(SiteConfig(), Vocabulary()), Problems())) == []
