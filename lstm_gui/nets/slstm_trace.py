"""The trace of an sLSTM: every named quantity of every step."""

from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.trace import CellTrace, block_of, state_rows


@dataclass(frozen=True, eq=False, kw_only=True)
class SlstmTrace(CellTrace):
    """Every named quantity of a run at every step; index t holds step t + 1.

    The cell state and the normaliser are stored divided by exp(m); the gates i and f are i′ and f′.
    """

    h_previous: FloatArray  # (T, B, H) what the step read as h_{t−1}, and so on
    c_previous: FloatArray  # (T, B, H)
    n_previous: FloatArray  # (T, B, H)
    m_previous: FloatArray  # (T, B, H)
    log_f: FloatArray  # (T, B, H)
    m: FloatArray  # (T, B, H) the stabiliser
    gates: FloatArray  # (T, B, 4H) activations, blocks i′, f′, g, o
    c: FloatArray  # (T, B, H)
    n: FloatArray  # (T, B, H) the normaliser
    h_tilde: FloatArray  # (T, B, H) c / n

    @classmethod
    def empty(
        cls, x: FloatArray, lengths: Lengths | None, initial: State, kernel: Kernel | None, apart: bool
    ) -> "SlstmTrace":
        """A trace with room for every step of x (T, B, I); see `state_rows` for `apart`."""
        steps, batch, _ = x.shape
        units = initial[0].shape[1]
        rows = {}
        for name, first in zip("hcnm", initial, strict=True):
            rows[f"{name}_previous"], rows[name] = state_rows(first, steps, apart)
        return cls(
            x=x,
            lengths=lengths,
            initial=initial,
            kernel=kernel,
            z=np.zeros((steps, batch, 4 * units), dtype=x.dtype),
            log_f=np.zeros((steps, batch, units), dtype=x.dtype),
            gates=np.zeros((steps, batch, 4 * units), dtype=x.dtype),
            h_tilde=np.zeros((steps, batch, units), dtype=x.dtype),
            **rows,
        )

    @property
    def states(self) -> tuple[str, ...]:
        """The names of what is carried from step to step."""
        return ("h", "c", "n", "m")

    @property
    def quantities(self) -> dict[str, FloatArray]:
        """z_i … z_o, log_f, m, i_prime, f_prime, g, o, c, n, h_tilde, h."""
        found = {f"z_{block}": self.pre_activation(block) for block in GATES}
        found |= {"log_f": self.log_f, "m": self.m, "i_prime": self.gate("i"), "f_prime": self.gate("f")}
        found |= {"g": self.gate("g"), "o": self.gate("o")}
        return found | {"c": self.c, "n": self.n, "h_tilde": self.h_tilde, "h": self.h}

    @property
    def carry(self) -> FloatArray:
        """The factor (T, B, H) by which each step keeps its old cell state: f′."""
        return self.gate("f")

    def gate(self, name: str) -> FloatArray:
        """The activations (T, B, H) of gate "i", "f" (both stabilised), "g" or "o"."""
        return block_of(self.gates, GATES.index(name), self.c.shape[-1])

    def pre_activation(self, name: str) -> FloatArray:
        """The pre-activations (T, B, H) of gate "i", "f", "g" or "o"."""
        return block_of(self.z, GATES.index(name), self.c.shape[-1])
