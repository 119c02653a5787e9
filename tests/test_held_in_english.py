"""An interview held in English: its record is English, its Persian is a translation, and nothing says otherwise."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from goftogu.cli import main
from tests import sites

NURSE = "content/interviews/nurse.md"
PO = "content/translations/fa/nurse.po"
TEXT = """---
title: The nurse by the river
date: 1402-03-14
language: en
speakers:
  Interviewer: {role: interviewer}
  Hale: {role: interviewee, person: hale, description: a nurse}
  Miller: {role: other}
source: {published: 2024-01-02, received: 2024-01-03, file: nurse.txt}
---
She worked in Iran for nine years.
{: #p1 .lede }

Interviewer: When did you first see the river?
{: #t1 }

Hale: In spring, with Maryam Ahmadi. It was clear: \u064a no one swam in it\u00a0then.
{: #t2 }

Two Rivers meet there.
{: #t2b }

## Leaving
{: #s1 }

Interviewer: Did you go back?
{: #t3 }

Miller: She never did.
{: #t4 }
"""
RECEIVED = """The nurse by the river

She worked in Iran for nine years.

Interviewer: When did you first see the river?
Hale: In spring, with Maryam Ahmadi. It was clear: \u064a no one swam in it\u00a0then.
Two Rivers meet there.
Leaving
Interviewer: Did you go back?
Miller: She never did.
"""
MEMORY = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "title"
msgid "The nurse by the river"
msgstr "پرستار کنار رود"

#. origin: draft: human
#, fuzzy
msgctxt "t1.1"
msgid "When did you first see the river?"
msgstr "رود را نخست کی دیدید؟"

msgctxt "t3.1"
msgid "Did you go back?"
msgstr "بازگشتید؟"
"""
PEOPLE = """[hale]
name = {fa = "مری هیل", en = "Mary Hale"}
sort = {fa = "هیل، مری", en = "Hale, Mary"}
public = true
"""
XML = "{http://www.w3.org/XML/1998/namespace}"
TEI = "{http://www.tei-c.org/ns/1.0}"


def archive(folder: Path, memory: str = MEMORY) -> Path:
    root = sites.make(folder)
    (root / NURSE).write_text(TEXT.replace("\n{: #t2b }\n", "\n"), encoding="utf-8")
    (root / "content/received").mkdir()
    (root / "content/received/nurse.txt").write_text(RECEIVED, encoding="utf-8")
    people = root / "content/people.toml"
    people.write_text(people.read_text(encoding="utf-8") + "public = true\n" + PEOPLE, encoding="utf-8")
    if memory:
        (root / PO).parent.mkdir(parents=True)
        (root / PO).write_text(memory, encoding="utf-8")
    return root


def built(root: Path) -> dict[str, bytes]:
    report = sites.build(root)
    assert not report.problems.has_errors(), list(report.problems)
    return sites.files(root / "output")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(archive(tmp_path_factory.mktemp("english") / "project"))


def faults(data: bytes) -> list[str]:
    schema = json.loads((sites.ROOT / "docs/interview.schema.json").read_text(encoding="utf-8"))
    return [fault.message for fault in Draft202012Validator(schema).iter_errors(json.loads(data))]


def main_of(site: dict[str, bytes], path: str) -> str:
    return site[path].decode().partition("<main")[2].partition("</main>")[0]


def test_the_english_page_shows_the_original_and_calls_nothing_a_translation(site: dict[str, bytes]) -> None:
    page = main_of(site, "en/nurse.html")
    assert "When did you first see the river?" in page
    assert "رود" not in re.split('<nav class="onward|<footer class="colophon">', page)[0]
    assert re.findall(r".*(?:ranslat|notice).*", page) == []
    assert 'data-kinds-en="English original"' in page
    assert "English original</span>; received 3 January 2024 (13 Dey 1402)" in page
    assert re.findall(r'<h3 id="t\d"><span class="unseen">Turn \d, </span>([^<]*)</h3>', page) == [
        "Interviewer",
        "Hale",
        "Interviewer",
        "Miller",
    ]


def test_the_persian_page_shows_the_translation_with_its_state(site: dict[str, bytes]) -> None:
    page = main_of(site, "fa/nurse.html")
    assert "<h1>پرستار کنار رود</h1>" in page
    assert "رود را نخست کی دیدید؟" in page
    assert "ترجمهٔ پیش‌نویس" in page
    assert "مدل زبانی" not in page
    assert "متن اصلی انگلیسی است" in page
    assert '<p id="t2.2" class="missing" lang="en" dir="ltr">Two Rivers meet there.</p>' in page
    assert "متن اصلی فارسی" not in page
    assert "ترجمهٔ بازبینی‌شده" in re.findall(r'data-kinds-fa="([^"]*)"', page)[0]


def test_who_speaks_is_called_by_the_name_of_the_vocabulary_else_by_the_role(site: dict[str, bytes]) -> None:
    page = main_of(site, "fa/nurse.html")
    assert re.findall(r'<h3 id="t\d"><span class="unseen">نوبت .، </span>([^<]*)</h3>', page) == [
        "پرسشگر",
        "مری هیل",
        "پرسشگر",
        "گوینده",
    ]
    assert '<bdi lang="en" dir="ltr">Miller</bdi>' in page


def test_the_parallel_page_has_the_states_beside_the_persian(site: dict[str, bytes]) -> None:
    page = main_of(site, "both/nurse.html")
    persian, english = (re.findall(rf'<div lang="{tag}".*?</div>', page, re.DOTALL) for tag in ("fa", "en"))
    assert any("بازگشتید؟" in part and "بازبینی‌شده" in part for part in persian)
    assert any("Did you go back?" in part and "state" not in part for part in english)
    assert '<p class="twin" lang="en" dir="ltr">The nurse by the river</p>' in page


def test_nothing_of_the_reading_layer_touches_it(site: dict[str, bytes], tmp_path: Path) -> None:
    page = main_of(site, "en/nurse.html")
    assert "\u064a" in page
    assert "no one swam in it\u00a0then" in page
    assert "half-space" not in page
    assert "The English text is shown as it was received." in page
    report = sites.build(archive(tmp_path / "project"))
    assert not [problem for problem in report.problems if problem.code == "T010"]


def test_an_edit_is_told_as_one_of_the_english(tmp_path: Path) -> None:
    root = archive(tmp_path / "project")
    received = root / "content/received/nurse.txt"
    received.write_text(RECEIVED.replace("never did", "never did return"), encoding="utf-8")
    site = built(root)
    assert "The archive has edited the text received in 1 place." in main_of(site, "en/nurse.html")
    edits = main_of(site, "fa/edits/nurse.html")
    assert "متن انگلیسی واژه‌به‌واژه" in edits
    assert '<p lang="en" dir="ltr">' in edits


def test_topics_and_names_are_found_by_their_english(site: dict[str, bytes]) -> None:
    topic = main_of(site, "en/topics/river.html")
    assert "<mark>river</mark>" in topic
    assert 'nurse.html#t2"' in main_of(site, "en/people/ahmadi.html")
    persian = main_of(site, "fa/topics/river.html")
    assert "رود را نخست کی دیدید؟" in persian
    assert "<mark>river</mark>" not in persian


def test_the_head_names_both_texts_as_they_are(site: dict[str, bytes]) -> None:
    english, persian = (site[f"{language}/nurse.html"].decode() for language in ("en", "fa"))
    assert '<meta name="citation_language" content="en">' in english
    assert '<meta name="citation_language" content="fa">' in persian
    assert "DC.relation.hasVersion" in english
    assert "DC.relation.isVersionOf" in persian
    assert '"workTranslation":{' in english
    assert '"translationOfWork":{' in persian
    assert '"creditText":"English original' in english


def test_without_any_persian_only_the_english_page_is_in_the_sitemap(tmp_path: Path) -> None:
    site = built(archive(tmp_path / "project", ""))
    sitemap = site["sitemap.xml"].decode()
    assert "/en/nurse.html</loc>" in sitemap
    assert "/fa/nurse.html" not in sitemap
    persian = site["fa/nurse.html"].decode()
    assert '<meta name="citation_language" content="en">' in persian
    assert 'property="og:locale" content="en_GB"' in persian
    assert "متن انگلیسی، ترجمه‌نشده" in persian


def test_exports_turn_the_languages_round(site: dict[str, bytes]) -> None:
    xliff, tmx = site["data/nurse.xlf"].decode(), site["data/nurse.tmx"].decode()
    assert 'source-language="en" target-language="fa"' in xliff
    assert '<source>The nurse by the river</source>\n<target state="final">پرستار کنار رود</target>' in xliff
    assert 'srclang="en"' in tmx
    assert tmx.index('<tuv xml:lang="en"><seg>The nurse') < tmx.index('<tuv xml:lang="fa"><seg>پرستار')
    rows = [line.split("\t") for line in site["data/nurse.parallel.tsv"].decode().splitlines()]
    assert rows[:2] == [["id", "state", "fa", "en"], ["title", "reviewed", "پرستار کنار رود", "The nurse by the river"]]


def test_json_says_which_text_is_the_original(site: dict[str, bytes]) -> None:
    found = json.loads(site["data/nurse.json"])
    assert (found["original"], found["languages"]) == ("en", ["fa", "en"])
    title = {key: found["title"][key] for key in ("en", "en_record", "fa", "state")}
    assert title == {
        "en": "The nurse by the river",
        "en_record": "The nurse by the river",
        "fa": "پرستار کنار رود",
        "state": "reviewed",
    }
    assert faults(site["data/nurse.json"]) == []
    assert faults(site["data/river.json"]) == []


def test_tei_keeps_the_ids_in_the_english(site: dict[str, bytes]) -> None:
    tei = ET.fromstring(site["data/nurse.tei.xml"])  # noqa: S314  what we have just made
    texts = {text.get(f"{XML}lang"): text for text in tei.iter(f"{TEI}text") if text.get(f"{XML}lang")}
    ids = {language: [turn.get(f"{XML}id") for turn in text.iter(f"{TEI}u")] for language, text in texts.items()}
    assert ids == {"fa": ["t1.fa", "t2.fa", "t3.fa", "t4.fa"], "en": ["t1", "t2", "t3", "t4"]}
    assert "Persian translation made by" in "".join(tei.itertext())
    assert "English translation" not in "".join(tei.itertext())
    assert [item.get(f"{XML}lang") for item in tei.iter(f"{TEI}persName") if item.get("type") == "label"] == ["en"] * 3


def test_texts_books_and_files_say_the_same(site: dict[str, bytes]) -> None:
    english, persian = site["data/nurse.en.txt"].decode(), site["data/nurse.fa.txt"].decode()
    assert "English original" in english
    assert "not translated" not in english
    assert "[متن انگلیسی، ترجمه‌نشده]" in persian
    assert "متن اصلی فارسی" not in persian + site["data/nurse.citations.txt"].decode()
    with zipfile.ZipFile(io.BytesIO(site["data/nurse.epub"])) as book:
        part = book.read("book/fa.xhtml").decode()
    assert '<p lang="en" dir="ltr">She never did.</p>' in part


def test_the_archive_as_data_pairs_the_same_texts(site: dict[str, bytes]) -> None:
    lines = [json.loads(line) for line in site["data/archive/archive.jsonl"].decode().splitlines()]
    turns = {(line["interview"], line["turn"]): line for line in lines}
    assert turns["nurse", "t3"]["fa"] == "بازگشتید؟"
    assert turns["nurse", "t3"]["en"] == "Did you go back?"
    assert turns["nurse", "t4"]["fa"] is None
    schema = json.loads((sites.ROOT / "docs/turn.schema.json").read_text(encoding="utf-8"))
    assert [fault for line in lines for fault in Draft202012Validator(schema).iter_errors(line)] == []


def test_the_search_has_each_text_in_its_language(site: dict[str, bytes]) -> None:
    words = {language: site[f"{language}/search/w.js"].decode() for language in ("fa", "en")}
    assert "بازگشتید" in words["fa"]
    assert "spring" in words["en"]


def test_progress_counts_it_with_the_others(site: dict[str, bytes]) -> None:
    assert "پرستار کنار رود" in main_of(site, "fa/progress/index.html")


def test_gaps_are_told_as_gaps_of_the_persian(tmp_path: Path) -> None:
    report = sites.build(archive(tmp_path / "project"))
    (problem,) = [problem for problem in report.problems if problem.path == PO]
    assert problem.code == "M006"
    assert "have no Persian yet" in str(problem)
    assert "no engine translates from English" in str(problem)


@pytest.mark.parametrize(("folder", "interview"), [("en", "nurse"), ("fa", "river")])
def test_a_memory_in_the_language_of_its_interview_is_an_error(tmp_path: Path, folder: str, interview: str) -> None:
    root = archive(tmp_path / "project", "")
    path = root / f"content/translations/{folder}/{interview}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MEMORY.split("\n\n", maxsplit=1)[0] + "\n", encoding="utf-8")
    (problem,) = sites.build(root).problems.errors()
    assert (problem.code, problem.path) == ("M005", f"content/translations/{folder}/{interview}.po")
    assert f"content/translations/{'fa' if folder == 'en' else 'en'}/{interview}.po" in str(problem)


def test_a_memory_of_no_interview_is_told_in_either_folder(tmp_path: Path) -> None:
    root = archive(tmp_path / "project")
    (root / "content/translations/fa/gone.po").write_text("", encoding="utf-8")
    (problem,) = sites.build(root).problems.errors()
    assert (problem.code, problem.path) == ("M005", "content/translations/fa/gone.po")


def test_persian_alone_has_no_page_for_it(tmp_path: Path) -> None:
    root = archive(tmp_path / "project", "")
    settings = root / "content/site.toml"
    settings.write_text('languages = ["fa"]\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    (problem,) = sites.build(root).problems.errors()
    assert (problem.code, problem.path) == ("M013", NURSE)


def test_translate_writes_its_memory_and_asks_no_engine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = archive(tmp_path / "project", "")
    (root / "content/interviews/river.md").unlink()
    assert main(["translate", "--root", str(root), "--packages", str(tmp_path / "none")]) == 0
    said = capsys.readouterr().err
    assert "package" not in said
    written = (root / PO).read_text(encoding="utf-8")
    assert '"Language: fa\\n"' in written
    assert '"X-Source-Language: en\\n"' in written
    assert "Persian of the interview nurse" in written
    assert not (root / "content/translations/en").exists()


def test_people_approve_and_exchange_its_persian(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = archive(tmp_path / "project")
    assert main(["review", "--root", str(root)]) == 0
    assert "nurse" in capsys.readouterr().out
    assert main(["approve", "nurse:t1.1", "--by", "مینا", "--root", str(root)]) == 0
    assert "by مینا" in (root / PO).read_text(encoding="utf-8")
    assert main(["export", "xliff", "nurse", "--to", str(tmp_path / "out"), "--root", str(root)]) == 0
    offered = tmp_path / "out/nurse.xlf"
    text = offered.read_text(encoding="utf-8")
    unit = "<source>She never did.</source>\n"
    offered.write_text(text.replace(unit, f"{unit}<target>هرگز.</target>\n"), encoding="utf-8")
    assert main(["import", str(offered), "--root", str(root)]) == 0
    assert "هرگز." in (root / PO).read_text(encoding="utf-8")
    assert main(["translate", "--report", "--root", str(root)]) == 0
    assert "nurse" not in capsys.readouterr().out.partition("river")[0]


def test_figures_count_its_words_where_they_belong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = archive(tmp_path / "project")
    (root / "content/interviews/river.md").unlink()
    assert main(["stats", "--format", "json", "--root", str(root)]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["english"] > figures["persian"] > 0


def test_an_english_text_is_imported_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = archive(tmp_path / "project")
    source = tmp_path / "dam.txt"
    source.write_text(
        "The dam\n\nMiller: When did you hear of it?\nBrown: In a letter.\nMiller: And then?\nBrown: I went.\n",
        encoding="utf-8",
    )
    assert main(["import", str(source), "--root", str(root)]) == 0
    capsys.readouterr()
    assert "\nlanguage: en\n" in (root / "content/interviews/dam.md").read_text(encoding="utf-8")


def test_a_raw_english_text_is_english_without_saying_so(tmp_path: Path) -> None:
    root = archive(tmp_path / "project")
    raw = "The dam\n\nMiller: When did you hear of it?\n\nBrown: In a letter.\n\nMiller: And then?\n\nBrown: I went.\n"
    (root / "content/interviews/dam.txt").write_text(raw, encoding="utf-8")
    site = built(root)
    assert json.loads(site["data/dam.json"])["original"] == "en"


FORMS = """---
title: Forms
language: en
speakers:
  A: {role: interviewer}
  B: {role: interviewee}
---
A: What did you take?
{: #t1 }

B: Three things:[^1]
{: #t2 }

- tea
- bread

> All that was left.

[^1]: She had told it otherwise.
"""


def test_lists_quotations_and_notes_are_on_the_side_of_their_language(tmp_path: Path) -> None:
    root = archive(tmp_path / "project")
    (root / "content/interviews/forms.md").write_text(FORMS, encoding="utf-8")
    memory = (
        MEMORY.split("\n\n", maxsplit=1)[0] + '\n\nmsgctxt "t2.2"\nmsgid "- tea\\n- bread"\nmsgstr "- چای\\n- نان"\n'
    )
    (root / PO).with_name("forms.po").write_text(memory, encoding="utf-8")
    site = built(root)
    english, persian, both = (main_of(site, f"{view}/forms.html") for view in ("en", "fa", "both"))
    assert "<li>tea</li>" in english
    assert "چای" not in english.partition('<footer class="colophon">')[0]
    mark = '<small class="standing reviewed"><span>بازبینی‌شده</span></small>'
    assert f'<div><ul id="t2.2"><li>چای</li>\n<li>نان</li></ul></div>\n<p>{mark}</p>' in persian
    assert (
        '<div class="missing" lang="en" dir="ltr"><blockquote id="t2.3"><p>All that was left.</p></blockquote></div>'
        in persian
    )
    assert re.search(
        r'<div lang="fa" dir="rtl">.*?<li>چای</li>.*?<div lang="en" dir="ltr">.*?<li>tea</li>', both, re.DOTALL
    )
    assert both.count("She had told it otherwise.") == 1
    assert '"form": "list", "en": "- tea\\n- bread"' in site["data/forms.json"].decode()
    assert faults(site["data/forms.json"]) == []


@pytest.mark.parametrize(("persian", "lost"), [("سه چیز:[^1]", False), ("سه چیز:", True)])
def test_a_note_leads_back_to_the_text_on_each_side(tmp_path: Path, persian: str, *, lost: bool) -> None:
    root = archive(tmp_path / "project")
    (root / "content/interviews/forms.md").write_text(FORMS, encoding="utf-8")
    entry = f'msgctxt "t2.1"\nmsgid "Three things:[^1]"\nmsgstr "{persian}"\n'
    (root / PO).with_name("forms.po").write_text(
        "\n\n".join([MEMORY.split("\n\n", maxsplit=1)[0], entry]), encoding="utf-8"
    )
    report = sites.build(root)
    told = [str(problem.message) for problem in report.problems if problem.code == "M020"]
    assert told == (["the translation of t2.1 lacks [^1]"] if lost else [])
    site = built(root)
    back = {"en": ["noteref-1"], "fa": ["t2" if lost else "noteref-1-en"]}
    back["both"] = back["fa"] + back["en"]
    for view, there in back.items():
        page = main_of(site, f"{view}/forms.html")
        assert re.findall(r'class="back" href="#([^"]+)"', page) == there
        assert all(f'id="{name}"' in page for name in there)
    tei = site["data/forms.tei.xml"].decode()
    names = re.findall(r'xml:id="([^"]+)"', tei)
    assert re.findall(r'"noteref" target="#([^"]+)"', tei) == [*([] if lost else ["note-1.fa"]), "note-1"]
    assert all(target in names for target in re.findall(r'target="#([^"]+)"', tei))


def test_a_persian_passage_is_no_translation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = sites.make(tmp_path / "project")
    (root / "content/interviews/nurse.md").write_text(
        "---\ntitle: The nurse\nlanguage: en\n"
        "speakers:\n  Host: {role: interviewer}\n  Hale: {role: interviewee}\n---\n"
        'Host: What did they sing?\n{: #t1 }\n\nHale: باران می‌آید.\n{: #t2 lang="fa" }\n\n'
        'It goes on.\n{: lang="en" }\n',
        encoding="utf-8",
    )
    assert main(["--lang", "en", "build", "--root", str(root)]) == 0
    built_of = capsys.readouterr()
    assert main(["--lang", "en", "stats", "--root", str(root)]) == 0
    told = built_of.out + built_of.err + capsys.readouterr().out
    assert "S005" not in told
    assert "1 as spoken" in told
    assert "\n  as spoken                  1  " in told
    assert "in English" not in told.replace("paragraphs in English:", "")
    site = sites.files(root / "output")
    persian, english = (site[f"{language}/nurse.html"].decode() for language in ("fa", "en"))
    assert "به فارسی گفته شده" in persian
    assert 'lang="fa" dir="rtl">باران می‌آید.' in english
    assert faults(site["data/nurse.json"]) == []
    document = json.loads(site["data/nurse.json"])
    said = [paragraph for turn in document["turns"] for paragraph in turn["paragraphs"]]
    assert [(item["state"], item.get("language")) for item in said] == [
        ("missing", None),
        ("original", "fa"),
        ("missing", None),
    ]
    tei = site["data/nurse.tei.xml"].decode()
    assert 'xml:id="state-original"' in tei
    assert "به فارسی گفته شده" in tei
    texts = [data.decode() for path, data in site.items() if "nurse" in path and b"\0" not in data]
    assert not any("به انگلیسی گفته شده" in text for text in texts)
