"""From the file of a transcript to an interview: labelled ``.md`` files, and ids for their turns."""
