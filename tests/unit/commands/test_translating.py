"""What the options of the commands about the English mean, and which of their words are refused."""

from __future__ import annotations

import pytest

from goftogu.commands import parser


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return why words are refused."""
    with pytest.raises(SystemExit) as ended:
        parser.read(words)
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_what_is_not_given_is_left_to_the_archive() -> None:
    options = parser.read(["translate"])
    assert (options.threads, options.beam, options.batch, options.part) == (0, 0, 0, (1, 1))
    assert parser.read(["earlier", "azar:t7.1"]).put_back == 0


@pytest.mark.parametrize(
    ("words", "name", "most"),
    [
        ("translate --threads", "threads", 1024),
        ("translate --beam", "beam", 64),
        ("translate --batch", "batch", 1_000_000),
        ("earlier azar:t7.1 --put-back", "put_back", 5),
    ],
)
def test_a_number_is_from_one_to_another(words: str, name: str, most: int, capsys: pytest.CaptureFixture[str]) -> None:
    for number in (1, most):
        assert getattr(parser.read([*words.split(), str(number)]), name) == number
    for wrong in ("0", str(most + 1), "-1", "1.5", ""):
        assert f"is not a number from 1 to {most:,}" in refused([*words.split(), wrong], capsys)


@pytest.mark.parametrize(("text", "part"), [("1/1", (1, 1)), ("1/3", (1, 3)), ("3/3", (3, 3))])
def test_a_part_is_one_of_as_many_as_there_are(text: str, part: tuple[int, int]) -> None:
    assert parser.read(["translate", "--part", text]).part == part


@pytest.mark.parametrize(
    ("words", "lacking"),
    [
        ("approve azar", "--by"),
        ("package", "ACTION"),
        ("topics", "ACTION"),
        ("people", "ACTION"),
    ],
)
def test_what_a_command_cannot_do_without_is_asked_for(
    words: str, lacking: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"the following arguments are required: {lacking}" in refused(words.split(), capsys)
