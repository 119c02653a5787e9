from __future__ import annotations

from dataclasses import dataclass, fields, replace

import pytest

from goftogu.content.schema import Flag, Many, Text
from goftogu.model import Details, Paragraph, Provenance, Reference, Revision, Role, Source, Speaker
from goftogu.persian.dates.calendar import interval
from goftogu.problems import Problem
from goftogu.transcripts import header
from goftogu.transcripts.draft import DraftParagraph
from goftogu.transcripts.header import Header
from tests.collecting import collected

SPEAKERS = "speakers:\n  مجری: {role: interviewer, organisation: kazinform}\n"


def _read(front: str) -> tuple[Header, list[Problem]]:
    head, problems = collected(header.read_header, Source("a.md", b"", f"---\n{front}---\nbody"))
    assert head is not None
    return head, problems


def test_everything_is_read() -> None:
    head, problems = _read(
        f"title: گفت‌وگو\ndate: 1404-09-22\n{SPEAKERS}"
        "  مهمان: {role: interviewee, person: guest-1, description: استاد دانشگاه}\n"
        "source: {name: irib, url: 'https://example.org/x', published: 1404-09-22, received: 1404-09-23, "
        "file: x y.txt, notes: [کد خبر, '']}\n"
        "revisions: [{date: 1404-10-01, note: یک نام درست شد}, {date: 2026-01-02}]\n"
        "redirects: {t3: t2, p1: p2, s1: s2, h0123abcd-2: t1}\n"
    )
    assert problems == []
    assert head.draft.title == DraftParagraph("گفت‌وگو", 2)
    details = head.draft.details
    assert details.date is not None
    assert interval(details.date) == "2025-12-13"
    assert head.draft.speakers == [
        Speaker("مجری", Role.INTERVIEWER, organisation="kazinform"),
        Speaker(
            "مهمان",
            Role.INTERVIEWEE,
            person="guest-1",
            description=Paragraph("speaker.2", "استاد دانشگاه", "", 6),
        ),
    ]
    assert details.provenance == Provenance("irib", "", "https://example.org/x", "2025-12-14", "x y.txt", "2025-12-13")
    assert details.revisions == (Revision("2025-12-22", "یک نام درست شد"), Revision("2026-01-02"))
    assert (details.changed, Details().changed) == ("2026-01-02", "")
    assert details.references == (
        Reference("people.toml", "speakers.مجری.organisation", "kazinform", 5, 43),
        Reference("people.toml", "speakers.مهمان.person", "guest-1", 6, 38),
        Reference("people.toml", "source.name", "irib", 7, 16),
    )
    assert details.redirects == {"t3": "t2", "p1": "p2", "s1": "s2", "h0123abcd-2": "t1"}
    assert (head.body, head.body_line) == ("body", 11)
    assert (head.where.key(("redirects", "s1")), head.where(("redirects", "s1"))) == ((9, 29), (9, 33))


def test_date_and_source_may_be_missing_and_the_source_may_be_a_name() -> None:
    head, problems = _read(f"title: x\n{SPEAKERS}")
    host = Reference("people.toml", "speakers.مجری.organisation", "kazinform", 4, 43)
    assert (head.draft.details, problems) == (Details(references=(host,)), [])
    head, problems = _read(f"title: x\n{SPEAKERS}source: {{name: خبرگزاری دشت}}\n")
    assert (head.draft.details.provenance, problems) == (Provenance(name_text="خبرگزاری دشت"), [])


def test_every_field_of_the_records_is_a_key_of_the_front_matter_or_worked_out() -> None:
    """A new key is declared in the schema and in the model, and nowhere else."""
    known = {**header.TRANSCRIPT.keys, **header.SOURCE.keys, **header.SPEAKER.keys}
    worked_out = {"provenance", "name_text", "label", "inferred", "particulars", "references"}
    named = {found.name for record in (Details, Provenance, Speaker) for found in fields(record)}
    assert named - worked_out <= known.keys()


def test_a_key_needs_a_schema_and_a_field_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class More(Details):
        shelf: str = ""
        boxes: tuple[str, ...] = ()
        checked: bool = False

    keys = {**header.TRANSCRIPT.keys, "shelf": Text(), "boxes": Many(Text()), "checked": Flag()}
    monkeypatch.setattr(header, "TRANSCRIPT", replace(header.TRANSCRIPT, keys=keys))
    monkeypatch.setattr(header, "Details", More)
    head, problems = _read(f"title: x\n{SPEAKERS}shelf: شیراز\nboxes: [الف, ب]\nchecked: true\n")
    references = head.draft.details.references
    expected = More(shelf="شیراز", boxes=("الف", "ب"), checked=True, references=references)
    assert (head.draft.details, problems) == (expected, [])


def test_no_front_matter_is_no_header() -> None:
    head, problems = collected(header.read_header, Source("a.md", b"", "text"))
    assert head is None
    assert [problem.code for problem in problems] == ["C001"]


@pytest.mark.parametrize(
    ("front", "place", "code"),
    [
        (f"title: x\ndate: 2024-13-45\n{SPEAKERS}", (3, 7), "C006"),
        (f'title: "x\\ny"\n{SPEAKERS}', (2, 8), "C005"),
        (f"title: x\n{SPEAKERS}  مهمان: {{role: guest}}\n", (5, 17), "C005"),
        (f"title: x\n{SPEAKERS}  مهمان: interviewee\n", (5, 10), "C004"),
        (f"title: x\n{SPEAKERS}  مهمان: {{}}\n", (5, 10), "C003"),
        (f"title: x\n{SPEAKERS}  مهمان: {{role: other, person: گل}}\n", (5, 32), "C005"),
        (f"title: x\n{SPEAKERS}  مجري: {{role: other}}\n", (5, 3), "C008"),
        (f"title: x\n{SPEAKERS}  'مهمان: دوم': {{role: other}}\n", (5, 3), "C005"),
        (f"title: x\n{SPEAKERS}  {'گل' * 31}: {{role: other}}\n", (5, 3), "C005"),
        (f"title: x\n{SPEAKERS}source: irib\n", (5, 9), "C004"),
        (f"title: x\n{SPEAKERS}source: {{url: 'javascript:alert(1)'}}\n", (5, 15), "C005"),
        (f"title: x\n{SPEAKERS}source: {{file: ../evil}}\n", (5, 16), "C005"),
        (f"title: x\n{SPEAKERS}source: {{received: yesterday}}\n", (5, 20), "C006"),
        (f"title: x\n{SPEAKERS}source: {{notes: {{a: b}}}}\n", (5, 17), "C004"),
        (f"title: x\n{SPEAKERS}redirects: {{x: t1}}\n", (5, 13), "C005"),
        (f"title: x\n{SPEAKERS}redirects: {{t1: [t2]}}\n", (5, 17), "C004"),
        (f"title: x\n{SPEAKERS}dat: 2024-01-01\n", (5, 1), "C002"),
        ("title: x\n", (2, 1), "C003"),
        ("title: x\nspeakers: {}\n", (3, 11), "C004"),
        (f"title: x\n{SPEAKERS}redirects: {{}}\n", (5, 12), "C004"),
        (f"title: x\n{SPEAKERS}source: {{notes: [a, [b]]}}\n", (5, 21), "C004"),
    ],
)
def test_faults_have_a_place(front: str, place: tuple[int, int], code: str) -> None:
    _, problems = _read(front)
    assert [(problem.code, (problem.line, problem.column)) for problem in problems] == [(code, place)]


def test_all_faults_are_found_in_one_run() -> None:
    _, problems = _read("titel: x\ndate: heute\nspeakers:\n  a: {rol: interviewer}\n")
    assert sorted(problem.code for problem in problems) == ["C002", "C002", "C003", "C003", "C006"]


def test_a_portrait_is_read_with_its_place() -> None:
    head, problems = _read(f"title: x\n{SPEAKERS}portrait:\n  file: rad.jpg\n  alt: مینا راد\n  credit: 'عکس: راد'\n")
    assert problems == []
    portrait = head.draft.portrait
    assert portrait is not None
    assert (portrait.id, portrait.file, portrait.alt, portrait.credit) == (
        "portrait",
        "rad.jpg",
        "مینا راد",
        "عکس: راد",
    )
    assert [(found.file, found.place) for found in head.draft.mentions] == [("rad.jpg", ("a.md", 6, 9))]
    assert head.draft.mentions[0].widths


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("{file: rad.jpg}", ["C003"]),
        ("{file: rad.jpg, alt: ''}", ["C005"]),
        ("{alt: مینا راد}", ["C003"]),
        ("{file: rad.jpg, alt: مینا راد, caption: x}", ["C002"]),
        ("rad.jpg", ["C004"]),
    ],
)
def test_a_portrait_needs_a_file_and_a_description(said: str, codes: list[str]) -> None:
    head, problems = _read(f"title: x\n{SPEAKERS}portrait: {said}\n")
    assert [problem.code for problem in problems] == codes
    assert (head.draft.portrait is None) == (codes != ["C002"])


@pytest.mark.parametrize(("length", "codes"), [(60, []), (61, ["C005"])])
def test_a_label_has_at_most_sixty_characters(length: int, codes: list[str]) -> None:
    _, problems = _read(f"title: گفت‌وگو\ndate: 1404\nspeakers:\n  {'م' * length}: {{role: interviewer}}\n")
    assert [problem.code for problem in problems] == codes
