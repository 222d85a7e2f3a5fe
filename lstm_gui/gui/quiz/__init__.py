"""The review panel: a card, its answer, and how well it was known."""
