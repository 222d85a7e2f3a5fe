"""What names its arrays gives and takes them as one vector; a read-out stands for all."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.named_arrays import flattened
from lstm_gui.nets.readout import Readout


def a_readout(seed: int, inputs: int = 3, outputs: int = 2) -> Readout:
    rng = np.random.default_rng(seed)
    return Readout(V=rng.normal(size=(outputs, inputs)), c=rng.normal(size=outputs))


@given(st.integers(0, 2**32 - 1), st.integers(1, 5), st.integers(1, 5))
@settings(max_examples=20)
def test_the_vector_holds_the_arrays_one_after_another(seed: int, inputs: int, outputs: int) -> None:
    readout = a_readout(seed, inputs, outputs)
    assert readout.vector.tolist() == [*readout.V.ravel().tolist(), *readout.c.tolist()]
    assert readout.count == outputs * inputs + outputs == len(readout.vector)
    other = a_readout(seed + 1, inputs, outputs)
    again = readout.with_vector(other.vector)
    assert again is not readout
    for name, array in other.arrays.items():
        np.testing.assert_array_equal(again.arrays[name], array)


def test_a_vector_that_is_taken_is_not_copied_and_one_that_is_given_is() -> None:
    readout = a_readout(0)
    given_out = readout.vector
    given_out[:] = 0
    assert readout.V.all()
    taken = readout.with_vector(given_out)
    assert np.shares_memory(taken.V, given_out)
    assert np.shares_memory(taken.c, given_out)


def test_what_is_not_replaced_stays() -> None:
    readout = a_readout(0)
    replaced = readout.with_arrays({"c": np.ones(2)})
    assert replaced.V is readout.V
    assert replaced.c.tolist() == [1, 1]


def test_what_does_not_fit_is_named() -> None:
    readout = a_readout(0)
    with pytest.raises(ValueError, match=r"^vector has shape \(7,\); wanted \(8,\)$"):
        readout.with_vector(np.zeros(7))
    with pytest.raises(ValueError, match=r"^there is no W, b; wanted some of V, c$"):
        readout.with_arrays({"b": np.zeros(2), "W": np.zeros((2, 3))})
    with pytest.raises(ValueError, match=r"^c has shape \(3,\); wanted \(2,\)$"):
        readout.with_arrays({"c": np.zeros(3)})


def test_flattened_copies() -> None:
    array = np.arange(6.0).reshape(2, 3)
    flat = flattened({"a": array, "b": np.float64(7) * np.ones(1)})
    flat[0] = 9
    assert flat.tolist() == [9, 1, 2, 3, 4, 5, 7]
    assert array[0, 0] == 0
