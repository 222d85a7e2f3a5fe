"""A frame's parts hold the numbers of the run, and its axes stay put."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.scene import Names, Override, Scene
from lstm_gui.nets.lstm_variant import GATES
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import set_step, set_value
from lstm_gui.simulator.values import stored_value
from tests.graph.kinds import drawn_scene
from tests.simulator.scenes import PARAMETERS, draggables, plain_scene, scenes
from tests.simulator.test_run import by_hand


@given(scenes())
def test_parts_match_the_run_by_hand(scene: Scene) -> None:
    frame = resolve(SimState.of(scene))
    numbers = by_hand(scene)
    here = {name: values[0] for name, values in numbers[scene.step - 1].items()}
    assert dict(frame.cell.values) == pytest.approx(here, rel=1e-10, abs=1e-11)
    for gate, point in frame.operating.points.items():
        assert point == pytest.approx((here[f"z_{gate}"], here[gate]), rel=1e-10, abs=1e-11)
    for name, curve in frame.timeline.curves.items():
        assert curve == pytest.approx([step[name][0] for step in numbers], rel=1e-10, abs=1e-11)
    assert set(frame.timeline.curves) == {"x", *GATES, "c", "h"}
    assert frame.weights.values == {name: stored_value(scene, Quantity(name)) for name in PARAMETERS}


@given(scenes())
def test_parts_say_where_they_are(scene: Scene) -> None:
    frame = resolve(SimState.of(scene))
    assert frame.cell.step == frame.timeline.step == frame.transport.step == scene.step
    assert frame.transport.steps == scene.steps
    assert (frame.transport.title, frame.transport.caption) == ("Drawn", "A claim")
    assert not frame.transport.changed


@given(scenes())
def test_states_put_in_by_hand_are_named(scene: Scene) -> None:
    frame = resolve(SimState.of(scene))
    held = {(one.step, f"{one.state}_previous") for one in scene.overrides if one.unit == 0}
    assert {(quantity.step, quantity.name) for quantity in frame.timeline.overridden} == held
    assert frame.cell.overridden == {name for step, name in held if step == scene.step}


@given(scenes(), st.data(), st.floats(-1, 1))
def test_axes_hold_every_curve_and_never_shrink_below_the_scene_as_opened(
    scene: Scene, data: st.DataObject, value: float
) -> None:
    opened = resolve(SimState.of(scene)).timeline
    moved = resolve(set_value(SimState.of(scene), data.draw(draggables(scene)), value))
    timeline = moved.timeline
    assert max(map(abs, timeline.curves["x"])) <= timeline.x_limit
    assert max(map(abs, timeline.curves["c"] + timeline.curves["h"])) <= timeline.c_limit
    assert timeline.x_limit >= opened.x_limit
    assert timeline.c_limit >= opened.c_limit


@given(scenes(), st.data(), st.floats(-1, 1))
def test_the_same_state_gives_equal_parts(scene: Scene, data: st.DataObject, value: float) -> None:
    state = SimState.of(scene)
    quantity = data.draw(draggables(scene))
    there = set_value(state, quantity, value)
    back = replace(there, scene=scene)
    first, second = resolve(state), resolve(back)
    for part in ("cell", "timeline", "operating", "equations", "weights", "transport"):
        assert getattr(first, part) == getattr(second, part)


def test_a_drag_leaves_the_parts_alone_that_do_not_hang_on_it() -> None:
    state = SimState.of(plain_scene(step=2))
    before, after = resolve(state), resolve(set_value(state, Quantity("x", 7), 0.5))
    assert before.timeline != after.timeline
    assert before.transport != after.transport  # it is changed now
    for part in ("cell", "operating", "equations", "weights"):
        assert getattr(before, part) == getattr(after, part)


def test_another_step_leaves_the_weights_and_the_curves_alone() -> None:
    state = SimState.of(plain_scene(step=2))
    before, after = resolve(state), resolve(set_step(state, 3))
    assert before.weights == after.weights
    assert before.timeline.curves == after.timeline.curves


def test_the_axis_of_a_counter_takes_the_rung_above_its_highest_count() -> None:
    scene = replace(plain_scene().starting("c", (7.0,)), overrides=(Override(9, "c", 0, 14.0),))
    frame = resolve(SimState.of(scene))
    assert 10 < np.abs(frame.arrays["c"]).max() < 20
    assert frame.timeline.c_limit == 20


def test_the_names_of_what_is_looked_at_stand_beside_its_numbers() -> None:
    names = Names(("left", "right"), ("long", "", "short"))
    state = replace(SimState.of(replace(drawn_scene(Kind.of("gru"), 1), names=names)), unit=2, source=1)
    frame = resolve(state)
    assert (frame.cell.input_name, frame.cell.unit_name) == ("right", "short")
    assert frame.timeline.names == names
    assert resolve(replace(state, unit=1)).cell.unit_name == ""
