"""Checks of the finished site: links, letters of the font, published ids, and the rules of a host."""
