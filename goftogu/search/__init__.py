"""The search of the site: static files that the page of the search fetches."""
