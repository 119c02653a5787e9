"""Translations that leave the archive and come back."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import hypothesis
import polib
import pytest
from hypothesis import strategies as st

from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.edition.material import Material
from goftogu.exports.parallel import parallel
from goftogu.exports.tmx import tmx
from goftogu.exports.xliff import NAMESPACE, xliff
from goftogu.model import Interview
from goftogu.translation import exchange
from goftogu.translation.exchange import Offer
from goftogu.translation.memory import store
from goftogu.translation.memory.memory import Memory, State, Translation, Unit
from tests import sample_site as sample
from tests.collecting import collected

ARGOS = "argos translate-fa_en 1.5"


@pytest.fixture
def interview() -> Interview:
    return sample.interview()


@pytest.fixture
def memory(interview: Interview) -> Memory:
    """A memory with a paragraph in each state; t1.1 machine, t2.1 reviewed, t2.2 draft, t3.1 stale, t4.1 missing."""
    found = Memory("sea")
    units = {unit.id: unit for unit in store.units(interview)}
    before = {**units, "t3.1": Unit("t3.1", "متن پیشین")}
    found.merge(before.values())
    for name, origin in (("t1.1", ARGOS), ("t2.1", ARGOS), ("t2.2", "draft: language model"), ("t3.1", ARGOS)):
        found.record(before[name], f"English & <{name}>", origin, flags=["cut-off"] if name == "t1.1" else ())
    for name in ("t2.1", "t3.1"):
        found.approve(before[name], "Sara")
    found.merge(units.values())
    return found


def english(memory: Memory, interview: Interview) -> dict[str, Translation]:
    return {unit.id: memory.lookup(unit) for unit in store.units(interview)}


def given(memory: Memory, interview: Interview) -> Material:
    return Material(interview, english(memory, interview), {}, Vocabulary(), SiteConfig())


def states(memory: Memory, interview: Interview) -> dict[str, State]:
    return {name: found.state for name, found in english(memory, interview).items() if found.text}


def test_the_states_in_xliff(memory: Memory, interview: Interview) -> None:
    root = fromstring(xliff(given(memory, interview)))  # noqa: S314  our own
    spaces = {"x": NAMESPACE}
    units = {unit.get("id"): unit for unit in root.iterfind(".//x:trans-unit", spaces)}
    assert list(units) == [unit.id for unit in interview.units()]
    found = {}
    for name in ("t1.1", "t2.1", "t2.2", "t3.1"):
        target = units[name].find("x:target", spaces)
        assert target is not None
        assert target.text == f"English & <{name}>"
        found[name] = (units[name].get("approved"), target.get("state"), target.get("state-qualifier"))
    assert found == {
        "t1.1": ("no", "needs-review-translation", "mt-suggestion"),
        "t2.1": ("yes", "final", None),
        "t2.2": ("no", "needs-review-translation", None),
        "t3.1": ("no", "needs-translation", None),
    }
    assert units["t4.1"].find("x:target", spaces) is None
    assert [note.text for note in units["t1.1"].iterfind("x:note", spaces)] == [ARGOS, "question, ending, cut-off"]


def test_tmx(memory: Memory, interview: Interview) -> None:
    root = fromstring(tmx(given(memory, interview)))  # noqa: S314  our own
    assert (root.tag, root.get("version")) == ("tmx", "1.4")
    found = [
        (unit.get("tuid"), [seg.text for seg in unit.iter("seg")][1], unit.findtext("prop")) for unit in root.iter("tu")
    ]
    assert found == [
        ("sea/t1.1", "English & <t1.1>", "machine"),
        ("sea/t2.1", "English & <t2.1>", "reviewed"),
        ("sea/t2.2", "English & <t2.2>", "draft"),
    ]


def test_parallel_text(memory: Memory, interview: Interview) -> None:
    lines = parallel(given(memory, interview)).decode().splitlines()
    assert lines[0] == "id\tstate\tfa\ten"
    assert [line.split("\t")[:2] for line in lines[1:]] == [
        ["t1.1", "machine"],
        ["t2.1", "reviewed"],
        ["t2.2", "draft"],
        ["t3.1", "stale"],
    ]


def test_what_comes_back_unchanged_changes_nothing(memory: Memory, interview: Interview, tmp_path: Path) -> None:
    before = memory.dump()
    (tmp_path / "any.xlf").write_bytes(xliff(given(memory, interview)))
    memory.save(tmp_path / "sea.po")
    for name in ("any.xlf", "sea.po"):
        offers, problems = collected(exchange.read_offers, tmp_path / name)
        assert problems == []
        assert list(offers) == ["sea"]
        count, refused = exchange.take(memory, store.units(interview), offers["sea"])
        assert (count, set(refused) <= {"t3.1"}, memory.dump()) == (0, True, before)


def test_a_translator_works_in_xliff(memory: Memory, interview: Interview, tmp_path: Path) -> None:
    text = xliff(given(memory, interview)).decode()
    text = text.replace("English &amp; &lt;t1.1&gt;", "<g id='1'>Better</g> English")
    text = text.replace('id="t2.2" approved="no"', 'id="t2.2" approved="yes"')
    text = text.replace("English &amp; &lt;t2.1&gt;", "Not read").replace('id="t2.1" approved="yes"', 'id="t2.1"')
    (tmp_path / "a.xliff").write_text(text, encoding="utf-8")
    offers, _ = collected(exchange.read_offers, tmp_path / "a.xliff")
    count, refused = exchange.take(memory, store.units(interview), offers["sea"], "Omid")
    assert (count, refused) == (2, ["t2.1"])
    found = english(memory, interview)
    assert (found["t1.1"].text, found["t1.1"].state) == ("Better English", State.DRAFT)
    assert found["t1.1"].origin == f"edited: {ARGOS}"
    assert (found["t2.2"].state, found["t2.2"].by) == (State.REVIEWED, "Omid")
    assert (found["t2.1"].state, found["t2.1"].by) == (State.REVIEWED, "Sara")


def test_what_was_approved_here_gives_way_to_what_was_approved_there(memory: Memory, interview: Interview) -> None:
    units = store.units(interview)
    unit = next(unit for unit in units if unit.id == "t2.1")
    assert exchange.take(memory, units, [Offer(unit, "Newer", "Omid")], "nobody") == (1, [])
    assert memory.lookup(unit).by == "Omid"
    assert memory.lookup(unit).text == "Newer"


def test_what_belongs_to_another_text_is_refused(memory: Memory, interview: Interview) -> None:
    offers = [Offer(Unit("t1.1", "متن دیگر"), "x", None), Offer(Unit("t99", "متن"), "x", None)]
    assert exchange.take(memory, store.units(interview), offers) == (0, ["t1.1", "t99"])


def test_stale_english_comes_back_read_again(memory: Memory, interview: Interview) -> None:
    unit = next(unit for unit in store.units(interview) if unit.id == "t3.1")
    offer = Offer(unit, memory.lookup(unit).text, "")
    assert exchange.take(memory, store.units(interview), [offer]) == (1, [])
    assert memory.lookup(unit).state is State.REVIEWED


def test_a_missing_text_comes_from_elsewhere(memory: Memory, interview: Interview) -> None:
    unit = next(unit for unit in store.units(interview) if unit.id == "t4.1")
    assert exchange.take(memory, store.units(interview), [Offer(unit, "Kept", None)]) == (1, [])
    assert (memory.lookup(unit).state, memory.lookup(unit).origin) == (State.DRAFT, "edited: elsewhere")


def test_the_round_trip_of_an_editor_of_po_files(memory: Memory, interview: Interview, tmp_path: Path) -> None:
    """Poedit's conventions: a header of its own, wrapped lines, a translator's comment, fuzzy cleared on editing."""
    memory.save(tmp_path / "sea.po")
    theirs = polib.pofile(str(tmp_path / "sea.po"), wrapwidth=79)
    theirs.metadata.update({"X-Generator": "Poedit 3.4.2", "Last-Translator": "Omid <omid@example.org>"})
    entry = next(entry for entry in theirs if entry.msgctxt == "t1.1")
    entry.msgstr, entry.tcomment, entry.flags = "A careful translation. " * 8, "ask Sara", []
    theirs.save(newline="\r\n")
    offers, problems = collected(exchange.read_offers, tmp_path / "sea.po")
    assert problems == []
    count, refused = exchange.take(memory, store.units(interview), offers["sea"], "Omid")
    assert (count, refused) == (1, [])
    found = english(memory, interview)
    assert (found["t1.1"].state, found["t1.1"].by) == (State.REVIEWED, "Omid")
    assert found["t1.1"].text == ("A careful translation. " * 8).strip()
    assert found["t2.1"].by == "Sara"


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
    offers, problems = collected(exchange.read_offers, tmp_path / name)
    assert offers == {}
    assert [problem.code for problem in problems] == [code]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert [problem.code for problem in collected(exchange.read_offers, tmp_path / "none.xlf")[1]] == ["S002"]


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=1).filter(str.strip)
STATES = {"t1.1": State.MACHINE, "t2.1": State.REVIEWED, "t4.1": State.DRAFT}


@hypothesis.given(texts=st.lists(TEXT, min_size=len(STATES), max_size=len(STATES)))
def test_whatever_is_written_as_xliff_comes_back(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    held = sample.interview()
    told = [
        (name, text, "" if STATES[name] is State.REVIEWED else None) for name, text in zip(STATES, texts, strict=True)
    ]
    english = {name: Translation(text, STATES[name], ARGOS, by=by) for name, text, by in told}
    file = tmp_path_factory.mktemp("out") / "sea.xlf"
    file.write_bytes(xliff(Material(held, english, {}, Vocabulary(), SiteConfig())))
    found, problems = collected(exchange.read_offers, file)
    assert problems == []
    assert [(offer.unit.id, offer.text, offer.by) for offer in found["sea"]] == told
    sources = {unit.id: unit.source for unit in store.units(held)}
    assert all(offer.unit.source == sources[offer.unit.id] for offer in found["sea"])
