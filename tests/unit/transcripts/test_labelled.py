from __future__ import annotations

import pytest

from goftogu.model import Source
from goftogu.problems import Problem
from goftogu.transcripts.draft import Draft, Speech, finish
from goftogu.transcripts.labelled import read_labelled
from tests.collecting import collected

HEAD = "---\ntitle: باغ\nspeakers:\n  مجری: {role: interviewer}\n  سرو: {role: interviewee}\n---\n"
FIRST = 7
"""Line on which the body begins."""


def read(body: str, head: str = HEAD) -> tuple[Draft, list[Problem]]:
    draft, problems = collected(read_labelled, Source("a.md", b"", head + body))
    assert draft is not None
    return draft, problems


def told(body: str, head: str = HEAD) -> list[tuple[str, int]]:
    """Return code and line of each problem, the first line of the body being 1."""
    _, problems = read(body, head)
    assert {problem.column for problem in problems} <= {1}
    assert {problem.path for problem in problems} <= {"a.md"}
    return [(problem.code, problem.line - FIRST + 1) for problem in problems]


def texts(speech: Speech) -> list[str]:
    return [passage.record for passage in speech.passages]


def test_turns_have_a_speaker_paragraphs_and_lines() -> None:
    draft, problems = read("مجری: چرا باغ؟\n\nسرو: چون سبز است.\n\nو آرام.\n")
    assert problems == []
    first, second = draft.speeches
    assert (first.label, first.shown, first.line, texts(first)) == ("مجری", "مجری", 7, ["چرا باغ؟"])
    assert (second.label, second.line, texts(second)) == ("سرو", 9, ["چون سبز است.", "و آرام."])
    assert [passage.line for passage in second.passages] == [9, 11]


def test_a_label_on_a_line_of_its_own_has_the_text_below() -> None:
    draft, problems = read("مجری:\n\nچرا باغ؟\n{: #t1 }\n\nسرو: آری.")
    assert problems == []
    assert [(speech.id, texts(speech)) for speech in draft.speeches] == [("t1", ["چرا باغ؟"]), ("", ["آری."])]


def test_what_is_above_the_first_turn_has_classes() -> None:
    draft, problems = read("چکیده\n{: #p1 .lede }\n\nدرآمد\n\nمتن کامل:\n{: .note #p3 }\n\nمجری: چرا؟\n\nسرو: چون.")
    assert problems == []
    assert [(kind, passage.record, passage.id) for kind, passage in draft.front] == [
        ("lede", "چکیده", "p1"),
        ("", "درآمد", ""),
        ("note", "متن کامل:", "p3"),
    ]


def test_a_section_belongs_to_the_turn_below_it() -> None:
    draft, problems = read(
        '## آغاز\n{: #s1 topics="+garden" }\n\nمجری: چرا؟\n\nسرو: چون.\n\n## پایان\n\nمجری: و بعد؟\n\nسرو: هیچ.'
    )
    assert problems == []
    found = [
        (speech.heading.title.record, speech.heading.title.id, speech.heading.topics)
        for speech in draft.speeches
        if speech.heading
    ]
    assert found == [("آغاز", "s1", ("garden",)), ("پایان", "", ())]
    assert draft.speeches[1].heading is None


def test_a_turn_says_its_id_its_topics_and_its_time() -> None:
    draft, problems = read('مجری: چرا؟\n{: #t7 topics="+garden -sea tree" time="0:12:31" }\n\nسرو: چون.')
    assert problems == []
    speech = draft.speeches[0]
    assert (speech.id, speech.stamped, speech.add, speech.drop) == ("t7", True, ("garden", "tree"), ("sea",))
    assert speech.time == 751
    assert not draft.speeches[1].stamped
    assert draft.speeches[1].time is None


def test_a_later_paragraph_has_a_time_of_its_own() -> None:
    draft, problems = read('مجری:\n{: #t1 time="0:00:05" }\n\nچرا؟\n{: time="0:00:09" }\n\nچه شد؟\n\nسرو: چون.')
    assert problems == []
    assert draft.speeches[0].time == 5
    assert [passage.time for passage in draft.speeches[0].passages] == [9, None]


def test_the_first_paragraph_begins_with_its_turn() -> None:
    draft, _ = read('مجری: چرا؟\n{: #t1 time="0:00:05" }\n\nچه شد؟\n{: time="0:00:07" }\n\nسرو: چون.')
    made = finish(draft, str)
    assert [unit.time for turn in made.turns for unit in turn.paragraphs] == [5, 7, None]
    assert [turn.time for turn in made.turns] == [5, None]


def test_a_plus_goes_on_with_the_turn() -> None:
    draft, problems = read("مجری: چرا؟\n\nسرو: چون.\n\n+ مجری: این نقل است.")
    assert problems == []
    assert texts(draft.speeches[1]) == ["چون.", "مجری: این نقل است."]


def test_an_escaped_colon_is_no_label() -> None:
    draft, problems = read("مجری: چرا؟\n\nسرو: چون.\n\nنتیجه\\: هیچ.")
    assert problems == []
    assert texts(draft.speeches[1]) == ["چون.", "نتیجه: هیچ."]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", [("T001", 1)]),
        ("بی برچسب.\n", [("T001", 1)]),
        ("{: #t1 }\n\nمجری: چرا؟\n\nسرو: چون.", [("T005", 1)]),
        ("مجری: چرا؟\n\nسرو:\n", [("T011", 3)]),
        ("مجری: چرا؟\n\nسرو: چون.\n\n## پایان\n", [("T011", 5)]),
        ("## یک\n\n## دو\n\nمجری: چرا؟\n\nسرو: چون.", [("T011", 1)]),
        ("مجری: چرا؟\n\nسرو: چون.\n\n+\n", [("T011", 5)]),
        ("+ آغاز\n\nمجری: چرا؟\n\nسرو: چون.", [("T006", 1)]),
        ("مجری: چرا؟\n\nسرو: چون.\n\n## پایان\n\nو دیگر هیچ.", [("T013", 7), ("T011", 5)]),
        ("مجری: چرا؟\n{: #t1 }\n\nسرو: چون.\n{: #t1 }", [("T004", 5)]),
        ("مجری: چرا؟\n{: #t1 }\n\nسرو: چون.\n\nو.\n{: #t2 }", [("T005", 7)]),
        ("یک\n{: .lede }\n\nدو\n{: .lede }\n\nمجری: چرا؟\n\nسرو: چون.", [("T005", 4)]),
        ("مجری: چرا؟\n\nمجری: و؟", [("T014", -1)]),
        ("مجری: چرا؟\n\nسرو: چون.\n\nسروی: آری.", [("T002", 5)]),
        ("سروی: آری.\n\nمجری: چرا؟\n\nسرو: چون.", [("T002", 1)]),
        ("مجری: چرا؟ {: #t1 }\n\nسرو: چون.", [("T005", 1)]),
        ("مجری: چرا؟\n{: #x1 }\n\nسرو: چون.", [("T005", 2)]),
    ],
)
def test_a_fault_is_told_with_its_line(body: str, expected: list[tuple[str, int]]) -> None:
    assert told(body) == expected


def test_an_unknown_speaker_is_asked_about_and_the_text_is_kept() -> None:
    draft, problems = read("مجری: چرا؟\n\nسرو: چون.\n\nسروی: آری.")
    assert texts(draft.speeches[1]) == ["چون.", "سروی: آری."]
    (problem,) = problems
    assert "«سروی»" in problem.message
    assert "سرو" in problem.hint
    assert "\\:" in problem.hint


def test_the_hint_of_a_text_without_labels_names_the_speakers() -> None:
    (problem,) = read("بی برچسب.")[1]
    assert "مجری, سرو" in problem.hint


@pytest.mark.parametrize("speakers", ["speakers: مجری، سرو", "speakers: [مجری, سرو]", "speakers: {}", "place: yazd"])
def test_speakers_that_are_not_declared_are_one_problem(speakers: str) -> None:
    draft, problems = read(
        "مجری: چرا باغ؟\n{: #t1 }\n\nسرو: سبز است.\n{: #t2 }\n", f"---\ntitle: باغ\n{speakers}\n---\n"
    )
    assert draft.speeches == []
    assert [problem.code for problem in problems] in (["C003"], ["C004"])
    assert "«مجری: {role: interviewer}»" in problems[0].hint


REDIRECTS = HEAD.replace("---\n", "---\nredirects: {IDS}\n", 1)


@pytest.mark.parametrize(
    ("redirects", "expected"),
    [
        ("t5: t1", []),
        ("t1: t2", [("C007", "still in the text")]),
        ("t5: t9", [("C007", "“t9”, which is not in the text")]),
        ("t5: t1, t6: t9", [("C007", "“t6” is redirected to “t9”")]),
    ],
)
def test_redirects_lead_from_what_is_gone_to_what_is_there(redirects: str, expected: list[tuple[str, str]]) -> None:
    body = "مجری: چرا؟\n{: #t1 }\n\nسرو: چون.\n{: #t2 }"
    _, problems = read(body, REDIRECTS.replace("IDS", redirects))
    assert [(problem.code, problem.line) for problem in problems] == [(code, 2) for code, _ in expected]
    for problem, (_, words) in zip(problems, expected, strict=True):
        assert words in problem.message


def test_without_front_matter_nothing_is_read() -> None:
    draft, problems = collected(read_labelled, Source("a.md", b"", "مجری: چرا؟"))
    assert draft is None
    assert [problem.code for problem in problems] == ["C001"]


PICTURED = """![بالا](a.jpg)

چکیده
{: #p1 .lede }

![پس از چکیده](b.jpg "زیرنویس")
{: #f7 credit=" عکس: راد " }

## بخش
![پس از عنوان](c.jpg)

مجری: چرا باغ؟
![در نوبت](d.jpg)
سبز است؟

سرو: آری.

![در پایان](a.jpg)
"""


def test_pictures_follow_what_is_above_them() -> None:
    draft, problems = read(PICTURED)
    assert problems == []
    interview = finish(draft, str)
    assert [(one.id, one.file, one.after) for one in interview.pictures] == [
        ("f8", "a.jpg", ""),
        ("f7", "b.jpg", "p1"),
        ("f9", "c.jpg", "s1"),
        ("f10", "d.jpg", f"{interview.turns[0].id}.1"),
        ("f11", "a.jpg", f"{interview.turns[1].id}.1"),
    ]
    second = interview.pictures[1]
    assert (second.alt.record, second.alt.id, second.credit) == ("پس از چکیده", "f7.alt", "عکس: راد")
    assert second.caption is not None
    assert (second.caption.id, second.caption.record, second.caption.line) == ("f7.caption", "زیرنویس", 12)
    assert [unit.id for unit in interview.units()][:5] == ["title", "f8.alt", "p1", "f7.alt", "f7.caption"]
    assert [unit.id for unit in interview.units()][-1] == "f11.alt"
    assert interview.mentions[1].file == "b.jpg"
    assert interview.mentions[1].place == ("a.md", 12, 16)
    assert interview.mentions[1].widths


def test_pictures_that_cannot_be_read_are_told() -> None:
    assert told("![](a.jpg)\n\nمجری: چرا؟\n![باغ\n\nسرو: آری.") == [("I001", 1), ("I001", 4)]
    assert told("مجری:\n![باغ](a.jpg)\nچرا؟\n\nسرو: آری.") == [("I001", 2)]


def test_a_picture_has_an_id_and_a_credit_and_nothing_else() -> None:
    body = 'مجری: چرا؟\n\n![باغ](a.jpg)\n{: #f1 topics="+visas" }\n\nسرو: آری.'
    assert told(body) == [("T005", 4)]
    assert told(body.replace('#f1 topics="+visas"', "#t9")) == [("T005", 4)]
    _, problems = read(body)
    assert "credit" in str(problems[0].hint)


def test_an_id_of_a_picture_is_given_once() -> None:
    assert told("مجری: چرا؟\n![باغ](a.jpg)\n{: #f1 }\n![باغ](a.jpg)\n{: #f1 }\n\nسرو: آری.") == [("T004", 5)]


def test_what_a_section_is_about_stands_below_its_heading() -> None:
    draft, problems = read("مجری: چرا؟\n\n## باغ\n\nاز باغ و رود.\n{: .synopsis }\n\nسرو: چون.")
    assert problems == []
    (heading,) = [speech.heading for speech in draft.speeches if speech.heading]
    assert {kind: (passage.record, passage.line) for kind, passage in heading.about.items()} == {
        "synopsis": ("از باغ و رود.", 11)
    }


def test_a_paragraph_with_a_plus_may_have_a_time_and_a_language() -> None:
    draft, problems = read('مجری: چرا؟\n\n+ و کجا؟\n{: time="0:12:31" lang="ckb" }\n\nو کی؟\n\nسرو: چون.')
    assert problems == []
    passages = [(passage.time, passage.language) for passage in draft.speeches[0].passages]
    assert passages == [(None, ""), (751, "ckb"), (None, "")]


def test_of_a_speaker_who_is_not_declared_only_the_name_is_told() -> None:
    assert told("سرو: چرا؟\n\nمجری: چون.\n\nبید: هیچ.\n{: #t5 }") == [("T002", 5)]
