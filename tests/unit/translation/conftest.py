"""The tiny package, and what it knows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from goftogu.translation.engine.argos import load
from goftogu.translation.engine.modelled import ModelEngine
from goftogu.translation.packages import installed as package_installed
from tests.collecting import collected

FIXTURES = Path(__file__).parents[2] / "fixtures" / "package"


@pytest.fixture(autouse=True, scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep Argos, which makes folders when it is imported, out of the real home."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp(name)))
        patch.delenv("ARGOS_PACKAGES_DIR", raising=False)
        yield


@pytest.fixture(scope="session")
def tiny() -> Path:
    """The file of the tiny package."""
    return FIXTURES / "translate-fa_en-0_1.argosmodel"


@pytest.fixture(scope="session")
def pairs() -> list[tuple[str, str]]:
    """The sentences that the tiny package knows, with their English."""
    lines = (FIXTURES / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    return [(source, target) for source, target in (line.split("\t") for line in lines)]


@pytest.fixture(scope="session")
def installed(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> package_installed.InstalledPackage:
    """The tiny package, installed."""
    package, problems = collected(package_installed.install, tiny, tmp_path_factory.mktemp("packages"))
    assert problems == []
    assert package is not None
    return package


@pytest.fixture(scope="session")
def engine(installed: package_installed.InstalledPackage) -> ModelEngine:
    """The engine with the tiny package."""
    engine, problems = collected(load, installed)
    assert problems == []
    assert engine is not None
    return engine
