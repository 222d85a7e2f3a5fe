"""Every cell as a graph: one description of its quantities, of what each is made of, and of what is given.

Scenes, wiring, equations, values, names and diagrams all follow from it. It knows neither numpy nor Qt; what
it says is held against the traces of lstm_gui.nets by a test, for every kind.
"""
