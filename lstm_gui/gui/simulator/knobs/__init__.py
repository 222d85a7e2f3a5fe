"""A number under a hand: dragged, typed, stepped; what it looks like and what it is called."""
