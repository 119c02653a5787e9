from __future__ import annotations

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.edition.material import Material
from goftogu.exports.parallel import parallel
from goftogu.storage import cells
from goftogu.transcripts.formats import registry
from goftogu.translation.memory.entry import State, Translation
from tests.collecting import collected
from tests.materials import bare, material, paragraph

PERSIAN = {"title": Translation("رود", State.DRAFT, "draft: human")}


def rows(held: Material) -> list[list[str]]:
    return list(csv.reader(io.StringIO(parallel(held).decode()), "excel-tab", quoting=csv.QUOTE_NONE))


def test_each_paragraph_with_english_is_a_line() -> None:
    head, *found = rows(material())
    assert head == ["id", "state", "fa", "en"]
    assert found[0] == ["title", "reviewed", "گفت‌وگو دربارهٔ «رودخانه»", "A Talk about the “River”"]
    assert [row[:2] for row in found] == [
        ["title", "reviewed"],
        ["speaker.1", "machine"],
        ["p1", "machine"],
        ["p2", "draft"],
        ["t1.1", "machine"],
        ["s1", "reviewed"],
        ["t2.1", "stale"],
        ["t2.2", "draft"],
        ["t4.1", "reviewed"],
    ]


def test_the_columns_have_their_languages_whichever_of_them_was_spoken() -> None:
    held = material(language=TranscriptLanguage.ENGLISH, title=paragraph("title", "The River"), translations=PERSIAN)
    assert rows(held) == [["id", "state", "fa", "en"], ["title", "draft", "رود", "The River"]]


def test_without_english_there_are_only_headings() -> None:
    assert parallel(bare()) == b"id\tstate\tfa\ten\n"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", '"', "'=", "＝"])
def test_no_cell_is_a_formula_or_opens_a_quotation(sign: str) -> None:
    text = f"{sign}cmd"
    held = material(title=paragraph("title", text), translations={"title": Translation(text, State.DRAFT, "draft: x")})
    assert rows(held)[1] == ["title", "draft", f"'{text}", f"'{text}"]


def back(held: Material) -> tuple[str, dict[str, str], dict[str, str]]:
    """Return what ``import`` makes of the table: the title, each Persian by its English, and each English by its id."""
    found, problems = collected(registry.read, parallel(held), "river.tsv")
    assert problems == []
    assert found is not None
    texts = [piece.record for piece in found.pieces]
    names = [twin.id for twin in found.twins if twin.id != "title" and not twin.id.startswith("speaker.")]
    return found.title, dict(zip(names, texts, strict=True)), {twin.id: twin.english for twin in found.twins}


def test_what_import_reads_is_what_was_written() -> None:
    held = material()
    title, persian, english = back(held)
    assert title == "گفت‌وگو دربارهٔ «رودخانه»"
    units = {unit.id: unit for unit in held.interview.units()}
    assert persian == {name: units[name].reading for name in persian}
    assert english == {name: held.translations[name].text for name in english}
    assert list(persian) == ["p1", "p2", "t1.1", "s1", "t2.1", "t2.2", "t4.1"]


@given(st.text(st.sampled_from("=+-@\"'* _\\[]()آب a.")).filter(str.strip))
@example("=1+1")
@example('"سلام" گفت')
@example("'=a")
@example("*آب* و [نان](https://example.org/a_b_c) \\* [withheld: نام]")
@example("- سلام")
def test_a_text_of_any_signs_comes_back_unharmed(text: str) -> None:
    held = material(
        lede=paragraph("p1", text), translations={"p1": Translation(text, State.DRAFT, "draft: language model")}
    )
    _, persian, english = back(held)
    assert persian == {"p1": " ".join(held.interview.lede.reading.split() if held.interview.lede else ())}
    assert english == {"p1": " ".join(text.split())}


def test_the_notes_of_the_archive_do_not_come_back_and_that_is_told() -> None:
    table = "id\tstate\tfa\ten\nt1.1\tdraft\tآب[^1] و نان\tWater\nnote-1\tdraft\tچاه\tWell\n"
    found, _ = collected(registry.read, table.encode(), "river.tsv")
    assert found is not None
    assert [piece.record for piece in found.pieces] == ["آب و نان"]
    assert [str(message) for message in found.told] == ["note “1” of the archive is left out"]


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_no_text_breaks_a_line_or_a_column(text: str) -> None:
    held = material(translations={"t5.1": Translation(text, State.DRAFT, "draft: language model")})
    lines = parallel(held).decode().split("\n")
    assert len(lines) == 3
    assert lines[1].split("\t")[:3] == ["t5.1", "draft", "سپاس."]
    assert cells.restored(lines[1].split("\t")[3]) == " ".join(text.split())
