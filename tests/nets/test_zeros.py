"""Layers of given sizes: all zero, of the sizes and the form asked for, and they run."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.nets.activation import RELU
from lstm_gui.nets.cell import Cell
from lstm_gui.nets.lstm_variant import GREFF_2015, HOCHREITER_1997, VANILLA
from lstm_gui.nets.zeros import zeros_gru, zeros_lstm, zeros_mlstm, zeros_readout, zeros_rnn, zeros_slstm

Make = Callable[..., Cell[Any]]
ALL: list[Make] = [zeros_rnn, zeros_lstm, zeros_gru, zeros_slstm, zeros_mlstm]
each_cell = pytest.mark.parametrize("make", ALL)
VARIANTS = [VANILLA, HOCHREITER_1997, *GREFF_2015.values()]


@each_cell
@given(inputs=st.integers(1, 4), units=st.integers(1, 4), single=st.booleans())
@settings(max_examples=10)
def test_a_layer_of_these_sizes_is_zero_and_runs(make: Make, inputs: int, units: int, single: bool) -> None:
    dtype = np.dtype(np.float32 if single else np.float64)
    layer = make(inputs, units, dtype=dtype)
    assert (layer.inputs, layer.units, layer.outputs, layer.dtype) == (inputs, units, units, dtype)
    assert not layer.vector.any()
    trace = layer.forward(np.ones((3, 2, inputs), dtype))
    assert trace.output.shape == (3, 2, units)
    assert layer.backward(trace, trace.output).vector.dtype == dtype


@each_cell
def test_float64_when_nothing_is_said(make: Make) -> None:
    assert make(1, 1).dtype == np.float64
    assert zeros_readout(1, 1).dtype == np.float64


@given(
    st.sampled_from(VARIANTS),
    st.integers(1, 3),
    st.sampled_from([None, 1, 5]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
@settings(max_examples=50)
def test_an_lstm_has_the_arrays_asked_for(
    variant: Any, units: int, projection: int | None, peepholes: bool, recurrence: bool, second: bool
) -> None:
    layer = zeros_lstm(
        2,
        units,
        variant,
        peepholes=peepholes,
        gate_recurrence=recurrence,
        projection=projection,
        second_bias=second,
    )
    asked = {"p": peepholes, "G": recurrence, "R": projection is not None, "b_u": second}
    assert set(layer.arrays) == {"W", "U", "b"} | {name for name, is_asked in asked.items() if is_asked}
    assert layer.variant is variant
    assert layer.units == units
    assert layer.outputs == (units if projection is None else projection)


def test_the_other_forms() -> None:
    assert zeros_rnn(1, 2, RELU, second_bias=True).activation is RELU
    for second in (False, True):
        assert ("b_u" in zeros_rnn(1, 2, second_bias=second).arrays) == second
        assert ("b_u" in zeros_gru(1, 2, second_bias=second).arrays) == second
        gru = zeros_gru(1, 2, reset_after=second, z_keeps=not second)
        assert (gru.reset_after, gru.z_keeps) == (second, not second)
        assert zeros_slstm(1, 2, exponential_forget=second).exponential_forget == second
        assert zeros_mlstm(1, 2, exponential_forget=second).exponential_forget == second


def test_a_readout() -> None:
    readout = zeros_readout(3, 2, dtype=np.float32)
    assert (readout.inputs, readout.outputs, readout.dtype) == (3, 2, np.dtype(np.float32))
    assert not readout.vector.any()


@each_cell
@pytest.mark.parametrize("sizes", [(0, 2), (2, 0)])
def test_a_size_of_0_is_refused(make: Make, sizes: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="has shape"):
        make(*sizes)
