"""The fixture with notes and stage notes, as a whole site: every page and every download has them."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from goftogu.build.pipeline import BuildReport
from goftogu.model import Source
from goftogu.problems import Problems
from goftogu.transcripts.read import read_transcript
from tests import sites

TEI: Final = "{http://www.tei-c.org/ns/1.0}"
ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
PAGES: Final = ("fa/vineyard.html", "en/vineyard.html", "both/vineyard.html", "data/vineyard.html")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[BuildReport, dict[str, bytes]]:
    root = sites.make(tmp_path_factory.mktemp("conventions"), sites.SITES / "conventions")
    report = sites.build(root)
    return report, sites.files(root / "output")


@pytest.fixture(scope="module")
def files(site: tuple[BuildReport, dict[str, bytes]]) -> dict[str, bytes]:
    return site[1]


def text(files: dict[str, bytes], path: str) -> str:
    return files[path].decode()


def book(files: dict[str, bytes], language: str) -> str:
    with zipfile.ZipFile(BytesIO(files["data/vineyard.epub"])) as archive:
        return archive.read(f"book/{language}.xhtml").decode()


def fragments(page: str) -> Iterator[str]:
    yield from re.findall(r' href="#((?:note|noteref)-[^"]*)"', page)


def test_only_the_english_that_lost_a_reference_is_told(site: tuple[BuildReport, dict[str, bytes]]) -> None:
    problems = [problem for problem in site[0].problems if problem.code.startswith("M0") and problem.code != "M006"]
    assert [(problem.code, problem.message.values["unit"]) for problem in problems] == [("M020", "t3.1")]


@pytest.mark.parametrize("path", PAGES)
def test_every_link_to_a_note_and_back_has_its_place(files: dict[str, bytes], path: str) -> None:
    page = text(files, path)
    names = re.findall(r' id="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert {"note-place", "note-1", "note-2"} <= {*fragments(page)} <= set(names)
    assert "[^" not in page


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_book_has_its_notes_as_its_readers_know_them(files: dict[str, bytes], language: str) -> None:
    page = book(files, language)
    assert page.count('epub:type="noteref"') == (4 if language == "fa" else 3)
    assert page.count('epub:type="footnote"') == 4
    names = re.findall(r' id="([^"]+)"', page)
    assert set(fragments(page)) <= set(names)
    assert ET.fromstring(page) is not None  # noqa: S314  our own book


def test_a_note_without_its_reference_leads_to_the_turn(files: dict[str, bytes]) -> None:
    assert 'href="#t3" role="doc-backlink"' in text(files, "en/vineyard.html")
    assert 'href="#noteref-2" role="doc-backlink"' in text(files, "fa/vineyard.html")


def test_numbers_follow_the_text_and_the_language(files: dict[str, bytes]) -> None:
    for path, numbers in (("fa/vineyard.html", "۱۲۳۴"), ("en/vineyard.html", "1234")):
        assert re.findall(r'role="doc-backlink" title="[^"]+">(.)</a>', text(files, path)) == list(numbers)


def test_tei_has_each_note_and_stage_note_as_an_element(files: dict[str, bytes]) -> None:
    root = ET.fromstring(files["data/vineyard.tei.xml"])  # noqa: S314  our own export
    names = {element.get(ID) for element in root.iter()} - {None}
    notes = [note for note in root.iter(f"{TEI}note") if note.get("place") == "end"]
    labels = ["place", "1", "2", "5"]
    assert [note.get(ID) for note in notes] == [f"note-{label}{end}" for end in ("", ".en") for label in labels]
    references = root.findall(f".//{TEI}ref[@type='noteref']")
    assert len(references) == 7
    assert {element.get("target", "")[1:] for element in (*notes, *references)} <= names
    texts = ["".join(segment.itertext()) for segment in root.iter(f"{TEI}seg")]
    assert "شهریور۲، پیش از باران. می‌خندد" in texts
    assert [element.get("n") for element in root.iter(f"{TEI}pause")] == ["مکث"]
    assert ["".join(element.itertext()) for element in root.iter(f"{TEI}kinesic")] == ["بیل می‌زند"]
    assert ["".join(element.itertext()) for element in root.iter(f"{TEI}vocal")] == ["می‌خندد", "laughs"]


def test_plain_texts_have_numbers_in_brackets_and_the_notes_at_the_end(files: dict[str, bytes]) -> None:
    persian, english = text(files, "data/vineyard.fa.txt"), text(files, "data/vineyard.en.txt")
    assert "شهریور[۲]، پیش از باران. [می‌خندد]" in persian
    assert persian.endswith("[۳]\nواحد وزن، نزدیک سه کیلوگرم.\n\n[۴]\nاز شاهنامه.\n")
    assert "In Shahrivar[2], before the rain. [laughs]" in english
    assert "یادداشت‌های بایگانی" in persian
    assert "Notes by the archive" in english


def test_json_has_the_notes_in_its_form(files: dict[str, bytes]) -> None:
    found = json.loads(files["data/vineyard.json"])
    schema = json.loads((sites.ROOT / "docs/interview.schema.json").read_bytes())
    jsonschema.Draft202012Validator(schema).validate(found)
    assert [(note["label"], note["number"], note["place"]) for note in found["notes"]] == [
        ("place", 1, "p1"),
        ("1", 2, "t2.1"),
        ("2", 3, "t3.1"),
        ("5", 4, "t5.2"),
    ]
    assert found["notes"][1]["text"]["en"] == "The *sixth* month."
    assert [note["kind"] for note in found["stage_notes"]] == ["pause", "vocal", "kinesic"]


def test_an_interview_without_them_has_neither_key(files: dict[str, bytes]) -> None:
    assert not {"notes", "stage_notes"} & json.loads(files["data/river.json"]).keys()
    assert "footnote" not in text(files, "fa/river.html")


@pytest.mark.parametrize("ending", ["parallel.tsv", "tmx", "xlf"])
def test_translators_get_the_notes_too(files: dict[str, bytes], ending: str) -> None:
    assert "The *sixth* month." in text(files, f"data/vineyard.{ending}")


def test_the_transcript_comes_back_as_it_was(files: dict[str, bytes]) -> None:
    written = text(files, "data/vineyard.transcript.md")
    assert "شهریور[^1]، پیش از باران. [می‌خندد]" in written
    assert "[^place]: روستای چشمه، در [دامنهٔ](https://example.org/hill) کوه." in written


def test_the_search_finds_the_words_of_notes_and_no_marks(files: dict[str, bytes]) -> None:
    documents = "".join(text(files, path) for path in files if re.fullmatch(r"fa/search/d\d+\.js", path))
    assert '["note-1",0,"","ماه ششم سال."]' in documents
    assert "[^" not in documents


def test_lists_and_feeds_have_no_marks(files: dict[str, bytes]) -> None:
    for path in ("fa/interviews/index.html", "fa/feed.xml", "fa/index.html", "en/feed.xml"):
        assert "[^" not in text(files, path)
        assert "noteref" not in text(files, path)


def test_building_again_writes_nothing(tmp_path: Path) -> None:
    root = sites.make(tmp_path, sites.SITES / "conventions")
    sites.build(root)
    again = sites.build(root)
    assert again.result is not None
    assert not again.result.written


def test_an_arabic_verse_keeps_its_letters_and_only_persian_ones_are_told(
    site: tuple[BuildReport, dict[str, bytes]],
) -> None:
    (told,) = [problem for problem in site[0].problems if problem.code == "T010"]
    assert (told.line, told.message.values["names"]) == (52, ("ARABIC LETTER KAF",))
    assert ' lang="ar" dir="rtl">الصبرُ مفتاح الفرج يا علي.</p>' in text(site[1], "fa/vineyard.html")
    assert not [problem for problem in site[0].problems if problem.code == "F001"]


@pytest.mark.parametrize("path", ["fa/vineyard.html", "data/vineyard.html"])
def test_kurdish_has_its_language_and_no_half_space(files: dict[str, bytes], path: str) -> None:
    assert ' lang="ckb" dir="rtl">رۆژ باش، تۆ دەزانی؟</p>' in text(files, path)


def test_english_is_shown_as_english_and_never_waits_for_a_translation(files: dict[str, bytes]) -> None:
    said = '<p lang="en" dir="ltr">Please tell us about <em>the garden</em>.</p>'
    for path in ("fa/vineyard.html", "en/vineyard.html", "both/vineyard.html"):
        assert said in text(files, path)
    part = text(files, "en/vineyard.html").partition('id="t7"')[2].partition('id="t8"')[0]
    assert "Not translated" not in part
    assert "<details" not in part
    assert "Please tell" not in text(files, "data/vineyard.parallel.tsv") + text(files, "data/vineyard.tmx")
    (turn,) = [turn for turn in json.loads(files["data/vineyard.json"])["turns"] if turn["id"] == "t7"]
    assert (turn["paragraphs"][0]["language"], turn["paragraphs"][0]["state"]) == ("en", "original")


def test_an_interview_is_not_english_for_one_english_passage(tmp_path: Path) -> None:
    root = sites.make(tmp_path, sites.SITES / "conventions")
    (root / "content/translations/en/vineyard.po").unlink()
    sites.build(root)
    page = (root / "output/en/vineyard.html").read_text(encoding="utf-8")
    assert 'hreflang="en"' not in page.partition("</head>")[0]


def test_a_poem_a_list_and_a_quotation_are_elements_everywhere(files: dict[str, bytes]) -> None:
    verse = '<p class="verse"><span>توانا بود هر که دانا بود</span> <span>ز دانش دل پیر برنا بود</span></p>'
    for page in (text(files, "fa/vineyard.html"), text(files, "data/vineyard.html"), book(files, "fa")):
        assert verse in page
        assert "<li>بیل</li>" in page
        assert re.search(r"<blockquote(?: id=\"\w+\.\d\")?><p>صبر کن،\nانگور می‌رسد.</p></blockquote>", page)
    english = text(files, "en/vineyard.html")
    assert "<span>Able is who has knowledge</span> <span>by knowledge the old heart is young</span>" in english
    assert "<li><em>running</em> water</li>" in english
    root = ET.fromstring(files["data/vineyard.tei.xml"])  # noqa: S314  our own export
    assert len(root.findall(f".//{TEI}lg[@type='verse']")) == 4
    assert len(root.findall(f".//{TEI}l")) == 8
    assert ["".join(item.itertext()) for item in root.iter(f"{TEI}item")] == [
        "بیل",
        "آب روان",
        "a spade",
        "running water",
    ]
    assert len(root.findall(f".//{TEI}q")) == 1


def test_a_passage_in_another_language_says_so_in_tei(files: dict[str, bytes]) -> None:
    root = ET.fromstring(files["data/vineyard.tei.xml"])  # noqa: S314  our own export
    said = {segment.get(ID): segment.get(LANGUAGE) for segment in root.iter(f"{TEI}seg") if segment.get(LANGUAGE)}
    assert said == {"t6.1": "ckb", "t6.3": "ar", "t7.1": "en"}
    assert {element.get("ident") for element in root.iter(f"{TEI}language")} == {"fa", "en", "ckb", "ar"}


def test_the_transcript_that_is_published_reads_as_the_one_that_was_written(files: dict[str, bytes]) -> None:
    front = (sites.SITES / "conventions/content/interviews/vineyard.md").read_text(encoding="utf-8").split("---\n")
    body = text(files, "data/vineyard.transcript.md").partition("\n")[2]
    first, second = (
        read_transcript(Source("content/interviews/x.md", b"", f"---\n{front[1]}---\n{text}"), str, Problems())
        for text in (front[2], body)
    )
    assert first is not None
    assert second is not None
    assert [(unit.id, unit.record, unit.language, unit.form) for unit in first.units()] == [
        (unit.id, unit.record, unit.language, unit.form) for unit in second.units()
    ]


def test_a_link_leads_to_its_page_from_every_view_and_download(files: dict[str, bytes]) -> None:
    for path, folder in (("fa/vineyard.html", ""), ("both/vineyard.html", "../fa/")):
        page = text(files, path)
        assert f'<a href="{folder}topics/river.html">رودخانه</a>، <a href="#t2">نوبت دوم</a>' in page
        assert '<a href="river.html#t1">آن گفت‌وگو</a>' in page
    assert '<a href="https://example.org/archive/fa/river.html#t1">آن گفت‌وگو</a>' in text(files, "data/vineyard.html")
    assert 'href="https://example.org/archive/fa/topics/river.html"' in book(files, "fa")


def test_a_free_page_has_nested_lists_code_addresses_and_notes(files: dict[str, bytes]) -> None:
    page = text(files, "fa/about.html")
    assert '<a class="footnote-ref" href="#fn-1">۱</a>' in page
    assert '<li id="fn-1">\n<p>بایگانی <em>آزمون</em>.' in page
    assert 'href="#fnref-1" title="بازگشت به متن">↑</a>' in page
    assert '<a href="https://example.org/x">' in page
    assert '<a href="vineyard.html#t2">تاکستان</a>، <a href="about.html">خود</a>' in page
    assert "<li>یک<ul>\n<li>دو<ol>\n<li>سه</li>" in page
    assert '<pre><code class="language-python">' in page
    assert "&lt;b&gt;" in page
    english = text(files, "en/about.html")
    assert 'title="Back to the text"' in english
    assert '<a href="vineyard.html#note-1">notes</a>' in english
