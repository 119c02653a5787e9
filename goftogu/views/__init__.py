"""What the templates are given: plain values, made for one page when it is its turn."""
