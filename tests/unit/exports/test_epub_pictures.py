"""Pictures in a book."""

from __future__ import annotations

import io
import re
import zipfile

from goftogu.edition.material import Material
from goftogu.exports import epub_pictures
from goftogu.exports.epub import epub
from tests import drawn
from tests.materials import illustrated, material

NAMES = ["book/pictures/1.jpg", "book/pictures/2.jpg", "book/pictures/3.jpg"]


def book(given: Material) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(epub(given)))


def text(given: Material, name: str) -> str:
    return book(given).read(f"book/{name}").decode()


def test_each_picture_is_in_the_book_once_as_it_is() -> None:
    given = illustrated()
    held = book(given)
    assert [name for name in held.namelist() if "pictures" in name] == NAMES
    for name in NAMES:
        assert held.getinfo(name).compress_type == zipfile.ZIP_STORED
        assert drawn.opened(held.read(name)).size == (60, 40)
    assert [path for path, _ in epub_pictures.files(given)] == [name.removeprefix("book/") for name in NAMES]


def test_the_manifest_lists_what_is_there_and_how_it_can_be_read() -> None:
    package = text(illustrated(), "package.opf")
    listed = re.findall(r'<item id="picture-(\d)" href="pictures/\1.jpg" media-type="image/jpeg" />', package)
    assert listed == ["1", "2", "3"]
    assert ">visual<" in package
    assert ">alternativeText<" in package
    assert "Text with described pictures" in package


def test_a_book_without_pictures_says_nothing_of_them() -> None:
    package = text(material(), "package.opf")
    assert "picture" not in package
    assert "visual" not in package
    assert not [name for name in book(material()).namelist() if "pictures" in name]


def test_the_style_says_how_pictures_look_where_there_are_some() -> None:
    assert "figcaption p { font-size" in text(illustrated(), "style.css")
    assert "figcaption" not in text(material(), "style.css")


def test_each_part_shows_the_pictures_with_their_words() -> None:
    persian, english = text(illustrated(), "fa.xhtml"), text(illustrated(), "en.xhtml")
    assert re.findall(r'<img src="(.*?)" alt="(.*?)"', persian) == [
        ("pictures/1.jpg", "خانم احمدی"), ("pictures/2.jpg", "نقشه"),
        ("pictures/3.jpg", "همان رود"), ("pictures/3.jpg", "رود"),
    ]  # fmt: skip
    assert re.findall(r'<img src=".*?" alt="(.*?)"(?: lang="(.*?)")?', english) == [
        ("Ms Ahmadi", ""), ("نقشه", "fa"), ("همان رود", "fa"), ("A &lt;river&gt;", ""),
    ]  # fmt: skip
    assert "<p>The <em>Sefidrud</em>, 1961</p>" in english
    assert english.count('<p lang="fa" dir="rtl">بایگانی</p>') == 1


def test_the_bytes_are_always_the_same() -> None:
    assert epub(illustrated()) == epub(illustrated())
