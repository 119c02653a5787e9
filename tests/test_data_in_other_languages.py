"""The archive as data, when an interview was held in English and when the archive has no English at all."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET

import pytest

from tests import sites
from tests.test_held_in_english import archive

ARCHIVE: Final = "data/archive"
OHMS: Final = "{https://www.weareavp.com/nunncenter/ohms}"


def rows(site: dict[str, bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in site[f"{ARCHIVE}/archive.jsonl"].decode().splitlines()]


def table(site: dict[str, bytes]) -> dict[str, dict[str, str]]:
    text = site[f"{ARCHIVE}/archive.csv"].decode("utf-8-sig")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)}


def built(root: Path) -> dict[str, bytes]:
    assert sites.build(root).result is not None
    return sites.files(root / "output")


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(archive(tmp_path_factory.mktemp("english") / "archive"))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = sites.make(tmp_path_factory.mktemp("alone") / "archive")
    settings = root / "content/site.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'languages = ["fa"]\ncorrections = "mailto:a@example.org"\n{text}', encoding="utf-8")
    return built(root)


def test_a_turn_that_was_spoken_in_english_has_no_persian_until_it_is_translated(english: dict[str, bytes]) -> None:
    first, second = [row for row in rows(english) if row["interview"] == "nurse"][:2]
    assert (first["en"], first["fa"]) == ("When did you first see the river?", "رود را نخست کی دیدید؟")
    assert (first["state"], first["origin"]) == ("draft", "draft: human")
    assert second["en"].startswith("In spring, with Maryam Ahmadi.")


def test_the_table_names_the_original_as_it_is(english: dict[str, bytes]) -> None:
    nurse = table(english)["nurse"]
    assert (nurse["title_en"], nurse["title_fa"]) == ("The nurse by the river", "پرستار کنار رود")
    assert int(nurse["words_en"]) > int(nurse["words_fa"])
    assert table(english)["river"]["text_languages"] == "fa"


def test_ohms_has_the_english_as_the_transcript(english: dict[str, bytes]) -> None:
    (record,) = ET.fromstring(english["data/nurse.ohms.xml"])  # noqa: S314  written a moment ago, by us
    said = {item.tag.removeprefix(OHMS): item.text or "" for item in record}
    assert (said["title"], said["language"]) == ("The nurse by the river", "English")
    assert said["transcript"].startswith("Interviewer: When did you first see the river?")
    assert (said["transcript_alt_lang"], said["translate"]) == ("Persian", "1")
    assert "رود را نخست کی دیدید؟" in said["transcript_alt"]


def test_an_archive_in_persian_alone_has_all_of_it_without_a_word_of_english(alone: dict[str, bytes]) -> None:
    names = {path.rpartition("/")[2] for path in alone if path.startswith(ARCHIVE)}
    assert names == {"archive.csv", "archive.jsonl", "dublin-core.xml", "oai.xml"}
    assert {row["en"] for row in rows(alone)} == {None}
    assert table(alone)["river"]["text_languages"] == "fa"
    (record,) = ET.fromstring(alone["data/river.ohms.xml"])  # noqa: S314  written a moment ago, by us
    said = {item.tag.removeprefix(OHMS): item.text or "" for item in record}
    assert (said["translate"], said["transcript_alt"], said["usage"]) == ("0", "", "")
    assert b"dc:language>fa<" in alone[f"{ARCHIVE}/dublin-core.xml"]
    assert b"dc:language>en<" not in alone[f"{ARCHIVE}/oai.xml"]


def test_its_page_of_data_is_in_persian_alone(alone: dict[str, bytes]) -> None:
    assert "fa/data/index.html" in alone
    assert "en/data/index.html" not in alone
    page = alone["fa/data/index.html"].decode()
    assert 'href="../../data/archive/archive.csv"' in page
    assert ".tmx" not in page
