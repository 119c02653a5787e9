"""Every command that writes: a full disk, or an end in the middle, leaves the old file whole."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from goftogu.cli import main
from goftogu.storage import files
from tests import sites

ROUGH: Final = "پرسش: نان را کجا می‌پختند؟\n\nپاسخ: در تنور خانه.\n"
OLD: Final = b"old"

COMMANDS: Final = {
    "stamp": (["stamp"], "content/interviews/river.md"),
    "import": (["import", "bread.txt"], "content/received/bread.txt"),
    "new": (["new", "bread"], "content/interviews/bread.md"),
    "export": (["export", "tsv", "--to", "export"], "export/river.tsv"),
    "translate": (["translate", "--packages", "none", "--offline"], "content/translations/en/river.po"),
    "report": (["translate", "--report", "report.html"], "report.html"),
    "profile": (["check", "--offline", "--profile", "profile.data"], "profile.data"),
    "approve": (["approve", "river", "--by", "Sara"], "content/translations/en/river.po"),
}
"""What is called, and what it writes first."""

KEEPS: Final = frozenset({"export", "report", "profile"})
"""Commands that write over what was there."""

KILLED: Final = """
import os, sys
from goftogu.cli import main
from goftogu.storage import files

def put(file, data, *, flush=False):
    with open(file, "wb") as stream:
        stream.write(data[: len(data) // 2])
    os._exit(9)

files.put = put
main(sys.argv[1:])
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Make a project with an interview without ids, and go there."""
    root = sites.make(tmp_path / "archive")
    river = root / "content/interviews/river.md"
    kept = [line for line in river.read_text(encoding="utf-8").splitlines() if not line.startswith("{: #")]
    river.write_text("\n".join(kept) + "\n", encoding="utf-8")
    (root / "bread.txt").write_text(ROUGH, encoding="utf-8")
    monkeypatch.chdir(root)
    yield root
    shutil.rmtree(root)


def before(name: str, root: Path) -> bytes | None:
    """Lay down what a command writes over, and return what is there."""
    file = root / COMMANDS[name][1]
    if name in KEEPS:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(OLD)
    return file.read_bytes() if file.exists() else None


def after(name: str, root: Path) -> bytes | None:
    file = root / COMMANDS[name][1]
    return file.read_bytes() if file.exists() else None


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_leaves_the_old_file_whole(
    name: str, root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = before(name, root)

    def put(file: str, data: bytes, *, flush: bool = False) -> None:
        Path(file).write_bytes(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), file)

    with monkeypatch.context() as patch:
        patch.setattr(files, "put", put)
        assert main(COMMANDS[name][0]) == 1
    shown = capsys.readouterr().err
    assert os.strerror(errno.ENOSPC) in shown
    assert any(code in shown for code in (" X001 ", " M008 ", " S016 "))
    assert "Traceback" not in shown
    assert after(name, root) == old
    assert list(root.rglob(".*.part")) == []
    assert main(COMMANDS[name][0]) == (name == "translate")
    assert after(name, root) not in {old, None}


@pytest.mark.parametrize("name", COMMANDS)
def test_an_end_in_the_middle_leaves_the_old_file_whole(name: str, root: Path) -> None:
    old = before(name, root)
    command = [sys.executable, "-c", KILLED, *COMMANDS[name][0]]
    ended = subprocess.run(command, check=False, capture_output=True, env={**os.environ, "PYTHONPATH": str(sites.ROOT)})
    assert ended.returncode == 9
    assert after(name, root) == old


def test_a_package_is_installed_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "none"))
    tiny = next((sites.ROOT / "tests").rglob("*.argosmodel"))
    root = sites.make(tmp_path / "archive")

    def put(file: str, data: bytes, *, flush: bool = False) -> None:
        Path(file).write_bytes(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), file)

    with monkeypatch.context() as patch:
        patch.setattr(files, "put", put)
        assert main(["package", "install", str(tiny), "--root", str(root)]) == 1
    assert " A010 " in capsys.readouterr().err
    assert [path.name for path in (root / ".packages").iterdir()] == []
    assert not (root / "content/translation.lock").exists()
    assert main(["package", "install", str(tiny), "--root", str(root)]) == 0
