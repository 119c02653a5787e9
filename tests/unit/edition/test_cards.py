"""What the card of an interview says."""

from __future__ import annotations

from dataclasses import replace

from goftogu.content.settings import Cards, SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition import cards
from goftogu.edition.edition import Edition
from goftogu.edition.outline import outline
from goftogu.edition.site import Site
from goftogu.model import Language, Role, Speaker
from goftogu.pictures.card import CardWords
from tests.materials import material

GIVEN = material()


def words(language: Language, *, english: bool = True) -> CardWords:
    found = outline(GIVEN.interview, GIVEN.translations if english else {})
    return cards.words(Edition(Site(GIVEN.config, GIVEN.vocabulary).showing([found]), language), found)


def test_a_card_names_the_title_who_speaks_and_the_archive_in_its_language() -> None:
    assert words(Language.FA)[1:] == ("گفت‌وگو دربارهٔ «رودخانه»", Language.FA, "مریم احمدی", "بایگانی رود")
    assert words(Language.EN)[1:] == ("A Talk about the “River”", Language.EN, "Maryam Ahmadi", "River Archive")


def test_a_title_without_english_stays_persian() -> None:
    assert words(Language.EN, english=False).title == "گفت‌وگو دربارهٔ «رودخانه»"
    assert words(Language.EN, english=False).tongue == Language.FA


def test_two_names_are_parted_by_the_comma_of_the_language() -> None:
    found = outline(GIVEN.interview, GIVEN.translations)
    two = replace(found, speakers={**found.speakers, "سهراب": Speaker("سهراب", Role.INTERVIEWEE)})
    site = Site(GIVEN.config, GIVEN.vocabulary).showing([two])
    shown = [cards.words(Edition(site, language), two).speakers for language in Language]
    assert shown == ["مریم احمدی، سهراب", "Maryam Ahmadi, سهراب"]


def test_the_setting_and_the_portrait_decide() -> None:
    site = Site(SiteConfig(url="https://example.org/"), Vocabulary(), cards=Cards.PORTRAITS)
    assert cards.path(site, Language.EN, "river", portrait=True) == "media/card/river.en.jpg"
    assert cards.path(site, Language.EN, "river", portrait=False) == ""
    every = replace(site, cards=Cards.ALL)
    assert cards.path(every, Language.FA, "river", portrait=False) == "media/card/river.fa.png"
    assert cards.path(replace(site, cards=Cards.NONE), Language.FA, "river", portrait=True) == ""
    assert cards.path(Site(SiteConfig(), Vocabulary(), cards=Cards.ALL), Language.FA, "river", portrait=True) == ""
