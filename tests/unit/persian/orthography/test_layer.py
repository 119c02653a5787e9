"""The half-spaces: what is restored, and what is never touched."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from goftogu.persian.orthography import differences
from goftogu.persian.orthography import layer as orthography_layer
from goftogu.persian.orthography.habit import Habit
from goftogu.persian.orthography.layer import Change, Fault, Orthography
from goftogu.translation.memory import keys

ZWNJ = "\u200c"
CASES = Path(__file__).parents[3] / "cases" / "orthography"


def cases(kind: str) -> Iterator[tuple[str, int, str]]:
    """Yield the lines of the files of a kind."""
    for path in sorted(CASES.glob(f"{kind}-*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            yield path.stem, number, line


LINES = [
    pytest.param(line, id=f"{path.stem}:{number}")
    for path in sorted(CASES.glob("*.txt"))
    if not path.stem.startswith(("blanks", "apart"))
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
    if line
]
_FORMS = "این زمینهای و میکنم گفتوگو خانهها بهوجود قلیزاده همکاریهای کتابخانه رفتهاند یک هیچ برای آبها".split()
TYPED = [pytest.param(line, id=f"{name}:{number}") for name, number, line in cases("blanks")]
APART = [pytest.param(line, id=f"{name}:{number}") for name, number, line in cases("apart")]
_TYPED = "می شود کتاب های خانه ی رفته ام ها بزرگ تر گفت و گو شان را ای اند بی خبر نمی دانم سرمایه گذاری".split()
# Runs that look like Persian: words that have a rule, letters, marks, half-spaces and everything else.
TEXTS = st.lists(
    st.one_of(
        st.sampled_from(_FORMS),
        st.sampled_from(_TYPED),
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


def bare(text: str) -> str:
    """Take the blanks and half-spaces out."""
    return plain(text).replace(" ", "").replace("\u00a0", "")


def typed(line: str) -> str:
    """Type blanks in place of half-spaces, and where a case marks what no half-space would show."""
    return line.replace(ZWNJ, " ").replace("|", " ")


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


@pytest.mark.parametrize("line", TYPED)
def test_blanks_are_read_as_half_spaces(layer: Orthography, line: str) -> None:
    assert layer.restore(typed(line)) == line.replace("|", "")


@pytest.mark.parametrize("line", TYPED)
def test_what_has_been_joined_stays(layer: Orthography, line: str) -> None:
    assert layer.restore(line.replace("|", "")) == line.replace("|", "")


@pytest.mark.parametrize("line", APART)
def test_what_is_apart_stays_apart(layer: Orthography, line: str) -> None:
    assert layer.restore(line) == line


def test_there_are_enough_cases() -> None:
    assert len(TYPED) >= 200
    assert len(APART) >= 200


@given(text=TEXTS)
def test_without_joining_only_half_spaces_are_inserted(text: str) -> None:
    restored = SHARED.restore(text, Habit.SET)
    assert plain(restored) == plain(text)
    assert len(restored) >= len(text)
    assert SHARED.restore(restored, Habit.SET) == restored


@given(text=TEXTS)
def test_only_blanks_and_half_spaces_differ(text: str) -> None:
    restored = SHARED.restore(text, Habit.BLANKS)
    assert bare(restored) == bare(text)
    assert restored.count("\n") == text.count("\n")
    assert restored.count(" ") <= text.count(" ")
    found = differences.compare(text, restored)
    assert (found.reshaped, found.unseen) == (0, 0)
    assert found.joined == len(re.findall("[ \u00a0]", text)) - len(re.findall("[ \u00a0]", restored))


@example("می می زمینهای")
@example("می سرمایه های")
@example("می قلیزاده ام")
@example("می می رئ")
@given(text=TEXTS)
def test_a_second_reading_changes_nothing(text: str) -> None:
    restored = SHARED.restore(text, Habit.BLANKS)
    assert SHARED.restore(restored, Habit.BLANKS) == restored


@given(text=TEXTS)
def test_the_translation_finds_its_text(text: str) -> None:
    assert keys.key(SHARED.reading(text, Habit.BLANKS)) == keys.key(SHARED.reading(text, Habit.SET))


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
    assert [fault.start for fault in layer.faults("علي\nباغ\nآمد\u202c")] == [2, 11]


def test_fault_names_are_those_of_unicode() -> None:
    for character, (name, _) in orthography_layer._FAULTS.items():
        assert unicodedata.name(character) == name


SHOWN = {
    "\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9", "\u00a0": " ",
    **dict.fromkeys("\ufeff\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),
}  # fmt: skip


@pytest.mark.parametrize(("code", "shown"), SHOWN.items(), ids=[f"U+{ord(code):04X}" for code in SHOWN])
def test_each_fault_is_shown_as_persian_has_it(layer: Orthography, code: str, shown: str) -> None:
    assert layer.reading(f"باغ{code}سبز") == f"باغ{shown}سبز"
    assert [fault.shown for fault in layer.faults(f"باغ{code}سبز")] == [shown]
    assert layer.restore(f"باغ{code}سبز") == f"باغ{code}سبز"


@pytest.mark.parametrize(
    ("received", "shown"),
    [
        ("ﻣﻬﺘﺎب ﻛﺘﺎبﻫﺎ را دﯾﺪ", "مهتاب کتاب‌ها را دید"),
        ("ﺳﻼم ﻷن", "سلام لأن"),
        ("نامه¬ها را می¬سوزاند", "نامه‌ها را می‌سوزاند"),
        ("ﷲ و ﷺ", "ﷲ و ﷺ"),
        ("\ufb50 \ufdc7 \ufdf0", "\u0671 نجی \ufdf0"),
        ("\ufe70 \ufe80 \ufefc", "\ufe70 ء لا"),
        ("گزارهٔ ¬p یا p¬q", "گزارهٔ ¬p یا p¬q"),
    ],
)
def test_what_old_programs_and_pdf_files_leave_is_shown_as_persian_has_it(
    layer: Orthography, received: str, shown: str
) -> None:
    assert layer.reading(received) == shown
    assert layer.faults(shown) == []
    changed = sum(fault.found != "\u00ac" for fault in layer.faults(received))
    found = differences.compare(received, shown)
    assert (found.reshaped, found.unseen, found.joined) == (changed, 0, 0)
    assert found.restored == shown.count("\u200c")


def test_shapes_of_letters_have_one_name(layer: Orthography) -> None:
    assert {fault.name for fault in layer.faults("ﻣﻬﺘﺎب می¬رود")} == {"ARABIC PRESENTATION FORM", "NOT SIGN"}


def test_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orthography_layer, "_MEMORY", 2)
    layer = orthography_layer.load()
    assert layer.restore("میکنم میرود کتابها خانهها") == "می‌کنم می‌رود کتاب‌ها خانه‌ها"
    assert len(layer._spelled) <= 2


def test_explain_tells_what_was_joined(layer: Orthography) -> None:
    assert layer.explain("او می رود.\nخانه های شان و کار ها؛ میگوید") == [
        Change(3, "می رود", "می‌رود", "verb"),
        Change(11, "خانه های شان", "خانه‌های‌شان", "owner"),
        Change(26, "کار ها", "کارها", "plural"),
        Change(34, "میگوید", "می‌گوید", "verb"),
    ]


def test_a_line_end_is_no_blank(layer: Orthography) -> None:
    assert layer.restore("او می\nشود و کتاب\nها") == "او می\nشود و کتاب\nها"


def test_two_blanks_are_meant(layer: Orthography) -> None:
    assert layer.restore("می  شود") == "می  شود"


def test_a_half_space_beside_a_blank_is_one(layer: Orthography) -> None:
    assert layer.restore("می‌ شود و می ‌شود و می\u00a0شود") == "می‌شود و می‌شود و می‌شود"


def test_alef_maksura_is_read_as_ye_in_the_filter_as_on_pages(layer: Orthography) -> None:
    assert layer.restore("مىگویند و نمى دانم") == "مى‌گویند و نمى‌دانم"
    assert layer.reading("مىگویند و نمى دانم") == "می‌گویند و نمی‌دانم"


def test_joining_can_be_switched_off() -> None:
    layer = orthography_layer.load(join=False)
    assert layer.restore("نمی دانم و میگویم") == "نمی دانم و می‌گویم"


def test_an_archive_decides_about_its_own_words() -> None:
    layer = orthography_layer.load(None, {"باغچه‌بان": "باغچه‌بان"}, ["می شود"])
    assert layer.restore("باغچه بان را می شود دید") == "باغچه‌بان را می شود دید"
    assert [change.rule for change in layer.explain("باغچه بان")] == ["archive"]


def test_who_sets_half_spaces_means_blanks(layer: Orthography) -> None:
    text = "می‌گویند که او گفت و گو را می‌خواهد؛ نمی‌دانم چرا می‌رود و کتاب‌ها را می‌برد."
    assert layer.restore(text) == text
    assert layer.habit(text) == Habit.SET


@pytest.mark.parametrize(("words", "habit"), [(38, Habit.BLANKS), (39, Habit.SET)])
def test_one_blank_for_a_half_space_among_forty_words_is_usual(layer: Orthography, words: int, habit: Habit) -> None:
    assert layer.habit("می‌گویند " * words + "می شود") == habit


def test_who_joins_words_means_blanks(layer: Orthography) -> None:
    assert layer.habit("میگویند گفت و گو را میخواهد، نمیدانم چرا میرود و کتابها را میبرد.") == Habit.SET


def test_who_does_both_is_trusted_with_endings_only(layer: Orthography) -> None:
    text = "می‌گویند او می‌رود، نمی‌خواهد بماند، خانه‌اش را می‌فروشد، ولی " + "باغ و درخت و آب و خاک و سنگ " * 7
    mixed = f"{text} گفت و گو می شود."
    assert layer.habit(mixed) == Habit.MIXED
    assert layer.restore(mixed) == f"{text} گفت و گو می‌شود."


def test_a_reader_knows_the_habit_of_the_whole_text(layer: Orthography) -> None:
    whole = "میگویند او میرود، نمیخواهد بماند، خانهاش را میفروشد.\nگفت و گو"
    assert layer.reader(whole)("گفت و گو") == "گفت و گو"
    assert layer.reader("گفت و گو")("گفت و گو") == "گفت‌وگو"


def test_a_long_text_is_sampled(layer: Orthography) -> None:
    assert layer.habit("باغ و درخت\n" + "می‌گویند\n" * 30) == Habit.SET
    assert layer.habit("باغ و درخت\n" * 10_000 + "می شود\n" * 30) == Habit.BLANKS


@pytest.mark.parametrize("line", [line for name, _, line in cases("apart") if name == "apart-languages"])
def test_other_languages_keep_their_letters(layer: Orthography, line: str) -> None:
    assert layer.reading(f"{line}\nعلي مي رود") == f"{line}\nعلی می‌رود"
    assert layer.faults(line) == []
    assert layer.explain(line) == []
