"""Reads everything in a project's ``content/`` except translations."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from goftogu import markup
from goftogu.content import files as content_files
from goftogu.content import ignored, vocabulary
from goftogu.content import redirects as content_redirects
from goftogu.content import settings as content_settings
from goftogu.content.pages import FreePage, read_free_page
from goftogu.content.redirects import Redirects
from goftogu.content.settings import SiteConfig
from goftogu.content.vocabulary import Vocabulary
from goftogu.conventions import stage_notes
from goftogu.locale.message import Message
from goftogu.model import Interview, Language, Source
from goftogu.persian import folding
from goftogu.persian.orthography import layer as orthography_layer
from goftogu.persian.orthography.layer import Orthography
from goftogu.problems import Problem, Problems, line_and_column
from goftogu.storage import names

CACHE: Final = ".cache"
_PAGES: Final = Path("content/pages")


@dataclass(frozen=True, slots=True)
class Archive:
    """The content of a project, read and checked.

    Attributes:
        config: ``site.toml``.
        vocabulary: Topics, people, glossary and the archive's own spellings.
        interviews: In the order of their file names.
        pages: The free pages.
        received: The downloads “text as received”, by id of the interview.
        card: The picture that messengers show, a PNG, or ``None``.
    """

    config: SiteConfig
    vocabulary: Vocabulary
    interviews: tuple[Interview, ...]
    pages: tuple[FreePage, ...]
    received: dict[str, bytes]
    card: bytes | None = None


class ArchiveReader:
    """Reads the transcripts of a project one by one; the reading layer is loaded with the first of them.

    Attributes:
        config: ``site.toml``.
        vocabulary: Topics, people, glossary and the archive's own spellings.
    """

    def __init__(self, root: Path, problems: Problems) -> None:
        """Read the settings and the vocabularies.

        Args:
            root: The project's folder.
            problems: What is wrong with them is added.
        """
        self._root = root
        self.config = content_settings.of_archive(root, problems)
        self.vocabulary = vocabularies(root, problems, self.config.languages)
        self._stage = stage_notes.table(self.config.stage_notes)

    def paths(self, problems: Problems, only: Collection[str] = ()) -> list[str]:
        """Return the paths of the transcripts, sorted, without reading any.

        Args:
            problems: What is wrong with their names is added.
            only: Ids of interviews; without them, all.
        """
        every = content_files.transcripts(self._root, ignored.matcher(self.config.ignore), problems)
        return [path for path in every if not only or id_of(path) in only]

    def source(self, path: str, problems: Problems) -> Source | None:
        """Read the text of a transcript."""
        return content_files.text(self._root / path, problems, self._root)

    def interview(self, source: Source, problems: Problems) -> Interview | None:
        """Read the interview in a transcript.

        Args:
            source: The text of the transcript.
            problems: What is wrong is added.
        """
        from goftogu.transcripts import read as transcript_read  # noqa: PLC0415  not needed when only settings and vocabularies are read

        reader = self._layer.reader(source.text)
        found = transcript_read.read_transcript(source, reader, problems, self.config.spoken, self._stage)
        if found is None or found.original is Language.FA:
            check_code_points(source, self._layer, problems, found)
        return found

    @cached_property
    def _layer(self) -> Orthography:
        return reading_layer(self._root, self.vocabulary, self.config)


def id_of(path: str) -> str:
    """Return the id of the interview whose transcript has a path."""
    return names.composed(Path(path).stem)


def read_archive(root: Path, problems: Problems, only: Collection[str] = ()) -> Archive:
    """Read what can be read of the content of a project.

    Args:
        root: The project's folder.
        problems: Every problem of every file is added.
        only: Ids of the interviews that are read; without them, all.
    """
    reader = ArchiveReader(root, problems)
    interviews: list[Interview] = []
    received: dict[str, bytes] = {}
    for path in reader.paths(problems, only):
        source = reader.source(path, problems)
        interview = None if source is None else reader.interview(source, problems)
        if interview is not None and source is not None:
            interviews.append(interview)
            received[interview.id] = _as_received(root, interview, source, problems)
    card = content_files.card(root, problems)
    pages = tuple(free_pages(root, problems))
    return Archive(reader.config, reader.vocabulary, tuple(interviews), pages, received, card)


def spelling(root: Path, problems: Problems) -> Orthography:
    """Return the reading layer as a project wants it."""
    configuration = content_settings.of_archive(root, Problems())
    return reading_layer(root, vocabularies(root, problems, configuration.languages), configuration)


def reading_layer(root: Path, words: Vocabulary, configuration: SiteConfig) -> Orthography:
    """Return the reading layer with a project's own spellings and settings."""
    own = words.orthography
    return orthography_layer.load(root / CACHE, own.words, own.keep, join=configuration.join_blanks)


def vocabularies(root: Path, problems: Problems, languages: Collection[str] = tuple(Language)) -> Vocabulary:
    """Read the vocabularies of a project with some languages."""
    files = (root / "content" / name for name in vocabulary.SCHEMAS)
    texts = {
        Path(source.path).name: source for source in _texts((file for file in files if file.exists()), root, problems)
    }
    return vocabulary.read_vocabulary(texts, problems, languages)


def redirects(root: Path, problems: Problems, languages: Collection[str] = tuple(Language)) -> Redirects:
    """Read what became of interviews that are gone, in a project with some languages."""
    file = root / content_redirects.FILE
    source = content_files.text(file, problems, root) if file.exists() else None
    if source is None:
        return Redirects()
    return content_redirects.read_redirects(source.text, source.path, problems, languages)


def free_pages(root: Path, problems: Problems) -> Iterable[FreePage]:
    """Yield the pages of ``content/pages``."""
    taken: dict[str, str] = {}
    for source in _texts(sorted((root / _PAGES).glob("*.md")), root, problems):
        if (first := taken.setdefault(folding.fold(source.path).casefold(), source.path)) != source.path:
            message = Message("its id reads like that of {first}", first=first)
            problems.add(Problem.of_file(source.path, "S006", message, Message("keep one of them or rename it")))
            continue
        page = read_free_page(source, problems)
        if page is not None:
            _check_length(page, problems)
            yield page


def _check_length(page: FreePage, problems: Problems) -> None:
    if markup.is_too_long(page.body):
        message = Message("the page is too long, or has too many Markdown characters between two blank lines")
        problems.add(Problem(page.path, page.line, 1, "S010", message, Message("split it")))


def _texts(files: Iterable[Path], root: Path, problems: Problems) -> Iterable[Source]:
    for file in files:
        source = content_files.text(file, problems, root)
        if source is not None:
            yield source


def _as_received(root: Path, interview: Interview, source: Source, problems: Problems) -> bytes:
    if not interview.provenance.file:
        return source.data
    data = content_files.received(root, interview.provenance.file, problems)
    return source.data if data is None else data


def check_code_points(
    source: Source, layer: Orthography, problems: Problems, interview: Interview | None = None
) -> None:
    """Report the code points of a source that are shown in another form.

    Args:
        source: The file.
        layer: The reading layer.
        problems: What is found is added.
        interview: What was read from it: its passages in other languages are shown as they are.
    """
    faults = layer.faults(_without_foreign(source.text, interview) if interview else source.text)
    if faults:
        names = sorted({fault.name for fault in faults})
        line, column = line_and_column(source.text, faults[0].start)
        message = Message(
            "{count:,} code points are shown as Persian has them: {names}", count=len(faults), names=names
        )
        if len(faults) == 1:
            message = Message("1 code point is shown as Persian has it: {names}", names=names)
        problems.add(Problem(source.path, line, column, "T010", message, Message("the file stays as it is")))


def _without_foreign(text: str, interview: Interview) -> str:
    """Return a text with blanks in the place of the lines in other languages."""
    foreign = [unit for unit in interview.units() if unit.language]
    if not foreign:
        return text
    lines = text.split("\n")
    for unit in foreign:
        for number in range(unit.line - 1, unit.line + unit.record.count("\n")):
            lines[number] = " " * len(lines[number])
    return "\n".join(lines)
