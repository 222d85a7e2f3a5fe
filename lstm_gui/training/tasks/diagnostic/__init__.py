"""Diagnostics: small tasks, each of which asks for one thing that a cell must be able to do."""
