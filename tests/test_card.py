"""The picture that messengers show says what the archive is called."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, features

from goftogu.content import files
from goftogu.content.settings import SiteConfig
from goftogu.edition.metadata import CARD_SIZE
from goftogu.model import Bilingual
from tests import sites
from tests.collecting import collected
from tools import card


@pytest.mark.skipif(not features.check("raqm"), reason="this Pillow has no Raqm, which shapes Persian")
@pytest.mark.skipif(not card.LATIN.exists(), reason="the font DejaVu Sans is missing: install fonts-dejavu-core")
def test_a_card_is_drawn_the_same_twice() -> None:
    config = SiteConfig(title=Bilingual("بایگانی", "Archive"), description=Bilingual("چند گفت‌وگو.", "Some interviews."))
    drawn = card.draw(config)
    assert drawn == card.draw(config)
    assert len(drawn) < 40_000
    with Image.open(BytesIO(drawn)) as image:
        assert (image.format, image.size) == ("PNG", CARD_SIZE)
        assert image.info["Description"] == card.made_of(config)


def test_an_archive_may_have_a_picture(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    assert collected(files.card, root) == (None, [])
    (root / files.CARD).write_bytes(b"GIF89a")
    picture, problems = collected(files.card, root)
    assert picture is None
    assert [(problem.path, problem.code) for problem in problems] == [("content/card.png", "S002")]
    drawn = BytesIO()
    Image.new("RGB", CARD_SIZE).save(drawn, "PNG")
    (root / files.CARD).write_bytes(drawn.getvalue())
    report = sites.build(root)
    assert report.result is not None
    assert (root / "output/static/card.png").read_bytes() == drawn.getvalue()
    assert '<meta property="og:image" content="https://example.org/archive/static/card.png">' in (
        root / "output/fa/river.html"
    ).read_text("utf-8")
