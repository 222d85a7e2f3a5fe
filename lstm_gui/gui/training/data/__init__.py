"""Dialogs that bring in a person's own data to learn from: columns of a table, a text."""
