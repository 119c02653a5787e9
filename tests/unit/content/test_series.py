"""``series.toml``: titles, descriptions and rights."""

from __future__ import annotations

from goftogu.content import vocabulary
from goftogu.content.given_pictures import GivenPicture
from goftogu.content.licences import KNOWN
from goftogu.content.series import Series
from goftogu.content.vocabulary import Vocabulary
from goftogu.model import Bilingual, Rights
from goftogu.problems import Problem, SourcePlace
from tests.collecting import collected
from tests.talks import file

PEOPLE = '[rad]\nname = {fa = "راد", en = "Rad"}\n'


def read(text: str) -> tuple[Vocabulary, list[Problem]]:
    texts = {name: file(name, held) for name, held in (("series.toml", text), ("people.toml", PEOPLE))}
    return collected(vocabulary.read_vocabulary, texts)


def test_a_series_has_all_keys_or_the_usual_values() -> None:
    found, problems = read(
        '[gardens]\ntitle = {fa = "باغ‌ها", en = "Gardens"}\ndescription = {fa = "ده باغ", en = "Ten gardens"}\n'
        'rights = {holder = "rad", licence = "CC-BY-4.0"}\n[b]\ntitle = {fa = "ب", en = "B"}\n'
    )
    assert problems == []
    assert [series.picture for series in found.series.values()] == [None, None]
    rights = Rights("rad", KNOWN["CC-BY-4.0"])
    title, about = Bilingual("باغ‌ها", "Gardens"), Bilingual("ده باغ", "Ten gardens")
    assert found.series == {
        "gardens": Series("gardens", title, 1, about, rights),
        "b": Series("b", Bilingual("ب", "B"), line=5),
    }


def test_faults_are_told_with_their_places() -> None:
    found, problems = read(
        '[Gardens]\ntitle = {fa = "ب", en = "B"}\n[a]\ndescription = {fa = "ب"}\n[b]\ntitle = {fa = "ب"}\n'
        '[c]\ntitle = {fa = "پ", en = "P"}\nrights = {licence = "CC-BY-9"}\ncolour = 1\n'
        '[d]\ntitle = {fa = "ت", en = "T"}\nrights = {holder = "radd"}\n'
        '[e]\ntitle = {fa = "ث", en = "S"}\nrights = {holder = "موزهٔ آب"}\n'
    )
    assert [str(problem).split(" (")[0] for problem in problems] == [
        "content/series.toml:1:2: C005 “Gardens” cannot be an id",
        "content/series.toml:3:2: C003 “title” is missing in a",
        "content/series.toml:4:1: C003 “en” is missing in a.description",
        "content/series.toml:6:1: C003 “en” is missing in b.title",
        "content/series.toml:9:11: C005 “CC-BY-9” is not allowed for c.rights.licence",
        "content/series.toml:10:1: C002 unknown key “colour” in c",
        "content/series.toml:13:11: C007 d.rights.holder names “radd”, which does not exist",
    ]
    assert "did you mean “rad”" in str(problems[-1])
    assert found.series["a"].title == Bilingual("a", "a")


def test_a_picture_needs_its_file_and_its_words() -> None:
    title = 'title = {fa = "ب", en = "B"}\n'
    whole = 'picture = {file = "b.jpg", alt = {fa = "دیوار", en = "A wall"}}\n'
    found, problems = read(f"[b]\n{title}{whole}")
    assert problems == []
    assert found.series["b"].picture == GivenPicture(
        "b.jpg", Bilingual("دیوار", "A wall"), None, SourcePlace("content/series.toml", 3, 12)
    )
    _, problems = read(f'[b]\n{title}picture = {{file = "b.jpg"}}\n')
    assert [problem.code for problem in problems] == ["C003"]
