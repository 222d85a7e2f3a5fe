"""The room "Inside": what goes on in a network while it learns, all of it at once."""
