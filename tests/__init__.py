"""The tests. A package, because argostranslate installs a top-level ``tests`` of its own that would win otherwise."""
