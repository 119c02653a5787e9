"""What is told when translating stops or leaves sentences out: what went wrong, what is kept, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from goftogu.locale.message import Message, plural
from goftogu.problems import NO_HINT, Problem
from goftogu.storage import files
from goftogu.storage.files import ChangedError
from goftogu.translation.chat.service import ChatError
from goftogu.translation.engine import devices
from goftogu.translation.engine.devices import DeviceError
from goftogu.translation.memory.entry import HOUSE


def unwritten(path: str, error: OSError | ChangedError, hint: Message = NO_HINT) -> Problem:
    """Return the problem of a memory that could not be written.

    Args:
        path: Of the memory, relative to the project.
        error: Why.
        hint: What else is to be said to whoever checks the disk.
    """
    if isinstance(error, ChangedError):
        message = Message("another program is writing it, and what it holds now cannot be read; it is left as it is")
        return Problem.of_file(path, "M008", message, Message("run the command again when the other one is done"))
    message = Message("cannot be written: {reason}", reason=files.reason(error))
    check = Message("check its permissions and the free space")
    return Problem.of_file(path, "M008", message, Message("{check}; {hint}", check=check, hint=hint) if hint else check)


def stopped(path: str, error: OSError | ChangedError | DeviceError | ChatError, done: int, total: int) -> Problem:
    """Return the problem of an engine that gave up, or could not hand over what it made.

    Args:
        path: Of the memories, relative to the project.
        error: Why.
        done: How many paragraphs are translated.
        total: How many there were to translate.
    """
    paragraphs = plural(total, "paragraph")
    kept = Message("{done:,} of {total} are translated and kept; the next run goes on", done=done, total=paragraphs)
    if isinstance(error, ChatError):
        return error.told(kept)
    if isinstance(error, DeviceError):
        return devices.stopped(error, kept)
    if isinstance(error, ConnectionError):
        why = error.args[0] if error.args else type(error).__name__
        return Problem.of_file("", "A013", Message("the cluster stopped: {error}", error=why), kept)
    return unwritten(path, error, Message("what is written is kept; the next run goes on"))


def left_out(count: int, origin: str) -> Iterator[Problem]:
    """Yield the problem of sentences that an engine could not be brought to translate, if there are any.

    Args:
        count: How many they are.
        origin: Of the engine.
    """
    if count:
        sentences, model = plural(count, "sentence"), origin.removeprefix(HOUSE)
        message = Message("{sentences} could not be had from {model}", sentences=sentences, model=model)
        hint = Message("their paragraphs have no English; try again, or another model")
        yield Problem.of_file("", "A016", message, hint)
