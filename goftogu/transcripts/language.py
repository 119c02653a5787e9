"""The language of a transcript that does not say it."""

from __future__ import annotations

from goftogu.content.transcript_language import TranscriptLanguage, told_by
from goftogu.transcripts.draft import Draft


def of_draft(draft: Draft, usual: TranscriptLanguage) -> TranscriptLanguage:
    """Return the language of what is said; see :func:`goftogu.content.transcript_language.told_by`."""
    return told_by((passage.record for speech in draft.speeches for passage in speech.passages), usual)
