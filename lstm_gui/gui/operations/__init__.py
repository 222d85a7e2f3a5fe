"""Every change of the collection, one function each, saying what changed."""
