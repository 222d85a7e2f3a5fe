"""The weights and biases: a table of knobs for one unit, heat maps of whole matrices for several."""
