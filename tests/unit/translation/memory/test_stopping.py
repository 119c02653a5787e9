"""What is told when an engine gives up or leaves sentences out."""

from __future__ import annotations

import errno

import pytest

from goftogu.locale.message import Message
from goftogu.storage.files import ChangedError
from goftogu.translation.chat.service import ChatError
from goftogu.translation.engine.devices import DeviceError
from goftogu.translation.memory import stopping

FOLDER = "content/translations/en"


@pytest.mark.parametrize(
    ("error", "code", "path", "message"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "M008", FOLDER, "cannot be written: "),
        (ChangedError("azar.po"), "M008", FOLDER, "another program is writing it"),
        (ConnectionError("the scheduler is gone"), "A013", "", "the cluster stopped: the scheduler is gone"),
        (ConnectionResetError(), "A013", "", "the cluster stopped: ConnectionResetError"),
        (DeviceError("out of memory"), "A014", "", "the engine stopped: out of memory"),
        (ChatError("A016", Message("it is busy")), "A016", "", "it is busy"),
    ],
)
def test_each_end_has_its_problem(error: OSError | ChangedError, code: str, path: str, message: str) -> None:
    problem = stopping.stopped(FOLDER, error, 3, 7)
    assert (problem.code, problem.path) == (code, path)
    assert problem.message.startswith(message)
    kept = "3 of 7 paragraphs are translated and kept; the next run goes on"
    assert problem.hint.endswith(kept) is (code != "M008")


def test_what_a_full_disk_and_another_program_ask_for() -> None:
    full = stopping.unwritten("x.po", OSError(errno.EACCES, "Permission denied"))
    assert (full.path, full.hint) == ("x.po", "check its permissions and the free space")
    assert stopping.unwritten("x.po", ChangedError("x.po"), Message("not said")).hint.startswith(
        "run the command again"
    )
    written = Message("what is written is kept; the next run goes on")
    assert stopping.unwritten("x.po", OSError(errno.ENOSPC, "full"), written).hint.endswith(f"free space; {written}")


def test_what_is_left_out_is_told_with_the_name_of_the_model() -> None:
    assert list(stopping.left_out(0, "engine: tiny")) == []
    (one,) = stopping.left_out(1, "engine: tiny")
    assert (one.path, str(one.hint)) == ("", "their paragraphs have no English; try again, or another model")
    assert (one.code, one.message) == ("A016", "1 sentence could not be had from tiny")
    assert [problem.message for problem in stopping.left_out(1200, "engine: large")] == [
        "1,200 sentences could not be had from large"
    ]
