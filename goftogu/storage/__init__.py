"""Storage on disk: the cache, fingerprints of files, whole files, and the staging of a site."""
