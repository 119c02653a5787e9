from __future__ import annotations

import pytest

from goftogu.model import Role
from goftogu.transcripts.formats import plain
from goftogu.transcripts.formats.document import STRONG, Piece, Span
from goftogu.transcripts.rough import doubts, roles
from goftogu.transcripts.rough import labels as rough_labels
from goftogu.transcripts.rough import turns as rough_turns
from goftogu.transcripts.rough.between import BetweenKind
from goftogu.transcripts.rough.schemes import LabelScheme
from goftogu.transcripts.rough.turns import Turns


def _read(text: str) -> tuple[Turns, dict[str, Role], bool]:
    pieces = [piece for line in text.split("\n") for piece in plain.read(line).pieces]
    pieces = [Piece(piece.text, number, piece.spans) for number, piece in enumerate(pieces, 1)]
    known = rough_labels.find(pieces)
    found = [(piece, known.find(piece)) for piece in pieces]
    parts, sure = roles.of(found, {})
    return rough_turns.read_turns(found, parts), parts, sure


def _turns(text: str) -> list[tuple[str, list[int]]]:
    return [(speech.label, [passage.line for passage in speech.passages]) for speech in _read(text)[0].speeches]


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("مجری: الف\nبهرامی: ب\nمجری: ج\nبهرامی: د", LabelScheme.LABELLED),
        ("مجری: الف\nبهرامی: ب\nمجری: ج\nبهرامی: د\nچرا؟\nه\nکجا؟\nو", LabelScheme.DROPPED),
        ("مجری: الف\nب\nمجری: ج\nد", LabelScheme.QUESTIONS),
        ("چرا؟\nبهرامی: ب\nچرا؟\nبهرامی: د", LabelScheme.ANSWERS),
        ("*چرا؟\nب\n*بگویید.\nد", LabelScheme.MARKED),
        ("یک\nدو\nسه\nچرا؟", LabelScheme.SPARSE),
        ("مجری: الف\nآقای بهرامی: ب\nچرا؟\nد", LabelScheme.SPARSE),
    ],
)
def test_schemes(text: str, scheme: LabelScheme) -> None:
    assert _read(text)[0].choice.scheme is scheme


def test_sparse_labels_go_by_question_marks_and_equal_neighbours_merge() -> None:
    assert _turns("مجری: درود.\nآقای بهرامی: سپاس.\nچرا؟\nالف.\nب.\nچه؟\nکه؟\nج.") == [
        ("مجری", [1]),
        ("آقای بهرامی", [2]),
        ("مجری", [3]),
        ("آقای بهرامی", [4, 5]),
        ("مجری", [6, 7]),
        ("آقای بهرامی", [8]),
    ]


def test_short_answers_with_a_sign_of_their_own_are_no_headings() -> None:
    text = "◄ کی آمدید؟\n\n► در پاییز.\n\n◄ با که؟\n\n► با برادرم.\n\n◄ چرا؟\n\n► برای کار."
    assert [label for label, _ in _turns(text)] == [rough_turns.ASKS, rough_turns.ANSWERS] * 3


def test_two_marked_questions_in_a_row_are_one_turn() -> None:
    text = "* چرا؟\nالف.\n* کجا؟\n* با که؟\nب.\n* کی؟\nج."
    asks, answers = rough_turns.ASKS, rough_turns.ANSWERS
    expected = [(asks, [1]), (answers, [2]), (asks, [3, 4]), (answers, [5]), (asks, [6]), (answers, [7])]
    assert _turns(text) == expected


def test_where_each_turn_has_a_dash_the_sides_change_with_each_dash() -> None:
    text = "- آب آمد.\n- چرا؟\n- باران بود.\nو باد.\n- کجا؟\n- در ده.\n- چه خوب.\n- آری."
    asks, answers = rough_turns.ASKS, rough_turns.ANSWERS
    expected = [
        (answers, [1]),
        (asks, [2]),
        (answers, [3, 4]),
        (asks, [5]),
        (answers, [6]),
        (asks, [7]),
        (answers, [8]),
    ]
    assert _turns(text) == expected


def test_a_label_always_begins_a_turn() -> None:
    assert _turns("مجری: الف؟\nمجری: ب؟\nبهرامی: ج.\nبهرامی: د.") == [
        ("مجری", [1]),
        ("مجری", [2]),
        ("بهرامی", [3]),
        ("بهرامی", [4]),
    ]


def test_rhetorical_questions_stay_in_the_answer_and_are_reported() -> None:
    turns, _, _ = _read("مجری: چه؟\nبهرامی: الف.\nچرا نه؟\nمجری: و؟\nپس چه؟\nبهرامی: ب.")
    assert [piece.line for piece in turns.doubts[doubts.RHETORICAL]] == [3]
    assert [len(speech.passages) for speech in turns.speeches] == [1, 2, 2, 1]


def test_with_labelled_questions_the_rest_is_the_answer() -> None:
    text = "خبرنگار: درآمد.\nچرا؟\nالف.\nمگر نه؟\nخبرنگار: و؟\nب؟"
    assert _turns(text) == [("خبرنگار", [1, 2]), ("پاسخ", [3, 4]), ("خبرنگار", [5]), ("پاسخ", [6])]


def test_with_labelled_answers_a_question_before_one_is_the_interviewers() -> None:
    text = "درآمد.\nچرا؟\nبهرامی: الف.\nب.\nمگر نه؟\nج.\nو؟\nبهرامی: د."
    assert _turns(text) == [("پرسش", [1, 2]), ("بهرامی", [3, 4, 5, 6]), ("پرسش", [7]), ("بهرامی", [8])]


def test_labels_may_be_dropped_after_a_while() -> None:
    text = "مجری: الف؟\nبهرامی: ب.\nپس چه؟\nمجری: ج؟\nبهرامی: د.\nه.\n*چرا؟\nو.\nز.\nکجا؟\nح."
    turns, _, _ = _read(text)
    assert [piece.line for piece in turns.doubts[doubts.RHETORICAL]] == [3]
    assert _turns(text)[2:] == [
        ("مجری", [4]),
        ("بهرامی", [5, 6]),
        ("مجری", [7]),
        ("بهرامی", [8, 9]),
        ("مجری", [10]),
        ("بهرامی", [11]),
    ]
    assert turns.speeches[4].passages[0].record == "چرا؟"


def test_a_label_alone_takes_the_next_paragraph() -> None:
    turns, _, _ = _read("مجری:\nچرا؟\nبهرامی:\nالف.\nمجری:\nبهرامی: ب.\nمجری:")
    assert [(speech.label, [passage.record for passage in speech.passages]) for speech in turns.speeches] == [
        ("مجری", ["چرا؟"]),
        ("بهرامی", ["الف.", "مجری:"]),
        ("بهرامی", ["ب.", "مجری:"]),
    ]
    assert [piece.line for piece in turns.doubts[doubts.EMPTY]] == [5, 7]
    assert turns.speeches[0].line == 1


def test_nothing_but_a_label() -> None:
    assert _turns("پرسش:") == [("پرسش", [1])]


def test_nobody_knows_which_of_two_guests_answers() -> None:
    turns, _, _ = _read("مجری: درود.\nخانم رستمی: الف.\nآقای نوری: ب.\nچرا؟\nج.\nد.")
    assert [piece.line for piece in turns.doubts[doubts.TORN]] == [5]
    assert turns.speeches[-1].label == "آقای نوری"


def test_who_asks_is_known_by_the_label() -> None:
    _, parts, sure = _read("گزارشگر: درود.\nبهرامی: الف؟\nگزارشگر: و.\nبهرامی: ب؟")
    assert (parts, sure) == ({"گزارشگر": Role.INTERVIEWER, "بهرامی": Role.INTERVIEWEE}, True)


def test_who_asks_is_known_by_the_questions() -> None:
    _, parts, sure = _read("نادری: الف.\nایرنا: چرا؟\nنادری: ب.\nایرنا: چه؟\nنادری: که؟")
    assert (parts, sure) == ({"نادری": Role.INTERVIEWEE, "ایرنا": Role.INTERVIEWER}, True)


def test_the_first_one_asks_when_nothing_tells() -> None:
    _, parts, sure = _read("نادری: الف.\nایرنا: ب.\nنادری: ج.\nایرنا: د.")
    assert (parts, sure) == ({"نادری": Role.INTERVIEWER, "ایرنا": Role.INTERVIEWEE}, False)


def test_a_single_speaker_does_not_ask() -> None:
    _, parts, sure = _read("نادری: الف.\nنادری: ب.")
    assert (parts, sure) == ({"نادری": Role.INTERVIEWEE}, False)


def test_numbers_after_a_label_are_left_out_and_counted() -> None:
    turns, _, _ = _read("سؤال ۱: چرا؟\nپاسخ: الف.\nسؤال ۲:\nچه؟")
    assert [(speech.label, speech.passages[0].record) for speech in turns.speeches] == [
        ("سؤال", "چرا؟"),
        ("پاسخ", "الف."),
        ("سؤال", "چه؟"),
    ]
    assert turns.numbers == 2


def test_stage_directions_of_a_label_are_notes_in_the_text() -> None:
    turns, _, _ = _read("مجری (با خنده): چرا؟\nبهرامی: الف.\nمجری: چه؟\nبهرامی (آرام): ب.")
    assert [(speech.label, speech.passages[0].record) for speech in turns.speeches] == [
        ("مجری", "[با خنده] چرا؟"),
        ("بهرامی", "الف."),
        ("مجری", "چه؟"),
        ("بهرامی", "[آرام] ب."),
    ]


def test_what_stands_once_is_no_label_unless_it_answers_a_question() -> None:
    pieces = [Piece(line, 1) for line in ("مجری: چه؟", "بهرامی: الف.", "راه نو: ب.", "مجری: چه؟", "بهرامی: ج.")]
    known = rough_labels.find(pieces)
    assert list(known.names.values()) == ["مجری", "بهرامی"]
    assert [opening.name for opening, _ in known.once] == ["راه نو"]
    assert not known.starts("راه نو: ب.")
    assert known.find(Piece("مجری\\: الف", 1)) is None
    assert not rough_labels.find([Piece("راه نو: ب.", 1)]).names


@pytest.mark.parametrize(("words", "doubted"), [(60, []), (61, [3])])
def test_a_question_of_more_than_sixty_words_is_doubted(words: int, doubted: list[int]) -> None:
    turns, _, _ = _read(f"چرا؟\nچون.\n{'باغ ' * (words - 2)}چه شد؟\nسبز بود.")
    assert [piece.line for piece in turns.doubts.get(doubts.LONG_QUESTION, [])] == doubted


def test_two_headings_in_a_row_are_one_with_the_place_of_the_first() -> None:
    turns, _, _ = _read("مجری: چرا؟\nنیما: چون.\n■ باغ\n■ رود\nمجری: کجا؟\nنیما: آن‌جا.")
    (heading,) = [speech.heading.title for speech in turns.speeches if speech.heading]
    assert (heading.record, heading.line) == ("باغ: رود", 3)


def _aside(text: str) -> list[tuple[BetweenKind, int]]:
    return [(kind, piece.line) for kind, piece in _read(text)[0].aside]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("مجری: چرا؟\nنیما: چون.\nمنابع:\nمجری: کجا؟\nنیما: آن‌جا.", []),
        ("مجری: چرا؟\nنیما: چون.\nو بعد.\nمنابع:\nباغ فین", [(BetweenKind.FOOTNOTE, 4), (BetweenKind.FOOTNOTE, 5)]),
        ("* چرا؟\nچون.\n* کجا؟\nآن‌جا.\nبیشتر بخوانید:\nباغ", [(BetweenKind.ALSO, 5), (BetweenKind.ALSO, 6)]),
        ("* چرا؟\nچون.\n* کجا؟\nآن‌جا.\nبیشتر بخوانید:\n* باغ؟", [(BetweenKind.ALSO, 5)]),
        ("باغ چه شد؟\n[۱] باغ فین.", [(BetweenKind.FOOTNOTE, 2)]),
        ("[۱] باغ چه شد؟", []),
    ],
)
def test_what_ends_an_interview_stands_in_its_second_half(text: str, aside: list[tuple[BetweenKind, int]]) -> None:
    assert _aside(text) == aside


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("مجری: از باغ\nنیما: سبز بود.\nسال‌های دور\nمجری: و بعد؟\nنیما: همین.", [3]),
        ("مجری: از باغ\nنیما: سبز بود\nسال‌های دور\nمجری: و بعد؟\nنیما: همین.", []),
        ("مجری: از باغ\nنیما: سبز بود.\nسال‌های دور\nنیما: و بزرگ.\nمجری: و بعد؟", []),
        ("مجری: درود.\nسال‌های دور\nمجری: و بعد؟\nنیما: همین.", [2]),
        ("مجری: از باغ\nنیما: سبز بود.\nمجری: و بعد؟\nنیما: همین.\nسال‌های دور", []),
    ],
)
def test_a_few_words_between_an_answer_and_the_next_question_are_a_heading(text: str, headings: list[int]) -> None:
    assert [piece.line for piece in _read(text)[0].headings] == headings


def test_a_stage_note_is_of_who_spoke_last() -> None:
    assert _turns("چرا؟\nچون.\n[می‌خندد]\nکجا؟") == [("پرسش", [1]), ("پاسخ", [2, 3]), ("پرسش", [4])]


def test_a_question_right_below_an_answer_in_blocks_is_part_of_it() -> None:
    block = "کجا؟\nدر باغ."
    pieces = plain.document(f"{block}\n\n{block}\n\nکی؟\nدیروز.\nمگر نه؟\n\n{block}", "a.txt").pieces
    turns = rough_turns.read_turns([(piece, None) for piece in pieces], {})
    assert [len(speech.passages) for speech in turns.speeches] == [1, 1, 1, 1, 1, 2, 1, 1]
    assert [piece.text for piece in turns.doubts[doubts.RHETORICAL]] == ["مگر نه؟"]


def test_a_heading_above_all_that_is_said_is_that_of_the_first_turn() -> None:
    heading = Piece("■ باغ", 1)
    turns = rough_turns.read_turns([(Piece("چرا؟", 2), None), (Piece("چون.", 3), None)], {}, heading)
    assert [speech.heading.title.record for speech in turns.speeches if speech.heading] == ["باغ"]
    assert turns.speeches[0].heading is not None


def test_a_heading_that_nothing_follows_is_set_aside_and_a_question_below_another_doubted() -> None:
    turns, _, _ = _read("چرا؟\nکجا؟\nچون.\n■ باغ")
    assert [(kind, piece.text) for kind, piece in turns.aside] == [(BetweenKind.HEADING, "باغ")]
    assert [piece.line for piece in turns.doubts[doubts.TWO_QUESTIONS]] == [2]


def test_numbers_before_questions_are_counted() -> None:
    assert _read("۱. چرا؟\nچون.\n۲. کجا؟\nآن‌جا.")[0].numbers == 2
    assert _read("* چرا؟\nچون.\n* کجا؟\nآن‌جا.")[0].numbers == 0


def test_what_is_said_of_a_session_below_its_heading_is_no_speech() -> None:
    assert _aside("مجری: چرا؟\nنیما: چون.\nجلسه دوم\nمکان: کاشان\nمجری: کجا؟\nنیما: آن‌جا.") == [(BetweenKind.DATA, 4)]


def _of(*pieces: Piece) -> Turns:
    known = rough_labels.find(pieces)
    found = [(piece, known.find(piece)) for piece in pieces]
    return rough_turns.read_turns(found, roles.of(found, {})[0])


TALK = (
    Piece("مجری: چرا؟", 1),
    Piece("نیما: چون.", 2),
    Piece("مجری: چه می‌کاشتید؟", 3),
    Piece("نیما: دو درخت:", 4),
)


@pytest.mark.parametrize(
    ("marks", "said", "aside"), [(("-", "-"), [4, 5, 6], []), (("1.", "2."), [4], [5, 6]), (("", "1."), [4, 5], [6])]
)
def test_of_a_list_at_the_end_only_a_numbered_one_can_be_notes(
    marks: tuple[str, str], said: list[int], aside: list[int]
) -> None:
    turns = _of(*TALK, Piece("سیب", 5, mark=marks[0]), Piece("به", 6, mark=marks[1]))
    assert [passage.line for passage in turns.speeches[-1].passages] == said
    assert [(kind, piece.line) for kind, piece in turns.aside] == [(BetweenKind.FOOTNOTE, line) for line in aside]


def test_all_turns_may_be_in_a_list_of_a_word_processor() -> None:
    lines = ("چرا باغ را فروختید؟", "پول نبود.", "به که؟", "به همسایه.")
    turns = _of(*(Piece(line, number, mark="-") for number, line in enumerate(lines, 1)))
    assert [(speech.label, [passage.record for passage in speech.passages]) for speech in turns.speeches] == [
        (label, [line]) for label, line in zip(("پرسش", "پاسخ") * 2, lines, strict=True)
    ]


@pytest.mark.parametrize(("bold", "headings"), [("سال‌های دور", [3]), ("سال‌های دور؟", [])])
def test_what_is_bold_between_labelled_turns_is_a_heading(bold: str, headings: list[int]) -> None:
    span = Span(0, len(bold), STRONG)
    talk = [
        Piece(text, line) for line, text in ((1, "مجری: چرا؟"), (2, "نیما: چون"), (4, "مجری: کجا؟"), (5, "نیما: آن‌جا"))
    ]
    turns = _of(*talk[:2], Piece(bold, 3, (span,)), *talk[2:])
    assert [piece.line for piece in turns.headings] == headings


def test_a_paragraph_below_a_label_begins_when_the_label_says_else_when_it_says_itself() -> None:
    turns = _of(
        Piece("مجری:", 1, time="0:00:05"),
        Piece("چرا؟", 2),
        Piece("نیما:", 3),
        Piece("چون.", 4, time="0:00:09"),
        Piece("مجری:", 5, time="0:00:12"),
        Piece("کجا؟", 6, time="0:00:13"),
    )
    assert [speech.time for speech in turns.speeches] == [5, 9, 12]


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("مجری: چرا؟\n- نخست بگویید.\nنیما: چون.\nمجری: کجا؟\nنیما: آن‌جا.", "- نخست بگویید."),
        ("چرا؟\n۱. چند سال؟\nچون.\nکجا؟\nآن‌جا.", "۱. چند سال؟"),
        ("چرا؟\n- چند سال؟\nچون.\nکجا؟\nآن‌جا.", "چند سال؟"),
    ],
)
def test_a_sign_within_a_question_stays_unless_it_sets_a_question_apart(text: str, record: str) -> None:
    assert _read(text)[0].speeches[0].passages[1].record == record


def test_where_answers_have_a_sign_a_question_with_it_is_of_the_answer() -> None:
    text = "مجری: چرا؟\n- چون.\nمجری: از خانه.\n- مگر نه؟\n- آن‌جا.\nمجری: از باغ.\nسبز بود؟\n- بود."
    assert _turns(text) == [
        ("مجری", [1]),
        ("پاسخ", [2]),
        ("مجری", [3]),
        ("پاسخ", [4, 5]),
        ("مجری", [6, 7]),
        ("پاسخ", [8]),
    ]
