"""What a view shows of a unit and an input has their addresses."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.scene import Scene
from lstm_gui.simulator.limits import ladder
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import look_at, set_value
from lstm_gui.simulator.values import belongs, value_of
from lstm_gui.simulator.weight_range import weight_limit
from tests.graph.kinds import scenes_of_any_kind


@given(scenes_of_any_kind(), st.integers(0, 2), st.integers(0, 1))
def test_every_number_of_the_cell_has_its_address(scene: Scene, unit: int, source: int) -> None:
    state = look_at(SimState.of(scene), unit, source)
    frame = resolve(state)
    for name, value in frame.cell.values.items():
        quantity = frame.cell.address(name)
        assert belongs(quantity, scene)
        assert value_of(frame, quantity) == value
    for name, value in frame.weights.values.items():
        quantity = frame.cell.address(name)
        assert belongs(quantity, scene)
        assert value_of(frame, quantity) == value
    for block, (z, _) in frame.operating.points.items():
        assert value_of(frame, frame.operating.address(f"z_{block}", scene.step)) == z
        assert frame.operating.address(f"b_{block}", scene.step) == Quantity(f"b_{block}", unit=state.unit)


@given(scenes_of_any_kind())
def test_all_units_and_inputs_are_seen_at_the_step(scene: Scene) -> None:
    frame = resolve(SimState.of(scene))
    seen = frame.cell.seen
    assert seen.h == tuple(frame.arrays["h"][scene.step - 1])
    assert seen.x == scene.inputs[scene.step - 1]
    assert seen.is_alone == (scene.cell.units == scene.cell.inputs == 1)


@given(scenes_of_any_kind(), st.floats(-10, 10))
def test_all_weights_lie_within_their_range(scene: Scene, value: float) -> None:
    state = SimState.of(scene)
    moved = set_value(state, Quantity("U_" + scene.cell.graph.blocks[0].name), value)
    limit = resolve(moved).weights.limit
    numbers = [abs(number) for rows in moved.scene.cell.arrays for row in rows for number in row]
    assert max(numbers) <= limit == ladder(limit)
    assert limit >= weight_limit(scene.cell, scene.cell)
    assert resolve(replace(moved, scene=scene)).weights.limit == weight_limit(scene.cell, scene.cell)
