"""Decks in and out: readers for files from outside, each with caps."""
