"""What the program says to people, and in which language."""
