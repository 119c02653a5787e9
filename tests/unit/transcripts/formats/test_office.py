"""Word files and OpenDocument texts, and what may not be in them."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from goftogu.transcripts.formats import opendocument, registry, word
from goftogu.transcripts.formats.document import EMPHASIS, STRONG, Document, Refused
from tests import office
from tests.collecting import collected

FOOTNOTE, FOOTNOTE_RELATION = office.footnotes("کاریز است.")
COMMENT, COMMENT_RELATION = office.comments("دوباره بپرس")
TABLE = (
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>مجری</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>سلام.</w:t></w:r></w:p><w:p><w:r><w:t>خوش آمدید.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)
BOLD = '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>'
ITALIC = '<style:style style:name="I"><style:text-properties fo:font-style="italic"/></style:style>'


def _known(document: Document) -> list[tuple[str, str]]:
    return [
        (piece.text, piece.note or (f"h{piece.heading}" if piece.heading else "") or piece.mark)
        for piece in document.pieces
    ]


def test_a_word_file() -> None:
    data = office.word(
        office.run("نان و صبر", style="Title"),
        office.run("بخش یکم", style="Heading2"),
        office.run("**مجری: ", "نان چیست؟\nو آب؟"),
        office.run("نانوا: ", "//خوب", " است.", '<w:footnoteReference w:id="2"/>', '<w:commentReference w:id="0"/>'),
        office.run("آرد", listed=True),
        TABLE,
        files={**FOOTNOTE, **COMMENT},
        relations=FOOTNOTE_RELATION + COMMENT_RELATION,
    )
    found = word.read(data, "a.docx")
    assert _known(found) == [
        ("نان و صبر", "h1"),
        ("بخش یکم", "h2"),
        ("مجری: نان چیست؟", ""),
        ("و آب؟", ""),
        ("نانوا: خوب است.", ""),
        ("آرد", "1."),
        ("مجری\tسلام.", ""),
        ("خوش آمدید.", ""),
        ("دوباره بپرس", "comment"),
    ]
    assert [span.mark for piece in found.pieces for span in piece.spans] == [STRONG, EMPHASIS, "[^1]"]
    assert found.pieces[4].record == "نانوا: *خوب* است.[^1]"
    assert [note.record for note in found.footnotes.values()] == ["کاریز است."]
    assert found.told == ["1 comments set aside"]
    assert found.unit == "paragraph"


def test_pictures_are_counted_and_links_outside_are_not_followed() -> None:
    picture = (
        '<w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><wp:inline><a:graphic><a:graphicData>'
        '<pic:pic><pic:blipFill><a:blip r:{kind}="{name}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relations = (
        f'<Relationship Id="p1" Type="{kind}" Target="media/a.png"/>'
        f'<Relationship Id="p2" Type="{kind}" Target="file:///etc/hostname" TargetMode="External"/>'
    )
    data = office.word(
        office.run("سلام.", picture.format(kind="embed", name="p1"), picture.format(kind="link", name="p2")),
        files={"word/media/a.png": b"\x89PNG"},
        relations=relations,
    )
    found = word.read(data, "a.docx")
    assert [piece.text for piece in found.pieces] == ["سلام."]
    assert found.told == ["2 pictures left out"]


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<text:p>نان</text:p>{}", ["نان"]),
        ("<text:list><text:list-item><text:p>نان</text:p>{}</text:list-item></text:list>", ["نان"]),
        (
            (
                "<table:table><table:table-row><table:table-cell>{}<text:p>مجری</text:p></table:table-cell>"
                "<table:table-cell><text:p>نان</text:p></table:table-cell></table:table-row></table:table>"
            ),
            ["مجری\tنان"],
        ),
    ],
)
def test_a_comment_of_an_opendocument_text_is_set_aside_wherever_it_stands(body: str, shown: list[str]) -> None:
    found = opendocument.read(office.opendocument(body.format(ODF_COMMENT)), "a.odt").pieces
    assert [piece.text for piece in found if not piece.note] == shown
    assert [(piece.text, piece.note) for piece in found if piece.note] == [("نامش را نبرید.", "comment")]


@pytest.mark.parametrize("key", ["fo:font-weight", "style:font-weight-complex"])
@pytest.mark.parametrize(
    ("weight", "is_bold"),
    [
        *((weight, True) for weight in ("bold", "600", "700", "800", "900")),
        *((weight, False) for weight in ("normal", "100", "400", "500", "")),
    ],
)
def test_the_weights_of_an_opendocument_text_that_are_bold(key: str, weight: str, is_bold: bool) -> None:
    style = f'<style:style style:name="B"><style:text-properties {key}="{weight}"/></style:style>'
    text = '<text:p>نان <text:span text:style-name="B">خوب</text:span> است</text:p>'
    (piece,) = opendocument.read(office.opendocument(text, style), "a.odt").pieces
    assert piece.record == ("نان **خوب** است" if is_bold else "نان خوب است")


@pytest.mark.parametrize(
    "inner", ["<text:span>خوب</text:span>", '<text:span text:style-name="N">خوب</text:span>', "<text:a>خوب</text:a>"]
)
def test_what_stands_in_a_bold_span_is_bold(inner: str) -> None:
    styles = BOLD + '<style:style style:name="N"><style:text-properties/></style:style>'
    text = f'<text:p>نان <text:span text:style-name="B">تازه و {inner} گندم</text:span> است</text:p>'
    (piece,) = opendocument.read(office.opendocument(text, styles), "a.odt").pieces
    assert piece.record == "نان **تازه و خوب گندم** است"


@pytest.mark.parametrize(
    ("between", "record"),
    [
        ("", "**نانتازه**"),
        (" ", "**نان تازه**"),
        ('<text:span text:style-name="B"> </text:span>', "**نان تازه**"),
        (" و ", "**نان** و **تازه**"),
        ('<text:span text:style-name="I">و</text:span>', "**نان***و***تازه**"),
        ("<text:line-break/>", "**نان** | **تازه**"),
    ],
)
def test_pieces_of_one_style_are_one(between: str, record: str) -> None:
    bold = '<text:span text:style-name="B">{}</text:span>'
    text = f"<text:p>{bold.format('نان')}{between}{bold.format('تازه')}</text:p>"
    found = opendocument.read(office.opendocument(text, BOLD + ITALIC), "a.odt").pieces
    assert " | ".join(piece.record for piece in found) == record


def test_an_opendocument_text() -> None:
    data = office.opendocument(
        '<text:h text:outline-level="2">بخش یکم</text:h>'
        '<text:p text:style-name="B">نان چیست؟</text:p>'
        '<text:p>نان<text:s text:c="2"/><text:span text:style-name="I">خوب</text:span> است.'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>کاریز.</text:p></text:note-body>"
        "</text:note><office:annotation><text:p>بپرس</text:p></office:annotation><text:line-break/>آب<text:tab/>هم.</text:p>"
        "<text:list><text:list-item><text:p>آرد</text:p></text:list-item></text:list>"
        "<text:tracked-changes><text:p>رفته</text:p></text:tracked-changes>"
        "<table:table><table:table-row><table:table-cell><text:p>مجری</text:p></table:table-cell>"
        "<table:table-cell><text:p>سلام.</text:p></table:table-cell></table:table-row></table:table>",
        BOLD + ITALIC + '<style:style style:name="N"><style:text-properties/></style:style>',
    )
    found = opendocument.read(data, "a.odt")
    assert _known(found) == [
        ("بخش یکم", "h2"),
        ("نان چیست؟", ""),
        ("نان  خوب است.", ""),
        ("آب\tهم.", ""),
        ("بپرس", "comment"),
        ("آرد", "-"),
        ("مجری\tسلام.", ""),
    ]
    assert [piece.bold for piece in found.pieces][1]
    assert found.pieces[2].record == "نان  *خوب* است.[^1]"
    assert [note.record for note in found.footnotes.values()] == ["کاریز."]


def _with_notes(data: bytes, name: str) -> tuple[list[str], dict[str, str], list[str]]:
    """Return the texts as they are written down, the notes, and what is set aside."""
    found = (word if name.endswith("docx") else opendocument).read(data, name)
    text = [piece.record for piece in found.pieces if not piece.note]
    notes = {label: note.record for label, note in found.footnotes.items()}
    return text, notes, [piece.text for piece in found.pieces if piece.note]


REFERENCE = '<w:footnoteReference w:id="2"/>'
ODF_NOTE = "<text:note><text:note-body><text:p>{}</text:p></text:note-body></text:note>"
ODF_COMMENT = "<office:annotation><text:p>نامش را نبرید.</text:p></office:annotation>"


@pytest.mark.parametrize(
    ("runs", "record"),
    [
        (["آب", REFERENCE, " روان"], "آب[^1] روان"),
        (["آب ", REFERENCE, "."], "آب[^1] ."),
        (["**آب", REFERENCE, " روان"], "**آب**[^1] روان"),
        (["آب * و [^1]", REFERENCE], "آب \\* و \\[^1][^1]"),
        (["//روان", REFERENCE], "*روان*[^1]"),
    ],
)
def test_a_note_of_word_belongs_where_the_text_leads_to_it(runs: list[str], record: str) -> None:
    data = office.word(office.run(*runs), files=FOOTNOTE, relations=FOOTNOTE_RELATION)
    assert _with_notes(data, "a.docx") == ([record], {"1": "کاریز است."}, [])


@pytest.mark.parametrize(
    ("body", "text", "notes", "aside"),
    [
        (
            f"<text:p>آب{ODF_NOTE.format('یکم')} و نان{ODF_NOTE.format('دوم')}.</text:p>",
            ["آب[^1] و نان[^2]."],
            {"1": "یکم", "2": "دوم"},
            [],
        ),
        (
            f'<text:p text:style-name="B">آب{ODF_NOTE.format("یکم")} روان</text:p>',
            ["**آب روان**[^1]"],
            {"1": "یکم"},
            [],
        ),
        (
            f"<text:p>آب{ODF_NOTE.format('یکم</text:p><text:p>و *دوم*')}</text:p>",
            ["آب[^1]"],
            {"1": "یکم و \\*دوم\\*"},
            [],
        ),
        (f"<text:p>{ODF_NOTE.format('یکم')} آب</text:p>", ["[^1]آب"], {"1": "یکم"}, []),
        (f"<text:p>آب{ODF_NOTE.format('')}</text:p>", ["آب"], {}, []),
        (
            f"<text:p>آب{ODF_NOTE.format('</text:p><text:p>یکم')} نی{ODF_NOTE.format('<text:line-break/>دو')}</text:p>",
            ["آب[^1] نی[^2]"],
            {"1": "یکم", "2": "دو"},
            [],
        ),
        (
            f"<text:p>آب{ODF_NOTE.format(f'یکم{ODF_COMMENT}</text:p><text:p>و دوم')}</text:p>",
            ["آب[^1]"],
            {"1": "یکم و دوم"},
            ["نامش را نبرید."],
        ),
    ],
    ids=["two", "bold", "two paragraphs", "before the text", "empty", "empty lines above", "with a comment"],
)
def test_a_note_of_an_opendocument_text_belongs_where_the_text_leads_to_it(
    body: str, text: list[str], notes: dict[str, str], aside: list[str]
) -> None:
    assert _with_notes(office.opendocument(body, BOLD), "a.odt") == (text, notes, aside)


@pytest.mark.parametrize(
    ("beside", "aside"), [(ODF_NOTE.format("یکم"), "یکم"), (ODF_COMMENT, "نامش را نبرید.")], ids=["note", "comment"]
)
def test_what_is_beside_the_text_of_a_table_is_set_aside(beside: str, aside: str) -> None:
    """The columns of a table are parted by their text."""
    cells = ("مجری", f"آب{beside} روان")
    row = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in cells)
    table = f"<table:table><table:table-row>{row}</table:table-row></table:table>"
    assert _with_notes(office.opendocument(table), "a.odt") == (["مجری\tآب روان"], {}, [aside])


def _cut_off(data: bytes) -> bytes:
    """Return an archive whose text is not what its checksum says."""
    place = data.index(b"word/document.xml") + 60
    return data[:place] + bytes(255 - byte for byte in data[place : place + 20]) + data[place + 20 :]


def _locked() -> bytes:
    data = bytearray(office.word("سلام"))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        place = data.index(start) + (6 if start == b"PK\x03\x04" else 8)
        data[place] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 no archive", "damaged"),
        (office.packed({"a.txt": "x"}), "no word/document.xml"),
        (_cut_off(office.word("سلام " * 90)), "damaged"),
        (office.packed({"word/document.xml": "<w:document", "_rels/.rels": ""}), "damaged"),
        (_locked(), "password"),
        (office.word("سلام", files={"word/vbaProject.bin": b"x"}), "macros"),
        (office.word("سلام", files={"word/media/zeros": bytes(101_000_000)}), "unpacks to more"),
        (office.word("سلام" * 11_000_000), "larger than any real one"),
    ],
)
def test_a_word_file_that_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        word.read(data, "a.docx")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (office.opendocument("", files={"META-INF/manifest.xml": "<x:encryption-data/>"}), "password"),
        (office.opendocument("", files={"Basic/script.xml": "x"}), "macros"),
        (office.packed({"content.xml": "<a/>"}), "no text document"),
        (office.packed({"content.xml": "<a>"}), "XML is damaged"),
        (office.packed({"content.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}), "entities"),
        (office.packed({"content.xml": "<a/>"} | {str(number): "" for number in range(5001)}), "unpacks to more"),
    ],
)
def test_an_opendocument_text_that_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        opendocument.read(data, "a.odt")


def test_the_fixtures_are_archives() -> None:
    assert zipfile.is_zipfile(BytesIO(office.word("سلام")))


def _notes(data: bytes, name: str) -> list[tuple[str, str]]:
    document, problems = collected(registry.read, data, name)
    assert document is not None, problems
    return [(piece.text, piece.note) for piece in document.pieces]


DELETED = (
    '<w:p><w:r><w:t xml:space="preserve">پاسخ: نامش </w:t></w:r><w:ins w:id="1"><w:r><w:t>صفر</w:t></w:r></w:ins>'
    '<w:del w:id="2"><w:r><w:delText>رجب</w:delText></w:r></w:del><w:del w:id="3"><w:r/></w:del>'
    "<w:r><w:t> بود.</w:t></w:r></w:p>"
)


def test_what_was_deleted_in_word_while_changes_were_tracked_is_set_aside() -> None:
    data = office.word("پرسش: میراب که بود؟", DELETED)
    assert _notes(data, "a.docx") == [
        ("پرسش: میراب که بود؟", ""),
        ("پاسخ: نامش صفر بود.", ""),
        ("رجب", "tracked deletion"),
    ]


@pytest.mark.parametrize("kind", ["page", "column"])
def test_the_end_of_a_page_or_column_does_not_run_words_together(kind: str) -> None:
    broken = f'<w:p><w:r><w:t>باران</w:t><w:br w:type="{kind}"/><w:t>برف</w:t></w:r></w:p>'
    document = word.read(office.word("مجری: چرا؟", broken), "a.docx")
    assert [piece.text for piece in document.pieces] == ["مجری: چرا؟", "باران", "برف"]


def _formatted(kind: str, text: str) -> str:
    return f"<w:p><w:r><w:rPr><w:{kind}/></w:rPr><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("vanish", "the Word file hides words, which are in the text now: «نام پدرم»"),
        ("strike", "words are struck out in the Word file, and are in the text now: «نام پدرم»"),
        ("dstrike", "words are struck out in the Word file, and are in the text now: «نام پدرم»"),
        ('vanish w:val="0"', ""),
        ("b", ""),
    ],
)
def test_words_that_word_hides_or_strikes_out_are_asked_about(kind: str, asked: str) -> None:
    document = word.read(office.word("مجری: چرا؟", _formatted(kind, "نام پدرم"), _formatted(kind, " ")), "a.docx")
    assert [str(message) for message, _ in document.asked] == ([asked] if asked else [])
    assert "نام پدرم" in [piece.text for piece in document.pieces]


def test_what_was_deleted_in_an_opendocument_text_is_set_aside() -> None:
    body = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>نامش رجب بود.</text:p>'
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>پاسخ: <text:change text:change-id="c"/>صفر.</text:p>'
    )
    assert _notes(office.opendocument(body), "a.odt") == [
        ("پاسخ: صفر.", ""),
        ("نامش رجب بود.", "tracked deletion"),
    ]


def _table(*rows: tuple[str, ...]) -> str:
    cells = ["".join(f"<w:tc>{office.run(cell)}</w:tc>" for cell in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_the_names_of_columns_are_no_speech() -> None:
    data = office.word(_table(("زمان", "گوینده", "متن"), ("00:00:04", "خبرنگار", "چرا؟"), ("00:00:09", "نانوا", "متن")))
    assert _notes(data, "a.docx") == [
        ("زمان\tگوینده", "column name"),
        ("متن", "column name"),
        ("00:00:04\tخبرنگار", ""),
        ("چرا؟", ""),
        ("00:00:09\tنانوا", ""),
        ("متن", ""),
    ]


def test_a_word_that_could_name_a_column_is_speech_elsewhere() -> None:
    assert _notes(office.word("نام", "متن"), "a.docx") == [("نام", ""), ("متن", "")]
