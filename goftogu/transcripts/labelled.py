"""A labelled transcript, ``.md``: the blocks below the front matter as turns."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from goftogu.content import characters, picture_lines
from goftogu.content.transcript_language import USUAL_LANGUAGES, SiteLanguages
from goftogu.conventions import forms, marks, tongues, unsupported
from goftogu.conventions.forms import TextForm
from goftogu.locale.message import Message
from goftogu.model import MediaMention, Source
from goftogu.pictures.published import FIGURE
from goftogu.problems import Problem, Problems, SourcePlace, did_you_mean
from goftogu.transcripts import attributes, header, labels, notes
from goftogu.transcripts.blocks import Attributes, Block, BlockKind, read_blocks
from goftogu.transcripts.draft import Draft, DraftFootnote, DraftHeading, DraftParagraph, DraftPicture, Speech

_TWICE_HINT: Final = Message("delete it here, then run: {goftogu} stamp")
_ABOUT: Final = "{: .synopsis }"
_ESCAPE_HINT: Final = Message("declare the speaker in the front matter, or write \\: if it is not a label")


def read_labelled(source: Source, problems: Problems, languages: SiteLanguages = USUAL_LANGUAGES) -> Draft | None:
    """Read a labelled transcript.

    Args:
        source: The file.
        problems: What is wrong is added.
        languages: What the archive says of them.

    Returns:
        ``None`` when the front matter cannot be read; otherwise all that was understood, also when there are errors.
        A text whose speakers are not declared is not read.
    """
    head = header.read_header(source, problems, languages)
    if head is None:
        return None
    if not head.draft.speakers:  # an error names what is wrong; without labels, all paragraphs would be wrong, too
        return head.draft
    unsupported.check(source.path, head.body, head.body_line, problems)
    body = _LabelledBody(head, problems)
    body.read()
    body.end()
    return head.draft


class _LabelledBody:
    """Goes through the blocks below the front matter and fills the draft."""

    def __init__(self, head: header.Header, problems: Problems) -> None:
        self.draft = head.draft
        self._head = head
        self._problems = problems
        self._labels = labels.Labels(speaker.label for speaker in self.draft.speakers)
        self._heading: tuple[DraftHeading, int] | None = None
        self._ids: set[str] = set()
        self._last: DraftParagraph | None = None

    def read(self) -> None:
        """Take all blocks."""
        take = {
            BlockKind.HEADING: self._section,
            BlockKind.CONTINUATION: self._continuation,
            BlockKind.PARAGRAPH: self._text,
            BlockKind.PICTURE: self._picture,
        }
        for block in read_blocks(self._head.body.split("\n"), self._head.body_line, self._labels.starts):
            if isinstance(block, Attributes):
                self._report(
                    block.line,
                    "T005",
                    Message("the attribute list has no text above it"),
                    Message("put it right below a text"),
                )
            else:
                take[block.kind](block)

    def end(self) -> None:
        """Check what can be judged only at the end."""
        speeches = self.draft.speeches
        if not speeches:
            names = [speaker.label for speaker in self.draft.speakers]
            hint = Message("begin a paragraph with the label of a speaker: {names}", names=names)
            self._report(self._head.body_line, "T001", Message("no paragraph begins with the label of a speaker"), hint)
        for speech in speeches:
            if all(characters.is_blank(passage.record) for passage in speech.passages):
                self._report(
                    speech.line,
                    "T011",
                    Message("«{label}» has no text", label=speech.label),
                    Message("write it below the label"),
                )
        if self._heading is not None:
            self._report(
                self._heading[1], "T011", Message("no turn follows the heading"), Message("delete it or move it")
            )
        self._silent_speakers()
        self._redirects()

    def _redirects(self) -> None:
        for old, new in self.draft.details.redirects.items():
            line, _ = self._head.where.key(("redirects", old))
            if old in self._ids:
                self._report(
                    line,
                    "C007",
                    Message("“{old}” is redirected but still in the text", old=old),
                    Message("delete the redirect"),
                )
            elif new not in self._ids:
                message = Message("“{old}” is redirected to “{new}”, which is not in the text", old=old, new=new)
                self._report(line, "C007", message, Message("name an id of the text, or put the text back"))

    def _silent_speakers(self) -> None:
        heard = {speech.label for speech in self.draft.speeches}
        for speaker in self.draft.speakers:
            if heard and speaker.label not in heard:
                line, _ = self._head.where.key(("speakers", speaker.label))
                self._report(
                    line,
                    "T014",
                    Message("«{label}» never speaks", label=speaker.label),
                    Message("check the spelling of the label"),
                )

    def _section(self, block: Block) -> None:
        found = self._attributes(block, attributes.SECTION)
        if self._heading is not None:
            self._report(
                self._heading[1], "T011", Message("no turn follows the heading"), Message("delete it or move it")
            )
        self._last = _passage(block, block.text, found.id)
        self._heading = DraftHeading(self._last, found.add), block.line

    def _continuation(self, block: Block) -> None:
        if not block.text:
            self._report(
                block.line, "T011", Message("“+” has no text"), Message("write it on the same line or delete the mark")
            )
        elif self.draft.speeches:
            self._continue(block, block.text)
        else:
            self._report(
                block.line, "T006", Message("“+” continues a turn, but none has begun"), Message("delete the mark")
            )
            self._introduce(block, block.text)

    def _text(self, block: Block) -> None:
        text = block.text
        labelled = self._labels.find(text)
        if (note := notes.definition(text)) is not None:
            self._footnote(block, *note)
        elif self._heading is not None and attributes.is_about(block, labelled=labelled is not None):
            self._describe(self._heading[0], block)
        elif labelled is not None:
            self._begin(block, *labelled)
        elif self.draft.speeches:
            self._continue(block, text, known=not self._is_unknown(block, text))
        else:
            self._introduce(block, text)

    def _footnote(self, block: Block, name: str, text: str) -> None:
        found = self._attributes(block, attributes.FOOTNOTE)
        self.draft.footnotes.append(DraftFootnote(marks.label(name), _said(_passage(block, text, ""), found)))

    def _describe(self, heading: DraftHeading, block: Block) -> None:
        kind = self._attributes(block, attributes.ABOUT).kind
        if kind in heading.about:
            self._second(block, kind)
        elif kind:
            heading.about[kind] = _passage(block, block.text, "")

    def _begin(self, block: Block, label: str, text: str) -> None:
        speech = Speech(label, label, block.line)
        found = self._name(speech, block) if text or block.attributes else attributes.FoundAttributes()
        if text:
            speech.passages.append(_said(self._read(block, text, ""), found))
        if self._heading is not None:
            speech.heading, self._heading = self._heading[0], None
        self.draft.speeches.append(speech)

    def _continue(self, block: Block, text: str, *, known: bool = True) -> None:
        speech = self.draft.speeches[-1]
        if self._heading is not None:
            hint = Message(
                "begin the paragraph with the label of its speaker, or write {synopsis} below it", synopsis=_ABOUT
            )
            self._report(
                block.line,
                "T013",
                Message("a heading separates this paragraph from the turn of «{label}»", label=speech.label),
                hint,
            )
        found, time = attributes.FoundAttributes(), None
        if not speech.text_ends:
            found = self._name(speech, block)
        elif known:
            found = self._attributes(block, attributes.CONTINUED)
            time = found.time
        speech.passages.append(_said(self._read(block, text, "", time), found, speech.language))

    def _name(self, speech: Speech, block: Block) -> attributes.FoundAttributes:
        found = self._attributes(block, attributes.TURN)
        speech.language = found.language or ""
        speech.id, speech.stamped, speech.add, speech.drop = found.id, bool(found.id), found.add, found.drop
        speech.text_ends, speech.listed, speech.time = block.last, block.listed, found.time
        return found

    def _introduce(self, block: Block, text: str) -> None:
        found = self._attributes(block, attributes.FRONT)
        kind = "" if found.kind == TextForm.POEM else found.kind
        if not kind:
            self._is_unknown(block, text)
        elif any(kind == other for other, _ in self.draft.front):
            self._second(block, kind)
        self.draft.front.append((kind, _said(self._read(block, text, found.id), found)))

    def _read(self, block: Block, text: str, stamped: str, time: int | None = None) -> DraftParagraph:
        """Return a paragraph, and take it down as the one that a picture would follow."""
        self._last = _passage(block, text, stamped, time)
        return self._last

    def _picture(self, block: Block) -> None:
        found = self._attributes(block, attributes.PICTURE)
        read = picture_lines.read(block.text)
        if not isinstance(read, picture_lines.PictureLine):
            self._report(block.line, *read)
        elif self.draft.speeches and not self.draft.speeches[-1].passages:
            message = Message("the picture is between a label and its text")
            self._report(block.line, picture_lines.CODE, message, Message("move it above the label, or below the text"))
        else:
            place = SourcePlace(self.draft.path, block.line, read.column)
            self.draft.mentions.append(MediaMention(read.file, place, FIGURE))
            lines = {"line": block.line, "text_ends": block.last, "listed": block.listed}
            picture = DraftPicture(read.file, read.alt, read.caption, found.credit, self._last, id=found.id, **lines)
            self.draft.pictures.append(picture)

    def _second(self, block: Block, kind: str) -> None:
        message = Message("a second paragraph of the class .{kind}", kind=kind)
        self._report(block.line, "T005", message, Message("keep one"))

    def _is_unknown(self, block: Block, text: str) -> bool:
        """Report a paragraph that begins with what must be the label of an undeclared speaker."""
        found = labels.split(text)
        if found is None or found.escapes or not labels.resembles(found.head):
            return False
        near = did_you_mean(found.head, (speaker.label for speaker in self.draft.speakers))
        else_ = Message("{near} Else {hint}", near=near, hint=_ESCAPE_HINT)
        hint = else_ if near.endswith("?") else Message("{near}; {hint}", near=near, hint=_ESCAPE_HINT)
        self._report(block.line, "T002", Message("«{head}» is not among the speakers", head=found.head), hint)
        return True

    def _attributes(self, block: Block, allowed: attributes.Allowed) -> attributes.FoundAttributes:
        found = attributes.judge(self.draft.path, block, allowed, self._problems)
        if found.id in self._ids:
            self._report(
                block.attributes[0].line, "T004", Message("the id “{name}” occurs twice", name=found.id), _TWICE_HINT
            )
        self._ids |= {found.id} - {""}
        if found.language is None:
            return found
        return replace(found, language=tongues.within(found.language, self.draft.details.language))

    def _report(self, line: int, code: str, message: Message, hint: Message) -> None:
        self._problems.add(Problem(self.draft.path, line, 1, code, message, hint))


def _said(passage: DraftParagraph, found: attributes.FoundAttributes, language: str = "") -> DraftParagraph:
    """Let a paragraph be in its language, else that of its turn, and in its form."""
    passage.language = language if found.language is None else found.language
    passage.form = TextForm.POEM if found.kind == TextForm.POEM else forms.of(passage.record)
    return passage


def _passage(block: Block, text: str, stamped: str, time: int | None = None) -> DraftParagraph:
    return DraftParagraph(labels.unescaped(text), block.line, stamped, block.last, block.listed, time)
