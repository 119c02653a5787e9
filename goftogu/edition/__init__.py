"""What pages and exports share: the site as one value, its wording, citations and metadata."""
