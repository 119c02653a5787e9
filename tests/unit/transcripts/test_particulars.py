"""The keys of the front matter for catalogues: read, checked, and noted where they name a vocabulary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goftogu.content.contributors import ROLES
from goftogu.content.details import Reference, SeriesPart
from goftogu.model import Interview, Particulars, Source
from goftogu.problems import Problem
from goftogu.transcripts import header, particulars
from goftogu.transcripts import read as transcript_read
from tests.collecting import collected

SPEAKERS = "speakers:\n  مجری: {role: interviewer}\n  سرو: {role: interviewee, person: sarv}\n"
BODY = "مجری: چرا؟\n{: #t1 }\n\nسرو: چون.\n{: #t2 }\n"


def read(front: str, body: str = BODY) -> tuple[Interview | None, list[Problem]]:
    text = f"---\ntitle: باغ\n{front}{SPEAKERS}---\n{body}"
    return collected(transcript_read.read_transcript, Source("a.md", b"", text), str.upper)


def sound(front: str, body: str = BODY) -> Interview:
    found, problems = read(front, body)
    assert found is not None
    assert problems == []
    return found


def test_everything_is_read() -> None:
    front = (
        "summary: >\n  از باغ می‌گوید\n  و از آب.\n\nkeywords: [باغ, ' چاه آب ']\nplace: tehran\nlanguages: [fa, ckb]\n"
        "duration: ۱:۱۲:30\nseries: gardens\npart: ۲\nidentifier: OH-12 / ب\ndoi: 10.5072/Garden(1)\n"
        "contributors: {translator: [Jane Doe], transcriber: rad, camera: []}\n"
    )
    found = sound(front).particulars
    assert found.summary is not None
    assert (found.summary.id, found.summary.record, found.summary.line) == ("summary", "از باغ می‌گوید و از آب.", 3)
    assert found.keywords is not None
    assert (found.keywords.id, found.keywords.record, found.keywords.line) == ("keywords", "باغ، چاه آب", 7)
    assert (found.place, found.languages, found.duration) == ("tehran", ("fa", "ckb"), 4350)
    assert (found.series, found.part, found.numbered) == ("gardens", 2, SeriesPart("gardens", 2, 12, 7))
    assert (found.identifier, found.doi) == ("OH-12 / ب", "10.5072/Garden(1)")
    assert found.contributors == {"translator": ("Jane Doe",), "transcriber": ("rad",), "camera": ()}


def test_without_keys_nothing_is_said() -> None:
    found = sound("")
    assert found.particulars == Particulars()
    assert (found.particulars.part, found.named) == (0, (("people.toml", "sarv"),))


def test_summary_and_keywords_go_through_the_reading_layer_and_are_translated() -> None:
    found = sound("summary: a b\nkeywords: [c, d]\n")
    assert [(unit.id, unit.reading) for unit in found.units()][1:3] == [("summary", "A B"), ("keywords", "C، D")]
    assert sound("keywords: [c]\n").particulars.summary is None


def test_one_text_is_a_list_of_one() -> None:
    found = sound("keywords: باغ\nlanguages: az\ncontributors: {editor: نیما}\n").particulars
    assert found.keywords is not None
    assert (found.keywords.record, found.languages, found.contributors) == ("باغ", ("az",), {"editor": ("نیما",)})


@pytest.mark.parametrize(
    "doi", ["10.5072/x", "doi:10.5072/x", "DOI: 10.5072/x", "https://doi.org/10.5072/x", "http://dx.doi.org/10.5072/x"]
)
def test_a_doi_may_be_an_address(doi: str) -> None:
    assert sound(f"doi: '{doi}'\n").particulars.doi == "10.5072/x"


@pytest.mark.parametrize(
    ("front", "place", "code", "told"),
    [
        ("summary: |\n  یک\n\n  دو\n", (3, 10), "C005", "one paragraph"),
        ("summary: ''\n", (3, 10), "C005", "empty"),
        ("keywords: [باغ، آب]\n", (3, 12), "C005", "without a comma"),
        ("keywords: {fa: [باغ]}\n", (3, 11), "C004", "a list"),
        ("place: شیراز\n", (3, 8), "C005", "small Latin letters"),
        ("languages: [fa, persian]\n", (3, 17), "C005", "persian"),
        ("languages: [FA]\n", (3, 13), "C005", "known: aii"),
        ("duration: 1:12\n", (3, 11), "C005", "1:12:30"),
        ("duration: 1:72:30\n", (3, 11), "C005", "1:12:30"),
        ("duration: 90 min\n", (3, 11), "C005", "hours, minutes and seconds"),
        ("part: 2\n", (3, 1), "C003", "name its series"),
        ("series: s\npart: 0\n", (4, 7), "C005", "1 or more"),
        ("series: s\npart: دو\n", (4, 7), "C004", "a whole number"),
        (f"series: s\npart: {'9' * 5000}\n", (4, 7), "C004", "a whole number"),
        ("identifier: [1]\n", (3, 13), "C004", "a text"),
        ("doi: 11.5072/x\n", (3, 6), "C005", "10.5072/garden-1"),
        ("doi: 10.5072\n", (3, 6), "C005", "10.5072/garden-1"),
        ("contributors: {typist: نیما}\n", (3, 16), "C002", "unknown key “typist”"),
        ("contributors: {transcriper: نیما}\n", (3, 16), "C002", "did you mean “transcriber”"),
        ("contributors: {editor: {name: نیما}}\n", (3, 24), "C004", "a list"),
        ("rights: {licence: CC-BY-5.0}\n", (3, 19), "C005", "CC-BY-4.0"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(front: str, place: tuple[int, int], code: str, told: str) -> None:
    found, problems = read(front)
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [(code, *place)]
    assert told in str(problems[0])
    assert found is None


def test_ids_are_noted_with_their_places_in_the_order_of_the_file() -> None:
    found = sound(
        "contributors:\n  camera: [نیما, nima]\n  editor: Jane Doe\nplace: tehran\nseries: gardens\n"
        "rights: {holder: rad}\nsource: {name: daily}\n"
    )
    assert found.references == (
        Reference("people.toml", "contributors.camera", "nima", 4, 18),
        Reference("places.toml", "place", "tehran", 6, 8),
        Reference("series.toml", "series", "gardens", 7, 9),
        Reference("people.toml", "rights.holder", "rad", 8, 18),
        Reference("people.toml", "source.name", "daily", 9, 16),
        Reference("people.toml", "speakers.سرو.person", "sarv", 12, 36),
    )
    assert found.named == tuple(sorted((item.vocabulary, item.id) for item in found.references))


def test_who_is_named_twice_is_one() -> None:
    found = sound("rights: {holder: sarv}\ncontributors: {editor: sarv}\n")
    assert (len(found.references), found.named) == (3, (("people.toml", "sarv"),))


@given(st.integers(0, 999), st.integers(0, 59), st.integers(0, 59), st.sampled_from(["0123456789", "۰۱۲۳۴۵۶۷۸۹"]))
def test_a_duration_is_hours_minutes_and_seconds_in_any_digits(h: int, m: int, s: int, digits: str) -> None:
    written = f"{h}:{m:02}:{s:02}".translate(str.maketrans("0123456789", digits))
    assert particulars.seconds(written) == h * 3600 + m * 60 + s
    assert header.TRANSCRIPT.keys["duration"] == particulars.KEYS["duration"]


def test_no_duration_is_no_time() -> None:
    assert particulars.seconds("") == 0


def test_every_role_may_be_named() -> None:
    front = "contributors:\n" + "".join(f"  {role}: کسی\n" for role in ROLES)
    assert list(sound(front).particulars.contributors) == list(ROLES)


SECTION = "## آب\n{: #s1 }\n\n"


def test_a_section_has_a_synopsis_and_keywords() -> None:
    about = "از آب می‌گوید:\nدو خط.\n{: .synopsis }\n\nچاه؛ قنات\n{: .keywords }\n\n"
    (section,) = sound("", SECTION + about + BODY).sections
    assert section.synopsis is not None
    assert (section.synopsis.id, section.synopsis.record) == ("s1.synopsis", "از آب می‌گوید:\nدو خط.")
    assert section.keywords is not None
    assert (section.keywords.id, section.keywords.record) == ("s1.keywords", "چاه؛ قنات")
    assert [unit.id for unit in section.units()] == ["s1", "s1.synopsis", "s1.keywords"]
    assert section.first == "t1"


def test_a_synopsis_may_begin_like_a_turn_and_an_unstamped_section_names_its_parts() -> None:
    found, problems = read("", "## آب\n\nمجری: می‌پرسد.\n{: .synopsis }\n\n" + BODY)
    assert found is not None
    assert [problem.code for problem in problems] == ["T009"]
    (section,) = found.sections
    assert section.synopsis is not None
    assert (section.synopsis.id, section.synopsis.record) == ("s1.synopsis", "مجری: می‌پرسد.")


@pytest.mark.parametrize(
    ("body", "line", "told"),
    [
        (
            SECTION + "یک\n{: .synopsis }\n\nدو\n{: .synopsis }\n\n" + BODY,
            13,
            "a second paragraph of the class .synopsis",
        ),
        (SECTION + "یک\n{: #p1 .synopsis }\n\n" + BODY, 11, "the id “p1” is too much, for a paragraph about a section"),
        (SECTION + "یک\n{: .synopsis .keywords }\n\n" + BODY, 11, "more than one class"),
        (SECTION + 'یک\n{: .synopsis topics="+a" }\n\n' + BODY, 11, "unknown attribute “topics”"),
        (BODY + "\nسه\n{: .synopsis }\n", 14, "unknown class “synopsis”"),
    ],
)
def test_other_things_about_a_section_are_told(body: str, line: int, told: str) -> None:
    _, problems = read("", body)
    assert [(problem.code, problem.line) for problem in problems] == [("T005", line)]
    assert told in str(problems[0])


def test_a_heading_with_a_synopsis_and_no_turn_is_told() -> None:
    _, problems = read("", BODY + "\n## آب\n\nیک\n{: .synopsis }\n")
    assert [problem.code for problem in problems] == ["T011"]
