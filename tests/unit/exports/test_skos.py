from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from goftogu.content.vocabulary import Vocabulary, Words
from goftogu.exports import skos
from goftogu.index import index
from goftogu.model import Bilingual
from tests.collecting import collected
from tests.entries import a_topic
from tests.talks import talk

ROOT = Path(__file__).parents[3]
TITLE = Bilingual("نمایه", "Index")
TOPICS = Vocabulary(
    {
        "travel": a_topic("travel", Bilingual("سفر", 'The "journey"\\')),
        "visas": a_topic(
            "visas",
            Bilingual("روادید", "Visas"),
            alt=Words(("ویزا",), ("Permits",)),
            broader=("travel",),
            related=("travel",),
            scope=Bilingual("شرح\nدوم", "Scope"),
            triggers=("روادید",),
            exact=("http://www.wikidata.org/entity/Q170404",),
        ),
    }
)


def test_turtle_has_every_property() -> None:
    assert skos.turtle(TOPICS, TITLE, "https://example.org/data/topics.ttl").decode() == (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "@base <https://example.org/data/topics.ttl> .\n"
        "\n"
        "<> a skos:ConceptScheme ;\n"
        '    skos:prefLabel "نمایه"@fa ;\n'
        '    skos:prefLabel "Index"@en ;\n'
        "    skos:hasTopConcept <#travel> .\n"
        "\n"
        "<#travel> a skos:Concept ;\n"
        '    skos:prefLabel "سفر"@fa ;\n'
        '    skos:prefLabel "The \\"journey\\"\\\\"@en ;\n'
        "    skos:inScheme <> ;\n"
        "    skos:topConceptOf <> ;\n"
        "    skos:narrower <#visas> .\n"
        "\n"
        "<#visas> a skos:Concept ;\n"
        '    skos:prefLabel "روادید"@fa ;\n'
        '    skos:prefLabel "Visas"@en ;\n'
        '    skos:altLabel "ویزا"@fa ;\n'
        '    skos:altLabel "Permits"@en ;\n'
        '    skos:scopeNote "شرح\\nدوم"@fa ;\n'
        '    skos:scopeNote "Scope"@en ;\n'
        "    skos:inScheme <> ;\n"
        "    skos:broader <#travel> ;\n"
        "    skos:related <#travel> ;\n"
        "    skos:exactMatch <http://www.wikidata.org/entity/Q170404> .\n"
    )


def test_without_an_address_everything_is_relative() -> None:
    assert "@base" not in skos.turtle(TOPICS, TITLE, address="").decode()
    assert "@base" not in json.loads(skos.json_ld(TOPICS, TITLE, address=""))["@context"]


def _statements(text: str) -> set[tuple[str, str, str]]:
    """Read the Turtle that is written here: one property and one value to a line."""
    found = set()
    for block in text.split("\n\n")[1:]:
        subject = re.match(r"<([^>]*)>", block)
        assert subject
        for key, value in re.findall(r"^    skos:(\w+) (.*) [;.]$", block, re.MULTILINE):
            found.add((subject[1], key, value))
    return found


def _value(value: Any) -> str:
    if isinstance(value, str):
        return f"<{value}>"
    return f"{json.dumps(value['@value'], ensure_ascii=False)}@{value['@language']}"


def test_both_forms_say_the_same() -> None:
    document = json.loads(skos.json_ld(TOPICS, TITLE, "https://example.org/data/topics.ttl"))
    assert document["@context"]["@base"] == "https://example.org/data/topics.ttl"
    statements = {
        (node["@id"], key, _value(value))
        for node in document["@graph"]
        for key, values in node.items()
        if not key.startswith("@")
        for value in values
    }
    links = {key for _, key, value in statements if value.startswith("<")}
    context = document["@context"]
    assert context.pop("@vocab") == "http://www.w3.org/2004/02/skos/core#"
    assert context == {"@base": context["@base"], **{name: {"@type": "@id"} for name in links}}
    assert statements == _statements(skos.turtle(TOPICS, TITLE, address="").decode())


def test_the_counts_tell_primary_and_passing() -> None:
    samples = [talk(("روادید؟", ""), ("چه؟", "روادید"), id_="one"), talk(("چه؟", "روادید"), id_="two")]
    found, _ = collected(index.build, samples, TOPICS)
    _, visas = json.loads(skos.counts(TOPICS, found.topics))["topics"]
    assert visas == {
        "id": "visas",
        "label": {"fa": "روادید", "en": "Visas"},
        "alt": {"fa": ["ویزا"], "en": ["Permits"]},
        "scope": {"fa": "شرح\nدوم", "en": "Scope"},
        "broader": ["travel"],
        "narrower": [],
        "related": ["travel"],
        "exact": ["http://www.wikidata.org/entity/Q170404"],
        "exchanges": {"primary": 1, "passing": 2},
        "interviews": 2,
    }
