"""Recordings from end to end: what is in ``content/media`` and in the transcript is in the site, and nothing else."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import shutil
import zipfile
from html import unescape
from pathlib import Path
from typing import Final

import pytest
from jsonschema import Draft202012Validator

from goftogu import urls
from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition import citations, metadata
from goftogu.edition.minify import slim
from goftogu.exports import json_export, text, transcript
from goftogu.exports.epub import epub
from goftogu.exports.single import single
from goftogu.model import Language, Source
from goftogu.problems import Problems
from goftogu.transcripts import read as transcript_read
from goftogu.transcripts.formats import json_forms
from tests import sites
from tests.materials import material
from tests.recordings import timed, wav

RIVER: Final = "content/interviews/river.md"
MEDIA: Final = (
    "media:\n  - {file: نوار-۱.wav, label: {fa: نوار ۱, en: Tape 1}}\n"
    "  - {url: 'https://media.example.net/2.mp3', offset: 0:01:00}\n---\nاین"
)
SCRIPT_LIMIT: Final = 4096
"""Bytes of the script of the player."""


def archive(folder: Path, front: str = MEDIA) -> Path:
    """Make an archive of two interviews, one of which has a recording and times."""
    root = sites.make(folder)
    plain = (root / RIVER).read_text(encoding="utf-8")
    (root / "content/interviews/quiet.md").write_text(plain, encoding="utf-8")
    timed_text = plain.replace("---\nاین", front).replace("{: #t1 }", '{: #t1 time="۰:۰۰:۰۱" }')
    timed_text = timed_text.replace("{: #t2 }", '{: #t2 time="0:00:03" }\n\nو ماهی داشت.\n{: time="0:01:05" }')
    (root / RIVER).write_text(timed_text, encoding="utf-8")
    (root / "content/media").mkdir()
    (root / "content/media/نوار-۱.wav").write_bytes(wav(5))
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = archive(tmp_path_factory.mktemp("recordings") / "archive")
    report = sites.build(root)
    assert [str(problem) for problem in report.problems if problem.code != "M006"] == []
    assert report.result is not None
    return root


def page(root: Path, path: str) -> str:
    return unescape((root / "output" / path).read_text(encoding="utf-8"))


def test_the_file_is_in_the_site_as_it_is(built: Path) -> None:
    assert (built / "output/media/نوار-۱.wav").read_bytes() == wav(5)
    assert "media/نوار-۱.wav" in (built / "output/.manifest.sha256").read_text(encoding="utf-8")


@pytest.mark.parametrize("view", ["fa", "en", "both"])
def test_a_page_has_the_player_and_a_link_for_each_time(built: Path, view: str) -> None:
    found = page(built, f"{view}/river.html")
    policy = re.findall(r"media-src ([^\"]*)\">", found)
    assert policy == ["'self' https://media.example.net"]
    assert found.count('preload="none"') == 2
    assert found.count("<audio controls") == 2
    assert 'class="player"' in found
    assert re.findall(r'class="time" href="([^"]+)" data-at="(\d+)">', found)[2:][:2] == [
        ("../media/%D9%86%D9%88%D8%A7%D8%B1-%DB%B1.wav#t=1", "1"),
        ("../media/%D9%86%D9%88%D8%A7%D8%B1-%DB%B1.wav#t=3", "3"),
    ]
    assert "https://media.example.net/2.mp3#t=5" in found
    assert ("۰:۰۰:۰۳" if view != "en" else "0:00:03") in found


@pytest.mark.parametrize("path", ["fa/quiet.html", "en/quiet.html", "both/quiet.html", "fa/index.html", "index.html"])
def test_other_pages_have_nothing_of_it(built: Path, path: str) -> None:
    found = page(built, path)
    assert "media-src" not in found
    assert "player" not in found
    assert not re.search(r'data-at="\d', found)


def test_an_interview_without_recordings_has_the_files_that_it_had(built: Path) -> None:
    names = {path.name for path in (built / "output/data").iterdir()}
    assert {"river.fa.vtt", "river.en.vtt"} <= names
    assert not {"quiet.fa.vtt", "quiet.en.vtt"} & names
    assert "time" not in json.loads((built / "output/data/quiet.json").read_bytes())["turns"][0]


def test_the_script_is_light() -> None:
    script = sites.ROOT / "templates" / urls.PLAYER_SCRIPT
    assert len(slim(urls.PLAYER_SCRIPT, script.read_bytes())) <= SCRIPT_LIMIT


def test_a_file_that_nobody_changed_is_not_written_again(tmp_path: Path) -> None:
    root = archive(tmp_path / "archive")
    sites.build(root)
    before = (root / "output/media/نوار-۱.wav").stat()
    (root / RIVER).write_text((root / RIVER).read_text(encoding="utf-8").replace("زلال", "روشن"), encoding="utf-8")
    report = sites.build(root)
    assert report.result is not None
    assert "media/نوار-۱.wav" not in report.result.written
    assert (root / "output/media/نوار-۱.wav").stat().st_ino == before.st_ino
    (root / "content/media/نوار-۱.wav").write_bytes(wav(6))
    report = sites.build(root)
    assert report.result is not None
    assert "media/نوار-۱.wav" in report.result.written
    assert (root / "output/media/نوار-۱.wav").read_bytes() == wav(6)


def test_with_a_withheld_passage_no_recording_is_published(tmp_path: Path) -> None:
    root = archive(tmp_path / "archive")
    sites.build(root)
    text_ = (root / RIVER).read_text(encoding="utf-8").replace("و ماهی داشت.", "[withheld: به خواست راوی]")
    (root / RIVER).write_text(text_, encoding="utf-8")
    report = sites.build(root)
    assert [problem.line for problem in report.problems if problem.code == "R005"] == [8, 9]
    output = sites.files(root / "output")
    assert not any(path.startswith("media/") for path in output)
    for data in output.values():
        assert b"media.example.net" not in data
        assert "نوار ۱".encode() not in data
        assert b"Tape 1" not in data
    found = page(root, "fa/river.html")
    assert '<span class="time">۰:۰۰:۰۳</span>' in found
    assert "player" not in found


def test_a_recording_without_the_passage_is_published(tmp_path: Path) -> None:
    root = archive(tmp_path / "archive", MEDIA.replace("{file: نوار-۱.wav,", "{file: نوار-۱.wav, redacted: true,"))
    text_ = (root / RIVER).read_text(encoding="utf-8").replace("و ماهی داشت.", "[withheld: به خواست راوی]")
    (root / RIVER).write_text(text_.replace('"0:01:05"', '"0:00:04"'), encoding="utf-8")
    report = sites.build(root)
    assert [problem.line for problem in report.problems if problem.code == "R005"] == [9]
    assert (root / "output/media/نوار-۱.wav").is_file()
    assert "media.example.net" not in page(root, "fa/river.html")


def test_a_draft_publishes_no_recording(tmp_path: Path) -> None:
    root = archive(tmp_path / "archive")
    text_ = (root / RIVER).read_text(encoding="utf-8").replace("---\n", "---\ndraft: true\n", 1)
    (root / RIVER).write_text(text_, encoding="utf-8")
    assert sites.build(root).result is not None
    assert not (root / "output/media").exists()


def test_a_recording_that_is_gone_leaves_the_site(tmp_path: Path) -> None:
    root = archive(tmp_path / "archive")
    sites.build(root)
    (root / RIVER).write_text((root / "content/interviews/quiet.md").read_text(encoding="utf-8"), encoding="utf-8")
    shutil.rmtree(root / "content/media")
    assert sites.build(root).result is not None
    assert not (root / "output/media").exists()


def test_a_film_shows_its_captions(tmp_path: Path) -> None:
    film = "media:\n  - {url: 'https://media.example.net/film.mp4', duration: 0:02:00}\n---\nاین"
    root = archive(tmp_path / "archive", film)
    (root / "content/media/نوار-۱.wav").unlink()
    assert sites.build(root).result is not None
    found = page(root, "fa/river.html")
    assert "<video controls playsinline preload" in found
    assert '<track kind="captions" src="../data/river.fa.vtt" srclang="fa" label="زیرنویس فارسی" default>' in found
    assert "۰:۰۲:۰۰" in found


def test_the_exports_have_the_times_and_the_recordings() -> None:
    given = timed()
    persian, english = text.persian(given).decode(), text.english(given).decode()
    assert "t2\n۰:۰۰:۰۸\nخانم احمدی\n" in persian
    assert "t2\n0:00:08\nMaryam Ahmadi\n" in english
    assert "Tape, 0:01:01, https://example.org/archive/media/river.mp3" in english
    whole = unescape(single(given).decode())
    assert '<a href="https://example.org/archive/media/river.mp3">Tape</a> (0:01:01)' in whole
    assert "۰:۰۰:۰۸" in whole
    with zipfile.ZipFile(io.BytesIO(epub(given))) as book:
        assert "0:00:08" in book.read("book/en.xhtml").decode()
        assert "۰:۰۰:۰۸" in book.read("book/fa.xhtml").decode()
    for plain in (text.persian(material()), single(material())):
        assert "۰:۰۰:۰۸".encode() not in plain


def test_a_citation_of_a_turn_names_its_time() -> None:
    given = timed()
    assert "turn 2, 0:00:08, " in citations.cite(given, Language.EN, "t2").words
    assert "نوبت ۲، ۰:۰۰:۰۸، " in citations.cite(given, Language.FA, "t2").words
    assert "0:00" not in citations.cite(given, Language.EN, "t5").words
    assert "0:00" not in citations.cite(given, Language.EN).words


def test_the_json_has_them_and_fits_its_schema() -> None:
    schema = json.loads((sites.ROOT / "docs/interview.schema.json").read_text(encoding="utf-8"))
    found = json.loads(json_export.json_document(timed({"t1.1": 3, "t2.2": 9})))
    Draft202012Validator(schema).validate(found)
    assert found["recordings"] == [
        {
            "address": "https://example.org/archive/media/river.mp3",
            "type": "audio/mpeg",
            "label": {"fa": "نوار", "en": "Tape"},
            "offset": 0,
            "seconds": 61.5,
        }
    ]
    assert [turn.get("time") for turn in found["turns"]] == [3, None, None, None]
    assert found["turns"][1]["paragraphs"][1]["time"] == 9
    assert "recordings" not in json.loads(json_export.json_document(material()))


def test_the_json_comes_back_with_its_times() -> None:
    data = json_export.json_document(timed({"t1.1": 3, "t2.1": 4, "t2.2": 9}))
    labelled = json_forms.read(data.decode(), "river.json").labelled
    problems = Problems()
    found = transcript_read.read_transcript(Source("river.md", b"", labelled), str, problems)
    assert found is not None
    assert [unit.time for turn in found.turns for unit in turn.paragraphs] == [3, 4, 9, None, None]


@pytest.mark.parametrize("time", [-1, "3", 1.5, 10**9, None])
def test_a_time_of_json_that_cannot_be_is_left_out(time: object) -> None:
    found = json.loads(json_export.json_document(timed({"t1.1": 3})))
    found["turns"][0]["time"] = time
    assert 'time="' not in json_forms.read(json.dumps(found), "river.json").labelled.partition("#t2")[0]


def test_the_transcript_keeps_its_times() -> None:
    made = transcript.transcript(timed({"t1.1": 3, "t2.1": 4, "t2.2": 9})).decode()
    assert '{: #t1 time="0:00:03" }' in made
    assert '{: #t2 time="0:00:04" }' in made
    assert '{: time="0:00:09" }' in made
    assert "time" not in transcript.transcript(material()).decode()


def test_search_engines_read_what_there_is_to_hear() -> None:
    (found,) = metadata.article(timed(), Language.EN, "")["associatedMedia"]
    assert found == {
        "@type": "AudioObject",
        "name": "A Talk about the “River”, Tape",
        "contentUrl": "https://example.org/archive/media/river.mp3",
        "encodingFormat": "audio/mpeg",
        "duration": "PT62S",
        "inLanguage": "fa",
    }
    english = dataclasses.replace(
        timed(), interview=dataclasses.replace(timed().interview, language=TranscriptLanguage.ENGLISH)
    )
    assert metadata.article(english, Language.FA, "")["associatedMedia"][0]["inLanguage"] == "en"
    film = dataclasses.replace(timed(), media={})
    assert "duration" not in metadata.article(film, Language.FA, "")["associatedMedia"][0]
    assert "associatedMedia" not in metadata.article(material(), Language.FA, "")
