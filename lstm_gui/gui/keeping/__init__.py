"""Windows about what is kept: exports, backups, the check of the collection."""
