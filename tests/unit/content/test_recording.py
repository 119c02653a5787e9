from __future__ import annotations

import pytest

from goftogu.content import recording
from goftogu.content.recording import Recording
from goftogu.model import Details, MediaMention, Source
from goftogu.problems import SourcePlace
from goftogu.transcripts import header
from tests.collecting import collected
from tests.recordings import recorded

FRONT = "---\ntitle: نان\nspeakers:\n  مجری: {{role: interviewer}}\nmedia:\n{}---\n"


def read(*lines: str) -> tuple[Details, list[str]]:
    text = FRONT.format("".join(f"  - {line}\n" for line in lines))
    head, problems = collected(header.read_header, Source("a.md", b"", text))
    assert head is not None
    return head.draft.details, [f"{problem.code}:{problem.line}:{problem.column}" for problem in problems]


def test_everything_is_read() -> None:
    details, problems = read(
        "{file: نوار ۱.m4a, label: {fa: نوار ۱, en: Tape 1}, offset: '-0:00:30', redacted: true}",
        "{url: 'https://example.org/2.mp3?x=1', offset: ۱:۰۲:۰۳, duration: 0:45:10, type: audio/mpeg}",
    )
    assert problems == []
    assert details.media == (
        recorded("نوار ۱.m4a", label=("نوار ۱", "Tape 1"), offset=-30, redacted=True, line=6),
        recorded(url="https://example.org/2.mp3?x=1", type="audio/mpeg", offset=3723, duration=2710, line=7),
    )
    assert Details().media == ()


def test_the_files_are_named_with_their_place() -> None:
    front = FRONT.format("  - {redacted: true, file: a.mp3}\n  - {url: 'https://example.org/b.mp3'}\n  - {file: c.x}\n")
    head, _ = collected(header.read_header, Source("a.md", b"", front))
    assert head is not None
    assert head.draft.mentions == [
        MediaMention("a.mp3", SourcePlace("a.md", 6, 28)),
        MediaMention("c.x", SourcePlace("a.md", 8, 12)),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{file: a.mp3, url: 'https://example.org/a.mp3'}", "C008:6:5"),
        ("{redacted: true}", "C003:6:5"),
        ("{file: a.flac}", "R001:6:5"),
        ("{file: a}", "R001:6:5"),
        ("{url: 'https://example.org/a.mp3/play'}", "R001:6:5"),
        ("{url: ftp://example.org/a.mp3}", "C005:6:11"),
        ("{url: 'https://example.org/a;b.mp3'}", "C005:6:11"),
        ("{file: ../a.mp3}", "C005:6:12"),
        ("{file: .a.mp3}", "C005:6:12"),
        ("{file: a.mp3, offset: 12:31}", "C005:6:27"),
        ("{file: a.mp3, offset: 0:61:00}", "C005:6:27"),
        ("{file: a.mp3, duration: '-0:01:00'}", "C005:6:29"),
        ("{file: a.mp3, type: audio/aiff}", "C005:6:25"),
        ("{file: a.mp3, label: {fa: نوار}}", "C003:6:26"),
        ("{file: a.mp3, labels: نوار}", "C002:6:19"),
        ("{file: a.mp3, redacted: maybe}", "C004:6:29"),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(line: str, problem: str) -> None:
    _, problems = read(line)
    assert problem in problems


def test_what_is_wrong_is_left_out_and_the_rest_is_read() -> None:
    details, problems = read("{file: a.flac}", "{file: b.mp3}")
    assert [item.file for item in details.media] == ["b.mp3"]
    assert problems == ["R001:6:5"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (recorded("A.MP3"), "audio/mpeg"),
        (recorded("a.b.opus"), "audio/ogg"),
        (recorded("a.mp4"), "video/mp4"),
        (recorded("a.mp4", type="audio/mp4"), "audio/mp4"),
        (recorded(url="https://example.org/a.webm?download=1#x"), "video/webm"),
        (recorded(url="https://example.org/a", type="audio/wav"), "audio/wav"),
        (recorded(url="https://example.org/?file=a.mp3"), ""),
        (recorded("a"), ""),
    ],
)
def test_the_type_is_given_or_told_by_the_ending(said: Recording, expected: str) -> None:
    assert said.usual_type == expected


def test_a_film_may_hold_sound_alone() -> None:
    assert {ending: types for ending, types in recording.TYPES.items() if len(types) > 1} == {
        ".mp4": ("video/mp4", "audio/mp4"),
        ".webm": ("video/webm", "audio/webm"),
    }


def test_every_type_may_be_written() -> None:
    known = {name for names in recording.TYPES.values() for name in names}
    assert known == {
        *("audio/mpeg", "audio/mp4", "audio/ogg", "audio/wav", "audio/webm"),
        *("video/mp4", "video/webm"),
    }
    for name in known:
        details, problems = read(f"{{url: 'https://example.org/a', type: {name}}}")
        assert problems == []
        assert details.media[0].usual_type == name
