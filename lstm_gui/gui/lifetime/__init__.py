"""A run of the app from its checks to its end: what is made and when, its log, crash report, settings."""
