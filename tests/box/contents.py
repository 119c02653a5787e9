"""What lies in the box: 26 files and what belongs to them; more of the same kinds for an archive of any size.

``python -m tests.box FOLDER [NUMBER]`` writes it. Nothing of it is real.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from tests import drawn
from tests.box import forms, texts
from tests.box.texts import Exchange
from tests.recordings import wav

_SEED: Final = 1405
Files = dict[str, str | bytes]


class Piece(NamedTuple):
    """One interview as it is handed in.

    Attributes:
        file: The name of its file, as somebody chose it.
        data: Its content.
        answers: What a person answers to the questions of the import, as options of the command.
        beside: What lies beside it: recordings and portraits, by name.
        head: The lines of front matter that a person adds after the import.
        is_record: Whether it is a transcript already, and is laid into the archive as it is.
    """

    file: str
    data: str | bytes
    answers: tuple[str, ...] = ()
    beside: Mapping[str, str | bytes] = MappingProxyType({})
    head: str = ""
    is_record: bool = False


def _names(subject: int) -> tuple[str, str]:
    return forms.ASKS, texts.NAMES[subject]


def _title(subject: int) -> str:
    return f"گفت‌وگو با {texts.NAMES[subject]}"


def _word(subject: int) -> Piece:
    said = texts.SUBJECTS[subject]
    return Piece(f"مصاحبه {texts.NAMES[subject]}.docx", forms.document(_title(subject), said, _names(subject)))


def _word_with_a_note(subject: int) -> Piece:
    data = forms.document(_title(subject), texts.SUBJECTS[subject], _names(subject), "این واژه در گویش محلی است.")
    return Piece("interview with note.docx", data)


def _text(subject: int) -> Piece:
    return Piece(f"{texts.NAMES[subject]} - نهایی.txt", forms.labelled(texts.SUBJECTS[subject], "س", "ج"))


def _windows(subject: int) -> Piece:
    text = forms.without_half_spaces(forms.arabic(forms.labelled(texts.SUBJECTS[subject], *_names(subject))))
    return Piece("old computer.txt", text.translate(_WINDOWS).encode("windows-1256"))


def _utf16(subject: int) -> Piece:
    return Piece("Notepad Unicode.txt", forms.labelled(texts.SUBJECTS[subject], *_names(subject)).encode("utf-16"))


def _saved_page(subject: int) -> Piece:
    return Piece("saved page.html", forms.page(_title(subject), texts.SUBJECTS[subject]))


def _subtitles(subject: int) -> Piece:
    said = texts.SUBJECTS[subject]
    return Piece(
        "tape 7 side B.srt",
        forms.subtitles(said, _names(subject)),
        beside={"tape-7b.wav": wav(forms.seconds(said), 800)},
        head="media: [{file: tape-7b.wav}]",
    )


def _web_subtitles(subject: int) -> Piece:
    said = texts.SUBJECTS[subject]
    return Piece(
        "film.vtt",
        forms.subtitles(said, _names(subject), web=True),
        beside={"film.wav": wav(forms.seconds(said), 800)},
        head="media: [{file: film.wav}]",
    )


def _open_document(subject: int) -> Piece:
    return Piece("libre.odt", forms.opened(texts.SUBJECTS[subject], _names(subject)))


def _whisper(subject: int) -> Piece:
    return Piece("whisper output.json", forms.whisper(texts.SUBJECTS[subject]))


def _blanks(subject: int) -> Piece:
    return Piece("typed with blanks.txt", forms.with_blanks(forms.labelled(texts.SUBJECTS[subject], *_names(subject))))


def _run_together(subject: int) -> Piece:
    text = forms.labelled(texts.SUBJECTS[subject], *_names(subject))
    return Piece("typed together.txt", forms.without_half_spaces(text))


def _dashes(subject: int) -> Piece:
    return Piece("dashes.txt", forms.bare(texts.SUBJECTS[subject]))


def _spoken(_: int) -> Piece:
    return Piece("خودمونی.txt", forms.labelled(texts.SPOKEN, "پرسش", "پاسخ"))


def _dari(_: int) -> Piece:
    return Piece("Kabul.txt", forms.labelled(texts.DARI, "پرسنده", "استاد نجیب"), head="language: prs")


def _record(name: str, title: str, date: str, body: str, more: str = "") -> Piece:
    head = (
        f"---\ntitle: {title}\ndate: {date}\nspeakers:\n  {forms.ASKS}: {{role: interviewer}}\n"
        f"  {forms.TELLS}: {{role: interviewee}}\n{more}---\n"
    )
    return Piece(f"{name}.md", f"{head}{body}", is_record=True)


def _labelled(subject: int) -> Piece:
    body = forms.labelled(texts.SUBJECTS[subject])
    return _record("labelled", _title(subject), "1399-12-30", f"این گفت‌وگو در خانهٔ راوی ضبط شد.\n\n{body}")


def _poem(subject: int) -> Piece:
    body = forms.labelled(texts.SUBJECTS[subject]) + f"\nپدرم می‌خواند:\n\n{texts.POEM}\n{{: .poem }}\n"
    return _record("poem", _title(subject), "1404-01-05", body)


def _notes(subject: int) -> Piece:
    body = forms.labelled(texts.SUBJECTS[subject]).replace(".", "[^1].", 1)
    return _record("notes", _title(subject), "2024-03-20", f"{body}\n[^1]: نام این جا امروز دیگر است.\n")


def _withheld(subject: int) -> Piece:
    body = forms.labelled(texts.SUBJECTS[subject]).rstrip() + " نامش [withheld: به خواست راوی] بود.\n"
    return _record("withheld", _title(subject), "1402-07-01", body)


def _kurdish(subject: int) -> Piece:
    body = forms.labelled(texts.SUBJECTS[subject]) + f'\n{texts.KURDISH}\n{{: lang="ckb" }}\n'
    return _record("kurdish", _title(subject), "1401-11-30", body, "languages: [fa, ckb]\n")


def _two_guests(subject: int) -> Piece:
    first, second, *rest = texts.SUBJECTS[subject]
    body = (
        forms.labelled([first], tells="زن")
        + "\n"
        + forms.labelled([second], tells="شوهر")
        + "\n"
        + forms.labelled(rest, tells="زن")
    )
    return Piece("زن و شوهر.txt", body)


def _portrait(subject: int) -> Piece:
    body = forms.labelled(texts.SUBJECTS[subject])
    more = "portrait: {file: portrait.jpg, alt: راوی کنار پنجره}\n"
    made = _record("portrait", _title(subject), "1400-05-05", body, more)
    return made._replace(beside={"portrait.jpg": drawn.photograph(400, 500)})


def _english(_: int) -> Piece:
    body = forms.labelled(texts.ENGLISH, "Interviewer", "Ruth")
    head = (
        "---\ntitle: A year in Shiraz\nlanguage: en\ndate: 2019-04-02\nspeakers:\n  Interviewer: {role: interviewer}\n"
        "  Ruth: {role: interviewee}\n---\n"
    )
    return Piece("ruth.md", head + body, is_record=True)


def _session(number: int) -> Callable[[int], Piece]:
    def made(subject: int) -> Piece:
        said = texts.SUBJECTS[subject][number - 1 : number + 1]
        return Piece(
            f"نوار {number}.txt", forms.labelled(said, *_names(subject)), head=f"series: tapes\npart: {number}"
        )

    return made


_WINDOWS: Final = str.maketrans("ۀی۰۱۲۳۴۵۶۷۸۹", "هي0123456789", "ٔ")
"""What people type for what Windows-1256 does not have."""


class Kind(NamedTuple):
    """A kind of piece.

    Attributes:
        make: Makes one of a subject.
        subject: Which.
        is_titled: Whether its title is in the file; a person gives it otherwise.
        label: Who tells, where the file has no name: a person gives it.
        date: When it took place, as a person writes it; empty for a record, which says so itself.
    """

    make: Callable[[int], Piece]
    subject: int
    is_titled: bool
    label: str
    date: str


KINDS: Final = (
    Kind(_word, 0, True, "", "1398-02-11"),
    Kind(_word_with_a_note, 1, True, "", "2018-11-30"),
    Kind(_text, 2, False, "ج", "۱۲ آبان ۱۳۹۷"),
    Kind(_windows, 3, False, "", "1375"),
    Kind(_utf16, 4, False, "", "1402-06"),
    Kind(_saved_page, 5, True, "پاسخ", "2001-03-20"),
    Kind(_subtitles, 6, False, "", "1404-01-01"),
    Kind(_web_subtitles, 7, False, "", "1403-12-30"),
    Kind(_open_document, 8, False, "", "2020-05-03"),
    Kind(_whisper, 9, False, "پاسخ", "۱۴۰۰/۴/۵"),
    Kind(_blanks, 0, False, "", "1396-07-08"),
    Kind(_run_together, 1, False, "", "1395-01-15"),
    Kind(_dashes, 2, False, "پاسخ", "2015-05-05"),
    Kind(_spoken, 0, False, "پاسخ", "1401-10-10"),
    Kind(_dari, 0, False, "", "۵ حمل ۱۳۹۹"),
    Kind(_labelled, 3, True, "", ""),
    Kind(_poem, 4, True, "", ""),
    Kind(_notes, 5, True, "", ""),
    Kind(_withheld, 6, True, "", ""),
    Kind(_kurdish, 7, True, "", ""),
    Kind(_two_guests, 8, False, "", "۱۷ رمضان ۱۴۴۰"),
    Kind(_portrait, 9, True, "", ""),
    Kind(_english, 0, True, "", ""),
    Kind(_session(1), 1, False, "", "1394-04-01"),
    Kind(_session(2), 1, False, "", "1394-04-08"),
    Kind(_session(3), 1, False, "", "1394-04-15"),
)
"""The pieces of the box."""


def _answers(kind: Kind) -> Iterator[str]:
    if kind.date:
        yield from ("--date", kind.date)
    if not kind.is_titled:
        yield from ("--title", _title(kind.subject))
    if kind.label:
        yield from ("--speaker", f"{kind.label}={texts.NAMES[kind.subject]}")


def box() -> list[Piece]:
    """Return the pieces, with the answers to what the import asks."""
    return [kind.make(kind.subject)._replace(answers=tuple(_answers(kind))) for kind in KINDS]


def mistakes() -> Files:
    """Return what people lay beside the transcripts by mistake, by its path in an archive."""
    first = _labelled(3)
    assert isinstance(first.data, str)
    return {
        "content/interviews/labelled (1).md": first.data,
        "content/interviews/poem.md.txt": first.data,
        "content/interview/lost.md": first.data,
        "content/interviews/merged.md": first.data.replace(
            f"{forms.ASKS}: ", f"<<<<<<< HEAD\n{forms.ASKS}: ", 1
        ).replace(f"{forms.TELLS}: ", f"=======\n>>>>>>> other\n{forms.TELLS}: ", 1),
        "content/translations/en/labelled.po": 'msgid ""\nmsgstr ""\n\nmsgctxt "t1.1"\nmsgid "مدر',
        "content/media/desktop.ini": "[.ShellClassInfo]\n",
    }


def many(number: int) -> Iterator[tuple[str, str]]:
    """Yield transcripts of an archive of any size, each by its id: the same subjects, told in another order."""
    chance = random.Random(_SEED)  # noqa: S311  no secret
    every = [exchange for subject in texts.SUBJECTS for exchange in subject]
    for at in range(number):
        subject = at % len(texts.SUBJECTS)
        said: list[Exchange] = [*texts.SUBJECTS[subject], *chance.sample(every, 8)]
        date = f"{1340 + at % 65}-{at % 12 + 1:02}-{at % 29 + 1:02}"
        piece = _record(f"talk-{at:05}", f"{_title(subject)} ({at + 1})", date, forms.labelled(said))
        assert isinstance(piece.data, str)
        yield piece.file, piece.data
