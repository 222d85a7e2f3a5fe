"""A scene runs as an independent loop over single numbers says, overrides included."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.scene import MAX_MAGNITUDE, MAX_STEPS, Scene, lstm_cell
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.simulator.layer import layer_of
from lstm_gui.simulator.run import run_scene
from tests.simulator.scenes import one_unit_gate, plain_scene, scenes


def sigma(z: float) -> float:
    return 1 / (1 + math.exp(-z))


def by_hand(scene: Scene) -> list[dict[str, list[float]]]:
    """The scene's run one number at a time, with nothing of the code under test."""
    h, c = list(scene.initial_h), list(scene.initial_c)
    steps = []
    for t, x in enumerate(scene.inputs, start=1):
        for override in scene.overrides:
            if override.step == t:
                (h if override.state == "h" else c)[override.unit] = override.value
        numbers: dict[str, list[float]] = {"x": list(x), "h_previous": list(h), "c_previous": list(c)}
        for gate in GATES:
            weights = scene.cell.gate(gate)
            squash = math.tanh if gate == "g" else sigma
            z = []
            for unit in range(scene.cell.units):
                total = weights.b[unit]
                total += sum(w * value for w, value in zip(weights.W[unit], x, strict=True))
                total += sum(u * value for u, value in zip(weights.U[unit], h, strict=True))
                z.append(total)
            numbers[f"z_{gate}"], numbers[gate] = z, [squash(value) for value in z]
        units = range(scene.cell.units)
        c = [numbers["f"][k] * c[k] + numbers["i"][k] * numbers["g"][k] for k in units]
        h = [numbers["o"][k] * math.tanh(c[k]) for k in units]
        numbers |= {"c": list(c), "tanh_c": [math.tanh(value) for value in c], "h": list(h)}
        steps.append(numbers)
    return steps


@given(scenes())
def test_equals_the_run_by_hand(scene: Scene) -> None:
    trace = run_scene(scene)
    for t, numbers in enumerate(by_hand(scene)):
        for name in ("x", "h_previous", "c_previous", "c", "tanh_c", "h"):
            np.testing.assert_allclose(getattr(trace, name)[t, 0], numbers[name], rtol=1e-10, atol=1e-11)
        for gate in GATES:
            np.testing.assert_allclose(trace.quantities[gate][t, 0], numbers[gate], rtol=1e-10, atol=1e-11)
            z = trace.quantities[f"z_{gate}"][t, 0]
            np.testing.assert_allclose(z, numbers[f"z_{gate}"], rtol=1e-10, atol=1e-11)


@given(scenes(), st.data())
def test_the_first_steps_are_the_same_when_no_more_are_run(scene: Scene, data: st.DataObject) -> None:
    steps = data.draw(st.integers(1, scene.steps))
    whole, part = run_scene(scene), run_scene(scene, steps)
    for name in ("x", "h_previous", "c_previous", "z", "gates", "c", "tanh_c", "h"):
        np.testing.assert_array_equal(getattr(part, name), getattr(whole, name)[:steps])


def test_the_largest_numbers_a_scene_may_hold_stay_finite() -> None:
    huge = one_unit_gate(MAX_MAGNITUDE, -MAX_MAGNITUDE, MAX_MAGNITUDE)
    scene = Scene(
        "Huge",
        "",
        lstm_cell(1, 1, i=huge, f=huge, g=huge, o=huge),
        ((MAX_MAGNITUDE,), (-MAX_MAGNITUDE,)),
        ((MAX_MAGNITUDE,), (-MAX_MAGNITUDE,)) * (MAX_STEPS // 2),
    )
    trace = run_scene(scene)
    for name in ("z", "gates", "c", "tanh_c", "h"):
        assert np.isfinite(getattr(trace, name)).all()


def test_the_weights_are_converted_once_and_cannot_be_written() -> None:
    cell = plain_scene().cell
    assert layer_of(cell) is layer_of(replace(cell))
    with pytest.raises(ValueError, match="read-only"):
        layer_of(cell).W[0, 0] = 1
