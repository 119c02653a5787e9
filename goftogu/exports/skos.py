"""The topics as a SKOS concept scheme, in Turtle and in JSON-LD, and as plain JSON with counts.

SKOS is the W3C's vocabulary for thesauri (https://www.w3.org/TR/skos-reference/). The two forms say the same. The
address of a concept is that of the Turtle file with the topic's id as fragment, and relative when that of the site is
unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from goftogu.content.vocabulary import Topic, Vocabulary
from goftogu.exports import json_text
from goftogu.index.topics import Kind, TopicIndex
from goftogu.model import Bilingual, Language

_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_LINKS: Final = ("inScheme", "topConceptOf", "hasTopConcept", "broader", "narrower", "related", "exactMatch")

_Texts = list[tuple[str, str]]


def turtle(vocabulary: Vocabulary, title: Bilingual, address: str) -> bytes:
    """Write the topics as Turtle.

    Args:
        vocabulary: The topics.
        title: The name of the scheme.
        address: Absolute address of the published file, or empty.

    Returns:
        UTF-8, one statement to a line.
    """
    head = [f"@prefix skos: <{_SKOS}> .", *([f"@base <{address}> ."] if address else []), ""]
    scheme = _resource("<>", "ConceptScheme", _scheme(vocabulary, title))
    concepts = [_resource(f"<#{topic.id}>", "Concept", _concept(topic, vocabulary)) for topic in _topics(vocabulary)]
    return "\n".join([*head, scheme, *concepts]).encode()


def json_ld(vocabulary: Vocabulary, title: Bilingual, address: str) -> bytes:
    """Write the topics as JSON-LD.

    Args:
        vocabulary: The topics.
        title: The name of the scheme.
        address: Absolute address of the Turtle file, or empty.

    Returns:
        UTF-8.
    """
    terms = {name: {"@type": "@id"} for name in _LINKS}
    prefix: dict[str, Any] = {"@vocab": _SKOS, **({"@base": address} if address else {}), **terms}
    graph = [
        {"@id": "", "@type": "ConceptScheme", **_properties(_scheme(vocabulary, title))},
        *(
            {"@id": f"#{topic.id}", "@type": "Concept", **_properties(_concept(topic, vocabulary))}
            for topic in _topics(vocabulary)
        ),
    ]
    return json_text.dump({"@context": prefix, "@graph": graph})


def counts(vocabulary: Vocabulary, index: TopicIndex) -> bytes:
    """Write the topics as plain JSON, each with the numbers of its exchanges and interviews."""
    return json_text.dump({"topics": [_counted(topic, vocabulary, index) for topic in _topics(vocabulary)]})


def _counted(topic: Topic, vocabulary: Vocabulary, index: TopicIndex) -> dict[str, Any]:
    entries = index.entries(topic.id)
    primary = sum(entry.kind == Kind.PRIMARY for entry in entries)
    return {
        "id": topic.id,
        "label": _both(topic.label),
        "alt": {"fa": topic.alt.fa, "en": topic.alt.en},
        "scope": _both(topic.scope) if topic.scope else None,
        "broader": topic.broader,
        "narrower": _narrower(topic, vocabulary),
        "related": topic.related,
        "exact": topic.exact,
        "exchanges": {Kind.PRIMARY: primary, Kind.PASSING: len(entries) - primary},
        "interviews": len({entry.interview for entry in entries}),
    }


def _topics(vocabulary: Vocabulary) -> Iterator[Topic]:
    return iter(vocabulary.topics.values())


def _scheme(vocabulary: Vocabulary, title: Bilingual) -> dict[str, _Texts]:
    tops = [("", f"#{topic.id}") for topic in _topics(vocabulary) if not topic.broader]
    return {"prefLabel": _texts(title), "hasTopConcept": tops}


def _concept(topic: Topic, vocabulary: Vocabulary) -> dict[str, _Texts]:
    """Return the properties of a concept: texts with their language, links without one."""
    return {
        "prefLabel": _texts(topic.label),
        "altLabel": [(language, text) for language in Language for text in topic.alt[language]],
        "scopeNote": _texts(topic.scope) if topic.scope else [],
        "inScheme": [("", "")],
        "topConceptOf": [] if topic.broader else [("", "")],
        "broader": [("", f"#{other}") for other in topic.broader],
        "narrower": [("", f"#{other}") for other in _narrower(topic, vocabulary)],
        "related": [("", f"#{other}") for other in topic.related],
        "exactMatch": [("", address) for address in topic.exact],
    }


def _narrower(topic: Topic, vocabulary: Vocabulary) -> list[str]:
    return [other.id for other in _topics(vocabulary) if topic.id in other.broader]


def _texts(text: Bilingual) -> _Texts:
    return [(language, text[language]) for language in Language if text[language]]


def _both(text: Bilingual) -> dict[str, str | None]:
    return {"fa": text.fa, "en": text.en or None}


def _resource(name: str, kind: str, properties: Mapping[str, _Texts]) -> str:
    lines = [f"{name} a skos:{kind}"]
    for key, values in properties.items():
        lines += [f"    skos:{key} {_term(language, value)}" for language, value in values]
    return " ;\n".join(lines) + " .\n"


def _term(language: str, value: str) -> str:
    return f'"{value.translate(_ESCAPES)}"@{language}' if language else f"<{value}>"


def _properties(properties: Mapping[str, _Texts]) -> dict[str, Any]:
    return {
        key: [{"@language": language, "@value": value} if language else value for language, value in values]
        for key, values in properties.items()
        if values
    }
