"""The views of the live cell."""
