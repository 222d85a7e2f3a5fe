"""Every form that has a kernel, against the cell's own readable steps, and the kernel against itself."""

import pickle
from copy import deepcopy
from dataclasses import replace
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.cell import Cell
from lstm_gui.nets.kernels.choice import FEWEST_STEPS
from lstm_gui.nets.layer import Gradients, State
from lstm_gui.nets.trace import CellTrace
from tests.nets.cells import CELLS, assert_same, assert_same_state, both_precisions, problem, readable
from tests.nets.gradient_check import check_gradients, drawn_state

Array = NDArray[Any]

KINDS = [kind for kind in CELLS if problem(kind, 0, 1, 2, 1, 1)[0].kernel_family is not None]
every_kind = pytest.mark.parametrize("kind", KINDS)
sizes = st.integers(1, 40)


def tamed(cell: Cell[Any]) -> Cell[Any]:
    """The cell with weights so small that rounding errors do not grow from step to step."""
    return cell.with_vector(cell.vector * cell.dtype.type(0.6 * cell.units**-0.5))


def drawn_lengths(rng: np.random.Generator, steps: int, batch: int) -> list[int]:
    """Lengths from 0 to all steps."""
    return [int(length) for length in rng.integers(0, steps + 1, batch)]


def gradients_of(cell: Cell[Any], trace: CellTrace, seed: int) -> Gradients:
    """The gradients of a drawn loss."""
    rng = np.random.default_rng(seed)
    d_output = rng.normal(size=trace.h.shape).astype(cell.dtype)
    return cell.backward(trace, d_output, drawn_state(rng, cell, trace.batch))


def assert_near(found: Array, wanted: Array, what: str) -> None:
    """Equal to float tolerance, measured against the largest number."""
    assert found.shape == wanted.shape, what
    assert found.dtype == wanted.dtype, what
    largest = max(1.0, float(np.abs(wanted).max(initial=0)))
    tolerance = largest * (2e-5 if wanted.dtype == np.float32 else 1e-11)
    np.testing.assert_allclose(found, wanted, rtol=0, atol=tolerance, err_msg=what)


def assert_near_gradients(found: Gradients, wanted: Gradients) -> None:
    """Equal to float tolerance, array by array."""
    assert list(found.arrays) == list(wanted.arrays)
    for name, array in wanted.arrays.items():
        assert_near(found[name], array, f"d_{name}")
    assert_near(found.x, wanted.x, "d_x")
    for array, other in zip(found.state, wanted.state, strict=True):
        assert_near(array, other, "d_state")


@every_kind
@settings(max_examples=12, derandomize=True)
@given(data=st.data(), seed=st.integers(0, 2**32 - 1), dtype=st.sampled_from([np.float32, np.float64]))
def test_a_kernel_gives_what_the_steps_give(kind: str, data: st.DataObject, seed: int, dtype: type) -> None:
    inputs, units, batch = data.draw(sizes), data.draw(sizes), data.draw(st.integers(1, 9))
    steps = data.draw(st.integers(FEWEST_STEPS, 30))
    cell, x, state = problem(kind, seed, inputs, units, steps, batch, dtype)
    cell = tamed(cell)
    lengths = data.draw(st.none() | st.just(drawn_lengths(np.random.default_rng(seed), steps, batch)))
    fast, slow = cell.forward(x, state, lengths), readable(cell, x, state, lengths)
    assert fast.kernel is not None
    for name, array in slow.quantities.items():
        assert_near(fast.quantities[name], array, name)
    for array, wanted in zip(fast.final, slow.final, strict=True):
        assert_near(array, wanted, "final")
    assert_near(fast.output, slow.output, "output")
    assert_near_gradients(gradients_of(cell, fast, seed), gradients_of(cell, slow, seed))


@pytest.mark.parametrize(
    "kind", ["RNN: tanh", "LSTM: plain", "GRU: reset after, z keeps", "GRU: reset before, z writes"]
)
@both_precisions
def test_at_the_size_of_training_as_well(kind: str, dtype: type) -> None:
    cell, x, state = problem(kind, 0, 65, 131, 40, 18, dtype)
    cell = tamed(cell)
    fast, slow = cell.forward(x, state), readable(cell, x, state)
    assert_near(fast.output, slow.output, "output")
    assert_near_gradients(gradients_of(cell, fast, 0), gradients_of(cell, slow, 0))


@pytest.mark.parametrize("kind", ["RNN: tanh", "LSTM: plain", "GRU: reset after, z keeps"])
@pytest.mark.parametrize(("units", "batch", "steps"), [(8, 1, 50), (64, 8, 100)])
def test_float32_is_within_a_millionth_of_float64(kind: str, units: int, batch: int, steps: int) -> None:
    exact, x, state = problem(kind, 0, units, units, steps, batch)
    exact = tamed(exact)
    cell = exact.with_arrays({name: array.astype(np.float32) for name, array in exact.arrays.items()})
    trace = cell.forward(x.astype(np.float32), tuple(array.astype(np.float32) for array in state))
    np.testing.assert_allclose(trace.output, exact.forward(x, state).output, rtol=0, atol=1e-6)


@every_kind
@pytest.mark.parametrize("ended", [False, True])
def test_step_by_step_is_the_whole_to_the_bit(kind: str, ended: bool) -> None:
    cell, x, state = problem(kind, 1, 5, 21, 19, 3, np.float32)
    lengths = [19, 0, 11] if ended else None
    whole, stepwise = cell.forward(x, state, lengths), cell.begin(x, state, lengths)
    for t in range(stepwise.steps):
        state = cell.advance(stepwise, t, t + 1, state)
    assert stepwise.kernel is not None
    assert_same(stepwise, whole)
    assert_same_state(state, whole.final)


@every_kind
def test_a_run_goes_on_from_the_state_it_is_given(kind: str) -> None:
    cell, x, state = problem(kind, 2, 3, 5, 16, 2)
    trace = cell.begin(x, state)
    halfway = cell.advance(trace, 0, 8, state)
    assert_same_state(cell.advance(trace, 8, 8, halfway), halfway)
    cell.advance(trace, 8, 16, drawn_state(np.random.default_rng(3), cell, 2))
    other = readable(cell, x[8:], drawn_state(np.random.default_rng(3), cell, 2))
    for name, array in other.quantities.items():
        assert_near(np.ascontiguousarray(trace.quantities[name][8:]), array, name)


@every_kind
def test_a_batch_is_its_sequences_one_by_one_to_the_bit(kind: str) -> None:
    cell, x, state = problem(kind, 3, 4, 17, 12, 6, np.float32)
    batch = cell.forward(x, state)
    for k in range(6):
        own = slice(k, k + 1)
        one = cell.forward(x[:, own], tuple(array[own] for array in state))
        for name, array in one.quantities.items():
            np.testing.assert_array_equal(batch.quantities[name][:, own], array, err_msg=name)


@every_kind
@both_precisions
@pytest.mark.parametrize("size", [-1e4, 1e4])
def test_saturated_runs_stay_finite_and_are_the_same(kind: str, dtype: type, size: float) -> None:
    cell, x, state = problem(kind, 4, 3, 6, 12, 2, dtype)
    weak = {name: array * dtype(1e-3) for name, array in cell.arrays.items() if name in ("U", "p")}
    cell = cell.with_arrays({**weak, "b": np.full_like(cell.b, size)})
    fast, slow = cell.forward(x, state), readable(cell, x, state)
    for name, array in slow.quantities.items():
        assert np.isfinite(array).all(), name
        np.testing.assert_allclose(fast.quantities[name], array, rtol=2e-6, atol=2e-6, err_msg=name)
    found, wanted = gradients_of(cell, fast, 0), gradients_of(cell, slow, 0)
    for name, array in wanted.arrays.items():
        np.testing.assert_allclose(found[name], array, rtol=1e-4, atol=1e-4 * max(1, np.abs(array).max()))


@every_kind
@settings(max_examples=4, derandomize=True)
@given(seed=st.integers(0, 2**32 - 1), ended=st.booleans())
def test_gradients_are_central_differences(kind: str, seed: int, ended: bool) -> None:
    rng = np.random.default_rng(seed)
    inputs, units, batch, steps = *(int(size) for size in rng.integers(1, 4, 3)), FEWEST_STEPS
    cell = tamed(CELLS[kind](rng, inputs, units, np.float64))
    lengths = drawn_lengths(rng, steps, batch) if ended else None
    assert cell.begin(np.zeros((steps, batch, inputs)), None, lengths).kernel is not None
    check_gradients(cell, rng, steps, batch, lengths)


@every_kind
def test_a_nan_is_not_hidden(kind: str) -> None:
    cell, x, state = problem(kind, 5, 3, 6, 12, 2, np.float32)
    x[4, 1] = np.nan
    trace = cell.forward(x, state)
    assert np.isnan(trace.output[4:, 1]).all()
    assert np.isfinite(trace.output[:, 0]).all()


def spread(array: Array) -> Array:
    """The same numbers, not in one stretch."""
    return np.repeat(array, 2, axis=-1)[..., ::2]


def unwriteable(array: Array) -> Array:
    """The same numbers, which nobody may write to."""
    other = array.copy()
    other.flags.writeable = False
    return other


@every_kind
@pytest.mark.parametrize("change", [spread, unwriteable, np.asfortranarray])
def test_arrays_of_any_layout_give_the_same_to_the_bit(kind: str, change: Any) -> None:
    cell, x, state = problem(kind, 6, 3, 5, 10, 2, np.float32)
    other = cell.with_arrays({name: change(array) for name, array in cell.arrays.items()})
    trace, changed = cell.forward(x, state), other.forward(change(x), tuple(map(change, state)))
    assert_same(changed, trace)
    d_output = np.random.default_rng(0).normal(size=trace.h.shape).astype(np.float32)
    d_final = drawn_state(np.random.default_rng(1), cell, 2)
    wanted = cell.backward(trace, d_output, d_final)
    found = other.backward(changed, change(d_output), tuple(map(change, d_final)))
    np.testing.assert_array_equal(found.vector, wanted.vector)
    np.testing.assert_array_equal(found.x, wanted.x)
    assert_same_state(found.state, wanted.state)
    module = import_module(type(other.kernel).__module__)
    assert len(module.forward.signatures) <= 2  # one for each precision, whatever the layout
    assert len(module.backward.signatures) <= 2


@every_kind
def test_what_is_given_is_not_written_to(kind: str) -> None:
    cell, x, state = problem(kind, 7, 3, 5, 10, 2)
    rng = np.random.default_rng(0)
    d_final: State = drawn_state(rng, cell, 2)
    d_output = rng.normal(size=(10, 2, 5))
    given_arrays = [x, *state, d_output, *d_final, *cell.arrays.values()]
    copies = [array.copy() for array in given_arrays]
    trace = cell.forward(x, state)
    cell.backward(trace, d_output, d_final)
    for array, copy in zip(given_arrays, copies, strict=True):
        np.testing.assert_array_equal(array, copy)


@every_kind
@pytest.mark.parametrize("again", [deepcopy, lambda trace: pickle.loads(pickle.dumps(trace))])
def test_a_trace_that_was_copied_goes_back_by_readable_steps(kind: str, again: Any) -> None:
    cell, x, state = problem(kind, 8, 3, 5, 10, 2)
    trace = cell.forward(x, state, [10, 4])
    copied = again(trace)
    assert copied.kernel is None
    assert_near_gradients(gradients_of(cell, copied, 0), gradients_of(cell, trace, 0))


def test_gradients_of_two_biases_are_arrays_of_their_own() -> None:
    for kind in KINDS:
        cell, x, state = problem(kind, 8, 3, 5, 10, 2)
        arrays = list(gradients_of(cell, cell.forward(x, state), 0).arrays.values())
        for k, array in enumerate(arrays):
            assert not any(np.shares_memory(array, other) for other in arrays[:k])


@pytest.mark.parametrize("kind", ["RNN: tanh", "LSTM: plain", "GRU: reset after, z keeps"])
def test_a_cell_that_is_replaced_asks_for_a_kernel_of_its_own(kind: str) -> None:
    cell, _, _ = problem(kind, 9, 3, 5, 10, 2)
    assert cell.kernel is cell.kernel
    assert replace(cell).kernel is not cell.kernel  # type: ignore[type-var]
