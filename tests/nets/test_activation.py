"""The logistic function agrees with its definition and never overflows."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.nets.activation import sigmoid


@given(st.floats(-700, 700))
def test_equals_its_definition(x: float) -> None:
    assert float(sigmoid(np.array(x))) == pytest.approx(1 / (1 + math.exp(-x)), rel=1e-12, abs=1e-15)


@given(st.floats(allow_nan=False))
def test_stays_between_0_and_1_for_any_number(x: float) -> None:
    assert 0 <= float(sigmoid(np.array(x))) <= 1


@given(st.floats(-1e4, 1e4))
def test_is_symmetric(x: float) -> None:
    assert float(sigmoid(np.array(x)) + sigmoid(np.array(-x))) == pytest.approx(1, abs=1e-15)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_keeps_the_precision_it_was_given(dtype: type[np.floating]) -> None:
    assert sigmoid(np.zeros(3, dtype=dtype)).dtype == dtype
