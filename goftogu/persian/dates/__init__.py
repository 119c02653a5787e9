"""Dates of four calendars: as values, in text, and for readers."""
