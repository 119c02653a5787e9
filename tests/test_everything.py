"""One interview with everything that an archive may have, built strictly: pages, downloads and claims fit together."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from html import unescape
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest
import rispy  # type: ignore[import-untyped]
from jsonschema import Draft202012Validator

from goftogu import cli
from goftogu.exports import downloads
from tests import drawn, parsing, sites
from tests.recordings import wav
from tests.unit.exports import test_epub, test_tei

VIEWS: Final = ("fa", "en", "both")
SECRETS: Final = ("زرافشان", "گوهرتاج", "۷۷۳۴۱۸", "۹۱۴۲۷", "boat.txt", "SecretCamera", "Rasht street")
"""Words of the file received, of a note, of the consent; the name of the file; what the camera noted."""
XML: Final = ("tei.xml", "ohms.xml", "dc.xml", "tmx", "xlf")
PARTS: Final = {
    "fa": ("[می‌خندد]", "[منتشرنشده، ۰:۰۰:۰۳–۰:۰۰:۰۴: به خواست راوی]", "ڕۆژ باش", "نوار ۱"),
    "en": ("[laughs]", "[withheld, 0:00:03–0:00:04: at the narrator’s request]", "Tape 1"),
}
"""What is on the page of a language, as a reader sees it."""
CAPTION: Final = {"fa": "قایق نخست، ۱۳۵۰", "en": "The first boat, 1971"}
CLAIMS: Final = {
    "fa": ("۱ بخش از متن را منتشر نکرده است", "را در ۲ جا ویرایش کرده است"),
    "en": ("The archive withholds 1 passage of the text", "The archive has edited the text received in 2 places."),
}


def archive(folder: Path) -> Path:
    """Make the archive, with its recording and its pictures."""
    root = sites.make(folder, sites.SITES / "everything")
    media = root / "content/media"
    media.mkdir()
    (media / "boat.wav").write_bytes(wav(8))
    for name in ("leila.jpg", "leila-at-home.jpg", "cove.jpg"):
        (media / name).write_bytes(drawn.photograph(600, 700))
    (media / "qayeq.png").write_bytes(drawn.bytes_of(drawn.plain(900, 600)))
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = archive(tmp_path_factory.mktemp("everything") / "archive")
    assert cli.main(["build", "--strict", "--offline", "--quiet", "--root", str(root)]) == 0
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> dict[str, bytes]:
    return sites.files(root / "output")


def said(page: bytes) -> str:
    """Return the words of a page."""
    text = re.sub(r"<[^>]+>", "", re.sub(r"(?s)<(script|style).*?</\1>", " ", page.decode()))
    return " ".join(unescape(text).split())


def test_nothing_at_all_is_told_of_it(tmp_path: Path) -> None:
    report = sites.build(archive(tmp_path / "archive"))
    assert [str(problem) for problem in report.problems] == []


def test_every_download_of_an_interview_is_there(site: dict[str, bytes]) -> None:
    files = {name.removeprefix("data/boat.") for name in site if name.startswith("data/boat.")}
    wanted = {item.ending for item in downloads.chosen(downloads.names())} - {downloads.RECEIVED.ending}
    assert wanted <= files
    assert not [name for name in files if "received" in name]


@pytest.mark.parametrize("secret", SECRETS)
def test_a_secret_is_in_no_byte(site: dict[str, bytes], secret: str) -> None:
    shown = dict(site)
    for name in [name for name in site if name.endswith(".epub")]:
        with zipfile.ZipFile(io.BytesIO(site[name])) as book:
            shown |= {f"{name}/{part}": book.read(part) for part in book.namelist()}
    raw, escaped = secret.encode(), json.dumps(secret)[1:-1].encode()
    assert [name for name, data in shown.items() if raw in data or escaped in data or secret in name] == []


def test_the_same_words_are_in_the_folder_of_the_archive(root: Path) -> None:
    held = b"".join(sites.files(root / "content").values())
    assert [secret for secret in SECRETS if secret.encode() not in held] == []


def test_a_browser_puts_up_with_nothing_on_any_page(site: dict[str, bytes]) -> None:
    pages = {name: parsing.page(data.decode()).faults for name, data in site.items() if name.endswith(".html")}
    assert pages
    assert {name: faults for name, faults in pages.items() if faults} == {}


@pytest.mark.parametrize("view", VIEWS)
def test_the_page_has_every_part_of_it(site: dict[str, bytes], view: str) -> None:
    page = said(site[f"{view}/boat.html"])
    for part in PARTS["en" if view == "en" else "fa"]:
        assert part in page
    for language in ("fa", "en") if view == "both" else (view,):
        assert CAPTION[language] in page


@pytest.mark.parametrize("view", VIEWS)
def test_what_the_page_says_of_the_text_is_true(site: dict[str, bytes], view: str) -> None:
    page = said(site[f"{view}/boat.html"])
    for claim in CLAIMS["en" if view == "en" else "fa"]:
        assert claim in page


def test_lists_verses_and_notes_are_no_edits(site: dict[str, bytes]) -> None:
    edits = json.loads(site["data/boat.json"])["edits"]
    assert [(edit["kind"], edit["paragraph"], edit["shown"]) for edit in edits] == [
        ("added", "t2.1", "[می‌خندد]"),
        ("heading", "s1", "کارگاه"),
        ("changed", "t6.1", "دوختم."),
    ]


@pytest.mark.parametrize("view", VIEWS)
def test_every_id_is_there_once_and_every_fragment_leads_to_one(site: dict[str, bytes], view: str) -> None:
    page = site[f"{view}/boat.html"].decode()
    names = re.findall(r'\sid="([^"]+)"', page)
    assert len(names) == len(set(names))
    assert set(re.findall(r'\shref="#([^"]+)"', page)) <= set(names)


@pytest.mark.parametrize("name", XML)
def test_every_xml_is_sound(site: dict[str, bytes], name: str) -> None:
    assert len(ET.fromstring(site[f"data/boat.{name}"])) > 0  # noqa: S314  what we have just made


def test_the_tei_is_valid(site: dict[str, bytes]) -> None:
    etree, validator = test_tei.schema()
    assert validator.validate(etree.fromstring(site["data/boat.tei.xml"])), validator.error_log


def test_the_tei_has_each_thing_in_its_element(site: dict[str, bytes]) -> None:
    tree = ET.fromstring(site["data/boat.tei.xml"])  # noqa: S314  as above
    names = {node.tag.rpartition("}")[2] for node in tree.iter()}
    wanted = {"gap", "vocal", "note", "figure", "figDesc", "lg", "list", "quote", "timeline", "recording", "app"}
    assert wanted - {"quote", "app"} <= names
    assert {node.get("{http://www.w3.org/XML/1998/namespace}lang") for node in tree.iter()} >= {"fa", "en", "ckb"}


def test_the_json_fits_its_schema(site: dict[str, bytes]) -> None:
    found = json.loads(site["data/boat.json"])
    for name, given in (("interview", [found]), ("turn", _lines(site))):
        schema = json.loads((sites.ROOT / f"docs/{name}.schema.json").read_text(encoding="utf-8"))
        assert [fault.message for item in given for fault in Draft202012Validator(schema).iter_errors(item)] == []
    assert found["source"]["file"] is None
    assert found["rights"]["translation"] == "https://creativecommons.org/licenses/by-sa/4.0/"


def test_the_licence_of_the_translation_is_wherever_rights_are(site: dict[str, bytes], root: Path) -> None:
    address = "https://creativecommons.org/licenses/by-sa/4.0/"
    names = ("fa.txt", "en.txt", "html", "tei.xml")
    assert [name for name in names if f"data/boat.{name}" in site] == list(names)
    assert [name for name in names if address.encode() not in site[f"data/boat.{name}"]] == []
    with zipfile.ZipFile(root / "output/data/boat.epub") as book:
        for language in ("fa", "en"):
            assert address in book.read(f"book/{language}.xhtml").decode()
    for view in VIEWS:
        assert site[f"{view}/boat.html"].count(address.encode()) >= 1


def _lines(site: dict[str, bytes]) -> list[object]:
    return [json.loads(line) for line in site["data/archive/archive.jsonl"].decode().splitlines()]


def test_epubcheck_finds_nothing(root: Path) -> None:
    command = [*test_epub.epubcheck(), str(root / "output/data/boat.epub")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("language", ["fa", "en"])
def test_the_book_has_every_part_of_it(site: dict[str, bytes], language: str) -> None:
    with zipfile.ZipFile(io.BytesIO(site["data/boat.epub"])) as book:
        page = book.read(f"book/{language}.xhtml")
        names = set(book.namelist())
    ids = re.findall(r'\sid="([^"]+)"', page.decode())
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'\shref="#([^"]+)"', page.decode())) <= set(ids)
    assert {f"book/{name}" for name in re.findall(r'\ssrc="([^"]+)"', page.decode())} <= names
    for part in (*PARTS[language][:2], CAPTION[language]):
        assert part in said(page)


@pytest.mark.parametrize("language", ["fa", "en"])
def test_captions_are_silent_where_something_is_withheld(site: dict[str, bytes], language: str) -> None:
    found = site[f"data/boat.{language}.vtt"].decode()
    assert found.startswith("WEBVTT")
    times = re.findall(r"(\d\d:\d\d:\d\d\.\d{3}) --> (\d\d:\d\d:\d\d\.\d{3})", found)
    assert times == sorted(times)
    assert not [pair for pair in times if pair[0] < "00:00:04.000" and pair[1] > "00:00:03.000"]
    assert not re.search(r"(?m)(?:^|>)(?:- |&gt; )", found)


def test_tables_and_references_can_be_read(site: dict[str, bytes]) -> None:
    rows = list(csv.reader(io.StringIO(site["data/boat.parallel.tsv"].decode()), delimiter="\t"))
    assert {len(row) for row in rows} == {4}
    entries, items = rispy.loads(site["data/boat.ris"].decode()), json.loads(site["data/boat.csl.json"])
    assert {entry["doi"] for entry in entries} == {item["DOI"] for item in items} == {"10.5072/boat"}
    manifest = json.loads(site["data/boat.manifest.json"])
    assert manifest["items"][0]["duration"] == pytest.approx(8)


def test_rights_and_series_are_in_every_form_that_has_a_place(site: dict[str, bytes]) -> None:
    for name in ("fa/boat.html", "data/boat.html", "data/boat.tei.xml", "data/boat.dc.xml", "data/boat.manifest.json"):
        assert "creativecommons.org/licenses/by-nc/4.0" in site[name].decode(), name
    for name in ("fa/boat.html", "fa/series/shore.html", "data/boat.json", "data/boat.ohms.xml"):
        assert "کنار دریا" in site[name].decode(), name


def test_without_the_mark_the_secret_would_be_noticed(tmp_path: Path) -> None:
    root = archive(tmp_path / "archive")
    file = root / "content/interviews/boat.md"
    mark = "[withheld 0:00:03-0:00:04: به خواست راوی]"
    file.write_text(file.read_text(encoding="utf-8").replace(mark, "زرافشان گوهرتاج"), encoding="utf-8")
    shutil.rmtree(root / "content/translations")
    assert sites.build(root).result is not None
    found = sites.files(root / "output")
    assert "زرافشان".encode() in found["fa/boat.html"]
    assert "data/boat.received.txt" in found


@pytest.mark.parametrize(
    ("language", "caption", "alt"), [("fa", "قایق نخست", "اسکله"), ("en", "The first boat", "jetty")]
)
def test_the_search_has_the_words_of_pictures_and_no_marks(
    site: dict[str, bytes], language: str, caption: str, alt: str
) -> None:
    found = [json.loads(_data(data)) for name, data in site.items() if name.startswith(f"{language}/search/d")]
    parts = {place: text for item in found for place, _, _, text in item.get("parts", ()) if place}
    assert caption in parts["f1"]
    assert alt in parts["f1"]
    assert not re.search(r"(?m)^[->] ", parts["t4"])
    assert alt in site[f"{language}/search/w.js"].decode()


def _data(script: bytes) -> str:
    """Return what a script of the search passes on."""
    return script.decode().partition(",")[2].rpartition(")")[0]


@pytest.mark.parametrize(
    ("language", "alt", "credit"), [("fa", "خلیجی کوچک", "عکس از نیما"), ("en", "A small cove", "By Nima")]
)
def test_a_series_has_its_picture(site: dict[str, bytes], language: str, alt: str, credit: str) -> None:
    page = site[f"{language}/series/shore.html"].decode()
    (source,) = re.findall(r'<img src="../../(media/cove-[0-9]+[.]jpg)"', page)
    assert source in site
    assert f'alt="{alt}"' in page
    assert credit in said(page.encode())
    assert "cove" not in site[f"{language}/series/index.html"].decode()


@pytest.mark.parametrize("language", ["fa", "en"])
def test_search_engines_get_the_pictures_of_the_interview(site: dict[str, bytes], language: str) -> None:
    (data,) = re.findall(
        r'(?s)<script type="application/ld[+]json">(.*?)</script>', site[f"{language}/boat.html"].decode()
    )
    (article,) = [item for item in json.loads(data)["@graph"] if item["@type"] == "Article"]
    assert article["image"] == [
        "https://example.org/archive/media/leila-480.jpg",
        "https://example.org/archive/media/qayeq-900.jpg",
    ]
    assert {path.removeprefix("https://example.org/archive/") for path in article["image"]} <= site.keys()
