from __future__ import annotations

import gc
import weakref
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from goftogu.edition import catalogue as catalogues
from goftogu.edition.site import Page
from goftogu.model import Language
from goftogu.pages.render import Renderer, Template, templates
from goftogu.problems import Problem, Problems
from tests.collecting import collected

CATALOGUE = """
msgid "Topics"
msgstr "موضوع‌ها"

msgid "%(n)s cat"
msgid_plural "%(n)s cats"
msgstr[0] "%(n)s گربه"
msgstr[1] "%(n)s گربه"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "locale").mkdir()
    (tmp_path / "locale/fa.po").write_text(CATALOGUE, encoding="utf-8")
    return tmp_path


def _renderer(*folders: Path) -> Renderer:
    problems = Problems()
    renderer = Renderer(templates(folders, problems), catalogues.find(folders, problems))
    assert list(problems) == []
    return renderer


def _page(template: str, context: Mapping[str, object] | None = None, language: Language = Language.FA) -> Page:
    return Page("fa/a.html", template, language, lambda: context or {})


def rendered(renderer: Renderer, page: Page) -> bytes | Problem:
    """Return a page, or the one problem of its template."""
    made, problems = collected(renderer.render, page, dari=False)
    assert (made is None) == bool(problems)
    return problems[0] if made is None else made


def _render(
    folder: Path, template: str, context: Mapping[str, object] | None = None, language: Language = Language.FA
) -> bytes | Problem:
    (folder / "page.html.jinja").write_text(template, encoding="utf-8")
    return rendered(_renderer(folder), _page("page.html.jinja", context, language))


@pytest.mark.parametrize(
    ("template", "language", "expected"),
    [
        ('{{ _("Topics") }}', Language.FA, "موضوع‌ها"),
        ('{{ _("Topics") }}', Language.EN, "Topics"),
        ('{{ en.gettext("Topics") }} {{ fa.gettext("Topics") }}', Language.FA, "Topics موضوع‌ها"),
        ("{% trans n=number(c), c=c %}{{ n }} cat{% pluralize c %}{{ n }} cats{% endtrans %}", Language.FA, "۲ گربه"),
        ("{% trans n=number(c), c=c %}{{ n }} cat{% pluralize c %}{{ n }} cats{% endtrans %}", Language.EN, "2 cats"),
        ("{{ language }} {{ direction }}", Language.FA, "fa rtl"),
        ("{{ text }}", Language.FA, "&lt;b&gt; &amp; &#34;"),
        ("{% if c == 2 %}\n  yes\n{% endif %}\n", Language.EN, "  yes\n"),
        ("a\n  {% if c == 2 %}\nb\n  {% endif %}\nc\n\n", Language.EN, "a\nb\nc\n\n"),
        ("{% trans %}\n  one\n  two\n{% endtrans %}", Language.EN, "one two"),
    ],
)
def test_templates(folder: Path, template: str, language: Language, expected: str) -> None:
    assert _render(folder, template, {"c": 2, "text": '<b> & "'}, language) == expected.encode()


def test_rendering_twice_gives_the_same_bytes(folder: Path) -> None:
    assert _render(folder, "{{ _('Topics') }}") == _render(folder, "{{ _('Topics') }}")


@pytest.mark.parametrize(
    ("template", "line", "code"),
    [
        ("a\n{{ misspelt }}", 2, "P002"),
        ("a\nb\n{{ known.misspelt }}", 3, "P002"),
        ("a\n{{ number(misspelt) }}", 2, "P002"),
        ("a\n{{ en.number(misspelt) }}", 2, "P002"),
        ("a\n{{ plain(misspelt) }}", 2, "P002"),
        ("a\n{{ misspelt|abs }}", 2, "P002"),
        ("a\n{{ misspelt|round }}", 2, "P002"),
        ("a\n{{ misspelt|reverse|list }}", 2, "P002"),
        ("a\n{{ [1, 2][misspelt] }}", 2, "P002"),
        ("{{ 'x' + 1 }}", 1, "P003"),
        ("a\n{{ [1][3] + 2 }}", 2, "P002"),
        ("a\n{{ 1 / 0 }}", 2, "P003"),
        ("a\n{{ '%(x)s'|safe|format(y=1) }}", 2, "P003"),
        ("a\n{% if %}", 2, "P001"),
        ("a\n{% for x in known %}", 2, "P001"),
    ],
)
def test_a_fault_of_a_template_is_a_problem_with_its_line(folder: Path, template: str, line: int, code: str) -> None:
    problem = _render(folder, template, {"known": {"a": 1}})
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line, problem.column) == (code, line, 0)
    assert problem.path == f"{folder.name}/page.html.jinja"
    assert problem.hint


def test_a_fault_in_an_included_template_has_its_own_place(folder: Path) -> None:
    (folder / "part.html.jinja").write_text("\n\n{{ misspelt }}", encoding="utf-8")
    problem = _render(folder, '{% include "part.html.jinja" %}')
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line, problem.column) == (f"{folder.name}/part.html.jinja", 3, 0)
    assert "fa/a.html" in problem.message


def test_a_missing_template_is_a_problem(folder: Path) -> None:
    problem = rendered(_renderer(folder), _page("nothing.html.jinja"))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path, problem.line, problem.column) == ("P001", "", 0, 0)
    assert "nothing.html.jinja" in problem.message
    assert "fa/a.html" in problem.message


def test_a_fault_of_a_function_is_not_blamed_on_the_template(folder: Path) -> None:
    def fail() -> str:
        raise ValueError("our own mistake")

    with pytest.raises(ValueError, match="our own mistake"):
        _render(folder, "{{ fail() }}", {"fail": fail})


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("own")


def test_a_template_of_another_folder_is_named_after_that_folder(folder: Path, own: Path) -> None:
    (folder / "page.html.jinja").write_text("{{ misspelt }}", encoding="utf-8")
    problem = rendered(_renderer(own, folder), _page("page.html.jinja"))
    assert isinstance(problem, Problem)
    assert problem.path == f"{folder.name}/page.html.jinja"


def test_templates_of_an_earlier_folder_come_first(folder: Path, own: Path) -> None:
    (own / "page.html.jinja").write_text("own {{ misspelt }}", encoding="utf-8")
    (folder / "page.html.jinja").write_text("general", encoding="utf-8")
    (folder / "rest.html.jinja").write_text("general", encoding="utf-8")
    renderer = _renderer(own, folder)
    problem = rendered(renderer, _page("page.html.jinja"))
    assert isinstance(problem, Problem)
    assert problem.path == f"{own.name}/page.html.jinja"
    assert rendered(renderer, _page("rest.html.jinja")) == b"general"


def test_templates_are_known_by_their_path_in_the_folder(folder: Path) -> None:
    (folder / "parts").mkdir()
    (folder / "parts/line.html.jinja").write_text("a\nb", encoding="utf-8")
    (folder / "notes.txt").write_text("no template", encoding="utf-8")
    problems = Problems()
    name = "parts/line.html.jinja"
    assert templates([folder], problems) == {name: Template("a\nb", f"{folder.name}/{name}")}
    assert list(problems) == []


def test_a_template_includes_and_extends_those_of_any_folder(folder: Path, own: Path) -> None:
    (folder / "base.html.jinja").write_text("<{% block main %}{% endblock %}>", encoding="utf-8")
    (folder / "line.html.jinja").write_text("general", encoding="utf-8")
    (own / "line.html.jinja").write_text("own", encoding="utf-8")
    (own / "page.html.jinja").write_text(
        '{% extends "base.html.jinja" %}{% block main %}{% include "line.html.jinja" %}{% endblock %}', encoding="utf-8"
    )
    assert rendered(_renderer(own, folder), _page("page.html.jinja")) == b"<own>"


def test_a_template_extends_the_one_that_it_hides(folder: Path, own: Path) -> None:
    (folder / "base.html.jinja").write_text(
        "<{% block main %}all{% endblock %}|{% block end %}{% endblock %}>", "utf-8"
    )
    (folder / "page.html.jinja").write_text('{% extends "base.html.jinja" %}{% block end %}page{% endblock %}', "utf-8")
    hiding = '{% extends "goftogu/base.html.jinja" %}{% block main %}{{ super() }} own{% endblock %}'
    (own / "base.html.jinja").write_text(hiding, encoding="utf-8")
    renderer = _renderer(own, folder)
    assert rendered(renderer, _page("page.html.jinja")) == b"<all own|page>"
    assert rendered(renderer, _page("goftogu/page.html.jinja")) == b"<all own|page>"
    assert rendered(renderer, _page("goftogu/base.html.jinja")) == b"<all|>"


def test_a_copy_hides_nothing(folder: Path, own: Path) -> None:
    for place in (folder, own):
        (place / "page.html.jinja").write_text("same", encoding="utf-8")
    problems = Problems()
    assert list(templates([own, folder], problems)) == ["page.html.jinja"]


def test_a_fault_of_a_hidden_template_has_its_name(folder: Path, own: Path) -> None:
    (folder / "page.html.jinja").write_text("\n{{ misspelt }}", encoding="utf-8")
    (own / "page.html.jinja").write_text('{% extends "goftogu/page.html.jinja" %}', encoding="utf-8")
    problem = rendered(_renderer(own, folder), _page("page.html.jinja"))
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line, problem.code) == ("goftogu/page.html.jinja", 2, "P002")


@pytest.mark.parametrize("target", ["page.html.jinja", "goftogu/page.html.jinja"])
def test_a_template_that_needs_itself_is_a_problem(folder: Path, own: Path, target: str) -> None:
    (own / "page.html.jinja").write_text(f'{{% extends "{target}" %}}', encoding="utf-8")
    problem = rendered(_renderer(own, folder), _page("page.html.jinja"))
    assert isinstance(problem, Problem)
    assert str(problem).startswith(f"{own.name}/page.html.jinja:1: P003 ")
    assert "goftogu/base.html.jinja" in problem.hint


def test_what_cannot_be_read_is_a_problem_and_the_others_are_there(folder: Path, own: Path) -> None:
    (own / "page.html.jinja").write_bytes(b"caf\xe9")
    (own / "folder.jinja").mkdir()
    (folder / "page.html.jinja").write_text("general", encoding="utf-8")
    problems = Problems()
    assert templates([own, folder], problems)["page.html.jinja"].text == "general"
    paths = [f"{own.name}/folder.jinja", f"{own.name}/page.html.jinja"]
    assert [(problem.code, problem.path) for problem in problems] == [("P001", path) for path in paths]
    assert all(problem.hint for problem in problems)


def test_one_renderer_gives_every_language_its_words(folder: Path) -> None:
    (folder / "page.html.jinja").write_text('{{ _("Topics") }}', encoding="utf-8")
    renderer = _renderer(folder)
    shown = [rendered(renderer, _page("page.html.jinja", language=language)) for language in (*Language, Language.FA)]
    assert shown == ["موضوع‌ها".encode(), b"Topics", "موضوع‌ها".encode()]


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("a\n{{ _(words) }}", 2),
        ("{{ fa.gettext(words) }}", 1),
        ("a\nb\n{{ ngettext(words, words, 2) }}", 3),
        ("\n{% trans %}Nowhere{% endtrans %}", 2),
    ],
)
def test_a_message_without_persian_stops_the_persian_page_only(folder: Path, template: str, line: int) -> None:
    problem = _render(folder, template, {"words": "Nowhere"})
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path, problem.line) == ("P005", f"{folder.name}/page.html.jinja", line)
    assert "“Nowhere”" in problem.message
    if "fa." not in template:
        made = _render(folder, template, {"words": "Nowhere"}, Language.EN)
        assert isinstance(made, bytes)
        assert made.endswith(b"Nowhere")


def test_a_template_that_the_system_does_not_give_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Path, *given: Any, **named: Any) -> str:
        if file.name == "page.html.jinja":
            raise PermissionError(13, "Permission denied", str(file))
        return read_text(file, *given, **named)

    for name in ("page.html.jinja", "rest.html.jinja"):
        (folder / name).write_text("a", encoding="utf-8")
    read_text, problems = Path.read_text, Problems()
    monkeypatch.setattr(Path, "read_text", refuse)
    assert list(templates([folder], problems)) == ["rest.html.jinja"]
    (problem,) = problems
    assert (problem.code, problem.path) == ("P001", f"{folder.name}/page.html.jinja")
    assert "Permission denied" in problem.message


class _Shown(str):
    """A text that can be watched."""

    __slots__ = ("__weakref__",)


def test_what_a_page_shows_is_forgotten_with_it(folder: Path) -> None:
    (folder / "part.jinja").write_text("{% macro say() %}{{ word }}{% endmacro %}", encoding="utf-8")
    template = '{% import "part.jinja" as part with context %}{% set own = word %}{{ part.say() }}'
    shown = _Shown("باغ")
    seen = weakref.ref(shown)
    gc.disable()
    try:
        made = _render(folder, template, {"word": shown})
        del shown
        assert (made, seen()) == ("باغ".encode(), None)
    finally:
        gc.enable()


def test_what_belongs_to_no_page_is_kept_for_the_next(folder: Path) -> None:
    (folder / "part.jinja").write_text(
        '{% set mark = "!" %}{% macro say(word) %}{{ word }}{{ mark }}{{ fa.gettext("Topics") }}{% endmacro %}',
        encoding="utf-8",
    )
    (folder / "page.jinja").write_text('{% from "part.jinja" import say %}{{ say(word) }}', encoding="utf-8")
    renderer = _renderer(folder)
    for word in ("باغ", "کوه"):
        assert (
            renderer.render(_page("page.jinja", {"word": word}), Problems(), dari=False) == f"{word}!موضوع‌ها".encode()
        )


def test_what_is_compiled_ahead_is_not_read_when_a_page_needs_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "page.jinja").write_text("{{ word }}!", encoding="utf-8")
    (folder / "wrong.jinja").write_text("{% if %}", encoding="utf-8")
    renderer = _renderer(folder)
    renderer.compile()
    monkeypatch.setattr(renderer.environment.loader, "load_func", lambda name: pytest.fail(f"{name} is read"))
    assert rendered(renderer, _page("page.jinja", {"word": "باغ"})) == "باغ!".encode()


@pytest.mark.parametrize(("dari", "tag"), [(True, b"fa-AF"), (False, b"fa")])
def test_a_page_of_a_site_in_dari_says_so(folder: Path, dari: bool, tag: bytes) -> None:
    (folder / "page.jinja").write_text("{{ tags.fa }}", encoding="utf-8")
    assert _renderer(folder).render(_page("page.jinja"), Problems(), dari=dari) == tag
