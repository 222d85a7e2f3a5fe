"""The two directions of time: what the mirror shows, and that it is what nets computes."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.lessons.scene import Scene
from lstm_gui.nets import Bidirectional, Reversed
from lstm_gui.nets.activation import FloatArray
from lstm_gui.simulator.causes import causes, effects
from lstm_gui.simulator.direction import (
    arrow_of,
    cut,
    mirrored,
    read_at,
    read_both_ways,
    turned,
)
from lstm_gui.simulator.explain import highlight
from lstm_gui.simulator.frame import Frame
from lstm_gui.simulator.layer import initial_state, layer_of, where
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched
from lstm_gui.simulator.update import (
    release,
    reset,
    reset_value,
    set_both_ways,
    set_length,
    set_pre_activation,
    set_value,
    turn,
)
from lstm_gui.simulator.values import belongs, can_be_set, override_of, stored_value, value_of
from lstm_gui.simulator.words import name_of
from tests.graph.kinds import kinds
from tests.simulator.both_ways import plain_both_ways, scenes_both_ways
from tests.simulator.scenes import plain_scene
from tests.simulator.test_any_kind import every_quantity_of


def every_quantity_both_ways(scene: Scene) -> list[Quantity]:
    here = every_quantity_of(scene)
    return here + [replace(one, backward=True) for one in here if one.name != "x"]


def shown_outputs(frame: Frame) -> FloatArray:
    """The pair (h→, h←) at every step, as the frame has it (T, 2 H)."""
    units, steps = range(frame.state.scene.cell.units), range(1, frame.state.scene.steps + 1)
    rows = [
        [value_of(frame, Quantity("h", t, unit, backward=back)) for back in (False, True) for unit in units]
        for t in steps
    ]
    return np.array(rows)


def stepped(scene: Scene) -> FloatArray:
    """The hidden states of a scene's cell, run step by step with what was put in by hand (T, H)."""
    layer, state, found = layer_of(scene.cell), initial_state(scene), []
    for t, row in enumerate(scene.inputs, start=1):
        arrays = [array.copy() for array in state]
        for one in scene.overrides:
            if one.step == t:
                place, column = where(scene.cell.graph, one.state, one.unit, scene.cell.units)
                arrays[place][0, column] = one.value
        trace = layer.forward(np.array([[row]]), tuple(arrays))
        found.append(trace.output[0, 0])
        state = trace.final
    return np.array(found)


@given(scenes_both_ways())
def test_what_is_shown_is_what_nets_computes(scene: Scene) -> None:
    assert scene.backward is not None
    free = replace(scene, overrides=(), backward=replace(scene.backward, overrides=()))
    layer = Bidirectional(layer_of(scene.cell), layer_of(scene.backward.cell))
    state = (*initial_state(scene), *initial_state(mirrored(scene)))
    trace = layer.forward(np.array(scene.inputs)[:, np.newaxis], state)
    frame = resolve(SimState.of(free))
    np.testing.assert_array_equal(shown_outputs(frame), trace.output[:, 0])
    back = frame.backward_cell
    assert back is not None
    for name in scene.cell.graph.main:
        assert back.values[name] == trace.quantities[f"backward.{name}"][scene.step - 1, 0, 0]


@given(scenes_both_ways())
def test_states_put_in_by_hand_stand_in_the_direction_they_belong_to(scene: Scene) -> None:
    wanted = np.concatenate([stepped(scene), stepped(mirrored(scene))[::-1]], axis=1)
    np.testing.assert_array_equal(shown_outputs(resolve(SimState.of(scene))), wanted)


@given(scenes_both_ways())
def test_the_cell_that_reads_from_the_end_is_a_reversed_layer(scene: Scene) -> None:
    assert scene.backward is not None
    free = replace(mirrored(scene), overrides=())
    trace = Reversed(layer_of(scene.backward.cell)).forward(
        np.array(scene.inputs)[:, np.newaxis], initial_state(free)
    )
    np.testing.assert_array_equal(stepped(free)[::-1], trace.output[:, 0])


@given(scenes_both_ways())
def test_a_mirror_in_a_mirror_shows_the_scene_itself(scene: Scene) -> None:
    assert mirrored(mirrored(scene)) == scene
    for quantity in every_quantity_both_ways(scene):
        assert turned(turned(quantity, scene.steps), scene.steps) == quantity


def test_there_is_no_mirror_without_a_second_cell() -> None:
    with pytest.raises(ValueError, match="one direction"):
        mirrored(plain_scene())


@given(scenes_both_ways(max_units=2, max_steps=3))
def test_causes_and_effects_are_inverse_in_both_directions(scene: Scene) -> None:
    known = every_quantity_both_ways(scene)
    down = {(one, effect) for one in known for effect in effects(one, scene)}
    up = {(cause, one) for one in known for cause in causes(one, scene)}
    assert down == up
    for cause, effect in down:
        assert cause.name == "x" or cause.backward == effect.backward


def test_an_input_feeds_both_directions_and_each_goes_its_own_way() -> None:
    scene = plain_both_ways()
    fed = effects(Quantity("x", 5), scene)
    assert {Quantity("z_f", 5), Quantity("z_f", 5, backward=True)} <= fed
    assert causes(Quantity("c_previous", 5, backward=True), scene) == {Quantity("c", 6, backward=True)}
    assert causes(Quantity("c_previous", 12, backward=True), scene) == frozenset()


@settings(max_examples=30)
@given(scenes_both_ways(max_units=2, max_steps=3), st.data())
def test_a_value_that_is_set_stands_there_and_nowhere_else(scene: Scene, data: st.DataObject) -> None:
    known = every_quantity_both_ways(scene)
    settable = [one for one in known if can_be_set(one, scene)]
    moved = data.draw(st.sampled_from(settable))
    state = set_value(SimState.of(scene), moved, 0.5)
    assert stored_value(state.scene, moved) == 0.5
    for other in settable:
        if other != moved:
            assert stored_value(state.scene, other) == stored_value(scene, other)
    assert value_of(resolve(state), moved) == 0.5
    back = reset_value(state, moved)
    assert stored_value(back.scene, moved) == stored_value(scene, moved)
    assert not back.scene_changed


@given(scenes_both_ways(max_units=2))
def test_a_state_put_in_by_hand_is_let_go_of(scene: Scene) -> None:
    assert scene.backward is not None
    (put_in,) = scene.backward.overrides
    held = Quantity(f"{put_in.state}_previous", put_in.step, put_in.unit, backward=True)
    assert override_of(scene, held) == put_in
    after = release(SimState.of(scene), held).scene
    assert after.backward is not None
    assert after.backward.overrides == ()
    assert after.overrides == scene.overrides
    assert release(SimState.of(after), held).scene == after


def test_a_quantity_of_the_second_cell_belongs_to_no_scene_without_one() -> None:
    there = Quantity("f", 3, backward=True)
    assert not belongs(there, plain_scene())
    assert belongs(there, plain_both_ways())
    assert not belongs(Quantity("x", 3, backward=True), plain_both_ways())
    assert override_of(plain_scene(), Quantity("c_previous", 3, backward=True)) is None


@given(kinds)
def test_the_second_cell_is_a_copy_at_first_and_both_change_their_kind(kind: object) -> None:
    state = set_both_ways(SimState.of(plain_scene()), True)
    assert state.scene.backward is not None
    assert state.scene.backward.cell == state.scene.cell
    other = switched(state.scene, kind).scene  # type: ignore[arg-type]
    assert other.backward is not None
    assert other.backward.cell == other.cell
    assert switched(plain_scene(), kind).scene == replace(other, backward=None)  # type: ignore[arg-type]


def test_the_second_cell_that_a_scene_came_with_comes_back() -> None:
    state = SimState.of(plain_both_ways())
    alone = set_both_ways(turn(state, True), False)
    assert alone.scene.backward is None
    assert not alone.looks_back
    assert set_both_ways(alone, True) == state
    assert set_both_ways(state, True) == state
    assert read_both_ways(state.scene) is state.scene
    assert reset(turn(state, True)) == turn(state, True)
    assert not turn(alone, True).looks_back


def test_a_value_of_a_second_cell_that_was_added_resets_to_what_it_was_copied_from() -> None:
    opened = SimState.of(plain_scene())
    bias, start = Quantity("b_f", backward=True), Quantity("c_previous", 12, backward=True)
    state = set_value(set_both_ways(opened, True), bias, 3.0)
    state = set_value(state, start, 2.0)
    assert reset_value(reset_value(state, bias), start) == set_both_ways(opened, True)


def test_the_bias_that_gives_a_pre_activation_is_that_of_the_direction_looked_at() -> None:
    state = turn(SimState.of(plain_both_ways()), True)
    moved = set_pre_activation(state, "f", 1.5)
    assert moved.scene.cell == state.scene.cell
    assert value_of(resolve(moved), Quantity("z_f", 5, backward=True)) == pytest.approx(1.5)


def test_a_shorter_sequence_drops_what_was_put_in_at_steps_that_are_gone() -> None:
    state = SimState.of(plain_both_ways())
    for step in (3, 9):
        state = set_value(state, Quantity("c_previous", step, backward=True), 0.3)
    after = set_length(state, 6).scene.backward
    assert after is not None
    assert [one.step for one in after.overrides] == [3]
    assert cut(None, 6) is None


def test_words_name_the_direction_and_count_steps_from_the_beginning() -> None:
    scene = plain_both_ways()
    frame = resolve(SimState.of(scene))
    said = {
        one: highlight(frame, one).sentence
        for one in (
            Quantity("x", 5),
            Quantity("c", 5),
            Quantity("c_previous", 5),
            Quantity("c_previous", 5, backward=True),
            Quantity("c_previous", 12, backward=True),
            Quantity("f", 5, backward=True),
            Quantity("b_f", backward=True),
        )
    }
    first, ahead, before, after, start, gate, bias = said.values()
    assert first == "input x at t = 5 is 1.00"
    assert ahead.startswith("→ c at t = 5: ")
    assert before.startswith("→ cell state c from t = 4 is ")
    assert after.startswith("← cell state c from t = 6 is ")
    assert start == "← initial cell state c is −0.50"
    assert gate.startswith("← f at t = 5: σ(")
    assert bias == "← forget bias b_f = −0.40 at every step"
    assert name_of(Quantity("f", 5, backward=True)) == "← forget gate f at t = 5"
    assert read_at(Quantity("c_previous", 5, backward=True)) == 6
    assert arrow_of(Quantity("c", 5), plain_scene()) == ""


def test_a_frame_shows_the_direction_that_is_looked_at() -> None:
    state = SimState.of(plain_both_ways())
    ahead, back = resolve(state), resolve(turn(state, True))
    assert ahead.cell == back.cell
    assert ahead.backward_cell == back.backward_cell
    assert replace(ahead.timeline, looks_back=True) == back.timeline
    for part in ("operating", "equations", "weights", "transport"):
        assert (getattr(ahead, part).direction, getattr(back, part).direction) == ("→", "←")
    assert {(one.quantity.step, one.quantity.backward) for one in back.equations.equations} == {(5, True)}
    assert {(one.quantity.step, one.quantity.backward) for one in ahead.equations.equations} == {(5, False)}
    assert back.weights.values["b_f"] == -0.4
    there = back.timeline.backward
    assert there is not None
    assert back.backward_cell is not None
    assert there.curves["c"][4] == back.backward_cell.values["c"]
    assert there.curves["x"] == back.timeline.curves["x"]
    assert there.c_limit == back.timeline.c_limit
    held = Quantity("c_previous", 3, backward=True)
    after = resolve(set_value(state, held, 0.3)).timeline.backward
    assert after is not None
    assert after.overridden == (held,)
    plain = resolve(SimState.of(plain_scene()))
    assert plain.backward is None
    assert plain.transport.direction == ""
