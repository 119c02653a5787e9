from __future__ import annotations

from goftogu.content import vocabulary
from goftogu.content.entries import spellings
from goftogu.content.vocabulary import OwnSpellings, PersonKind, Term, Vocabulary, Words
from goftogu.model import Bilingual
from goftogu.persian.dates.calendar import Calendar, PartialDate
from goftogu.problems import Problem
from tests.collecting import collected
from tests.entries import a_person, a_topic
from tests.talks import file


def read(**texts: str) -> tuple[Vocabulary, list[Problem]]:
    return collected(
        vocabulary.read_vocabulary, {f"{name}.toml": file(f"{name}.toml", text) for name, text in texts.items()}
    )


def test_missing_files_are_empty_vocabularies() -> None:
    assert collected(vocabulary.read_vocabulary, {}) == (Vocabulary(), [])


def test_a_topic_has_all_its_keys() -> None:
    text = """
        [law]
        fa = "حقوق"
        en = "Law"
        [visas]
        fa = "روادید"
        en = "Visas"
        alt = {fa = ["ویزا"], en = ["Permits"]}
        broader = ["law"]
        related = []
        scope = {fa = "شرح", en = "Scope"}
        triggers = ["روادید", "ویزا"]
        mentions = ["سفر"]
        context = ["رفت و آمد"]
        exclude = ["ویزا کارت"]
        people = ["consul"]
        exact = ["http://www.wikidata.org/entity/Q170404"]
    """
    found, problems = read(topics=text, people='[consul]\nname = {fa = "کنسول", en = "Consul"}')
    assert problems == []
    assert list(found.topics) == ["law", "visas"]
    assert found.topics["law"] == a_topic("law", Bilingual("حقوق", "Law"), line=2)
    assert found.topics["visas"] == a_topic(
        "visas",
        Bilingual("روادید", "Visas"),
        alt=Words(("ویزا",), ("Permits",)),
        broader=("law",),
        scope=Bilingual("شرح", "Scope"),
        triggers=("روادید", "ویزا"),
        mentions=("سفر",),
        context=("رفت و آمد",),
        exclude=("ویزا کارت",),
        people=("consul",),
        exact=("http://www.wikidata.org/entity/Q170404",),
        line=5,
    )


def test_a_person_has_all_keys_or_the_usual_values() -> None:
    text = """
        [irib]
        kind = "organisation"
        name = {fa = "صدا و سیما", en = "IRIB"}
        sort = {fa = "صدا", en = "irib"}
        aliases = {fa = ["سیما"], en = ["Broadcasting"]}
        description = {fa = "رسانه", en = "Broadcaster"}
        born = "1966"
        died = "2030-01-02"
        biography = {fa = "سال‌ها", en = "Years"}
        ids = {wikidata = "Q1"}
        public = true
        [someone]
        name = {fa = "کسی", en = "Someone"}
    """
    found, problems = read(people=text)
    assert problems == []
    name = Bilingual("کسی", "Someone")
    assert found.people["someone"] == a_person("someone", PersonKind.PERSON, name, name, line=13)
    assert found.people["irib"] == a_person(
        "irib",
        PersonKind.ORGANISATION,
        Bilingual("صدا و سیما", "IRIB"),
        Bilingual("صدا", "irib"),
        Words(("سیما",), ("Broadcasting",)),
        description=Bilingual("رسانه", "Broadcaster"),
        born=PartialDate(Calendar.GREGORIAN, 1966),
        died=PartialDate(Calendar.GREGORIAN, 2030, 1, 2),
        ids={"wikidata": "Q1"},
        public=True,
        line=2,
        biography=Bilingual("سال‌ها", "Years"),
    )


def test_the_glossary_keeps_the_preferred_form_first() -> None:
    found, problems = read(glossary='# names\n"خلیج فارس" = ["Persian Gulf", "the Gulf"]\n')
    assert problems == []
    assert found.glossary == {"خلیج فارس": Term("خلیج فارس", ("Persian Gulf", "the Gulf"), 2)}


def test_a_term_of_the_glossary_has_at_least_one_word() -> None:
    found, problems = read(glossary='"باغ" = ["garden"]\n"" = ["nothing"]\n"…" = ["dots"]\n')
    assert list(found.glossary) == ["باغ"]
    assert [(problem.code, problem.line) for problem in problems] == [("C005", 2), ("C005", 3)]


def test_the_orthography_has_words_and_exceptions() -> None:
    found, problems = read(orthography='words = ["گفت‌وگو"]\nkeep = ["میدان"]\n')
    assert problems == []
    assert found.orthography == OwnSpellings({"گفت‌وگو": "گفت‌وگو"}, ("میدان",))


def test_the_faults_of_all_files_are_told_with_their_places() -> None:
    found, problems = read(
        topics='[Visas]\nfa = "روادید"\nen = "Visas"\n[trade]\nfa = "تجارت"\ntriggers = ["،"]\nexact = ["Q1"]\n',
        people='[x]\nname = {fa = "ی"}\nborn = "13 اردیبهشت"\nkind = "men"\n',
        glossary="a = 1\n",
        orthography="words = [\n",
    )
    assert [str(problem).split(" (")[0] for problem in problems] == [
        "content/topics.toml:1:2: C005 “Visas” cannot be an id",
        "content/topics.toml:4:2: C003 “en” is missing in trade",
        "content/topics.toml:6:13: C005 “،” is not allowed for trade.triggers[1]",
        "content/topics.toml:7:10: C005 “Q1” is not allowed for trade.exact[1]",
        "content/people.toml:2:1: C003 “en” is missing in x.name",
        "content/people.toml:3:1: C006 “13 اردیبهشت” is not a date, in x.born",
        "content/people.toml:4:1: C005 “men” is not allowed for x.kind",
        "content/glossary.toml:1:1: C004 a is “1”",
        "content/orthography.toml:1:1: C001 Invalid value",
    ]
    assert found.topics["trade"] == a_topic("trade", Bilingual("تجارت", ""), line=4)
    assert found.people["x"].name == Bilingual("ی", "")


def test_words_and_labels_are_found_by_language() -> None:
    words = Words(("یک",), ("one", "two"))
    assert (words["fa"], words["en"]) == (("یک",), ("one", "two"))


ALONE = {
    "topics": '[law]\nfa = "حقوق"\nscope = {fa = "شرح"}\n[tax]\nfa = "مالیات"\n',
    "people": '[rad]\nname = {fa = "مینا راد"}\n[sohrabi]\nname = {fa = "پروین"}\nsort = {fa = "سهرابی، پروین"}\n',
    "places": '[shiraz]\nname = {fa = "شیراز"}\n[tus]\nname = {fa = "توس"}\n',
}


def test_an_archive_in_persian_alone_needs_no_english_names() -> None:
    texts = {f"{name}.toml": file(f"{name}.toml", text) for name, text in ALONE.items()}
    found, problems = collected(vocabulary.read_vocabulary, texts, languages=["fa"])
    assert problems == []  # and two labels that are not there are not alike
    assert found.topics["law"].scope == Bilingual("شرح", "")
    assert found.people["sohrabi"].sort == Bilingual("سهرابی، پروین", "")
    assert list(spellings(found.people["rad"], "en")) == []
    assert list(spellings(found.places["tus"], "fa")) == ["توس"]


def test_an_archive_with_both_languages_needs_them() -> None:
    _, problems = read(**ALONE)
    assert [problem.code for problem in problems] == ["C003"] * 8
