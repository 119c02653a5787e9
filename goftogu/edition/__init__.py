"""What pages and exports share: the site as one value, its words, citations and metadata."""
