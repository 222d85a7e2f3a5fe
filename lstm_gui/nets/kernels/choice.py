"""Which compiled kernel runs a cell: chosen from its family, the sizes, and whether a compiler is there."""

from functools import cache
from importlib import import_module
from typing import Any, Protocol

FEWEST_STEPS = 8
"""Shorter runs are not worth loading a compiler for."""

FAMILIES = ("lstm", "gru", "rnn")


class Kernel(Protocol):
    """Runs one cell over the arrays of a trace, as the cell's own steps would, to tolerance."""

    def run(self, cell: Any, trace: Any, start: int, stop: int) -> None:
        """Run some steps, from the states that stand in the trace as what the first of them read.

        z is made from x on, with the part that waits for no state.
        """

    def gradients(self, cell: Any, trace: Any, d_output: Any, d_final: Any) -> Any:
        """As `Cell.backward`, of arrays that were checked; the arrays of d_final are its own to write to."""


def worth_compiling(steps: int, batch: int) -> bool:
    """Whether a run is long enough for a kernel."""
    return steps >= FEWEST_STEPS and batch > 0


def kernel_for(family: str | None, cell: Any) -> Kernel | None:
    """The kernel of a cell, or None where its form has none, or where there is no compiler."""
    kind = None if family is None else _kind(family)
    return None if kind is None else kind(cell)


@cache
def _kind(family: str) -> Any:
    """The class of a family's kernels; None where there is no compiler that can keep what it compiled.

    That may be missing, have no folder to write to, or be another than the one known here.
    """
    try:
        return import_module(f"lstm_gui.nets.kernels.{family}").KERNEL
    except (ImportError, RuntimeError, AttributeError):
        return None
