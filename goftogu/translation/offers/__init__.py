"""Translations from elsewhere, in the forms of other programs: PO, XLIFF 1.2 and 2, TMX, tables."""
