"""How large a scene can be: what a person can still look at."""

MAX_STEPS = 256
MAX_UNITS = 16
MAX_INPUTS = 8
MAX_MAGNITUDE = 1e6  # of any number in it
