"""Truncated gradients equal those of separate runs from states that are held fixed."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.layer import Layer
from lstm_gui.nets.stacked import Stacked
from lstm_gui.nets.truncation import truncated_gradients, windows
from tests.nets.gradient_check import drawn_state
from tests.nets.plain_cells import gru, lstm, projected_lstm, rnn

SEEDS = st.integers(0, 2**32 - 1)


def layers(rng: np.random.Generator) -> list[Layer[Any]]:
    return [
        rnn(rng, 2, 3),
        projected_lstm(rng, 2, 3),
        gru(rng, 2, 2),
        Stacked((lstm(rng, 2, 3), gru(rng, 3, 2))),
    ]


def test_windows_follow_each_other_and_the_last_is_what_is_left() -> None:
    assert [(window.start, window.stop) for window in windows(7, 3)] == [(0, 3), (3, 6), (6, 7)]
    assert windows(0, 3) == ()
    with pytest.raises(ValueError, match=r"^the window is 0 steps long; wanted 1 or more$"):
        windows(4, 0)


@given(SEEDS, st.integers(0, 6), st.integers(0, 3), st.integers(0, 3))
@settings(max_examples=15)
def test_a_window_as_long_as_the_run_gives_the_full_gradient(
    seed: int, steps: int, longer: int, which: int
) -> None:
    rng = np.random.default_rng(seed)
    layer = layers(rng)[which]
    lengths = rng.integers(0, steps + 1, size=3)
    x, state = rng.normal(size=(steps, 3, 2)), drawn_state(rng, layer, 3)
    trace = layer.forward(x, state, lengths)
    d_output, d_final = rng.normal(size=(steps, 3, layer.outputs)), drawn_state(rng, layer, 3)
    full = layer.backward(trace, d_output, d_final)
    found = truncated_gradients(layer, trace, d_output, max(1, steps) + longer, d_final)
    np.testing.assert_allclose(found.vector, full.vector, rtol=1e-12, atol=1e-14)
    np.testing.assert_allclose(found.x, full.x, rtol=1e-12, atol=1e-14)
    for gradient, expected in zip(found.state, full.state, strict=True):
        np.testing.assert_allclose(gradient, expected, rtol=1e-12, atol=1e-14)


@given(SEEDS, st.integers(1, 9), st.integers(1, 4), st.integers(0, 3))
@settings(max_examples=25)
def test_it_is_the_sum_over_windows_that_start_from_given_states(
    seed: int, steps: int, window: int, which: int
) -> None:
    rng = np.random.default_rng(seed)
    layer = layers(rng)[which]
    x, state = rng.normal(size=(steps, 2, 2)), drawn_state(rng, layer, 2)
    d_output, d_final = rng.normal(size=(steps, 2, layer.outputs)), drawn_state(rng, layer, 2)
    found = truncated_gradients(layer, layer.forward(x, state), d_output, window, d_final)
    total, d_x, first = np.zeros(layer.count), [], state
    for start in range(0, steps, window):
        run = layer.forward(x[start : start + window], state)
        last = start + window >= steps
        part = layer.backward(run, d_output[start : start + window], d_final if last else None)
        total, state = total + part.vector, run.final
        d_x.append(part.x)
        first = part.state if start == 0 else first
    np.testing.assert_allclose(found.vector, total, rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(found.x, np.concatenate(d_x), rtol=1e-10, atol=1e-12)
    for gradient, expected in zip(found.state, first, strict=True):
        np.testing.assert_allclose(gradient, expected, rtol=1e-10, atol=1e-12)


@given(SEEDS, st.lists(st.integers(0, 7), min_size=1, max_size=4), st.integers(1, 4), st.integers(0, 3))
@settings(max_examples=25)
def test_each_sequence_has_its_own_length_whatever_the_others_are(
    seed: int, lengths: list[int], window: int, which: int
) -> None:
    rng = np.random.default_rng(seed)
    layer, batch = layers(rng)[which], len(lengths)
    x, state = rng.normal(size=(7, batch, 2)), drawn_state(rng, layer, batch)
    d_output, d_final = rng.normal(size=(7, batch, layer.outputs)), drawn_state(rng, layer, batch)
    found = truncated_gradients(layer, layer.forward(x, state, lengths), d_output, window, d_final)
    total = np.zeros(layer.count)
    for b, length in enumerate(lengths):
        first, last = (tuple(array[[b]] for array in arrays) for arrays in (state, d_final))
        run = layer.forward(x[:length, [b]], first)
        alone = truncated_gradients(layer, run, d_output[:length, [b]], window, last)
        total += alone.vector
        np.testing.assert_allclose(found.x[:length, b], alone.x[:, 0], rtol=1e-10, atol=1e-12)
        for gradient, expected in zip(found.state, alone.state, strict=True):
            np.testing.assert_allclose(gradient[b], expected[0], rtol=1e-10, atol=1e-12)
    np.testing.assert_allclose(found.vector, total, rtol=1e-10, atol=1e-12)


def test_a_layer_that_looks_ahead_has_no_truncated_gradient() -> None:
    rng = np.random.default_rng(0)
    pair = Bidirectional(rnn(rng, 1, 2), rnn(rng, 1, 2))
    trace = pair.forward(np.zeros((4, 1, 1)))
    with pytest.raises(ValueError, match=r"^a bidirectional run has no parts: "):
        truncated_gradients(pair, trace, np.zeros((4, 1, 4)), 2)


def test_what_does_not_fit_is_named() -> None:
    layer = rnn(np.random.default_rng(0), 1, 2)
    trace = layer.forward(np.zeros((4, 1, 1)))
    with pytest.raises(ValueError, match=r"^d_output has shape \(4, 1, 1\); wanted \(4, 1, 2\)$"):
        truncated_gradients(layer, trace, np.zeros((4, 1, 1)), 2)
    with pytest.raises(ValueError, match=r"^d_h_final has shape \(2, 2\); wanted \(1, 2\)$"):
        truncated_gradients(layer, trace, np.zeros((4, 1, 2)), 2, (np.zeros((2, 2)),))
