"""The rights in an interview: its own, and those of the archive where it has none."""

from __future__ import annotations

import dataclasses

import pytest

from goftogu.content.engine_settings import EngineSettings
from goftogu.content.series import Series
from goftogu.content.settings import SiteConfig
from goftogu.edition import rights
from goftogu.edition.rights import OwnedRights
from goftogu.model import Bilingual, Rights
from tests.materials import material, vocabulary

BY = "https://creativecommons.org/licenses/by/4.0/"
ALL = Bilingual("همهٔ حقوق محفوظ است.", "All rights reserved.")
FREE = Bilingual("آزاد", "Free")
SA = "https://creativecommons.org/licenses/by-sa/4.0/"
SITE = SiteConfig(rights=FREE, licence=BY)


def of(own: Rights, config: SiteConfig = SITE) -> OwnedRights:
    return rights.of(own, config, vocabulary())


def test_without_any_of_its_own_those_of_the_archive_count() -> None:
    assert of(Rights()) == OwnedRights(None, BY, FREE) == rights.of_archive(SITE)
    assert of(Rights(), SiteConfig()) == OwnedRights()
    assert of(Rights(holder="مریم", note="با اجازه")) == OwnedRights(Bilingual("مریم", "مریم"), BY, FREE, "با اجازه")


def test_a_statement_of_its_own_does_not_come_under_the_licence_of_the_archive() -> None:
    assert of(Rights(statement=ALL)) == OwnedRights(None, "", ALL)
    assert of(Rights(licence="https://example.org/l")) == OwnedRights(None, "https://example.org/l", None)


def test_a_holder_may_be_known() -> None:
    assert of(Rights(holder="ahmadi")).holder == Bilingual("مریم احمدی", "Maryam Ahmadi")


@pytest.mark.parametrize(
    ("found", "expected", "brief"),
    [
        (OwnedRights(), [], ""),
        (OwnedRights(licence=BY), [f"Licence: CC BY 4.0, {BY}"], BY),
        (OwnedRights(licence="https://a.org/l"), ["Licence: https://a.org/l"], "https://a.org/l"),
        (OwnedRights(Bilingual("م", "M")), ["Rights holder: M"], "Rights holder: M"),
        (
            OwnedRights(Bilingual("م", "M"), BY, ALL, "با اجازه"),
            ["All rights reserved.", "Rights holder: M", f"Licence: CC BY 4.0, {BY}", "با اجازه"],
            "All rights reserved.",
        ),
    ],
)
def test_all_is_told_in_sentences_and_the_most_in_one_field(
    found: OwnedRights, expected: list[str], brief: str
) -> None:
    assert list(found.sentences("en")) == expected
    assert found.brief("en") == brief


@pytest.mark.parametrize(
    ("found", "held"),
    [
        (OwnedRights(Bilingual("م", "M"), BY, ALL), "Rights holder: M"),
        (OwnedRights(Bilingual("م", "M"), BY), ""),
        (OwnedRights(None, BY, ALL), ""),
    ],
)
def test_the_holder_is_named_beside_a_statement_that_is_the_most(found: OwnedRights, held: str) -> None:
    assert found.held("en") == held


def test_an_interview_knows_its_rights() -> None:
    given = material(rights=Rights(holder="ahmadi", statement=ALL), config=SITE)
    assert given.rights == OwnedRights(Bilingual("مریم احمدی", "Maryam Ahmadi"), "", ALL, holder_id="ahmadi")
    assert dataclasses.replace(given, config=SiteConfig()).rights == given.rights


def test_those_of_the_series_come_between_the_interview_and_the_archive() -> None:
    series = Series("s", FREE, rights=Rights("rudaki", "https://a.org/l", note="بپرسید"), line=0)
    rudaki = Bilingual("رودکی", "Rudaki")
    found = rights.of(Rights(), SITE, vocabulary(), series)
    assert found == OwnedRights(rudaki, "https://a.org/l", None, "بپرسید", "rudaki")
    found = rights.of(Rights(holder="مریم", statement=ALL, note="نه"), SITE, vocabulary(), series)
    assert found == OwnedRights(Bilingual("مریم", "مریم"), "", ALL, "نه")
    found = rights.of(Rights(), SITE, vocabulary(), Series("s", FREE, rights=Rights(holder="مریم"), line=0))
    assert found == OwnedRights(Bilingual("مریم", "مریم"), BY, FREE)


TRANSLATED = dataclasses.replace(SITE, translation=EngineSettings(licence=SA))


@pytest.mark.parametrize(
    ("own", "series", "expected"),
    [
        (Rights(), Rights(), SA),
        (Rights(holder="مریم", note="با اجازه"), Rights(holder="رودکی"), SA),
        (Rights(translation=BY), Rights(), BY),
        (Rights(translation=BY), Rights(licence=SA, translation=SA), BY),
        (Rights(), Rights(translation=BY), BY),
        (Rights(), Rights(licence=BY), ""),
        (Rights(licence=BY), Rights(translation=SA), ""),
        (Rights(statement=ALL), Rights(), ""),
        (Rights(statement=ALL, translation=BY), Rights(), BY),
    ],
)
def test_a_translation_has_the_licence_that_is_said_nearest(own: Rights, series: Rights, expected: str) -> None:
    """And none of the archive where the interview or its series keeps its rights."""
    found = rights.of(own, TRANSLATED, vocabulary(), Series("s", FREE, rights=series, line=0))
    assert found.translation == expected


def test_the_licence_of_a_translation_is_told_where_there_is_one() -> None:
    found = OwnedRights(licence=BY, note="با اجازه", translation=SA)
    assert [*found.sentences("en")] == [
        f"Licence: CC BY 4.0, {BY}",
        f"Licence of the translation: CC BY-SA 4.0, {SA}",
        "با اجازه",
    ]
    assert [*OwnedRights(translation=SA).sentences("fa")] == [f"مجوز بازنشر ترجمه: CC BY-SA 4.0, {SA}"]


def test_what_is_not_translated_has_no_licence_of_a_translation() -> None:
    assert material(config=TRANSLATED).rights.translation == SA
    assert material(config=TRANSLATED, translations={}).rights.translation == ""
