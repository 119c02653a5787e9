"""Publishing under fire: builds that are killed at any moment, and any row of builds against one cold build."""

from __future__ import annotations

import errno
import json
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.problems import Problem, Problems
from goftogu.storage import files
from goftogu.storage.manifest import NAME as MANIFEST
from goftogu.storage.staging import STAGING, Stage

KILLS = 60
STRANGER = "CNAME"

NURSERY = """
import json, os, sys
from pathlib import Path
from goftogu.problems import Problems
from goftogu.storage.staging import Stage

output, sites = Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text())

def build_for_ever():
    while True:
        for site in sites:
            with Stage(output, Problems()) as stage:
                for path, text in site.items():
                    stage.add(path, text.encode())
                stage.commit()
            if stage.problems:
                print(stage.problems, file=sys.stderr)
                os._exit(1)

for _ in sys.stdin:
    child = os.fork()
    if not child:
        build_for_ever()
    print(child, flush=True)
    print(os.WTERMSIG(os.waitpid(child, 0)[1]), flush=True)
"""
"""For each line of input, starts a process that builds two sites in turn, and tells its id and what killed it."""


def build(output: Path, site: Mapping[str, str]) -> list[Problem]:
    with Stage(output, Problems()) as stage:
        for path, text in site.items():
            stage.add(path, text.encode())
        stage.commit()
    return list(stage.problems)


def tree(output: Path) -> dict[str, str | None]:
    """Return every file with its text, and every folder with ``None``."""
    return {
        path.relative_to(output).as_posix(): None if path.is_dir() else path.read_text(encoding="utf-8")
        for path in output.rglob("*")
    }


def made_up_site(chance: random.Random, version: str) -> dict[str, str]:
    """Make 200 pages; half of them are the same in every version, some are there in one version only."""
    site = {}
    for number in range(200):
        lasting = number % 2 == 0
        name = f"{chance.choice(['fa', 'en', 'both', f'only-{version}'])}/{number}.html"
        text = f"page {number} of {'every version' if lasting else version}\n"
        site[name] = text * chance.randrange(1, 200)
    return site


def kill_a_build(nursery: subprocess.Popen[bytes], delay: float) -> None:
    """Start building and kill it after a time in seconds."""
    assert nursery.stdin is not None
    assert nursery.stdout is not None
    nursery.stdin.write(b"build\n")
    nursery.stdin.flush()
    builder = int(nursery.stdout.readline())
    ended, _, _ = select.select([nursery.stdout], [], [], delay)
    assert not ended, "the build ended by itself"
    os.kill(builder, signal.SIGKILL)
    assert int(nursery.stdout.readline()) == signal.SIGKILL


def test_a_killed_build_leaves_whole_pages_and_the_next_one_repairs_them(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311  made-up pages and delays need no secrecy
    old, new = made_up_site(chance, "old"), made_up_site(chance, "new")
    sites, output = tmp_path / "sites.json", tmp_path / "output"
    sites.write_text(json.dumps([old, new]))
    half_done = 0
    command = [sys.executable, "-c", NURSERY, str(output), str(sites)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as nursery:
        for number in range(KILLS):
            if number % 4 == 0:
                shutil.rmtree(output, ignore_errors=True)
            output.mkdir(exist_ok=True)
            (output / STRANGER).write_text("mine")
            kill_a_build(nursery, chance.uniform(0, 0.1))
            half_done += (output / STAGING).exists()
            assert_whole(output, old, new)
            assert_repaired(output, new)
    assert half_done


def assert_whole(output: Path, old: Mapping[str, str], new: Mapping[str, str]) -> None:
    for path, text in tree(output).items():
        if text is not None and not path.startswith(STAGING) and path not in {MANIFEST, STRANGER}:
            assert text in {old.get(path), new.get(path)}


def assert_repaired(output: Path, new: Mapping[str, str]) -> None:
    assert build(output, new) == []
    found = tree(output)
    assert found.pop(STRANGER) == "mine"
    assert {path: text for path, text in found.items() if text is not None and path != MANIFEST} == new
    assert STAGING not in found


class _PowerCut(BaseException):
    """Ends a build like a kill: nothing that would clean up runs to its end."""


def power_cut() -> BaseException:
    return _PowerCut()


def full_disk() -> BaseException:
    return OSError(errno.ENOSPC, "No space left on device")


Failure = Callable[[], BaseException]
CHANGES = [(files, "put"), (files, "make_folder"), (os, "replace"), (os, "rename"), (os, "unlink"), (os, "rmdir")]


def fail_after(patch: pytest.MonkeyPatch, steps: int, failure: Failure) -> None:
    """Let every change of the disk after the first few fail."""
    counter = iter(range(1_000_000))

    def guarded(call: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **options: object) -> object:
            if next(counter) >= steps:
                raise failure()
            return call(*arguments, **options)

        return step

    for module, name in CHANGES:
        patch.setattr(module, name, guarded(getattr(module, name)))


PATHS = ["index.html", "fa/index.html", "fa/a.html", "fa/topics/a.html", "en/a.html", "data/a.json", "x/y/z/deep.txt"]
SITES = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["one", "two", ""]))
ENDINGS = st.none() | st.tuples(st.integers(0, 12), st.sampled_from([power_cut, full_disk]))


@given(st.lists(st.tuples(SITES, ENDINGS), max_size=5), SITES)
def test_any_row_of_builds_ends_in_what_one_cold_build_makes(
    row: list[tuple[dict[str, str], tuple[int, Failure] | None]], last: dict[str, str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        warm, cold = Path(folder, "warm"), Path(folder, "cold")
        for site, ending in row:
            with pytest.MonkeyPatch.context() as patch, suppress(_PowerCut):
                if ending:
                    fail_after(patch, *ending)
                assert {problem.code for problem in build(warm, site)} <= {"W001"}
            assert set(tree(warm).values()) - {None, "one", "two", ""} <= manifests(warm)
        assert build(warm, last) == []
        assert build(cold, last) == []
        assert tree(warm) | {MANIFEST: ""} == tree(cold) | {MANIFEST: ""}
        if last:
            assert tree(warm) == tree(cold)


def manifests(output: Path) -> set[str]:
    return {text for path, text in tree(output).items() if path.endswith(MANIFEST) and text}


@given(SITES)
def test_a_second_build_changes_nothing(site: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "output")
        build(output, site)
        with pytest.MonkeyPatch.context() as patch:
            fail_after(patch, 0, full_disk)
            assert build(output, site) == []
