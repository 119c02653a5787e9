"""The pages of an interview under edit, made without the rest of the site: as the build makes them after that."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from goftogu.build.pipeline import PagesOf
from tests import sites, test_everything

RIVER, WELL, BRIDGE = (f"content/interviews/{name}.md" for name in ("river", "well", "bridge"))
MEMORY = "content/translations/en/well.po"
BOAT = "آن‌ها را خودم دوختم."
VIEWS = 4
Edit = Callable[[str, str, str], None]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sites.make_golden(tmp_path / "archive")


@pytest.fixture
def edit(root: Path) -> Edit:
    def change(path: str, old: str, new: str) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def build(root: Path, **options: bool) -> PagesOf:
    """Build; return what makes pages ahead of the next build."""
    learned: list[PagesOf] = []
    report = sites.build(root, preview=learned.append, **options)
    assert report.result is not None
    return learned[0]


def published(root: Path, made: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: (root / "output" / path).read_bytes() for path in made}


@pytest.mark.parametrize("path", [RIVER, WELL, MEMORY])
def test_where_nothing_has_changed_the_pages_are_those_of_the_site(root: Path, path: str) -> None:
    made = build(root)([root / path])
    assert len(made) == VIEWS
    assert made == published(root, made)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (RIVER, "آب آن زلال بود", "آب آن زلال و سرد بود"),
        (RIVER, "title: گفت‌وگو دربارهٔ رودخانه", "title: گفت‌وگو دربارهٔ رود"),
        (WELL, "درخت میکاریم", "درخت سیب میکاریم"),
        (MEMORY, "My father", "My grandfather"),
    ],
)
def test_what_is_shown_of_an_edit_is_what_the_next_build_publishes(
    root: Path, edit: Edit, path: str, old: str, new: str
) -> None:
    pages = build(root)
    edit(path, old, new)
    made = pages([root / path])
    assert len(made) == VIEWS
    assert made != published(root, made)
    build(root)
    assert made == published(root, made)


def test_pictures_and_recordings_are_shown_as_the_last_build_left_them(tmp_path: Path) -> None:
    root = test_everything.archive(tmp_path / "archive")
    pages, file = build(root), root / "content/interviews/boat.md"
    text = file.read_text(encoding="utf-8")
    longer = text.replace(BOAT, f"{BOAT} آن سال باران بسیار بود.").replace("\n---\n", "\n---\n\n\n", 1)
    file.write_text(longer, encoding="utf-8")  # the lines on which files are named have moved, too
    made = pages([file])
    assert len(made) == VIEWS
    build(root)
    assert made == published(root, made)
    assert b"<img" in made["fa/boat.html"]


def test_only_transcripts_and_their_memories_have_pages(root: Path) -> None:
    pages = build(root)
    assert pages([root / "content/topics.toml", root / "content/interviews/.river.md.swp", Path("/river.md")]) == {}
    both = pages([root / MEMORY, root / RIVER, root / WELL])
    assert {path.rpartition("/")[2] for path in both} == {"river.html", "well.html"}


def test_a_project_may_be_reached_by_a_link(root: Path) -> None:
    link = root.with_name("link")
    link.symlink_to(root)
    pages = build(root)
    assert pages([link / RIVER]) == build(link)([root / RIVER]) == pages([root / RIVER]) != {}


def test_nothing_is_shown_of_what_has_an_error(root: Path, edit: Edit) -> None:
    pages = build(root)
    edit(RIVER, "title: ", "titel: ")
    assert pages([root / RIVER]) == {}
    (root / RIVER).unlink()
    assert pages([root / RIVER]) == {}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("series: water", "series: water\ndraft: true"),
        ("series: water", "series: water\nembargo: 2200-01-01"),
        ("زلال بود", "زلال بود\n\n![چاه](media/well.jpg)"),
        ("file: well.wav", "file: well-2.wav"),
    ],
    ids=["draft", "embargo", "picture", "recording"],
)
def test_what_the_last_build_did_not_know_waits_for_the_next(root: Path, edit: Edit, old: str, new: str) -> None:
    path = WELL if "file" in old else RIVER
    pages = build(root)
    edit(path, old, new)
    assert pages([root / path]) == {}


def test_a_draft_is_shown_where_drafts_are(root: Path, edit: Edit) -> None:
    shutil.copy(root / RIVER, root / BRIDGE)
    edit(BRIDGE, "series: water\npart: 2\n", "draft: true\n")
    assert build(root)([root / BRIDGE]) == {}
    pages = build(root, drafts=True)
    edit(BRIDGE, "آب آن زلال بود", "آب آن گل‌آلود بود")
    assert "گل‌آلود".encode() in pages([root / BRIDGE])["fa/bridge.html"]


def test_an_archive_in_persian_alone_has_pages_ahead_too(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    site, file = root / "content/site.toml", root / RIVER
    site.write_text('languages = ["fa"]\n' + site.read_text(encoding="utf-8"), encoding="utf-8")
    pages = build(root)
    file.write_text(file.read_text(encoding="utf-8").replace("زلال", "شفاف"), encoding="utf-8")
    made = pages([file])
    assert list(made) == ["fa/river.html"]
    assert "شفاف".encode() in made["fa/river.html"]
