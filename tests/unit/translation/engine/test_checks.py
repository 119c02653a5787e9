from __future__ import annotations

import pytest

from goftogu.translation.engine.checks import flags

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
