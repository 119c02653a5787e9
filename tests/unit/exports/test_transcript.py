"""The transcript as a download: what a labelled transcript has below its front matter, and nothing else."""

from __future__ import annotations

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.conventions.forms import TextForm
from goftogu.edition.material import Material
from goftogu.exports import registry
from goftogu.exports.downloads import RECEIVED, TRANSCRIPT
from goftogu.exports.transcript import transcript
from goftogu.model import Provenance, Source
from goftogu.problems import Problems
from goftogu.transcripts import read as transcript_read
from tests import described
from tests.materials import PICTURES, illustrated, material, paragraph

HEAD = """---
title: گفتوگو
speakers:
  پرسشگر: {role: interviewer}
  خانم احمدی: {role: interviewee}
  همسایه: {role: other}
---
"""


def test_it_has_labels_turns_and_ids() -> None:
    assert transcript(material()).decode().split("\n\n") == [
        "# گفتوگو دربارهٔ «رودخانه»",
        "چکیده\n{: #p1 .lede }",
        "کنار رودخانه\n{: #p2 }",
        "متن کامل:\n{: #p3 .note }",
        "پرسشگر: از گفتوگو با *رودخانه* چه به یاد دارید؟\n{: #t1 }",
        "## بخش نخست\n{: #s1 }",
        "خانم احمدی: آب <b> & نان Tehran Times.\n{: #t2 }",
        "و **بس**.",
        "پرسشگر: [پیوند](https://example.org/a b?q=آب) و [بند](#t1)؟\n{: #t4 }",
        "همسایه: سپاس.\n{: #t5 }\n",
    ]


def test_below_a_front_matter_it_is_the_same_interview() -> None:
    given = material()
    text = HEAD + transcript(given).decode().partition("\n\n")[2]
    made = transcript_read.read_transcript(Source("river.md", b"", text), str, Problems())
    assert made is not None
    assert [(turn.id, turn.speaker, [unit.record for unit in turn.paragraphs]) for turn in made.turns] == [
        (turn.id, turn.speaker, [unit.record for unit in turn.paragraphs]) for turn in given.interview.turns
    ]


def test_it_takes_the_place_of_a_text_that_is_not_published() -> None:
    gap = paragraph("p2", "کنار [withheld: نام]")
    for given, there in (
        (material(), RECEIVED),
        (material(raw=True, path="content/interviews/river.txt", provenance=Provenance()), RECEIVED),
        (material(provenance=Provenance()), TRANSCRIPT),
        (material(provenance=Provenance(file="river.txt", publish=False)), TRANSCRIPT),
        (material(introduction=(gap,)), TRANSCRIPT),
    ):
        offered = registry.offered(given.config, given.interview)
        assert [download for download in offered if download in (RECEIVED, TRANSCRIPT)] == [there]
        paths = [path for path, _ in registry.files(given) if path.endswith("transcript.md")]
        assert bool(paths) == (there == TRANSCRIPT)


def test_what_looks_like_a_turn_or_a_mark_comes_back_as_it_was() -> None:
    body = (
        "پرسشگر: چه شد؟\n{: #t1 }\n\nهمسایه\\: این را او گفت.\n\n\\## نه یک عنوان\n\n"
        "خانم احمدی: آب\n\\{: نان }\n{: #t2 }\n\nهمسایه: هیچ.\n{: #t3 }\n"
    )
    given = transcript_read.read_transcript(Source("river.md", b"", HEAD + body), str, Problems())
    assert given is not None
    assert len(given.turns[0].paragraphs) == 3
    written = transcript(Material(given, {}, {}, Vocabulary(), SiteConfig())).decode()
    again = transcript_read.read_transcript(
        Source("river.md", b"", HEAD + written.partition("\n\n")[2]), str, Problems()
    )
    assert again is not None
    assert again.turns == given.turns


def test_a_section_keeps_its_synopsis_and_its_keywords() -> None:
    given = described.material()
    text = transcript(given).decode()
    assert "## بخش نخست\n{: #s1 }\n\nاز نان\n{: .synopsis }\n\nنان؛ تنور\n{: .keywords }\n\n" in text
    made = transcript_read.read_transcript(Source("river.md", b"", HEAD + text.partition("\n\n")[2]), str, Problems())
    assert made is not None
    assert [unit.record for unit in made.sections[0].units()] == ["بخش نخست", "از نان", "نان؛ تنور"]


def test_pictures_are_written_as_they_are_read() -> None:
    written = transcript(illustrated(pictures=PICTURES[:3])).decode()
    assert '![رود](rud.jpg "*سفیدرود*، ۱۳۴۰")\n{: #f2 credit="بایگانی" }\n' in written
    assert written.index("![نقشه](map.png)") < written.index("چکیده")
    assert written.index("## بخش نخست") < written.index("![همان رود]") < written.index("#t2")
    assert "\n\n![رود](rud.jpg" in written.partition("#t2 }")[2]


@pytest.mark.parametrize(("own", "other"), [("fa", "en"), ("prs", "en"), ("en", "fa")])
def test_a_passage_in_another_language_ends_where_it_ended(own: str, other: str) -> None:
    head = HEAD.replace("speakers:", f"language: {own}\nspeakers:")
    body = f'پرسشگر: One.\n{{: #t1 lang="{other}" }}\n\nدو.\n{{: lang="{own}" }}\n\nThree.\n'
    given = transcript_read.read_transcript(Source("river.md", b"", head + body), str, Problems())
    assert given is not None
    assert [unit.language for unit in given.turns[0].paragraphs] == [other, "", other]
    written = transcript(Material(given, {}, {}, Vocabulary(), SiteConfig())).decode().partition("\n\n")[2]
    again = transcript_read.read_transcript(Source("river.md", b"", head + written), str, Problems())
    assert again is not None
    assert again.turns == given.turns


def test_a_poem_stays_a_poem_with_its_time() -> None:
    body = (
        'پرسشگر: بخوانید.\n{: #t1 }\n\nخانم احمدی: می‌خوانم:\n{: #t2 }\n\nآب روان\nباغ خزان\n{: .poem time="0:01:05" }\n'
    )
    given = transcript_read.read_transcript(Source("river.md", b"", HEAD + body), str, Problems())
    assert given is not None
    assert given.turns[1].paragraphs[1].form == TextForm.POEM
    written = transcript(Material(given, {}, {}, Vocabulary(), SiteConfig())).decode()
    assert 'آب روان\nباغ خزان\n{: .poem time="0:01:05" }' in written
    again = transcript_read.read_transcript(
        Source("river.md", b"", HEAD + written.partition("\n\n")[2]), str, Problems()
    )
    assert again is not None
    assert again.turns == given.turns


def test_notes_come_last_with_what_is_known_of_them() -> None:
    body = (
        "پرسشگر: چه شد؟[^1]\n{: #t1 }\n\nخانم احمدی: هیچ.[^2]\n{: #t2 }\n\n"
        '[^1]: یک یادداشت.\n\n[^2]: A note.\n{: lang="en" }\n'
    )
    given = transcript_read.read_transcript(Source("river.md", b"", HEAD + body), str, Problems())
    assert given is not None
    assert [note.text.language for note in given.footnotes] == ["", "en"]
    written = transcript(Material(given, {}, {}, Vocabulary(), SiteConfig())).decode()
    assert written.endswith('\n\n[^1]: یک یادداشت.\n\n[^2]: A note.\n{: lang="en" }\n')
