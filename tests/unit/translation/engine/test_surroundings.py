"""Where sentences are said."""

from __future__ import annotations

from collections import UserList
from collections.abc import Iterator

from goftogu.translation.engine.protocol import SentencePlace
from goftogu.translation.engine.surroundings import Spoken, Surroundings
from goftogu.translation.memory.memory import Unit

UNITS = tuple(Unit(f"t{number}", f"بند {word}. جمله.") for number, word in enumerate(["یک", "دو", "سه", "چهار"]))


def test_a_sentence_has_the_paragraphs_around_it() -> None:
    found = Surroundings(lambda: [Spoken("azar", UNITS, UNITS[2], ["بند سه.", "جمله."])])
    assert found("بند سه.") == SentencePlace("azar", 2, (UNITS[0].source, UNITS[1].source), (UNITS[3].source,))
    assert found("جمله.") == found("بند سه.")
    assert found("بند یک.") is None


def test_at_the_edges_there_are_fewer() -> None:
    spoken = [Spoken("azar", UNITS, UNITS[0], ["اول."]), Spoken("azar", UNITS, UNITS[3], ["آخر."])]
    found = Surroundings(lambda: spoken)
    assert found("اول.") == SentencePlace("azar", 0, (), (UNITS[1].source,))
    assert found("آخر.") == SentencePlace("azar", 3, (UNITS[1].source, UNITS[2].source), ())


def test_a_sentence_that_occurs_twice_is_said_where_it_is_first() -> None:
    other = (Unit("title", "عنوان."),)
    spoken = [Spoken("azar", UNITS, UNITS[1], ["جمله."]), Spoken("river", other, other[0], ["جمله.", "عنوان."])]
    found = Surroundings(lambda: spoken)
    first, second = found("جمله."), found("عنوان.")
    assert first is not None
    assert (first.interview, first.number) == ("azar", 1)
    assert second == SentencePlace("river", 0)


def test_long_neighbours_are_shown_in_part_and_withheld_marks_not_at_all() -> None:
    units = (Unit("a", "ا" * 900 + "ب"), Unit("b", "این."), Unit("c", "پ [withheld: نام] " + "ت" * 900))
    found = Surroundings(lambda: [Spoken("azar", units, units[1], ["این."])])("این.")
    assert found is not None
    assert (len(found.before[0]), found.before[0][-1]) == (600, "ب")
    assert len(found.after[0]) == 600
    assert "withheld" not in found.after[0]
    assert found.after[0].startswith("پ ت")


class CountedUnits(UserList[Unit]):
    """The paragraphs of an interview, which notes how often somebody goes through them."""

    walks = 0

    def __iter__(self) -> Iterator[Unit]:
        self.walks += 1
        return iter(self.data)


def test_the_paragraphs_of_an_interview_are_numbered_once() -> None:
    talks = {name: CountedUnits([Unit(f"t{at}", f"{name} {at}.") for at in range(50)]) for name in ("azar", "bahar")}
    every = [Spoken(name, units, unit, [unit.source]) for name, units in talks.items() for unit in units.data]
    found = Surroundings(lambda: every)
    places = [found(spoken.unit.source) for spoken in every]
    assert [place and (place.interview, place.number) for place in places] == [
        (name, at) for name in talks for at in range(50)
    ]
    assert [units.walks for units in talks.values()] == [1, 1]


def test_nothing_is_listed_before_somebody_asks() -> None:
    asked: list[str] = []

    def spoken() -> Iterator[Spoken]:
        asked.append("now")
        yield Spoken("azar", UNITS, UNITS[0], ["اول."])

    found = Surroundings(spoken)
    assert not asked
    found("اول.")
    found("آخر.")
    assert asked == ["now"]
