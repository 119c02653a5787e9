"""What an archivist writes besides transcripts: settings, vocabularies and pages."""
