"""Markdown in the texts of cards: read into lines and spans, said in plain words, kept from being read."""
