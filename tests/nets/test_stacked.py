"""A stack equals its layers run one after the other, and its gradients equal central differences."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.bidirectional import Bidirectional, Reversed
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.stacked import Stacked
from tests.nets.gradient_check import check_gradients, drawn_state
from tests.nets.plain_cells import gru, gru_of_2014, lstm, projected_lstm, rnn

SEEDS = st.integers(0, 2**32 - 1)


def mixed(rng: np.random.Generator, inputs: int, units: int) -> Stacked:
    """An LSTM, a bidirectional pair of RNN and GRU, and a stack of a GRU and a reversed projected LSTM."""
    pair = Bidirectional(rnn(rng, units, 1), gru(rng, units, units))
    inner = Stacked((gru_of_2014(rng, 1 + units, 2), Reversed(projected_lstm(rng, 2, 3))))
    return Stacked((lstm(rng, inputs, units), pair, inner))


@given(SEEDS, st.integers(1, 2), st.integers(1, 2), st.integers(1, 2), st.integers(0, 4))
@settings(max_examples=6)
def test_every_gradient_of_a_mixed_stack_equals_central_differences(
    seed: int, inputs: int, units: int, batch: int, steps: int
) -> None:
    rng = np.random.default_rng(seed)
    check_gradients(mixed(rng, inputs, units), rng, steps, batch)


@given(SEEDS, st.lists(st.integers(0, 3), min_size=1, max_size=3))
@settings(max_examples=4)
def test_every_gradient_of_a_mixed_stack_with_lengths_equals_central_differences(
    seed: int, lengths: list[int]
) -> None:
    rng = np.random.default_rng(seed)
    check_gradients(mixed(rng, 1, 2), rng, 3, len(lengths), lengths)


@given(SEEDS, st.integers(0, 5), st.integers(0, 3))
def test_a_stack_of_one_is_the_layer(seed: int, steps: int, batch: int) -> None:
    rng = np.random.default_rng(seed)
    layer = lstm(rng, 2, 3)
    stack = Stacked((layer,))
    x, state = rng.normal(size=(steps, batch, 2)), drawn_state(rng, layer, batch)
    d_output, d_final = rng.normal(size=(steps, batch, 3)), drawn_state(rng, layer, batch)
    alone, stacked = layer.forward(x, state), stack.forward(x, state)
    np.testing.assert_array_equal(stacked.output, alone.output)
    np.testing.assert_array_equal(stacked.final, alone.final)
    assert list(stacked.quantities) == [f"0.{name}" for name in alone.quantities]
    expected = layer.backward(alone, d_output, d_final)
    found = stack.backward(stacked, d_output, d_final)
    np.testing.assert_array_equal(found.vector, expected.vector)
    np.testing.assert_array_equal(found.x, expected.x)
    np.testing.assert_array_equal(found.state, expected.state)


def test_each_layer_reads_the_output_of_the_one_below_and_has_its_own_part_of_the_state() -> None:
    rng = np.random.default_rng(0)
    below, above = lstm(rng, 2, 3), gru(rng, 3, 2)
    stack = Stacked((below, above))
    x, state = rng.normal(size=(4, 2, 2)), drawn_state(rng, stack, 2)
    trace = stack.forward(x, state, [4, 2])
    first = below.forward(x, state[:2], [4, 2])
    second = above.forward(first.output, state[2:], [4, 2])
    np.testing.assert_array_equal(trace.output, second.output)
    assert stack.state_names == ("0.h", "0.c", "1.h")
    for found, wanted in zip(trace.final, (*first.final, *second.final), strict=True):
        np.testing.assert_array_equal(found, wanted)
    np.testing.assert_array_equal(trace.quantities["0.c"], first.c)
    np.testing.assert_array_equal(trace.x, first.x)
    assert trace.lengths is not None


def test_its_parameters_are_named_after_its_layers_and_go_through_a_vector_and_back() -> None:
    rng = np.random.default_rng(1)
    stack = mixed(rng, 1, 2)
    assert {"0.W", "1.forward.U", "1.backward.b_u", "2.0.b", "2.1.R"} <= stack.arrays.keys()
    assert stack.count == stack.vector.size == sum(array.size for array in stack.arrays.values())
    doubled = stack.with_vector(2 * stack.vector)
    for name, array in doubled.arrays.items():
        np.testing.assert_array_equal(array, 2 * stack.arrays[name])
    other = stack.with_arrays({"2.1.R": np.ones((2, 3))})
    assert (other.arrays["2.1.R"] == 1).all()
    assert other.arrays["0.W"] is stack.arrays["0.W"]


def test_a_state_may_come_stacked_over_layers_and_directions_as_pytorch_has_it() -> None:
    rng = np.random.default_rng(2)
    pairs = [Bidirectional(lstm(rng, inputs, 3), lstm(rng, inputs, 3)) for inputs in (2, 6)]
    stack = Stacked(tuple(pairs))
    x, h, c = rng.normal(size=(3, 2, 2)), rng.normal(size=(4, 2, 3)), rng.normal(size=(4, 2, 3))
    flat = tuple(array[k] for k in range(4) for array in (h, c))
    np.testing.assert_array_equal(stack.forward(x, (h, c)).output, stack.forward(x, flat).output)
    d_output = rng.normal(size=(3, 2, 6))
    trace = stack.forward(x, (h, c))
    np.testing.assert_array_equal(
        stack.backward(trace, d_output, (h, c)).vector, stack.backward(trace, d_output, flat).vector
    )


def test_a_part_of_a_run_is_the_parts_of_its_layers() -> None:
    rng = np.random.default_rng(3)
    stack = Stacked((lstm(rng, 2, 2), gru(rng, 2, 3)))
    trace = stack.forward(rng.normal(size=(6, 3, 2)), lengths=[6, 3, 0])
    part = trace.part(2, 5)
    np.testing.assert_array_equal(part.output, trace.output[2:5])
    np.testing.assert_array_equal(part.x, trace.x[2:5])
    np.testing.assert_array_equal(part.lengths, [3, 1, 0])
    again = stack.forward(trace.x[2:5], part.initial, part.lengths)
    np.testing.assert_array_equal(again.output, part.output)


@pytest.mark.parametrize(
    ("layers", "said"),
    [
        ((), "there is no layer to stack; wanted at least one"),
        (
            (rnn(np.random.default_rng(0), 2, 3), rnn(np.random.default_rng(0), 2, 3)),
            "layer 1 reads 2 inputs; wanted 3, as layer 0 gives",
        ),
        (
            (BatchFirst(rnn(np.random.default_rng(0), 2, 3)),),
            "layer 0 is batch first; wanted it time first, BatchFirst outermost",
        ),
    ],
)
def test_layers_that_do_not_fit_are_named(layers: tuple[Layer[Any], ...], said: str) -> None:
    with pytest.raises(ValueError, match=f"^{said}$"):
        Stacked(layers)


def test_layers_of_two_precisions_are_refused() -> None:
    rng = np.random.default_rng(0)
    single = rnn(rng, 3, 2)
    single = single.with_arrays({name: array.astype(np.float32) for name, array in single.arrays.items()})
    with pytest.raises(ValueError, match=r"^layer 1 is float32; wanted float64, as layer 0 is$"):
        Stacked((rnn(rng, 2, 3), single))


def test_what_does_not_fit_a_run_is_named() -> None:
    rng = np.random.default_rng(0)
    stack = Stacked((lstm(rng, 2, 3), rnn(rng, 3, 4)))
    x = np.zeros((5, 2, 2))
    with pytest.raises(ValueError, match=r"^x has shape \(5, 2\); wanted \(time, batch, 2\)$"):
        stack.forward(x[..., 0])
    with pytest.raises(ValueError, match=r"^1\.h_0 has shape \(2, 3\); wanted \(2, 4\)$"):
        stack.forward(x, (np.zeros((2, 3)),) * 3)
    with pytest.raises(ValueError, match=r"^the state has 2 arrays; wanted 3: 0\.h, 0\.c, 1\.h$"):
        stack.forward(x, (np.zeros((2, 3)),) * 2)
    with pytest.raises(ValueError, match=r"^d_output has shape \(5, 2, 3\); wanted \(5, 2, 4\)$"):
        stack.backward(stack.forward(x), np.zeros((5, 2, 3)))
    with pytest.raises(ValueError, match=r"^there is no 2\.W; wanted some of 0\.W, "):
        stack.with_arrays({"2.W": x})
    with pytest.raises(ValueError, match=r"^b has shape \(3,\); wanted \(4,\)$"):
        stack.with_arrays({"1.b": np.zeros(3)})
