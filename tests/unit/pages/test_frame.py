"""What surrounds every page: where it leads, the switch of languages, and who keeps the archive."""

from __future__ import annotations

from functools import partial

from goftogu import urls
from goftogu.content.given_pictures import GivenPicture
from goftogu.edition.edition import Edition, Link
from goftogu.model import Bilingual, Language
from goftogu.pages.frame import frame
from goftogu.pages.head import About
from goftogu.problems import SourcePlace
from tests import sample_site
from tests.drawn import published

ARCHIVE = sample_site.archive(url="https://example.org/talks/")
FA, EN = (Edition(ARCHIVE.alone(sample_site.interview()), language) for language in Language)


def test_the_frame_of_a_persian_page_leads_everywhere() -> None:
    shown = frame(FA, urls.topics, About("نمایه", section="topics"))
    assert (shown.title, shown.site, shown.description) == ("نمایه", "بایگانی", "چند گفت‌وگو.")
    assert (shown.style, shown.icon) == ("../../static/site.css", "../../static/icon.svg")
    assert shown.font == "../../static/vazirmatn.woff2"
    assert shown.home == "../index.html"
    assert shown.guide == {
        "index": "../a-z/index.html",
        "topics": "index.html",
        "people": "../people/index.html",
        "places": "../places/index.html",
        "chronology": "../chronology/index.html",
    }
    assert (shown.interviews, shown.progress, shown.search) == (
        "../interviews/index.html",
        "../progress/index.html",
        "../search/index.html",
    )
    assert shown.section == "topics"


def test_an_english_page_needs_no_font_and_has_its_own_free_pages() -> None:
    shown = frame(EN, urls.home, About("", "One sentence."))
    assert shown.font == ""
    assert shown.description == "One sentence."
    assert (shown.site, shown.home) == ("The Archive", "index.html")
    assert shown.free == (Link("about.html", EN.words("About")),)
    assert [link.text for link in frame(FA, urls.home, About("")).free] == ["درباره"]


def test_the_switch_shows_each_language_and_the_page_itself() -> None:
    switches = frame(EN, urls.home, About("")).switches
    assert [(item.view, item.href, item.current) for item in switches] == [
        ("fa", "../fa/index.html", False),
        ("en", "index.html", True),
    ]
    assert [item.name for item in switches] == ["فارسی", "English"]
    page = partial(urls.interview, interview_id="sea")
    views = ("fa", "en", urls.BOTH)
    shown = frame(FA, page, About(""), view=urls.BOTH, views=views).switches
    assert [(item.view, item.current) for item in shown] == [("fa", False), ("en", False), (urls.BOTH, True)]
    assert shown[0].href == "../fa/sea.html"


def test_a_frame_names_who_keeps_the_archive_and_where_errors_are_reported() -> None:
    editor = Bilingual("انجمن <باغ>", "The Garden Society")
    held = ARCHIVE.configured(editor=editor, corrections="mailto:garden@example.org").site
    fa, en = (frame(Edition(held, language), urls.home, About()) for language in Language)
    assert (str(fa.editor), str(en.editor)) == ("انجمن &lt;باغ&gt;", "The Garden Society")
    assert fa.contact == en.contact == "mailto:garden@example.org"
    bare = frame(FA, urls.home, About())
    assert (bare.editor, bare.contact) == ("", "")


def test_a_font_is_loaded_early_where_the_site_has_an_address() -> None:
    without = Edition(ARCHIVE.configured(url="").site, Language.FA)
    assert frame(without, urls.home, About()).font == ""
    assert frame(FA, urls.home, About()).font.endswith(".woff2")
    assert frame(EN, urls.home, About()).font == ""


def test_free_pages_are_those_of_the_language_and_the_guide_leads_into_it() -> None:
    shown = frame(EN, urls.home, About())
    assert {href.partition("/")[0] for href in shown.guide.values()} == {
        "a-z",
        "topics",
        "people",
        "places",
        "chronology",
    }
    assert [link.href for link in frame(FA, urls.home, About()).free] == ["about.html"]


def test_an_archive_in_persian_alone_has_no_switch_and_no_progress() -> None:
    alone = Edition(ARCHIVE.configured(languages=(Language.FA,)).site, Language.FA)
    shown = frame(alone, urls.home, About())
    assert (shown.switches, shown.progress, shown.own_style) == ((), "", "")


def test_the_sign_of_an_archive_is_shown_where_it_is_published() -> None:
    sign = GivenPicture("sign.png", Bilingual("نشان", "The sign"), None, SourcePlace("site.toml", 1))
    held = ARCHIVE.configured(logo=sign)
    shown = frame(
        Edition(held.changed(pictures={"sign.png": published("sign.png")[0]}).site, Language.EN), urls.home, About()
    )
    assert shown.logo is not None
    assert shown.logo.alt == "The sign"
    for without in (held, ARCHIVE.changed(pictures={"sign.png": published("sign.png")[0]})):
        assert frame(Edition(without.site, Language.EN), urls.home, About()).logo is None
