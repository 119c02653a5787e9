"""The build: read all, check all, render all, and only then publish."""
