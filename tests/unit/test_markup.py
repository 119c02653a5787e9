from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from goftogu import markup

_EN = '<bdi lang="en" dir="ltr">{}</bdi>'
_FA = '<bdi lang="fa" dir="rtl">{}</bdi>'
_TAGS = {"em", "strong", "a", "br", "bdi", "mark"}
_SCHEME = re.compile("[a-z][a-z0-9+.-]*:")
_SCHEMES = ("http://", "https://", "mailto:")

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "*<b onclick=alert(1)>x</b>*",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](//evil.example)",
    "[x](\\\\evil.example)",
    "[x](/\\evil.example)",
    "![x](javascript:alert(1))",
    '[x](a.html "title\\" onclick=alert(1)")',
    '[x](a.html" onclick="alert(1))',
    "<javascript:alert(1)>",
    "[x]: javascript:alert(1)\n\n[x] *y*",
    "`<script>`*x*",
    "*x*{: onclick=alert(1) }",
    "<!-- --><script>*x*</script>",
    "&lt;script&gt;*x*&lt;/script&gt;",
    '"><script>alert(1)</script>[a](b)',
    "\x02klzzwxh:0000\x03 *x*",
    "[a](b\n\n<script>)",
]


class _Reader(HTMLParser):
    """Collects what a browser would see: tags with their attributes, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(made: str) -> _Reader:
    reader = _Reader()
    reader.feed(str(made))
    reader.close()
    return reader


def _assert_inert(made: str, tags: set[str]) -> None:
    for tag, attributes in _read(made).tags:
        assert tag in tags
        assert set(attributes) <= {"href", "title", "lang", "dir"}
        target = (attributes.get("href") or "").strip().lower()
        assert not _SCHEME.match(target) or target.startswith(_SCHEMES)
        assert not target.startswith("//")


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("language", ["fa", "en"])
def test_attacks_are_inert(attack: str, language: str) -> None:
    _assert_inert(markup.inline(attack, language), _TAGS)
    _assert_inert(markup.foreign(attack, language), _TAGS)
    _assert_inert(markup.page(attack, language), _TAGS | {"p", "code", "ul", "li", "h1"})


@given(st.text(st.sampled_from('<>"&*_[]()\\`!:#;=/ jJavscriptx\n\t۱ن‌'), max_size=60), st.sampled_from(["fa", "en"]))
def test_nothing_makes_another_tag(text: str, language: str) -> None:
    _assert_inert(markup.inline(text, language), _TAGS)


@given(st.text(st.characters(exclude_characters="*_[\\<\r", exclude_categories=["Cs", "Cc"]), max_size=60))
def test_text_without_signs_comes_back_unchanged(text: str) -> None:
    assert _read(markup.inline(text, "fa")).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سلام", "سلام"),
        ("الف & ب", "الف &amp; ب"),
        ("*تأکید* و **تأکید**", "<em>تأکید</em> و <strong>تأکید</strong>"),
        ("سه * چهار * پنج", "سه * چهار * پنج"),
        ("۳ * ۴ * ۵", '<bdi dir="ltr">۳ * ۴ * ۵</bdi>'),
        ("[اینجا](a.html)", '<a href="a.html">اینجا</a>'),
        ("[اینجا](https://example.org/?a=1&b=2)", '<a href="https://example.org/?a=1&amp;b=2">اینجا</a>'),
        ("[اینجا](mailto:a@example.org)", '<a href="mailto:a@example.org">اینجا</a>'),
        ("[اینجا](ftp://example.org)", "<a>اینجا</a>"),
        ("# نه *سرخط*", "# نه <em>سرخط</em>"),
        ("۱. *نه* فهرست\n- هم نه", "۱. <em>نه</em> فهرست\n- هم نه"),
        ("*یک*\n\nدو", "<em>یک</em>\nدو"),
        ("&nbsp; *و*", f"&amp;{_EN.format('nbsp')}; <em>و</em>"),
    ],
)
def test_inline_markdown(text: str, expected: str) -> None:
    assert markup.inline(text, "fa") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("بانک BRICS است", "fa", f"بانک {_EN.format('BRICS')} است"),
        ("شرکت AT&T است", "fa", f"شرکت {_EN.format('AT&amp;T')} است"),
        ("نسخهٔ ISO 9001:2015 است", "fa", f"نسخهٔ {_EN.format('ISO 9001:2015')} است"),
        ("*BRICS* است", "fa", f"<em>{_EN.format('BRICS')}</em> است"),
        ("سال 2025 بود", "fa", "سال 2025 بود"),
        ("الف &amp ب", "fa", f"الف &amp;{_EN.format('amp')} ب"),
        ("The word گفت‌وگو، سخن means", "en", f"The word {_FA.format('گفت‌وگو، سخن')} means"),
        ("plain", "en", "plain"),
    ],
)
def test_runs_of_the_other_script_are_isolated(text: str, language: str, expected: str) -> None:
    assert markup.inline(text, language) == expected


def test_a_foreign_text_is_isolated_as_a_whole() -> None:
    assert markup.foreign("دریا <", "fa") == _FA.format("دریا &lt;")


def test_a_hit_is_marked_and_its_context_escaped() -> None:
    assert markup.marked("a <", "hit & run", "> b", "en") == "a &lt;<mark>hit &amp; run</mark>&gt; b"


def test_the_words_of_a_text() -> None:
    assert markup.bare("*یک* & [دو](a.html) <b>") == "یک & دو <b>"
    assert markup.bare("یک & دو") == "یک & دو"


def test_paragraphs() -> None:
    assert markup.paragraphs(markup.inline(text, "en") for text in ("a", "<")) == "<p>a</p>\n<p>&lt;</p>"


def test_a_page_has_blocks() -> None:
    made = markup.page("## Head\n\n- one\n- `<b>`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "en")
    assert "<h2>Head</h2>" in made
    assert "<li>one</li>" in made
    assert "<code>&lt;b&gt;</code>" in made
    assert "<td>1</td>" in made


def test_refused_links_are_named() -> None:
    text = "[a](https://example.org) [b](javascript:alert(1)) [c](x.html) [d](ftp://example.org)"
    assert markup.refused_links(text) == ["javascript:alert(1", "ftp://example.org"]
    assert markup.refused_links("javascript:alert(1)") == []


def test_the_text_of_a_link_stays_when_its_target_goes() -> None:
    assert unescape(_read(markup.inline("[متن](javascript:x)", "fa")).text) == "متن"


@pytest.mark.parametrize(
    "block", ["*a* " * 30_000, "`a " * 50_000, "# a\n" * 3_000, "> a\n> =\n" * 2_500, "---\n" * 3_000]
)
def test_what_would_take_minutes_is_shown_as_typed(block: str) -> None:
    assert markup.is_too_costly(block)
    shown = markup.page(block, "en")
    assert shown == f"<p>{escape(block)}</p>"


@pytest.mark.parametrize("text", ["*a* " * 3_000, "*a*\n\n" * 20_000, "# a\n\n" * 10_000, "a " * 100_000])
def test_what_takes_long_but_not_too_long_is_read(text: str) -> None:
    assert not markup.is_too_costly(text)


@pytest.mark.parametrize(
    ("text", "costly"),
    [
        ("#\n" * 5_000, False),  # ten thousand characters are always read
        ("#\n" * 5_000 + "a", True),
        ("*a" * 50_000, False),  # 100,000 characters by 50,000 signs
        ("*a" * 49_999 + "**", True),
        (f"# {'a' * 37}\n" * 500, False),  # 20,000 characters by 500 headings, each as 500 signs
        (f"# {'a' * 37}\n" * 501, True),
    ],
)
def test_a_text_may_cost_so_much_and_no_more(text: str, costly: bool) -> None:
    assert markup.is_too_costly(text) is costly


def test_a_page_has_a_longest_length() -> None:
    assert not markup.is_too_long("a" * 300_000)
    assert markup.is_too_long("a" * 300_001)


def test_lists_nested_without_end_are_shown_as_typed() -> None:
    nested = "1. " * 2_000 + "end"
    assert markup.page(nested, "en") == f"<p>{escape(nested)}</p>"
    assert markup.page("a", "en") == "<p>a</p>", "the next page is read as ever"
