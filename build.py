"""Build the archive: ``python build.py --help`` lists the commands."""

from goftogu.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
