"""Every command says what it has to say on every console: in a code page of Windows, and in ASCII."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from goftogu.commands.arguments import COMMANDS
from tests import sites

ROUGH: Final = "خبرنگار: این چاه را کی کندید؟\n\nپاسخ: چهل سال پیش.\n"
HEARD: Final = """\
WEBVTT

00:01.000 --> 00:04.000
از رودخانه چه به یاد دارید؟

00:05.000 --> 00:09.000
آب آن زلال بود و می‌شد از آن نوشید.
"""
CALLS: Final = [
    ["--help"],
    ["init", "../new", "--yes", "--sample"],
    ["build"],
    ["check", "--format", "json"],
    ["publish", "--format", "github"],
    ["import", "چاه.txt", "--print"],
    ["import", "چاه.txt"],
    ["stamp"],
    ["times", "river", "شنیده.vtt"],
    ["times", "نیست", "شنیده.vtt"],
    ["new", "نمونه"],
    ["translate", "--packages", "none"],
    ["package", "list"],
    ["review"],
    ["approve", "river:نیست", "--by", "مینا"],
    ["earlier", "river:نیست"],
    ["export", "tsv"],
    ["topics", "suggest"],
    ["topics", "report"],
    ["people", "suggest"],
    ["stats"],
    ["stats", "--format", "json"],
    ["orthography", "--explain"],
    ["quality"],
    ["pdf", "رود", "--browser", "مرورگر"],
    ["pdf", "river", "--browser", "مرورگر"],
    ["upgrade", "--check"],
    ["help", "build"],
    ["completion", "bash"],
]
ELSEWHERE: Final = {
    "serve": "it runs until it is stopped, and speaks as build does",
    "corrections": "it runs until it is stopped, as serve --review does",
}
RUN: Final = """\
import io, json, sys
from goftogu.__main__ import run
given = sys.stdin.buffer.read()
for words in json.loads(sys.argv[1]):
    sys.argv[1:] = words
    sys.stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    try:
        code = run()
    except SystemExit as end:
        code = end.code
    print(f"[{code}]", flush=True)
"""


def test_every_command_is_tried() -> None:
    assert {words[0] for words in CALLS} | ELSEWHERE.keys() == COMMANDS.keys() | {"--help"}


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "utf-8"])
def test_no_command_fails_for_want_of_a_letter(encoding: str, tmp_path: Path) -> None:
    root = sites.make(tmp_path / "archive")
    (root / "چاه.txt").write_text(ROUGH, encoding="utf-8")
    (root / "شنیده.vtt").write_text(HEARD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(sites.ROOT), "PYTHONIOENCODING": encoding}
    done = subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(CALLS)],
        cwd=root,
        env=environment,
        input="کتاب ها را می خوانم\tI read books\n".encode(),
        capture_output=True,
        check=False,
    )
    assert (done.stdout + done.stderr).count(b"X00") == 0
    codes = [line for line in done.stdout.splitlines() if line in {b"[0]", b"[1]", b"[2]"}]
    assert (done.returncode, len(codes)) == (0, len(CALLS)), done.stderr[-2000:]
    assert codes.count(b"[2]") == 0
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["", "LC_ALL=C"])
def test_what_goes_into_a_file_is_utf_8(form: str, tmp_path: Path) -> None:
    root = sites.make(tmp_path / "archive")
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONIOENCODING", "PYTHONUTF8"}}
    if form:
        environment |= {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    words = [sys.executable, str(sites.ROOT / "build.py"), "topics", "suggest", "--root", str(root)]
    done = subprocess.run(words, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "زلال" in done.stdout.decode("utf-8")
