"""Messages of the templates that have no Persian, and the templates that ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from goftogu.build import templates as template_places
from goftogu.edition import catalogue
from goftogu.edition.catalogue import CATALOGUE
from goftogu.pages import untranslated
from goftogu.pages.render import environment, templates
from goftogu.pages.untranslated import MessageUse, find, uses
from goftogu.problems import Problem, Problems
from goftogu.storage.cache import Cache
from tests import sites
from tests.collecting import collected, found_by

PERSIAN = 'msgid "Known"\nmsgstr "دانسته"\n\nmsgid "cat"\nmsgid_plural "cats"\nmsgstr[0] "گربه"\nmsgstr[1] "گربه"\n'


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "templates", {CATALOGUE: PERSIAN})


def found(*folders: Path, cache: Cache | None = None) -> list[Problem]:
    """Look for messages without Persian in folders whose catalogues can be read."""
    words, problems = collected(catalogue.find, folders)
    assert problems == []
    return found_by(find, templates(folders, Problems()), words, cache or Cache(None), environment())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ _('a') }}", [MessageUse(1, "a")]),
        ("\n\n{{ gettext('a') }}{{ fa.gettext('b') }}", [MessageUse(3, "a"), MessageUse(3, "b")]),
        ("{% macro m(ui) %}\n{{ ui.gettext('a') }}{% endmacro %}", [MessageUse(2, "a")]),
        (
            "{{ ngettext('a', 'b', n) }}{{ ui.ngettext('c', 'd', n) }}",
            [MessageUse(1, "a", "b"), MessageUse(1, "c", "d")],
        ),
        ("\n{% trans %}\n a\n b\n{% endtrans %}", [MessageUse(2, "a b")]),
        ("{% trans x=y %}a {{ x }}{% endtrans %}", [MessageUse(1, "a %(x)s")]),
        ("\n{% trans n=n %}{{ n }} a{% pluralize %}{{ n }} b{% endtrans %}", [MessageUse(2, "%(n)s a", "%(n)s b")]),
        ("{{ _('%(x)s a')|format(x=_('b')) }}", [MessageUse(1, "%(x)s a"), MessageUse(1, "b")]),
        ("{% set t = {'k': _('a')} %}{{ x if y else _('b') }}", [MessageUse(1, "a"), MessageUse(1, "b")]),
        ("{% block title %}{{ _('a' 'b') }}{% endblock %}", [MessageUse(1, "ab")]),
        ("{{ en.gettext('a') }}{{ en.ngettext('a', 'b', 2) }}", []),
        ("{{ _(a) }}{{ _('a' ~ b) }}{{ ngettext('a', b, 2) }}{{ _() }}", []),
        ("{{ other('a') }}{{ known[0]('a') }}", []),
        ("{{ _('a') }}{% if %}", []),
    ],
)
def test_what_a_template_says(text: str, expected: list[MessageUse]) -> None:
    assert sorted(uses(environment(), text)) == sorted(expected)


def test_a_message_without_persian_has_the_place_where_it_is_asked_for(folder: Path) -> None:
    write(folder, {"page.html.jinja": "{{ _('Known') }}\n{{ _('Other') }}", "parts/a.jinja": "{{ _('Other') }}"})
    problems = found(folder)
    assert [(problem.code, problem.path, problem.line) for problem in problems] == [
        ("P005", "templates/page.html.jinja", 2),
        ("P005", "templates/parts/a.jinja", 1),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("{{ ngettext('cat', 'cats', 2) }}{{ _('cat') }}", 0),
        ("{{ ngettext('cat', 'kittens', 2) }}", 1),
        ("{{ ngettext('Known', 'All known', 2) }}", 1),
    ],
)
def test_a_message_about_numbers_needs_an_entry_with_the_same_plural(folder: Path, text: str, count: int) -> None:
    write(folder, {"page.html.jinja": text})
    assert len(found(folder)) == count


def test_a_template_that_is_hidden_asks_for_nothing(folder: Path, tmp_path: Path) -> None:
    write(folder, {"page.html.jinja": "{{ _('Other') }}", "static/page.js": "_('Other')"})
    own = write(tmp_path / "own", {"page.html.jinja": "{{ _('Known') }}"})
    assert found(own, folder) == []
    assert len(found(folder, own)) == 1


def test_a_hidden_template_that_is_extended_asks_for_its_messages(folder: Path, tmp_path: Path) -> None:
    write(folder, {"page.html.jinja": "{{ _('Other') }}"})
    own = write(tmp_path / "own", {"page.html.jinja": "{% extends 'goftogu/page.html.jinja' %}"})
    assert [problem.path for problem in found(own, folder)] == ["goftogu/page.html.jinja"]


def test_a_template_that_cannot_be_read_is_left_to_the_renderer(folder: Path) -> None:
    write(folder, {"page.html.jinja": "{{ _('Other') }}{% if %}"})
    (folder / "other.html.jinja").write_bytes(b"\xff{{ _('Known') }}")
    assert found(folder) == []


def test_a_template_that_the_system_does_not_give_is_left_to_the_renderer(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(file: Path, *given: Any, **named: Any) -> str:
        if file.name == "page.html.jinja":
            raise PermissionError(13, "Permission denied", str(file))
        return read_text(file, *given, **named)

    write(folder, {"page.html.jinja": "{{ _('Other') }}"})
    read_text = Path.read_text
    monkeypatch.setattr(Path, "read_text", refuse)
    assert found(folder) == []


def test_the_templates_wait_until_the_catalogues_can_be_read(tmp_path: Path) -> None:
    root = sites.make(tmp_path)
    write(root / "templates", {CATALOGUE: "nonsense", "page.html.jinja": "{{ _('Other') }}"})
    codes = {problem.code for problem in sites.build(root).problems}
    assert "P004" in codes
    assert "P005" not in codes


def test_nothing_is_looked_at_again_before_something_has_changed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, {"page.html.jinja": "{{ _('Other') }}"})
    with Cache(tmp_path / "cache") as cache:
        first = found(folder, cache=cache)
        monkeypatch.setattr(untranslated, "uses", lambda *_: pytest.fail("looked again"))
        assert found(folder, cache=cache) == first
        monkeypatch.undo()
        write(folder, {CATALOGUE: f'{PERSIAN}\nmsgid "Other"\nmsgstr "دیگر"\n'})
        assert found(folder, cache=cache) == []
        write(folder, {"page.html.jinja": "{{ _('Third') }}"})
        assert [problem.message for problem in found(folder, cache=cache)] == ["“Third” has no Persian"]


def test_one_changed_word_of_an_archive_changes_that_word_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = sites.make(tmp_path)
    sites.build(root)
    before = (root / "output/fa/index.html").read_text(encoding="utf-8")
    (root / "templates").rename(root / "packaged")
    monkeypatch.setattr(template_places, "_PACKAGED", root / "packaged")
    write(root / "templates", {CATALOGUE: 'msgid "Latest interviews"\nmsgstr "واپسین گفت‌وگوها"\n'})
    report = sites.build(root)
    assert {problem.code for problem in report.problems} <= {"M006"}
    after = (root / "output/fa/index.html").read_text(encoding="utf-8")
    assert "واپسین گفت‌وگوها" in after
    assert after == before.replace("تازه‌ترین گفت‌وگوها", "واپسین گفت‌وگوها")


def test_a_template_of_an_archive_brings_its_own_persian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = sites.make(tmp_path)
    (root / "templates").rename(root / "packaged")
    monkeypatch.setattr(template_places, "_PACKAGED", root / "packaged")
    write(root / "templates", {"robots.txt.jinja": "\n{{ fa.gettext('Welcome') }}\n"})
    report = sites.build(root)
    assert [str(problem) for problem in report.problems if problem.code != "M006"] == [
        "templates/robots.txt.jinja:2: P005 “Welcome” has no Persian (write its Persian into templates/locale/fa.po)"
    ]
    assert report.result is None
    write(root / "templates", {CATALOGUE: 'msgid "Welcome"\nmsgstr "خوش آمدید"\n'})
    assert sites.build(root).result is not None
    assert (root / "output/robots.txt").read_text(encoding="utf-8") == "\nخوش آمدید\n"
