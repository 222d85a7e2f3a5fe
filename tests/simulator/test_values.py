"""Values are read where they are stored or computed, for every unit and input."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.simulator.direction import read_both_ways
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import belongs, override_of, parameter_value, stored_value, value_of
from tests.simulator.scenes import DRAGGABLE, STATES, every_quantity, plain_scene, scenes


@given(scenes())
def test_what_is_stored_is_what_the_run_read(scene: Scene) -> None:
    frame = resolve(SimState.of(scene))
    for quantity in every_quantity(scene):
        stored = stored_value(scene, quantity)
        assert stored is None or value_of(frame, quantity) == stored


@given(scenes())
def test_only_what_can_be_dragged_is_stored(scene: Scene) -> None:
    for quantity in every_quantity(scene):
        computed = quantity.name not in DRAGGABLE
        carried = quantity.name in STATES and quantity.step > 1 and override_of(scene, quantity) is None
        assert (stored_value(scene, quantity) is None) == (computed or carried)


@given(scenes(), st.data())
def test_a_scene_has_exactly_the_quantities_of_its_sizes(scene: Scene, data: st.DataObject) -> None:
    known = set(every_quantity(scene))
    near = data.draw(st.sampled_from(sorted(known)))
    for name, move in (("step", -1), ("step", 1), ("unit", -1), ("unit", 1), ("source", -1), ("source", 1)):
        neighbour = replace(near, **{name: getattr(near, name) + move})
        assert belongs(neighbour, scene) == (neighbour in known)


def test_the_last_of_two_overrides_at_one_place_counts() -> None:
    first, second = Override(3, "h", 0, 0.1), Override(3, "h", 0, 0.2)
    scene = replace(plain_scene(), overrides=(first, second))
    assert override_of(scene, Quantity("h_previous", 3)) == second
    assert value_of(resolve(SimState.of(scene)), Quantity("h_previous", 3)) == 0.2


def test_a_weight_of_the_cell_that_reads_from_the_end_is_its_own() -> None:
    scene = read_both_ways(plain_scene())
    assert scene.backward is not None
    other = scene.backward.cell.with_arrays({"b_f": ((-2.5,),)})
    scene = replace(scene, backward=replace(scene.backward, cell=other))
    assert parameter_value(scene, Quantity("b_f", backward=True)) == -2.5
    assert parameter_value(scene, Quantity("b_f")) == scene.cell.array("b_f")[0][0]
