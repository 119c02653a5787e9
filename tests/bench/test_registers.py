from __future__ import annotations

import tomllib
from pathlib import Path

from bench import corpus, registers
from bench.subject import GUEST
from goftogu.model import Source
from goftogu.transcripts import read as transcript_read
from tests.collecting import collected

NUMBER = 3


def made(root: Path) -> dict[str, str]:
    corpus.write(root, NUMBER)
    registers.add(root)
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in (root / "content").rglob("*.*")}


def test_the_register_grows_with_the_archive_and_knows_everyone_once() -> None:
    few, many = registers.people(10), registers.people(5000)
    assert (len(few), len(many)) == (12, 625)
    assert many[:12] == few
    assert len({name for name, _, _ in many}) == len({persian for _, persian, _ in many}) == len(many)


def test_an_archive_with_registers_is_always_the_same_and_has_no_faults(tmp_path: Path) -> None:
    files = made(tmp_path / "one")
    assert files == made(tmp_path / "two")
    people = tomllib.loads(files["content/people.toml"])
    places = tomllib.loads(files["content/places.toml"])
    assert all(entry["public"] for entry in people.values())
    for number in range(NUMBER):
        text = files[f"content/interviews/interview-{number:05d}.md"]
        interview, problems = collected(
            transcript_read.read_transcript, Source("content/interviews/a.md", text.encode(), text), str
        )
        assert problems == []
        assert interview is not None
        spoken = [turn.paragraphs[0].record for turn in interview.turns if turn.speaker == GUEST.strip(" \n:")]
        assert sum(answer.startswith("در سال ") for answer in spoken) == 1
        assert sum(
            any(answer.startswith(f"در {place['name']['fa']} ") for place in places.values()) for answer in spoken
        )
        known = {speaker.person for speaker in interview.speakers.values()} - {""}
        assert known <= people.keys()
        assert bool(known) is (number % 3 == 0)


def test_nothing_of_it_is_stale(tmp_path: Path) -> None:
    files = made(tmp_path)
    translations = [text for path, text in files.items() if path.endswith(".po")]
    assert len(translations) == NUMBER
    assert not any("#| msgid" in text or 'msgstr ""\n\n' in text.partition("\n\n")[2] for text in translations)
