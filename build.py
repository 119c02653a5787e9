"""Build the archive: ``python build.py --help`` lists the commands."""

from goftogu.__main__ import run

if __name__ == "__main__":
    raise SystemExit(run())
