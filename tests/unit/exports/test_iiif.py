"""The IIIF manifest, checked by the rules of the Presentation API 3.0, written down here."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition.material import Material
from goftogu.edition.recordings import MediaFacts
from goftogu.exports.iiif import manifest
from goftogu.model import Rights
from goftogu.persian.dates.calendar import Calendar, PartialDate
from tests import sites
from tests.recordings import RECORDING, recorded, timed, wav

BASE: Final = "https://example.org/archive/data/river.manifest.json"
ADDRESS: Final = "https://example.org/archive/"
VIDEO: Final = recorded(url="https://media.example.net/2.mp4", offset=60)
BOTH: Final = (RECORDING, VIDEO)
HTTP: Final = ("https://", "http://")


def read(held: Material) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(manifest(held))
    return found


def things(value: Any) -> Iterator[dict[str, Any]]:
    """Yield everything that has a type."""
    if isinstance(value, dict):
        if "type" in value:
            yield value
        for inner in value.values():
            yield from things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from things(inner)


def is_language_map(value: Any) -> bool:
    return isinstance(value, dict) and all(
        key in {"fa", "fa-AF", "en", "none"}
        and isinstance(texts, list)
        and all(isinstance(text, str) for text in texts)
        for key, texts in value.items()
    )


def inside(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (item for item in things(found) if item["type"] == "Canvas" and "items" in item)


RULES: Final[dict[str, Callable[[dict[str, Any]], bool]]] = {
    "context": lambda found: found["@context"] == "http://iiif.io/api/presentation/3/context.json",
    "required": lambda found: {"id", "type", "label", "items"} <= found.keys() and found["type"] == "Manifest",
    "addresses": lambda found: all(item["id"].startswith(HTTP) for item in things(found)),
    "language maps": lambda found: all(
        is_language_map(item[key]) for item in things(found) for key in ("label", "summary") if key in item
    ),
    "pairs": lambda found: all(
        is_language_map(item[key])
        for item in [
            *found.get("metadata", []),
            *([found["requiredStatement"]] if "requiredStatement" in found else []),
        ]
        for key in ("label", "value")
    ),
    "canvases": lambda found: bool(found["items"]) and all(item["type"] == "Canvas" for item in found["items"]),
    "durations": lambda found: all(item["duration"] > 0 for item in inside(found)),
    "sizes": lambda found: all(("height" in item) == ("width" in item) for item in inside(found)),
    "painting": lambda found: all(
        annotation["motivation"] == "painting" and annotation["target"] == canvas["id"]
        for canvas in inside(found)
        for page in canvas["items"]
        for annotation in page["items"]
    ),
    "supplementing": lambda found: all(
        annotation["motivation"] != "painting" and annotation["target"] == canvas["id"]
        for canvas in inside(found)
        for page in canvas.get("annotations", [])
        for annotation in page["items"]
    ),
    "rights": lambda found: found.get("rights", "http://creativecommons.org/").startswith(
        ("http://creativecommons.org/", "http://rightsstatements.org/")
    ),
    "each once": lambda found: (
        len(names := [item["id"] for item in things(found) if item["type"] not in {"Canvas", "Text"}])
        == len(set(names))
    ),
    "ranges": lambda found: all(
        part["id"].partition("#")[0] in {canvas["id"] for canvas in found["items"]}
        for item in found.get("structures", [])
        for part in item["items"]
    ),
}


def faults(found: dict[str, Any]) -> list[str]:
    """Return the rules that a manifest breaks."""
    return [name for name, keeps in RULES.items() if not keeps(found)]


@pytest.mark.parametrize(
    "held",
    [
        timed(),
        timed(media=BOTH),
        timed(media=(VIDEO,), facts={}),
        timed(times={}, translations={}),
        timed(config=SiteConfig(url="https://example.org/archive/", downloads=())),
    ],
)
def test_it_keeps_to_the_specification(held: Material) -> None:
    assert faults(read(held)) == []


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (lambda found: found.update({"@context": "x"}), "context"),
        (lambda found: found.update(id="data/x"), "addresses"),
        (lambda found: found.update(label="x"), "language maps"),
        (lambda found: found["metadata"].append({"label": "x", "value": {}}), "pairs"),
        (lambda found: found["items"][0].update(duration=0), "durations"),
        (lambda found: found["items"][0].update(height=1), "sizes"),
        (lambda found: found["items"][0]["items"][0]["items"][0].update(target="x"), "painting"),
        (lambda found: found["items"][0]["annotations"][0]["items"][0].update(motivation="painting"), "supplementing"),
        (lambda found: found.update(rights="https://example.org/"), "rights"),
        (lambda found: found["structures"][0]["items"][0].update(id="https://example.org/"), "ranges"),
        (lambda found: found["items"][0]["items"][0].update(id=found["id"]), "each once"),
    ],
)
def test_the_check_notices_what_is_wrong(damage: Callable[[dict[str, Any]], object], fault: str) -> None:
    found = read(timed())
    damage(found)
    assert fault in faults(found)


def test_it_is_a_text_with_a_line_end() -> None:
    assert manifest(timed()).endswith(b"\n}\n")


def test_it_is_in_both_languages() -> None:
    found = read(timed())
    assert found["id"] == BASE
    assert found["label"] == {"fa": ["گفت‌وگو دربارهٔ «رودخانه»"], "en": ["A Talk about the “River”"]}
    assert found["summary"] == {"fa": ["چکیده"], "en": ["Summary"]}
    told = {item["label"]["en"][0]: item["value"] for item in found["metadata"]}
    assert told["Interviewee"] == {"fa": ["مریم احمدی"], "en": ["Maryam Ahmadi"]}
    assert told["Date"]["fa"] == ["۱۴ خرداد ۱۴۰۲ (۴ ژوئن ۲۰۲۳)"]
    assert "machine translation, not reviewed" in told["Text"]["en"][0]
    assert [page["language"] for page in found["homepage"]] == [["fa"], ["en"]]
    assert found["navDate"] == "2023-06-04T00:00:00Z"


def test_a_recording_is_a_canvas_with_its_captions() -> None:
    found = read(timed(media=BOTH))
    sound, video = found["items"]
    assert (sound["label"], sound["duration"]) == ({"fa": ["نوار"], "en": ["Tape"]}, 61.5)
    assert sound["items"][0]["items"][0]["id"] == f"{BASE}/canvas/1/painting"
    body = sound["items"][0]["items"][0]["body"]
    assert body == {
        "id": "https://example.org/archive/media/river.mp3", "type": "Sound", "format": "audio/mpeg", "duration": 61.5,
    }  # fmt: skip
    (page,) = sound["annotations"]
    captions = [annotation["body"] for annotation in page["items"]]
    assert [(item["id"].rpartition("/")[2], item["language"]) for item in captions] == [
        ("river.fa.vtt", "fa"),
        ("river.en.vtt", "en"),
    ]
    assert captions[1] == {
        "id": "https://example.org/archive/data/river.en.vtt",
        "type": "Text",
        "format": "text/vtt",
        "language": "en",
        "label": {"en": ["Captions in English"]},
    }
    assert [(item["motivation"], item["id"].rpartition("/")[2]) for item in page["items"]] == [
        ("supplementing", "supplementing-fa"),
        ("supplementing", "supplementing-en"),
    ]
    assert "annotations" not in video
    assert video["items"][0]["items"][0]["body"]["type"] == "Video"


def test_without_english_there_are_no_english_captions_and_no_english_page() -> None:
    found = read(timed(translations={}))
    (page,) = found["items"][0]["annotations"]
    assert [annotation["body"]["language"] for annotation in page["items"]] == ["fa"]
    assert [item["language"] for item in found["homepage"]] == [["fa"]]


def test_a_manifest_in_dari_has_the_tag_of_its_pages() -> None:
    held = timed(media=BOTH)
    found = read(replace(held, interview=replace(held.interview, language=TranscriptLanguage.DARI)))
    assert faults(found) == []
    assert found["label"].keys() == {"fa-AF", "en"}
    assert [page["language"] for page in found["homepage"]] == [["fa-AF"], ["en"]]
    bodies = [annotation["body"] for annotation in found["items"][0]["annotations"][0]["items"]]
    assert [(body["id"].rpartition("/")[2], body["language"]) for body in bodies] == [
        ("river.fa.vtt", "fa-AF"),
        ("river.en.vtt", "en"),
    ]
    assert '"fa"' not in json.dumps(found)


def test_sections_are_ranges_of_the_recording_that_plays() -> None:
    (section,) = read(timed())["structures"]
    assert section["label"] == {"fa": ["بخش نخست"], "en": ["Part One"]}
    assert section["items"] == [{"id": f"{BASE}/canvas/1#t=8,61", "type": "Canvas"}]
    assert "structures" not in read(timed(times={}))


@pytest.mark.parametrize(
    ("times", "spans"),
    [
        ((8, 20, 30), ["8,20", "20,30", "30,61"]),
        ((20, 8, 30), ["20,30", "8,30", "30,61"]),  # the text goes back in time
        ((8, 8, 30), ["8,30", "8,30", "30,61"]),
    ],
)
def test_a_section_ends_where_one_after_it_begins(times: tuple[int, int, int], spans: list[str]) -> None:
    assert [place.partition("#t=")[2] for place in places(times)] == spans


def test_a_section_is_at_the_time_of_its_own_recording() -> None:
    assert places((8, 70, 100), media=BOTH) == ["1#t=8,61", "2#t=10,40", "2#t=40,100"]


def places(times: tuple[int, int, int], **changes: Any) -> list[str]:
    """Return where the three sections of an interview are that begin at some times."""
    turns = timed().interview.turns[:3]
    held = timed({turn.paragraphs[0].id: time for turn, time in zip(turns, times, strict=True)}, **changes)
    (section,) = held.interview.sections
    sections = tuple(replace(section, id=f"s-{turn.id}", first=turn.id) for turn in turns)
    found = read(replace(held, interview=replace(held.interview, sections=sections)))
    return [item["items"][0]["id"].removeprefix(f"{BASE}/canvas/") for item in found["structures"]]


def test_a_film_has_a_size_and_a_length_to_the_thousandth() -> None:
    facts = {"river.mp3": MediaFacts("audio/mpeg", 61.23456)}
    sound, video = read(timed(media=BOTH, facts=facts))["items"]
    assert sound["duration"] == 61.235
    assert (video["height"], video["width"]) == (720, 1280)


def test_a_length_that_nobody_knows_is_a_minute_where_there_are_no_times() -> None:
    held = timed(times={}, media=(recorded(url="https://media.example.net/2.mp4"),), facts={})
    assert read(held)["items"][0]["duration"] == 60
    assert read(replace(held, interview=replace(held.interview, turns=(), sections=())))["items"][0]["duration"] == 60


def test_a_length_that_nobody_knows_ends_after_the_last_time() -> None:
    found = read(timed(times={"t1.1": 70, "t4.1": 100}, media=(VIDEO,), facts={}))
    assert found["items"][0]["duration"] == 100
    assert read(timed(times={}, media=(VIDEO,), facts={}))["items"][0]["duration"] == 60


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "http://creativecommons.org/licenses/by/4.0/"),
        ("http://rightsstatements.org/vocab/InC/1.0/", "http://rightsstatements.org/vocab/InC/1.0/"),
        ("https://example.org/licence", None),
    ],
)
def test_a_licence_is_told_where_the_standard_knows_it(licence: str, expected: str | None) -> None:
    found = read(timed(rights=Rights(licence=licence)))
    assert found.get("rights") == expected
    assert "Licence: " in found["requiredStatement"]["value"]["en"][0]


def test_a_date_that_is_no_day_is_told_in_words_alone() -> None:
    found = read(timed(date=PartialDate(Calendar.JALALI, 1357)))
    assert "navDate" not in found
    assert found["metadata"][0]["value"]["en"] == ["1357/1978–79"]


def test_only_an_interview_with_recordings_in_an_archive_with_an_address_has_one(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    transcript = root / "content/interviews/river.md"
    text = transcript.read_text(encoding="utf-8")
    (root / "content/interviews/quiet.md").write_text(text, encoding="utf-8")
    transcript.write_text(text.replace("---\nاین", "media:\n  - {file: t.wav}\n---\nاین"), encoding="utf-8")
    (root / "content/media").mkdir()
    (root / "content/media/t.wav").write_bytes(wav(2))
    assert sites.build(root).result is not None
    assert [path.name for path in (root / "output/data").glob("*.manifest.json")] == ["river.manifest.json"]
    assert faults(json.loads((root / "output/data/river.manifest.json").read_text(encoding="utf-8"))) == []
    assert "river.manifest.json" in (root / "output/en/river.html").read_text(encoding="utf-8")
    settings = root / "content/site.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(ADDRESS, ""), encoding="utf-8")
    report = sites.build(root)
    assert [str(problem) for problem in report.problems if problem.code != "M006"] == []
    assert list((root / "output/data").glob("*.manifest.json")) == []
