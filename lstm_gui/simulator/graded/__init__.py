"""Cards that the simulator grades: whether a goal is reached, a prediction near, a number right."""
