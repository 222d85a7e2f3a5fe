"""The room "Compare": settings beside each other, over several seeds, and what may be said of them."""
