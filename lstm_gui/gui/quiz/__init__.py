"""The review panel and what belongs to it."""
