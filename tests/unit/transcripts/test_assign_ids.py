from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.model import Source
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.assign_ids import put_times, stamp
from tests.collecting import collected

HEAD = "---\ntitle: x\nspeakers: {مجری: {role: interviewer}, بهرامی: {role: interviewee}}\n---\n"


def test_everything_gets_an_id() -> None:
    text = f"{HEAD}خلاصه.\n{{: .lede }}\n\nدرآمد.\n\n## بخش\n\nمجری: یک؟\nدو؟\n\nبهرامی:\n\nسه.\n\nچهار."
    assert stamp(text) == (
        f"{HEAD}خلاصه.\n{{: #p1 .lede }}\n\nدرآمد.\n{{: #p2 }}\n\n## بخش\n{{: #s1 }}\n\n"
        "مجری: یک؟\nدو؟\n{: #t1 }\n\nبهرامی:\n\nسه.\n{: #t2 }\n\nچهار."
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_last_line_without_an_end_stays_so(end: str) -> None:
    assert stamp(f"{HEAD}مجری: یک؟".replace("\n", end)) == f"{HEAD}مجری: یک؟\n{{: #t1 }}".replace("\n", end)


def test_new_numbers_are_above_all_that_were_given() -> None:
    text = (
        HEAD.replace("\n---\n", "\nredirects: {t9: t2}\n---\n")
        + 'مجری: یک؟\n\nبهرامی: دو.\n{: #t2 topics="+sea" }\n\nمجری: سه؟\n'
    )
    assert stamp(text).count("#t10 }") == 1
    assert "مجری: سه؟\n{: #t11 }\n" in stamp(text)


def test_an_id_joins_the_list_that_is_there() -> None:
    text = f'{HEAD}مجری: یک؟\n{{: topics="+sea" }}\n\nبهرامی:\n{{: }}\n\nدو.\n'
    assert stamp(text) == f'{HEAD}مجری: یک؟\n{{: #t1 topics="+sea" }}\n\nبهرامی:\n{{: #t2 }}\n\nدو.\n'


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_and_byte_order_mark_stay(end: str) -> None:
    text = "\ufeff" + f"{HEAD}مجری: یک؟\n\nبهرامی: دو.\n".replace("\n", end)
    assert stamp(text) == "\ufeff" + f"{HEAD}مجری: یک؟\n{{: #t1 }}\n\nبهرامی: دو.\n{{: #t2 }}\n".replace("\n", end)


@pytest.mark.parametrize(
    "text", ["no front matter", f"{HEAD}مجری: یک؟\n{{: #t1\n\nبهرامی: دو.\n", f"{HEAD}مجرب: یک؟\n\nبهرامی: دو.\n", HEAD]
)
def test_a_transcript_with_errors_stays_as_it_is(text: str) -> None:
    assert stamp(text) == text


BLOCKS = st.sampled_from(
    ["مجری: یک؟", "بهرامی:", "دو.", "+ سه.", "## چهار", "{: #t3 }", '{: topics="+a" }', "{: .note }", "", "\r"]
)


@given(st.lists(BLOCKS, max_size=14).map("\n".join))
def test_stamping_adds_ids_and_nothing_else(body: str) -> None:
    once = stamp(HEAD + body)
    assert stamp(once) == once
    before, _ = collected(transcript_read.read_transcript, Source("a.md", b"", (HEAD + body).replace("\r", "\n")), str)
    after, problems = collected(transcript_read.read_transcript, Source("a.md", b"", once.replace("\r", "\n")), str)
    if before is None:
        assert once == HEAD + body
        return
    assert after is not None
    assert "T009" not in {problem.code for problem in problems}
    assert [unit.record for unit in after.units()] == [unit.record for unit in before.units()]
    assert [turn.id for turn in before.turns if turn.stamped] == [
        new.id for old, new in zip(before.turns, after.turns, strict=True) if old.stamped
    ]


def test_pictures_get_ids_of_their_own() -> None:
    text = f'{HEAD}![باغ](a.jpg)\n\nمجری: یک؟\n![حوض](b.jpg)\n{{: credit="راد" }}\n\nبهرامی: دو.\n'
    stamped = stamp(text)
    assert stamped == (
        f'{HEAD}![باغ](a.jpg)\n{{: #f1 }}\n\nمجری: یک؟\n{{: #t1 }}\n![حوض](b.jpg)\n{{: #f2 credit="راد" }}\n\n'
        "بهرامی: دو.\n{: #t2 }\n"
    )
    assert stamp(stamped) == stamped


def test_a_new_last_line_ends_as_the_first_one_does() -> None:
    mixed = f"{HEAD}مجری: یک؟\n\nبهرامی: دو.".replace("---\n", "---\r\n", 1)
    assert stamp(mixed).endswith("بهرامی: دو.\r\n{: #t2 }")
    assert put_times(stamp(mixed), {"t1.1": 5}) == stamp(mixed).replace("#t1 }", '#t1 time="0:00:05" }')
    assert put_times(mixed.replace("؟\n", "؟\n{: #t1 }\n") + "\n{: #t2 }\n\nسه.", {"t2.2": 5}).endswith(
        'سه.\r\n{: time="0:00:05" }'
    )


def test_times_are_written_below_turns_and_their_paragraphs() -> None:
    text = f"{HEAD}مجری: یک؟\n{{: #t1 }}\n\nبهرامی: دو.\n{{: #t2 }}\n\nسه.\n\nچهار.\n"
    assert put_times(text, {"t1.1": 5, "t2.1": 65, "t2.2": 3600, "t2.3": 3725, "t2.4": 9}) == (
        f'{HEAD}مجری: یک؟\n{{: #t1 time="0:00:05" }}\n\nبهرامی: دو.\n{{: #t2 time="0:01:05" }}\n\n'
        'سه.\n{: time="1:00:00" }\n\nچهار.\n{: time="1:02:05" }\n'
    )


def test_the_time_of_a_turn_joins_the_list_below_its_label() -> None:
    text = f"{HEAD}مجری: یک؟\n{{: #t1 }}\n\nبهرامی:\n{{: #t2 }}\n\nدو.\n"
    assert put_times(text, {"t2.1": 65}) == text.replace("#t2 }", '#t2 time="0:01:05" }')
