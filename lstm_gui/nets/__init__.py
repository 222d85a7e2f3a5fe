"""Recurrent layers: the whole family, with full traces and exact gradients. No Qt, no threads, no I/O.

Every layer is a frozen object that names its arrays (`layer.py`). `layer.forward(x)` returns a trace that
holds every named quantity at every step; `layer.backward(trace, d_output)` returns exact gradients of it. A
cell's equations stand, in order, in the `step` of the file that is named after the cell.

T time, B batch, I inputs, H units. Sequences are time first: (T, B, I).
"""
