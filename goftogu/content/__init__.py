"""What an archivist writes in addition to transcripts: settings, vocabularies and free pages."""
