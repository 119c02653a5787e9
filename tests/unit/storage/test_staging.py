"""Publishing: what changes on the disk, what never does, and what the archivist is told."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from goftogu.problems import Problem, Problems
from goftogu.storage import files as storage_files
from goftogu.storage.fingerprints import Fingerprints
from goftogu.storage.manifest import NAME as MANIFEST
from goftogu.storage.staging import STAGING, Result, Stage

SITE = {
    "index.html": b"front page",
    "fa/index.html": "خانه".encode(),
    "fa/one.html": "گفت‌وگوی نخست".encode(),
    "en/one.html": b"the first interview",
    "data/deep/er/one.json": b"{}",
    ".nojekyll": b"",
}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "output"


def publish(output: Path, site: Mapping[str, bytes]) -> tuple[Result, list[Problem]]:
    with Stage(output, Problems()) as stage:
        for path, data in site.items():
            stage.add(path, data)
        return stage.commit(), list(stage.problems)


def published(output: Path, site: Mapping[str, bytes]) -> Result:
    result, problems = publish(output, site)
    assert problems == []
    return result


def files(output: Path) -> dict[str, bytes]:
    found = (path for path in output.rglob("*") if not path.is_dir())
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in found}


def pages(output: Path) -> dict[str, bytes]:
    return {path: data for path, data in files(output).items() if path != MANIFEST}


def snapshot(output: Path) -> dict[str, tuple[int, int, int]]:
    return {
        path.relative_to(output).as_posix(): (status.st_ino, status.st_mtime_ns, status.st_size)
        for path in output.rglob("*")
        for status in [path.lstat()]
    }


# -- what is written


def test_the_first_build_writes_everything(output: Path) -> None:
    result = published(output, SITE)
    assert sorted(result.written) == sorted(SITE)
    assert result.unchanged == 0
    assert result.removed == ()
    assert pages(output) == SITE
    assert not (output / STAGING).exists()


def test_everybody_may_read_the_site(output: Path) -> None:
    old = os.umask(0o077)
    try:
        published(output, SITE)
    finally:
        os.umask(old)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in output.rglob("*") if path.is_file()}
    assert modes == {0o644}
    assert {stat.S_IMODE(path.stat().st_mode) for path in output.rglob("*") if path.is_dir()} == {0o755}


def test_only_the_list_of_the_files_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", flushed.append)
    published(tmp_path / "small", {"index.html": b"x"})
    few = len(flushed)
    published(tmp_path / "large", {"index.html": b"x", **{f"{number}.html": b"x" for number in range(20)}})
    assert len(flushed) == 2 * few > 0


def test_the_list_of_the_files_is_written_before_new_ones_come_and_after_every_change(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    put = storage_files.put

    def noted(file: str, data: bytes, *, flush: bool) -> None:
        written.append(Path(file).name)
        put(file, data, flush=flush)

    monkeypatch.setattr(storage_files, "put", noted)
    for site in (
        SITE,
        {**SITE, "index.html": b"other"},
        {"index.html": b"other"},
        {"index.html": b"x", "new.html": b""},
    ):
        published(output, site)
    assert written.count(MANIFEST) == 2 + 1 + 1 + 2


def test_only_what_is_ours_and_whole_is_there_to_be_kept(output: Path) -> None:
    published(output, SITE)
    (output / "mine.txt").write_bytes(b"front page")
    (output / "fa/one.html").write_bytes(b"damaged")
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in SITE.items()}
    with Stage(output, Problems()) as stage:
        assert stage.has("index.html", digests["index.html"])
        assert not stage.has("index.html", digests["en/one.html"])
        assert not stage.has("fa/one.html", digests["fa/one.html"])
        assert not stage.has("mine.txt", digests["index.html"])


def _stands(output: Path, site: Mapping[str, bytes]) -> bool:
    with Stage(output, Problems()) as stage:
        for path, data in site.items():
            stage.add(path, data)
        name = stage.site()
    with Stage(output, Problems()) as stage:
        return stage.stands(name)


def test_a_site_stands_while_its_files_and_their_list_are_whole(output: Path) -> None:
    assert not _stands(output, SITE)
    published(output, SITE)
    whole = (output / MANIFEST).read_bytes()
    assert _stands(output, SITE)
    assert not _stands(output, {**SITE, "new.html": b"new"})
    (output / MANIFEST).write_bytes(b"<<<<<<< HEAD\n" + whole)
    assert not _stands(output, SITE)
    (output / MANIFEST).write_bytes(whole)
    (output / "fa/one.html").write_bytes(b"damaged")
    assert not _stands(output, SITE)


def test_a_site_into_which_another_build_writes_does_not_stand(output: Path) -> None:
    with Stage(output, Problems()) as first, Stage(output, Problems()) as second:
        assert first.stands(first.site())
        assert not second.stands(second.site())


def test_the_second_build_writes_nothing(output: Path) -> None:
    published(output, SITE)
    before = snapshot(output)
    assert published(output, SITE) == Result((), len(SITE), (), torn=False)
    assert snapshot(output) == before


def test_the_size_is_that_of_all_files_whether_they_are_new_or_not(output: Path) -> None:
    published(output, SITE)
    changed = {**SITE, "index.html": b"x" * 1000, "new.html": b"12"}
    with Stage(output, Problems()) as stage:
        assert stage.size() == 0
        for path, data in changed.items():
            stage.add(path, data)
        assert stage.size() == sum(map(len, changed.values()))
        stage.join("joined", [b"abc", b"de"])
        assert stage.size() == sum(map(len, changed.values())) + 5
        stage.commit()


def test_a_file_that_is_gone_has_no_size(output: Path) -> None:
    with Stage(output, Problems()) as stage:
        stage.add("index.html", b"x")
        (output / ".staging/index.html").unlink()
        assert stage.size() == 0


def test_only_what_changed_is_written(output: Path) -> None:
    published(output, SITE)
    before = snapshot(output)
    result = published(output, {**SITE, "fa/one.html": b"new", "fa/two.html": b"two"})
    assert result == Result(("fa/one.html", "fa/two.html"), len(SITE) - 1, ())
    after = snapshot(output)
    assert {path for path in SITE if before[path] != after[path]} == {"fa/one.html"}
    assert (output / "fa/two.html").read_bytes() == b"two"


def test_what_the_site_has_no_more_is_removed_with_its_folder(output: Path) -> None:
    published(output, SITE)
    rest = {path: data for path, data in SITE.items() if "one" not in path}
    assert published(output, rest).removed == ("data/deep/er/one.json", "en/one.html", "fa/one.html")
    assert pages(output) == rest
    assert not (output / "data").exists()
    assert not (output / "en").exists()


def test_an_empty_site_leaves_only_the_manifest(output: Path) -> None:
    published(output, SITE)
    published(output, {})
    assert list(snapshot(output)) == [MANIFEST]
    assert published(output, SITE).written


def test_nothing_at_all_needs_no_manifest(output: Path) -> None:
    assert published(output, {}) == Result()
    assert files(output) == {}


def test_the_manifest_can_be_checked_by_sha256sum(output: Path) -> None:
    published(output, SITE)
    lines = [f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(SITE.items())]
    assert (output / MANIFEST).read_text(encoding="utf-8") == "".join(lines)


def test_pages_come_before_the_front_page(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(output, SITE)
    moved: list[str] = []
    replace = os.replace

    def recorded(old: str, new: str) -> None:
        moved.append(new)
        replace(old, new)

    monkeypatch.setattr(os, "replace", recorded)
    published(output, {path: data + b"!" for path, data in SITE.items()})
    order = [str(Path(path).relative_to(output)) for path in moved]
    assert order[-3:] == [".nojekyll", "index.html", MANIFEST]


def test_without_commit_the_old_site_stands(output: Path) -> None:
    published(output, SITE)
    before = snapshot(output)

    def broken_build() -> None:
        with Stage(output, Problems()) as stage:
            stage.add("fa/one.html", b"half a build")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken_build()
    assert snapshot(output) == before


def test_the_rest_of_a_killed_build_is_cleared_away(output: Path) -> None:
    published(output, SITE)
    (output / STAGING / "fa").mkdir(parents=True)
    (output / STAGING / "fa/one.html").write_bytes(b"half a p")
    published(output, SITE)
    assert pages(output) == SITE


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"cut o")])
def test_a_page_that_somebody_damaged_is_repaired(output: Path, damage: Callable[[Path], object]) -> None:
    published(output, SITE)
    damage(output / "fa/one.html")
    assert published(output, SITE) == Result(("fa/one.html",), len(SITE) - 1, ())
    assert pages(output) == SITE


# -- what is not ours


def test_a_strangers_file_is_never_deleted(output: Path) -> None:
    published(output, SITE)
    (output / "CNAME").write_bytes(b"archive.example")
    (output / "en/notes.txt").write_bytes(b"mine")
    (output / "empty").mkdir()
    published(output, {"index.html": b"front page"})
    assert pages(output) == {"index.html": b"front page", "CNAME": b"archive.example", "en/notes.txt": b"mine"}
    assert (output / "empty").is_dir()


def test_a_strangers_file_is_never_overwritten(output: Path) -> None:
    output.mkdir()
    (output / "index.html").write_bytes(b"mine")
    (output / "fa").mkdir()
    (output / "fa/one.html").write_bytes(b"mine too")
    result, problems = publish(output, SITE)
    assert result == Result()
    assert [(problem.code, problem.path) for problem in problems] == [
        ("W003", "output/index.html"),
        ("W003", "output/fa/one.html"),
    ]
    assert pages(output) == {"index.html": b"mine", "fa/one.html": b"mine too"}


def test_a_strangers_file_with_the_bytes_of_its_page_becomes_ours(output: Path) -> None:
    output.mkdir()
    (output / "index.html").write_bytes(SITE["index.html"])
    assert "index.html" not in published(output, SITE).written
    assert published(output, {}).removed == tuple(sorted(SITE))


@pytest.mark.parametrize("kind", ["link", "folder"])
@pytest.mark.parametrize("ours", [False, True])
def test_what_is_no_file_is_never_replaced(output: Path, tmp_path: Path, kind: str, ours: bool) -> None:
    target = tmp_path / "target"
    target.write_bytes(SITE["index.html"])
    output.mkdir()
    if ours:
        published(output, SITE)
        (output / "index.html").unlink()
    if kind == "link":
        (output / "index.html").symlink_to(target)
    else:
        (output / "index.html").mkdir()
    _, problems = publish(output, SITE)
    assert [(problem.code, problem.path) for problem in problems] == [("W003", "output/index.html")]
    assert target.read_bytes() == SITE["index.html"]


@pytest.mark.parametrize("ours", [False, True])
def test_a_linked_folder_is_not_followed(output: Path, tmp_path: Path, ours: bool) -> None:
    outside = tmp_path / "outside"
    if ours:
        published(output, SITE)
        (output / "fa").rename(outside)
    else:
        output.mkdir()
        outside.mkdir()
    (output / "fa").symlink_to(outside)
    before = files(outside)
    _, problems = publish(output, {**SITE, "fa/one.html": b"new"})
    assert {(problem.code, problem.path) for problem in problems} == {("W003", "output/fa")}
    published(output, {"index.html": b"front page"})
    assert files(outside) == before


def test_a_file_where_a_folder_belongs_is_named_once_for_each_page(output: Path) -> None:
    output.mkdir()
    (output / "data").write_bytes(b"mine")
    _, problems = publish(output, SITE)
    assert [(problem.code, problem.path) for problem in problems] == [("W003", "output/data")]


def test_a_removed_page_spares_what_has_taken_its_place(output: Path) -> None:
    published(output, SITE)
    (output / "en/one.html").unlink()
    (output / "en/one.html").mkdir()
    published(output, {"index.html": b"front page"})
    assert (output / "en/one.html").is_dir()


def test_the_output_folder_may_be_a_link(output: Path, tmp_path: Path) -> None:
    output.symlink_to(tmp_path / "elsewhere")
    published(output, SITE)
    assert pages(tmp_path / "elsewhere") == SITE


# -- what cannot be published


@pytest.mark.parametrize(
    "path",
    [
        "", "/etc/passwd", "../evil.html", "fa/../../evil.html", "fa/..", "./index.html", "fa//one.html", "fa/",
        "C:/evil.html", "fa\\evil.html", "fa/a\nb.html", "fa/\x00.html", "fa/\ud800.html",
        MANIFEST, f"{STAGING}/x.html",
    ],
)  # fmt: skip
def test_no_path_leaves_the_output_folder(output: Path, path: str) -> None:
    result, problems = publish(output, {**SITE, path: b"evil"})
    assert result == Result()
    assert [problem.code for problem in problems] == ["W005"]
    assert files(output) == {}


@pytest.mark.parametrize("path", ["..hidden.html", "fa/.well-known/x", "fa/گفت‌وگو.html", ".manifest.sha256.txt"])
def test_odd_paths_that_stay_inside_are_fine(output: Path, path: str) -> None:
    published(output, {path: b"page"})
    assert pages(output) == {path: b"page"}


@pytest.mark.parametrize("twin", ["fa/one.html", "FA/One.html"])
def test_two_pages_cannot_share_an_address(output: Path, twin: str) -> None:
    with Stage(output, Problems()) as stage:
        stage.add("fa/one.html", b"one")
        stage.add(twin, b"two")
        assert stage.commit() == Result()
    assert [(problem.code, problem.path) for problem in stage.problems] == [("W004", f"output/{twin}")]


def test_a_page_cannot_be_a_folder_of_another(output: Path) -> None:
    _, problems = publish(output, {"fa": b"page", "fa/one.html": b"page"})
    assert [problem.code for problem in problems] == ["W001"]
    assert files(output) == {}


def test_a_name_that_is_too_long_is_a_problem(output: Path) -> None:
    _, problems = publish(output, {"index.html": b"page", f"fa/{'x' * 300}.html": b"page"})
    assert [problem.code for problem in problems] == ["W001"]
    assert "shorter" in problems[0].hint
    assert files(output) == {}


# -- two builds at once


def test_a_second_build_at_the_same_time_is_told_so(output: Path) -> None:
    with Stage(output, Problems()) as first:
        first.add("index.html", b"front page")
        result, problems = publish(output, SITE)
        assert result == Result()
        assert [str(problem) for problem in problems] == [
            "output: W002 another build writes into this folder (wait until it is done)"
        ]
        assert first.commit().written == ("index.html",)
    assert published(output, SITE).written


def test_a_build_that_is_stopped_at_once_gives_the_lock_back(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(output, SITE)

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", stopped)
        with pytest.raises(KeyboardInterrupt):
            Stage(output, Problems()).__enter__()
    assert published(output, SITE).unchanged == len(SITE)


# -- a disk that fails


def failing(code: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize(
    ("code", "hint"),
    [(errno.ENOSPC, "space"), (errno.EROFS, "--output"), (errno.EACCES, "writable"), (errno.EIO, "disk")],
)
@pytest.mark.parametrize("layer", ["put", "make_folder"])
def test_a_failure_while_staging_leaves_the_old_site(
    output: Path, monkeypatch: pytest.MonkeyPatch, layer: str, code: int, hint: str
) -> None:
    published(output, SITE)
    before = files(output)
    with monkeypatch.context() as patch:
        patch.setattr(storage_files, layer, failing(code))
        result, problems = publish(output, {path: data + b"!" for path, data in SITE.items()})
    assert result == Result()
    assert [problem.code for problem in problems] == ["W001"]
    assert hint in problems[0].hint
    assert files(output) == before


def test_a_failure_of_which_only_the_words_are_known_is_a_problem(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("gone")

    with monkeypatch.context() as patch:
        patch.setattr(storage_files, "flush_folder", fail)
        _, (problem,) = publish(output, SITE)
    assert str(problem) == "output: W001 gone (check the disk and build again)"


def test_a_disk_that_fills_up_in_the_middle_leaves_the_old_site(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(output, SITE)
    before = files(output)
    write = storage_files.put

    def write_a_little(file: str, data: bytes, **options: bool) -> None:
        if "one" in file:
            write(file, data[: len(data) // 2], flush=False)
            raise OSError(errno.ENOSPC, "No space left on device", file)
        write(file, data, **options)

    with monkeypatch.context() as patch:
        patch.setattr(storage_files, "put", write_a_little)
        _, problems = publish(output, {path: data + b"!" for path, data in SITE.items()})
    assert [str(problem).partition(" (")[0] for problem in problems] == [
        "output/fa/one.html: W001 No space left on device"
    ]
    assert files(output) == before


def test_a_site_that_did_not_change_may_be_read_only(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(output, SITE)
    for layer in ("put", "make_folder"):
        monkeypatch.setattr(storage_files, layer, failing(errno.EROFS))
    monkeypatch.setattr(os, "replace", failing(errno.EROFS))
    assert published(output, SITE).unchanged == len(SITE)


@pytest.mark.parametrize("place", ["a file", "below a file"])
def test_an_output_folder_that_cannot_be_made_is_a_problem(tmp_path: Path, place: str) -> None:
    (tmp_path / "output").write_bytes(b"mine")
    output = tmp_path / "output" if place == "a file" else tmp_path / "output/site"
    result, problems = publish(output, SITE)
    assert result == Result()
    assert [problem.code for problem in problems] == ["W001"]
    assert (tmp_path / "output").read_bytes() == b"mine"


def test_a_page_that_cannot_be_read_is_a_problem(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published(output, SITE)
    monkeypatch.setattr(Fingerprints, "_read", failing(errno.EACCES))
    monkeypatch.setattr(Path, "read_bytes", failing(errno.EACCES))
    with Stage(output, Problems()) as stage:
        stage.add("index.html", b"front page")
    assert [(problem.code, problem.path) for problem in stage.problems] == [("W001", "output/index.html")]


def test_a_staging_folder_that_is_a_link_is_left_alone(output: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/file").write_bytes(b"mine")
    output.mkdir()
    (output / STAGING).symlink_to(tmp_path / "precious")
    _, problems = publish(output, SITE)
    assert [problem.code for problem in problems] == ["W001"]
    assert (tmp_path / "precious/file").read_bytes() == b"mine"


def fail_at(patch: pytest.MonkeyPatch, number: int) -> None:
    """Let one of the changes of the disk that publishing makes fail, counted from 0."""
    steps = iter(range(1000))

    def failing_once(call: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            if next(steps) == number:
                raise OSError(errno.EIO, "Input/output error")
            return call(*arguments, **options)

        return step

    for module, names in (
        (storage_files, ("put", "make_folder", "flush_folder")),
        (os, ("replace", "rename", "unlink")),
    ):
        for name in names:
            patch.setattr(module, name, failing_once(getattr(module, name)))


def test_a_failure_at_any_step_is_a_problem_and_is_repaired(tmp_path: Path) -> None:
    new = {"index.html": b"new front page", "fa/one.html": b"new", "fa/new/two.html": b"two", "x/y/z.html": b"z"}
    for step in range(100):
        output = tmp_path / str(step)
        published(output, SITE)
        before = pages(output)
        with pytest.MonkeyPatch.context() as patch:
            fail_at(patch, step)
            result, problems = publish(output, new)
        if not problems:
            break
        assert result == Result(torn=result.torn)
        assert result.torn or pages(output) == before
        assert [problem.code for problem in problems] == ["W001"]
        assert all(data in {SITE.get(path), new.get(path)} for path, data in pages(output).items())
        assert not (output / STAGING).exists()
        published(output, new)
        assert pages(output) == new
    assert step > 20


# -- a manifest that is damaged


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-20],
        lambda data: b"\xff\xfe\n" + data,
        lambda data: data + b"0" * 64 + b"  ../precious\n",
        lambda data: b"<<<<<<< HEAD\n" + data,
    ],
)
def test_a_damaged_manifest_is_told_and_mended(output: Path, damage: Callable[[bytes], bytes]) -> None:
    published(output, SITE)
    (output.parent / "precious").write_bytes(b"mine")
    whole = (output / MANIFEST).read_bytes()
    (output / MANIFEST).write_bytes(damage(whole))
    _, problems = publish(output, SITE)
    assert [problem.code for problem in problems] == ["W006"]
    assert (output / MANIFEST).read_bytes() == whole
    assert published(output, {}).removed == tuple(sorted(SITE))
    assert (output.parent / "precious").read_bytes() == b"mine"


def test_a_manifest_that_is_a_folder_is_a_problem(output: Path) -> None:
    (output / MANIFEST).mkdir(parents=True)
    _, problems = publish(output, SITE)
    assert [(problem.code, problem.path) for problem in problems] == [("W001", "output")]
