"""What the pages of an interview say of its text."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from goftogu.content.transcript_language import TranscriptLanguage
from goftogu.model import Bilingual, Exchange, Language
from goftogu.pages import passages
from goftogu.translation.memory.entry import State, Translation
from tests import sample_site as sample
from tests import sites
from tests.talks import a_turn

RIVER = "content/interviews/river.md"


ANSWER = "آب آن زلال بود و میشد از آن نوشید."
RECEIVED = """گفت‌وگو دربارهٔ رودخانه

این گفت‌وگو کنار رودخانه انجام شده است.

پرسشگر: از رودخانه چه به یاد دارید؟
مریم احمدی: آب آن زلال بود و میشد از آن نوشید.
"""


def notice(root: Path, language: str, text: str, received: str = "", view: str = "") -> str:
    """Build the project with another answer and return what its page says of the text.

    Args:
        root: The project.
        language: Of the page.
        text: The answer.
        received: The answer in the file that was received; without it there is no such file.
        view: ``both``, or that of the language.
    """
    file = root / RIVER
    source = file.read_text(encoding="utf-8").replace(ANSWER, text)
    if received:
        source = source.replace("---\nاین", "source: {file: river.txt}\n---\nاین")
        (root / "content/received").mkdir()
        (root / "content/received/river.txt").write_text(RECEIVED.replace(ANSWER, received), encoding="utf-8")
    file.write_text(source, encoding="utf-8")
    sites.build(root)
    page = (root / f"output/{view or language}/river.html").read_text(encoding="utf-8")
    heading = "دربارهٔ این متن" if language == "fa" else "About this text"
    told = page.partition(f"<h2>{heading}</h2>")[2].partition("<h2>")[0]
    return " ".join(unescape(re.sub("<[^>]+>", " ", told)).split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("آب زلال بود.", "The Persian text is shown as it was received."),
        (
            "آب می شد و میرفت و باغ ها هم.",
            (
                "For easier reading, 1 half-space has been restored in the Persian text. "
                "2 spaces typed in place of half-spaces have been replaced by them. Nothing else was changed."
            ),
        ),
        ("آب می شد.", "1 space typed in place of a half-space has been replaced by one. Nothing else was changed."),
        (
            "آبي\u00a0زلال\u200f و خنک و روان و پاک بود.",
            (
                "1 letter is shown in its Persian form. "
                "2 invisible characters have been removed or replaced by spaces. Nothing else was changed."
            ),
        ),
    ],
)
def test_each_kind_of_change_is_counted_apart(tmp_path: Path, text: str, expected: str) -> None:
    assert notice(sites.make(tmp_path), "en", text, text) == expected


def test_the_persian_page_says_the_same(tmp_path: Path) -> None:
    text = "آب می شد و میرفت و باغ ها هم."
    assert notice(sites.make(tmp_path), "fa", text, text) == (
        "برای خوانایی بیشتر، ۱ نیم‌فاصله در متن فارسی بازگردانده شده است. "
        "۲ فاصله که به‌جای نیم‌فاصله تایپ شده بود، به نیم‌فاصله تبدیل شده است. چیز دیگری تغییر نکرده است."
    )


def test_an_archive_that_leaves_its_blanks_says_nothing_of_them(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    settings = root / "content/site.toml"
    settings.write_text("join_blanks = false\n" + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert notice(root, "en", "آب می شد.", "آب می شد.") == "The Persian text is shown as it was received."


@pytest.mark.parametrize("text", ["آب زلال بود.", "آب مي\u200cشد و میرفت."])
def test_without_a_file_nothing_is_claimed_of_it(tmp_path: Path, text: str) -> None:
    said = notice(sites.make(tmp_path), "en", text)
    assert "received" not in said
    assert "else" not in said


def test_a_file_that_cannot_be_read_is_no_ground_for_a_claim(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    said = notice(root, "en", "آب زلال بود.", "\ufffd\x00")
    assert said == ""


EDITS: dict[str, tuple[str, str, str]] = {
    "word changed": ("آب آن تیره بود.", "آب آن زلال بود.", "changed"),
    "negation": ("آب آن زلال نبود.", "آب آن زلال بود.", "changed"),
    "word added": ("آب آن بسیار زلال بود.", "آب آن زلال بود.", "added"),
    "word removed": ("آب زلال بود.", "آب آن زلال بود.", "removed"),
    "words moved": ("بود روشن و پاک و سرد آب آن رود", "آب آن رود بود روشن و پاک و سرد", "moved"),
    "digit": ("آب در سال ۱۳۴۱ زلال بود.", "آب در سال ۱۳۴۰ زلال بود.", "changed"),
}


@pytest.mark.parametrize(("text", "received", "kind"), EDITS.values(), ids=EDITS.keys())
def test_an_edit_is_told_on_every_page_and_in_the_downloads(
    tmp_path: Path, text: str, received: str, kind: str
) -> None:
    root = sites.make(tmp_path)
    english = "The archive has edited the text received in 1 place. See every change. Nothing else was changed."
    persian = "بایگانی متن دریافتی را در ۱ جا ویرایش کرده است. همهٔ تغییرها را ببینید. چیز دیگری تغییر نکرده است."
    assert notice(root, "en", text, received) == english
    site = sites.files(root / "output")
    for page in ("fa/river.html", "both/river.html"):
        shown = re.sub("<[^>]+>", " ", site[page].decode())
        assert persian in " ".join(shown.split()), page
    for name in ("river.fa.txt", "river.html", "river.tei.xml", "river.en.txt"):
        told = site[f"data/{name}"].decode()
        said = "has edited the text received in 1 place." if name != "river.fa.txt" else "متن دریافتی را در ۱ جا ویرایش"
        assert said in told, name
    assert f'"kind": "{kind}"' in site["data/river.json"].decode()
    assert f'<app type="{kind}"' in site["data/river.tei.xml"].decode()
    assert "<ins>" in site["fa/edits/river.html"].decode() or kind == "removed"


RESTORED = {
    "NBSP": ("آب آن زلال بود.", "آب\u00a0آن زلال بود."),
    "RLM": ("آب آن زلال بود.", "آب\u200f آن زلال بود."),
    "BOM": ("آب آن زلال بود.", "آب \ufeffآن زلال بود."),
    "Arabic letters": ("آب کسی می‌رود.", "آب كسي مي\u200cرود."),
    "half-space": ("آب می‌رود.", "آب میرود."),
}


@pytest.mark.parametrize(("text", "received"), RESTORED.values(), ids=RESTORED.keys())
def test_what_was_restored_by_hand_is_no_edit(tmp_path: Path, text: str, received: str) -> None:
    root = sites.make(tmp_path)
    assert "edited" not in notice(root, "en", text, received)
    site = sites.files(root / "output")
    assert not [path for path in site if "edits/" in path]
    for path in ("fa/river.html", "both/river.html", "data/river.tei.xml", "data/river.fa.txt"):
        assert "ویرایش کرده" not in site[path].decode()


SOUND, WRONG = "The sea is 30 metres deep.", "The sea is deep."
"""English of «عمق دریا ۳۰ متر است.»; the second one has lost a number."""


@pytest.mark.parametrize(
    ("english", "shown"),
    [
        ((SOUND, State.MACHINE), True),
        ((WRONG, State.MACHINE), False),
        ((WRONG, State.DRAFT), False),
        ((WRONG, State.REVIEWED), True),
        (("", State.MISSING), False),
    ],
)
def test_a_turn_has_its_english_as_a_whole_only_where_nothing_is_missing_or_doubtful(
    english: tuple[str, State], shown: bool
) -> None:
    deep = a_turn("t1", "مجری", (sample.paragraph("t1.1", "عمق دریا ۳۰ متر است."),), 0)
    held = replace(sample.interview(), turns=(deep,), exchanges=(Exchange("x-t1", ("t1",)),), sections=())
    text, state = english
    translations = {"t1.1": Translation(text, state, "argos x", by="Sara" if state is State.REVIEWED else None)}
    archive = sample.archive(held, translations=translations if text else {})
    (exchange,) = passages.make_reading(archive.alone(held), held, beside=False).exchanges
    (turn,) = exchange.turns
    assert turn.fa == "<p>عمق دریا ۳۰ متر است.</p>"
    assert turn.en == (f"<p>{text}</p>" if shown else "")
    assert turn.passages[0].doubtful is (text == WRONG and state is not State.REVIEWED)
    assert turn.state == str(state)
    assert (turn.numeral, turn.section) == (Bilingual("۱", "1"), None)


@pytest.mark.parametrize(
    ("second", "state"), [(State.MACHINE, "machine"), (State.DRAFT, ""), (State.REVIEWED, ""), (State.STALE, "")]
)
def test_a_turn_has_a_state_where_all_its_paragraphs_have_it(second: State, state: str) -> None:
    texts = (sample.paragraph("t1.1", "رشد می‌کند."), sample.paragraph("t1.2", "تندتر خواهد شد."))
    held = replace(
        sample.interview(),
        turns=(a_turn("t1", "مجری", texts, 0),),
        exchanges=(Exchange("x-t1", ("t1",)),),
        sections=(),
    )
    english = {"t1.1": Translation("It grows.", State.MACHINE, ""), "t1.2": Translation("Faster.", second, "")}
    archive = sample.archive(held, translations=english)
    (exchange,) = passages.make_reading(archive.alone(held), held, beside=False).exchanges
    (turn,) = exchange.turns
    assert turn.state == state
    assert bool(turn.en) is bool(state)
    assert [passage.anchor for passage in turn.passages] == ["t1.1", "t1.2"]
    assert turn.fa.count("<p") == 2


def test_the_states_of_a_text_are_those_of_what_is_translated() -> None:
    said = {"title": Translation("The Sea", State.REVIEWED, ""), "p1": Translation("Hello", State.ORIGINAL, "")}
    archive = sample.archive(translations=said)
    held = archive.interviews[0]
    made = passages.make_reading(archive.alone(held), held, beside=False)
    assert made.states == {"reviewed": 1, "missing": len(list(held.units())) - 2}


LISTS = {
    Language.FA: "- [سرو](people/sarv.html)\n- جو",
    Language.EN: "- [Sarv](people/sarv.html)\n- barley",
}


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("spoken", [TranscriptLanguage.PERSIAN, TranscriptLanguage.ENGLISH])
def test_a_list_is_a_block_in_both_languages_and_its_links_lead_where_it_is_shown(
    spoken: TranscriptLanguage, beside: bool
) -> None:
    original = spoken.edition
    listed = replace(sample.paragraph("p1", LISTS[original]), form="list")
    held = replace(sample.interview(), language=spoken, lede=listed)
    english = {"p1": Translation(LISTS[original.other], State.DRAFT, "draft: by hand")}
    made = passages.make_reading(sample.archive(held, translations=english).alone(held), held, beside=beside).lede
    assert made is not None
    fa, en = ("../fa/", "../en/") if beside else ("", "")
    assert made.block("fa") == f'<ul><li><a href="{fa}people/sarv.html">سرو</a></li>\n<li>جو</li></ul>'
    assert made.block("en") == f'<ul><li><a href="{en}people/sarv.html">Sarv</a></li>\n<li>barley</li></ul>'


@pytest.mark.parametrize(
    ("spoken", "language", "said", "shown"),
    [
        (TranscriptLanguage.PERSIAN, "ar", "أهلا", '<bdi lang="ar" dir="rtl">أهلا</bdi>'),
        (TranscriptLanguage.PERSIAN, "en", "Hello", '<bdi lang="en" dir="ltr">Hello</bdi>'),
        (TranscriptLanguage.PERSIAN, "de", "Guten Tag", '<bdi lang="de" dir="ltr">Guten Tag</bdi>'),
        (TranscriptLanguage.ENGLISH, "fa", "سلام", '<bdi lang="fa" dir="rtl">سلام</bdi>'),
    ],
)
def test_a_paragraph_in_another_language_says_so_and_has_its_translation_beside_it(
    spoken: TranscriptLanguage, language: str, said: str, shown: str
) -> None:
    held = replace(sample.interview(), language=spoken, lede=replace(sample.paragraph("p1", said), language=language))
    english = {"p1": Translation("…", State.DRAFT, "draft: by hand")}
    made = passages.make_reading(sample.archive(held, translations=english).alone(held), held, beside=False).lede
    assert made is not None
    assert (made[spoken.edition], made[spoken.edition.other]) == (shown, "…")
