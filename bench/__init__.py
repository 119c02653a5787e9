"""How fast the build is, measured against a floor on the same machine in the same minutes: ``python -m bench``."""

from typing import Final

NEUTRAL: Final = "neutral"
"""The folder in which the floor finds its texts."""

ADDRESS: Final = "https://archive.example/oral-history/"
"""The address of the made-up archive."""
