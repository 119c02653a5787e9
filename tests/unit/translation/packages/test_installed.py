from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from goftogu.storage import files as storage_files
from goftogu.translation.packages import checksums, unzip
from goftogu.translation.packages import installed as package_installed
from tests.collecting import collected, found_by

METADATA = {"package_version": "1.5", "argos_version": "1.9", "from_code": "fa", "to_code": "en"}
GOOD: dict[str, bytes] = {
    "metadata.json": json.dumps(METADATA).encode(),
    "sentencepiece.model": b"pieces",
    "model/model.bin": b"weights",
}


def metadata(**changes: object) -> dict[str, bytes]:
    return {**GOOD, "metadata.json": json.dumps({**METADATA, **changes}).encode()}


def archive_of(files: dict[str, bytes], top: str = "fa_en") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(f"{top}/{name}" if top else name, data)
    return stream.getvalue()


def link() -> bytes:
    stream = io.BytesIO(archive_of(GOOD))
    with zipfile.ZipFile(stream, "a") as target:
        info = zipfile.ZipInfo("fa_en/model/link.bin")
        info.external_attr = 0o120777 << 16
        target.writestr(info, "/etc/passwd")
    return stream.getvalue()


def encrypted() -> bytes:
    data = bytearray(archive_of(GOOD))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def flipped() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, data in GOOD.items():
            target.writestr(f"fa_en/{name}", data)
    return stream.getvalue().replace(b"weights", b"weighty", 1)


FAULTS: list[tuple[str, str, Callable[[], bytes]]] = [
    ("a page of HTML", "A001", lambda: b"<html>not found</html>"),
    ("empty", "A001", lambda: b""),
    ("cut off", "A002", lambda: archive_of(GOOD)[:-60]),
    ("changed on the way", "A002", flipped),
    ("no folder", "A003", lambda: archive_of(GOOD, top="")),
    ("two folders", "A003", lambda: archive_of({**GOOD, "../other/metadata.json": b"{}"})),
    ("outside", "A003", lambda: archive_of({**GOOD, "../../escape": b""})),
    ("absolute", "A003", lambda: archive_of(GOOD, top="/etc")),
    ("drive", "A003", lambda: archive_of(GOOD, top="C:")),
    ("two tops", "A003", lambda: archive_of({"a/metadata.json": b"{}", "b/metadata.json": b"{}"}, top="")),
    ("symbolic link", "A003", link),
    ("encrypted", "A003", encrypted),
    ("no file", "A003", lambda: archive_of({})),
    ("too many files", "A004", lambda: archive_of({str(number): b"" for number in range(1001)})),
    ("wrong language", "A005", lambda: archive_of(metadata(from_code="en", to_code="fa"))),
    ("future", "A006", lambda: archive_of(metadata(argos_version="2.0"))),
    ("odd format", "A006", lambda: archive_of(metadata(argos_version=None))),
    ("broken metadata", "A007", lambda: archive_of({**GOOD, "metadata.json": b"{"})),
    ("endless metadata", "A007", lambda: archive_of({**GOOD, "metadata.json": b"[" * 200_000})),
    ("metadata is a list", "A007", lambda: archive_of({**GOOD, "metadata.json": b"[]"})),
    ("metadata is no text", "A007", lambda: archive_of({**GOOD, "metadata.json": b"\xff\xfe\xfd"})),
    ("no metadata", "A007", lambda: archive_of({"model/model.bin": b""})),
    ("version with a path", "A007", lambda: archive_of(metadata(package_version="../1"))),
    ("another kind", "A007", lambda: archive_of(metadata(type="sbd"))),
    ("no model", "A008", lambda: archive_of({"metadata.json": GOOD["metadata.json"]})),
]


@pytest.mark.parametrize(("code", "make"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_bad_file_changes_nothing(code: str, make: Callable[[], bytes], tmp_path: Path) -> None:
    folder = tmp_path / "packages"
    good = tmp_path / "good.argosmodel"
    good.write_bytes(archive_of(GOOD))
    before = collected(package_installed.install, good, folder)
    bad = tmp_path / "bad.argosmodel"
    bad.write_bytes(make())
    package, problems = collected(package_installed.install, bad, folder)
    assert package is None
    assert [problem.code for problem in problems] == [code]
    assert problems[0].path == str(bad)
    assert problems[0].hint
    assert package_installed.find(folder) == [before[0]]
    assert [path.name for path in folder.iterdir()] == ["translate-fa_en-1_5"]
    assert {path.name for path in tmp_path.iterdir()} == {"packages", "good.argosmodel", "bad.argosmodel"}


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unzip, "LARGEST", 2**20)
    bomb = tmp_path / "bomb.argosmodel"
    bomb.write_bytes(archive_of({**GOOD, "model/model.bin": bytes(2**20)}))
    assert bomb.stat().st_size < 10_000
    package, problems = collected(package_installed.install, bomb, tmp_path / "packages")
    assert package is None
    assert [problem.code for problem in problems] == ["A004"]


def test_only_what_the_engine_needs_is_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(archive_of({**GOOD, "stanza/fa/tokenize.pt": b"x", "run.sh": b"x", "model/config.json": b"{}"}))
    package, _ = collected(package_installed.install, file, tmp_path / "packages")
    assert package is not None
    names = {path.relative_to(package.path).as_posix() for path in package.path.rglob("*") if path.is_file()}
    assert names == {*GOOD, "model/config.json", checksums.NAME}


def test_the_same_version_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "file"
    for weights in (b"old", b"new"):
        file.write_bytes(archive_of({**GOOD, "model/model.bin": weights}))
        package, _ = collected(package_installed.install, file, tmp_path / "packages")
        assert package is not None
        assert (package.path / "model" / "model.bin").read_bytes() == weights
    assert len(package_installed.find(tmp_path / "packages")) == 1


def test_the_tiny_package(installed: package_installed.InstalledPackage, tiny: Path) -> None:
    assert installed.origin == "argos translate-fa_en 0.1"
    assert installed.path.name == "translate-fa_en-0_1"
    assert collected(package_installed.inspect, installed.path) == (installed, [])
    assert tiny.stat().st_size < 300_000


def sums_of(package: package_installed.InstalledPackage) -> Path:
    return package.path / checksums.NAME


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "translation.lock"


@pytest.fixture
def package(tmp_path: Path, lock: Path) -> package_installed.InstalledPackage:
    file = tmp_path / "file"
    file.write_bytes(archive_of(GOOD))
    package, problems = collected(package_installed.install, file, tmp_path / "packages", lock=lock)
    assert problems == []
    assert package is not None
    return package


def test_the_first_use_is_recorded_and_enforced(
    package: package_installed.InstalledPackage, lock: Path, tmp_path: Path
) -> None:
    file = tmp_path / "file"
    recorded = lock.read_text()
    assert recorded == f"{checksums.of_file(file)}  translate-fa_en-1_5.argosmodel\n"
    assert collected(package_installed.install, file, tmp_path / "elsewhere", lock=lock)[1] == []
    file.write_bytes(archive_of({**GOOD, "model/model.bin": b"forged"}))
    found, problems = collected(package_installed.install, file, tmp_path / "packages", lock=lock)
    assert found is None
    assert [(problem.code, problem.path) for problem in problems] == [("A011", str(file))]
    assert (package.path / "model" / "model.bin").read_bytes() == b"weights"
    file.write_bytes(archive_of(metadata(package_version="1.4")))
    collected(package_installed.install, file, tmp_path / "packages", lock=lock)
    assert lock.read_text() == f"{checksums.of_file(file)}  translate-fa_en-1_4.argosmodel\n{recorded}"


def test_a_damaged_lock_forbids_installing(lock: Path, tmp_path: Path, tiny: Path) -> None:
    lock.write_text("\nabc  file\n")
    package, problems = collected(package_installed.install, tiny, tmp_path / "packages", lock=lock)
    assert package is None
    assert [(problem.code, problem.path, problem.line) for problem in problems] == [("A011", str(lock), 2)]
    assert lock.read_text() == "\nabc  file\n"


def test_verify(package: package_installed.InstalledPackage, lock: Path) -> None:
    assert found_by(package_installed.verify, package, lock=lock) == []
    assert found_by(package_installed.verify, package) == []
    (package.path / "model" / "model.bin").write_bytes(b"other")
    (package.path / "model" / "extra.bin").write_bytes(b"more")
    (package.path / "sentencepiece.model").unlink()
    (problem,) = found_by(package_installed.verify, package, lock=lock)
    assert problem.code == "A011"
    assert problem.message.endswith(": model/extra.bin, model/model.bin, sentencepiece.model")


def test_verify_against_another_lock(package: package_installed.InstalledPackage, lock: Path) -> None:
    lock.write_text(f"{'0' * 64}  translate-fa_en-1_5.argosmodel\n")
    assert [problem.code for problem in found_by(package_installed.verify, package, lock=lock)] == ["A011"]


def test_verify_a_package_of_another_program(package: package_installed.InstalledPackage) -> None:
    sums_of(package).unlink()
    assert [problem.message for problem in found_by(package_installed.verify, package)] == [
        "has no checksums: another program installed it"
    ]
    sums_of(package).write_text("?")
    assert [problem.line for problem in found_by(package_installed.verify, package)] == [1]


def test_remove(package: package_installed.InstalledPackage, tmp_path: Path) -> None:
    package_installed.remove(package)
    assert list((tmp_path / "packages").iterdir()) == []


def test_a_broken_neighbour_hides_nothing(tmp_path: Path) -> None:
    for version in ("1.5", "1.10", "1.9"):
        file = tmp_path / "file"
        file.write_bytes(archive_of(metadata(package_version=version)))
        collected(package_installed.install, file, tmp_path / "packages")
    for stray in ("broken", "empty", ".staging-left"):
        (tmp_path / "packages" / stray).mkdir()
    (tmp_path / "packages" / "broken" / "metadata.json").write_text("{")
    (tmp_path / "packages" / "note.txt").write_text("")
    sound, problems = collected(package_installed.scan, tmp_path / "packages")
    assert [package.version for package in sound] == ["1.10", "1.9", "1.5"]
    assert [problem.code for problem in problems] == ["A007", "A007"]


def test_no_folder_has_no_packages(tmp_path: Path) -> None:
    assert collected(package_installed.scan, tmp_path / "none") == ([], [])


def test_the_first_folder_with_a_package_wins(tmp_path: Path) -> None:
    ours, argos = tmp_path / "ours", tmp_path / "argos"
    other = argos / "en_fa"
    (other / "model").mkdir(parents=True)
    for name, data in metadata(from_code="en", to_code="fa", package_version="9").items():
        (other / name).write_bytes(data)
    assert package_installed.choose([ours, argos]) is None
    file = tmp_path / "file"
    file.write_bytes(archive_of(GOOD))
    package, _ = collected(package_installed.install, file, argos)
    assert package_installed.choose([ours, argos]) == package
    file.write_bytes(archive_of(metadata(package_version="1.0")))
    older, _ = collected(package_installed.install, file, ours)
    assert package_installed.choose([ours, argos]) == older


def test_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    assert package_installed.folders(tmp_path) == (
        tmp_path / ".packages",
        tmp_path / "data" / "argos-translate" / "packages",
    )
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", "/elsewhere")
    assert package_installed.folders(tmp_path, Path("mine")) == (Path("mine"), Path("/elsewhere"))
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    monkeypatch.delenv("XDG_DATA_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert package_installed.folders(tmp_path)[1] == tmp_path / ".local" / "share" / "argos-translate" / "packages"


def test_a_folder_that_cannot_be_made(tmp_path: Path, tiny: Path) -> None:
    (tmp_path / "file").write_text("")
    package, problems = collected(package_installed.install, tiny, tmp_path / "file")
    assert package is None
    assert [(problem.code, problem.path) for problem in problems] == [("A010", str(tmp_path / "file"))]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    package, problems = collected(package_installed.install, tmp_path / "none", tmp_path / "packages")
    assert package is None
    assert [(problem.code, problem.path) for problem in problems] == [("A010", str(tmp_path / "none"))]


def test_a_folder_is_no_package(tmp_path: Path) -> None:
    package, (problem,) = collected(package_installed.install, tmp_path, tmp_path / "packages")
    assert (package, problem.code, problem.path) == (None, "A001", str(tmp_path))
    assert problem.message == "it is not a regular file"
    assert not (tmp_path / "packages").exists()


KILLED = """
import os, sys
from pathlib import Path
from goftogu.problems import Problems
from goftogu.translation.packages import installed

left = int(sys.argv[1])
real = Path.rename

def rename(self, target):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    return real(self, target)

Path.rename = rename
installed.install(Path(sys.argv[2]), Path(sys.argv[3]), Problems())
"""


@pytest.mark.parametrize("renames", range(3))
def test_a_process_that_ends_while_it_replaces_a_package(renames: int, tmp_path: Path) -> None:
    """Whichever renaming is the last one, a sound package is in sight, and the next installation tidies up."""
    file, folder = tmp_path / "file", tmp_path / "packages"
    file.write_bytes(archive_of(GOOD))
    collected(package_installed.install, file, folder)
    words = [sys.executable, "-c", KILLED, str(renames), str(file), str(folder)]
    assert subprocess.run(words, cwd=Path(__file__).parents[4], check=False).returncode == 9
    assert package_installed.choose([folder]) is not None
    file.write_bytes(archive_of({**GOOD, "model/model.bin": b"new"}))
    package, problems = collected(package_installed.install, file, folder)
    assert problems == []
    assert package is not None
    assert (package.path / "model/model.bin").read_bytes() == b"new"
    assert [path.name for path in folder.iterdir()] == ["translate-fa_en-1_5"]


def test_two_installations_at_once(tiny: Path, tmp_path: Path) -> None:
    held = storage_files.lock(str(tmp_path))
    package, problems = collected(package_installed.install, tiny, tmp_path)
    assert package is None
    assert [problem.message for problem in problems] == ["another process is installing a package"]
    assert held is not None
    os.close(held)


def test_the_folder_of_packages_is_made_with_all_above_it(tiny: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shared" / "packages"
    package, problems = collected(package_installed.install, tiny, folder)
    assert problems == []
    assert package is not None
    assert package.path.parent == folder
