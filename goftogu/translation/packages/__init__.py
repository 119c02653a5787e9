"""The translation packages of this machine: found, fetched, checked and installed."""
