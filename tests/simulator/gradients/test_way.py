"""The one way back gives what each diagnostic of nets gives by itself."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.clipping import norm
from lstm_gui.nets.diagnostics.gradient import state_gradients
from lstm_gui.nets.diagnostics.jacobian import state_jacobians
from lstm_gui.nets.truncation import truncated_gradients, windows
from lstm_gui.simulator.gradients.cells import Ran, ran, runs_of
from lstm_gui.simulator.gradients.way import follow
from tests.simulator.gradients.scenes import drawn, exploding

STEPS = 9


def seed_of(made: Ran) -> FloatArray:
    return np.linspace(0.5, 1.0, made.cell.outputs).astype(made.cell.dtype)


@given(
    st.integers(0, 2), st.integers(1, 4), st.integers(0, STEPS - 1), st.integers(1, STEPS), st.integers(0, 99)
)
def test_it_is_what_the_diagnostics_find(kind: int, units: int, target: int, window: int, seed: int) -> None:
    made = ran(runs_of(drawn(units, 2, STEPS, seed))[kind])
    cell: Any = made.cell
    start, looked_at = windows(target + 1, window)[-1].start, tuple(range(0, target + 1, 2))
    found = follow(cell, made.trace, made.each, target, seed_of(made), start, looked_at)
    known = state_gradients(cell, made.trace, target, seed_of(made), window=window)
    assert found.norms.keys() == known.norms.keys()
    for name, norms in known.norms.items():
        np.testing.assert_allclose(found.norms[name], norms, rtol=1e-4, atol=1e-30)
    jacobians = state_jacobians(cell, made.trace, target, looked_at)
    np.testing.assert_allclose(found.jacobian, jacobians.norm, rtol=1e-4)
    d_output = np.zeros_like(made.trace.h[: target + 1])
    d_output[target, 0] = seed_of(made)
    weights = truncated_gradients(cell, made.trace.part(0, target + 1), d_output, window)
    assert found.weights == pytest.approx(norm(weights.vector), rel=1e-4)
    assert found.stopped is None


def test_it_names_the_first_number_beyond_float32() -> None:
    scene = exploding()
    made = ran(runs_of(scene)[0])
    last = scene.steps - 1
    found = follow(made.cell, made.trace, made.each, last, seed_of(made), 0, (0, last))
    known = state_gradients(made.cell, made.trace, scene.steps - 1, seed_of(made))
    assert found.stopped == known.not_finite
    assert found.stopped is not None
    assert np.isfinite(found.norms["h"][found.stopped.t + 1 :]).all()
    assert np.isinf(found.jacobian[0])
