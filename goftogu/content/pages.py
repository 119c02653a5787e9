"""Free pages: what an archive writes about itself, in ``content/pages/<id>.<language>.md``."""

from __future__ import annotations

from dataclasses import dataclass

from goftogu.content import characters
from goftogu.locale.message import Message
from goftogu.model import Language, Source
from goftogu.problems import Problem, Problems


@dataclass(frozen=True, slots=True)
class FreePage:
    """A page that the archive writes about itself, in one language.

    Attributes:
        id: Name in the address, the same in both languages (``about``).
        language: Its language.
        title: Heading of the page.
        body: Markdown below the heading.
        path: The source file, for problems.
        line: Line of the file on which the body begins.
    """

    id: str
    language: Language
    title: str
    body: str
    path: str
    line: int


def read_free_page(source: Source, problems: Problems) -> FreePage | None:
    """Read ``content/pages/<id>.<language>.md``; its first line is the heading.

    Args:
        source: The file.
        problems: What is wrong with its name is added.
    """
    name, _, language = source.path.rpartition("/")[2].removesuffix(".md").rpartition(".")
    if not name or language not in tuple(Language):
        message, hint = (
            Message("the name of the file does not say its language"),
            Message("name it as about.fa.md or about.en.md"),
        )
        problems.add(Problem.of_file(source.path, "S004", message, hint))
        return None
    heading, _, rest = source.text.lstrip().partition("\n")
    body = rest.lstrip()
    line = source.text.removesuffix(body).count("\n") + 1
    if characters.is_blank(heading.lstrip("# ")):
        hint = Message("write the heading of the page into its first line")
        problems.add(Problem(source.path, 1, 1, "T011", Message("the page has no heading"), hint))
    return FreePage(name, Language(language), heading.lstrip("# ").strip(), body.rstrip(), source.path, line)
