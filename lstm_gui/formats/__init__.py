"""Files in and out: decks, tables of numbers, and moving pictures; each reader has caps."""
