"""Compiled passes over whole sequences, for runs that a loop of numpy calls makes slow.

`choice.py` says when one runs. `lstm.py`, `gru.py` and `rnn.py` call the compiled passes of their cells: a
`…_forward.py` and a `…_backward.py` loop over the steps, and what one step does to one sequence stands in
`…_step.py` and `…_step_back.py`, in the order of the cell's own equations. Below them are the products of
matrices (`product.py`, `panels.py`, `shared.py`), and what compiled code is taught to know (`vector.py`,
`memory.py`, `functions.py`).
"""
