"""A scene as a program that a person can run: the cell, its weights, where it starts and what it reads.

    numpy_code(scene)     # every equation of the cell, from its graph
    torch_code(scene)     # nn.RNN, nn.LSTM or nn.GRU where one of them is this cell; else the equations
    keras_code(scene)     # likewise with SimpleRNN, LSTM and GRU

What a program computes is what the simulator shows. Nothing of a scene but numbers and its title goes into
one, and the title stands in a comment, where it cannot be run.
"""
