"""Asking about what the simulator shows: a card of one's own, which the simulator grades."""
