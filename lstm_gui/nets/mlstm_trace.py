"""The trace of an mLSTM: every named quantity of every step."""

from dataclasses import dataclass

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.kernels.choice import Kernel
from lstm_gui.nets.layer import State
from lstm_gui.nets.shapes import Lengths
from lstm_gui.nets.trace import CellTrace, state_rows

BLOCKS = ("q", "k", "v", "i", "f", "o")


def rows_of(block: str, units: int) -> slice:
    """Where a block of rows stands: H rows each, but one row each for the gates i and f."""
    start = 0
    for name in BLOCKS[: BLOCKS.index(block)]:
        start += 1 if name in "if" else units
    return slice(start, start + (1 if block in "if" else units))


@dataclass(frozen=True, eq=False, kw_only=True)
class MlstmTrace(CellTrace):
    """Every named quantity of a run at every step; index t holds step t + 1.

    The memory and the normaliser are stored divided by exp(m).
    """

    h_previous: FloatArray  # (T, B, H) what stood there as h_{t−1}; no equation reads it
    C_previous: FloatArray  # (T, B, H, H) what the step read as C_{t−1}, and so on
    n_previous: FloatArray  # (T, B, H)
    m_previous: FloatArray  # (T, B, 1)
    k: FloatArray  # (T, B, H) the key; query and value are pre-activations
    log_f: FloatArray  # (T, B, 1)
    m: FloatArray  # (T, B, 1) the stabiliser
    i_prime: FloatArray  # (T, B, 1) the stabilised input gate i′
    f_prime: FloatArray  # (T, B, 1) the stabilised forget gate f′
    o: FloatArray  # (T, B, H)
    C: FloatArray  # (T, B, H, H) the memory, values by keys
    n: FloatArray  # (T, B, H) the normaliser
    n_q: FloatArray  # (T, B, 1) nᵀ q
    divisor: FloatArray  # (T, B, 1) max(abs(nᵀ q), exp(−m))
    h_tilde: FloatArray  # (T, B, H) C q / divisor

    @classmethod
    def empty(
        cls, x: FloatArray, lengths: Lengths | None, initial: State, kernel: Kernel | None, apart: bool
    ) -> "MlstmTrace":
        """A trace with room for every step of x (T, B, I); see `state_rows` for `apart`."""
        steps, batch, _ = x.shape
        units = initial[0].shape[1]
        arrays = {}
        for name, first in zip(("h", "C", "n", "m"), initial, strict=True):
            arrays[f"{name}_previous"], arrays[name] = state_rows(first, steps, apart)
        widths = {"z": 4 * units + 2, "k": units, "o": units, "h_tilde": units}
        widths |= dict.fromkeys(("log_f", "i_prime", "f_prime", "n_q", "divisor"), 1)
        for name, width in widths.items():
            arrays[name] = np.zeros((steps, batch, width), dtype=x.dtype)
        return cls(x=x, lengths=lengths, initial=initial, kernel=kernel, **arrays)

    @property
    def states(self) -> tuple[str, ...]:
        """The names of what is carried from step to step."""
        return ("h", "C", "n", "m")

    @property
    def quantities(self) -> dict[str, FloatArray]:
        """q, k, v, z_i, z_f, z_o, log_f, m, i_prime, f_prime, o, C (H × H), n, n_q, divisor, h_tilde, h."""
        found = {"q": self.pre_activation("q"), "k": self.k, "v": self.pre_activation("v")}
        found |= {f"z_{gate}": self.pre_activation(gate) for gate in "ifo"}
        rest = ("log_f", "m", "i_prime", "f_prime", "o", "C", "n", "n_q", "divisor", "h_tilde", "h")
        return found | {name: getattr(self, name) for name in rest}

    @property
    def carry(self) -> FloatArray:
        """The factor (T, B, 1) by which each step keeps its old memory: f′."""
        return self.f_prime

    def pre_activation(self, block: str) -> FloatArray:
        """The pre-activations (T, B, ·) of a block: of "q" and "v" query and value, of "k" W_k x alone."""
        return self.z[..., rows_of(block, self.h.shape[-1])]
