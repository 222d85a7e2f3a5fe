"""Holds our layers to what PyTorch gave: output, last states and all gradients, from the same numbers."""

from collections.abc import Mapping

import numpy as np

from lstm_gui.nets.convert.torch import from_torch, to_torch
from lstm_gui.nets.layer import State
from tests.nets.reference.cases import Array, Case

TOLERANCE = {"float32": 1e-6, "float64": 1e-12}


def check(case: Case, given: Mapping[str, Array]) -> None:
    """Assert that a run with the weights, x, states and slopes that PyTorch had gives what it gave."""
    for name, ours in ours_of(case, given).items():
        close(name, ours, given[name])


def ours_of(case: Case, given: Mapping[str, Array]) -> dict[str, Array]:
    """What our layer gives, by PyTorch's names."""
    weights = {name: array for name, array in given.items() if name.startswith(("weight", "bias"))}
    layer = from_torch(case.mode, weights)
    trace = layer.forward(given["x"], tuple(given[f"{name}_0"] for name in case.states), case.lengths)
    d_final = tuple(given[f"d_{name}_n"] for name in case.states)
    gradients = layer.backward(trace, given["d_output"], d_final)
    _, named = to_torch(layer.with_arrays(gradients.arrays))
    return {
        "output": trace.output,
        **{f"{name}_n": array for name, array in stacked(case, trace.final).items()},
        "d_x": gradients.x,
        **{f"d_{name}_0": array for name, array in stacked(case, gradients.state).items()},
        **{f"d_{name}": named[name] for name in weights},
    }


def stacked(case: Case, state: State) -> dict[str, Array]:
    """States cell by cell, h, c, h, c …, as PyTorch has them: each (layers·directions, B, ·)."""
    kinds = len(case.states)
    return {name: np.stack(state[k::kinds]) for k, name in enumerate(case.states)}


def close(name: str, ours: Array, theirs: Array) -> None:
    """Assert that no number is off by more than the tolerance, times the largest one where that is over 1."""
    assert ours.shape == theirs.shape, name
    assert ours.dtype == theirs.dtype, name
    largest = max(1.0, float(np.abs(theirs).max(initial=0)))
    allowed = TOLERANCE[theirs.dtype.name] * largest
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=allowed, err_msg=name)
