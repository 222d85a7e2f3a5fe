"""Scenes: states of the simulator as data, and the catalogue that ships with the app."""
