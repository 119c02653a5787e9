from __future__ import annotations

import pytest

from goftogu.translation.quality import shape
from goftogu.translation.quality.flags import of_pair as flags

LONG = "روزهای اول هیچ‌کس را نمی‌شناختم، اما بعدها در همان محله دوستان خوبی پیدا کردم و زندگی برایم آسان‌تر شد."
ENGLISH = "In the first days I knew nobody, but later I found good friends in the same quarter, and life became easier."


def test_good_english_has_no_flags(pairs: list[tuple[str, str]]) -> None:
    assert {flags(source, target) for source, target in [*pairs, (LONG, ENGLISH)]} == {()}


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("ما ۷ فرزند بودیم.", "There were seven of us."),
        ("جلد ۱ در ۱۲ سال فروخته شد.", "The first volume was sold within twelve years."),
        ("قیمت آن ۱٬۲۰۰ تومان و ۳٫۵ درصد بود.", "It cost 1200 tomans and 3.5 percent."),
        ("ساعت ۲۱:۰۷", "21:07"),
        ("سهم آن ۳/۵ بود.", "Its share was 3.5."),
        ("سال‌های ۱۹۸۰", "The 1980s"),
        ("نه، نه، نه، نه، نه، نه، نه!", "No, I said, and no again!"),
        ("کار ما این بود و کار ما این بود.", "Our work was this and our work was this."),
        ("هاااااااا!", "Haaaaaaaa!"),
        ("…", ""),
        ("«بله.»", "“Yes.”"),
        ("او گفت.", "He said:"),
        ("BBC", "BBC"),
    ],
)
def test_no_false_alarm(source: str, target: str) -> None:
    assert flags(source, target) == ()


@pytest.mark.parametrize(
    ("flag", "source", "target"),
    [
        ("empty", "بله.", " "),
        ("echo", "سلام", "سلام"),
        ("persian", "به یزد رفتم.", "I went to یزد."),
        ("number", "در سال ۱۳۵۲ رفتم.", "In 1353 I went."),
        ("number", "در سال ۱۳۵۲ رفتم.", "I went that year."),
        ("number", "ما ۲ اتاق داشتیم.", "We had three rooms."),
        ("loop", LONG, ENGLISH.replace("nobody", "nobody nobody nobody")),
        ("loop", LONG, ENGLISH.replace("good friends", "goooooooood friends")),
        ("loop", LONG, "I found good friends and I found good friends and life became easier for me there."),
        ("length", LONG, ENGLISH[:50] + "."),
        ("length", LONG, ENGLISH * 2),
        ("question", "کجا به دنیا آمدید؟", "Where you were born."),
        ("ending", LONG, ENGLISH[: len(ENGLISH) // 2]),
    ],
)
def test_each_fault_is_found(flag: str, source: str, target: str) -> None:
    assert flag in flags(source, target)


def test_injected_faults_are_found(pairs: list[tuple[str, str]]) -> None:
    """On the sentences of the tiny package; at least 95 of 100 of each kind."""
    sentences = [(source, target) for source, target in [*pairs, (LONG, ENGLISH)] if source[-1] in ".؟"]
    faults = {
        "empty": [(source, "") for source, _ in sentences],
        "persian": [(source, f"{target[:-1]} {source.split()[0]}.") for source, target in sentences],
        "loop": [(source, target + " and so on" * 6) for source, target in sentences],
        "half": [(source, target[: len(target) // 2]) for source, target in sentences],
    }
    for kind, cases in faults.items():
        assert sum(bool(flags(*case)) for case in cases) >= 0.95 * len(cases), kind


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("بسیار بسیار خوب بود.", "It was very very good."),
        ("خیلی خیلی دور بود، خیلی دور.", "It was far far away, very far."),
        ("۱٬۲۰۰ نفر آمدند.", "1,200 people came."),
        ("۱۲۰۰ نفر آمدند.", "1,200 people came."),
        ("۱۲٬۵۰۰٬۰۰۰ تومان بود.", "It was 12,500,000 tomans."),
        ("روز ۰۷ تیر رفتم.", "I went on 7 Tir."),
        ("جمعیت 3,5 درصد رشد کرد.", "The population grew by 3,5 percent."),
        ("چرا؟ چون دور بود.", "Why? Because it was far."),
        ("پرسید: «کجا؟» و رفت.", "He asked: “Where?” and left."),
        ("او گفت که می‌آید…", "He said that he would come—"),
        ("باغ (و خانه) را فروخت.", "He sold the garden (and the house)."),
        ("ما و آنها", "We and they"),
        ("صفحهٔ ۱۲۳۴۵ را ببینید.", "See page 12345."),
        ("هووووووووو کرد و رفت.", "He went whoooooooosh and left."),
        ("----------", "----------"),
        ("ما خانه را دیدیم و ما خانه را رها کردیم.", "We saw the house and we left the house."),
        ("ما یک خانه داشتیم و ما یک باغ داشتیم.", "We had a house and we had a garden."),
        ("ما آن خانه را دیدیم، ما یک خانه دیدیم.", "We saw that house, we saw a house."),
        ("ما خانه را دیدیم و شما خانه را دیدید.", "We saw the house and you saw the house."),
    ],
)
def test_good_english_of_many_kinds_is_left_alone(source: str, target: str) -> None:
    assert flags(source, target) == ()


WORDS = [
    "zero none no", "one first once single a an", "two second twice both double", "three third triple", "four fourth",
    "five fifth", "six sixth", "seven seventh", "eight eighth", "nine ninth", "ten tenth", "eleven eleventh",
    "twelve twelfth dozen", "thirteen thirteenth", "fourteen fourteenth", "fifteen fifteenth", "sixteen sixteenth",
    "seventeen seventeenth", "eighteen eighteenth", "nineteen nineteenth", "twenty twentieth",
]  # fmt: skip


@pytest.mark.parametrize(("number", "words"), list(enumerate(WORDS)))
def test_a_number_may_be_written_in_words(number: int, words: str) -> None:
    for word in words.split():
        assert flags(f"در {number} اتاق بود.", f"It was in {word} room.") == ()
        assert flags(f"در {number + 1} اتاق ماند.", f"It was in {word} room.") == ("number",)


@pytest.mark.parametrize(
    ("expected", "source", "target"),
    [
        (("number",), "۱٬۲۰۰ نفر آمدند.", "1,20 people came then."),
        (("number",), "۱۲ و ۱۳ نفر آمدند.", "There came 12 people and more."),
        (("loop",), "بسیار خوب بود و بس.", "It was very very very good."),
        (("loop",), "او را دیدم و رفتم.", "I saw him and leeeeeeft."),
        (("question",), "او کجا رفت؟", "Where did he go."),
        (("ending",), "او به باغ بزرگ رفت و برنگشت.", "He went to the big"),
        (("persian",), "به یزد رفتم.", "I went to یزد."),
        (("echo", "persian", "signs"), "سلام بر شما، ای دوست", "سلام بر شما، ای دوست"),
        (("empty",), "۱۲", " \n"),
        ((), "…", " "),
    ],
)
def test_a_fault_has_its_flags_and_no_others(expected: tuple[str, ...], source: str, target: str) -> None:
    assert flags(source, target) == expected


@pytest.mark.parametrize(("length", "least", "most"), [(479, 307, 835), (119, 76, 207), (11, 3, 60)])
def test_the_length_may_vary_more_in_a_short_sentence(length: int, least: int, most: int) -> None:
    source = ("الف " * 120)[:length]
    for size, is_odd in ((least - 1, True), (least, False), (most, False), (most + 1, True)):
        assert ("length" in flags(source, ("ab" * 450)[:size])) is is_odd, size


@pytest.mark.parametrize(
    ("target", "again"),
    [
        ("no no no", True),
        ("very very good", False),
        ("no no yes yes", False),
        ("a b c d a b c d", True),
        ("one two three four five six a b c d a b c d", True),
        ("a b c d x a b c d", True),
        ("a b c d x y a b c d", False),
        ("a b c d x y z a b c d u v w a b c d", True),
        ("a b c a b c", False),
        ("a b c d a x c d b x", False),
        ("a b c d a b x d c x", False),
        ("a b c d a b c x a d x", False),
    ],
)
def test_four_words_again_at_once_or_thrice_are_a_loop(target: str, again: bool) -> None:
    assert shape.loops("باغ", target) is again


@pytest.mark.parametrize(("length", "is_odd"), [(240, False), (270, True)])
def test_even_a_single_letter_has_a_length_that_is_odd(length: int, is_odd: bool) -> None:
    assert shape.is_odd_length("و", "a" * length) is is_odd


@pytest.mark.parametrize(
    ("target", "is_garbled"),
    [
        ("the garden", False),
        ("X was there", False),
        ("Mr X was there", False),
        ("the BBC", False),
        ("the Mrs", False),
        ("the bcd", True),
    ],
)
def test_capitals_without_a_vowel_are_letters(target: str, is_garbled: bool) -> None:
    assert shape.is_garbled("باغ", target) is is_garbled


@pytest.mark.parametrize(
    ("source", "target", "is_unfinished"),
    [
        ("باغ بزرگ بود.", "The garden was", True),
        ("باغ بزرگ بود.", "The garden was large.", False),
        ("باغ بزرگ", "The garden of", False),
        ("باغ بزرگ بود.", "The garden of ours is large", False),
        (LONG, "In the first days I knew", True),
    ],
)
def test_what_ends_in_persian_ends_in_english(source: str, target: str, is_unfinished: bool) -> None:
    assert shape.is_unfinished(source, target) is is_unfinished
