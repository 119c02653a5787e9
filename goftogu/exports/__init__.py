"""Machine-readable editions of an interview: each module is a function from an interview to the bytes of one file."""
