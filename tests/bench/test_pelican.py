"""The comparison with Pelican: the same words in its form, an environment of its own, and no page lost unseen."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench import corpus, pelican, pelican_corpus
from bench.pelican import PelicanSite
from bench.processes import Cost


def head_and_text(article: str) -> tuple[dict[str, str], list[str]]:
    head, _, text = article.partition("\n\n")
    return dict(line.split(": ", 1) for line in head.splitlines()), text.strip().split("\n\n")


@pytest.mark.parametrize("language", ["fa", "en"])
def test_an_article_has_the_words_of_the_interview(language: str) -> None:
    (interview,) = corpus.interviews(1)
    head, turns = head_and_text(pelican_corpus.article(interview, language))
    assert head["Title"] == interview.titles[language]
    assert (head["Date"], head["Slug"], head["Lang"]) == (interview.date, interview.id, language)
    labels, texts = zip(*(turn.removeprefix("**").split(":** ") for turn in turns), strict=True)
    assert texts == interview.turns[language]
    assert labels == tuple(corpus.label(language, turn) for turn in range(30))


def test_topics_are_tags_in_the_language_of_the_article() -> None:
    (interview,) = corpus.interviews(1)
    words = {corpus.topic_id(topic): corpus.topic_word(topic) for topic in range(60)}
    persian, english = (head_and_text(pelican_corpus.article(interview, each))[0]["Tags"] for each in ("fa", "en"))
    assert persian.split(", ") == [words[topic] for topic in interview.topics]
    assert english.split(", ") == [topic.title() for topic in interview.topics]


def test_an_archive_is_articles_and_their_translations(tmp_path: Path) -> None:
    pelican_corpus.write(tmp_path, 3)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")}
    names = {f"content/{language}/interview-0000{number}.md" for language in ("fa", "en") for number in range(3)}
    assert written == names | {pelican_corpus.SETTINGS}


def test_the_settings_name_the_plugin_and_every_language(tmp_path: Path) -> None:
    pelican_corpus.write(tmp_path, 1)
    settings: dict[str, Any] = {}
    exec((tmp_path / pelican_corpus.SETTINGS).read_text(encoding="utf-8"), settings)  # noqa: S102  they are Python
    assert settings["PLUGINS"] == ["i18n_subsites"]
    assert settings["DEFAULT_LANG"] == "fa"
    assert list(settings["I18N_SUBSITES"]) == ["en"]
    assert not settings["SITEURL"].endswith("/")
    assert settings["CATEGORY_FEED_ATOM"] is settings["TRANSLATION_FEED_ATOM"] is None


def test_the_packages_are_pinned_and_come_from_no_address() -> None:
    assert all(re.fullmatch(r"[a-z0-9-]+(\[[a-z]+\])?==[\d.]+\.\*", package) for package in pelican.PACKAGES)


def test_pelican_is_installed_into_an_environment_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def done(words: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        commands.append(words)
        return subprocess.CompletedProcess(words, 0, "", "")

    monkeypatch.setattr("subprocess.run", done)
    python = pelican.install(tmp_path / "own")
    assert Path(python).is_relative_to(tmp_path / "own")
    assert commands[0] == [sys.executable, "-m", "venv", str(tmp_path / "own")]
    assert commands[1][:4] == [python, "-m", "pip", "install"]
    assert set(pelican.PACKAGES) <= set(commands[1])


def test_what_pip_says_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failed(words: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(words, int("pip" in words), "", "no network")

    monkeypatch.setattr("subprocess.run", failed)
    with pytest.raises(SystemExit, match=r"Pelican could not be installed:\nno network"):
        pelican.install(tmp_path)


def test_a_build_of_pelican_has_a_page_for_each_interview(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = PelicanSite(tmp_path, 2, "python")
    outputs: list[Path] = []

    def run(words: list[str], *, python: str, folder: Path) -> Cost:
        assert (python, folder) == ("python", tmp_path)
        output = Path(words[words.index("--output") + 1])
        assert not output.exists()
        outputs.append(output)
        (output / "en").mkdir(parents=True)
        pages = ("interview-0.html", "interview-1.html", "en/interview-0.html", "en/interview-1.html")
        for page in pages[: 4 if len(outputs) == 1 else 3]:
            (output / page).touch()
        return Cost(1, 2)

    monkeypatch.setattr(pelican, "run", run)
    assert site.cold() == Cost(1, 2)
    with pytest.raises(SystemExit, match=r"Pelican made 1 of 2 pages in “en”"):
        site.cold()


def test_the_archive_is_written_by_a_process_of_its_own(tmp_path: Path) -> None:
    PelicanSite(tmp_path / "site", 1, "python").prepare()
    (made_up,) = corpus.interviews(1)
    file = tmp_path / "site/content/en/interview-00000.md"
    assert file.read_text(encoding="utf-8") == pelican_corpus.article(made_up, "en")
