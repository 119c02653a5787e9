"""What the program says of its own commands."""

from __future__ import annotations

import subprocess

import pytest

from goftogu.cli import main
from goftogu.commands.arguments import COMMANDS


@pytest.mark.parametrize("words", [["new"], ["package", "install"], ["topics"]])
def test_help_is_that_of_the_command(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    for line in (["help", *words], [*words, "--help"]):
        with pytest.raises(SystemExit) as ended:
            main(line)
        assert ended.value.code == 0
    one, two = capsys.readouterr().out.split("usage: ")[1:]
    assert one == two
    assert one.startswith(f"goftogu {' '.join(words)} ")


def test_help_alone_is_that_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["help"])
    assert ended.value.code == 0
    assert all(f"\n    {name}" in capsys.readouterr().out for name in ["init"])


def test_help_about_nothing_there_is_gets_a_hint(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["help", "servr"])
    assert ended.value.code == 2
    assert "“servr” is not known (did you mean “serve”?)" in capsys.readouterr().err


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_shell_completes_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("shtab", reason="the environment is older than the lock")
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in script] == []
    assert "goftogu" in script


def test_the_script_for_bash_can_be_read_by_bash(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("shtab", reason="the environment is older than the lock")
    assert main(["completion", "bash"]) == 0
    script = capsys.readouterr().out
    assert "compgen -f" in script or "compgen_files" in script
    try:
        done = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("bash is not installed")
    assert (done.returncode, done.stderr) == (0, "")
