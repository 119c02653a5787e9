"""Which interviews get a card, when it is drawn again, and that an archive without pictures pays nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import features

from goftogu.build import cards
from goftogu.content.settings import Cards, SiteConfig
from goftogu.locale.message import Message
from goftogu.model import MediaMention
from goftogu.pictures import card as drawing
from goftogu.pictures.published import FIGURE, PORTRAIT
from goftogu.problems import Problems, SourcePlace
from goftogu.storage.cache import Cache
from tests import drawn, sites

RAQM = pytest.mark.skipif(not features.check("raqm"), reason="this Pillow has no Raqm, which shapes Persian")
RIVER = "content/interviews/river.md"
CARDS = ["media/card/river.en.jpg", "media/card/river.fa.jpg"]
PLACE = SourcePlace(RIVER, 3, 4)


def laid(root: Path, *, portrait: bool = True, setting: str = "") -> Path:
    """Make an archive with one interview, with a portrait or without."""
    settings = sites.make(root) / "content/site.toml"
    settings.write_text(f"{setting}\n{settings.read_text('utf-8')}", "utf-8")
    if portrait:
        river = root / RIVER
        text = river.read_text("utf-8").replace("---\nاین", "portrait: {file: rad.jpg, alt: مینا راد}\n---\nاین")
        river.write_text(text, "utf-8")
        (root / "content/media").mkdir()
        (root / "content/media/rad.jpg").write_bytes(drawn.photograph(500, 700))
    return root


def published(root: Path) -> list[str]:
    assert sites.build(root).result is not None
    return [path for path in sites.files(root / "output") if "/card/" in path]


@RAQM
def test_an_interview_with_a_portrait_has_a_card_in_each_language(tmp_path: Path) -> None:
    assert published(laid(tmp_path)) == CARDS
    for language, view in (("fa", "fa"), ("fa", "both"), ("en", "en")):
        page = (tmp_path / f"output/{view}/river.html").read_text("utf-8")
        assert f'content="https://example.org/archive/media/card/river.{language}.jpg"' in page
        assert '<meta name="twitter:card" content="summary_large_image">' in page
    assert "og:image" not in (tmp_path / "output/fa/index.html").read_text("utf-8")


@RAQM
@pytest.mark.parametrize(
    ("portrait", "setting", "expected"),
    [
        (False, "", []),
        (True, 'cards = "none"', []),
        (True, 'cards = "all"', CARDS),
        (False, 'cards = "all"', ["media/card/river.en.png", "media/card/river.fa.png"]),
    ],
)
def test_an_archive_chooses_its_cards(portrait: bool, setting: str, expected: list[str], tmp_path: Path) -> None:
    assert published(laid(tmp_path, portrait=portrait, setting=setting)) == expected


@RAQM
def test_without_an_address_of_the_site_there_is_no_card(tmp_path: Path) -> None:
    settings = laid(tmp_path, setting='cards = "all"') / "content/site.toml"
    text = settings.read_text("utf-8").replace('url = "https://example.org/archive/"', 'url = ""')
    settings.write_text(text, "utf-8")
    assert published(tmp_path) == []


@RAQM
def test_a_card_is_drawn_again_only_when_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    draw = drawing.draw

    def noted(words: drawing.CardWords, portrait: bytes | None) -> bytes:
        made.append(drawn.opened(portrait).width if portrait else 0)
        return draw(words, portrait)

    monkeypatch.setattr(drawing, "draw", noted)
    published(laid(tmp_path))
    assert made == [480, 480]  # from the largest size of the portrait
    river = tmp_path / RIVER
    river.write_text(river.read_text("utf-8").replace("زلال", "روشن"), "utf-8")
    published(tmp_path)
    assert len(made) == 2
    river.write_text(river.read_text("utf-8").replace("title: گفت‌وگو", "title: سخنی"), "utf-8")
    published(tmp_path)
    assert len(made) == 4


@RAQM
def test_who_has_no_page_is_on_no_card_though_a_body_is_shown_by_the_same_picture(tmp_path: Path) -> None:
    people = laid(tmp_path, portrait=False) / "content/people.toml"
    picture = 'portrait = {file = "all.jpg", alt = {fa = "نگاره", en = "A picture"}}\n'
    body = f'\n[union]\nkind = "organisation"\nname = {{fa = "انجمن رود", en = "River Union"}}\n{picture}'
    people.write_text(people.read_text("utf-8").replace("[ahmadi]\n", f"[ahmadi]\n{picture}") + body, "utf-8")
    (tmp_path / "content/media").mkdir()
    (tmp_path / "content/media/all.jpg").write_bytes(drawn.photograph(700, 500))
    assert published(tmp_path) == []
    assert [path for path in sites.files(tmp_path / "output") if path.startswith("media/all")]


@RAQM
@pytest.mark.parametrize(("portrait", "upright"), [(True, True), (False, False)])
def test_the_portrait_of_the_interview_comes_before_that_of_the_person(
    portrait: bool, upright: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[bytes | None] = []
    draw = drawing.draw

    def noted(words: drawing.CardWords, picture: bytes | None) -> bytes:
        shown.append(picture)
        return draw(words, picture)

    monkeypatch.setattr(drawing, "draw", noted)
    root = laid(tmp_path, portrait=portrait, setting='cards = "all"')
    people = root / "content/people.toml"
    own = '[ahmadi]\npublic = true\nportrait = {file = "ahmadi.jpg", alt = {fa = "نگاره", en = "A picture"}}\n'
    people.write_text(people.read_text("utf-8").replace("[ahmadi]\n", own), "utf-8")
    (root / "content/media").mkdir(exist_ok=True)
    (root / "content/media/ahmadi.jpg").write_bytes(drawn.photograph(700, 500))
    published(root)
    sizes = [drawn.opened(picture).size for picture in shown if picture]
    assert [height > width for width, height in sizes] == [upright, upright]


def test_a_machine_without_raqm_builds_and_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "fault", lambda: Message("this Pillow cannot read the font of the cards"))
    report = sites.build(laid(tmp_path))
    assert report.result is not None
    told = [str(problem) for problem in report.problems if problem.code == "I004"]
    hint = 'install FriBidi (Debian: libfribidi0), or write cards = "none" in site.toml'
    said = "no card of an interview is drawn: this Pillow cannot read the font of the cards"
    assert told == [f"content/site.toml: I004 {said} ({hint})"]
    assert "og:image" not in (tmp_path / "output/fa/river.html").read_text("utf-8")


def test_pillow_is_asked_once_and_only_when_there_is_a_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[None] = []
    monkeypatch.setattr(drawing, "fault", lambda: asked.append(None))
    config = SiteConfig(url="https://example.org/")
    portrait, figure = MediaMention("a.jpg", PLACE, PORTRAIT), MediaMention("b.jpg", PLACE, FIGURE)
    with Cache(tmp_path) as cache:
        for given in ((), (figure,), (portrait,), (portrait,)):
            assert cards.possible(config, given, cache, Problems()) == Cards.PORTRAITS
        assert cards.possible(SiteConfig(), (portrait,), cache, Problems()) == Cards.NONE
    assert len(asked) == 1


def test_an_archive_without_pictures_does_not_import_pillow(tmp_path: Path) -> None:
    laid(tmp_path, portrait=False)
    program = (
        "import sys\nfrom goftogu.build import pipeline\nfrom pathlib import Path\n"
        "root = Path(sys.argv[1])\n"
        "none = root / 'none'\n"
        "usual = {'offline': True, 'url': '', 'strict': False, 'write': True, 'jobs': 1, 'scheduler': ''}\n"
        "report = pipeline.build(pipeline.Options(root, root / 'output', packages=none, **usual))\n"
        "sys.exit('PIL' in sys.modules or report.result is None)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, str(tmp_path)], cwd=sites.ROOT, check=False)
    assert done.returncode == 0
