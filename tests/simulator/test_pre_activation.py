"""The search for a bias is exact where it is simple, and quick where it is not."""

import math
from dataclasses import replace
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lstm_gui.lessons.scene import Scene, lstm_cell
from lstm_gui.nets.trace import CellTrace
from lstm_gui.simulator import pre_activation
from lstm_gui.simulator.pre_activation import bias_for, root
from lstm_gui.simulator.run import run_scene
from tests.simulator.scenes import one_unit_gate, plain_scene


@given(st.floats(-8, 8))
def test_at_the_first_step_the_bias_moves_by_as_much_as_z(z: float) -> None:
    scene = plain_scene(step=1)
    assert bias_for(scene, "f", z) == pytest.approx(z - 1.2, abs=1e-12)


@given(st.floats(-10, 10), st.floats(-10, 10), st.floats(-6, 6), st.sampled_from("ifgo"))
def test_few_runs_are_enough(recurrent: float, bias: float, z: float, gate: str) -> None:
    each = one_unit_gate(1.0, recurrent, bias)
    scene = replace(plain_scene(), cell=lstm_cell(1, 1, each, each, each, each))
    runs = 0

    def counted(scene: Scene, steps: int | None = None) -> CellTrace:
        nonlocal runs
        runs += 1
        return run_scene(scene, steps)

    with patch.object(pre_activation, "run_scene", counted):
        bias_for(scene, gate, z)
    assert runs <= 40


def test_the_usual_scene_takes_a_handful() -> None:
    with patch.object(pre_activation, "run_scene", wraps=run_scene) as runs:
        bias_for(plain_scene(), "f", -1.0)
    assert runs.call_count <= 7


@given(
    st.floats(-20, 20),  # how far the recurrent part reaches, and which way
    st.floats(0.1, 60),  # how steep it is
    st.floats(-3, 3),
    st.floats(-10, 10),
    st.floats(-10, 10),
)
@settings(max_examples=1000)
@example(7.8, 32.1, -1.0, -8.8, 3.8)
def test_a_steep_and_winding_curve_is_solved(
    size: float, steepness: float, shift: float, z: float, start: float
) -> None:
    """A secant alone runs back and forth between its two flat ends."""

    def excess(b: float) -> float:
        return b + size * math.tanh(steepness * (b - shift)) - z

    found = root(excess, start, excess(start), 2 * abs(size) + 1e-6 * (1 + abs(z)), 1e-10)
    slope = 1 + abs(size) * steepness
    assert abs(excess(found)) <= 1e-6 or abs(excess(found)) <= slope * math.ulp(found)


def test_a_jump_is_closed_in_upon_to_the_last_bit() -> None:
    place = root(lambda b: 1.0 if b > 0.3 else -1.0, start=0.0, first=-1.0, reach=0.8, tolerance=1e-12)
    assert place == pytest.approx(0.3, abs=1e-15)
