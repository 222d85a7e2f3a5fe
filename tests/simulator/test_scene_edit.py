"""A changed scene shares what did not change."""

from dataclasses import replace

from lstm_gui.lessons.scene import Override
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.scene_edit import overrides_elsewhere, with_state_of, with_value
from tests.simulator.scenes import plain_scene


def test_a_moved_weight_leaves_the_other_gates_as_the_same_objects() -> None:
    scene = plain_scene()
    moved = with_value(scene, Quantity("U_f"), 2.0)
    assert moved.cell.gate("f").U == ((2.0,),)
    assert moved.cell.array("W_i") is scene.cell.array("W_i")
    assert moved.inputs is scene.inputs


def test_a_state_after_the_first_step_becomes_an_override() -> None:
    scene = with_value(plain_scene(), Quantity("c_previous", 4), -0.5)
    assert scene.overrides == (Override(4, "c", 0, -0.5),)
    assert with_value(scene, Quantity("c_previous", 4), 0.25).overrides == (Override(4, "c", 0, 0.25),)


def test_a_state_at_the_first_step_is_the_initial_state() -> None:
    assert with_value(plain_scene(), Quantity("h_previous", 1), 0.5).initial_h == (0.5,)
    assert with_value(plain_scene(), Quantity("c_previous", 1), 0.5).initial_c == (0.5,)


def test_an_override_at_the_first_step_is_what_is_moved_there() -> None:
    scene = replace(plain_scene(), overrides=(Override(1, "h", 0, 0.1),))
    moved = with_value(scene, Quantity("h_previous", 1), 0.5)
    assert (moved.initial_h, moved.overrides) == ((0.0,), (Override(1, "h", 0, 0.5),))


def test_a_state_as_it_was_elsewhere_has_its_override_and_its_initial_value() -> None:
    origin = replace(plain_scene(), overrides=(Override(1, "c", 0, 0.1),))
    scene = replace(origin, overrides=(Override(2, "c", 0, 0.3),)).starting("c", (0.7,))
    back = with_state_of(scene, Quantity("c_previous", 1), origin)
    assert back.initial_c == (0.8,)
    assert back.overrides == (Override(1, "c", 0, 0.1), Override(2, "c", 0, 0.3))
    assert with_state_of(back, Quantity("c_previous", 2), origin) == origin


def test_overrides_elsewhere_are_those_of_other_steps_states_and_units() -> None:
    others = (Override(2, "c", 0, 0.3), Override(1, "h", 0, 0.3), Override(1, "c", 1, 0.3))
    scene = replace(plain_scene(), overrides=(*others, Override(1, "c", 0, 0.1)))
    assert overrides_elsewhere(scene, Quantity("c_previous", 1)) == others
