"""Every change of the collection that the window makes, one function each, saying what changed; no Qt."""
