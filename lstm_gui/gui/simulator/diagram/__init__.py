"""The cell at one step as a diagram: a layout and paint for the graph of any kind, and the hand on it."""
