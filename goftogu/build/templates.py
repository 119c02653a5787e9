"""Where the templates of an archive are looked for: in its own folder, then among those that come with Goftogu."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parents[1]
_PACKAGED: Final = _PACKAGE / "_templates"
"""Where a wheel has them."""

_BESIDE: Final = _PACKAGE.parent / "templates"
"""Where a clone, a source archive and an editable installation have them."""

_BASE: Final = "base.html.jinja"


def default() -> Path:
    """Return the folder of the templates that come with Goftogu."""
    return _PACKAGED if (_PACKAGED / _BASE).is_file() else _BESIDE


def folders(root: Path) -> list[Path]:
    """Return where the templates of an archive are looked for, in this order.

    Args:
        root: The archive's folder.
    """
    own, ours = root / "templates", default()
    found = [own] if own.is_dir() else []
    return [*found, ours] if ours.is_dir() and not (found and own.samefile(ours)) else found


def outside(root: Path) -> Path | None:
    """Return the folder of the default templates if it is neither the archive's own nor within the package.

    What is within the package counts as its code, and what an archive has as its input; this folder is neither.
    """
    return next((folder for folder in folders(root) if folder not in {root / "templates", _PACKAGED}), None)
