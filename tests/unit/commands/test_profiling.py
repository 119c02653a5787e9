from __future__ import annotations

import cProfile
import pstats
from pathlib import Path

import pytest

from goftogu.cli import main
from goftogu.commands import profiling
from goftogu.persian import digits
from tests import sites


def work() -> int:
    for number in range(3):
        digits.to_persian(str(number))
    return 7


def test_the_code_of_the_command_comes_through(capsys: pytest.CaptureFixture[str]) -> None:
    assert profiling.profiled(work, file="") == 7
    first, *rows = capsys.readouterr().err.splitlines()
    assert "compare shares" in first
    assert any(row.endswith("to_persian") and " 3 calls " in row for row in rows)


def test_only_functions_of_the_package_are_shown_the_slowest_first() -> None:
    profiler = cProfile.Profile()
    profiler.runcall(work)
    rows = profiling.rows(profiler)
    assert [row.name.partition(":")[0] for row in rows if row.calls == 3] == ["persian/digits.py"]
    assert rows == sorted(rows, key=lambda row: -row.seconds)
    assert not any("<lambda>" in row.name or "work" in row.name for row in rows)


def test_at_most_so_many_are_shown(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(profiling, "MOST", 0)
    profiling.profiled(work, file="")
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_25_functions_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    profiling._tell([profiling.ProfileRow(2.5 - number / 100, 3, f"a.py:{number} call") for number in range(30)])
    first, *shown = capsys.readouterr().err.splitlines()
    assert first == "2.50 s under the profiler, which slows all down: compare shares"
    assert (shown[0], len(shown)) == ("   2.500 s 100%          3 calls  a.py:0 call", 25)


def test_no_time_at_all_has_no_share(capsys: pytest.CaptureFixture[str]) -> None:
    profiling._tell([profiling.ProfileRow(0, 1, "a.py:1 call")])
    assert capsys.readouterr().err.splitlines() == [
        "1.00 s under the profiler, which slows all down: compare shares",
        "   0.000 s   0%          1 calls  a.py:1 call",
    ]


def test_a_command_that_is_stopped_is_told_about_too(capsys: pytest.CaptureFixture[str]) -> None:
    def stop() -> int:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        profiling.profiled(stop, file="")
    assert "compare shares" in capsys.readouterr().err


def test_the_data_can_be_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profiling.profiled(work, str(tmp_path / "data"))
    assert "python -m pstats" in capsys.readouterr().err
    found = pstats.Stats(str(tmp_path / "data")).get_stats_profile()
    assert "to_persian" in found.func_profiles


def test_data_that_cannot_be_kept_are_told_by_the_outermost_handler(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="director"):
        profiling.profiled(work, str(tmp_path))


def test_a_check_can_be_profiled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = sites.make_built(tmp_path / "archive")
    assert main(["check", "--root", str(root), "--offline", "--profile"]) == 0
    shown = capsys.readouterr().err
    assert "commands/build.py" in shown
    assert "100%          1 calls" in shown
