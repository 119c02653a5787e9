"""What stands in square brackets and is not said: the usual notes in both languages, and those of an archive."""

from __future__ import annotations

import pytest

from goftogu.conventions import stage_notes
from goftogu.model import StageNote

USUAL = {
    "vocal": """
        می‌خندد = laughs; خنده = laughter; با خنده = laughing; می‌خندند = they laugh; لبخند = smiles; با لبخند = smiling;
        پوزخند = sneers; می‌گرید = weeps; گریه = weeping; گریه می‌کند = cries; با گریه = crying; بغض = chokes up;
        با بغض = in a choked voice; آه = sighs; آه می‌کشد = sighs; سرفه = coughs; سرفه می‌کند = coughs; آهسته = quietly;
        زمزمه = whispers; با صدای بلند = loudly; می‌خواند = sings""",
    "kinesic": "سر تکان می‌دهد = nods; اشاره می‌کند = points; با اشاره = pointing; دست می‌زند = claps",
    "incident": """
        قطع ضبط = recording interrupted; قطع صدا = sound interrupted; پایان ضبط = end of recording;
        صدای زنگ = a bell rings; صدای تلفن = the telephone rings; زنگ تلفن = telephone rings; کف زدن حضار = applause;
        تشویق حضار = applause; موسیقی = music""",
    "pause": """
        مکث = pause; مکث می‌کند = pauses; مکث کوتاه = short pause; مکث طولانی = long pause; سکوت = silence;
        سکوت می‌کند = falls silent""",
    "unclear": "نامفهوم = unclear; ناواضح = inaudible; ناشنیدنی = inaudible; مفهوم نیست = unclear",
}
PAIRS = [(*pair.strip().split(" = "), kind) for kind, pairs in USUAL.items() for pair in pairs.split(";")]


@pytest.mark.parametrize(("persian", "english", "kind"), PAIRS)
def test_a_usual_note_is_known_in_both_languages(persian: str, english: str, kind: str) -> None:
    assert stage_notes.USUAL[stage_notes.key(persian)] == StageNote(persian, english, kind)
    known = stage_notes.USUAL[stage_notes.key(english)]
    assert (known.en, known.kind) == (english, kind)


def test_nothing_else_is_usual() -> None:
    assert {(note.fa, note.en, note.kind) for note in stage_notes.USUAL.values()} == set(PAIRS)
    assert tuple(USUAL) == stage_notes.KINDS


def test_of_two_with_one_english_the_first_is_meant() -> None:
    assert stage_notes.USUAL[stage_notes.key("sighs")].fa == "آه"
    assert stage_notes.USUAL[stage_notes.key("applause")].fa == "کف زدن حضار"


def test_a_note_of_the_archive_takes_the_place_of_the_usual_one() -> None:
    own = StageNote("خنده", "chuckles", "kinesic")
    known = stage_notes.table([own])
    assert known[stage_notes.key("خنده")] == known[stage_notes.key("chuckles")] == own
    assert known[stage_notes.key("laughter")].en == "laughter"


@pytest.mark.parametrize("text", ["مي خندد", "می‌خندد!", " می‌خندد… ", "می‌خندد،", "می خندد ."])
def test_a_note_may_be_spelt_in_other_ways(text: str) -> None:
    assert stage_notes.key(text) == stage_notes.key("می‌خندد")


def test_notes_are_used_once_and_in_their_order() -> None:
    texts = ["[مکث] نان [می‌خندد]", "آب", "[Laughs] [مکث] [باغ] \\[سکوت] [سکوت](x) [^1]"]
    assert [note.fa for note in stage_notes.used(texts, stage_notes.USUAL)] == ["مکث", "می‌خندد"]


@pytest.mark.parametrize(("count", "found"), [(0, 0), (1, 1), (60, 1), (61, 0)])
def test_a_note_has_at_most_sixty_letters(count: int, found: int) -> None:
    assert len(stage_notes.BRACKETS.findall(f"[{'x' * count}]")) == found
