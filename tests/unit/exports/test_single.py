"""The whole interview as one HTML file."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from goftogu.checks import links
from goftogu.checks.links import LinkChecker
from goftogu.content.settings import SiteConfig
from goftogu.edition.material import Material
from goftogu.edition.pictures import InterviewPictures
from goftogu.exports.single import single
from goftogu.model import Footnote, Language, Paragraph
from tests import described, drawn
from tests.collecting import found_by
from tests.materials import alike, bare, illustrated, material
from tests.recordings import timed

VOID = {"meta", "input", "br", "img"}


class Reader(HTMLParser):
    """Reads a page and complains about elements that are not closed in their order."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(data.decode())
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.mark.parametrize("given", [material(), bare(), material(translations=alike())], ids=["full", "bare", "alike"])
def test_the_file_needs_nothing_else(given: Material) -> None:
    data = single(given)
    page = Reader(data)
    assert not [name for name, _ in page.tags if name in {"script", "link", "img", "iframe", "object"}]
    assert not [value for _, found in page.tags for name, value in found.items() if name in {"src", "srcset"}]
    assert set(re.findall(rb"url\((\w+:[\w/]+)", data)) == {b"data:font/woff2"}
    assert b"@import" not in data
    links = [found["href"] or "" for found in page.named("a") if "href" in found]
    assert all(re.match(r"#t\d|https://", href) for href in links)
    assert data.startswith(b"<!doctype html>\n")


def test_its_links_and_ids_are_sound() -> None:
    checker = LinkChecker("")
    checker.add("data/river.html", single(material()))
    assert found_by(checker.report) == []


def test_every_turn_is_there_in_both_languages() -> None:
    page = Reader(single(material(translations=alike())))
    assert [found["id"] for found in page.named("section")] == ["t1", "t2", "t4", "t5"]
    text = "".join(page.texts)
    for unit in material().interview.units():
        assert f"English of {unit.id}" in text
    assert "از گفت\u200cوگو با رودخانه چه به یاد دارید؟" in text


def test_turns_are_numbered_in_their_order() -> None:
    numbers = re.findall(r'<a href="#(t\d)">([۰-۹]+)</a></h3>', single(material()).decode())
    assert numbers == [("t1", "۱"), ("t2", "۲"), ("t4", "۳"), ("t5", "۴")]


def test_each_part_says_its_language_and_direction() -> None:
    page = Reader(single(material()))
    assert page.named("html") == [{"lang": "fa", "dir": "rtl"}]
    assert {(found.get("lang"), found.get("dir")) for found in page.named("div")} == {("fa", "rtl"), ("en", "ltr")}


def test_the_head_tells_browsers_what_they_need_and_search_engines_to_pass_by() -> None:
    metas = Reader(single(material())).named("meta")
    assert metas[0] == {"charset": "utf-8"}
    assert {found["name"]: found["content"] for found in metas[1:]} == {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "robots": "noindex",
    }


def test_questions_are_told_apart() -> None:
    assert [found.get("class") for found in Reader(single(material())).named("section")] == [
        "question", None, "question", None,
    ]  # fmt: skip


def test_one_of_the_languages_can_be_shown_alone() -> None:
    buttons = Reader(single(material())).named("input")
    assert [found["id"] for found in buttons] == ["view-both", "view-fa", "view-en"]
    assert ["checked" in found for found in buttons] == [True, False, False]
    assert {(found["type"], found["name"]) for found in buttons} == {("radio", "view")}
    page = single(material()).decode()
    labels = re.findall(r'<label lang="(..)" dir="(...)"><input [^>]*> ([^<]*)</label>', page)
    assert labels == [("fa", "rtl", "هر دو"), ("fa", "rtl", "فارسی"), ("en", "ltr", "English")]
    assert "<legend>نمایش</legend>" in page
    for button in buttons[1:]:
        assert f"body:has(#{button['id']}:checked)".encode() in single(material())


def test_the_state_of_the_english_is_said() -> None:
    text = "".join(Reader(single(material(translations=alike()))).texts)
    assert text.count("draft translation, not reviewed (language model)") == 2  # above the text, and in the citation
    mixed = "".join(Reader(single(material())).texts)
    assert "Persian text, not translated" in mixed
    assert "machine translation, not reviewed" in mixed


def test_the_restoration_of_half_spaces_is_disclosed_only_where_there_was_one() -> None:
    assert "half-spaces" in single(material()).decode()
    untouched = material(title=material().interview.turns[3].paragraphs[0], turns=material().interview.turns[1:])
    assert "half-spaces" not in single(untouched).decode()


def test_content_is_not_trusted() -> None:
    assert b"<b>" not in single(material())


def test_the_bytes_are_always_the_same() -> None:
    assert single(material()) == single(material())


def test_facts_and_synopses_are_in_both_languages() -> None:
    page = single(described.material()).decode()
    assert "<h2>دربارهٔ این گفت‌وگو</h2>" in page
    assert "<li>Series: Waters, part 2</li>" in page
    assert page.index("بخش نخست") < page.index("از نان") < page.index("Of bread")


def test_each_picture_is_part_of_the_file_once_with_its_words_in_both_languages() -> None:
    page = single(illustrated()).decode()
    embedded = re.findall(r'<img src="data:image/jpeg;base64,([^"]+)" alt="([^"]*)" width="60" height="40">', page)
    assert [words for _, words in embedded] == ["خانم احمدی", "نقشه", "همان رود", "رود"]
    assert all(drawn.opened(base64.b64decode(data)).size == (60, 40) for data, _ in embedded)
    assert page.count("<p>The <em>Sefidrud</em>, 1961</p>") == 1
    assert page.count('<p lang="fa" dir="rtl">بایگانی</p>') == 1
    below = page.partition('id="t2"')[2]
    assert below.index("</section>") < below.index("<figure>") < below.index('id="t4"')


def test_a_file_without_pictures_has_no_style_for_them() -> None:
    def style(given: Material) -> str:
        return single(given).decode().partition("<style>")[2].partition("</style>")[0]

    pictured, plain = style(illustrated()), style(illustrated(files=()))
    assert "figure { margin: 1rem 0; }" in pictured
    assert re.sub(r"^(?:figure|img|body > figure).*\n", "", pictured, flags=re.MULTILINE) == plain


def test_a_picture_within_the_file_is_no_link() -> None:
    found = links.scan("data/river.html", single(illustrated()), base="")
    assert found == links.scan("data/river.html", single(illustrated(files=())), base="")


def test_a_recording_without_an_address_is_named_and_not_linked() -> None:
    page = single(timed(config=SiteConfig())).decode()
    assert "<a>نوار</a>" in page
    assert "river.mp3" not in page
    assert '<a href="https://example.org/archive/media/river.mp3">نوار</a>' in single(timed()).decode()


def test_an_archive_in_persian_alone_has_its_notes_once() -> None:
    text = Paragraph("note-1", "نام روستا دو بار عوض شد.", "نام روستا دو بار عوض شد.", line=0)
    held = material(footnotes=(Footnote("1", 1, text, "t1.1"),), config=SiteConfig(languages=(Language.FA,)))
    page = Reader(single(held))
    notes = [found for found in page.named("section") if found["id"] == "note-1"]
    assert len(notes) == 1
    assert "".join(page.texts).count(text.reading) == 1
    assert {found.get("lang") for found in page.named("div")} == {"fa"}


def test_an_archive_in_persian_alone_has_pictures_with_their_credits() -> None:
    held = illustrated(config=SiteConfig(languages=(Language.FA,)))
    page = Reader(single(held))
    assert [found["alt"] for found in page.named("img")] == ["خانم احمدی", "نقشه", "همان رود", "رود"]
    assert [text for text in page.texts if text in {"بایگانی", "عکس: رضا راد"}] == ["عکس: رضا راد", "بایگانی"]


def test_a_large_picture_is_960_pixels_wide() -> None:
    found, files = drawn.published("rad.jpg", drawn.photograph(1500, 30))
    large = replace(illustrated(), pictures=InterviewPictures({"rad.jpg": found}, {"rad.jpg": files}))
    (portrait,) = Reader(single(large)).named("img")
    assert (portrait["width"], portrait["height"]) == ("960", "19")
