"""The table of contents of the program: read all, check all, render all, and only then publish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from goftogu import archive, console, downloads, pages, people, topics
from goftogu.archive import Archive
from goftogu.font import FontChecker
from goftogu.links import LinkChecker
from goftogu.problems import Problem, has_errors
from goftogu.publish import Result, Stage
from goftogu.render import Renderer
from goftogu.site import Site
from goftogu.translation import memories
from goftogu.translation.memories import Request, Use
from goftogu.translation.memory import State
from goftogu.translation.teams import Means

_PACKAGED_TEMPLATES: Final = Path(__file__).parent / "_templates"
_NOTES: Final = {
    State.MISSING: (
        "M006",
        "have no English yet; their Persian is shown in its place",
        "install a package with: build.py package install, then build again; or write the English yourself",
    ),
    State.STALE: (
        "M007",
        "have English that belongs to an earlier wording",
        "list them with: build.py review",
    ),
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line says about a build.

    Attributes:
        root: The project's folder.
        output: The folder of the site.
        packages: Folder of the translation packages, or ``None`` for the usual ones.
        offline: Never use the network.
        strict: Warnings forbid publishing, too.
        write: Publish, and keep new translations; without it nothing is written.
    """

    root: Path
    output: Path
    packages: Path | None = None
    offline: bool = False
    strict: bool = False
    write: bool = True


@dataclass(slots=True)
class Report:
    """What a build found and did.

    Attributes:
        problems: In the order of the stages.
        interviews: How many interviews the site has.
        turns: How many turns they have.
        states: How many paragraphs are in each state of translation.
        result: What was published; ``None`` when nothing was.
    """

    problems: list[Problem] = field(default_factory=list)
    interviews: int = 0
    turns: int = 0
    states: Counter[State] = field(default_factory=Counter)
    result: Result | None = None

    def summary(self, *, failed: bool) -> Iterator[str]:
        """Yield lines that tell the person at the keyboard how it went."""
        counted = console.count_problems(self.problems)
        if failed:
            yield f"nothing was published: {counted}; the site is as it was"
            return
        english = ", ".join(f"{count:,} {state.value}" for state, count in self.states.items() if count) or "none"
        held = f"{console.plural(self.interviews, 'interview')}, {console.plural(self.turns, 'turn')}"
        yield f"{held}; paragraphs in English: {english}"
        if self.result is not None:
            changed = f"{len(self.result.written):,} written, {self.result.unchanged:,} unchanged"
            yield f"{changed}, {len(self.result.removed):,} removed" + (f"; {counted}" if counted else "")


def build(options: Options) -> Report:
    """Build the site, or only check it.

    Args:
        options: See :class:`Options`.

    Returns:
        What was found and done. With an error among the problems the published site is untouched.
    """
    report = Report()
    content, report.problems = archive.read(options.root)
    site = _site(options, content, report)
    report.problems += pages.check(site)
    if _may_go_on(report, options):
        folders = [folder for folder in (options.root / "templates", _PACKAGED_TEMPLATES) if folder.is_dir()]
        _publish(options, _files(site, content, folders, report.problems), site, report)
    return report


def _site(options: Options, content: Archive, report: Report) -> Site:
    use = Use.FILL if options.write and _may_go_on(report, options) else Use.READ
    english = memories.update(
        options.root, content.interviews, content.vocabulary, Request(use, _means(options, content))
    )
    index, found = topics.build(content.interviews, content.vocabulary)
    who, unknown = people.build(content.interviews, content.vocabulary)
    report.problems += [*english.problems, *found, *unknown, *_untranslated(english)]
    report.problems += memories.strangers(options.root, {interview.id for interview in content.interviews})
    report.states = english.states
    report.interviews = len(content.interviews)
    report.turns = sum(len(interview.turns) for interview in content.interviews)
    return Site(content.config, content.vocabulary, content.interviews, english.english, index, who, content.pages)


def _means(options: Options, content: Archive) -> Means:
    folder = options.packages or content.config.packages_folder(options.root)
    return Means(folder, fetch=not (options.offline or content.config.offline))


def _untranslated(english: memories.Outcome) -> Iterator[Problem]:
    for interview_id, found in english.english.items():
        states = Counter(translation.state for translation in found.values())
        for state, (code, message, hint) in _NOTES.items():
            if states[state]:
                counted = f"{states[state]} of {len(found)} paragraphs {message}"
                yield Problem(memories.path_of(interview_id), 0, 0, code, counted, hint)


def _files(
    site: Site, content: Archive, folders: Sequence[Path], problems: list[Problem]
) -> Iterator[tuple[str, bytes]]:
    renderer = Renderer(folders)
    problems += renderer.problems
    for page in pages.plan(site):
        rendered = renderer.render(page)
        if isinstance(rendered, Problem):
            problems.append(rendered)
        else:
            yield page.path, rendered
    yield from downloads.files(site, content.received)
    yield from downloads.assets(folders)


def _publish(options: Options, files: Iterator[tuple[str, bytes]], site: Site, report: Report) -> None:
    checked = _checked(files, (LinkChecker(site.config.url), FontChecker()), report.problems)
    if not options.write:
        for _ in checked:
            pass
        return
    with Stage(options.output) as stage:
        for path, data in checked:
            stage.add(path, data)
        if _may_go_on(report, options):
            report.result = stage.commit()
        report.problems += stage.problems


def _checked(
    files: Iterable[tuple[str, bytes]], checkers: Sequence[LinkChecker | FontChecker], problems: list[Problem]
) -> Iterator[tuple[str, bytes]]:
    """Pass the files on, show each to the checkers, and report at the end what they found."""
    for path, data in files:
        for checker in checkers:
            checker.add(path, data)
        yield path, data
    problems += (fault for checker in checkers for fault in checker.problems())


def _may_go_on(report: Report, options: Options) -> bool:
    return not has_errors(report.problems, strict=options.strict)
