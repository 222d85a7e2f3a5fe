"""The LSTM equals an independent loop over single numbers, step by step and as a whole."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lstm_gui.nets.activation import sigmoid
from lstm_gui.nets.lstm import GATES, LstmParameters, LstmTrace, begin, forward, run

Array = NDArray[np.floating[Any]]
sizes = st.integers(1, 4)
seeds = st.integers(0, 2**32 - 1)
NAMES = ("x", "h_previous", "c_previous", "z", "gates", "c", "tanh_c", "h")


def a_cell(rng: np.random.Generator, inputs: int, units: int, dtype: type = np.float64) -> LstmParameters:
    def draw(*shape: int) -> Array:
        return rng.normal(scale=1.5, size=shape).astype(dtype)

    return LstmParameters(W=draw(4 * units, inputs), U=draw(4 * units, units), b=draw(4 * units))


def reference(
    cell: LstmParameters, x: Sequence[Sequence[float]], h: list[float], c: list[float]
) -> list[dict[str, list[float]]]:
    """The equations of the module, one number at a time, written apart from the code under test."""
    steps = []
    units = len(h)
    for x_t in x:
        z = []
        for row in range(4 * units):
            total = float(cell.b[row])
            total += sum(float(cell.W[row, k]) * x_t[k] for k in range(len(x_t)))
            total += sum(float(cell.U[row, k]) * h[k] for k in range(units))
            z.append(total)
        i = [1 / (1 + math.exp(-value)) for value in z[:units]]
        f = [1 / (1 + math.exp(-value)) for value in z[units : 2 * units]]
        g = [math.tanh(value) for value in z[2 * units : 3 * units]]
        o = [1 / (1 + math.exp(-value)) for value in z[3 * units :]]
        c = [f[k] * c[k] + i[k] * g[k] for k in range(units)]
        h = [o[k] * math.tanh(c[k]) for k in range(units)]
        steps.append({"z": z, "gates": i + f + g + o, "c": c, "h": h})
    return steps


@given(seeds, sizes, sizes, st.integers(1, 3), st.integers(0, 6))
@settings(max_examples=50)
def test_equals_the_loop_over_single_numbers(
    seed: int, inputs: int, units: int, batch: int, steps: int
) -> None:
    rng = np.random.default_rng(seed)
    cell = a_cell(rng, inputs, units)
    x = rng.normal(size=(steps, batch, inputs))
    h_0, c_0 = rng.normal(size=(2, batch, units))
    trace = forward(cell, x, h_0, c_0)
    for b in range(batch):
        expected = reference(cell, x[:, b].tolist(), h_0[b].tolist(), c_0[b].tolist())
        for t, numbers in enumerate(expected):
            for name, wanted in numbers.items():
                np.testing.assert_allclose(getattr(trace, name)[t, b], wanted, rtol=1e-12, atol=1e-13)


@given(seeds, st.integers(1, 9), st.integers(1, 9), st.integers(1, 5), st.integers(1, 20), st.booleans())
@settings(max_examples=50)
def test_step_by_step_equals_the_whole_to_the_bit(
    seed: int, inputs: int, units: int, batch: int, steps: int, single: bool
) -> None:
    dtype = np.float32 if single else np.float64
    rng = np.random.default_rng(seed)
    cell = a_cell(rng, inputs, units, dtype)
    x: Array = rng.normal(size=(steps, batch, inputs)).astype(dtype)
    h, c = rng.normal(size=(2, batch, units)).astype(dtype)
    whole = forward(cell, x, h, c)
    for t in range(steps):
        one = forward(cell, x[t : t + 1], h, c)
        for name in NAMES:
            np.testing.assert_array_equal(getattr(one, name)[0], getattr(whole, name)[t])
        h, c = one.h[0], one.c[0]


@given(seeds, sizes, sizes, st.integers(2, 8), st.data())
@settings(max_examples=25)
def test_going_on_from_other_states_reads_those(
    seed: int, inputs: int, units: int, steps: int, data: st.DataObject
) -> None:
    rng = np.random.default_rng(seed)
    cell = a_cell(rng, inputs, units)
    x = rng.normal(size=(steps, 1, inputs))
    start, other = rng.normal(size=(2, 2, 1, units))
    at = data.draw(st.integers(0, steps))
    trace = begin(cell, x)
    run(cell, trace, 0, at, *start)
    h, c = run(cell, trace, at, steps, *other)
    first, second = forward(cell, x[:at], *start), forward(cell, x[at:], *other)
    for name in NAMES:
        joined = np.concatenate([getattr(first, name), getattr(second, name)])
        np.testing.assert_array_equal(getattr(trace, name), joined)
    np.testing.assert_array_equal(h, trace.h[-1] if at < steps else other[0])
    np.testing.assert_array_equal(c, trace.c[-1] if at < steps else other[1])


@given(seeds, sizes)
def test_one_tanh_for_the_four_gates_is_the_logistic_function_to_the_bit(seed: int, units: int) -> None:
    rng = np.random.default_rng(seed)
    trace = forward(a_cell(rng, 2, units), rng.normal(scale=9, size=(3, 2, 2)))
    for gate in "ifo":
        np.testing.assert_array_equal(trace.gate(gate), sigmoid(trace.pre_activation(gate)))
    np.testing.assert_array_equal(trace.gate("g"), np.tanh(trace.pre_activation("g")))


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_the_precision_given_is_the_precision_got(dtype: type) -> None:
    cell = a_cell(np.random.default_rng(0), 2, 3, dtype)
    trace = forward(cell, np.ones((4, 2, 2), dtype=dtype))
    assert {getattr(trace, name).dtype for name in NAMES} == {np.dtype(dtype)}
    assert cell.dtype == dtype


@pytest.mark.parametrize("far", [-1e4, 1e4])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_saturated_gates_are_exact_and_finite(far: float, dtype: type) -> None:
    cell = LstmParameters(W=np.full((4, 1), far, dtype), U=np.zeros((4, 1), dtype), b=np.zeros(4, dtype))
    trace = forward(cell, np.ones((3, 1, 1), dtype))
    on = 1.0 if far > 0 else 0.0
    assert {float(trace.gate(gate)[-1, 0, 0]) for gate in "ifo"} == {on}
    assert float(trace.gate("g")[-1, 0, 0]) == math.copysign(1, far)
    assert float(trace.c[-1, 0, 0]) == 3 * on


def test_an_empty_batch_and_an_empty_sequence_run() -> None:
    cell = a_cell(np.random.default_rng(0), 2, 3)
    assert forward(cell, np.zeros((5, 0, 2))).h.shape == (5, 0, 3)
    assert forward(cell, np.zeros((0, 4, 2))).h.shape == (0, 4, 3)


def test_the_initial_state_is_zero_when_not_given() -> None:
    cell = a_cell(np.random.default_rng(0), 1, 2)
    x = np.ones((2, 3, 1))
    zero = np.zeros((3, 2))
    np.testing.assert_array_equal(forward(cell, x).h, forward(cell, x, zero, zero).h)


def test_sizes_and_rows_follow_the_order_of_the_gates() -> None:
    cell = a_cell(np.random.default_rng(0), 2, 3)
    assert (cell.inputs, cell.units) == (2, 3)
    assert [cell.rows(gate) for gate in GATES] == [slice(0, 3), slice(3, 6), slice(6, 9), slice(9, 12)]
    assert LstmTrace.empty(np.zeros((4, 1, 2)), 3).z.shape == (4, 1, 12)


ok = np.zeros


@pytest.mark.parametrize(
    ("W", "U", "b", "sentence"),
    [
        (ok((4, 1)), ok(4), ok(4), r"U has shape \(4,\); wanted \(4·units, units\)"),
        (ok((4, 1)), ok((5, 1)), ok(4), r"U has shape \(5, 1\); wanted \(4·units, units\)"),
        (ok((4, 1)), ok((0, 0)), ok(0), r"U has shape \(0, 0\); wanted \(4·units, units\)"),
        (ok((8, 1)), ok((4, 1)), ok(4), r"W has shape \(8, 1\); wanted \(4, inputs\)"),
        (ok(4), ok((4, 1)), ok(4), r"W has shape \(4,\); wanted \(4, inputs\)"),
        (ok((4, 1)), ok((4, 1)), ok((4, 1)), r"b has shape \(4, 1\); wanted \(4,\)"),
        (
            ok((4, 1), "f4"),
            ok((4, 1)),
            ok(4),
            "W is float32; wanted one of float32 and float64",
        ),
        (ok((4, 1), int), ok((4, 1), int), ok(4, int), "W is int64; wanted one of float32 and float64"),
    ],
)
def test_parameters_that_do_not_fit_are_refused_in_one_sentence(
    W: Array, U: Array, b: Array, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        LstmParameters(W=W, U=U, b=b)


@pytest.mark.parametrize(
    ("x", "h_0", "sentence"),
    [
        (ok((3, 2)), None, r"x has shape \(3, 2\); wanted \(time, batch, 1\)"),
        (ok((3, 2, 2)), None, r"x has shape \(3, 2, 2\); wanted \(time, batch, 1\)"),
        (ok((3, 2, 1), "f4"), None, "x is float32; wanted float64, as the weights are"),
        (ok((3, 2, 1)), ok((1, 1)), r"h_0 has shape \(1, 1\); wanted \(2, 1\)"),
        (ok((3, 2, 1)), ok((2, 1), "f4"), "h_0 is float32; wanted float64, as the weights are"),
    ],
)
def test_a_sequence_that_does_not_fit_is_refused_in_one_sentence(
    x: Array, h_0: Array | None, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        forward(a_cell(np.random.default_rng(0), 1, 1), x, h_0)
