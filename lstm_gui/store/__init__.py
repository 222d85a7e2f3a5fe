"""The collection on disk: SQLite schema, migrations, the log of reviews, backups."""
