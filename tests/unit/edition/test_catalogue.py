"""The Persian of the interface: what a catalogue says, what is wrong with one, and one laid over another."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.edition.catalogue import CATALOGUE, find, pair, read_catalogue, untranslated
from tests.collecting import collected


def write(folder: Path, text: str | bytes) -> Path:
    """Write the catalogue of a folder of templates."""
    (folder / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
    (folder / CATALOGUE).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def entry(message: str, *forms: str, plural: str = "", before: str = "") -> str:
    if not plural:
        return f'{before}msgid "{message}"\nmsgstr "{forms[0]}"\n\n'
    numbered = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms))
    return f'{before}msgid "{message}"\nmsgid_plural "{plural}"\n{numbered}\n'


def test_a_catalogue_has_its_messages_and_both_forms_of_a_plural(tmp_path: Path) -> None:
    text = entry("a", "الف") + entry("%(n)s cat", "%(n)s گربه", "%(n)s گربه‌ها", plural="%(n)s cats")
    forms = ("%(n)s گربه", "%(n)s گربه‌ها")
    assert collected(read_catalogue, write(tmp_path, text)) == (
        {"a": ("الف",), "%(n)s cat": forms, pair("%(n)s cat", "%(n)s cats"): forms},
        [],
    )


def test_the_header_may_be_fuzzy_and_an_obsolete_entry_may_say_anything(tmp_path: Path) -> None:
    header = '#, fuzzy\nmsgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    text = header + entry("a", "الف") + '#~ msgid "b"\n#~ msgstr ""\n'
    assert collected(read_catalogue, write(tmp_path, text)) == ({"a": ("الف",)}, [])


@pytest.mark.parametrize("data", [None, b"\xff", b"nonsense"])
def test_a_catalogue_that_cannot_be_read_is_a_problem(tmp_path: Path, data: bytes | None) -> None:
    if data is not None:
        write(tmp_path, data)
    for known, problems in (collected(read_catalogue, tmp_path), collected(find, [tmp_path])):
        (problem,) = problems
        assert known == {}
        assert (problem.code, problem.path) == ("P004", f"{tmp_path.name}/{CATALOGUE}")
        assert problem.hint


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [('msgid "a"\nmsgstr "b\n', 2, 10), ('msgstr "b"\nmsgctxt "c"\n', 1, 1)],
)
def test_what_cannot_be_read_has_its_place(tmp_path: Path, text: str, line: int, column: int) -> None:
    known, (problem,) = collected(read_catalogue, write(tmp_path, text))
    assert (known, problem.code, problem.line, problem.column) == ({}, "P004", line, column)


@pytest.mark.parametrize(
    ("text", "code", "word"),
    [
        (entry("b", "ب", before="#, fuzzy\n"), "P005", "fuzzy"),
        (entry("b", ""), "P005", "empty"),
        (entry("b", "", "", plural="bs"), "P005", "empty"),
        (entry("b", "ب", plural="bs"), "P006", "two forms"),
        (entry("b", "ب", "", plural="bs"), "P006", "two forms"),
        (entry("b", "ب", "ب", "ب", plural="bs"), "P006", "two forms"),
        (entry("%(n)s b", "ب"), "P006", "%(n)s"),
        (entry("b", "%(n)s ب"), "P006", "%(n)s"),
        (entry("%(n)s b", "%(m)s ب"), "P006", "%(m)s and %(n)s"),
        (entry("%(n)s b", "%(n) ب"), "P006", "%(n)s"),
        (entry("%(n)s b", "%(n)s% ب"), "P006", "percent"),
        (entry("one b", "یک ب", "%(n)s ب", plural="%(n)s b"), "P006", "%(n)s"),
        (entry("b {}", "ب"), "P006", "{}"),
        (entry("b", "ب", before='msgctxt "c"\n'), "P004", "msgctxt"),
        (entry("a", "ب"), "P004", "two entries"),
    ],
)
def test_an_entry_with_a_fault_has_a_problem_and_no_message(tmp_path: Path, text: str, code: str, word: str) -> None:
    known, (problem,) = collected(read_catalogue, write(tmp_path, entry("a", "الف") + text))
    assert known == {"a": ("الف",)}
    assert (problem.code, problem.line >= 4, problem.column) == (code, True, 1)
    assert word in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("message", "persian"),
    [("5% of it", "۵٪ آن"), ("%(n)s of it", "%(n)s، ۵%% آن"), ("%(a)s, %(b)s", "%(b)s، %(a)s"), ("{} more", "{} دیگر")],
)
def test_placeholders_may_change_places_and_percent_signs_their_form(
    tmp_path: Path, message: str, persian: str
) -> None:
    assert collected(read_catalogue, write(tmp_path, entry(message, persian))) == ({message: (persian,)}, [])


def test_a_catalogue_lies_over_another_entry_by_entry(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", entry("a", "الف") + entry("b", "ب") + entry("c", "ج", "ج", plural="cs"))
    own = write(tmp_path / "own", entry("b", "بِ دیگر") + entry("d", "د"))
    known, problems = collected(find, [own, tmp_path / "without", ours])
    assert problems == []
    assert known == {"a": ("الف",), "b": ("بِ دیگر",), "c": ("ج", "ج"), pair("c", "cs"): ("ج", "ج"), "d": ("د",)}


def test_a_fault_of_one_file_hides_nothing_of_the_other(tmp_path: Path) -> None:
    ours, own = write(tmp_path / "ours", entry("a", "الف")), write(tmp_path / "own", "nonsense")
    known, (problem,) = collected(find, [own, ours])
    assert known == {"a": ("الف",)}
    assert problem.path == f"own/{CATALOGUE}"


def test_a_file_of_an_archive_that_leads_nowhere_is_not_passed_over(tmp_path: Path) -> None:
    ours = write(tmp_path / "ours", entry("a", "الف"))
    (tmp_path / "own" / CATALOGUE).mkdir(parents=True)
    known, (problem,) = collected(find, [tmp_path / "own", ours])
    assert known == {"a": ("الف",)}
    assert (problem.code, problem.path) == ("P004", f"own/{CATALOGUE}")


def test_a_fault_in_the_first_line_is_told_of_it(tmp_path: Path) -> None:
    _, (problem,) = collected(find, [write(tmp_path, 'msgid "%(n)s"\nmsgstr "x"\n')])
    assert (problem.code, problem.line, problem.column) == ("P006", 1, 1)


def test_a_catalogue_that_is_nowhere_is_missed_where_it_belongs(tmp_path: Path) -> None:
    known, problems = collected(find, [tmp_path / "own", tmp_path / "ours"])
    assert (known, [problem.path for problem in problems]) == ({}, [f"ours/{CATALOGUE}"])


def test_without_a_folder_there_is_nothing() -> None:
    assert collected(find, []) == ({}, [])


def test_the_hint_of_a_message_about_numbers_names_its_forms() -> None:
    one, many = untranslated("a.jinja", 3, "x", plural=""), untranslated("a.jinja", 3, "x", "xs")
    assert (one.code, one.path, one.line, one.column) == ("P005", "a.jinja", 3, 0)
    assert "msgstr[1]" not in one.hint
    assert "msgstr[1]" in many.hint


@given(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=9), st.lists(st.sampled_from("ab"), max_size=3))
def test_whatever_lies_over_what_every_message_has_the_persian_of_the_first_folder(
    tmp_path_factory: pytest.TempPathFactory, ours: list[str], own: list[str]
) -> None:
    root = tmp_path_factory.mktemp("folders")
    folders = [
        write(root / name, "".join(entry(message, f"{name} {message}") for message in dict.fromkeys(messages)))
        for name, messages in (("own", own), ("ours", ours))
    ]
    known, problems = collected(find, folders)
    assert problems == []
    assert known == {message: (f"{'own' if message in own else 'ours'} {message}",) for message in {*ours, *own}}
