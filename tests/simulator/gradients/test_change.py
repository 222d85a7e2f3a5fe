"""Each change moves one number, within its limits, and is taken back by its reset."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import MAX_STEPS
from lstm_gui.simulator.gradients.change import moved, reset, with_loss
from lstm_gui.simulator.gradients.edit import (
    can_forget,
    forget_bias,
    recurrent_weight,
    with_forget_bias,
    with_recurrent_weight,
)
from lstm_gui.simulator.inputs import draw
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_step
from tests.simulator.gradients.scenes import drawn

NAMES = ("forget_bias", "recurrent", "target", "clip", "window")
STATE = SimState.of(load("remember"))


@given(st.sampled_from(NAMES), st.floats())
def test_a_move_is_undone_by_a_reset(name: str, value: float) -> None:
    assert reset(moved(STATE, name, value), name) == STATE
    assert moved(STATE, name, math.nan) == STATE


@given(st.floats())
def test_the_length_is_held_and_reset_but_for_the_step_shown(value: float) -> None:
    after = moved(STATE, "length", value)
    assert 1 <= after.scene.steps <= MAX_STEPS
    assert set_step(reset(after, "length"), STATE.scene.step) == STATE


@given(st.lists(st.integers(1, MAX_STEPS), min_size=1))
def test_a_drag_of_the_length_comes_back_with_the_inputs_that_were_there(lengths: list[int]) -> None:
    before = moved(draw(STATE, {12: 0.7, 3: -0.4}), "length", 20)
    state = before
    for length in (*lengths, 20):
        state = moved(state, "length", length, before)
    assert state == before


def test_the_loss_is_chosen() -> None:
    assert with_loss(STATE, "squared error").gradients.loss == "squared error"
    assert with_loss(STATE, "squared error").changed
    assert not with_loss(STATE, "squared error").scene_changed


@given(st.floats(-10, 10))
def test_many_units_get_one_forget_bias(value: float) -> None:
    scene = with_forget_bias(drawn(3, 1, 2), value)
    assert scene.cell.gate("f").b == (value,) * 3
    assert forget_bias(scene) == pytest.approx(value)


@given(st.floats(0.1, 10))
def test_the_weights_of_many_units_are_scaled_and_keep_their_direction(value: float) -> None:
    before = drawn(3, 1, 2)
    after = with_recurrent_weight(before, value)
    assert recurrent_weight(after) == pytest.approx(value)
    ratio = np.array(after.cell.array("U_g")) / np.array(before.cell.array("U_g"))
    np.testing.assert_allclose(ratio, ratio[0, 0])


def test_weights_that_are_all_zero_become_a_multiple_of_one() -> None:
    scene = with_recurrent_weight(with_recurrent_weight(drawn(3, 1, 2), 0.0), 2.0)
    np.testing.assert_allclose(scene.cell.array("U_g"), 2 * np.eye(3))


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_takes_both_dials(kind: Kind) -> None:
    before = drawn(2, 1, 5, kind=kind)
    assert recurrent_weight(with_recurrent_weight(before, 3.0)) == pytest.approx(3.0)
    after = with_forget_bias(before, 2.5)
    assert forget_bias(after) == (2.5 if can_forget(before) else 0.0)
    assert (after == before) == (not can_forget(before))
