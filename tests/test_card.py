"""The picture that messengers show says what the archive is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, features

from goftogu.content import archive, files
from goftogu.content.settings import SiteConfig
from goftogu.edition.metadata import CARD_SIZE
from goftogu.model import Bilingual
from tests import sites
from tests.collecting import collected
from tools import card


def test_the_picture_of_this_archive_is_of_today() -> None:
    config, _ = collected(archive.settings, sites.ROOT)
    with Image.open(sites.ROOT / files.CARD) as image:
        assert image.format == "PNG"
        assert image.size == CARD_SIZE
        assert image.info["Description"] == card.made_of(config), "draw it again: tools/card.py"


@pytest.mark.skipif(not features.check("raqm"), reason="this Pillow has no Raqm, which shapes Persian")
@pytest.mark.skipif(not card.LATIN.exists(), reason="the font DejaVu Sans is missing: install fonts-dejavu-core")
def test_a_card_is_drawn_the_same_twice() -> None:
    config = SiteConfig(title=Bilingual("بایگانی", "Archive"), description=Bilingual("چند گفت‌وگو.", "Some interviews."))
    assert card.draw(config) == card.draw(config)
    assert len(card.draw(config)) < 40_000


def test_an_archive_may_have_a_picture(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    assert collected(files.card, root) == (None, [])
    (root / files.CARD).write_bytes(b"GIF89a")
    picture, problems = collected(files.card, root)
    assert picture is None
    assert [(problem.path, problem.code) for problem in problems] == [("content/card.png", "S002")]
    (root / files.CARD).write_bytes((sites.ROOT / files.CARD).read_bytes())
    report = sites.build(root)
    assert report.result is not None
    assert (root / "output/static/card.png").read_bytes() == (sites.ROOT / files.CARD).read_bytes()
    assert '<meta property="og:image" content="https://example.org/archive/static/card.png">' in (
        root / "output/fa/river.html"
    ).read_text("utf-8")
