from __future__ import annotations

from goftogu.content.vocabulary import Person, PersonKind, Vocabulary, Words
from goftogu.index import index
from goftogu.index.indexing import Mention
from goftogu.index.people import Part, People
from goftogu.model import Bilingual, Interview, Role, Speaker
from goftogu.problems import Problem
from tests.collecting import collected
from tests.talks import interview, talk, turn

NONE = Bilingual("", "")


def person(id_: str, name: str, *aliases: str, public: bool = True, line: int = 0) -> Person:
    return Person(id_, PersonKind.PERSON, Bilingual(name, id_), NONE, Words(aliases), public=public, line=line)


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


def test_references_to_nobody_are_told() -> None:
    guest = Speaker("مهمان", Role.INTERVIEWEE, person="tokaev", organisation="irib")
    sample = talk(("سلام.", "سلام."), guest=guest)
    known = Vocabulary(people={key: VOCABULARY.people[key] for key in ("tokayev", "irib")}, paths=VOCABULARY.paths)
    _, problems = build([sample, interview(sample.turns[:1], source="nowhere")], known)
    told = [str(problem).removeprefix("content/interviews/talk.md: C007 ") for problem in problems]
    assert [message for message in told if "names" in message] == [
        "speaker “مجری” names “kazinform”, who does not exist in people.toml (known: irib, tokayev)",
        "speaker “مهمان” names “tokaev”, who does not exist in people.toml (did you mean “tokayev”?)",
        "source names “nowhere”, who does not exist in people.toml (known: irib, tokayev)",
        "speaker “مجری” names “kazinform”, who does not exist in people.toml (known: irib, tokayev)",
        "speaker “آقای پزشکیان” names “pezeshkian”, who does not exist in people.toml (known: irib, tokayev)",
    ]


def test_an_archive_without_interviews_has_no_problems() -> None:
    found, problems = build([], VOCABULARY)
    assert (found.used(), problems) == ((), [])
