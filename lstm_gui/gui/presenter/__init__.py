"""In class: the simulator over the whole screen, with the last action in words for the back row."""
