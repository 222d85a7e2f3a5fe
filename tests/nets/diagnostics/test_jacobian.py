"""Jacobians of the state equal central differences, and what is known of special cells."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.activation import IDENTITY
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.diagnostics.jacobian import direct_path, state_jacobians
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.layer import State
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.slstm import Slstm
from tests.nets.cells import CELLS
from tests.nets.gradient_check import drawn_state
from tests.nets.plain_cells import gru, lstm, rnn
from tests.nets.xlstm_cells import XLSTM_CELLS, stored_state

Array = NDArray[Any]
SEEDS = st.integers(0, 2**32 - 1)
ALL = CELLS | XLSTM_CELLS


def a_run(kind: str, seed: int, steps: int = 5, batch: int = 1) -> tuple[Cell[Any], Array, State]:
    """A cell of 2 units that reads 2 inputs, x and a state, drawn."""
    rng = np.random.default_rng(seed)
    cell = ALL[kind](rng, 2, 2)
    state = (stored_state if kind in XLSTM_CELLS else drawn_state)(rng, cell, batch)
    return cell, rng.normal(size=(steps, batch, 2)), state


def numeric_jacobian(cell: Cell[Any], x: Array, state: State, width: float = 1e-4) -> Array:
    """∂(final state)/∂(initial state), flattened, by central differences over four points."""
    flat = np.concatenate([array.ravel() for array in state])
    ends = np.cumsum([array.size for array in state])[:-1]

    def final(moved: Array) -> Array:
        parts = np.split(moved, ends)
        given = tuple(part.reshape(array.shape) for part, array in zip(parts, state, strict=True))
        return np.concatenate([array.ravel() for array in cell.forward(x, given).final])

    columns = []
    for move in width * np.eye(flat.size):
        far = final(flat - 2 * move) - final(flat + 2 * move)
        near = final(flat + move) - final(flat - move)
        columns.append((far + 8 * near) / (12 * width))
    return np.stack(columns, axis=1)


def linear(U: Array) -> Rnn:
    """h_t = U h_{t−1} + x_t."""
    return Rnn(np.eye(len(U), dtype=U.dtype), U, np.zeros(len(U), U.dtype), activation=IDENTITY)


# Every cell


@pytest.mark.parametrize("kind", ALL)
def test_equals_central_differences_of_the_state_from_every_step(kind: str) -> None:
    cell, x, state = a_run(kind, seed=7)
    trace = cell.forward(x, state)
    jacobians = state_jacobians(cell, trace, 4, range(-1, 5))
    np.testing.assert_array_equal(jacobians.matrices[-1], np.eye(jacobians.matrices.shape[1]))
    for s, found in zip(range(-1, 4), jacobians.matrices, strict=False):
        after = cell.forward(x[: s + 1], state).final
        np.testing.assert_allclose(found, numeric_jacobian(cell, x[s + 1 :], after), rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("kind", ALL)
@given(seed=SEEDS)
@settings(max_examples=3)
def test_the_product_of_single_steps_is_the_whole(kind: str, seed: int) -> None:
    cell, x, state = a_run(kind, seed)
    trace = cell.forward(x, state)
    whole = state_jacobians(cell, trace, 4, range(-1, 5)).matrices
    product = np.eye(whole.shape[1])
    for s in range(3, -2, -1):
        product = product @ state_jacobians(cell, trace, s + 1, [s]).matrices[0]
        np.testing.assert_allclose(whole[s + 1], product, rtol=1e-9, atol=1e-9 * np.abs(product).max())


@pytest.mark.parametrize("kind", ALL)
def test_the_direct_path_is_the_product_of_the_factors_that_keep_the_old_state(kind: str) -> None:
    cell, x, state = a_run(kind, seed=3, batch=2)
    trace = cell.forward(x, state)
    path = direct_path(trace, 3, sequence=1)
    if kind.startswith("RNN"):
        assert path is None
        return
    assert path is not None
    for s in range(4):
        for unit, found in enumerate(path[s]):
            expected = 1.0
            for t in range(s + 1, 4):
                expected *= trace.carry[t, 1, unit]
            np.testing.assert_allclose(found, expected, rtol=1e-12)


# Cells of which the Jacobian is known


@given(SEEDS, st.integers(1, 4), st.integers(1, 6))
@settings(max_examples=15)
def test_without_recurrent_weights_an_lstm_carries_exactly_the_product_of_its_forget_gates(
    seed: int, units: int, steps: int
) -> None:
    rng = np.random.default_rng(seed)
    cell = lstm(rng, 2, units).with_arrays({"U": np.zeros((4 * units, units))})
    trace = cell.forward(rng.normal(size=(steps, 1, 2)), drawn_state(rng, cell, 1))
    path = direct_path(trace, steps - 1)
    assert path is not None
    carried = state_jacobians(cell, trace, steps - 1).block(of="c", by="c")
    np.testing.assert_array_equal(carried, [np.diag(row) for row in path])
    lost = state_jacobians(cell, trace, steps - 1, range(-1, steps - 1)).block(of="c", by="h")
    assert not lost.any()


def test_without_recurrent_weights_gru_and_slstm_carry_exactly_their_direct_paths() -> None:
    rng = np.random.default_rng(0)
    flat_gru = Gru(rng.normal(size=(9, 2)), np.zeros((9, 3)), rng.normal(size=9))
    flat_slstm = Slstm(rng.normal(size=(12, 2)), np.zeros((12, 3)), rng.normal(size=12))
    cells: list[tuple[Cell[Any], str]] = [(flat_gru, "h"), (flat_slstm, "c"), (flat_slstm, "n")]
    for cell, name in cells:
        trace = cell.forward(rng.normal(size=(6, 1, 2)))
        carried = state_jacobians(cell, trace, 5).block(of=name, by=name)
        path = direct_path(trace, 5)
        assert path is not None
        np.testing.assert_array_equal(carried, [np.diag(row) for row in path])


def test_with_recurrent_weights_the_whole_is_more_than_the_direct_path() -> None:
    """Forget gates half closed carry 2⁻²⁰; large recurrent weights make the whole Jacobian explode beside."""
    units = 4
    U = np.kron(np.array([[0.0], [0.0], [9.0], [0.0]]), np.eye(units))  # (4H, H): h reaches the candidate g
    cell = Lstm(np.zeros((4 * units, 1)), U, np.zeros(4 * units))
    trace = cell.forward(np.zeros((21, 1, 1)))
    path = direct_path(trace, 20)
    assert path is not None
    np.testing.assert_allclose(path[0], 0.5**20)
    assert state_jacobians(cell, trace, 20).norm[0] > 1e8


@given(SEEDS, st.integers(1, 4), st.integers(1, 8))
@settings(max_examples=15)
def test_a_linear_cell_has_the_norms_and_radii_of_the_powers_of_its_weights(
    seed: int, units: int, steps: int
) -> None:
    rng = np.random.default_rng(seed)
    U = rng.normal(size=(units, units))
    cell = linear(U)
    jacobians = state_jacobians(cell, cell.forward(rng.normal(size=(steps, 1, units))), steps - 1)
    largest = np.abs(np.linalg.eigvals(U)).max()
    for s, norm, radius in zip(jacobians.steps, jacobians.norm, jacobians.spectral_radius, strict=True):
        power = np.linalg.matrix_power(U, steps - 1 - s)
        np.testing.assert_allclose(norm, np.linalg.norm(power, 2), rtol=1e-9)
        np.testing.assert_allclose(radius, largest ** (steps - 1 - s), rtol=1e-5, atol=1e-6 * norm)


# Vanishing, stable and exploding


def rotation(angle: float) -> Array:
    return np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])


def test_an_orthogonal_linear_cell_is_stable_for_ever() -> None:
    cell = linear(rotation(0.3))
    jacobians = state_jacobians(cell, cell.forward(np.zeros((256, 1, 2))), 255)
    np.testing.assert_allclose(jacobians.norm, 1, rtol=1e-12)
    np.testing.assert_allclose(jacobians.spectral_radius, 1, rtol=1e-12)


@pytest.mark.parametrize("factor", [0.5, 2.0])
def test_times_a_factor_it_vanishes_or_explodes_by_that_factor_a_step(factor: float) -> None:
    cell = linear(factor * rotation(0.3))
    jacobians = state_jacobians(cell, cell.forward(np.zeros((256, 1, 2))), 255)
    np.testing.assert_allclose(jacobians.norm, factor ** np.arange(255.0, -1, -1), rtol=1e-11)


def test_tanh_makes_a_stable_cell_vanish_where_it_saturates() -> None:
    cell = Rnn(np.eye(2), rotation(0.3), np.zeros(2))
    quiet = state_jacobians(cell, cell.forward(np.zeros((50, 1, 2))), 49)
    loud = state_jacobians(cell, cell.forward(np.full((50, 1, 2), 3.0)), 49)
    np.testing.assert_allclose(quiet.norm, 1, rtol=1e-12)
    assert loud.norm[0] < 1e-40


def test_an_lstm_whose_gates_stay_open_is_stable_where_a_simple_cell_vanishes() -> None:
    rng = np.random.default_rng(0)
    units, x = 4, rng.normal(size=(200, 1, 2))
    simple = Rnn(0.3 * rng.normal(size=(units, 2)), 0.3 * rng.normal(size=(units, units)), np.zeros(units))
    b = np.concatenate([np.zeros(units), np.full(units, 9.0), np.zeros(2 * units)])
    open_lstm = Lstm(0.1 * rng.normal(size=(4 * units, 2)), np.zeros((4 * units, units)), b)
    assert state_jacobians(simple, simple.forward(x), 199).norm[0] < 1e-30
    assert state_jacobians(open_lstm, open_lstm.forward(x), 199).norm[0] > 0.9


def test_what_is_too_small_is_zero_and_what_is_too_large_infinite() -> None:
    x = np.zeros((4, 1, 2))
    tiny, huge = linear(1e-200 * np.eye(2)), linear(1e200 * np.eye(2))
    np.testing.assert_allclose(state_jacobians(tiny, tiny.forward(x), 3).norm, [0, 0, 1e-200, 1], rtol=1e-12)
    jacobians = state_jacobians(huge, huge.forward(x), 3)
    np.testing.assert_allclose(jacobians.norm, [np.inf, np.inf, 1e200, 1], rtol=1e-12)
    np.testing.assert_allclose(jacobians.spectral_radius, [np.inf, np.inf, 1e200, 1], rtol=1e-12)


def test_single_precision_underflows_where_it_does() -> None:
    cell = linear(np.eye(2, dtype=np.float32) * np.float32(1e-20))
    jacobians = state_jacobians(cell, cell.forward(np.zeros((4, 1, 2), dtype=np.float32)), 3)
    assert jacobians.matrices.dtype == np.float32
    assert jacobians.norm.dtype == np.float64
    np.testing.assert_allclose(jacobians.norm, [0, 1e-40, 1e-20, 1], rtol=1e-4)


# What is asked for


def test_some_steps_are_those_of_all() -> None:
    cell, x, state = a_run("LSTM: peepholes", seed=1, steps=8)
    trace = cell.forward(x, state)
    all_of_them = state_jacobians(cell, trace, 6)
    some = state_jacobians(cell, trace, 6, [5, 0, 6, 2])
    assert all_of_them.steps == tuple(range(7))
    assert some.steps == (5, 0, 6, 2)
    np.testing.assert_array_equal(some.matrices, all_of_them.matrices[[5, 0, 6, 2]])
    assert state_jacobians(cell, trace, 6, []).norm.shape == (0,)


def test_each_sequence_is_as_if_it_ran_alone() -> None:
    rng = np.random.default_rng(2)
    for cell in (rnn(rng, 2, 3), lstm(rng, 2, 3), gru(rng, 2, 3)):
        x = rng.normal(size=(6, 2, 2))
        together = state_jacobians(cell, cell.forward(x, lengths=[6, 4]), 3, sequence=1)
        alone = state_jacobians(cell, cell.forward(x[:4, [1]]), 3)
        np.testing.assert_allclose(together.matrices, alone.matrices, rtol=1e-10, atol=1e-12)


def test_states_that_are_matrices_are_flattened() -> None:
    cell, x, state = a_run("mLSTM, f by σ", seed=0)
    jacobians = state_jacobians(cell, cell.forward(x, state), 4, [1])
    assert list(jacobians.columns) == ["h", "C", "n", "m"]
    assert jacobians.block(of="C", by="n").shape == (1, 4, 2)
    off_diagonal = jacobians.block(of="C", by="C")[0] * (1 - np.eye(4))
    assert not off_diagonal.any()


def test_what_is_no_step_is_refused() -> None:
    cell = rnn(np.random.default_rng(0), 2, 3)
    trace = cell.forward(np.zeros((6, 2, 2)), lengths=[6, 4])
    with pytest.raises(
        ValueError, match=r"^the target is 4; wanted 0 to 3, an index of the sequence's steps$"
    ):
        state_jacobians(cell, trace, 4, sequence=1)
    with pytest.raises(ValueError, match=r"^the target is -1; wanted 0 to 5"):
        direct_path(trace, -1)
    with pytest.raises(ValueError, match=r"^the sequence is 2; wanted 0 to 1, one of the batch$"):
        state_jacobians(cell, trace, 0, sequence=2)
    with pytest.raises(ValueError, match=r"^a step to start from is 3; wanted −1 to 2, the target$"):
        state_jacobians(cell, trace, 2, [0, 3])
