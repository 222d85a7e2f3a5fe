"""Compiled whole-sequence passes, for the sizes at which a loop of numpy calls is too slow."""
