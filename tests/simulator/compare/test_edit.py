"""What is changed in a comparison changes that and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.kind import KINDS, LSTM, Kind
from lstm_gui.lessons.comparison import MOST_LANES, OWN, PINNED, SHARED, Comparison
from lstm_gui.simulator import update
from lstm_gui.simulator.compare import edit, starts
from lstm_gui.simulator.compare.settings import keeper
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched
from tests.simulator.compare.lanes import PLAIN, states
from tests.simulator.scenes import plain_scene

BIAS = Quantity("b_f")


@given(states(), st.sampled_from(KINDS))
def test_a_kind_beside_has_what_switching_to_it_would_make(state: SimState, kind: Kind) -> None:
    after = edit.beside(state, kind, "New")
    if not state.compare.has_room:
        assert after == state
        return
    lane = after.compare.lanes[-1]
    assert lane.scene.cell == switched(edit.alone(state.scene), kind).scene.cell
    assert (lane.title, lane.source, lane.scene) == ("New", SHARED, lane.opened)
    assert replace(after, compare=state.compare) == state


@given(states())
def test_a_scene_beside_brings_its_own_weights(state: SimState) -> None:
    after = edit.scene_beside(state, plain_scene())
    if state.compare.has_room:
        assert after.compare.lanes[-1].scene.cell == plain_scene().cell
        assert after.compare.lanes[-1].source == OWN
    else:
        assert after == state


@given(states())
def test_a_pinned_run_stays_as_it_was_whatever_changes_and_through_a_reset(state: SimState) -> None:
    if not edit.can_pin(state):
        assert edit.pinned(state, "Then") == state
        return
    pinned = edit.pinned(state, "Then")
    lane = pinned.compare.pinned
    assert lane is not None
    assert (lane.title, lane.source) == ("Then", PINNED)
    assert run_scene(lane.scene).h.tobytes() == run_scene(edit.alone(state.scene)).h.tobytes()
    moved = update.set_value(pinned, Quantity("x", 1), 0.25)
    assert moved.compare.pinned == lane
    assert update.reset(moved).compare.pinned == lane


def test_without_room_a_pin_takes_the_place_of_the_last_one() -> None:
    state = edit.pinned(edit.pinned(PLAIN, "One"), "Two")
    state = edit.beside(state, Kind.of("gru"), "GRU")
    assert [lane.title for lane in edit.pinned(state, "Three").compare.lanes] == ["One", "Three", "GRU"]
    full = starts.forget_biases(PLAIN, str)
    assert not edit.can_pin(full)
    assert len(full.compare.lanes) == MOST_LANES


@given(states(fewest=1), st.data())
def test_lanes_are_taken_away_and_renamed_alone(state: SimState, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(state.compare.lanes) - 1))
    others = [lane for n, lane in enumerate(state.compare.lanes) if n != place]
    assert list(edit.removed(state, place).compare.lanes) == others
    renamed = edit.renamed(state, place, "  another \n name ")
    assert renamed.compare.lanes[place].title == "another name"
    assert edit.renamed(state, place, " ") == state
    assert len(edit.renamed(state, place, "x" * 99).compare.lanes[place].title) == edit.LONGEST


@given(states(fewest=1), st.data(), st.floats(-20, 20))
def test_a_setting_of_a_lane_is_moved_and_put_back(
    state: SimState, data: st.DataObject, value: float
) -> None:
    place = data.draw(st.integers(0, len(state.compare.lanes) - 1))
    lane = state.compare.lanes[place]
    name = data.draw(st.sampled_from(sorted(lane.scene.cell.graph.parameter)))
    quantity = Quantity(name, unit=data.draw(st.integers(0, lane.scene.cell.units - 1)))
    moved = edit.moved(state, place, quantity, value)
    after = moved.compare.lanes[place]
    held = after.scene.cell.array(name)[quantity.unit][0]
    assert held == pytest.approx(min(max(value, -10), 10))
    assert after.opened == lane.opened
    assert moved.scene == state.scene
    assert edit.put_back(moved, place, quantity).compare.lanes[place].scene == lane.scene


@given(states(fewest=1), st.data())
def test_exchanged_twice_the_cells_stand_where_they_stood(state: SimState, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(state.compare.lanes) - 1))
    lane = state.compare.lanes[place]
    once = edit.exchanged(state, place, "Before")
    assert once.scene.cell == lane.scene.cell
    assert once.scene.initial == lane.scene.initial
    assert once.compare.lanes[place].scene.cell == state.scene.cell
    assert once.unit < once.scene.cell.units
    assert once.source < once.scene.cell.inputs
    assert 1 <= once.scene.step <= once.scene.steps
    run_scene(once.scene)
    back = edit.exchanged(once, place, lane.title)
    assert back.scene.cell == state.scene.cell
    assert back.compare.lanes[place].scene.cell == lane.scene.cell
    if lane.source == PINNED or lane.scene.cell.inputs >= state.scene.cell.inputs:
        assert back.scene.inputs == state.scene.inputs


def test_a_pinned_run_brings_its_input_back() -> None:
    state = update.set_length(update.set_value(edit.pinned(PLAIN, "Then"), Quantity("x", 2), 3.0), 4)
    back = edit.exchanged(state, 0, "Later")
    assert back.scene.inputs == PLAIN.scene.inputs
    assert back.compare.lanes[0].scene.inputs == state.scene.inputs


def test_the_families_are_those_that_the_scene_is_not() -> None:
    state = starts.families(edit.pinned(PLAIN, "Then"), lambda kind: kind.family)
    assert [lane.title for lane in state.compare.lanes] == ["rnn", "gru"]
    gru = update.reset(replace(state, scene=switched(PLAIN.scene, Kind.of("gru")).scene))
    assert gru.scene.cell.kind == LSTM
    other = SimState.of(switched(PLAIN.scene, Kind.of("lstm", variant="CIFG")).scene)
    assert len(starts.families(other, lambda kind: kind.family).compare.lanes) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_forget_biases_are_those_of_the_gate_that_keeps(kind: Kind) -> None:
    state = SimState.of(switched(PLAIN.scene, kind).scene)
    if not starts.can_forget(state):
        assert keeper(state.scene.cell.graph) == ""
        return
    made = starts.forget_biases(state, str)
    assert [lane.title for lane in made.compare.lanes] == ["-2.0", "0.0", "2.0"]
    cells = [lane.scene.cell for lane in made.compare.lanes]
    gate = keeper(state.scene.cell.graph)
    sign = -1 if state.scene.cell.graph.block(gate).opposite == "keep" else 1
    assert [sign * cell.array(f"b_{gate}")[0][0] for cell in cells] == [-2.0, 0.0, 2.0]
    assert all(lane.scene == lane.opened for lane in made.compare.lanes)


def test_a_scene_opens_with_what_stands_beside_it() -> None:
    compare = edit.pinned(PLAIN, "Then").compare
    assert SimState.of(replace(PLAIN.scene, compare=compare)).compare == compare
    assert SimState.of(PLAIN.scene).compare == Comparison()
