"""The run through time: its rows as curves or heat maps, the hand on its dots, which steps are in view."""
