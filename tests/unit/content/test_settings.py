from __future__ import annotations

import dataclasses

import pytest

from goftogu.content import settings
from goftogu.content.engine_settings import EngineSettings
from goftogu.content.settings import SiteConfig
from goftogu.exports import downloads
from goftogu.exports.downloads import NAMES, expanded
from goftogu.model import Bilingual, Language, StageNote
from goftogu.translation.engine.processors import Device, Processors
from tests.collecting import collected

LEAST = 'title = {fa = "ع", en = "T"}\ndescription = {fa = "ش", en = "D"}\n'
FULL = """
url = "https://example.org/archive"
languages = ["en", "fa"]
order = "oldest"
downloads = ["epub", "text"]
editor = {fa = "ویراستار", en = "Editor"}
corrections = "mailto:fix@example.org"
rights = {fa = "حق", en = "Rights"}
licence = "https://creativecommons.org/licenses/by/4.0/"
offline = true
packages = "packages"
join_blanks = false
translation = {engine = "house", model = "best", device = "cuda", threads = 3, beam = 2, batch = 64}
stage_notes = {"می‌رقصد" = {en = "dances", kind = "kinesic"}}
"""


def test_the_least_is_a_title_and_a_description() -> None:
    site, problems = collected(settings.read_settings, LEAST, "content/site.toml")
    assert problems == []
    assert site == SiteConfig(Bilingual("ع", "T"), Bilingual("ش", "D"))


def test_every_key_is_read() -> None:
    site, problems = collected(settings.read_settings, LEAST + FULL, "content/site.toml")
    assert problems == []
    assert site == SiteConfig(
        title=Bilingual("ع", "T"),
        description=Bilingual("ش", "D"),
        url="https://example.org/archive/",
        languages=(Language.EN, Language.FA),
        newest_first=False,
        downloads=("epub", "text"),
        editor=Bilingual("ویراستار", "Editor"),
        corrections="mailto:fix@example.org",
        rights=Bilingual("حق", "Rights"),
        licence="https://creativecommons.org/licenses/by/4.0/",
        offline=True,
        packages="packages",
        join_blanks=False,
        translation=EngineSettings("house", "best", Processors(Device.CUDA, 3, 2, 64)),
        stage_notes=(StageNote("می‌رقصد", "dances", "kinesic"),),
    )


def test_a_stage_note_needs_english_and_a_kind_that_there_is() -> None:
    lines = '[stage_notes]\n"می‌رقصد" = { en = "dances" }\n"می‌دود" = { en = "runs", kind = "sport" }\n'
    site, problems = collected(settings.read_settings, LEAST + lines, "content/site.toml")
    assert [problem.code for problem in problems] == ["C003", "C005"]
    assert not site.stage_notes


def test_the_schema_and_the_settings_have_the_same_keys() -> None:
    names = {field.name for field in dataclasses.fields(SiteConfig)}
    assert set(settings.SCHEMA.keys) == (
        names - {"newest_first", "oai_gateway", "oai_email"} | {"format", "order", "translation", "oai"}
    )


def test_an_empty_file_has_the_usual_values_and_two_problems() -> None:
    site, problems = collected(settings.read_settings, "", "content/site.toml")
    assert site == SiteConfig()
    assert [problem.code for problem in problems] == ["C003", "C003"]


@pytest.mark.parametrize("url", ["", "https://example.org", "http://localhost:8000/a/b", "https://user.github.io/x/"])
def test_addresses_that_are_allowed(url: str) -> None:
    site, problems = collected(settings.read_settings, f'{LEAST}url = "{url}"', "x")
    assert problems == []
    assert site.url == (f"{url.rstrip('/')}/" if url else "")


@pytest.mark.parametrize(
    "line",
    [
        'url = "example.org"',
        'url = "javascript:alert(1)"',
        'url = "https://example.org/index.html"',
        'url = "https://example.org:99999/"',
        'url = "https://user:secret@example.org"',
        'url = "https://example.org/?a=1"',
        'url = "https://example.org/#a"',
        'licence = "file:///etc/passwd"',
        'corrections = "mailto:nobody"',
        'corrections = "fix@example.org"',
        'corrections = "mailto:fix@example.org?bcc=spam@example.org"',
        'corrections = "https://example.org/issues/new?"',
        'corrections = "https://example.org/issues/new?a=b#c"',
        'languages = ["en"]',
        "languages = []",
        'languages = ["fa", "fa"]',
        'languages = ["fa", "en", "de"]',
        'order = "new"',
        'translation = {device = "gpu"}',
        "translation = {threads = 0}",
        "translation = {threads = 1025}",
        "translation = {beam = 65}",
        "translation = {beam = -4}",
        "translation = {batch = 1000001}",
    ],
)
def test_what_is_not_allowed_has_a_place_and_no_effect(line: str) -> None:
    site, problems = collected(settings.read_settings, f"{LEAST}{line}\n", "content/site.toml")
    assert {problem.code for problem in problems} == {"C005"}
    assert {problem.line for problem in problems} == {3}
    assert problems[0].hint
    assert site == SiteConfig(Bilingual("ع", "T"), Bilingual("ش", "D"))


def test_the_largest_number_is_in_the_hint_and_allowed() -> None:
    text = f"{LEAST}[translation]\nbatch = 1000000\nbeam = 100\n"
    site, (problem,) = collected(settings.read_settings, text, "content/site.toml")
    assert (problem.line, problem.hint) == (5, "write a number from 1 to 64")
    assert site.translation.processors == Processors(batch=1_000_000)


def test_a_mistyped_key_is_told_with_the_right_one() -> None:
    _, (problem,) = collected(settings.read_settings, f"{LEAST}ofline = true\n", "content/site.toml")
    assert str(problem).startswith("content/site.toml:3:1: C002")
    assert "offline" in problem.hint


@pytest.mark.parametrize("line", ["", "format = 1\n", f"format = {settings.FORMAT}\n"])
def test_every_format_that_there_was_is_read(line: str) -> None:
    site, problems = collected(settings.read_settings, line + LEAST, "x")
    assert (site.title.en, problems) == ("T", [])


def test_of_a_newer_format_nothing_is_read_and_one_thing_told() -> None:
    text = f"new_key = 7\nformat = 3\n{LEAST}"
    site, (problem,) = collected(settings.read_settings, text, "content/site.toml")
    assert site == SiteConfig()
    told = "the archive has format 3, and this version of Goftogu knows no format above 2"
    assert (problem.code, problem.line, problem.message) == ("C009", 2, told)
    assert "update the program" in problem.hint


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ('"2"', "C004 format is a text (write a whole number)"),
        ("true", "C004 format is true or false (write a whole number)"),
        ("2.0", "C004 format is “2.0” (write a whole number)"),
        ("0", "C005 0 is not allowed for format (write 1 or more)"),
        ("-1", "C005 -1 is not allowed for format (write 1 or more)"),
    ],
)
def test_a_format_is_a_whole_number(value: str, told: str) -> None:
    site, (problem,) = collected(settings.read_settings, f"format = {value}\n{LEAST}", "x")
    assert str(problem) == f"x:1:1: {told}"
    assert site.title.en == "T"


def test_downloads_are_all_unless_some_are_chosen() -> None:
    chosen = [
        collected(settings.read_settings, LEAST + line, "x")
        for line in ("", "downloads = []\n", 'downloads = ["tei"]\n', 'downloads = ["tei", "all"]\n')
    ]
    rest = tuple(name for name in NAMES if name != "tei")
    assert [site.downloads for site, _ in chosen] == [NAMES, (), ("tei",), ("tei", *rest)]
    assert [problems for _, problems in chosen] == [[], [], [], []]


def test_the_words_of_house_exports_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "names", lambda: (*NAMES, "words"))
    site, problems = collected(settings.read_settings, f'{LEAST}downloads = ["words", "tei"]\n', "x")
    assert (site.downloads, problems) == (("words", "tei"), [])


def test_a_mistyped_download_is_told_with_the_right_one() -> None:
    site, (problem,) = collected(
        settings.read_settings, f'{LEAST}downloads = ["html",\n  "epup"]\n', "content/site.toml"
    )
    assert str(problem).startswith("content/site.toml:4:3: C005")
    assert "epub" in problem.hint
    assert site.downloads == ("html",)


def test_the_gateway_and_the_mail_address_of_catalogues() -> None:
    text = f'{LEAST}[oai]\ngateway = "https://gateway.example.edu/oai"\nemail = "archive@example.org"\n'
    site, problems = collected(settings.read_settings, text, "x")
    assert problems == []
    assert (site.oai_gateway, site.oai_email) == ("https://gateway.example.edu/oai/", "archive@example.org")


@pytest.mark.parametrize(
    "line", ['email = "archive"', 'email = "a b@example.org"', 'gateway = "gateway"', "emails = 1"]
)
def test_what_no_catalogue_can_use_is_reported(line: str) -> None:
    site, problems = collected(settings.read_settings, f"{LEAST}[oai]\n{line}\n", "x")
    assert len(problems) == 1
    assert (site.oai_gateway, site.oai_email) == ("", "")


ALONE = """languages = ["fa"]
title = {fa = "بایگانی رود"}
description = {fa = "گفت‌وگوهایی از کنار رود."}
"""


def test_an_archive_in_persian_alone_needs_no_english() -> None:
    site, problems = collected(settings.read_settings, ALONE, "content/site.toml")
    assert problems == []
    assert (site.languages, site.editions, site.translated) == ((Language.FA,), (Language.FA,), False)
    assert (site.title, site.views) == (Bilingual("بایگانی رود", ""), {"fa": Language.FA})
    assert site.switched(Language.FA) == ("fa",)


def test_english_that_is_there_is_no_fault_in_an_archive_in_persian_alone() -> None:
    text = ALONE.replace('"}', '", en = "River"}')
    site, problems = collected(settings.read_settings, text, "content/site.toml")
    assert problems == []
    assert site.title.en == "River"


def test_an_archive_in_persian_alone_still_needs_its_persian() -> None:
    text = ALONE.replace('{fa = "بایگانی رود"}', "{}")
    _, problems = collected(settings.read_settings, text, "content/site.toml")
    assert [problem.code for problem in problems] == ["C003"]
    assert "fa" in str(problems[0])


@pytest.mark.parametrize("order", settings.ORDERS)
def test_editions_begin_with_persian_whatever_is_offered_first(order: tuple[Language, ...]) -> None:
    site = settings.SiteConfig(languages=order)
    assert site.editions == tuple(language for language in Language if language in order)
    assert site.translated == (len(order) == 2)
    assert list(site.views) == (["fa", "both", "both-en", "en"] if site.translated else ["fa"])


def test_a_page_leads_to_the_languages_and_to_both_with_its_own_interface() -> None:
    site = settings.SiteConfig()
    assert site.views == {"fa": Language.FA, "both": Language.FA, "both-en": Language.EN, "en": Language.EN}
    assert site.switched(Language.FA) == ("fa", "both", "en")
    assert site.switched(Language.EN) == ("fa", "both-en", "en")


@pytest.mark.parametrize("text", ["", "languages = [", 'languages = "fa"', "languages = " + "[" * 2000])
def test_settings_that_cannot_be_read_have_both_languages(text: str) -> None:
    site, _ = collected(settings.read_settings, text, "content/site.toml")
    assert site.languages == tuple(Language)


def test_what_an_archive_does_not_say_may_stand_there_as_an_empty_text() -> None:
    empty = 'url = ""\ncorrections = ""\nlicence = ""\noai = {email = ""}\n'
    site, problems = collected(settings.read_settings, LEAST + empty, "content/site.toml")
    assert problems == []
    assert site == SiteConfig(Bilingual("ع", "T"), Bilingual("ش", "D"))


def test_an_archive_that_chooses_no_downloads_has_the_usual_ones_from_the_second_format_on() -> None:
    found = [
        collected(settings.read_settings, f"format = {number}\n{LEAST}", "content/site.toml")[0].downloads
        for number in (1, 2)
    ]
    assert found == [expanded(["all"]), expanded(["usual"])]
    assert found[0] != found[1]
