"""Tables: what a column may be called, what parts the cells, and how long one may be."""

from __future__ import annotations

import csv

import pytest

from goftogu.transcripts.formats import tables
from goftogu.transcripts.formats.document import Piece, Refused


def said(text: str, path: str = "a.csv") -> list[tuple[str, str, str, int]]:
    return [(piece.speaker, piece.text, piece.time, piece.line) for piece in tables.read(text, path).pieces]


@pytest.mark.parametrize("speaker", ["speaker", "name", "who", "label", "گوینده", "نام", "سخنگو", " Speaker "])
def test_the_column_of_speakers_has_many_names(speaker: str) -> None:
    assert said(f"{speaker},words\nمجری,چرا؟\n") == [("مجری", "چرا؟", "", 2)]


@pytest.mark.parametrize("words", ["words", "text", "transcript", "fa", "متن", "گفته", "سخن", "TEXT"])
def test_the_column_of_words_has_many_names(words: str) -> None:
    assert said(f"{words},speaker\nچرا؟,مجری\n") == [("مجری", "چرا؟", "", 2)]


@pytest.mark.parametrize("time", ["timestamp", "time", "start", "زمان"])
def test_the_column_of_times_has_many_names(time: str) -> None:
    assert said(f"speaker,words,{time}\nمجری,چرا؟,0:01:05\n") == [("مجری", "چرا؟", "0:01:05", 2)]


@pytest.mark.parametrize("mark", [",", "\t", ";", "؛"])
def test_cells_are_parted_by_what_parts_the_names(mark: str) -> None:
    assert said(f"speaker{mark}words\nمجری{mark}چرا؟\n") == [("مجری", "چرا؟", "", 2)]


def test_only_the_first_line_of_a_cell_has_the_speaker_and_the_time() -> None:
    text = 'speaker,words,time\nمجری,"چرا؟\n\nو کجا؟",0:05\nراد,چون.\n'
    assert said(text) == [("مجری", "چرا؟", "0:00:05", 2), ("", "و کجا؟", "", 2), ("راد", "چون.", "", 3)]


def test_a_cell_may_be_longer_than_python_allows() -> None:
    csv.field_size_limit(131_072)
    long = "آب " * 300_000
    assert [len(text) for _, text, _, _ in said(f"words\n{long}\n")] == [len(long) - 1]
    with pytest.raises(Refused, match="the table is damaged"):
        tables.read(f"words\n{long}{long}\n", "a.csv")


def test_a_parallel_text_has_ids_and_no_speakers() -> None:
    rows = [
        "id\tstate\tfa\ten",
        "title\tdraft\tآب\tWater",
        "speaker.1\tdraft\tگزارشگر\treporter",
        "s1\tdraft\tبخش\tPart",
        "t1.1\tdraft\tچرا؟\tWhy?",
        "t2.1\tmissing\tچون.\t",
        "note-1\tdraft\tکاریز\tqanat",
    ]
    found = tables.read("\n".join(rows), "river.tsv")
    assert found.title == "آب"
    assert [(piece.text, piece.line, piece.heading) for piece in found.pieces] == [
        ("بخش", 4, 2),
        ("چرا؟", 5, 0),
        ("چون.", 6, 0),
    ]
    assert [(twin.id, twin.english) for twin in found.twins] == [
        ("title", "Water"),
        ("speaker.1", "reporter"),
        ("s1", "Part"),
        ("t1.1", "Why?"),
        ("note-1", "qanat"),
    ]
    assert [str(line) for line in found.told] == ["note “1” of the archive is left out"]
    assert [tuple(map(str, asked)) for asked in found.asked] == [
        ("the table does not say who speaks", "import the .json of the interview: it has the speakers")
    ]


@pytest.mark.parametrize(("length", "fits"), [(1_000_000, True), (1_000_001, False)])
def test_a_cell_has_at_most_a_million_characters(length: int, fits: bool) -> None:
    text = f"words\n{'a' * length}\n"
    if fits:
        assert [len(words) for _, words, _, _ in said(text)] == [length]
    else:
        with pytest.raises(Refused, match="the table is damaged"):
            tables.read(text, "a.csv")


def test_a_table_without_words_is_refused_at_its_first_row() -> None:
    with pytest.raises(Refused, match="no column of words") as refused:
        tables.read("speaker,time\nمجری,0:05\n", "a.csv")
    assert refused.value.line == 1


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (["متن", "باغ"], []),
        (["گوینده\tمتن", "مجری\tچرا؟"], ["گوینده\tمتن"]),
        (["گوینده\tمتن", "زمان", "مجری\tچرا؟"], ["گوینده\tمتن", "زمان"]),
        (["گوینده\tمتن", "مجری\tچرا؟", "زمان"], ["گوینده\tمتن"]),
    ],
)
def test_two_names_of_columns_begin_a_table(rows: list[str], names: list[str]) -> None:
    pieces = tables.without_names(Piece(row, number) for number, row in enumerate(rows, 1))
    assert [piece.text for piece in pieces if piece.note == "column name"] == names


def test_tags_are_told_once_and_markdown_of_an_archive_stays() -> None:
    told = [str(line) for line in tables.read("words,tags\nآب,رود\n", "a.csv").told]
    assert told == ["the column of tags is left out: headings of this archive are chosen by topics.toml"]
    (piece,) = tables.read("id,fa,en\nt1.1,**آب** پاک,**Water**\n", "a.csv").pieces
    assert piece.record == "**آب** پاک"
