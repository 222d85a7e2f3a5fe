"""The way back through every cell and variant: gradients by central differences and by what they mean."""

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.activation import RELU
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.layer import Gradients
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.unwinding import hold, over_steps
from tests.nets.cells import CELLS, Array, drawn, every_cell, one_of_each, problem, readable
from tests.nets.gradient_check import check_gradients, drawn_state, numeric

seeds = st.integers(0, 2**32 - 1)


def smooth(kind: str, rng: np.random.Generator, inputs: int, units: int) -> Cell[Any]:
    """A cell whose pre-activations stay clear of where its activation bends: 0 for ReLU, ±1 if clipped."""
    cell = CELLS[kind](rng, inputs, units, np.float64)
    clip = getattr(cell, "clip", None) or getattr(getattr(cell, "variant", None), "clip", None)
    rectified = isinstance(cell, Rnn) and cell.activation == RELU
    if clip is None and not rectified:
        return cell
    near = {name: 0.1 * array for name, array in cell.arrays.items()}
    return cell.with_arrays(
        near | {"b": rng.choice([-9.0, 9.0] if rectified else [-9.0, 0.0, 9.0], len(cell.b))}
    )


def assert_close(found: Gradients, wanted: Gradients, atol: float = 1e-11) -> None:
    """All gradients of a run equal those of another."""
    assert list(found.arrays) == list(wanted.arrays)
    np.testing.assert_allclose(found.vector, wanted.vector, 1e-9, atol)
    np.testing.assert_allclose(found.x, wanted.x, 1e-9, atol)
    for array, other in zip(found.state, wanted.state, strict=True):
        np.testing.assert_allclose(array, other, 1e-9, atol)


@every_cell
@given(seeds, st.integers(1, 2), st.integers(1, 3), st.integers(0, 4), st.integers(1, 3), st.data())
@settings(max_examples=3)
def test_every_gradient_equals_central_differences(
    kind: str, seed: int, inputs: int, units: int, steps: int, batch: int, data: st.DataObject
) -> None:
    row = st.lists(st.integers(0, steps), min_size=batch, max_size=batch)
    rng = np.random.default_rng(seed)
    check_gradients(
        smooth(kind, rng, inputs, units), rng, steps, batch, data.draw(st.none() | row, label="lengths")
    )


@every_cell
@pytest.mark.parametrize("lengths", [None, [3, 1]])
def test_what_reaches_a_state_after_each_step_equals_central_differences(
    kind: str, lengths: list[int] | None
) -> None:
    rng = np.random.default_rng(0)
    cell = smooth(kind, rng, 2, 2)
    x, state = drawn(rng, np.float64, 3, 2, 2), drawn_state(rng, cell, 2)
    d_output, d_final = drawn(rng, np.float64, 3, 2, cell.outputs), drawn_state(rng, cell, 2)
    unwound = cell.unwind(readable(cell, x, state, lengths), d_output, d_final)
    alive = np.arange(3)[:, np.newaxis] < np.array(lengths or [3, 3])
    for t in range(3):
        trace = cell.begin(x, state, lengths, edited=True)
        after = tuple(array.copy() for array in cell.advance(trace, 0, t + 1, trace.initial))

        def loss(t: int = t, after: Any = after) -> float:
            trace = cell.begin(x, state, lengths, edited=True)
            cell.advance(trace, 0, t + 1, trace.initial)
            last = cell.advance(trace, t + 1, 3, after)
            shown = trace.output.copy()
            shown[t] = np.where(alive[t, :, np.newaxis], after[0], 0)
            finals = zip(d_final, last, strict=True)
            return float((d_output * shown).sum() + sum((d * final).sum() for d, final in finals))

        for name, found, array in zip(cell.state_names, unwound.d_states, after, strict=True):
            if name == "c":  # reaches h within its step; see test_lstm_gradient.py
                continue
            wanted = np.where(alive[t, :, np.newaxis], numeric(loss, array), 0)
            np.testing.assert_allclose(found[t], wanted, 1e-6, 1e-8)


@every_cell
def test_d_z_is_the_gradient_of_a_bias_that_each_step_has_of_its_own(kind: str) -> None:
    rng = np.random.default_rng(1)
    cell = smooth(kind, rng, 2, 2)
    x, d_output = drawn(rng, np.float64, 3, 1, 2), drawn(rng, np.float64, 3, 1, cell.outputs)
    d_final = drawn_state(rng, cell, 1)
    moved = np.zeros((3, 1, len(cell.W)))

    def loss() -> float:
        trace = cell.begin(x, None, [2], edited=True)
        trace.z[...] += moved
        last = cell.advance(trace, 0, 3, trace.initial)
        finals = zip(d_final, last, strict=True)
        return float((d_output * trace.output).sum() + sum((d * final).sum() for d, final in finals))

    found = cell.unwind(readable(cell, x, None, [2]), d_output, d_final).d_z
    np.testing.assert_allclose(found, numeric(loss, moved), 1e-6, 1e-8)
    np.testing.assert_array_equal(found[2], 0)


@every_cell
@given(seed=seeds, a=st.floats(-3, 3), b=st.floats(-3, 3))
@settings(max_examples=4)
def test_gradients_are_linear_in_what_arrives(kind: str, seed: int, a: float, b: float) -> None:
    cell, x, state = problem(kind, seed, 2, 2, 3, 2)
    rng = np.random.default_rng(seed + 1)
    trace = cell.forward(x, state, [3, 2])
    first, second = ((drawn(rng, np.float64, *trace.output.shape), drawn_state(rng, cell, 2)) for _ in "12")
    one, other = cell.backward(trace, *first), cell.backward(trace, *second)
    together = tuple(a * p + b * q for p, q in zip(first[1], second[1], strict=True))
    both = cell.backward(trace, a * first[0] + b * second[0], together)
    summed = Gradients(
        {name: a * one[name] + b * other[name] for name in one.arrays},
        a * one.x + b * other.x,
        tuple(a * p + b * q for p, q in zip(one.state, other.state, strict=True)),
    )
    assert_close(both, summed, 1e-9)


@every_cell
@pytest.mark.parametrize("lengths", [None, [6, 3, 0, 2]])
@pytest.mark.parametrize("at", [0, 2, 6])
def test_going_back_through_the_parts_in_turn_gives_the_gradients_of_the_whole(
    kind: str, lengths: list[int] | None, at: int
) -> None:
    cell, x, state = problem(kind, 2, 2, 3, 6, 4)
    rng = np.random.default_rng(3)
    trace = cell.forward(x, state, lengths)
    d_output, d_final = drawn(rng, np.float64, *trace.output.shape), drawn_state(rng, cell, 4)
    later = cell.backward(trace.part(at, 6), d_output[at:], d_final)
    earlier = cell.backward(trace.part(0, at), d_output[:at], later.state)
    summed = {name: earlier[name] + later[name] for name in later.arrays}
    joined = Gradients(summed, np.concatenate([earlier.x, later.x]), earlier.state)
    assert_close(joined, cell.backward(trace, d_output, d_final))


@every_cell
def test_a_batch_has_the_sum_of_the_gradients_of_its_sequences(kind: str) -> None:
    cell, x, state = problem(kind, 4, 2, 3, 5, 3)
    lengths = [5, 0, 3]
    trace = cell.forward(x, state, lengths)
    d_output = drawn(np.random.default_rng(5), np.float64, *trace.output.shape)
    found = cell.backward(trace, d_output, state)
    total = np.zeros(cell.count)
    for b, length in enumerate(lengths):
        own = tuple(array[b : b + 1] for array in state)
        alone = cell.backward(cell.forward(x[:length, b : b + 1], own), d_output[:length, b : b + 1], own)
        total += alone.vector
        np.testing.assert_allclose(found.x[:length, b], alone.x[:, 0], 1e-9, 1e-11)
        for array, wanted in zip(found.state, alone.state, strict=True):
            np.testing.assert_allclose(array[b], wanted[0], 1e-9, 1e-11)
    np.testing.assert_allclose(found.vector, total, 1e-9, 1e-11)


@every_cell
def test_finals_are_zero_when_not_given(kind: str) -> None:
    cell, x, state = problem(kind, 1, 2, 3, 4, 2)
    trace = cell.forward(x)
    d_output, zero = np.ones_like(trace.output), tuple(np.zeros_like(array) for array in state)
    assert_close(cell.backward(trace, d_output), cell.backward(trace, d_output, zero), 0)


@every_cell
def test_single_precision_in_single_precision_out(kind: str) -> None:
    cell, x, state = problem(kind, 1, 2, 3, 4, 2, np.float32)
    doubled = cell.with_vector(cell.vector.astype(np.float64))
    d_output = drawn(np.random.default_rng(2), np.float32, 4, 2, cell.outputs)
    found = cell.backward(cell.forward(x, state, [4, 2]), d_output, state)
    assert {array.dtype for array in (*found.arrays.values(), found.x, *found.state)} == {np.dtype("f4")}
    precise: list[Array] = [array.astype(np.float64) for array in (x, d_output, *state)]
    trace = doubled.forward(precise[0], tuple(precise[2:]), [4, 2])
    wanted = doubled.backward(trace, precise[1], tuple(precise[2:]))
    np.testing.assert_allclose(found.vector, wanted.vector, 2e-3, 2e-3)
    np.testing.assert_allclose(found.x, wanted.x, 2e-3, 2e-3)


@every_cell
def test_gradients_have_the_names_order_and_vector_of_the_parameters(kind: str) -> None:
    cell, x, _ = problem(kind, 1, 2, 3, 4, 2)
    trace = cell.forward(x)
    found = cell.backward(trace, np.ones_like(trace.output))
    assert {name: array.shape for name, array in found.arrays.items()} == {
        name: array.shape for name, array in cell.arrays.items()
    }
    assert list(found.arrays) == list(cell.arrays)
    stepped = cell.with_vector(cell.vector - 0.1 * found.vector)
    for name, array in stepped.arrays.items():
        np.testing.assert_array_equal(array, cell.arrays[name] - 0.1 * found[name])


zeros = np.zeros


@one_of_each
@pytest.mark.parametrize(
    ("d_output", "sentence"),
    [
        (zeros((4, 2, 1)), "d_output has shape (4, 2, 1); wanted (4, 2, 3)"),
        (zeros((2, 3)), "d_output has shape (2, 3); wanted (4, 2, 3)"),
        (zeros((4, 2, 3), "f4"), "d_output is float32; wanted float64, as the weights are"),
        (zeros((4, 2, 3), int), "d_output is int64; wanted float64, as the weights are"),
        (zeros((4, 2, 3)).tolist(), "d_output is a list; wanted an array of shape (4, 2, 3)"),
    ],
)
def test_gradients_that_do_not_fit_are_refused_in_one_sentence(
    kind: str, d_output: Any, sentence: str
) -> None:
    cell, x, _ = problem(kind, 1, 2, 3, 4, 2)
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        cell.backward(cell.forward(x), d_output)


@every_cell
def test_final_gradients_that_do_not_fit_are_refused_by_their_name(kind: str) -> None:
    cell, x, state = problem(kind, 1, 2, 3, 4, 2)
    trace = cell.forward(x)
    for k, name in enumerate(cell.state_names):
        wrong = (*state[:k], state[k][:1], *state[k + 1 :])
        sentence = f"d_{name}_final has shape {wrong[k].shape}; wanted {state[k].shape}"
        with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
            cell.backward(trace, np.ones_like(trace.output), wrong)


def test_hold_puts_back_the_sequences_that_stand_still() -> None:
    before, after = np.arange(6.0).reshape(3, 2), np.full((3, 2), 9.0)
    hold(np.array([True, False, True]), (before,), (after,))
    np.testing.assert_array_equal(after, [[0, 1], [9, 9], [4, 5]])


@given(seeds, st.integers(0, 3), st.integers(0, 3), st.integers(1, 3), st.integers(1, 3))
def test_over_steps_is_the_sum_of_outer_products(seed: int, steps: int, batch: int, m: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    d, read = rng.normal(size=(steps, batch, m)), rng.normal(size=(steps, batch, n))
    total = np.zeros((m, n))
    for place in np.ndindex(steps, batch):
        total += np.outer(d[place], read[place])
    np.testing.assert_allclose(over_steps(d, read), total, atol=1e-12)
