"""What can be chosen about gradients is held within its limits."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.simulator.gradients.settings import LOSSES, NUMBERS, GradientSettings


@given(st.sampled_from(sorted(NUMBERS)), st.floats(allow_nan=False))
def test_a_number_is_held_and_nothing_else_moves(name: str, value: float) -> None:
    moved = GradientSettings().with_number(name, value)
    held = float(getattr(moved, name))
    assert NUMBERS[name].low <= held <= NUMBERS[name].high
    for other in {"loss", *NUMBERS} - {name}:
        assert getattr(moved, other) == getattr(GradientSettings(), other)


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_what_is_no_number_changes_nothing(name: str) -> None:
    assert GradientSettings().with_number(name, math.nan) == GradientSettings()


def test_losses_and_numbers_that_there_are_not() -> None:
    for loss in LOSSES:
        assert GradientSettings().with_loss(loss).loss == loss
    with pytest.raises(ValueError, match="no loss"):
        GradientSettings().with_loss("hinge")
    with pytest.raises(KeyError):
        GradientSettings().with_number("loss", 1.0)
