"""A batch-first layer is the layer it holds, with x and stacked states turned."""

import numpy as np
import pytest

from lstm_gui.nets.batch_first import BatchFirst
from lstm_gui.nets.bidirectional import Bidirectional
from lstm_gui.nets.stacked import Stacked
from tests.nets.gradient_check import drawn_state, numeric
from tests.nets.plain_cells import lstm, rnn


def a_pair(rng: np.random.Generator) -> Bidirectional:
    return Bidirectional(lstm(rng, 2, 3), lstm(rng, 2, 3))


def test_it_runs_the_layer_on_x_turned() -> None:
    rng = np.random.default_rng(0)
    layer = a_pair(rng)
    x, state = rng.normal(size=(4, 5, 2)), drawn_state(rng, layer, 4)
    lengths = [5, 0, 3, 1]
    trace = BatchFirst(layer).forward(x, state, lengths)
    expected = layer.forward(x.swapaxes(0, 1), state, lengths)
    np.testing.assert_array_equal(trace.output, expected.output)
    np.testing.assert_array_equal(trace.final, expected.final)


def test_its_gradients_are_the_layer_s_and_that_of_x_is_batch_first() -> None:
    rng = np.random.default_rng(1)
    layer = BatchFirst(lstm(rng, 2, 3))
    x, state = rng.normal(size=(2, 4, 2)), drawn_state(rng, layer, 2)
    d_output, d_final = rng.normal(size=(4, 2, 3)), drawn_state(rng, layer, 2)

    def loss() -> float:
        trace = layer.forward(x, state)
        finals = sum((d * final).sum() for d, final in zip(d_final, trace.final, strict=True))
        return float((d_output * trace.output).sum() + finals)

    gradients = layer.backward(layer.forward(x, state), d_output, d_final)
    for array, found in (
        (x, gradients.x),
        (state[0], gradients.state[0]),
        (layer.arrays["U"], gradients["U"]),
    ):
        np.testing.assert_allclose(found, numeric(loss, array), rtol=1e-6, atol=1e-8)


@pytest.mark.parametrize("batch", [1, 2, 4])
def test_states_stacked_over_cells_have_the_batch_first(batch: int) -> None:
    rng = np.random.default_rng(2)
    layer = BatchFirst(a_pair(rng))
    x, h, c = rng.normal(size=(batch, 5, 2)), rng.normal(size=(batch, 2, 3)), rng.normal(size=(batch, 2, 3))
    flat = (h[:, 0], c[:, 0], h[:, 1], c[:, 1])
    trace = layer.forward(x, (h, c))
    np.testing.assert_array_equal(trace.output, layer.forward(x, flat).output)
    d_output = rng.normal(size=(5, batch, 6))
    found = layer.backward(trace, d_output, (h, c))
    np.testing.assert_array_equal(found.vector, layer.backward(trace, d_output, flat).vector)


def test_one_array_is_a_state_where_the_layer_carries_one_quantity() -> None:
    rng = np.random.default_rng(3)
    layer = BatchFirst(rnn(rng, 2, 3))
    x, h = rng.normal(size=(4, 5, 2)), rng.normal(size=(4, 3))
    expected = layer.forward(x, (h,)).output
    np.testing.assert_array_equal(layer.forward(x, h).output, expected)
    np.testing.assert_array_equal(layer.forward(x, h[:, np.newaxis]).output, expected)


def test_its_parameters_are_those_of_the_layer() -> None:
    rng = np.random.default_rng(4)
    layer = BatchFirst(Stacked((rnn(rng, 2, 3),)))
    assert list(layer.arrays) == ["0.W", "0.U", "0.b"]
    other = layer.with_vector(2 * layer.vector)
    assert isinstance(other, BatchFirst)
    np.testing.assert_array_equal(other.vector, 2 * layer.vector)
    assert (layer.inputs, layer.outputs, layer.dtype) == (2, 3, np.dtype(np.float64))
    assert layer.state_shapes(7) == ((7, 3),)


def test_what_does_not_fit_is_named_as_it_was_given() -> None:
    layer = BatchFirst(rnn(np.random.default_rng(5), 2, 3))
    with pytest.raises(ValueError, match=r"^x is a list; wanted an array of shape \(batch, time, 2\)$"):
        layer.forward([1.0])  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"^x has shape \(4, 5, 3\); wanted \(batch, time, 2\)$"):
        layer.forward(np.zeros((4, 5, 3)))
    with pytest.raises(ValueError, match=r"^x is float32; wanted float64, as the weights are$"):
        layer.forward(np.zeros((4, 5, 2), dtype=np.float32))
    with pytest.raises(ValueError, match=r"^h_0 has shape \(5, 3\); wanted \(4, 3\)$"):
        layer.forward(np.zeros((4, 5, 2)), np.zeros((5, 3)))
