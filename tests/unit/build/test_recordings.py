from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import pytest

from goftogu.build import recordings
from goftogu.build.recordings import ArchiveRecordings
from goftogu.build.summaries import Summary, summary
from goftogu.content.recording import Recording
from goftogu.edition.recordings import MediaFacts
from goftogu.model import Interview
from goftogu.problems import Problems
from goftogu.translation.memory.entry import NOTHING
from tests.materials import paragraph
from tests.recordings import id3, mp3, mp4, recorded, timed_interview, wav, webm


def made(interview: Interview, name: str = "river") -> Summary:
    held = dataclasses.replace(interview, id=name, path=f"content/interviews/{name}.md")
    return summary(held, dict.fromkeys((unit.id for unit in held.units()), NOTHING), ())


def look(folder: Path, files: Mapping[str, bytes], *interviews: Summary) -> tuple[ArchiveRecordings, list[str]]:
    media = folder / "content/media"
    media.mkdir(parents=True)
    for name, data in files.items():
        (media / name).write_bytes(data)
    found = ArchiveRecordings(folder, {name: f"content/media/{name}" for name in files})
    problems = Problems()
    found.look(interviews, problems)
    return found, [f"{item.path}:{item.line} {item.code} {item.message}" for item in problems]


def test_recordings_are_looked_at_and_published(tmp_path: Path) -> None:
    media = (recorded("a.wav"), recorded("b.m4a", offset=3), recorded(url="https://example.org/c.mp3", offset=20))
    found, problems = look(
        tmp_path,
        {"a.wav": wav(3), "b.m4a": mp4(20.25), "unused.wav": b""},
        made(timed_interview({"t1.1": 3, "t2.1": 8, "t4.1": 30}, media=media)),
    )
    assert problems == []
    assert found.facts("river") == {"a.wav": MediaFacts("audio/wav", 3), "b.m4a": MediaFacts("audio/mp4", 20.25)}
    assert found.files == {"media/a.wav": "content/media/a.wav", "media/b.m4a": "content/media/b.m4a"}
    assert found.facts("another") == {}


@pytest.mark.parametrize(
    ("recording", "data", "message"),
    [
        (recorded("a.mp3", line=7), b"a text", "R001 “a.mp3” is no recording of a form that is known"),
        (recorded("a.mp3", line=7), b"", "R001 “a.mp3” is no recording of a form that is known"),
        (recorded("a.mp3", line=7), wav(40), "R001 “a.mp3” is not what its name says, but audio/wav"),
        (
            recorded("a.webm", line=7),
            mp4(40),
            "R001 “a.webm” is not what its name says, but audio/mp4, video/mp4",
        ),
        (
            recorded("a.mp3", line=7),
            mp3(3000, rates=(9, 5)),
            "R006 “a.mp3” is an MP3 of variable rate: some browsers play it from seconds beside the time",
        ),
    ],
)
def test_what_a_file_is_must_be_what_is_said(recording: Recording, data: bytes, message: str, tmp_path: Path) -> None:
    _, problems = look(tmp_path, {recording.file: data}, made(timed_interview(media=(recording,))))
    assert problems == [f"content/interviews/river.md:7 {message}"]


def test_a_length_is_kept_to_the_thousandth(tmp_path: Path) -> None:
    said = recorded("a.mp4", type="audio/mp4")
    found, _ = look(tmp_path, {"a.mp4": mp4(40.12345, scale=100_000)}, made(timed_interview(media=(said,))))
    assert found.facts("river")["a.mp4"].seconds == 40.123


def test_a_type_that_is_written_must_fit_too(tmp_path: Path) -> None:
    said = recorded("a.mp4", type="audio/mp4")
    found, problems = look(tmp_path, {"a.mp4": mp4(40)}, made(timed_interview(media=(said,))))
    assert (problems, found.facts("river")["a.mp4"].type) == ([], "audio/mp4")


def test_a_file_that_hosts_do_not_take_is_told(tmp_path: Path) -> None:
    found, _ = look(tmp_path, {"a.mp3": mp3(3000)}, made(timed_interview()))
    with (tmp_path / "content/media/a.mp3").open("r+b") as stream:
        stream.truncate(3_000_000_000)
    problems = Problems()
    found.look([made(timed_interview(media=(recorded("a.mp3", line=5),)))], problems)
    (told,) = problems
    assert (told.code, told.line, told.column, str(told.message)) == (
        "R004",
        5,
        1,
        "“a.mp3” has 3,000 MB; hosts such as Pages take 100 MB a file",
    )
    assert str(told.hint).startswith("make it smaller (an hour of Opus or M4A at 48 kbit/s has 22 MB), part it")


@pytest.mark.parametrize(
    ("media", "told"),
    [
        ((recorded("a.wav"),), ["t4 R003 0:00:30 is after the end of the recording, 0:00:20"]),
        (
            (recorded("a.wav", offset=10),),
            ["t1 R003 0:00:03 is before any recording begins", "t2 R003 0:00:08 is before any recording begins"],
        ),
        ((recorded("a.wav"), recorded(url="https://example.org/b.mp3", offset=25)), []),
        ((recorded(url="https://example.org/b.mp3", offset=25), recorded("a.wav")), []),
        (
            (recorded("a.wav"), recorded(url="https://example.org/b.mp3", offset=25, duration=3)),
            ["t4 R003 0:00:30 is after the end of the recording, 0:00:28"],
        ),
        (
            (recorded("a.wav", offset=-15),),
            [
                "t2 R003 0:00:08 is after the end of the recording, 0:00:05",
                "t4 R003 0:00:30 is after the end of the recording, 0:00:05",
            ],
        ),
    ],
)
def test_times_are_within_the_recordings(media: tuple[Recording, ...], told: list[str], tmp_path: Path) -> None:
    _, problems = look(tmp_path, {"a.wav": wav(20)}, made(timed_interview(media=media)))
    assert [problem.partition(" ")[2] for problem in problems] == [line.partition(" ")[2] for line in told]


def test_a_file_that_does_not_tell_its_length_ends_where_it_is_said_to_end(tmp_path: Path) -> None:
    interview = made(timed_interview(media=(recorded("a.webm", duration=12),)))
    found, problems = look(tmp_path, {"a.webm": webm(None)}, interview)
    assert found.facts("river") == {"a.webm": MediaFacts("video/webm", 0)}
    assert [line.partition(" R003 ")[2] for line in problems] == ["0:00:30 is after the end of the recording, 0:00:12"]


def test_a_file_that_is_missing_is_left_to_who_reports_it(tmp_path: Path) -> None:
    found, problems = look(tmp_path, {}, made(timed_interview(media=(recorded("a.mp3"),))))
    assert (problems, found.files, found.facts("river")) == ([], {}, {})


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    found = ArchiveRecordings(tmp_path, {"a.mp3": "content/media/a.mp3"})
    problems = Problems()
    found.look([made(timed_interview(media=(recorded("a.mp3"),)))], problems)
    assert [item.code for item in problems] == ["S002"]


def withholding(open_: Interview) -> Interview:
    """Return an interview in whose first words a name is withheld."""
    first = dataclasses.replace(open_.turns[0], paragraphs=(paragraph("t1.1", "[withheld: نام]"),))
    return dataclasses.replace(open_, turns=(first, *open_.turns[1:]))


def test_what_one_interview_withholds_no_other_publishes(tmp_path: Path) -> None:
    open_ = timed_interview(media=(recorded("a.wav", line=4),))
    closed = withholding(open_)
    _, problems = look(tmp_path, {"a.wav": wav(40)}, made(closed, "one"), made(open_, "two"))
    assert [problem.rpartition(" C005 ")[0] for problem in problems] == ["content/interviews/two.md:4"]
    assert made(closed).recordings == ()
    assert made(closed).closed_media == ("a.wav",)
    alone, problems = look(tmp_path / "b", {"a.wav": wav(40)}, made(closed))
    assert (problems, alone.files) == ([], {})


def test_a_recording_is_withheld_however_its_name_is_composed(tmp_path: Path) -> None:
    one, two = "آوا.wav", unicodedata.normalize("NFD", "آوا.wav")
    closed = withholding(timed_interview(media=(recorded(one),)))
    _, problems = look(tmp_path, {}, made(closed, "one"), made(timed_interview(media=(recorded(two, line=4),)), "two"))
    assert [problem.rpartition(" C005 ")[0] for problem in problems] == ["content/interviews/two.md:4"]


def test_what_is_withheld_elsewhere_hides_no_other_address(tmp_path: Path) -> None:
    closed = withholding(timed_interview(media=(recorded(url="https://example.org/a.mp3"),)))
    assert (made(closed).recordings, made(closed).closed_media) == ((), ())
    open_ = timed_interview(media=(recorded(url="https://example.org/b.mp3", line=4),))
    _, problems = look(tmp_path, {}, made(closed, "one"), made(open_, "two"))
    assert problems == []


def test_a_file_is_read_piece_by_piece(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(id3(5) + bytes(2_500_000))
    pieces = list(recordings.pieces(file))
    assert [len(piece) for piece in pieces] == [1_000_000, 1_000_000, 500_015]
    assert b"".join(pieces) == file.read_bytes()
