"""The functions of single numbers are those of nets, and finite wherever theirs are."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.functions import FUNCTIONS
from lstm_gui.nets.activation import RELU, SIGMOID, TANH
from lstm_gui.nets.exponential_gates import LOG_SIGMOID

THEIRS = {"σ": SIGMOID, "tanh": TANH, "ReLU": RELU, "log σ": LOG_SIGMOID}


@given(st.sampled_from(sorted(THEIRS)), st.floats(-1e6, 1e6))
def test_they_are_those_of_nets(name: str, z: float) -> None:
    assert FUNCTIONS[name](z) == pytest.approx(float(THEIRS[name].value(np.array(z))), rel=1e-12, abs=1e-15)


def test_an_exponential_larger_than_any_float_is_infinite() -> None:
    assert FUNCTIONS["exp"](1.0) == math.e
    assert FUNCTIONS["exp"](1000.0) == math.inf
