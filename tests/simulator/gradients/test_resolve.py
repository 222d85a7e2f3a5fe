"""What is shown of the gradients: of the whole and of each setting."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.lessons.catalogue import load, scene_names
from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.simulator.gradients.edit import with_forget_bias, with_recurrent_weight
from lstm_gui.simulator.gradients.frame import CellGradients, GradientCurves
from lstm_gui.simulator.gradients.resolve import MOST_JACOBIANS, resolve_gradients
from lstm_gui.simulator.gradients.settings import GradientSettings
from tests.simulator.gradients.scenes import drawn, exploding, pulse

PLAIN = GradientSettings()


def curves_of(scene: Scene, settings: GradientSettings = PLAIN) -> GradientCurves:
    return resolve_gradients(scene, settings).curves


def cell_of(scene: Scene, kind: str = "rnn", settings: GradientSettings = PLAIN) -> CellGradients:
    return {cell.kind: cell for cell in curves_of(scene, settings).cells}[kind]


@given(st.sampled_from(scene_names()), st.integers(1, 12))
def test_every_curve_has_a_number_for_each_step_and_lies_within_its_axis(name: str, step: int) -> None:
    curves = curves_of(replace(load(name), step=min(step, load(name).steps)))
    assert [cell.kind for cell in curves.cells] == ["rnn", "lstm", "gru"]
    for cell in curves.cells:
        assert {len(curve) for curve in cell.states.values()} == {curves.step}
        assert ("c" in cell.states) == (cell.kind == "lstm")
        assert (cell.direct is None) == (cell.kind == "rnn")
        for curve in cell.states.values():
            assert all(curves.axis[0] <= math.log10(norm) <= curves.axis[1] for norm in curve if norm)
        for norm in (*(norm for _, norm in cell.jacobian), *(cell.direct or ())):
            assert not norm or curves.path_axis[0] <= math.log10(norm) <= curves.path_axis[1]


def test_the_same_state_gives_equal_parts() -> None:
    scene = load("remember")
    assert resolve_gradients(scene, PLAIN) == resolve_gradients(replace(scene, seed=7), PLAIN)


def test_of_h_alone_the_rnn_is_multiplied_by_weight_and_slope() -> None:
    scene = with_recurrent_weight(pulse(12), 0.5)
    rnn = cell_of(scene)
    h = rnn.states["h"]
    np.testing.assert_allclose(np.divide(h[:-2], h[1:-1]), 0.5, rtol=1e-6)  # where x = 0, the slope is 1
    assert rnn.reach.factor == pytest.approx((h[0] / h[-1]) ** (1 / 11))
    assert rnn.reach.depth == 6


@given(st.floats(-5, 8))
def test_a_larger_forget_bias_never_shortens_what_the_gate_keeps(bias: float) -> None:
    scene = load("decay")
    low, high = (cell_of(with_forget_bias(scene, b), "lstm") for b in (bias, bias + 1))
    assert low.keep <= high.keep
    assert low.direct is not None
    assert low.direct[-1] == 1
    assert low.keep == pytest.approx(1 / (1 + math.exp(-bias)), rel=1e-4)


def test_truncation_lets_nothing_before_its_window_and_changes_nothing_in_it() -> None:
    scene = pulse(12)
    cut, whole = (cell_of(scene, "rnn", GradientSettings(window=window)) for window in (5, 0))
    assert curves_of(scene, GradientSettings(window=5)).start == 11
    assert cut.states["h"][:10] == (0.0,) * 10
    assert cut.states["h"][10:] == whole.states["h"][10:]
    assert cut.jacobian == whole.jacobian
    assert cut.reach.back == 1


def test_clipping_scales_everything_where_the_weights_gradient_is_longer() -> None:
    scene = pulse(12)
    plain, clipped, loose = (cell_of(scene, "rnn", GradientSettings(clip=clip)) for clip in (0.0, 0.5, 10.0))
    assert clipped.clipped == pytest.approx(0.5 / plain.weights)
    np.testing.assert_allclose(clipped.states["h"], np.multiply(plain.states["h"], clipped.clipped))
    assert clipped.reach == plain.reach
    assert (loose.clipped == 1) == (plain.weights <= 10)


def test_the_squared_error_sends_back_twice_what_h_is_off() -> None:
    scene = load("remember")
    settings = GradientSettings("squared error", target=0.25)
    error = [cell_of(scene, kind, settings).states["h"][-1] for kind in ("rnn", "lstm", "gru")]
    assert len(set(error)) == 3  # each is off by another amount
    best = GradientSettings("squared error", target=0.0)
    silent = replace(pulse(12), inputs=((0.0,),) * 12)
    rnn = cell_of(silent, "rnn", best)
    assert set(rnn.states["h"]) == {0.0}
    assert (rnn.reach.factor, rnn.reach.depth) == (0.0, 0)


def test_what_explodes_stops_and_is_named() -> None:
    scene = exploding(60)
    rnn = cell_of(scene)
    assert rnn.stop is not None
    assert rnn.stop.quantity == "h"
    h = rnn.states["h"]
    assert all(math.isfinite(norm) for norm in h[rnn.stop.step :])
    assert math.isinf(h[rnn.stop.step - 1])
    assert h[rnn.stop.step] * 8 > 3.4e38
    assert math.isinf(rnn.reach.left)
    assert rnn.reach.factor == pytest.approx(8, rel=0.05)
    assert cell_of(scene, "lstm").stop is None
    assert cell_of(scene, "rnn", GradientSettings(clip=1.0)).clipped == 1.0  # nothing scales infinity
    assert curves_of(scene).axis[1] == 39


def test_what_vanishes_is_zero_and_the_axis_shows_the_end_of_float32() -> None:
    scene = with_recurrent_weight(pulse(60), 0.1)
    curves = curves_of(scene)
    assert curves.cells[0].states["h"][0] == 0.0
    assert curves.axis[0] == -46
    assert curves.cells[0].reach.factor == pytest.approx(0.1, rel=0.1)


def test_a_weight_of_zero_lets_nothing_back() -> None:
    rnn = cell_of(with_recurrent_weight(pulse(12), 0.0))
    assert (rnn.reach.factor, rnn.reach.depth, rnn.reach.left) == (0.0, 1, 0.0)
    assert rnn.states["h"][:-1] == (0.0,) * 11


def test_at_the_first_step_there_is_nothing_behind() -> None:
    for cell in curves_of(pulse(12, step=1)).cells:
        assert cell.reach.back == 0
        assert cell.reach.depth is None
        assert cell.keep == 0


def test_of_a_long_run_some_jacobians_are_found() -> None:
    curves = curves_of(pulse(64))
    steps = [step for step, _ in curves.cells[0].jacobian]
    assert len(steps) <= MOST_JACOBIANS
    assert (steps[0], steps[-1]) == (1, 64)


def test_many_units_and_states_by_hand() -> None:
    scene = replace(drawn(4, 2, 6), overrides=(Override(3, "h", 0, 0.5),))
    curves = curves_of(scene)
    assert curves.units == 4
    assert curves.by_hand
    assert curves.cells[1].states["h"][-1] == pytest.approx(1.0)  # the sum over the root of 4
    assert not curves_of(replace(scene, step=2)).by_hand


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_can_stand_in_the_scene(kind: Kind) -> None:
    curves = curves_of(drawn(2, 2, 7, kind=kind))
    for cell in curves.cells:
        assert cell.states.keys() == ({"h", "c"} if cell.kind == "lstm" else {"h"})
        assert math.isfinite(cell.reach.factor)
