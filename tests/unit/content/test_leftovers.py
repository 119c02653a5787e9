"""Names that programs give: each is known, and no name that a person would give is taken for one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content import leftovers

LEFT = (
    "Thumbs.db", "ehthumbs.db", "desktop.ini", "Desktop.INI", ".DS_Store", "Icon\r", "Picasa.ini", "4913", "__MACOSX",
    "@eaDir", "#recycle", "$RECYCLE.BIN", "lost+found", "System Volume Information", "~$azar.docx", "~$zar.docx",
    ".~lock.azar.odt#", "azar.md~", "#azar.md#", "~WRL0001.tmp", "~WRL3412.docx", "people.toml.sb-1f2e3d4c-aBc12D",
    "azar.md.bak", "azar.md.orig", "azar.po.rej", "azar.old", "azar.md.save", "azar.swp", "azar.docx.part",
    "azar.docx.crdownload", "azar.mp3.download", "azar.mo", "IMG_0001.AAE", ".#azar.md",
)  # fmt: skip
OURS = (
    "azar.md", "sara-1404.md", "people.toml", "river.po", "thumbs.md", "desktop.md", "icon", "recycle.md", "lost.md",
    "found.txt", "49130", "14913.md", "~azar.md", "#1.md", "1#2.md", "$5.md", "old.md", "backup.md", "orig.txt",
    "نگاه~نو.md", "lock.md", "part.md", "بایگانی.txt", "wrl.docx", "a.sb.md", "card.png", "",
)  # fmt: skip
COPIES = (
    "river.sync-conflict-20250101-120000-ABCDEFG", "river.sync-conflict-20250101-120000", "river (1)", "river(12)",
    "river (conflicted copy 2025-01-01 120000)", "river (Sara's conflicted copy 2025-01-01)", "river (Case Conflict)",
    "river-DESKTOP-AB12CD3", "river-LAPTOP-7Q8W-2", "river-Saras-MacBook-Pro", "river-Sara-PC", "river_BACKUP_1234",
    "river-JohnsMacBook", "river-JohnsiMac", "river-iMac-3", "river-iMac", "river-MacBook", "river-sara-PC",
    "river-SARA-PC-2", "river-DESKTOP-ABCDEFG",
    "river_LOCAL_1234", "river_REMOTE_77", "river_BASE_1", "river.bak", "river.old", "river.orig", "river copy",
    "river copy 2", "river-copy", "river - Copy", "river - Copy (3)", "river - کپی", "river - رونوشت (2)",
    "Copy of river", "رونوشت river", "کپی river",
)  # fmt: skip
ORIGINALS = (
    "river-2", "river-two", "river-copybook", "rivers", "old-river", "river.2", "river_local", "river_remote_",
    "river-desk", "river-pc", "river (garden)", "copy", "کپی", "river.v2", "river-1404", "copy of the river",
    "river-conflict", "River of copies", "my river", "river-karimachi", "river-simachi", "river-Karimachi",
    "river-KARIMACHI", "river-imac", "river-PC", "river-laptop-2", "river-laptop-dozd", "river-desktop-publishing",
    "river-sara-pc", "river-sara-pcr", "river-Sara-PCR", "river-Tudeh-PCI", "river-iMachine", "river-macbooks",
)  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
def test_what_a_program_leaves_is_known(name: str) -> None:
    assert leftovers.is_left(name)


@pytest.mark.parametrize("name", OURS)
def test_what_a_person_names_is_not_taken_for_it(name: str) -> None:
    assert not leftovers.is_left(name)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_known_by_the_name_of_its_original(name: str) -> None:
    assert leftovers.original(name, {"river", "garden", name}) == "river"


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_without_its_original_is_an_interview(name: str) -> None:
    assert leftovers.original(name, {"garden", name}) == ""


@pytest.mark.parametrize("name", ORIGINALS)
def test_an_interview_that_is_called_like_another_one_is_no_copy(name: str) -> None:
    assert leftovers.original(name, {"river", name}) == ""


def test_a_persian_name_is_known_in_both_spellings() -> None:
    split = unicodedata.normalize("NFD", "آب (1)")
    assert split != "آب (1)"
    assert leftovers.original(split, {"آب"}) == "آب"


def test_a_copy_of_a_copy_is_a_copy_of_that() -> None:
    assert leftovers.original("river (1) (2)", {"river", "river (1)"}) == "river (1)"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        (".river.md.icloud", "river.md"),
        (".گفت‌وگو.md.icloud", "گفت‌وگو.md"),
        (".people.toml.icloud", "people.toml"),
        (".icloud", ""),
        ("river.md.icloud", ""),
        (".river.md", ""),
        (".river.icloud.md", ""),
        ("", ""),
    ],
)
def test_the_place_of_what_icloud_has_is_known(name: str, meant: str) -> None:
    assert leftovers.away(name) == meant


@given(st.text(st.characters(exclude_characters="/"), max_size=30))
def test_any_name_is_answered(name: str) -> None:
    assert leftovers.is_left(f"a{name}.bak")
    assert leftovers.away(f".{name}.icloud") == name or not name
    assert leftovers.original(name, ()) == ""


def test_only_the_whole_name_before_the_computer_counts() -> None:
    assert leftovers.original("old-river-Sara-PC", {"old-river", "old"}) == "old"
    assert leftovers.original("old-river-Sara-PC", {"old-river"}) == "old-river"
