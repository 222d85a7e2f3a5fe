"""Cards that the simulator grades, in the window: to predict, to build, to compute."""
