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
from goftogu.translation.exchange import Fate
from goftogu.translation.memory import store
from goftogu.translation.memory.approval import Reviewer
from goftogu.translation.memory.memory import Memory, State, Translation, Unit
from goftogu.translation.offers.offer import Offer
from goftogu.translation.offers.read import read_offers
from tests import sample_site as sample
from tests.collecting import collected

ARGOS = "argos translate-fa_en 1.5"
OMID = Reviewer("Omid", "2026-11-27")


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
        offers, problems = collected(read_offers, tmp_path / name)
        assert problems == []
        assert list(offers) == ["sea"]
        fates = exchange.take(memory, store.units(interview), offers["sea"])
        assert dict(fates) == dict.fromkeys(("t1.1", "t2.1", "t2.2", "t3.1"), Fate.SAME)
        assert memory.dump() == before


def test_a_translator_works_in_xliff(memory: Memory, interview: Interview, tmp_path: Path) -> None:
    text = xliff(given(memory, interview)).decode()
    text = text.replace("English &amp; &lt;t1.1&gt;", "<g id='1'>Better</g> English")
    text = text.replace('id="t2.2" approved="no"', 'id="t2.2" approved="yes"')
    text = text.replace("English &amp; &lt;t2.1&gt;", "Not read").replace('id="t2.1" approved="yes"', 'id="t2.1"')
    text = text.replace('state="final"', 'state="translated"')
    (tmp_path / "a.xliff").write_text(text, encoding="utf-8")
    offers, _ = collected(read_offers, tmp_path / "a.xliff")
    fates = exchange.take(memory, store.units(interview), offers["sea"], OMID)
    assert fates == [
        ("t1.1", Fate.CHANGED),
        ("t2.1", Fate.KEPT),
        ("t2.2", Fate.APPROVED),
        ("t3.1", Fate.SAME),
    ]
    found = english(memory, interview)
    assert (found["t1.1"].text, found["t1.1"].state) == ("Better English", State.DRAFT)
    assert found["t1.1"].origin == f"edited: {ARGOS}"
    assert (found["t2.2"].state, found["t2.2"].by, found["t2.2"].day) == (State.REVIEWED, "Omid", "2026-11-27")
    assert (found["t2.1"].state, found["t2.1"].by) == (State.REVIEWED, "Sara")


def test_what_was_approved_here_gives_way_to_what_was_approved_there(memory: Memory, interview: Interview) -> None:
    units = store.units(interview)
    unit = next(unit for unit in units if unit.id == "t2.1")
    assert exchange.take(memory, units, [Offer(unit, "Newer", "Omid")], Reviewer("nobody")) == [("t2.1", Fate.APPROVED)]
    assert memory.lookup(unit).by == "Omid"
    assert memory.lookup(unit).text == "Newer"


def test_what_belongs_to_another_text_is_refused(memory: Memory, interview: Interview) -> None:
    offers = [Offer(Unit("t1.1", "متن دیگر"), "x", None), Offer(Unit("t99", "متن"), "x", None)]
    fates = exchange.take(memory, store.units(interview), offers)
    assert fates == [("t1.1", Fate.ANOTHER), ("t99", Fate.UNKNOWN)]


def test_stale_english_comes_back_read_again(memory: Memory, interview: Interview) -> None:
    unit = next(unit for unit in store.units(interview) if unit.id == "t3.1")
    offer = Offer(unit, memory.lookup(unit).text, "")
    assert exchange.take(memory, store.units(interview), [offer]) == [("t3.1", Fate.APPROVED)]
    assert memory.lookup(unit).state is State.REVIEWED


def test_a_missing_text_comes_from_elsewhere(memory: Memory, interview: Interview) -> None:
    unit = next(unit for unit in store.units(interview) if unit.id == "t4.1")
    assert exchange.take(memory, store.units(interview), [Offer(unit, "Kept", None)]) == [("t4.1", Fate.CHANGED)]
    assert (memory.lookup(unit).state, memory.lookup(unit).origin) == (State.DRAFT, "edited: elsewhere")


def test_the_round_trip_of_an_editor_of_po_files(memory: Memory, interview: Interview, tmp_path: Path) -> None:
    """Poedit's conventions: a header of its own, wrapped lines, a translator's comment, fuzzy cleared on editing."""
    memory.save(tmp_path / "sea.po")
    theirs = polib.pofile(str(tmp_path / "sea.po"), wrapwidth=79)
    theirs.metadata.update({"X-Generator": "Poedit 3.4.2", "Last-Translator": "Omid <omid@example.org>"})
    entry = next(entry for entry in theirs if entry.msgctxt == "t1.1")
    entry.msgstr, entry.tcomment, entry.flags = "A careful translation. " * 8, "ask Sara", []
    theirs.save(newline="\r\n")
    offers, problems = collected(read_offers, tmp_path / "sea.po")
    assert problems == []
    fates = dict(exchange.take(memory, store.units(interview), offers["sea"], OMID))
    assert fates == {"t1.1": Fate.APPROVED, "t2.1": Fate.SAME, "t2.2": Fate.SAME, "t3.1": Fate.SAME}
    found = english(memory, interview)
    assert (found["t1.1"].state, found["t1.1"].by) == (State.REVIEWED, "Omid")
    assert found["t1.1"].text == ("A careful translation. " * 8).strip()
    assert found["t2.1"].by == "Sara"


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
    found, problems = collected(read_offers, file)
    assert problems == []
    assert [(offer.unit.id, offer.text, offer.by) for offer in found["sea"]] == told
    sources = {unit.id: unit.source for unit in store.units(held)}
    assert all(offer.unit.source == sources[offer.unit.id] for offer in found["sea"])


def offered(memory: Memory, interview: Interview, *offers: Offer, reviewer: Reviewer | None = None) -> list[Fate]:
    return [fate for _, fate in exchange.take(memory, store.units(interview), offers, reviewer)]


def unit_of(interview: Interview, name: str) -> Unit:
    return next(unit for unit in store.units(interview) if unit.id == name)


def test_what_belongs_to_an_earlier_persian_there_is_not_taken(memory: Memory, interview: Interview) -> None:
    unit = unit_of(interview, "t1.1")
    assert offered(memory, interview, Offer(unit, "Other", "Sara", is_stale=True)) == [Fate.STALE]
    assert offered(memory, interview, Offer(unit, "English & <t1.1>", None, is_stale=True)) == [Fate.SAME]


def test_a_file_without_line_breaks_changes_no_poem(memory: Memory) -> None:
    poem, line = Unit("p1", "یک\nدو"), Unit("p2", "سه")
    memory.merge([poem, line])
    memory.record(poem, "One\ntwo", ARGOS)
    memory.record(line, "Three", ARGOS)
    flat = [Offer(poem, "One two", None, is_flat=True), Offer(poem, "Once twice", None, is_flat=True)]
    flat.append(Offer(line, "Third", None, is_flat=True))
    assert [fate for _, fate in exchange.take(memory, [poem, line], flat)] == [Fate.SAME, Fate.LINES, Fate.CHANGED]


def test_an_offer_without_an_id_is_for_every_paragraph_with_its_persian(memory: Memory) -> None:
    units = [Unit("t1", "بله."), Unit("t2", "نه."), Unit("t3", "بله.")]
    offers = [Offer(Unit("", "بله."), "Yes.", None), Offer(Unit("", "هرگز."), "Never.", None)]
    assert exchange.take(memory, units, offers) == [("t1", Fate.CHANGED), ("t3", Fate.CHANGED)]
    more = [Offer(Unit(name, text), "Never.", None) for name, text in (("t9", "هرگز."), ("", "هیچ‌گاه."))]
    assert exchange.absent(units, [*offers, *more]) == 2


def test_what_was_approved_there_on_a_day_keeps_it(memory: Memory, interview: Interview) -> None:
    unit = unit_of(interview, "t1.1")
    offer = Offer(unit, "Good", "Sara", day="2026-11-01")
    assert offered(memory, interview, offer, reviewer=OMID) == [Fate.APPROVED]
    assert (memory.lookup(unit).by, memory.lookup(unit).day) == ("Sara", "2026-11-01")
    assert memory.earlier(unit)[0].text == "English & <t1.1>"


def mended(memory: Memory, folder: Path, **head: str) -> Path:
    """Return a copy of the memory in which somebody has mended what Sara had approved, in an editor or by hand."""
    file = folder / "sea.PO"
    memory.save(file)
    theirs = polib.pofile(str(file), wrapwidth=0)
    theirs.metadata.update({name.replace("_", "-"): value for name, value in head.items()})
    entry = next(entry for entry in theirs if entry.msgctxt == "t2.1")
    entry.msgstr = "A mended text"
    theirs.save()
    return file


MINA = {"PO_Revision_Date": "2026-11-26 09:00+0330", "Last_Translator": "Mina <mina@example.org>"}


@pytest.mark.parametrize(
    ("head", "reviewer", "by"),
    [({}, Reviewer(), ""), ({}, OMID, "Omid"), (MINA, Reviewer(), "Mina"), (MINA, OMID, "Omid")],
)
def test_a_mended_approval_is_never_left_out_in_silence(
    memory: Memory, tmp_path: Path, head: dict[str, str], reviewer: Reviewer, by: str
) -> None:
    offers, problems = collected(read_offers, mended(memory, tmp_path, **head), reviewer=reviewer)
    assert problems == []
    units = store.units(sample.interview())
    fates = dict(exchange.take(memory, units, offers["sea"], reviewer))
    assert fates["t2.1"] is (Fate.APPROVED if by else Fate.KEPT)
    now = memory.lookup(next(unit for unit in units if unit.id == "t2.1"))
    assert (now.state, now.by, now.text == "A mended text") == (State.REVIEWED, by or "Sara", bool(by))
