"""One paragraph goes from a Word file to the pages, as ``docs/architecture.md`` tells it, wing by wing."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from goftogu.cli import main
from goftogu.model import Source
from goftogu.persian.orthography import layer
from goftogu.problems import Problems
from goftogu.transcripts.formats import registry
from goftogu.transcripts.read import read_transcript
from goftogu.translation.memory import reading
from goftogu.translation.memory.pairing import Unit
from goftogu.translation.quality import flags
from tests import office, sites

WALK: Final = (
    (sites.ROOT / "docs/architecture.md")
    .read_text(encoding="utf-8")
    .partition("### One paragraph")[2]
    .partition("\n#")[0]
)
ASKED: Final = "جنگ که شد چه کردید؟"
RECORD: Final = "کتابها را در باغ پنهان کردیم."
SHOWN: Final = "کتاب‌ها را در باغ پنهان کردیم."
ENGLISH: Final = "We hid the books in the garden."
MEMORY: Final = "content/translations/en/garden.po"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an archive of one Word file, with a topic and the English of the paragraph, and build it."""
    root = tmp_path_factory.mktemp("walk") / "archive"
    assert main(["init", str(root), "--yes", "--host", "none", "--quiet"]) == 0
    sites.compiled(root / ".cache")
    file = root.parent / "garden.docx"
    file.write_bytes(office.word(f"پرسش: {ASKED}", f"راد: {RECORD}"))
    told = ["--title", "باغ", "--date", "1402-03-14"]
    assert main(["import", str(file), "--root", str(root), *told, "--quiet"]) == 0
    (root / "content/topics.toml").write_text(
        '[garden]\nfa = "باغ"\nen = "Garden"\ntriggers = ["باغ"]\n', encoding="utf-8"
    )
    (root / MEMORY).parent.mkdir(parents=True, exist_ok=True)
    (root / MEMORY).write_text(
        f'msgid ""\nmsgstr "Language: en\\n"\n\n#. origin: argos tiny 1\n#, fuzzy\nmsgctxt "t2.1"\n'
        f'msgid "{SHOWN}"\nmsgstr "{ENGLISH}"\n',
        encoding="utf-8",
    )
    assert main(["build", "--root", str(root), "--quiet"]) == 0
    return root


def page(archive: Path, path: str) -> str:
    return (archive / "output" / path).read_text(encoding="utf-8")


def test_the_document_tells_of_this_paragraph() -> None:
    assert f"«راد: {RECORD}»" in WALK
    assert "«کتاب‌ها»" in WALK
    assert f"tests/{Path(__file__).name}" in WALK


def test_the_word_file_is_a_document_of_paragraphs(archive: Path) -> None:
    data = (archive / "content/received/garden.docx").read_bytes()
    document = registry.read(data, "garden.docx", problems := Problems())
    assert document is not None
    assert not problems.has_errors()
    assert data == (archive.parent / "garden.docx").read_bytes()


def test_the_turn_has_its_id_and_the_record_its_words(archive: Path) -> None:
    transcript = (archive / "content/interviews/garden.md").read_text(encoding="utf-8")
    assert f"راد: {RECORD}\n{{: #t2 }}" in transcript
    source = Source("content/interviews/garden.md", transcript.encode(), transcript)
    interview = read_transcript(source, layer.load().reading, Problems())
    assert interview is not None
    [paragraph] = interview.turns[1].paragraphs
    assert (paragraph.id, paragraph.record, paragraph.reading) == ("t2.1", RECORD, SHOWN)


def test_the_english_has_its_origin_and_state(archive: Path) -> None:
    memory = reading.of(MEMORY, (archive / MEMORY).read_bytes(), Problems())
    assert memory is not None
    found = memory.lookup(Unit("t2.1", SHOWN))
    assert (found.text, str(found.state), found.origin) == (ENGLISH, "machine", "argos tiny 1")
    assert flags.of(SHOWN, found) == ()


def test_the_topic_leads_to_the_turn(archive: Path) -> None:
    assert 'href="../garden.html#t2"' in page(archive, "fa/topics/garden.html")


@pytest.mark.parametrize("path", ["fa/garden.html", "both/garden.html", "both-en/garden.html"])
def test_pages_show_the_paragraph_in_its_reading(archive: Path, path: str) -> None:
    assert f"<p>{SHOWN}</p>" in page(archive, path)
    assert 'id="t2"' in page(archive, path)


@pytest.mark.parametrize("path", ["en/garden.html", "both/garden.html", "both-en/garden.html"])
def test_pages_show_the_english_with_its_state(archive: Path, path: str) -> None:
    before, _, after = page(archive, path).partition(ENGLISH)
    assert before
    assert "standing machine" in after.partition('class="actions"')[0]


def test_downloads_and_search_have_the_same_paragraph(archive: Path) -> None:
    files = [file for file in (archive / "output").rglob("*") if file.suffix in {".txt", ".json", ".xml", ".js"}]
    holding = {file.suffix for file in files if SHOWN in file.read_text(encoding="utf-8")}
    assert {".txt", ".json", ".xml"} <= holding
