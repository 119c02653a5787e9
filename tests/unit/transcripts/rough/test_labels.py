"""Labels of a rough text: which words before a mark are speakers, and which only look like it."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats.document import Piece
from goftogu.transcripts.rough import labels
from goftogu.transcripts.rough.labels import RoughLabels


def found(*lines: str, named: tuple[str, ...] = ()) -> RoughLabels:
    return labels.find([Piece(line, number) for number, line in enumerate(lines, 1)], named)


def names(*lines: str, named: tuple[str, ...] = ()) -> list[str]:
    return list(found(*lines, named=named).names.values())


def starts(held: RoughLabels, *lines: str) -> list[str]:
    """Return who begins to speak in each line, or nothing."""
    return [start.label if (start := held.find(Piece(line, 1))) else "" for line in lines]


COLONS = ("مجری: چرا باغ؟", "نیما: چون سبز است.", "مجری: و بعد؟", "نیما: هیچ.")


def test_names_before_colons_that_come_again_are_labels() -> None:
    assert names(*COLONS) == ["مجری", "نیما"]
    assert starts(found(*COLONS), *COLONS, "باغ سبز است.") == ["مجری", "نیما", "مجری", "نیما", ""]


def test_a_semicolon_that_was_typed_for_a_colon_begins_a_turn_of_a_known_speaker() -> None:
    held = found(*COLONS)
    assert starts(held, "مجری؛ کجا؟", "باران؛ کجا؟") == ["مجری", ""]


def test_who_is_known_by_dashes_says_nothing_after_a_semicolon() -> None:
    held = found("علی - چرا؟", "رضا - چون.", "علی - کجا؟", "رضا - این‌جا.")
    assert list(held.names.values()) == ["علی", "رضا"]
    assert starts(held, "علی - کی؟", "علی؛ کی؟") == ["علی", ""]


@pytest.mark.parametrize(
    "lines",
    [
        ("نکته: این مهم است.", "باغ سبز بود.", "رودی از آن می‌گذشت.", "هوا سرد بود."),
        ("او گفت: نمی‌آیم.", "من گفتم: بیا.", "باران گرفت.", "رفتیم."),
        ("باغ سبز بود.", "رودی از آن می‌گذشت.", "هوا سرد بود."),
    ],
)
def test_other_colons_make_no_speakers(lines: tuple[str, ...]) -> None:
    assert names(*lines) == []
