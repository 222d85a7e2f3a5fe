"""Every cell as a graph: one description of its quantities, of what each is made of, and of what is given.

    graph = graph_of(Kind.of("gru", z="writes"))   # catalogue.py, kind.py
    graph.quantity["h"].made_of                    # an expression: z∘n + (1 − z)∘h₋
    graph.parameters, graph.states                 # what is given, and what is carried to the next step
    plan_of(graph.kind)                            # where it all stands in a diagram: plan.py

Scenes, wiring, equations, values, names and diagrams all follow from it. To add a cell, describe it and make
its layer in simulator/layer.py. It knows neither numpy nor Qt; what it says is held against the traces of
lstm_gui.nets by a test, for every kind.
"""
