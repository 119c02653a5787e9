"""Pictures are made once, published whole, and told where they cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from goftogu.build import pictures
from goftogu.build.pictures import ArchivePictures, PictureInput
from goftogu.build.workers import Workers
from goftogu.model import MediaMention
from goftogu.pictures import resize
from goftogu.pictures.resize import PictureFault, ResizedPicture
from goftogu.problems import Problem, Problems, SourcePlace
from goftogu.storage import values
from goftogu.storage.cache import Cache
from tests import drawn, sites

WIDTHS = (30, 60)
RIVER = "content/interviews/river.md"
PORTRAIT = "portrait: {file: rad.jpg, alt: مینا راد}\n"
FIGURE = '\n![رود در بهار](rud.jpg "رود، ۱۳۴۰")\n{: #f1 }\n'


class Archive:
    """Files of pictures in memory, and how often each was resized."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.files = {"rad.jpg": drawn.photograph(90, 60), "rud.png": drawn.bytes_of(drawn.plain(40, 40))}
        self.made: list[str] = []
        self._root = root
        monkeypatch.setattr(pictures, "resized", self._resized)

    def _resized(self, _: None, given: PictureInput) -> ResizedPicture | PictureFault:
        self.made.append(given.name)
        return resize.resized(*given)

    def build(self, *mentions: MediaMention) -> tuple[ArchivePictures, list[Problem]]:
        there = {name: f"content/media/{name}" for name in self.files}
        problems = Problems()
        with Cache(self._root / "cache") as cache, Workers(1) as workers:
            found = ArchivePictures(cache, there, lambda path: self.files[path.rpartition("/")[2]])
            found.make(workers, mentions, lambda path: str(hash(self.files[path.rpartition("/")[2]])), problems)
        return found, list(problems)


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    return Archive(tmp_path, monkeypatch)


def mention(name: str, widths: tuple[int, ...] = WIDTHS, line: int = 4) -> MediaMention:
    return MediaMention(name, SourcePlace(RIVER, line, 9), widths)


def test_a_picture_is_made_once_for_all_who_name_it(archive: Archive) -> None:
    found, problems = archive.build(mention("rad.jpg"), mention("rad.jpg", (60, 80), 7), mention("rud.png"))
    assert problems == []
    assert archive.made == ["rad.jpg", "rud.png"]
    assert [size.width for size in found.published["rad.jpg"].sizes] == [30, 60, 80]


def test_a_picture_is_made_again_only_when_its_file_has_changed(archive: Archive) -> None:
    first, _ = archive.build(mention("rad.jpg"), mention("rud.png"))
    archive.made.clear()
    assert archive.build(mention("rad.jpg"), mention("rud.png"))[0].published == first.published
    assert archive.made == []
    archive.files["rad.jpg"] = drawn.photograph(70, 60)
    archive.build(mention("rad.jpg"), mention("rud.png"))
    assert archive.made == ["rad.jpg"]


def test_a_thousand_portraits_are_resized_once(archive: Archive) -> None:
    archive.files = {f"p{number}.jpg": archive.files["rad.jpg"] for number in range(1_000)}
    mentions = [mention(name, (30,)) for name in archive.files]
    archive.build(*mentions)
    assert sorted(archive.made) == sorted(archive.files)
    archive.build(*mentions)
    assert len(archive.made) == 1_000


def test_files_are_given_with_their_digests_and_made_again_when_they_are_lost(archive: Archive, tmp_path: Path) -> None:
    found, _ = archive.build(mention("rad.jpg"))
    with Cache(tmp_path / "cache") as cache:
        for path, digest, read in found.files():
            assert found.published["rad.jpg"].digests[path] == digest
            assert drawn.opened(read()).width in WIDTHS
        for name in ("files", "published"):
            cache.put(f"{found.ref('rad.jpg').digest.decode()}.{name}", b"\xc1 damaged")
    again, problems = archive.build(mention("rad.jpg"))
    assert (again.published, problems) == (found.published, [])
    assert values.decode(again.ref("rad.jpg").load(), dict[str, bytes])


def test_what_is_no_picture_or_not_there_is_left_alone(archive: Archive) -> None:
    found, problems = archive.build(mention("tape.mp3"), mention("rad.jpg", ()))
    assert (found.published, problems, archive.made) == ({}, [], [])
    assert found.of([mention("rad.jpg"), mention("rud.png")]) == {}


def test_a_picture_is_found_however_its_name_is_composed(archive: Archive) -> None:
    composed, apart = "آب.jpg", "ا\u0653ب.jpg"
    archive.files[composed] = archive.files["rad.jpg"]
    found, problems = archive.build(mention(apart), mention(composed, (80,)))
    assert (problems, list(found.published), archive.made) == ([], [composed], [composed])
    assert found.of([mention(apart), mention(composed)]) == {
        apart: found.published[composed],
        composed: found.published[composed],
    }
    assert found.published_as(apart) == found.published[composed]
    assert found.ref(apart).digest == found.ref(composed).digest


def test_a_file_that_cannot_be_used_is_told_at_every_place_that_names_it(archive: Archive) -> None:
    archive.files["rad.jpg"] = b"<svg><script>alert(1)</script></svg>"
    _, problems = archive.build(mention("rad.jpg"), mention("rad.jpg", line=9), mention("rud.png"))
    said = "I002 “rad.jpg”: it is an SVG drawing, which may hold scripts (save it as PNG or JPEG)"
    assert [str(problem) for problem in problems] == [f"{RIVER}:{line}:9: {said}" for line in (4, 9)]
    archive.made.clear()
    archive.build(mention("rad.jpg"))
    assert archive.made == ["rad.jpg"]


def test_two_names_that_would_have_one_address_are_told(archive: Archive) -> None:
    archive.files["rad.png"] = archive.files["rud.png"]
    _, problems = archive.build(mention("rad.jpg"), mention("rad.png", (90,)), mention("rud.png"))
    assert problems == []
    _, problems = archive.build(mention("rad.jpg", (30,)), mention("rad.png", (30,)))
    said = "S006 its name reads like that of rad.jpg (rename the file)"
    assert [str(problem) for problem in problems] == [f"{RIVER}:4:9: {said}"]


def laid(root: Path) -> Path:
    """Make an archive with a portrait and a picture."""
    river = sites.make(root) / RIVER
    text = river.read_text("utf-8").replace("---\nاین", f"{PORTRAIT}---\nاین")
    river.write_text(text.rstrip() + "\n" + FIGURE, "utf-8")
    (root / "content/media").mkdir()
    (root / "content/media/rad.jpg").write_bytes(drawn.photograph(700, 700))
    (root / "content/media/rud.jpg").write_bytes(drawn.photograph(2000, 1000, 6))
    return root


def test_a_site_has_the_pictures_and_none_of_their_secrets(tmp_path: Path) -> None:
    report = sites.build(laid(tmp_path))
    assert {problem.code for problem in report.problems} == {"M006"}
    found = sites.files(tmp_path / "output")
    assert len([path for path in found if path.startswith("media/r")]) == 12
    assert not [path for path, data in found.items() for secret in drawn.SECRETS if secret in data]
    assert not [path for path in found if path.endswith(("rad.jpg", "rud.jpg"))]
    assert drawn.opened(found["media/rud-480.webp"]).size == (480, 960)
    assert "رود در بهار" in found["fa/river.html"].decode()


def test_a_second_build_and_any_number_of_processes_give_the_same(tmp_path: Path) -> None:
    sites.build(laid(tmp_path))
    first = sites.files(tmp_path / "output")
    again = sites.build(tmp_path)
    assert again.result is not None
    assert not again.result.written
    sites.build(laid(tmp_path / "other"), packages=None, jobs=2)
    assert sites.files(tmp_path / "other/output") == first


def test_a_picture_of_a_draft_is_not_published_and_not_unused(tmp_path: Path) -> None:
    river = laid(tmp_path) / RIVER
    river.write_text(river.read_text("utf-8").replace("portrait:", "draft: true\nportrait:"), "utf-8")
    report = sites.build(tmp_path)
    assert {problem.code for problem in report.problems} == {"T015"}
    assert not (tmp_path / "output/media").exists()


def test_nothing_is_published_with_a_picture_that_is_cut(tmp_path: Path) -> None:
    picture = laid(tmp_path) / "content/media/rud.jpg"
    picture.write_bytes(picture.read_bytes()[:-700])
    report = sites.build(tmp_path)
    assert report.result is None
    assert [problem.code for problem in report.problems.errors()] == ["I002"]


def test_people_free_pages_and_the_archive_have_pictures_too(tmp_path: Path) -> None:
    root = laid(tmp_path)
    alt = 'alt = {fa = "نگاره", en = "A picture"}'
    people = (root / "content/people.toml").read_text("utf-8")
    shown = people.replace("[ahmadi]\n", f'[ahmadi]\npublic = true\nportrait = {{file = "ahmadi.jpg", {alt}}}\n')
    (root / "content/people.toml").write_text(shown, "utf-8")
    settings = (root / "content/site.toml").read_text("utf-8")
    (root / "content/site.toml").write_text(f'{settings}\n[logo]\nfile = "sign.png"\n{alt}\n', "utf-8")
    (root / "content/pages").mkdir()
    for language in ("fa", "en"):
        text = '# About\n\nOne\n\n![A pond](pond.jpg "The *pond*")\n\nTwo\n'
        (root / f"content/pages/about.{language}.md").write_text(text, "utf-8")
    for name in ("ahmadi.jpg", "sign.png", "pond.jpg"):
        (root / "content/media" / name).write_bytes(drawn.photograph(300, 200))
    river = root / RIVER
    river.write_text(river.read_text("utf-8").replace(PORTRAIT, ""), "utf-8")
    (root / "content/media/rad.jpg").unlink()
    report = sites.build(root)
    assert {problem.code for problem in report.problems} == {"M006"}
    page = (root / "output/en/about.html").read_text("utf-8")
    assert page.index("<p>One</p>") < page.index("media/pond-300.jpg") < page.index("<p>Two</p>")
    assert "<figcaption>The <em>pond</em></figcaption>" in page
    assert '<img class="logo" src="../media/sign-256.jpg"' in page
    assert "media/ahmadi-160.webp" in (root / "output/fa/people/ahmadi.html").read_text("utf-8")
    assert '<figure class="portrait">' in (root / "output/fa/river.html").read_text("utf-8")
    assert not [path for path, data in sites.files(root / "output").items() if drawn.SECRETS[2] in data]
