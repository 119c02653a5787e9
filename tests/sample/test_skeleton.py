"""Nothing of the sample archive is in the folder of an archive that somebody starts."""

from __future__ import annotations

import tomllib

from goftogu.commands.skeleton import TEMPLATE
from tests.sites import ROOT


def test_nobody_of_the_sample_is_in_a_new_archive() -> None:
    people = tomllib.loads((ROOT / "content/people.toml").read_text(encoding="utf-8"))
    names = {name for person in people.values() for name in person["name"].values()}
    text = "\n".join(file.read_text(encoding="utf-8") for file in TEMPLATE.rglob("*") if file.is_file())
    assert names
    assert [name for name in names if name in text] == []


def test_no_file_of_the_sample_is_in_a_new_archive() -> None:
    own = {file.read_bytes() for file in (ROOT / "content").rglob("*") if file.is_file()}
    assert not [file for file in TEMPLATE.rglob("*") if file.is_file() and file.read_bytes() in own]
    assert not {path.name for path in TEMPLATE.rglob("*")} & {"card.png"}


def test_the_about_page_is_another_one() -> None:
    for language in ("fa", "en"):
        own = (ROOT / f"content/pages/about.{language}.md").read_text(encoding="utf-8").splitlines()
        new = (TEMPLATE / f"common/content/pages/about.{language}.md").read_text(encoding="utf-8").splitlines()
        assert not {line for line in new if len(line) > 40} & set(own)
