"""Truncated backpropagation through time (Williams & Peng 1990): gradients stay within windows of k steps.

The run is whole: each window starts from the state in which the one before ended. On the way back, what
reaches the state at the start of a window is dropped, so that a weight is told nothing of what it does later
than the end of the window. With a window as long as the run nothing is dropped.

T time, B batch, I inputs.
"""

from typing import Any

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.layer import Gradients, Layer, State, Trace
from lstm_gui.nets.shapes import check_shape


def windows(steps: int, length: int) -> tuple[slice, ...]:
    """Windows of so many steps, in order, the last one as long as what is left. Raises ValueError below 1."""
    if length < 1:
        raise ValueError(f"the window is {length} steps long; wanted 1 or more")
    return tuple(slice(start, min(start + length, steps)) for start in range(0, steps, length))


def truncated_gradients(
    layer: Layer[Any], trace: Trace, d_output: FloatArray, window: int, d_final: State | None = None
) -> Gradients:
    """The gradients of `layer.backward`, but that none of a state goes back over the border of a window.

    Works for every layer whose trace has parts; raises ValueError where it has none, and naming an array that
    does not fit. The gradient of the initial state is that of the first window.
    """
    steps, batch = trace.x.shape[:2]
    check_shape("d_output", d_output, (steps, batch, layer.outputs))
    d_state = layer.state_from(d_final, batch, "d_{}_final")
    arrays = {name: np.zeros_like(array) for name, array in layer.arrays.items()}
    d_x = np.zeros_like(trace.x)
    for within in reversed(windows(steps, window)):
        d_last = d_state if within.stop == steps else of_those_ended(d_state, trace, within.stop)
        part = trace.part(within.start, within.stop)
        found = layer.backward(part, d_output[within], d_last)
        for name, gradient in found.arrays.items():
            arrays[name] += gradient
        d_x[within] = found.x
        d_state = found.state
    return Gradients(arrays, d_x, d_state)


def of_those_ended(d_state: State, trace: Trace, border: int) -> State:
    """A state's gradient where a sequence had ended by a border, and zero where it ran on over it.

    An ended sequence stands still: its final state is the one of an earlier window, and no step is skipped.
    """
    if trace.lengths is None:
        return tuple(np.zeros_like(array) for array in d_state)
    runs_on = trace.lengths > border  # (B,)
    kept = tuple(array.copy() for array in d_state)
    for array in kept:
        array[runs_on] = 0
    return kept
