"""The index of an archive: where each topic, person, place and date is spoken of."""
