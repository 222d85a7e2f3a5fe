"""The way back through time: the loop over the steps of a trace, last to first, that all cells share."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.layer import State
from lstm_gui.nets.shapes import alive
from lstm_gui.nets.trace import CellTrace


@dataclass(frozen=True, eq=False)
class Unwound:
    """The way back through time: ∂L/∂ of what each step computed."""

    d_z: FloatArray  # (T, B, rows of W) of the pre-activations
    d_states: State  # each (T, B, ·): all that reaches a state after its step, 0 past a length
    d_initial: State


class WayBack(ABC):
    """The way back through one trace; made with the slopes of all its steps at once."""

    @abstractmethod
    def step(self, t: int, d_state: State, d_z: FloatArray) -> tuple[State, State]:
        """From all that reaches the state from later steps and the output, write d_z of the step at index t.

        Returns what reaches the state after this step in all, and the state before it, the latter new arrays.
        """


def unwound_by(way: WayBack, trace: CellTrace, d_output: FloatArray, d_final: State) -> Unwound:
    """Go back through every step, from ∂L/∂output (T, B, outputs) and ∂L/∂(final state)."""
    d_z = np.zeros_like(trace.z)
    d_states = tuple(np.zeros_like(getattr(trace, name)) for name in trace.states)
    dead = None if trace.lengths is None else ~alive(trace.lengths, trace.steps)
    d_state = d_final
    for t in reversed(range(trace.steps)):
        reached, before = way.step(t, (d_state[0] + d_output[t], *d_state[1:]), d_z[t])
        for rows, array in zip(d_states, reached, strict=True):
            rows[t] = array
        if dead is not None:
            hold(dead[t], d_state, before)
            for rows in (d_z, *d_states):
                rows[t][dead[t]] = 0
        d_state = before
    return Unwound(d_z, d_states, d_state)


def hold(still: FloatArray, before: State, after: State) -> None:
    """Put back what a step did to the sequences that had already ended; `still` is (B,)."""
    for old, new in zip(before, after, strict=True):
        new[still] = old[still]


def over_steps(d: FloatArray, read: FloatArray) -> FloatArray:
    """Σ over time and batch of d readᵀ: (T, B, m) and (T, B, n) to (m, n), as one product."""
    total: FloatArray = d.reshape(-1, d.shape[-1]).T @ read.reshape(-1, read.shape[-1])
    return total
