"""A bidirectional layer equals two separate runs, the second on x reversed by hand."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.bidirectional import Bidirectional, Reversed
from lstm_gui.nets.layer import Layer
from tests.nets.gradient_check import check_gradients, drawn_state
from tests.nets.plain_cells import gru, lstm, rnn

SEEDS = st.integers(0, 2**32 - 1)
LENGTHS = st.lists(st.integers(0, 5), min_size=1, max_size=4)


@given(SEEDS, LENGTHS)
def test_it_equals_two_runs_one_sequence_at_a_time(seed: int, lengths: list[int]) -> None:
    rng = np.random.default_rng(seed)
    pair = Bidirectional(lstm(rng, 2, 3), gru(rng, 2, 2))
    x, state = rng.normal(size=(5, len(lengths), 2)), drawn_state(rng, pair, len(lengths))
    trace = pair.forward(x, state, lengths)
    for b, length in enumerate(lengths):
        own, one = x[:length, [b]], tuple(array[[b]] for array in state)
        ahead = pair.forward_layer.forward(own, one[:2])
        back = pair.backward_layer.forward(own[::-1], one[2:])
        output, quantities = trace.output[:, b], trace.quantities
        np.testing.assert_allclose(output[:length, :3], ahead.output[:, 0], rtol=1e-12)
        np.testing.assert_allclose(output[:length, 3:], back.output[::-1, 0], rtol=1e-12)
        assert not output[length:].any()
        np.testing.assert_allclose(quantities["forward.c"][:length, b], ahead.c[:, 0], rtol=1e-12)
        np.testing.assert_allclose(quantities["backward.n"][:length, b], back.gate("n")[::-1, 0], rtol=1e-12)
        finals = (*ahead.final, *back.final)
        for found, wanted in zip(trace.final, finals, strict=True):
            np.testing.assert_allclose(found[b], wanted[0], rtol=1e-12)


@given(SEEDS, st.integers(1, 2), st.integers(1, 3), st.integers(1, 2), st.integers(0, 4))
@settings(max_examples=8)
def test_every_gradient_equals_central_differences(
    seed: int, inputs: int, units: int, batch: int, steps: int
) -> None:
    rng = np.random.default_rng(seed)
    pair = Bidirectional(lstm(rng, inputs, units), rnn(rng, inputs, 2))
    check_gradients(pair, rng, steps, batch)


@given(SEEDS, LENGTHS)
@settings(max_examples=6)
def test_every_gradient_with_lengths_equals_central_differences(seed: int, lengths: list[int]) -> None:
    rng = np.random.default_rng(seed)
    pair = Bidirectional(gru(rng, 2, 1), lstm(rng, 2, 2))
    check_gradients(pair, rng, 5, len(lengths), lengths)
    check_gradients(Reversed(pair), rng, 5, len(lengths), lengths)


def test_what_stands_past_a_length_is_never_read() -> None:
    rng = np.random.default_rng(0)
    pair = Bidirectional(lstm(rng, 2, 3), gru(rng, 2, 2))
    x = rng.normal(size=(5, 2, 2))
    clean = pair.forward(x, lengths=[3, 5])
    x[3:, 0] = np.nan
    spoilt = pair.forward(x, lengths=[3, 5])
    np.testing.assert_array_equal(spoilt.output, clean.output)
    assert np.isfinite(spoilt.x).all()
    d_output = rng.normal(size=(5, 2, 5))
    expected = pair.backward(clean, d_output).vector
    np.testing.assert_array_equal(pair.backward(spoilt, d_output).vector, expected)


def test_without_lengths_reversed_quantities_are_views() -> None:
    rng = np.random.default_rng(0)
    layer = lstm(rng, 2, 3)
    trace = Reversed(layer).forward(rng.normal(size=(4, 1, 2)))
    assert np.shares_memory(trace.output, trace.run.output)
    assert all(
        np.shares_memory(array, trace.run.quantities[name]) for name, array in trace.quantities.items()
    )
    np.testing.assert_array_equal(trace.x[::-1], trace.run.x)


def test_its_arrays_and_states_are_named_after_the_directions() -> None:
    rng = np.random.default_rng(0)
    pair = Bidirectional(lstm(rng, 2, 3), rnn(rng, 2, 2))
    assert list(pair.arrays) == [f"{name}.{array}" for name in ("forward", "backward") for array in "WUb"]
    assert pair.state_names == ("forward.h", "forward.c", "backward.h")
    assert pair.state_shapes(4) == ((4, 3), (4, 3), (4, 2))
    assert (pair.inputs, pair.outputs, pair.dtype) == (2, 5, np.dtype(np.float64))
    other = pair.with_arrays({"backward.b": np.ones(2)})
    assert (other.backward_layer.arrays["b"] == 1).all()
    backwards = Reversed(pair).with_arrays({"backward.b": np.ones(2)})
    assert list(backwards.arrays) == list(pair.arrays)
    assert backwards.state_names == pair.state_names


def test_a_state_may_come_stacked_over_the_directions() -> None:
    rng = np.random.default_rng(0)
    pair = Bidirectional(rnn(rng, 2, 3), rnn(rng, 2, 3))
    x, h = rng.normal(size=(3, 4, 2)), rng.normal(size=(2, 4, 3))
    np.testing.assert_array_equal(pair.forward(x, h).output, pair.forward(x, (h[0], h[1])).output)


def test_a_run_has_no_parts() -> None:
    rng = np.random.default_rng(0)
    pair = Bidirectional(rnn(rng, 1, 1), rnn(rng, 1, 1))
    trace = pair.forward(np.zeros((4, 1, 1)))
    with pytest.raises(ValueError, match=r"^a bidirectional run has no parts: "):
        trace.part(0, 2)
    with pytest.raises(ValueError, match=r"^a run over reversed time has no parts: "):
        trace.backward.part(0, 2)


def test_layers_that_do_not_fit_are_named() -> None:
    rng = np.random.default_rng(0)
    two, three = rnn(rng, 2, 2), rnn(rng, 3, 2)
    with pytest.raises(
        ValueError, match=r"^layer backward reads 3 inputs; wanted 2, as layer forward reads$"
    ):
        Bidirectional(two, three)
    with pytest.raises(ValueError, match=r"^layer backward is batch first; wanted it time first"):
        Bidirectional(two, BatchFirst(two))
    with pytest.raises(ValueError, match=r"^the reversed layer is batch first; wanted it time first"):
        Reversed(BatchFirst(two))


def test_what_does_not_fit_a_run_is_named() -> None:
    rng = np.random.default_rng(0)
    pair = Bidirectional(rnn(rng, 2, 2), rnn(rng, 2, 3))
    x = np.zeros((4, 3, 2))
    layers: list[tuple[Layer[Any], int]] = [(pair, 5), (Reversed(pair.backward_layer), 3)]
    for layer, outputs in layers:
        with pytest.raises(ValueError, match=r"^x has shape \(4, 2\); wanted \(time, batch, 2\)$"):
            layer.forward(x[:, 0])
        with pytest.raises(ValueError, match=r"^lengths runs from 1 to 5; wanted 0 to 4$"):
            layer.forward(x, lengths=[1, 5, 2])
        with pytest.raises(
            ValueError, match=rf"^d_output has shape \(4, 3, 1\); wanted \(4, 3, {outputs}\)$"
        ):
            layer.backward(layer.forward(x), np.zeros((4, 3, 1)))
