"""Whether a layer is about to be compiled: once for each computer and family of cells, for some seconds."""

from collections.abc import Iterable
from importlib import import_module
from typing import Any

from lstm_gui.nets.cell import Cell
from lstm_gui.nets.initialisers import parts
from lstm_gui.nets.named_arrays import NamedArrays

PASSES = ("forward", "backward")


def compiles_first(layer: NamedArrays) -> bool:
    """Whether the compiled passes of one of its cells are neither in memory nor kept on disk."""
    cells = [part for part in parts(layer).values() if isinstance(part, Cell)]
    return any(not _ready(compiled, str(cell.dtype)) for cell in cells for compiled in _passes(cell))


def _passes(cell: Cell[Any]) -> Iterable[Any]:
    """The compiled functions that run a cell; none where its steps are not compiled."""
    if cell.kernel is None:
        return ()
    module = import_module(f"lstm_gui.nets.kernels.{cell.kernel_family}")
    return tuple(getattr(module, name) for name in PASSES)


def _ready(compiled: Any, dtype: str) -> bool:
    """Whether a compiled function needs no compiler for a precision."""
    kept = compiled._cache._cache_file._load_index()  # {} where the sources have changed since
    known = [*compiled.signatures, *(key[0] for key in kept)]
    return any(dtype in str(signature) for signature in known)
