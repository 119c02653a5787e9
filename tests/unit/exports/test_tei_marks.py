"""Marks in a paragraph as elements of TEI."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from goftogu.exports import tei_marks


@pytest.mark.parametrize("ending", ["", ".en"])
def test_a_reference_leads_to_its_note_and_can_be_led_to(ending: str) -> None:
    text = '<p>آب<sup><a id="fnref-1" href="#fn-1">۱</a></sup> و نان</p>'
    paragraph = ET.fromstring(text)  # noqa: S314  written above
    tei_marks.rename(paragraph[0], ending)
    expected = f'<p>آب<ref xml:id="fnref-1" type="noteref" target="#fn-1{ending}">۱</ref> و نان</p>'
    assert ET.tostring(paragraph, encoding="unicode") == expected


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ('<span class="stage gap">[withheld]</span>', '<gap reason="withheld"><desc>withheld</desc></gap>'),
        ('<span class="stage unclear">[?]</span>', '<gap reason="inaudible"><desc>?</desc></gap>'),
        ('<span class="stage pause">[long <em>pause</em>]</span>', '<pause n="long pause" />'),
        ('<span class="stage vocal">[laughs]</span>', "<vocal><desc>laughs</desc></vocal>"),
    ],
)
def test_a_mark_keeps_its_words_without_brackets_and_the_text_after_it(mark: str, expected: str) -> None:
    paragraph = ET.fromstring(f"<p>a{mark} b</p>")  # noqa: S314  written above
    tei_marks.rename(paragraph[0], "")
    assert ET.tostring(paragraph, encoding="unicode") == f"<p>a{expected} b</p>"
