"""How speakers are named on the pages."""

from __future__ import annotations

import pytest

from goftogu.model import Bilingual, Language, Role, Speaker
from goftogu.pages import voices
from tests import sample_site

PEOPLE = sample_site.archive().site.vocabulary.people
SARV, RADIO = PEOPLE["sarv"], PEOPLE["radio"]


@pytest.mark.parametrize(
    ("original", "label", "person", "names"),
    [
        (Language.FA, "خانم *سرو*", "sarv", Bilingual("خانم <em>سرو</em>", "Azad Sarv")),
        (Language.EN, "Ms Sarv", "sarv", Bilingual("آزاد سرو", "Ms Sarv")),
        (Language.FA, "مهمان", "", Bilingual("مهمان", "")),
        (Language.EN, "Guest", "nobody", Bilingual("", "Guest")),
    ],
)
def test_a_speaker_has_the_label_where_it_is_written_and_a_name_elsewhere(
    original: Language, label: str, person: str, names: Bilingual
) -> None:
    found = voices.voice(Speaker(label, Role.INTERVIEWEE, person, "radio"), PEOPLE, original, None)
    assert (found.fa, found.en) == (names.fa, names.en)
    assert (found.role, found.organisation, found.description) == ("interviewee", RADIO, None)
    assert found.person == (SARV if person == "sarv" else None)
