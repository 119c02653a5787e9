"""Brings the files of an older archive to the format that this version writes."""
