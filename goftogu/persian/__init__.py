"""Persian writing: spelling, folding, alphabetical order, calendars, digits and sentences."""
