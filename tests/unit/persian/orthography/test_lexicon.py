"""The compiled lexicon and its cache."""

from __future__ import annotations

import marshal
import subprocess
import sys
from pathlib import Path

import pytest

from goftogu.persian.orthography import lexicon
from goftogu.persian.orthography.letters import ZWNJ, fold
from goftogu.persian.orthography.lexicon import Lexicon
from tests import caches


@pytest.fixture(scope="module", name="whole")
def fixture_whole() -> Lexicon:
    return lexicon.load()


@pytest.fixture(name="cache")
def fixture_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a lexicon of few words, quick to compile, and return the folder of its cache."""
    texts = ["کتاب\t3\tN\nمی‌خانه\t0\tN\nناهار\t5\t0\n", "رفت#رو\n"] + ["# nothing\n"] * 16
    files = [tmp_path / f"{number}.txt" for number in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    monkeypatch.setattr(lexicon, "_sources", lambda: files)
    return tmp_path / "cache"


def test_cached_and_compiled_are_equal(cache: Path) -> None:
    compiled = lexicon.load()
    assert compiled.words == {"کتاب"}
    assert lexicon.load(cache) == compiled
    assert lexicon.load(cache) == compiled
    assert len(caches.names(cache)) == 1


def test_a_warm_start_compiles_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = lexicon.load(cache)
    monkeypatch.setattr(lexicon, "_compile", None)
    assert lexicon.load(cache) == first


@pytest.mark.parametrize("content", [b"", b"short", bytes(5000), b"\0" * 16 + marshal.dumps(1)])
def test_a_damaged_cache_is_rebuilt(cache: Path, content: bytes) -> None:
    expected = lexicon.load(cache)
    (file,) = cache.iterdir()
    file.write_bytes(content or file.read_bytes()[:-9])
    assert lexicon.load(cache) == expected


def test_a_cache_that_cannot_be_written_is_no_obstacle(cache: Path) -> None:
    cache.touch()
    assert lexicon.load(cache / "deep").words


def test_other_data_has_another_cache(cache: Path) -> None:
    first = lexicon.load(cache)
    (cache.parent / "1.txt").write_text("گفت#گو\n", "utf-8")
    assert lexicon.load(cache) != first
    assert len(caches.names(cache)) == 2


def test_hazm_is_not_imported() -> None:
    code = (
        "import sys; from goftogu.persian.orthography import lexicon; lexicon.load(); sys.exit('hazm' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[4]).returncode == 0


def test_what_the_lexicon_holds(whole: Lexicon) -> None:
    assert {"کتاب", "خانه", "میدان"} <= whole.words
    assert whole.words.isdisjoint(whole.spellings)
    assert whole.spellings["گفتوگو"] == "گفت‌وگو"
    assert {"بزرگ", "زیبا"} <= whole.degrees
    assert whole.degrees.isdisjoint({"خانه", "میدان", "نان", "رفتن"})
    assert {"آبادان", "ارکستر"} <= whole.wholes
    assert whole.wholes.isdisjoint({"بزرگتر", "زیباتر"})
    assert {"رفت", "خواند", "خوند", "تونست"} <= whole.past
    assert {"رو", "خوان", "خون", "ترسان"} <= whole.present


def test_wrong_spellings_are_mended(whole: Lexicon) -> None:
    for word in ("جوانی", "پژوهشگر", "همچنین", "سخنگو"):
        assert whole.spellings.get(word, word) == word
    assert whole.spellings["نمایشنامهنویس"] == "نمایش‌نامه‌نویس"


def test_every_spelling_is_folded_and_its_half_spaces_show(whole: Lexicon) -> None:
    for key, spelling in whole.spellings.items():
        assert spelling.replace(ZWNJ, "") == key == fold(key)
        assert ZWNJ not in {spelling[0], spelling[-1]}


def test_no_word_is_listed_as_both_joined_and_set_apart() -> None:
    joined, spellings = (
        {fold(word) for word in lexicon._entries((lexicon._OWN / name).read_text("utf-8").splitlines())}
        for name in ("joined.txt", "spellings.txt")
    )
    assert joined.isdisjoint(spellings)


def test_the_lists_do_not_gainsay_each_other(whole: Lexicon) -> None:
    lists = whole.lists
    assert lists["plural-first"].isdisjoint(word[:-1] for word in lists["singular-first"])
    assert lists["free-tails"] <= lists["tails"]
