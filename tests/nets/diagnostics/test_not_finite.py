"""The first number that is not finite is named by its step, quantity and place."""

import numpy as np

from lstm_gui.nets.activation import IDENTITY
from lstm_gui.nets.diagnostics.not_finite import NotFinite, first_not_finite
from lstm_gui.nets.rnn import Rnn


def test_none_where_all_are_finite() -> None:
    assert first_not_finite({}) is None
    assert first_not_finite({"h": np.ones((3, 1, 2)), "c": np.zeros((0, 1, 2))}) is None


def test_the_earliest_step_and_within_it_the_first_quantity() -> None:
    z, c, h = np.zeros((4, 2, 3)), np.zeros((4, 2, 3)), np.zeros((4, 2, 3))
    z[2, 1, 0] = np.nan
    h[1, 0, 2] = -np.inf
    c[1, 1, 1] = c[1, 1, 2] = np.inf
    found = first_not_finite({"z": z, "c": c, "h": h})
    assert found == NotFinite(t=1, quantity="c", place=(1, 1), value=np.inf)


def test_backwards_it_is_the_latest_step() -> None:
    h = np.zeros((5, 2))
    h[:3] = np.inf
    assert first_not_finite({"h": h}, backwards=True) == NotFinite(2, "h", (0,), np.inf)


def test_a_run_that_explodes_says_where() -> None:
    cell = Rnn(np.eye(1), np.full((1, 1), 1e150), np.zeros(1), activation=IDENTITY)
    with np.errstate(over="ignore"):  # the explosion is the point
        trace = cell.forward(np.ones((6, 1, 1)))
    assert first_not_finite(trace.quantities) == NotFinite(3, "z_h", (0, 0), np.inf)
