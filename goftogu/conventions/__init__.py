"""Transcription conventions: the notes of an archive, and marks within what is said."""
