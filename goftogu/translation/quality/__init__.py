"""Looks for faults in a pair of texts, whoever made the English: no rule needs a reference translation."""
