"""Decks of Anki: its packages read and written."""
