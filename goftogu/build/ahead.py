"""The pages of interviews under edit, made ahead of the build that finds out what else has changed.

A build reads what is known of every interview before it makes the first file. A person who has changed a word waits for
one page. So the server keeps what the last build gave to each interview of its own, reads the one that has changed, and
makes its pages of both. What they show of others may be old; the build that follows makes them once more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from goftogu.build import artifacts, make
from goftogu.build.collate import CollationInput, compare
from goftogu.build.index import IndexPhrases, findings
from goftogu.build.make import Edited
from goftogu.build.plan import Plan
from goftogu.build.project import Project
from goftogu.build.read import InterviewReader
from goftogu.build.summaries import Summary
from goftogu.build.theme import Theme
from goftogu.content import files
from goftogu.problems import Problems
from goftogu.translation.memory import store


class Before(NamedTuple):
    """An interview as the last build knew it.

    Attributes:
        summary: What the build needed to know of it.
        given: What its files were made from, except its text.
    """

    summary: Summary
    given: Edited

    def allows(self, now: Summary) -> bool:
        """Tell whether what was given is enough to make the pages of another wording."""
        return _needs(self.summary) == _needs(now)


def _needs(held: Summary) -> tuple[object, ...]:
    """Return what a build finds out for an interview apart from its text: of its pictures and recordings."""
    shown = {(mention.file, mention.widths) for mention in held.mentions}
    return held.kept_back, shown, [recording.file for recording in held.recordings]


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a build has read, as far as pages of single interviews need it.

    Attributes:
        root: The project's folder.
        reader: Reads interviews.
        phrases: What is looked for in every interview.
        theme: What all files share.
        before: The interviews that are published, by the path of the transcript, and by that of its memory.
    """

    root: Path
    reader: InterviewReader
    phrases: IndexPhrases
    theme: Theme
    before: Mapping[str, Before]

    def pages(self, changed: Iterable[Path]) -> dict[str, bytes]:
        """Return the pages of the interviews whose files have changed, by path.

        An interview with an error has none, and one that needs more than the last build knew of it: the next one tells.

        Args:
            changed: Files of the project, and others.
        """
        found = {id(known): known for known in map(self.before.get, self._paths(changed)) if known is not None}
        made = dict[str, bytes]()
        for known in found.values():
            made.update(self._pages(known))
        return made

    def _paths(self, changed: Iterable[Path]) -> Iterator[str]:
        root = self.root.resolve()
        for path in changed:
            with suppress(ValueError):
                yield (path.parent.resolve() / path.name).relative_to(root).as_posix()

    def _pages(self, known: Before) -> Mapping[str, bytes]:
        found = self.reader.again(known.summary.id)
        if found is None or found.summary is None or Problems(found.problems).has_errors():
            return {}
        if not known.allows(found.summary):
            return {}
        edited = known.given._replace(english=None, findings=findings(self.phrases, found.body))
        refs = (found.body, *(b"" for _ in edited.pictures), *self._collated(found.summary.received, found.body))
        return artifacts.make(self.theme, (make.pages_alone, edited, refs, False)).files

    def _collated(self, received: str, body: bytes) -> Iterator[bytes]:
        """Yield what the comparison with the file received has found, if there is one that can be read."""
        path = f"{files.RECEIVED}/{received}"
        if received and (data := files.data(self.root, path, Problems())) is not None:
            yield compare(None, CollationInput(body, path, data)).packed


def of(project: Project, plan: Plan) -> Ahead:
    """Return what a build has read.

    Args:
        project: Read, filled and indexed.
        plan: The plan of its site.
    """
    before = {}
    for summary in project.summaries:
        known = Before(summary, plan.edited(summary.id))
        before[summary.path] = before[store.path_of(summary.id, summary.original.other)] = known
    return Ahead(project.root, project.reader, project.phrases, plan.theme, before)
