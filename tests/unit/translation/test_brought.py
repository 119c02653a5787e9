from __future__ import annotations

from goftogu.model import Interview, Source
from goftogu.problems import Problems
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.formats.document import Twin
from goftogu.translation import brought
from goftogu.translation.memory import store
from goftogu.translation.memory.entry import NOTHING, State, Translation

TEXT = """\
---
title: نان
speakers:
  مجری: {role: interviewer}
  نانوا: {role: interviewee}
---
## خمیر
{: #s1 }

مجری: **چرا** صبر می‌کنید؟
{: #t1 }

نانوا: بله.
{: #t2 }

مجری: و حالا؟
{: #t3 }

نانوا: بله.
{: #t4 }
"""


def _interview() -> Interview:
    found = transcript_read.read_transcript(Source("content/interviews/bread.md", b"", TEXT), str, Problems())
    assert found is not None
    return found


def _english(*twins: Twin) -> tuple[dict[str, Translation], int]:
    interview = _interview()
    memory, count = brought.memory(interview, twins, "bread")
    found = {unit.id: memory.lookup(unit) for unit in store.units(interview)}
    return {name: held for name, held in found.items() if held != NOTHING}, count


def test_a_text_gets_its_english_whatever_its_marks_and_half_spaces() -> None:
    found, count = _english(Twin("خمیر", "Dough", "a.xml"), Twin("چرا صبر می کنید؟", "Why wait?", "a.xml"))
    assert (list(found), count) == (["s1", "t1.1"], 2)
    assert found["s1"] == Translation("Dough", State.DRAFT, "a.xml")
    assert found["t1.1"].text == "Why wait?"


def test_equal_texts_take_their_english_in_order() -> None:
    found, _ = _english(Twin("بله.", "Yes.", "x"), Twin("بله.", "Sure.", "x"), Twin("بله.", "Quite.", "x"))
    assert {name: held.text for name, held in found.items()} == {"t2.1": "Yes.", "t4.1": "Sure."}


def test_an_id_goes_before_the_order() -> None:
    found, _ = _english(Twin("بله.", "Sure.", "x", "t4.1"), Twin("نان", "Bread", "argos a 1", "title"))
    assert {name: (held.text, held.state) for name, held in found.items()} == {
        "title": ("Bread", State.MACHINE),
        "t4.1": ("Sure.", State.DRAFT),
    }


def test_an_id_of_another_text_and_an_empty_english_give_nothing() -> None:
    assert _english(Twin("آب", "Water", "x", "title"), Twin("و حالا؟", " ", "x")) == ({}, 0)
