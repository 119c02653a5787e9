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


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        (("نیما: چون باغ سبز بود.", "– و بعد؟", "– هیچ."), ["نیما"]),
        (("– چرا آمدید؟", "نیما: چون باغ سبز بود.", "و دور بود.", "– و بعد؟"), []),
        (("– چرا آمدید؟", "نیما: چون باغ سبز بود.", "– و بعد؟", "هیچ."), []),
    ],
)
def test_a_colon_before_a_run_of_dashes_makes_a_speaker(lines: tuple[str, ...], speakers: list[str]) -> None:
    assert names(*lines) == speakers


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


@pytest.mark.parametrize(
    "form",
    [
        "{}  00:0{}\n",
        "{}   {}:05\n",
        "[{}] 10:20:3{}\n",
        "[{}] ",
        "<{}> ",
        "{}∶ ",
        "{}꞉ ",
        "{}:: ",
        "\u2067{}\u2069: ",
        "\u202b{}\u202c : ",
        "\u200f{}\u200f:\u200f ",
        "۱{1}- {0}: ",
        "({1}) {0}: ",
    ],
)
def test_labels_as_programs_and_hands_write_them(form: str) -> None:
    said = [("مهسا", "کی آمدید؟"), ("خانم بهار", "پارسال."), ("مهسا", "چرا؟"), ("خانم بهار", "برای کار.")]
    pieces = [
        Piece(line, number * 2 + part)
        for number, (name, text) in enumerate(said, 1)
        for part, line in enumerate(f"{form.format(name, number)}{text}".split("\n"))
    ]
    held = labels.find(pieces)
    begun = [start for piece in pieces if (start := held.find(piece))]
    assert [start.label for start in begun] == [name for name, _ in said]
    assert [start.text.strip("\u200f ") for start in begun if start.text] in ([text for _, text in said], [])


def test_stage_notes_in_brackets_are_no_labels() -> None:
    assert names("[مهسا] کی؟", "[بهار] پارسال.", "[خنده]", "[مهسا] چرا؟", "[خنده]", "[بهار] هیچ.") == ["مهسا", "بهار"]


def test_a_clock_has_no_label_before_its_colon() -> None:
    assert names("ساعت ۵:۳۰ بود.", "ساعت ۵:۴۰ شد.", "ساعت ۵:۵۰ رفتیم.") == []
    assert names("سؤال ۱: کی؟", "جواب ۱: ۱۲ سال پیش.", "سؤال ۲: چرا؟", "جواب ۲: ۳ بار.") == ["سؤال", "جواب"]


@pytest.mark.parametrize(
    ("first", "kept", "once"),
    [
        ("راد در حال رفتن: سلام.", ["مجری", "راد"], []),
        ("مینا راد: سلام.", ["مینا راد", "مجری"], []),
        ("پند پیران: سلام.", ["مجری", "راد"], ["پند پیران"]),
    ],
)
def test_who_is_known_only_from_later_lines_is_no_text(first: str, kept: list[str], once: list[str]) -> None:
    lines = [first, "مجری: چرا؟", "راد: چون.", "مجری: کجا؟", "راد: این‌جا."]
    found = labels.find([Piece(line, number) for number, line in enumerate(lines, 1)])
    assert [opening.name for opening, _ in found.once] == once
    assert sorted({*found.names.values()}) == sorted(kept)
