"""An archive that version 0.1.0 wrote and published: this version upgrades it, and what was published stays.

``tests/fixtures/archive-0.1.0`` was translated, approved in parts and built by that version; ``addresses.txt`` is what
it published.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Final

import polib
import pytest

from goftogu.cli import main
from tests import sites

OLD: Final = sites.ROOT / "tests/fixtures/archive-0.1.0"
LIST: Final = "content/interviews/فهرست نوارها.xls"
WORDS: Final = ("--offline", "--packages", "none")
RENAMED: Final = {"data/جاشو.received.txt": "data/جاشو.transcript.md"}
"""A download that was called the text as received although no file had been received."""
ADDRESSES: Final = [
    line.split(" ")
    for line in (OLD / "addresses.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
DECIDED: Final = [
    f"{LIST}: it is not read, which is an error now; save it as .csv and import that; or move it elsewhere",
    "content/people.toml:15: 1325 is a Jalali date now; if it is Gregorian, write gregorian:1325",
    "content/people.toml:16: 1390 is a Jalali date now; if it is Gregorian, write gregorian:1390",
]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    root = shutil.copytree(OLD, tmp_path / "naan")
    sites.compiled(root / ".cache")
    return root


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Upgrade the archive, decide what is left to a person, and publish it."""
    root = shutil.copytree(OLD, tmp_path_factory.mktemp("upgraded") / "naan")
    sites.compiled(root / ".cache")
    assert main(["upgrade", "--root", str(root)]) == 0
    (root / LIST).rename(root / "نوارها.xls")
    people = root / "content/people.toml"
    people.write_text(re.sub('"(1325|1390)"', r'"gregorian:\1"', people.read_text(encoding="utf-8")), encoding="utf-8")
    assert main(["publish", "--quiet", "--root", str(root), *WORDS]) == 0
    return root


@pytest.fixture
def new(published: Path, tmp_path: Path) -> Path:
    return shutil.copytree(published, tmp_path / "naan")


def test_what_may_no_longer_be_is_named_and_nothing_is_published(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--root", str(old), *WORDS]) == 1
    told = capsys.readouterr().err
    assert re.findall(r"^error: (\S.*?): ([A-Z]\d{3}) ", told, re.MULTILINE) == [
        ("content/interviews/baker.md:7:18", "C005"),
        ("content/interviews/جاشو.md:9:18", "C005"),
        (LIST, "S009"),
    ]
    assert {file.name for file in (old / "output").rglob("*") if file.is_file()} == {"ids.json"}


def test_a_check_says_what_the_upgrade_does_and_the_upgrade_does_it_once(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sites.files(old / "content")
    said = [
        'content/interviews/baker.md:7: an empty text is a comment now: # description: ""',
        "content/interviews/جاشو.md:9: an empty text is a comment now: # description: ''   # نمی‌دانیم",
        "content/published.json: the ids of 3 published interviews, from output/data/ids.json",
        "content/site.toml:3: format = 2",
        *DECIDED,
    ]
    for words, code in ((["--check"], 1), ([], 0)):
        assert sites.files(old / "content") == before
        assert main(["upgrade", "--root", str(old), *words]) == code
        assert capsys.readouterr().out.splitlines() == said
    after = sites.files(old / "content")
    changed = {path for path, data in after.items() if before.get(path) != data}
    assert changed == {"interviews/baker.md", "interviews/جاشو.md", "published.json", "site.toml"}
    assert main(["upgrade", "--root", str(old)]) == 0
    assert sites.files(old / "content") == after


def test_only_what_a_person_must_decide_is_left(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade", "--root", str(old)]) == 0
    capsys.readouterr()
    assert main(["build", "--root", str(old), *WORDS]) == 1
    assert re.findall(r"^error: (\S.*?): ([A-Z]\d{3}) ", capsys.readouterr().err, re.MULTILINE) == [(LIST, "S009")]


def test_every_published_address_leads_to_what_it_led_to(published: Path) -> None:
    site = sites.files(published / "output")
    assert len(ADDRESSES) > 80
    assert [address for address, *_ in ADDRESSES if address not in site] == list(RENAMED)
    assert site.keys() >= set(RENAMED.values())
    for address, *ids in ADDRESSES:
        found = site.get(address, b"").decode() if ids else ""
        assert set(ids) <= set(re.findall(r'\bid="?([^"\s>]+)', found)), address


def test_the_stamps_are_those_that_were_published(published: Path) -> None:
    before = json.loads((OLD / "output/data/ids.json").read_bytes())
    for path in ("content/published.json", "output/data/ids.json"):
        assert json.loads((published / path).read_bytes()) == before
    for name in ("baker", "جاشو"):
        texts = [(root / f"content/interviews/{name}.md").read_text(encoding="utf-8") for root in (OLD, published)]
        assert re.findall(r"\{:.*\}", texts[0]) == re.findall(r"\{:.*\}", texts[1])


def test_what_people_approved_stays_approved(published: Path) -> None:
    memory = "content/translations/en/baker.po"
    assert (published / memory).read_bytes() == (OLD / memory).read_bytes()
    approved = {entry.msgctxt: entry.msgstr for entry in polib.pofile(str(OLD / memory)) if not entry.fuzzy}
    told = json.loads((published / "output/data/baker.json").read_bytes())
    paragraphs = {unit["id"]: unit for turn in told["turns"] for unit in turn["paragraphs"]}
    reviewed = {name: unit["en"] for name, unit in paragraphs.items() if unit["state"] == "reviewed"}
    assert reviewed == approved
    assert set(approved) == {"t2.1", "t2.2", "t3.1"}
    assert paragraphs["t3.1"]["fa"] == "سال قحطی نان می\u200cرسید؟"


def test_a_turn_that_version_published_cannot_vanish(new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baker = new / "content/interviews/baker.md"
    text = baker.read_text(encoding="utf-8")
    baker.write_text(re.sub(r"\nپرسشگر: کدام شاعر.*", "\n", text, flags=re.DOTALL), encoding="utf-8")
    site = sites.files(new / "output")
    assert main(["build", "--root", str(new), *WORDS]) == 1
    assert "baker.md: W010 published ids are gone: t6, t7 " in capsys.readouterr().err
    assert sites.files(new / "output") == site


def test_a_redirect_of_a_turn_that_is_gone_still_leads_on(published: Path) -> None:
    for page in ("fa", "en", "both"):
        text = (published / f"output/{page}/baker.html").read_text(encoding="utf-8")
        found = re.findall(r'\bid="?(t\d+)(?=[\s">])', text)
        assert sorted(found) == [f"t{number}" for number in range(1, 8)]
        assert found.index("t5") < found.index("t6")


def test_a_rough_text_of_that_version_gets_permanent_ids(new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("--speaker", "پاسخ=میرآب حسن")
    assert main(["import", str(new / "content/interviews/keeper.txt"), "--root", str(new), *words]) == 0
    capsys.readouterr()
    assert main(["publish", "--root", str(new), *WORDS]) == 0
    told = capsys.readouterr().err
    assert re.search(r"^warning: content/interviews/keeper.md: W011 .*h0d4e6a9c", told, re.MULTILINE)
    assert "20 machine, 3 reviewed" in told
    ids = json.loads((new / "content/published.json").read_bytes())
    assert ids["keeper"] == ["t1", "t2", "t3", "t4"]
