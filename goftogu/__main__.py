"""The entry point of ``python -m goftogu``, of the script ``goftogu`` and of ``build.py``."""

import sys
from pathlib import Path

if __name__ == "__main__" and not sys.flags.safe_path and Path(sys.path[0]) != Path(__file__).parents[1]:
    del sys.path[0]  # `python -m` looks for modules in the folder that it is called in: an archive, which is no code

import gc
from typing import Final

from goftogu.cli import main
from goftogu.terminal import open_streams

_SELDOM: Final = 10_000
"""New objects after which Python looks for reference cycles; few objects here are in any."""


def run() -> int:
    """Run the command that the process was started with, and return its exit code."""
    gc.set_threshold(_SELDOM)
    open_streams()
    return main()


if __name__ == "__main__":
    raise SystemExit(run())
