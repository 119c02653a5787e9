"""An archive in Persian alone: its site has no English, it asks for none, and English can be added later."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from goftogu.cli import main
from tests import sites

SETTINGS = """languages = ["fa"]
url = "https://example.org/archive/"
offline = true
corrections = "mailto:rud@example.org"
title = {fa = "بایگانی رود"}
description = {fa = "گفت‌وگوهایی از کنار رود."}
editor = {fa = "انجمن رود"}
rights = {fa = "متن‌ها از آنِ گویندگان است."}
"""
PEOPLE = """[ahmadi]
name = {fa = "مریم احمدی"}
description = {fa = "ماهیگیر"}
public = true
"""
TOPICS = """[river]
fa = "رودخانه"
alt = {fa = ["شط"]}
scope = {fa = "آب‌های روان."}
triggers = ["رودخانه"]
"""
PLACES = """[karun]
name = {fa = "کارون"}
"""
REDIRECTS = """[withdrawn.sea]
fa = "به خواست گوینده برداشته شد."

[renamed]
stream = "river"
"""
RIVER = "content/interviews/river.md"
WORDS = re.compile(r"\b(?:the|and|turn|English|translation|Interview|withheld)\b")
"""Words that any English text of the program would have one of; none of them is markup."""


def archive(folder: Path) -> Path:
    """Make an archive in Persian alone, with something of everything that could ask for English."""
    root = sites.make(folder)
    for name, text in (
        ("site", SETTINGS),
        ("people", PEOPLE),
        ("topics", TOPICS),
        ("places", PLACES),
        ("redirects", REDIRECTS),
    ):
        (root / f"content/{name}.toml").write_text(text, encoding="utf-8")
    (root / "content/pages").mkdir()
    (root / "content/pages/about.fa.md").write_text("# درباره\n\nدربارهٔ رود.\n", encoding="utf-8")
    text = (root / RIVER).read_text(encoding="utf-8")
    text = text.replace("آب آن", "آب کارون[^1]")
    known = "rights: {holder: ahmadi, statement: {fa: برای خواندن}}\ncontributors: {camera: نیما}\n---\nاین"
    text = text.replace("---\nاین", known)
    (root / RIVER).write_text(f"{text}\n[^1]: پرآب‌ترین رود.\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the site, with those inside of its books."""
    root = archive(tmp_path_factory.mktemp("alone") / "project")
    report = sites.build(root)
    assert list(report.problems) == []
    assert next(str(line) for line in report.summary(failed=False)).endswith("; Persian alone")
    found = sites.files(root / "output")
    for path in [path for path in found if path.endswith(".epub")]:
        with zipfile.ZipFile(io.BytesIO(found[path])) as book:
            found |= {f"{path}/{name}": book.read(name) for name in book.namelist()}
    return found


def texts(site: dict[str, bytes]) -> dict[str, str]:
    """Return what people and programs read, without tags and without what is the same in every archive."""
    kept = {path: data for path, data in site.items() if not path.startswith(("static/", ".", "robots"))}
    return {path: data.decode() for path, data in kept.items() if not path.endswith((".epub", "style.css", ".woff2"))}


def test_there_is_no_page_for_a_second_language(site: dict[str, bytes]) -> None:
    assert {path.partition("/")[0] for path in site if path.endswith(".html")} == {
        "fa",
        "index.html",
        "404.html",
        "data",
    }
    assert not any("progress" in path or path.endswith((".en.txt", ".tmx", ".xlf", ".tsv")) for path in site)


def test_no_page_and_no_file_has_an_english_text(site: dict[str, bytes]) -> None:
    markup = re.compile(r'<(style|script)\b.*?</\1>|<dc:type>Interview|<[^>]+>|"\w+":', re.DOTALL)
    shown = {path: markup.sub(" ", text) for path, text in texts(site).items()}
    assert {path: found for path, text in shown.items() if (found := WORDS.findall(text))} == {}


def test_no_address_or_language_of_the_site_is_english(site: dict[str, bytes]) -> None:
    faulty = re.compile(r'hreflang="en"|lang="en"(?! dir="ltr">v)|/en/|/both/|inLanguage":"en|en_GB|x-default')
    assert {path for path, text in texts(site).items() if faulty.search(text.replace("&#34;", '"'))} <= {
        "data/river.epub/book/package.opf"  # the words of schema.org are English
    }


def test_there_is_no_switch_of_languages(site: dict[str, bytes]) -> None:
    for path in ("index.html", "fa/index.html", "fa/river.html", "fa/people/ahmadi.html"):
        assert 'class="languages"' not in site[path].decode()
        assert site[path].count(b"<nav") == site[path].count(b"</nav>")


def test_the_root_is_the_front_page_once_more(site: dict[str, bytes]) -> None:
    root, front = site["index.html"].decode(), site["fa/index.html"].decode()
    canonical = '<link rel="canonical" href="https://example.org/archive/fa/">'
    assert canonical in root
    assert canonical in front
    assert "گفت‌وگو دربارهٔ رودخانه" in root
    assert 'href="fa/river.html"' in root
    assert "archive/</loc>" not in site["sitemap.xml"].decode()


def test_the_interview_is_whole(site: dict[str, bytes]) -> None:
    page = site["fa/river.html"].decode()
    assert all(words in page for words in ("برای خواندن", "نیما", "پرآب‌ترین رود."))
    assert "متن اصلی فارسی" in page
    assert "ترجمه" not in page
    document = json.loads(site["data/river.json"])
    assert document["languages"] == ["fa"]
    assert document["rights"]["statement"] == {"fa": "برای خواندن", "en": None}


def test_a_note_is_in_every_file_of_the_interview(site: dict[str, bytes]) -> None:
    files = ("data/river.html", "data/river.epub/book/fa.xhtml", "data/river.fa.txt", "data/river.tei.xml")
    assert [path for path in files if "پرآب‌ترین رود." not in site[path].decode()] == []


def test_a_withdrawn_interview_says_why(site: dict[str, bytes]) -> None:
    assert "به خواست گوینده" in site["fa/sea.html"].decode()
    assert "both/sea.html" not in site
    assert "fa/stream.html" in site


def test_topics_as_data_have_no_empty_label(site: dict[str, bytes]) -> None:
    assert b'""@en' not in site["data/vocabulary/topics.ttl"]
    (topic,) = json.loads(site["data/vocabulary/topics.json"])["topics"]
    assert topic["label"] == {"fa": "رودخانه", "en": None}


def test_names_in_latin_letters_are_not_shown_and_change_no_address(tmp_path: Path) -> None:
    root = archive(tmp_path / "project")
    people = root / "content/people.toml"
    people.write_text(PEOPLE.replace('احمدی"}', 'احمدی", en = "Maryam Ahmadi"}'), encoding="utf-8")
    report = sites.build(root)
    assert list(report.problems) == []
    assert b"Maryam" not in b"".join(file.read_bytes() for file in (root / "output/fa").rglob("*.html"))


def test_english_can_be_added_later_and_no_address_changes(tmp_path: Path, site: dict[str, bytes]) -> None:
    root = archive(tmp_path / "project")
    for file in (root / "content").glob("*.toml"):
        text = file.read_text(encoding="utf-8").replace('languages = ["fa"]', 'languages = ["fa", "en"]')
        text = re.sub(r'\{fa = ("[^"]*")\}', r'{fa = \1, en = "Words"}', text)
        text = re.sub(r'^fa = ("[^"]*")$', r'fa = \1\nen = "Words"', text, flags=re.MULTILINE)
        file.write_text(
            text.replace('karun]\nname = {fa = "کارون", en = "Words', 'karun]\nname = {fa = "کارون", en = "Karun'),
            encoding="utf-8",
        )
    interview = root / RIVER
    interview.write_text(
        interview.read_text(encoding="utf-8").replace("{fa: برای خواندن}", "{fa: برای خواندن, en: To read}"),
        encoding="utf-8",
    )
    (root / "content/pages/about.en.md").write_text("# About\n\nThe river.\n", encoding="utf-8")
    report = sites.build(root)
    assert {problem.code for problem in report.problems} == {"M006"}
    now = sites.files(root / "output")
    before = {path for path in site if ".epub/" not in path}
    assert before - now.keys() == set()
    assert {"en/river.html", "both/river.html", "en/progress/index.html", "data/river.tmx"} <= now.keys()
    ids = re.compile(rb'id="([^"]+)"')
    assert set(ids.findall(site["fa/river.html"])) <= set(ids.findall(now["fa/river.html"]))


@pytest.mark.parametrize(
    "words",
    [
        ["translate"],
        ["translate", "--report"],
        ["review"],
        ["approve", "river", "--by", "مینا"],
        ["export", "tmx"],
        ["export", "tsv", "river"],
    ],
    ids=" ".join,
)
def test_commands_about_the_translation_say_that_there_is_none(
    tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive(tmp_path / "project")
    assert main([*words, "--root", str(root)]) == 1
    said = capsys.readouterr()
    assert said.err.count("M013 the archive is in Persian alone: it has no translation") == 1
    assert said.out == ""
    assert not (root / "content/translations").exists()


def test_a_translation_from_elsewhere_is_not_taken_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = archive(tmp_path / "project")
    offered = tmp_path / "river.po"
    offered.write_text('msgid ""\nmsgstr ""\n\nmsgctxt "title"\nmsgid "x"\nmsgstr "y"\n', encoding="utf-8")
    assert main(["import", str(offered), "--root", str(root)]) == 1
    assert "M013" in capsys.readouterr().err
    assert not (root / "content/translations").exists()


def test_english_that_a_file_brings_with_it_is_left_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = archive(tmp_path / "project")
    table = tmp_path / "hill.tsv"
    rows = (
        "id\tstate\tfa\ten",
        "t1.1\tdraft\tپرسش: تپه چه شکلی بود؟\tWhat was it like?",
        "t2.1\tdraft\tپاسخ: سبز بود.\tGreen.",
    )
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    main(["import", str(table), "--root", str(root)])
    assert "the English of the file was not taken over" in capsys.readouterr().err
    assert (root / "content/interviews/hill.md").is_file()
    assert not (root / "content/translations").exists()


def test_figures_and_suggestions_are_about_persian_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(archive(tmp_path / "project"))
    assert main(["stats", "--root", root]) == 0
    figures = capsys.readouterr().out
    assert "English" not in figures
    assert "reviewed" not in figures
    for command in ("topics", "people"):
        assert main([command, "suggest", "--root", root]) == 0
        said = capsys.readouterr()
        assert "en = " not in said.out
        assert "write its id and take the # away" in said.err
