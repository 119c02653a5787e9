"""The reading layer: the half-spaces (ZWNJ) of Persian words are restored, and nothing else is touched."""
