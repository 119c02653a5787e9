"""Rough transcripts: who speaks, and what belongs to the interview, found without labels that anybody promised."""
