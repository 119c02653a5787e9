"""Goftogu: a bilingual archive, in static pages, from Persian interview transcripts."""

__version__ = "0.2.0"
