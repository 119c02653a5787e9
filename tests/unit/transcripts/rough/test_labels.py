"""Labels of a rough text: which words before a mark are speakers, and which only look like it."""

from __future__ import annotations

import pytest

from goftogu.transcripts.formats import emphasis
from goftogu.transcripts.formats.document import Piece, Span
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
        (("– چرا آمدید؟", "نیما: چون باغ سبز بود.", "– و بعد؟", "هیچ.", "– همین؟"), []),
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


@pytest.mark.parametrize(
    ("place", "record"),
    [(2, "[^1]چرا باغ؟"), (4, "[^1]چرا باغ؟"), (5, "[^1]چرا باغ؟"), (6, "[^1]چرا باغ؟"), (9, "چرا[^1] باغ؟")],
)
def test_a_note_at_a_label_is_one_of_what_is_said(place: int, record: str) -> None:
    start = found(*COLONS).find(Piece("مجری: چرا باغ؟", 1, (Span(place, place, "[^1]"),)))
    assert start is not None
    assert (start.label, start.rest.record) == ("مجری", record)


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


TALK = "باغ سبز بود."


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        (["گروه: آمدیم."] * 2, []),
        (["گروه: آمدیم."] * 3, ["گروه"]),
        (["گروه: آمدیم."] * 3 + [TALK] * 12, ["گروه"]),
        (["گروه: آمدیم."] * 3 + [TALK] * 13, []),
        (["گروه اول شهر: آمدیم."] * 3, ["گروه اول شهر"]),
        (["گروه اول شهر ما: آمدیم."] * 3, []),
    ],
)
def test_a_word_that_seldom_names_a_speaker_is_a_label_when_it_opens_every_fifth_line(
    lines: list[str], speakers: list[str]
) -> None:
    assert names(*lines) == speakers


@pytest.mark.parametrize(
    ("lines", "speakers"),
    [
        (["مجری\tچرا؟", "راد\tچون.", "راد\tهمین."], ["راد", "مجری"]),
        (["راد\tچون.", "راد\tهمین."], []),
        (["مجری\tچرا؟", "راد\tچون.", "راد\tهمین.", *[TALK] * 9], ["راد", "مجری"]),
        (["مجری\tچرا؟", "راد\tچون.", "راد\tهمین.", *[TALK] * 10], []),
        (["مجری - چرا؟", "راد - چون.", "راد - همین."], []),
        (["من) چرا؟", "نی) چون."] * 2, ["من", "نی"]),
        (["بید) چرا؟", "سرو) چون."] * 2, []),
        (["سؤال) چرا؟", "جواب) چون."] * 2, ["سؤال", "جواب"]),
        (["۱) مینا راد، ۳۲ ساله", "باغ سبز بود."], []),
        (["۱) مینا راد، ۳۲ ساله", "باغ سبز بود.", "۲) نیما سرو، ۴۰ ساله", "رود آرام بود."], ["مینا راد", "نیما سرو"]),
        (["علی - چرا؟", "علی - کجا؟", "علی - کی؟", "علی - دیروز."], ["علی"]),
        (["علی - چرا؟", "علی - کجا؟", "علی - شب بود.", "علی - دیروز."], []),
        (["مینا راد شهری - چرا؟", "علی - شب."] * 2, ["مینا راد شهری", "علی"]),
        (["مینا راد شهر ما - چرا؟", "علی - شب."] * 2, []),
    ],
)
def test_how_often_a_name_before_another_mark_has_to_come(lines: list[str], speakers: list[str]) -> None:
    assert sorted(names(*lines)) == sorted(speakers)


@pytest.mark.parametrize(("speakers", "found_names"), [(12, 12), (13, 0)])
def test_at_most_twelve_people_speak_before_dashes(speakers: int, found_names: int) -> None:
    people = "مینا نیما سارا رضا علی کاوه بهار مهسا زهره پویا شیرین فرهاد بیژن".split()[:speakers]
    assert len(names(*[f"{name} - شب بود." for name in people * 2])) == found_names


def test_a_speaker_who_is_known_may_have_another_mark_once() -> None:
    assert starts(found(*COLONS, "نیما - باز هم."), "نیما - باز هم.", "باران - باز هم.") == ["نیما", ""]
    lines = ("نیما - چرا؟", "سارا - چون.", "سارا - همین.")
    assert names(*lines) == []
    assert names(*lines, named=("نیما",)) == ["نیما", "سارا"]


def test_how_a_known_speaker_speaks_is_part_of_no_label() -> None:
    lines = ("مجری: چرا؟", "راد: چون.", "مجری: کجا؟", "راد می‌خندد: این‌جا.", "مجری: کی؟", "راد می‌خندد: دیروز.")
    assert names(*lines) == ["مجری", "راد"]


def test_a_speaker_whom_the_file_names_has_no_number() -> None:
    start = found().find(Piece("چرا؟", 1, speaker="مجری"))
    assert start is not None
    assert (start.label, start.text, start.number) == ("مجری", "چرا؟", "")


def test_a_word_in_quotes_that_is_explained_once_is_text() -> None:
    lines = ["مجری: «کرت» چیست؟", "«کرت»: نوبت آب.", "مجری: و «نوبه»؟", "راد: همان است."]
    assert "کرت" not in labels.find([Piece(line, number) for number, line in enumerate(lines)]).names.values()


def test_a_token_that_opens_paragraph_after_paragraph_is_a_label() -> None:
    lines = ["علی - رفت.", "باران آمد.", "علی - رضا هم رفت؟", "نکته - مهم است.", "سرد بود.", "شب شد.", "خوابیدیم."]
    assert not labels.find([Piece(line, number) for number, line in enumerate(lines)]).names
    lines = ["علی - چرا؟", "رضا - چون.", "علی - کجا؟", "رضا - این‌جا."]
    found = labels.find([Piece(line, number) for number, line in enumerate(lines)])
    assert list(found.names.values()) == ["علی", "رضا"]


def test_a_slip_for_a_colon_is_one_when_it_comes_twice() -> None:
    assert starts(found(*COLONS, "نیما / باز هم."), "نیما / باز هم.") == [""]
    assert starts(found(*COLONS, "نیما / باز هم.", "نیما / همین."), "نیما / باز هم.") == ["نیما"]


def test_a_line_begins_with_the_label_of_a_known_speaker() -> None:
    held = found(*COLONS)
    assert [held.starts(line) for line in ("مجری: کجا؟", "باران: کجا؟", "کجا؟")] == [True, False, False]


@pytest.mark.parametrize(
    ("line", "rest", "time"),
    [
        ("نیما: چون.", "چون.", "0:00:09"),
        ("[0:05] نیما: چون.", "چون.", "0:00:05"),
        ("نیما (آرام): چون.", "[آرام] چون.", "0:00:09"),
        ("نیما با خنده (آرام): چون.", "[با خنده، آرام] چون.", "0:00:09"),
        ("نیما در حال رفتن (آرام): چون.", "[در حال رفتن، آرام] چون.", "0:00:09"),
    ],
)
def test_what_stands_beside_a_label_is_kept(line: str, rest: str, time: str) -> None:
    start = found(*COLONS).find(Piece(line, 1, time="0:00:09"))
    assert start is not None
    assert (start.label, start.text, start.rest.time) == ("نیما", rest, time)


@pytest.mark.parametrize(
    ("bold", "record"), [("**نیما: چون.**", "چون."), ("**نیما:** چون **سبز** است.", "چون **سبز** است.")]
)
def test_bold_that_sets_a_whole_turn_apart_goes(bold: str, record: str) -> None:
    start = found(*COLONS).find(emphasis.read(bold, 1))
    assert start is not None
    assert start.rest.record == record
