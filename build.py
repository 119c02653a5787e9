"""Build the archive: ``python build.py --help`` lists the commands."""

import gc

from goftogu.cli import main

_SELDOM = 10_000
"""New objects after which Python looks for cycles: few things here have any, and a short build looks in vain."""

if __name__ == "__main__":
    gc.set_threshold(_SELDOM)
    raise SystemExit(main())
