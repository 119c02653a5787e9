"""Translations from other programs, in every form that they write."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.material import Material
from goftogu.exports.parallel import parallel
from goftogu.exports.tmx import tmx
from goftogu.translation.memory import store
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.memory import State, Translation
from goftogu.translation.offers.offer import Offer
from goftogu.translation.offers.read import read_offers
from tests import sample_site as sample
from tests.collecting import collected

OMID = Reviewer("Omid", "2026-11-27")


def offers_of(tmp_path: Path, name: str, text: str, reviewer: Reviewer | None = None) -> dict[str, list[Offer]]:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found, problems = collected(read_offers, tmp_path / name, reviewer=reviewer)
    assert problems == []
    return found


def told(offers: list[Offer]) -> list[tuple[str, str, str, str | None]]:
    return [(offer.unit.id, offer.unit.source, offer.text, offer.by) for offer in offers]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.xlf", b"<xliff>", "M010"),
        ("a.xlf", b"", "M010"),
        ("a.xlf", b"<html/>", "M010"),
        ("a.xlf", b'<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', "M010"),
        ("a.xlf", "<!DOCTYPE x><xliff/>".encode("utf-16"), "M010"),
        ("a.xlf", b'<?xml version="1.0" encoding="klingon"?><xliff/>', "M010"),
        ("a.po", b"<<<<", "M001"),
        ("a.po", b"\xff", "S001"),
    ],
)
def test_a_file_that_is_something_else(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    offers, problems = collected(read_offers, tmp_path / name)
    assert offers == {}
    assert [problem.code for problem in problems] == [code]


@pytest.mark.parametrize(
    ("name", "text", "place", "message"),
    [
        ("a.xlf", "<xliff>\n<a>", (2, 4), "the file is not XML: no element found: line 2, column 3"),
        ("a.xlf", '<!DOCTYPE x [<!ENTITY a "b">]><x/>', (0, 0), "the file declares entities"),
        (
            "a.xlf",
            '<?xml version="1.0" encoding="klingon"?><x/>',
            (0, 0),
            "the file is not XML: unknown encoding: klingon",
        ),
        ("a.xlf", "<html/>", (0, 0), "the file is <html>, not XLIFF 1.2 or 2"),
        ("a.xlf", "<xliff/>", (0, 0), "the file is <xliff>, not XLIFF 1.2 or 2"),
        ("a.tmx", "<html/>", (0, 0), "the file is <html>, not TMX"),
        ("a.tsv", "id\tstate\tfa\ten\n\nt1\tdraft\tx", (3, 1), "the row has 3 cells instead of 4"),
        ("a.tsv", "id\tstate\tfa\ten\nt1\td\tx\ty\tz", (2, 1), "the row has 5 cells instead of 4"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_to_give(
    tmp_path: Path, name: str, text: str, place: tuple[int, int], message: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (problem,) = collected(read_offers, tmp_path / name)[1]
    assert (problem.path, problem.line, problem.column) == (str(tmp_path / name), *place)
    assert (problem.code, str(problem.message)) == ("M010", message)
    assert str(problem.hint).startswith("give a PO, XLIFF 1.2 or 2, TMX or TSV file")


def test_a_file_of_another_name_for_its_elements_is_not_ours(tmp_path: Path) -> None:
    text = FIRST.format(UNIT.format(unit="", target="")).replace("xliff ", "list ").replace("/xliff", "/list")
    (tmp_path / "a.xlf").write_text(text, encoding="utf-8")
    found, problems = collected(read_offers, tmp_path / "a.xlf")
    assert (found, len(problems)) == ({}, 1)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert [problem.code for problem in collected(read_offers, tmp_path / "none.xlf")[1]] == ["S002"]


UNIT = '<trans-unit id="t1"{unit}><source>بله</source><target{target}>Yes</target></trans-unit>'
FIRST = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="azar"><body>{}</body></file>'
    "</xliff>"
)


@pytest.mark.parametrize(
    ("unit", "target", "by"),
    [
        ("", "", None),
        (' approved="yes"', "", ""),
        (' approved="no"', "", None),
        ("", ' state="final"', ""),
        ("", ' state="signed-off"', ""),
        (' approved="no"', ' state="signed-off"', ""),
        ("", ' state="translated"', None),
        ("", ' state="needs-review-translation"', None),
    ],
)
def test_states_of_xliff_say_what_they_say(tmp_path: Path, unit: str, target: str, by: str | None) -> None:
    found = offers_of(tmp_path, "a.xlf", FIRST.format(UNIT.format(unit=unit, target=target)))
    assert {name: told(some) for name, some in found.items()} == {"azar": [("t1", "بله", "Yes", by)]}


def test_codes_of_another_program_are_no_text(tmp_path: Path) -> None:
    unit = (
        '<trans-unit id="t1"><source>بله</source><seg-source><mrk mtype="seg">بله</mrk></seg-source>'
        '<target><mrk mtype="seg">Yes<ph id="1">&lt;b&gt;</ph>, <g id="2">sir</g></mrk>.</target>'
        "<alt-trans><target>No</target></alt-trans></trans-unit><trans-unit id='t2'><source>نه</source></trans-unit>"
    )
    found = offers_of(tmp_path, "a.XLIFF", FIRST.format(unit))
    assert told(found["azar"]) == [("t1", "بله", "Yes, sir.", None)]


@pytest.mark.parametrize("code", ["bpt", "ept", "it", "ph", "ut", "x", "bx", "ex", "sc", "ec"])
def test_each_code_is_left_out_and_what_follows_it_stays(tmp_path: Path, code: str) -> None:
    target = f"<target>Yes<{code}>&lt;b&gt;<sub>i</sub></{code}>, sir</target>"
    unit = f"<trans-unit id='t1'><source>بله</source>{target}</trans-unit>"
    assert told(offers_of(tmp_path, "a.xlf", FIRST.format(unit))["azar"]) == [("t1", "بله", "Yes, sir", None)]


SECOND = (
    '<xliff version="2.{minor}" xmlns="urn:oasis:names:tc:xliff:document:2.{space}" srcLang="fa" trgLang="en">'
    '<file id="f1"{original}><group id="g"><unit id="u1" name="t1">{segments}</unit></group></file></xliff>'
)


def segment(state: str, source: str, target: str) -> str:
    said = f' state="{state}"' if state else ""
    return f"<segment{said}><source>{source}</source><target>{target}</target></segment>"


@pytest.mark.parametrize(
    ("states", "by"),
    [
        (("reviewed", "final"), ""),
        (("final", "final"), ""),
        (("final", "translated"), None),
        (("", "final"), None),
        (("initial", "initial"), None),
    ],
)
def test_xliff_2_joins_its_segments(tmp_path: Path, states: tuple[str, str], by: str | None) -> None:
    between = "<ignorable><source> </source></ignorable>"
    segments = between.join([segment(states[0], "بله.", "Yes."), segment(states[1], "نه.", "<pc id='1'>No</pc>.")])
    text = SECOND.format(minor=1, space=0, original=' original="azar"', segments=segments)
    found = offers_of(tmp_path, "a.xlf", text)
    assert {name: told(some) for name, some in found.items()} == {"azar": [("t1", "بله. نه.", "Yes. No.", by)]}


def test_xliff_2_without_a_name_or_a_text(tmp_path: Path) -> None:
    text = SECOND.format(minor=2, space=2, original="", segments=segment("", "بله.", "Yes.")).replace(' name="t1"', "")
    assert told(offers_of(tmp_path, "a.xlf", text)["f1"]) == [("u1", "بله.", "Yes.", None)]
    empty = SECOND.format(minor=0, space=0, original="", segments="<segment><source>بله.</source></segment>")
    assert offers_of(tmp_path, "b.xlf", empty) == {"f1": []}


TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="fa-IR"/><body>
<tu><tuv xml:lang="FA-IR"><seg>بله.</seg></tuv>
<tuv xml:lang="EN-US"><seg>Yes<bpt i="1">&lt;i&gt;</bpt>.</seg></tuv></tu>
<tu tuid="x"><tuv lang="fa"><seg>نه.</seg></tuv><tuv lang="en_GB"><seg><hi>No</hi>.</seg></tuv></tu>
<tu><tuv xml:lang="fa"><seg>هرگز.</seg></tuv><tuv xml:lang="de"><seg>Nie.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Alone.</seg></tuv></tu>
</body></tmx>"""


def test_the_memory_of_another_program_goes_by_its_persian(tmp_path: Path) -> None:
    found = offers_of(tmp_path, "project_save.tmx", TMX, OMID)
    assert {name: told(some) for name, some in found.items()} == {
        "": [("", "بله.", "Yes.", None), ("", "نه.", "No.", None)]
    }


def material() -> Material:
    held = sample.interview()
    english = {
        "t1.1": Translation("“One”\nand", State.MACHINE, "argos x"),
        "t2.1": Translation("=Two", State.REVIEWED, "", by="Sara"),
        "t2.2": Translation("Three", State.STALE, ""),
    }
    return Material(held, english, {}, Vocabulary(), SiteConfig())


@pytest.mark.parametrize(("reviewer", "by"), [(None, None), (Reviewer(), None), (OMID, "Omid")])
def test_our_own_tmx_comes_back_and_is_approved_only_by_a_name(
    tmp_path: Path, reviewer: Reviewer | None, by: str | None
) -> None:
    found = offers_of(tmp_path, "sea.tmx", tmx(material()).decode(), reviewer)
    assert [(offer.unit.id, offer.text, offer.by) for offer in found["sea"]] == [
        ("t1.1", "“One”\nand", None),
        ("t2.1", "=Two", by),
    ]
    sources = {unit.id: unit.source for unit in store.units(sample.interview())}
    assert all(offer.unit.source == sources[offer.unit.id] for offer in found["sea"])


@pytest.mark.parametrize(("reviewer", "by"), [(None, None), (OMID, "Omid")])
def test_our_own_table_comes_back(tmp_path: Path, reviewer: Reviewer | None, by: str | None) -> None:
    for name in ("sea.tsv", "sea.parallel.TSV"):
        found = offers_of(tmp_path, name, "\ufeff" + parallel(material()).decode().replace("\n", "\r\n"), reviewer)
        assert [(offer.unit.id, offer.text, offer.by, offer.is_stale) for offer in found["sea"]] == [
            ("t1.1", "“One” and", None, False),
            ("t2.1", "=Two", by, False),
            ("t2.2", "Three", None, True),
        ]


LEFT_TO_RIGHT = (
    '<tmx><tu tuid="a/t1"><tuv xml:lang="fa"><seg>بله</seg></tuv><tuv xml:lang="en"><seg>Y\u202e</seg></tuv></tu></tmx>'
)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("a.tmx", "<xliff/>", "M010"),
        ("a.tmx", "<tmx", "M010"),
        ("a.tsv", "id\tstate\tfa\ten\nt1\tdraft\tبله", "M010"),
        (
            "a.tmx",
            LEFT_TO_RIGHT,
            "S003",
        ),
    ],
)
def test_a_fault_of_a_file_is_named(tmp_path: Path, name: str, text: str, code: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    found, problems = collected(read_offers, tmp_path / name)
    assert [problem.code for problem in problems] == [code]
    assert not any(found.values())


@pytest.mark.parametrize("name", ["none.tmx", "none.tsv"])
def test_no_file_gives_no_offers(tmp_path: Path, name: str) -> None:
    assert [problem.code for problem in collected(read_offers, tmp_path / name)[1]] == ["S002"]


def test_a_table_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_bytes(b"id\tstate\tfa\ten\n\xff\xfe\xfa")
    assert [problem.code for problem in collected(read_offers, tmp_path / "a.tsv")[1]] == ["S001"]
