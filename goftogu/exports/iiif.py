"""The recordings of an interview as a IIIF manifest, for viewers and players that know that standard.

Each recording is a canvas; the captions are annotations of the first one, and sections are ranges with their times. The
manifest is in both languages. Source: IIIF Presentation API 3.0 (2020), and for captions recipe 219 of its cookbook.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from goftogu import urls
from goftogu.edition import particulars, recordings, wording
from goftogu.edition.material import Material
from goftogu.edition.recordings import PublishedRecording
from goftogu.exports import json_text
from goftogu.model import Bilingual, Language, Paragraph, Role
from goftogu.persian.dates.calendar import exact_day

_CONTEXT: Final = "http://iiif.io/api/presentation/3/context.json"
_SIZE: Final = {"height": 720, "width": 1280}
"""Height and width of a canvas with a picture: only their ratio counts, and nothing tells that of the recording."""
_REST: Final = 60
"""Seconds after the last time of the transcript at which a recording is taken to end when its length is unknown."""
_CAPTIONS: Final = Bilingual("زیرنویس فارسی", "Captions in English")
_RIGHTS: Final = ("http://creativecommons.org/", "https://creativecommons.org/", "http://rightsstatements.org/")
"""Beginnings of the only addresses that ``rights`` may have."""
_FORMS: Final = {"tei": ("tei.xml", "application/tei+xml", "TEI"), "json": ("json", "application/json", "JSON")}

_Text = dict[str, list[str]]
_Value = dict[str, Any]


def manifest(material: Material) -> bytes:
    """Write the manifest of an interview with recordings; the archive knows its own address."""
    base = _address(material, "manifest.json")
    canvases = [
        _canvas(material, base, number, recording) for number, recording in enumerate(material.recordings, start=1)
    ]
    found: _Value = {
        "@context": _CONTEXT,
        "id": base,
        "type": "Manifest",
        "label": _both(material, material.interview.title),
        "summary": _summary(material),
        "metadata": list(_metadata(material)),
        "requiredStatement": _statement(material),
        "rights": _licence(material),
        "navDate": _moment(material),
        "homepage": [_page(material, language) for language in material.tongues],
        "seeAlso": list(_forms(material)),
        "items": canvases,
        "structures": list(_ranges(material, base)),
    }
    known = {name: value for name, value in found.items() if value}
    return json_text.dump(known)


def _address(material: Material, ending: str) -> str:
    return urls.absolute(material.config.url, urls.data(material.interview.id, ending))


def _both(material: Material, unit: Paragraph) -> _Text:
    """Return a paragraph in the languages in which it is there."""
    return {material.page_tag(language): [material.plain(unit, language)] for language in material.languages(unit)}


def _label(material: Material, text: Bilingual) -> _Text:
    return {material.page_tag(language): [text[language]] for language in material.config.editions if text[language]}


def _summary(material: Material) -> _Text:
    unit = material.particulars.summary or material.interview.lede
    return _both(material, unit) if unit else {}


def _metadata(material: Material) -> Iterator[_Value]:
    if material.interview.date is not None:
        words = Bilingual(material.date(Language.FA), material.date(Language.EN))
        yield {"label": _label(material, Bilingual("تاریخ", "Date")), "value": _label(material, words)}
    for role in (Role.INTERVIEWEE, Role.INTERVIEWER):
        if credits_ := material.credits(role):
            names = {
                material.page_tag(language): [credit.name(language) for credit in credits_]
                for language in material.tongues
            }
            yield {"label": _label(material, wording.ROLES[role]), "value": names}
    for language in material.tongues:
        for label, text in particulars.facts(material, language):
            yield {"label": {material.page_tag(language): [label]}, "value": {material.page_tag(language): [text]}}
    said = Bilingual(*(wording.quoted(material, material.interview.units(), language) for language in Language))
    yield {"label": _label(material, Bilingual("متن", "Text")), "value": _label(material, said)}


def _statement(material: Material) -> _Value:
    """Return what a viewer must show of the rights."""
    told = {material.page_tag(language): list(material.rights.sentences(language)) for language in material.tongues}
    known = {language: sentences for language, sentences in told.items() if sentences}
    return {"label": _label(material, Bilingual("حقوق", "Rights")), "value": known} if known else {}


def _licence(material: Material) -> str:
    """Return the licence where it is one that IIIF allows, by the address that its specification asks for."""
    licence = material.rights.licence
    return licence.replace("https://creativecommons.org/", _RIGHTS[0]) if licence.startswith(_RIGHTS) else ""


def _moment(material: Material) -> str:
    day = exact_day(material.interview.date) if material.interview.date else ""
    return day and f"{day}T00:00:00Z"


def _page(material: Material, language: Language) -> _Value:
    title = {material.page_tag(language): [material.plain(material.interview.title, language)]}
    address = material.address(language)
    return {
        "id": address,
        "type": "Text",
        "label": title,
        "format": "text/html",
        "language": [material.page_tag(language)],
    }


def _forms(material: Material) -> Iterator[_Value]:
    for word, (ending, form, name) in _FORMS.items():
        if word in material.config.downloads:
            address = _address(material, ending)
            yield {"id": address, "type": "Dataset", "label": {"none": [name]}, "format": form}


def _canvas(material: Material, base: str, number: int, recording: PublishedRecording) -> _Value:
    name = f"{base}/canvas/{number}"
    seconds = _seconds(material, recording)
    kind = "Video" if recording.is_video else "Sound"
    address = recording.address(material.config)
    body = {"id": address, "type": kind, "format": recording.type, "duration": seconds}
    painted = _annotation(name, "painting", body)
    made = {
        "id": name,
        "type": "Canvas",
        "label": _label(material, recording.label),
        "duration": seconds,
        **(_SIZE if recording.is_video else {}),
        "items": [{"id": f"{name}/page", "type": "AnnotationPage", "items": [painted]}],
    }
    captions = list(_captions(material, name)) if number == 1 else []
    page = {"id": f"{name}/captions", "type": "AnnotationPage", "items": captions}
    return {**made, "annotations": [page]} if captions else made


def _annotation(canvas: str, motivation: str, body: Mapping[str, Any], ending: str = "") -> _Value:
    return {
        "id": f"{canvas}/{motivation}{ending}",
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": canvas,
    }


def _captions(material: Material, canvas: str) -> Iterator[_Value]:
    """Yield the captions, where the archive has them; those without English are not called English."""
    if not recordings.is_timed(material.interview) or "captions" not in material.config.downloads:
        return
    for language in material.tongues:
        body = {
            "id": _address(material, f"{language}.vtt"),
            "type": "Text",
            "format": "text/vtt",
            "language": material.page_tag(language),
            "label": {material.page_tag(language): [_CAPTIONS[language]]},
        }
        yield _annotation(canvas, "supplementing", body, f"-{language}")


def _seconds(material: Material, recording: PublishedRecording) -> float:
    """Return how long a recording is; where nobody knows, some time after what the transcript places in it last."""
    if recording.seconds:
        return round(float(recording.seconds), 3)
    times = [unit.time or 0 for turn in material.interview.turns for unit in turn.paragraphs]
    return float(max(max(times, default=0) - recording.offset, 0) + _REST)


def _ranges(material: Material, base: str) -> Iterator[_Value]:
    """Yield the sections that begin at a time of a recording, each up to the next one."""
    turns = {turn.id: turn for turn in material.interview.turns}
    timed = [(section, turns[section.first].time) for section in material.interview.sections]
    starts = [(section, time) for section, time in timed if time is not None]
    for place, (section, time) in enumerate(starts):
        recording = recordings.playing(material.recordings, time)
        if recording is not None:
            number = material.recordings.index(recording) + 1
            end = min([*_later(starts, place), recording.offset + int(_seconds(material, recording))])
            span = f"#t={time - recording.offset},{end - recording.offset}"
            canvas = {"id": f"{base}/canvas/{number}{span}", "type": "Canvas"}
            label = _both(material, section.title)
            yield {"id": f"{base}/range/{section.id}", "type": "Range", "label": label, "items": [canvas]}


def _later(starts: Sequence[tuple[object, int]], place: int) -> list[int]:
    return [time for _, time in starts[place + 1 :] if time > starts[place][1]]
