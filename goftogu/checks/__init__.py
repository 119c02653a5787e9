"""Checks of the finished site: links, letters of the font, published ids, and whether a host will take it."""
