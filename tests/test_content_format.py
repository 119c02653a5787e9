"""``docs/content-format.md`` is complete and right: every key, every problem code, and its examples build."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from goftogu.content import recording, rights, settings
from goftogu.content.contributors import ROLES
from goftogu.content.schema import Table
from goftogu.content.vocabulary import SCHEMAS
from goftogu.problems import CODES
from goftogu.transcripts import header
from tests import drawn, sites

TEXT: Final = (sites.ROOT / "docs/content-format.md").read_text(encoding="utf-8")

_EXAMPLE: Final = re.compile(r"^`(?P<path>content/[^`]+)`\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_ROW: Final = re.compile(r"^\| `(?P<first>[^`]+)` \| (?P<rest>.*) \|$", re.MULTILINE)
_HEADING: Final = re.compile(r"^#+ ", re.MULTILINE)
EXAMPLES: Final = {match["path"]: match["text"] for match in _EXAMPLE.finditer(TEXT)}


def rows(title: str) -> dict[str, list[str]]:
    """Return the rows of the first table below a heading, by their first cell."""
    start = re.search(rf"^#+ {re.escape(title)}$", TEXT, re.MULTILINE)
    assert start is not None, title
    section = _HEADING.split(TEXT[start.end() :])[0]
    return {match["first"]: match["rest"].split(" | ") for match in _ROW.finditer(section)}


def of_table(table: object) -> dict[str, bool]:
    assert isinstance(table, Table)
    return {name: name in table.required for name in table.keys}


KEYS: Final[Mapping[str, Mapping[str, bool]]] = {
    "Keys of a transcript": of_table(header.TRANSCRIPT),
    "Keys of a speaker": of_table(header.SPEAKER),
    "Keys of a source": of_table(header.SOURCE),
    "Keys of rights": of_table(rights.RIGHTS),
    "Keys of a portrait": of_table(header.PORTRAIT),
    "Keys of a recording": of_table(recording.MEDIA),
    "site.toml": of_table(settings.SCHEMA),
    "topics.toml": of_table(SCHEMAS["topics.toml"].others),
    "people.toml": of_table(SCHEMAS["people.toml"].others),
    "places.toml": of_table(SCHEMAS["places.toml"].others),
    "series.toml": of_table(SCHEMAS["series.toml"].others),
    "orthography.toml": of_table(SCHEMAS["orthography.toml"]),
}
"""Every key that a file may have, and whether it must."""


@pytest.mark.parametrize("title", KEYS)
def test_every_key_is_explained(title: str) -> None:
    explained = rows(title)
    assert {name: cells[1] for name, cells in explained.items()} == {
        name: "yes" if required else "no" for name, required in KEYS[title].items()
    }
    assert all(cells[0] and cells[2] for cells in explained.values())


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_vocabulary_has_a_section_and_an_example(name: str) -> None:
    assert f"\n## {name}\n" in TEXT
    assert f"content/{name}" in EXAMPLES


def test_every_problem_code_is_explained() -> None:
    explained = rows("Problems")
    assert [(code, *cells[:2]) for code, cells in explained.items()] == [
        (code, known.severity, known.title) for code, known in CODES.items()
    ]
    assert all(len(cells) == 3 and cells[2] for cells in explained.values())


def test_every_role_is_named() -> None:
    section = TEXT.partition("### Contributors")[2].partition("### ")[0]
    assert set(re.findall(r"`([a-z]+)`", section)) - {"defaults"} == set(ROLES)


def test_the_examples_build_without_a_warning(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    (root / "content/interviews/river.md").unlink()
    for path, text in EXAMPLES.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / "content/received").mkdir()
    (root / "content/received/garden.txt").write_text("پرسشگر: این باغ را چه کسی ساخت؟\n", encoding="utf-8")
    (root / "content/media").mkdir()
    for name in ("rad.jpg", "sign.png", "gardens.jpg"):
        (root / "content/media" / name).write_bytes(drawn.photograph())
    report = sites.build(root)
    expected = {
        "content/interviews/well.txt": {"T007", "T008", "T009", "T012"},  # T012: nobody says who the guest is
        "content/places.toml": {"V005"},
    }
    assert [
        str(problem) for problem in report.problems if problem.code not in {"M006", *expected.get(problem.path, ())}
    ] == []
    assert report.result is not None
    assert (root / "output/fa/garden.html").is_file()


def test_the_examples_show_every_key_that_a_file_may_have() -> None:
    shown = (
        EXAMPLES["content/interviews/garden.md"]
        + "draft: embargo: consent: media: redirects: organisation: notes: url: publish: statement:"
    )
    for title, text in {
        "Keys of a transcript": shown,
        "Keys of a speaker": shown,
        "Keys of a source": shown,
        "Keys of rights": shown,
        "site.toml": EXAMPLES["content/site.toml"],
        "topics.toml": EXAMPLES["content/topics.toml"],
        "people.toml": EXAMPLES["content/people.toml"] + "died =",
        "places.toml": EXAMPLES["content/places.toml"],
        "series.toml": EXAMPLES["content/series.toml"],
        "orthography.toml": EXAMPLES["content/orthography.toml"],
    }.items():
        missing = [name for name in KEYS[title] if not re.search(rf"\b{name}(?::| =|\])", text)]
        assert missing == [], title
