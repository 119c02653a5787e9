"""The pages of an edit, shown before its build is done."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from goftogu.serve.preview import EditPreview

FILES = [Path("a.md")]


def pages(changed: Iterable[Path]) -> dict[str, bytes]:
    return {path.with_suffix(".html").name: b"new" for path in changed if path.suffix == ".md"}


def test_what_is_known_from_an_earlier_build_shows_an_edit_at_once() -> None:
    preview, shown = EditPreview(), list[str]()
    preview.begin(shown.extend, ())
    preview.learn(pages)
    assert shown == []
    preview.begin(shown.extend, FILES)
    assert shown == ["a.html"]
    preview.learn(pages)  # the build that follows
    assert shown == ["a.html"]


def test_before_anything_is_known_an_edit_waits_for_the_build_to_read_the_archive() -> None:
    preview, shown = EditPreview(), list[str]()
    preview.begin(shown.extend, FILES)
    assert shown == []
    preview.learn(pages)
    assert shown == ["a.html"]


def test_what_was_learned_last_counts() -> None:
    preview, shown = EditPreview(), list[str]()
    preview.learn(pages)
    preview.learn(lambda _: {"b.html": b"newest"})
    preview.begin(shown.extend, FILES)
    assert shown == ["b.html"]


def test_an_edit_without_pages_wakes_nobody() -> None:
    preview, shown = EditPreview(), list[object]()
    preview.learn(pages)
    preview.begin(shown.append, [Path("site.toml")])
    preview.begin(shown.append, ())
    assert shown == []


def test_the_archive_is_read_once_while_nobody_edits() -> None:
    preview, shown, read = EditPreview(), list[str](), list[int]()

    def learn() -> None:
        read.append(1)
        preview.learn(pages)

    preview.rest(learn)
    preview.rest(learn)
    preview.begin(shown.extend, FILES)
    assert (read, shown) == ([1], ["a.html"])


def test_what_cannot_be_read_is_not_tried_again() -> None:
    preview, read = EditPreview(), list[int]()
    for _ in range(2):
        preview.rest(lambda: read.append(1))
    assert read == [1]


def test_nothing_is_read_for_what_a_build_has_told() -> None:
    preview, read = EditPreview(), list[int]()
    preview.learn(pages)
    preview.rest(lambda: read.append(1))
    assert read == []
