"""The files of a new archive: whole, filled in, and sound as the program reads them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu import __version__
from goftogu.commands.skeleton import Host, NewArchive, files
from goftogu.content import settings
from goftogu.model import Bilingual, Language
from goftogu.problems import Problems
from goftogu.transcripts import archive

ENGLISH_FIRST = (Language.EN, Language.FA)
LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1)


def lay(folder: Path, wanted: NewArchive) -> Path:
    for path, data in files(wanted).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def test_every_archive_has_what_it_needs() -> None:
    assert set(files(NewArchive())) == {
        ".github/workflows/pages.yml",
        ".gitattributes",
        ".gitignore",
        "README.md",
        "content/glossary.toml",
        "content/interviews/.gitkeep",
        "content/orthography.toml",
        "content/pages/about.en.md",
        "content/pages/about.fa.md",
        "content/people.toml",
        "content/places.toml",
        "content/series.toml",
        "content/site.toml",
        "content/topics.toml",
        "requirements-translate.txt",
        "requirements.txt",
    }


@pytest.mark.parametrize(
    ("host", "own"),
    [(Host.GITHUB, {".github/workflows/pages.yml"}), (Host.GITLAB, {".gitlab-ci.yml"}), (Host.NONE, set())],
)
def test_a_host_has_its_own_workflow_and_no_other(host: Host, own: set[str]) -> None:
    found = files(NewArchive(host=host))
    assert {path for path in found if path.startswith(".git") and path not in {".gitignore", ".gitattributes"}} == own
    assert {path for path in found if path.startswith("requirements")} == (
        {"requirements.txt", "requirements-translate.txt"} if own else set()
    )
    assert not own or f"goftogu=={__version__}\n" in found["requirements.txt"].decode()


@pytest.mark.parametrize("host", Host)
@pytest.mark.parametrize("sample", [False, True])
def test_nothing_is_left_to_fill_in(host: Host, sample: bool) -> None:
    found = files(NewArchive(host=host, sample=sample))
    assert [path for path, data in found.items() if "@{" in data.decode()] == []
    assert [path for path in found if "dot-" in path] == []


@pytest.mark.parametrize("order", [tuple(Language), ENGLISH_FIRST])
def test_the_readme_is_in_both_languages_the_first_one_first(order: tuple[Language, ...]) -> None:
    wanted = NewArchive(Bilingual("بایگانی رود", "The River Archive"), order)
    readme = files(wanted)["README.md"].decode()
    assert re.findall(r"^# (.+)$", readme, re.MULTILINE) == [wanted.title[language] for language in order]
    assert readme.count("<div dir=") == readme.count("</div>") == 1


@pytest.mark.parametrize("sample", [False, True])
@pytest.mark.parametrize("host", Host)
def test_persian_alone_asks_for_no_english_and_is_read_without_a_problem(
    tmp_path: Path, host: Host, sample: bool
) -> None:
    wanted = NewArchive(Bilingual("رود", ""), (Language.FA,), host=host, sample=sample)
    found = files(wanted)
    assert [path for path in found if ".en." in path or "glossary" in path or "/translations/" in path] == []
    assert [path for path, data in found.items() if path.endswith(".toml") and b"en = " in data] == []
    assert "ترجمهٔ انگلیسی آن‌ها" not in "".join(data.decode() for data in found.values())
    assert re.findall(r"^# (.+)$", found["README.md"].decode(), re.MULTILINE) == ["رود"]
    problems = Problems()
    read = archive.read_archive(lay(tmp_path, wanted), problems)
    assert list(problems) == []
    assert (read.config.languages, read.config.title) == ((Language.FA,), Bilingual("رود", ""))


@given(LINES, LINES)
def test_any_title_reaches_the_settings_as_it_is(persian: str, english: str) -> None:
    written = files(NewArchive(Bilingual(persian, english)))["content/site.toml"].decode()
    assert tomllib.loads(written)["title"] == {"fa": persian, "en": english}


def test_the_settings_say_what_was_asked(tmp_path: Path) -> None:
    wanted = NewArchive(Bilingual("رود", "River"), ENGLISH_FIRST, "https://example.org/river/")
    problems = Problems()
    read = settings.of_archive(lay(tmp_path, wanted), problems)
    assert list(problems) == []
    assert (read.title, read.languages, read.url) == (wanted.title, wanted.languages, wanted.url)


@pytest.mark.parametrize("sample", [False, True])
def test_an_archive_is_read_without_a_problem(tmp_path: Path, sample: bool) -> None:
    problems = Problems()
    archive.read_archive(lay(tmp_path, NewArchive(sample=sample)), problems)
    assert list(problems) == []


@pytest.mark.parametrize(
    "name", ["topics.toml", "people.toml", "places.toml", "series.toml", "glossary.toml", "site.toml"]
)
def test_the_commented_examples_can_be_used(tmp_path: Path, name: str) -> None:
    root = lay(tmp_path, NewArchive())
    file = root / "content" / name
    before = tomllib.loads(file.read_text(encoding="utf-8"))
    example = re.compile(r'^# (?=\[|"|\w+ = )', re.MULTILINE)
    file.write_text(example.sub("", file.read_text(encoding="utf-8")), encoding="utf-8")
    after = tomllib.loads(file.read_text(encoding="utf-8"))
    assert len(after) > len(before)
    problems = Problems()
    settings.of_archive(root, problems)
    archive.vocabularies(root, problems)
    assert list(problems) == []
