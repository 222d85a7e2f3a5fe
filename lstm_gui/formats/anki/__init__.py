"""Decks of Anki: its packages read."""
