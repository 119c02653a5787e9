from __future__ import annotations

import builtins
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from goftogu.edition.site import Page
from goftogu.model import Language
from goftogu.pages.render import Renderer
from goftogu.problems import Problem

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


def _render(
    folder: Path, template: str, context: Mapping[str, object] | None = None, language: Language = Language.FA
) -> bytes | Problem:
    (folder / "page.html.jinja").write_text(template, encoding="utf-8")
    return Renderer([folder]).render(Page("fa/a.html", "page.html.jinja", language, lambda: context or {}))


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
    assert (problem.code, problem.line) == (code, line)
    assert problem.path == f"{folder.name}/page.html.jinja"
    assert problem.hint


def test_a_fault_in_an_included_template_has_its_own_place(folder: Path) -> None:
    (folder / "part.html.jinja").write_text("\n\n{{ misspelt }}", encoding="utf-8")
    problem = _render(folder, '{% include "part.html.jinja" %}')
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line) == (f"{folder.name}/part.html.jinja", 3)
    assert "fa/a.html" in problem.message


def test_a_missing_template_is_a_problem(folder: Path) -> None:
    problem = Renderer([folder]).render(Page("fa/a.html", "nothing.html.jinja", Language.FA, dict))
    assert isinstance(problem, Problem)
    assert problem.code == "P001"
    assert "nothing.html.jinja" in problem.message


def test_a_template_that_the_system_does_not_give_is_a_problem(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(file: Any, *given: Any, **named: Any) -> Any:
        if str(file).endswith("page.html.jinja"):
            raise PermissionError(13, "Permission denied", str(file))
        return opened(file, *given, **named)

    refuse.__code__ = refuse.__code__.replace(co_filename="jinja2/loaders.py")  # where it fails when a disk refuses
    (folder / "page.html.jinja").write_text("a", encoding="utf-8")
    renderer, opened = Renderer([folder]), builtins.open
    monkeypatch.setattr(builtins, "open", refuse)
    problem = renderer.render(Page("fa/a.html", "page.html.jinja", Language.FA, dict))
    assert isinstance(problem, Problem)
    assert (problem.code, problem.path) == ("P001", f"{folder.name}/page.html.jinja")
    assert "Permission denied" in problem.message


def test_a_fault_of_a_function_is_not_blamed_on_the_template(folder: Path) -> None:
    def fail() -> str:
        raise ValueError("our own mistake")

    with pytest.raises(ValueError, match="our own mistake"):
        _render(folder, "{{ fail() }}", {"fail": fail})


def test_a_template_of_another_folder_is_named_after_that_folder(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (folder / "page.html.jinja").write_text("{{ misspelt }}", encoding="utf-8")
    renderer = Renderer([tmp_path_factory.mktemp("own"), folder])
    problem = renderer.render(Page("a.html", "page.html.jinja", Language.FA, dict))
    assert isinstance(problem, Problem)
    assert problem.path == f"{folder.name}/page.html.jinja"


def test_a_template_from_elsewhere_keeps_its_path(folder: Path) -> None:
    assert Renderer([folder])._shown("elsewhere/a.jinja") == "elsewhere/a.jinja"


def test_templates_of_an_earlier_folder_come_first(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    own = tmp_path_factory.mktemp("own")
    (own / "page.html.jinja").write_text("own", encoding="utf-8")
    (folder / "page.html.jinja").write_text("general", encoding="utf-8")
    renderer = Renderer([own, folder])
    assert renderer.render(Page("a.html", "page.html.jinja", Language.FA, dict)) == b"own"


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
