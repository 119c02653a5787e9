"""The table ``defaults`` of ``site.toml``: what holds where an interview says nothing."""

from __future__ import annotations

from goftogu.content import settings
from goftogu.content.defaults import NO_DEFAULTS, Defaults
from goftogu.content.details import Reference
from goftogu.model import Particulars
from tests.collecting import collected
from tests.unit.content.test_settings import LEAST


def read(text: str) -> tuple[Defaults, list[str]]:
    site, problems = collected(settings.read_settings, LEAST + text, "content/site.toml")
    return site.defaults, [str(problem).split(" (")[0] for problem in problems]


def test_every_key_is_read_and_ids_are_noted() -> None:
    found, problems = read(
        '[defaults]\nplace = "tehran"\nlanguages = ["fa", "ckb"]\n'
        'contributors = {camera = "rad", editor = ["نیما", "nima"]}\n'
    )
    assert problems == []
    assert (found.place, found.languages) == ("tehran", ("fa", "ckb"))
    assert found.contributors == {"camera": ("rad",), "editor": ("نیما", "nima")}
    assert [(item.vocabulary, item.key, item.id, item.line) for item in found.references] == [
        ("places.toml", "defaults.place", "tehran", 4),
        ("people.toml", "defaults.contributors.camera", "rad", 6),
        ("people.toml", "defaults.contributors.editor", "nima", 6),
    ]


def test_without_the_table_nothing_holds() -> None:
    assert read("") == (NO_DEFAULTS, [])
    assert NO_DEFAULTS.given_to(Particulars()) == Particulars()


def test_other_keys_and_values_are_told() -> None:
    _, problems = read('[defaults]\nseries = "a"\nlanguages = ["persian"]\ncontributors = {typist = "x"}\n')
    assert problems == [
        "content/site.toml:4:1: C002 unknown key “series” in defaults",
        "content/site.toml:5:14: C005 “persian” is not allowed for defaults.languages[1]",
        "content/site.toml:6:17: C002 unknown key “typist” in defaults.contributors",
    ]


def test_what_an_interview_says_itself_counts_role_by_role() -> None:
    usual = Defaults("tehran", ("fa",), {"camera": ("rad",), "editor": ("نیما",)}, (Reference("", "", "", 1, 1),))
    own = Particulars(languages=("ckb",), contributors={"editor": (), "translator": ("Jane",)}, identifier="7")
    found = usual.given_to(own)
    assert (found.place, found.languages, found.identifier) == ("tehran", ("ckb",), "7")
    assert found.contributors == {"camera": ("rad",), "translator": ("Jane",)}
    assert usual.given_to(Particulars(place="yazd")).place == "yazd"
