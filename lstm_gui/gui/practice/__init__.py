"""Practice: a window of its own that asks cards in other ways and moves no schedule."""
