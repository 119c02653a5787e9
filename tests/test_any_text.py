"""Any text in every place that takes one: it is published in files that parse, or it is told and nothing is."""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from goftogu.content import characters
from goftogu.problems import Severity
from tests import parsing, sites

WORD: Final = "زیرفون"
"""Is in every text, so that none is empty, and all of them can be found on the pages."""
HEAD: Final = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
PLACES: Final = (
    "title", "source", "summary", "keyword", "description", "name", "alias", "topic", "site", "about", "english",
)  # fmt: skip
FEW: Final = settings(phases=[Phase.explicit, Phase.generate], suppress_health_check=[HealthCheck.too_slow])
"""Each example is a whole build: a text that fails is shown as it is, without looking for a shorter one."""

_INLINE = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"])
_ODD = st.sampled_from(
    "\x00\x01\x08\x0b\x1b\x7f\x85\x9f\u202a\u202d\u202e\u2066\u2067\ufdd0\ufffe\uffff\U0001ffff\ud800\udfff\u2028\u2029"
)
_SIGNS = st.sampled_from("<>&\"'`*_[](){}\\|#~:;=+-@%$^!?/،؛؟«»\u200c\u200f\u00a0\u00ad ۱۲ab")
TEXTS = st.text(_SIGNS | _INLINE, max_size=15)
ODD_TEXTS = st.tuples(TEXTS, _ODD, TEXTS).map("".join)


def quoted(text: str) -> str:
    """Write a text as YAML and TOML both read it; half of a pair of surrogates is written as it is escaped."""
    return json.dumps(text, ensure_ascii=bool(re.search("[\ud800-\udfff]", text))).replace("\x7f", "\\u007f")


def write(root: Path, texts: dict[str, str]) -> Path:
    """Make an archive with a text in each place."""
    content, at = sites.make(root) / "content", {place: quoted(texts[place]) for place in PLACES}
    river = (content / "interviews/river.md").read_text(encoding="utf-8")
    head = (
        f"title: {at['title']}\nsummary: {at['summary']}\nkeywords: [{at['keyword']}]\n"
        f"source: {{name: {at['source']}}}\n"
    )
    river = re.sub(r"title: .*\n", lambda _: head, river)
    river = river.replace("person: ahmadi", f"person: ahmadi, description: {at['description']}")
    (content / "interviews/river.md").write_text(river, encoding="utf-8")
    (content / "people.toml").write_text(
        f'[ahmadi]\nname = {{fa = {at["name"]}, en = "Maryam Ahmadi"}}\naliases = {{fa = [{at["alias"]}]}}\n',
        encoding="utf-8",
    )
    (content / "topics.toml").write_text(
        f'[river]\nfa = {at["topic"]}\nen = "River"\ntriggers = ["رودخانه"]\n', encoding="utf-8"
    )
    site = (content / "site.toml").read_text(encoding="utf-8")
    site = site.replace('"بایگانی آزمون"', at["site"]).replace('"بایگانی کوچکی برای آزمون."', at["about"])
    (content / "site.toml").write_text(site, encoding="utf-8")
    memory = content / "translations/en/river.po"
    memory.parent.mkdir(parents=True)
    english = texts["english"].replace("\\", "\\\\").replace('"', '\\"')
    entry = f'msgctxt "t1.1"\nmsgid "از رودخانه چه به یاد دارید؟"\nmsgstr "{english}"\n'
    memory.write_bytes((HEAD + entry).encode("utf-8", "surrogatepass"))
    return root


def check(texts: dict[str, str]) -> list[str]:
    """Build an archive; look at each file that is published. Return the errors."""
    with tempfile.TemporaryDirectory() as folder:
        root = write(Path(folder) / "archive", texts)
        report = sites.build(root)
        errors = [str(problem) for problem in report.problems if problem.severity is Severity.ERROR]
        published = sites.files(root / "output") if (root / "output").exists() else {}
        assert bool(errors) != bool(published), errors
        for path, data in published.items():
            for text in parsing.texts(path, data):
                found = characters._CONTROL.search(text.replace("\r\n", "\n"))
                assert found is None, f"{path}: {found}: {text}"
        return errors


def every(text: str) -> dict[str, str]:
    return dict.fromkeys(PLACES, f"{WORD} {text}")


@settings(FEW, max_examples=12)
@given(st.fixed_dictionaries({place: TEXTS.map(lambda text: f"{WORD} {text}") for place in PLACES}))
@example(every("<b> &amp; \"x\" 'y' ]]> --> {{ 7 }} \\ *z* _"))
@example(every("\u200c\u200f\u00ad\u2060\ufeff"))
@example(every("😀 \U0001f468\u200d\U0001f469 \U000e0041 \u0301\u0650"))
def test_what_is_allowed_is_published_in_files_that_parse(texts: dict[str, str]) -> None:
    for error in check(texts):
        assert re.match(r"content/[\w./-]+:\d+:\d+: ", error) or re.match(r"content/[\w./-]+: ", error), error


@pytest.mark.parametrize("place", PLACES)
@settings(FEW, max_examples=2)
@given(odd=ODD_TEXTS)
def test_what_is_not_allowed_is_told_at_its_place(place: str, odd: str) -> None:
    errors = check({**every(""), place: f"{WORD} {odd}"})
    assert errors
    file = {
        "name": "people",
        "alias": "people",
        "topic": "topics",
        "site": "site",
        "about": "site",
        "english": "river.po",
    }
    assert all(f"{file.get(place, 'river')}" in error for error in errors), errors


def test_the_odd_ones_are_of_every_kind() -> None:
    kinds = {unicodedata.category(found) for found in "\x00\x85\u202e\u2066\ufdd0\ud800\u2028"}
    assert kinds == {"Cc", "Cf", "Cn", "Cs", "Zl"}
