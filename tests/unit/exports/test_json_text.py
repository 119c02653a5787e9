"""How documents of JSON are written."""

from __future__ import annotations

from goftogu.exports import json_text


def test_letters_are_written_as_they_are_and_values_on_lines_of_their_own() -> None:
    written = json_text.dump({"عنوان": "گفت‌وگو", "years": [1357, {"en": "“River”"}]}).decode()
    assert written == '{\n "عنوان": "گفت‌وگو",\n "years": [\n  1357,\n  {\n   "en": "“River”"\n  }\n ]\n}\n'
