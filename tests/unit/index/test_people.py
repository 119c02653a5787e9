from __future__ import annotations

from dataclasses import replace

from goftogu.content.vocabulary import Person, PersonKind, Vocabulary, Words
from goftogu.index import index
from goftogu.index.indexing import Mention
from goftogu.index.people import Part, People
from goftogu.model import Bilingual, Interview, Reference, Role
from goftogu.problems import Problem
from tests.collecting import collected
from tests.entries import a_person
from tests.talks import interview, talk, turn

NONE = Bilingual("", "")


def person(id_: str, name: str, *aliases: str, public: bool = True, line: int = 0) -> Person:
    return a_person(id_, PersonKind.PERSON, Bilingual(name, id_), NONE, Words(aliases), public=public, line=line)


PEOPLE = (
    person("pezeshkian", "مسعود پزشکیان", "پزشکیان"),
    person("tokayev", "قاسم‌جومارت توکایف", "توکایف"),
    person("kazinform", "کازاینفورم"),
    person("irib", "صدا و سیما", line=7),
    person("nobody", "هیچ‌کس", line=9),
    person("private", "رضا احمدی", public=False),
)
VOCABULARY = Vocabulary(people={item.id: item for item in PEOPLE}, paths={"people.toml": "content/people.toml"})
SAMPLE = talk(
    ("آقای پزشکیان، سلام.", "سلام."),
    ("قاسم جومارت توکایف کیست؟", ("هیچ.", "توکایف‌ها و رضا احمدی را می‌شناسم.")),
)


def build(samples: list[Interview], known: Vocabulary) -> tuple[People, list[Problem]]:
    found, problems = collected(index.build, samples, known)
    return found.people, problems


def test_who_speaks_is_known_from_the_labels() -> None:
    found, _ = build([SAMPLE], VOCABULARY)
    assert found.parts("pezeshkian") == (Part("pezeshkian", "talk", "آقای پزشکیان", Role.INTERVIEWEE),)
    assert found.parts("kazinform") == (Part("kazinform", "talk", "مجری", Role.INTERVIEWER),)
    assert found.parts("tokayev") == found.parts("unknown") == ()


def test_who_is_spoken_of_is_found_by_the_longest_name() -> None:
    found, _ = build([SAMPLE], VOCABULARY)
    assert found.mentions("pezeshkian") == (Mention("pezeshkian", "talk", "x-t1", "t1", "t1.1", 5, 12, 1),)
    assert found.mentions("tokayev") == (
        Mention("tokayev", "talk", "x-t3", "t3", "t3.1", 0, 18, 3),
        Mention("tokayev", "talk", "x-t3", "t4", "t4.2", 0, 9, 4),
    )


def test_private_people_are_left_out() -> None:
    found, _ = build([SAMPLE], VOCABULARY)
    assert found.mentions("private") == ()
    assert found.used() == ("pezeshkian", "tokayev", "kazinform")


def test_people_who_are_not_there_are_told() -> None:
    _, problems = build([SAMPLE, interview([turn(1, "مجری", "سلام.")], source="irib")], VOCABULARY)
    (problem,) = problems
    assert str(problem).startswith("content/people.toml:9:1: V005 “nobody” neither speaks nor is spoken of")


def test_an_archive_without_interviews_has_no_problems() -> None:
    found, problems = build([], VOCABULARY)
    assert (found.used(), problems) == ((), [])


def test_who_is_only_named_by_an_interview_is_no_stranger() -> None:
    named = Reference("people.toml", "contributors.camera", "nobody", 1, 1)
    sample = replace(SAMPLE, references=(named, Reference("people.toml", "source.name", "irib", 1, 1)))
    _, problems = build([sample], VOCABULARY)
    assert problems == []
