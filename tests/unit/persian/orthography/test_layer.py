"""The half-spaces: what is restored, and what is never touched."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.persian.orthography import layer as orthography_layer
from goftogu.persian.orthography.layer import Change, Fault, Orthography

ZWNJ = "\u200c"
CASES = Path(__file__).parents[3] / "cases" / "orthography"
LINES = [
    pytest.param(line, id=f"{path.stem}:{number}")
    for path in sorted(CASES.glob("*.txt"))
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
    if line
]
_FORMS = "این زمینهای و میکنم گفتوگو خانهها بهوجود قلیزاده همکاریهای کتابخانه رفتهاند یک هیچ برای آبها".split()
# Runs that look like Persian: words that have a rule, letters, marks, half-spaces and everything else.
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(_FORMS),
        st.text(alphabet="ابپتدرزسشعفکگلمنوهیيكآأؤئةء\u064e\u0651\u0654\u0640\u200c \n«.", max_size=12),
        st.text(max_size=5),
    ),
    max_size=8,
).map(" ".join)


SHARED = orthography_layer.load()


@pytest.fixture(name="layer")
def fixture_layer() -> Orthography:
    return SHARED


def plain(text: str) -> str:
    return text.replace(ZWNJ, "")


@pytest.mark.parametrize("line", LINES)
def test_case(layer: Orthography, line: str) -> None:
    assert layer.restore(plain(line)) == line


@pytest.mark.parametrize("line", LINES)
def test_edited_text_stays(layer: Orthography, line: str) -> None:
    assert layer.restore(line) == line


@pytest.mark.parametrize("line", LINES)
def test_decomposed_text_gets_the_same_half_spaces(layer: Orthography, line: str) -> None:
    decomposed = layer.restore(unicodedata.normalize("NFD", plain(line)))
    assert unicodedata.normalize("NFC", decomposed) == unicodedata.normalize("NFC", line)


@given(text=TEXTS)
def test_only_inserts_and_only_once(text: str) -> None:
    layer = SHARED
    restored = layer.restore(text)
    assert plain(restored) == plain(text)
    assert len(restored) >= len(text)
    assert layer.restore(restored) == restored
    assert plain(layer.reading(text)) == plain(layer.reading(restored))


@given(text=TEXTS)
def test_explains_every_change(text: str) -> None:
    rebuilt, end = [], 0
    for change in SHARED.explain(text):
        assert text[change.start :].startswith(change.word)
        rebuilt += [text[end : change.start], change.restored]
        end = change.start + len(change.word)
    assert "".join(rebuilt) + text[end:] == SHARED.restore(text)


def test_what_is_not_persian_is_copied(layer: Orthography) -> None:
    text = "Tehran 1404-09-22, <b>می</b>\u00a0\u200f🙂 123 ۴۵۶\r\n\tآب"
    assert layer.restore(text) == text


def test_marks_and_arabic_letters_are_kept(layer: Orthography) -> None:
    assert layer.restore("مي‌كنم و ميكنم") == "مي‌كنم و مي‌كنم"
    assert layer.restore("كتابهاي") == "كتاب‌هاي"
    assert layer.restore("کِتابْهایِ ما") == "کِتابْ‌هایِ ما"
    assert layer.restore("خانـهها") == "خانـه‌ها"


def test_half_spaces_set_by_hand_win(layer: Orthography) -> None:
    assert layer.restore("کت‌ابها") == "کت‌ابها"
    assert layer.restore("نمی‌گوییمشان") == "نمی‌گوییمشان"
    assert layer.restore("کار‌ها و کارها") == "کار‌ها و کارها"
    assert layer.restore("گفت‌وگوهایی‌") == "گفت‌وگوهایی‌"


def test_missing_half_spaces_are_added_to_given_ones(layer: Orthography) -> None:
    assert layer.restore("نمایش‌نامهنویسها") == "نمایش‌نامه‌نویس‌ها"


def test_words_of_an_archive_win() -> None:
    layer = orthography_layer.load(None, {"سانتوشی": "سان‌توشی", "میدان": "می‌دان"}, ["خونریزی", "کتابها"])
    assert layer.restore("سانتوشی میدان خونریزی کتابها") == "سان‌توشی می‌دان خونریزی کتابها"
    assert layer.restore("سانتوشیها خونریزیها") == "سان‌توشی‌ها خونریزی‌ها"
    assert [change.rule for change in layer.explain("سانتوشی")] == ["archive"]


def test_a_spelling_with_other_letters_is_left_out() -> None:
    assert orthography_layer.load(None, {"گفتگو": "گفت‌وگو"}).restore("گفتگو") == "گفتگو"


def test_explain_tells_place_word_and_rule(layer: Orthography) -> None:
    assert layer.explain("او میرود. زمینهای برای کار") == [
        Change(3, "میرود", "می‌رود", "verb"),
        Change(10, "زمینهای", "زمینه‌ای", "context"),
    ]


def test_reading_shows_faults_fixed(layer: Orthography) -> None:
    assert layer.reading("\ufeffكتابهاي\u00a0علي\u200f") == "کتاب‌های علی"


def test_faults_are_told(layer: Orthography) -> None:
    assert layer.faults("علي\u00a0آمد\u202c") == [
        Fault(2, "ي", "ARABIC LETTER YEH", "ی"),
        Fault(3, "\u00a0", "NO-BREAK SPACE", " "),
        Fault(7, "\u202c", "POP DIRECTIONAL FORMATTING", ""),
    ]
    assert layer.faults("علی آمد") == []


def test_fault_names_are_those_of_unicode() -> None:
    for character, (name, _) in orthography_layer._FAULTS.items():
        assert unicodedata.name(character) == name


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orthography_layer, "_MEMORY", 2)
    layer = orthography_layer.load()
    assert layer.restore("میکنم میرود کتابها خانهها") == "می‌کنم می‌رود کتاب‌ها خانه‌ها"
    assert len(layer._memory) <= 2
