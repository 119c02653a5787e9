from __future__ import annotations

from goftogu.model import Details, Paragraph, Role, Speaker
from goftogu.transcripts.draft import Draft, DraftHeading, DraftParagraph, Speech, finish


def _draft() -> Draft:
    described = Paragraph("speaker.2", "استاد", "", line=0)
    speakers = [Speaker("مجری", Role.INTERVIEWER), Speaker("مهمان", Role.INTERVIEWEE, description=described)]
    order = ["مهمان", "مجری", "مجری", "مهمان", "مجری"]
    speeches = [
        Speech(label, label, line, [DraftParagraph(f"متن {line}", line)]) for line, label in enumerate(order, 10)
    ]
    front = [
        ("note", DraftParagraph("متن کامل:", 3)),
        ("", DraftParagraph("درآمد", 2, "p7")),
        ("lede", DraftParagraph("خلاصه", 1)),
    ]
    return Draft(
        "content/interviews/a.b.md", DraftParagraph("عنوان", 1), speakers=speakers, front=front, speeches=speeches
    )


def test_every_paragraph_goes_through_the_reading_layer_once() -> None:
    draft = _draft()
    draft.speeches[1].heading = DraftHeading(DraftParagraph("بخش", 9))
    seen: list[str] = []

    def reading(text: str) -> str:
        seen.append(text)
        return f"<{text}>"

    interview = finish(draft, reading)
    units = list(interview.units())
    assert sorted(seen) == sorted(unit.record for unit in units)
    assert len({unit.id for unit in units}) == len(units)
    assert all(unit.reading == f"<{unit.record}>" for unit in units)


def test_an_exchange_begins_where_the_interviewer_speaks_after_somebody_else() -> None:
    interview = finish(_draft(), str)
    assert [turn.exchange for turn in interview.turns] == [0, 1, 1, 1, 2]
    assert [exchange.turns for exchange in interview.exchanges] == [
        (interview.turns[0].id,),
        tuple(turn.id for turn in interview.turns[1:4]),
        (interview.turns[4].id,),
    ]
    assert interview.exchanges[1].id == f"x-{interview.turns[1].id}"


def test_front_paragraphs_find_their_places_and_numbers() -> None:
    interview = finish(_draft(), str)
    assert interview.id == "a.b"
    assert [(paragraph.id, paragraph.record) for paragraph in interview.front()] == [
        ("p9", "خلاصه"),
        ("p7", "درآمد"),
        ("p8", "متن کامل:"),
    ]


def test_a_section_holds_all_turns_up_to_the_next_one() -> None:
    draft = _draft()
    draft.speeches[1].heading = DraftHeading(DraftParagraph("یک", 9, "s4"), ("sea",))
    draft.speeches[3].heading = DraftHeading(DraftParagraph("دو", 12))
    draft.details = Details(redirects={"s9": "s4"})
    interview = finish(draft, str)
    assert [turn.section for turn in interview.turns] == ["", "s4", "s4", "s10", "s10"]
    assert [(section.id, section.first, section.add_topics) for section in interview.sections] == [
        ("s4", interview.turns[1].id, ("sea",)),
        ("s10", interview.turns[3].id, ()),
    ]


def test_descriptions_are_read() -> None:
    speakers = finish(_draft(), lambda text: f"<{text}>").speakers
    assert speakers["مجری"].description is None
    description = speakers["مهمان"].description
    assert description is not None
    assert (description.id, description.record, description.reading) == ("speaker.2", "استاد", "<استاد>")


def test_names_of_speakers_are_shown_with_persian_letters() -> None:
    draft = _draft()
    draft.speakers[0] = Speaker("مجري", Role.INTERVIEWER)
    for speech in draft.speeches:
        speech.label = speech.label.replace("مجری", "مجري")
    interview = finish(draft, str)
    assert [speaker.label for speaker in interview.speakers.values()] == ["مجری", "مهمان"]
    assert list(interview.speakers) == ["مجری", "مهمان"]
    assert [turn.speaker for turn in interview.turns] == ["مهمان", "مجری", "مجری", "مهمان", "مجری"]


def test_a_speaker_whose_label_is_not_in_the_text_is_inferred() -> None:
    draft = _draft()
    draft.speeches[2].shown = ""
    assert [turn.inferred for turn in finish(draft, str).turns] == [False, False, True, False, False]


def test_what_a_draft_does_not_say_is_said_by_nobody() -> None:
    interview = finish(_draft(), str)
    assert not interview.raw
    assert [(turn.stamped, turn.paragraphs[0].id == f"{turn.id}.1") for turn in interview.turns] == [(False, True)] * 5
    assert {(unit.form, unit.language) for unit in interview.units()} == {("", "")}
