"""The names of languages that people speak in interviews."""

from __future__ import annotations

import re

from goftogu.content.languages import LANGUAGES, NAMES
from goftogu.content.schema import Many, Text

TAGS = (
    "fa prs tg haz aiq ps ku ckb kmr sdh hac zza lrc luz bqi glk mzn tly bal gbz az azb qxq kmz klj tr tk uz kk ar he "
    "syr aii mid hy ka ur hi en fr de es it nl sv el pl ru zh ja ko"
)


def test_a_tag_that_archives_may_have_written_stays() -> None:
    assert set(TAGS.split()) <= NAMES.keys()


def test_every_language_has_names_of_its_own_in_both_languages() -> None:
    assert {"fa", "prs", "ckb", "azb", "ar", "en"} <= NAMES.keys()
    assert len({name.en for name in NAMES.values()}) == len({name.fa for name in NAMES.values()}) == len(NAMES)
    assert all(re.search("[آ-ی]", name.fa) and re.fullmatch("[A-Z][A-Za-z() -]+", name.en) for name in NAMES.values())


def test_languages_are_written_by_their_tags() -> None:
    assert Many(Text(choices=tuple(NAMES)), alone=True) == LANGUAGES
    assert all(re.fullmatch("[a-z]{2,3}", tag) for tag in NAMES)
