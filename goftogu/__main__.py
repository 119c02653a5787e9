"""The entry point of ``python -m goftogu``, of the script ``goftogu`` and of ``build.py``."""

import sys
from pathlib import Path

if __name__ == "__main__" and not sys.flags.safe_path and Path(sys.path[0]) != Path(__file__).parents[1]:
    del sys.path[0]  # `python -m` looks for modules in the folder that it is called in: an archive, which is no code

import gc
import signal
from typing import Final

_before = signal.getsignal(signal.SIGINT)
if _before is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while this is imported ends it without a traceback

from goftogu.cli import main  # noqa: E402  the signal comes first
from goftogu.failures import heed_signals, open_streams  # noqa: E402

signal.signal(signal.SIGINT, _before)

_SELDOM: Final = 10_000
"""New objects after which Python looks for reference cycles; few objects here are in any."""


def run() -> int:
    """Run the command that the process was started with, and return its exit code."""
    gc.set_threshold(_SELDOM)
    open_streams()
    heed_signals()
    return main()


if __name__ == "__main__":
    raise SystemExit(run())
