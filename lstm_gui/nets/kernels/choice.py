"""Which compiled kernel runs a cell: chosen from its family, the sizes, and whether a compiler is there."""

from typing import Any, Protocol

import numpy as np


class Kernel(Protocol):
    """Runs a family of cells over the arrays of a trace, as the cell's own steps would, to tolerance."""

    def advance(self, cell: Any, trace: Any, start: int, stop: int, state: Any) -> Any:
        """As `Cell.advance`."""

    def unwind(self, cell: Any, trace: Any, d_output: Any, d_final: Any) -> Any:
        """As `Cell.unwind`."""


def kernel_for(family: str | None, steps: int, batch: int, units: int, dtype: np.dtype[Any]) -> Kernel | None:
    """The kernel for so many steps, sequences and units, or None where the readable steps are to run."""
    del family, steps, batch, units, dtype  # no kernel is built yet
    return None
