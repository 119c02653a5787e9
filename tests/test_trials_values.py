"""Trials with values: what a text may not hold gets in by no escape, and is told at its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from goftogu.content import settings
from goftogu.problems import Problems
from tests import office, trials
from tests.trials import PEOPLE, PO, RIVER, SITE, Bench, Laid

YAML_ESCAPES: Final = (r"\0", r"\e[31m", r"\u202e", r"\x02", r"\x85", r"\u2066", r"\ufffe", r"\u2028", r"\b", r"\ufdd0")
TOML_ESCAPES: Final = (r"\u0000", r"\u001b", r"\u202D", r"\u0002", r"\u009f", r"\u202b", r"\ufffe", r"\u2029", r"\b")
PO_ESCAPES: Final = (r"\v", r"\b", r"\f", r"\r")
BLANK: Final = (
    '""', '"   "', r'"\u200c"', r'"\u200b"', r'"\u00a0"', r'"\ufeff"', r'"\u200e\u200f"', r'"\u2060 \u00ad"',
    r'"\u3164"',
)  # fmt: skip
SEEN: Final = (r'"."', r'"؟"', r'"٭"', r'"\u200cآ"', r'"😀"', r'"۱"')
MERGED: Final = "<<<<<<< HEAD\n{0}\n=======\n{1}\n>>>>>>> theirs\n"
DIFF3: Final = "<<<<<<< ours\n{0}\n||||||| base\n{0}\n=======\n{1}\n>>>>>>> theirs\n"


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return Bench(tmp_path_factory.mktemp("trials"))


def test_the_archive_of_the_trials_is_sound(bench: Bench) -> None:
    assert bench.told({}) == []


def control(escape: str) -> list[tuple[str, Laid, str]]:
    """Return where an escape of YAML or TOML is tried: name, files, the place that is told."""
    yaml = [
        ("title", trials.title(f'"باغ {escape} ما"'), f"{RIVER}:2:8"),
        ("source", trials.river("speakers:", f'source:\n  name: "روزنامه{escape}"\nspeakers:'), f"{RIVER}:5:9"),
        (
            "label",
            trials.river("پرسشگر: {role", f'"پرسشگر{escape}": {{role: other}}\n  پرسشگر: {{role'),
            f"{RIVER}:5:3",
        ),
    ]
    toml = [
        ("site", {SITE: trials.base(SITE).replace('"Test archive"', f'"Test {escape}"')}, f"{SITE}:6:1"),
        ("name", trials.person(name=f'{{fa = "زد", en = "Z{escape}ed"}}'), f"{PEOPLE}:5:20"),
        (
            "alias",
            trials.person(name='{fa="زد",en="Zed"}', aliases=f'{{fa=[], en=["a", "Z{escape}"]}}'),
            f"{PEOPLE}:6:28",
        ),
    ]
    return yaml if escape in YAML_ESCAPES else toml


@pytest.mark.parametrize("escape", [*YAML_ESCAPES, *TOML_ESCAPES])
def test_no_escape_lets_a_control_character_in(escape: str, bench: Bench) -> None:
    for name, files, place in control(escape):
        assert f"{place} S003" in bench.told(files), name


@pytest.mark.parametrize("escape", PO_ESCAPES)
def test_no_escape_of_po_lets_one_in(escape: str, bench: Bench) -> None:
    assert f"{PO}:5:1 S003" in bench.told(trials.english(f"What {escape} then?"))


@pytest.mark.parametrize("english", [r"Two\nlines", r"A \"word\"", r"A tab\there", r"C:\\new"])
def test_what_po_escapes_in_a_usual_text_stays(english: str, bench: Bench) -> None:
    assert bench.told(trials.english(english)) == []


@pytest.mark.parametrize("value", BLANK)
def test_what_cannot_be_seen_is_empty(value: str, bench: Bench) -> None:
    assert f"{RIVER}:2:8 C005" in bench.told(trials.title(value))
    assert f"{PEOPLE}:5:9 C005" in bench.told(trials.person(name=f'{{fa = {value}, en = "Zed"}}'))


@pytest.mark.parametrize("value", SEEN)
def test_what_can_be_seen_is_not_empty(value: str, bench: Bench) -> None:
    assert not [told for told in bench.told(trials.title(value)) if "F001" not in told]


@pytest.mark.parametrize("heading", ["", "# \u200c", "#", "  \u200b ", "# \u2060\n\nمتن"])
def test_a_page_without_a_heading_is_told(heading: str, bench: Bench) -> None:
    assert f"{trials.ABOUT.format('fa')}:1:1 T011" in bench.told(trials.page(heading))


@pytest.mark.parametrize("text", ["\u200c", "\u200f\u200c", "\u2060"])
def test_a_turn_without_a_text_is_told(text: str, bench: Bench) -> None:
    assert f"{RIVER}:14:1 T011" in bench.told(trials.river("آب آن زلال بود و میشد از آن نوشید.", text))


@pytest.mark.parametrize("name", ["\u200c", "_", "--", "\u2066", "…"])
def test_a_name_without_a_letter_is_no_id(name: str, bench: Bench) -> None:
    assert any(told.endswith("S004") for told in bench.told({f"content/interviews/{name}.md": trials.base(RIVER)}))


@pytest.mark.parametrize("form", [MERGED, DIFF3])
@pytest.mark.parametrize(
    ("files", "path", "line"),
    [
        (lambda form: trials.river(f"پرسشگر: {trials.QUESTION}", form.format("پرسشگر: یک؟", "پرسشگر: دو؟")), RIVER, 11),
        (lambda form: trials.river("title: گفت‌وگو دربارهٔ رودخانه\n", form.format("title: یک", "title: دو")), RIVER, 2),
        (lambda form: trials.page("# درباره\n\n" + form.format("یک", "دو")), trials.ABOUT.format("fa"), 3),
        (lambda form: {SITE: trials.base(SITE) + form.format("[editor]", "[rights]")}, SITE, 11),
        (lambda form: {"content/glossary.toml": form.format('"الف" = ["a"]', "")}, "content/glossary.toml", 1),
        (lambda form: {PO: trials.HEAD + form.format("", "")}, PO, 5),
        (lambda form: {"content/interviews/x.txt": f"الف: خوبی؟\n\n{form.format('ب: آری.', 'ب: نه.')}"},
         "content/interviews/x.txt", 3),
        (lambda form: {"templates/own.html.jinja": form.format("<p>", "<b>")}, "templates/own.html.jinja", 1),
        (lambda form: {"templates/static/own.css": f"a {{}}\n{form.format('b', 'c')}"}, "templates/static/own.css", 2),
        (lambda form: {"content/redirects.toml": form.format("[renamed]", "[withdrawn]")}, "content/redirects.toml", 1),
    ],
)  # fmt: skip
def test_versions_that_are_not_merged_are_told(form: str, files: object, path: str, line: int, bench: Bench) -> None:
    assert callable(files)
    assert f"{path}:{line}:1 S015" in bench.told(files(form))


@pytest.mark.parametrize("text", ["<<<<<<<", "a <<<<<<< b", "=======", "<<<<<< six", "> > > > > > > quoted"])
def test_what_only_looks_like_a_mark_of_git_stays(text: str, bench: Bench) -> None:
    assert "S015" not in " ".join(bench.told(trials.page(f"# درباره\n\nمتن\n\n{text}\n")))


@pytest.mark.parametrize("value", ["گفت‌وگوی #باغ", "باغ  #۲", "رود # دوم", "a b # c", "#باغ"])
def test_a_comment_never_cuts_a_text_in_silence(value: str, bench: Bench) -> None:
    told = bench.told(trials.title(value))
    assert [found for found in told if re.search(f"^{RIVER}:2:.* C001$", found)], told


@pytest.mark.parametrize("written", ["date: 1402-03-14 # رسید", "draft: true # later", "'پرسش‌ها' # x", "# x", "باغ#۲"])
def test_a_comment_that_is_one_stays(written: str, bench: Bench) -> None:
    files = {
        "date": trials.river("date: 1402-03-14", written),
        "draft": trials.river("date: 1402-03-14", f"date: 1402-03-14\n{written}"),
        "# x": trials.river("speakers:", f"source: # x\n  name: نام\n{written}\nspeakers:"),
    }
    told = bench.told(files.get(written.split(":", maxsplit=1)[0], trials.title(written)))
    assert not [found for found in told if "C001" in found], told


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://مثال.ایران/", "xn--mgbh0fb.xn--mgba3a4f16a"),
        ("https://xn--mgbh0fb.xn--mgba3a4f16a/x", "xn--mgbh0fb.xn--mgba3a4f16a"),
        ("https://bücher.example/آرشیو/", "xn--bcher-kva.example"),
        ("http://127.0.0.1:8000", "127.0.0.1"),
    ],
)
def test_an_address_in_any_script_works(url: str, published: str, bench: Bench) -> None:
    text = trials.base(SITE).replace("https://example.org/archive/", url)
    assert bench.told({SITE: text}) == []
    assert published in settings.read_settings(text, SITE, Problems()).url


@pytest.mark.parametrize(
    "url",
    [
        "https://a.org/index.html", "https://a.org:99999/", "https://a.org:0/", "https://a..org/", "https://-a.org/",
        "https://a.org/x.htm", "https://[::1/", "https://a.org/a b/", "https://a.org/../x/", "https://a.org//x/",
        "https://user@a.org/", "https://.../", "https://a.org/?x", "https://a.org/#x", "ftp://a.org/", "https://",
        "https://گفت\u200cوگو.ایران/", r"https://a.org/\u200b/\u202e", f"https://{'a' * 64}.org/", "https://a_b.org/",
    ],
)  # fmt: skip
def test_an_address_that_no_site_can_have_is_told(url: str, bench: Bench) -> None:
    codes = {
        told.rpartition(" ")[2]
        for told in bench.told({SITE: trials.base(SITE).replace("https://example.org/archive/", url)})
    }
    assert codes & {"C005", "S003"}


def test_nothing_stays_in_the_archive(bench: Bench, tmp_path: Path) -> None:
    assert bench.told({}) == []
    assert not tmp_path.joinpath("x").exists()


@pytest.mark.parametrize("target", ["javascript:alert", "ftp://a.org/x", "data:text/html", "vbscript:x", "file:///etc"])
def test_an_unsafe_link_in_the_english_is_told_like_one_in_the_persian(target: str, bench: Bench) -> None:
    assert f"{PO}:7:19 L005" in bench.told(trials.english(f"What [of]({target}) then?"))
    assert any(told.endswith("L005") for told in bench.told(trials.river("زلال بود", f"[زلال]({target}) بود")))


@pytest.mark.parametrize("target", ["https://a.org", "mailto:a@a.org", "river.html", "#t1"])
def test_a_safe_link_in_the_english_stays(target: str, bench: Bench) -> None:
    assert not [told for told in bench.told(trials.english(f"What [of]({target}) then?")) if "L005" in told]


def other() -> str:
    """Return the transcript of the small archive as another interview."""
    return trials.base(RIVER).replace("دربارهٔ رودخانه", "دربارهٔ کوه")


@pytest.mark.parametrize("mark", ["\ufeff", "\ufeff\ufeff"])
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_marks_and_line_ends_of_any_system_are_read(mark: str, ends: str, bench: Bench) -> None:
    said = bench.told({"content/interviews/x.md": mark + other().replace("\n", ends)})
    assert [found for found in said if not found.endswith("T010")] == []


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "T001", "empty"),
        (b"\xef\xbb\xbf", "T001", "empty"),
        (bytes(4096), "S002", "nothing but zeros"),
        (other().encode("utf-16"), "S001", "UTF-16"),
        (other().encode("utf-32"), "S001", "UTF-32"),
        (other().encode("cp1256", "replace"), "S001", "not UTF-8"),
        (office.packed({"a.txt": bytes(range(256))}), "S001", "packed folder"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "S001", "picture"),
        (b"\x1f\x8b\x08\0\xff", "S001", "packed folder"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "S001", "Word file of the old kind"),
        (b"\0GITCRYPT\0\x81\x9f", "S001", "git-crypt"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n", "S002", "Git LFS"),
    ],
)
@pytest.mark.parametrize("path", ["content/interviews/x.md", "content/glossary.toml", PO, "content/pages/x.fa.md"])
def test_bytes_that_are_no_text_are_told_for_what_they_are(
    path: str, data: bytes, code: str, words: str, bench: Bench
) -> None:
    found = [problem for problem in bench.problems({path: data}) if problem.path == path]
    if data.strip(b"\xef\xbb\xbf") or path.endswith("x.md"):
        assert found[0].code == code
        assert words in str(found[0].message)
    assert not any(problem.code.startswith("X") for problem in found)
