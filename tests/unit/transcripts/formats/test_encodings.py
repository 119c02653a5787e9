from __future__ import annotations

import codecs

import pytest

from goftogu.transcripts.formats import encodings
from goftogu.transcripts.formats.document import Refused

TEXT = "سلام خانم راد، باغ را كه در شهر است كه ساخت؟\nعمويم كه از اين شهر بود و با ما كار كرد."


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), ""),
        (codecs.BOM_UTF8 + TEXT.encode(), ""),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
        (TEXT.encode("cp1256"), "Windows-1256"),
        (TEXT.encode("iso8859_6"), "ISO 8859-6"),
    ],
)
def test_the_encoding_is_found_and_named(data: bytes, name: str) -> None:
    found = encodings.decode(data)
    assert (found.text, found.name, found.sure) == (TEXT, name, True)


def test_the_breaks_of_word_are_line_breaks() -> None:
    assert encodings.decode("یک\vدو\fسه\r\nچهار\rپنج".encode()).text == "یک\nدو\n\nسه\nچهار\nپنج"


def test_a_person_may_name_the_encoding() -> None:
    assert encodings.decode(TEXT.encode("cp1256"), "windows-1256").text == TEXT


@pytest.mark.parametrize(
    ("data", "encoding", "code", "line"),
    [
        (TEXT.encode() + b"\n\xfe\xff\xfa", "", "S001", 3),
        (b"\x00\x01\x02", "", "S011", 0),
        (codecs.BOM_UTF16_LE + b"\x00", "", "S001", 1),
        (b"abc\n\xff", "", "S001", 2),
        (b"abc\n\xff", "utf-8", "S001", 2),
        (b"abc", "klingon", "S001", 0),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(data: bytes, encoding: str, code: str, line: int) -> None:
    with pytest.raises(Refused) as refused:
        encodings.decode(data, encoding)
    assert (refused.value.code, refused.value.line) == (code, line)


def test_a_text_that_is_utf_8_but_for_some_bytes_is_told_as_mixed() -> None:
    with pytest.raises(Refused, match="the file mixes encodings: it is UTF-8 but for some bytes") as refused:
        encodings.decode(TEXT.encode() + "\nباغ".encode("cp1256"))
    assert (refused.value.code, refused.value.line) == ("S001", 3)


def test_an_encoding_that_could_be_another_is_not_sure() -> None:
    assert not encodings.decode("در باغ و شهر".encode("cp1256")).sure or encodings.decode(TEXT.encode("cp1256")).sure


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_a_text_that_was_read_in_a_wrong_encoding_is_known(encoding: str) -> None:
    talk = "پرسشگر: از رودخانه چه به یاد دارید؟\n" * 3
    assert encodings.is_garbled(talk.encode().decode(encoding, "replace"))
    assert encodings.is_garbled("ÓáÇã ÍÇá ÔãÇ ÎæÈ ÇÓÊ ÏæÓÊ ÚÒíÒ")


@pytest.mark.parametrize(
    "text", ["پرسش: Café über?", "Où êtes-vous né? À l'hôpital; naïveté élève déjà", "æøå ÆØÅ", "«»…—", "", "سلام" * 99]
)
def test_a_text_of_another_language_is_not_taken_for_it(text: str) -> None:
    assert not encodings.is_garbled(text)


@pytest.mark.parametrize(
    ("accented", "plain", "garbled"), [(21, 0, True), (20, 0, False), (30, 29, True), (30, 30, False)]
)
def test_letters_are_garbled_when_most_of_many_are_accented(accented: int, plain: int, garbled: bool) -> None:
    assert encodings.is_garbled("Ø" * accented + "a" * plain) is garbled


@pytest.mark.parametrize(
    ("text", "encoding", "name", "sure"),
    [
        ("در باغ و شهر", "iso8859_6", "ISO 8859-6", True),
        ("در باغ و شهر", "cp720", "DOS 720", True),
        ("در باغ از شهر ما و شهر", "iso8859_6", "ISO 8859-6", False),
        ("او بود", "cp1256", "Windows-1256", True),
        ("و", "cp1256", "Windows-1256", True),
    ],
)
def test_the_encoding_is_sure_where_it_reads_twice_as_many_words_as_the_next(
    text: str, encoding: str, name: str, sure: bool
) -> None:
    found = encodings.decode(text.encode(encoding))
    assert (found.text, found.name, found.sure) == (text, name, sure)


@pytest.mark.parametrize(("above", "place"), [("", (1, 3)), ("\n", (2, 3)), ("abc\n\nabc\n", (4, 3))])
def test_a_text_in_which_no_encoding_reads_a_word_is_refused_at_its_first_strange_byte(
    above: str, place: tuple[int, int]
) -> None:
    with pytest.raises(Refused) as refused:
        encodings.decode(f"{above}a باغ سبز".encode("cp1256"))
    assert (refused.value.code, refused.value.line, refused.value.column) == ("S001", *place)


@pytest.mark.parametrize(("text", "is_found"), [("باغچه سبز", True), ("باغچه سبزی", False), ("باغچه\nسبز", True)])
def test_utf_16_without_a_mark_has_more_than_one_blank_in_ten_letters(text: str, is_found: bool) -> None:
    if is_found:
        assert encodings.decode(text.encode("utf-16-le")).text == text
    else:
        with pytest.raises(Refused, match="NUL bytes"):
            encodings.decode(text.encode("utf-16-le"))


def test_the_first_hundred_thousand_letters_tell_whether_a_text_is_garbled() -> None:
    assert not encodings.is_garbled("a" * 50_000 + "Ø" * 50_000 + "Ø")
    assert encodings.is_garbled("a" * 49_999 + "Ø" * 50_001)


def test_a_line_of_persian_in_a_long_text_of_ascii_is_read() -> None:
    text = f"{'garden ' * 40}\nدر باغ و شهر"
    assert encodings.decode(text.encode("cp1256")).text == text
