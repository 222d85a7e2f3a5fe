"""Any unit and any input can be looked at; what is looked at changes no number."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import look_at, reset, set_value
from lstm_gui.simulator.values import value_of
from tests.graph.kinds import drawn_scene, scenes_of_any_kind
from tests.simulator.desk import Desk


@given(scenes_of_any_kind(), st.integers(-2, 5), st.integers(-2, 5))
def test_the_parts_are_those_of_the_unit_and_the_input(scene: Scene, unit: int, source: int) -> None:
    state = look_at(SimState.of(scene), unit, source)
    cell, frame = scene.cell, resolve(state)
    assert (state.unit, state.source) == (
        max(0, min(unit, cell.units - 1)),
        max(0, min(source, cell.inputs - 1)),
    )
    for name, value in frame.cell.values.items():
        address = (0, state.source) if name == "x" else (state.unit, 0)
        assert value == value_of(frame, Quantity(name, scene.step, *address))
        if name in frame.timeline.curves:
            assert frame.timeline.curves[name][scene.step - 1] == value
    for made in frame.equations.equations:
        assert made.quantity.unit == state.unit
    for name, given_ in cell.graph.parameter.items():
        column = {"inputs": state.source, "units": state.unit, "one": 0}[given_.columns]
        assert frame.weights.values[name] == cell.array(name)[state.unit][column]
        assert frame.weights.arrays[name] == cell.array(name)
    held = {one.step for one in scene.overrides if one.unit == state.unit}
    assert {quantity.step for quantity in frame.timeline.overridden} == held
    assert {quantity.unit for quantity in frame.timeline.overridden} <= {state.unit}


def test_looking_changes_nothing_but_what_is_looked_at() -> None:
    state = SimState.of(drawn_scene(Kind.of("gru"), 1))
    there = look_at(state, 2, 1)
    assert (there.scene, there.changed) == (state.scene, False)
    moved = set_value(there, Quantity("b_r", unit=2), 0.5)
    assert reset(moved) == there


def test_a_look_is_undone_and_a_gate_of_that_unit_is_dragged() -> None:
    scene = replace(drawn_scene(Kind.of("lstm"), 2), overrides=(Override(2, "h", 1, 0.5),))
    desk = Desk(scene)
    desk.controller.look_at(1)
    desk.controller.look_at(2, 1)
    assert desk.controller.undo_label == "look at another unit"
    desk.controller.edit_pre_activation("f", 0.25)
    assert desk.controller.frame.cell.values["z_f"] == pytest.approx(0.25)
    desk.controller.begin_edit(Quantity("b_f", unit=2))
    desk.controller.edit_pre_activation("f", 0.75)
    desk.controller.end_edit()
    assert desk.controller.frame.cell.values["z_f"] == pytest.approx(0.75)
    rows = desk.controller.state.scene.cell.array("b_f")
    assert rows[:2] == scene.cell.array("b_f")[:2]
    for _ in range(3):
        desk.controller.undo()
    assert desk.controller.state == SimState.of(scene)
