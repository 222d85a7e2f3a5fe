"""The runs of all units, their ranges, and when two of them are the same."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.reach import largest, reaches
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.unit_runs import UnitRuns
from lstm_gui.simulator.update import look_at, set_value
from lstm_gui.simulator.values import value_of
from tests.graph.kinds import scenes_of_any_kind
from tests.simulator.scenes import plain_scene


@given(scenes_of_any_kind(), st.data())
def test_runs_hold_the_numbers_of_every_unit_and_input(scene: Scene, data: st.DataObject) -> None:
    frame, cell = resolve(SimState.of(scene)), scene.cell
    runs = frame.timeline.runs
    assert (runs is None) == (cell.units == cell.inputs == 1)
    assert frame.timeline.units == cell.units
    if runs is None:
        return
    assert (runs.steps, runs.units, runs.inputs) == (scene.steps, cell.units, cell.inputs)
    assert set(runs.arrays) == {"x", *cell.graph.main}
    step, unit = data.draw(st.integers(1, scene.steps)), data.draw(st.integers(0, cell.units - 1))
    for name in cell.graph.main:
        number = value_of(frame, Quantity(name, step, unit))
        assert np.array_equal(runs.arrays[name][step - 1, unit], number, equal_nan=True)
    source = data.draw(st.integers(0, cell.inputs - 1))
    assert frame.timeline.input(source) == tuple(row[source] for row in scene.inputs)
    looked = resolve(look_at(SimState.of(scene), unit, source)).timeline
    assert (looked.unit, looked.source, looked.runs) == (unit, source, runs)
    assert looked.input(source) == looked.curves["x"]


@given(scenes_of_any_kind(), st.floats(-3, 3))
def test_ranges_hold_every_number_and_never_shrink_below_the_scene_as_opened(
    scene: Scene, value: float
) -> None:
    opened = resolve(SimState.of(scene)).timeline.runs
    moved = resolve(set_value(SimState.of(scene), Quantity("x", 1), value)).timeline.runs
    if opened is None or moved is None:
        return
    for name, limit in moved.limits.items():
        assert largest(moved.arrays, (name,)) <= limit
        assert limit >= reaches(scene)[name]
    assert set(moved.limits) == {"x", *scene.cell.graph.signed}


def test_runs_are_the_same_where_every_number_is() -> None:
    numbers = {"x": np.array([[0.5, np.nan]]), "h": np.array([[0.25, 1.0]])}
    runs = UnitRuns(numbers, {"x": 1.0})
    assert runs == UnitRuns({name: array.copy() for name, array in numbers.items()}, {"x": 1.0})
    assert runs != UnitRuns(numbers, {"x": 2.0})
    assert runs != UnitRuns({"x": numbers["x"]}, {"x": 1.0})
    assert runs != UnitRuns({**numbers, "h": numbers["h"] + 1}, {"x": 1.0})
    assert runs != "runs"


def test_one_unit_that_reads_one_input_has_none() -> None:
    part = resolve(SimState.of(plain_scene())).timeline
    assert (part.runs, part.units) == (None, 1)
    assert part.input(0) == part.curves["x"]
    assert replace(part) == part
