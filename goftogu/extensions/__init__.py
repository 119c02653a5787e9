"""What installed distributions add to Goftogu by entry points: exports, filters and translation engines."""
