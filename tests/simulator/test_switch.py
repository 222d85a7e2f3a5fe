"""Another kind of cell keeps what means the same, and names the rest."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import KINDS, LSTM, Kind
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.scene import Backward, Override, Scene
from lstm_gui.simulator.carrying import OPEN
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.remembered import Remembered
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.sizes import set_units
from lstm_gui.simulator.switch import switched, told
from lstm_gui.simulator.words import SENTENCES
from tests.graph.kinds import drawn_scene, kinds, scenes_of_any_kind
from tests.simulator.desk import Desk

PEEPHOLE, CIFG, FGR = (Kind.of("lstm", variant=name) for name in ("peephole", "CIFG", "FGR"))


def same_h(scene: Scene, other: Scene) -> bool:
    ours, theirs = (run_scene(one).quantities["h"] for one in (scene, other))
    return bool(np.allclose(ours, theirs, rtol=1e-9, atol=1e-11))


def arrays(blocks: str) -> set[str]:
    return {f"{letter}_{block}" for letter in "WUb" for block in blocks}


@given(scenes_of_any_kind(), kinds)
def test_what_a_person_sees_around_the_cell_stays(scene: Scene, kind: Kind) -> None:
    after = switched(scene, kind).scene
    assert after.cell.kind == kind
    assert (after.cell.inputs, after.cell.units) == (scene.cell.inputs, scene.cell.units)
    for name in ("title", "caption", "inputs", "step", "seed", "labels", "drawn_as"):
        assert getattr(after, name) == getattr(scene, name)
    assert after.initial_h == scene.initial_h
    assert [one for one in after.overrides if one.state == "h"] == [
        one for one in scene.overrides if one.state == "h"
    ]


@given(scenes_of_any_kind())
def test_the_same_kind_changes_nothing(scene: Scene) -> None:
    same = switched(scene, scene.cell.kind)
    assert (same.scene, same.left, same.new) == (scene, (), ())


@given(scenes_of_any_kind(), kinds)
def test_each_number_is_carried_or_named(scene: Scene, kind: Kind) -> None:
    after = switched(scene, kind)
    there = {abs(number) for rows in after.scene.cell.arrays for row in rows for number in row}
    for name, rows in zip(scene.cell.graph.place, scene.cell.arrays, strict=True):
        assert name in after.left or {abs(number) for row in rows for number in row} <= there | {0.0}
    for state in scene.cell.graph.carried - set(after.left):
        held = [one for one in scene.overrides if one.state == state]
        assert all(one in after.scene.overrides for one in held)


@given(scenes_of_any_kind(), kinds)
def test_what_is_new_stands_open_or_in_the_middle(scene: Scene, kind: Kind) -> None:
    after = switched(scene, kind)
    for name in after.new:
        gate, block = after.scene.cell.gate(name), graph_of(kind).block(name)
        assert not any(number for row in (*gate.W, *gate.U) for number in row)
        open_ = block.meaning in ("keep", "write", "show", "reset") and not block.opposite
        assert set(gate.b) == {OPEN if open_ else 0.0}
    assert set(after.new) <= {block.name for block in graph_of(kind).blocks}


def test_a_cell_that_a_gate_is_new_to_still_does_something() -> None:
    scene = drawn_scene(Kind.of("rnn"), 4, steps=12)
    for kind in KINDS:
        assert np.abs(run_scene(switched(scene, kind).scene).quantities["h"][-1]).max() > 0.01, kind


# There and back


def ordered(scene: Scene) -> Scene:
    return replace(scene, overrides=tuple(sorted(scene.overrides)))


@given(scenes_of_any_kind(max_units=2), kinds)
def test_there_and_back_is_no_way_at_all(scene: Scene, kind: Kind) -> None:
    there = switched(scene, kind)
    back = switched(there.scene, scene.cell.kind, there.remembered)
    assert ordered(back.scene) == ordered(scene)


@given(scenes_of_any_kind(max_units=2), kinds)
def test_what_comes_back_is_what_was_left(scene: Scene, kind: Kind) -> None:
    there = switched(scene, kind)
    back = switched(there.scene, scene.cell.kind, there.remembered)
    assert set(there.left) <= {*back.restored, *back.scene.cell.graph.parameter}
    again = {(one.array, one.meaning) for one in back.remembered.arrays}
    block = back.scene.cell.graph.block
    own = {(one.array, block(one.block).meaning) for one in back.scene.cell.graph.parameters}
    assert not again & own  # what stands in the cell is not remembered beside it


@given(scenes_of_any_kind(max_units=2), kinds, kinds)
def test_a_gate_edited_meanwhile_is_kept_and_the_rest_restored(
    scene: Scene, kind: Kind, another: Kind
) -> None:
    there = switched(scene, kind)
    candidate = next(block for block in there.scene.cell.graph.blocks if block.meaning == "candidate")
    bias = f"b_{candidate.name}"
    cell = there.scene.cell.with_arrays({bias: ((7.5,),) * scene.cell.units})
    further = switched(replace(there.scene, cell=cell), another, there.remembered)
    back = switched(further.scene, scene.cell.kind, further.remembered).scene.cell
    graph = scene.cell.graph
    moved = next(f"b_{block.name}" for block in graph.blocks if block.meaning == "candidate")
    assert back.array(moved) == ((7.5,),) * scene.cell.units
    for name in graph.parameter:
        assert name == moved or back.array(name) == scene.cell.array(name)


def test_what_the_opposite_says_is_kept_where_it_was_edited() -> None:
    """A GRU's z that writes is a forget gate with the sign turned in an sLSTM, and comes back as edited."""
    scene = drawn_scene(Kind.of("gru", z="writes"), 3, units=1)
    there = switched(scene, Kind.of("slstm"))
    edited = replace(there.scene, cell=there.scene.cell.with_arrays({"b_f": ((0.5,),)}))
    assert switched(edited, scene.cell.kind, there.remembered).scene.cell.array("b_z") == ((-0.5,),)
    further = switched(there.scene, LSTM, there.remembered)
    assert further.scene.cell.array("b_i") == scene.cell.array("b_z")
    assert switched(further.scene, scene.cell.kind, further.remembered).scene.cell == scene.cell


LSTM_AND_GRUS = [LSTM, Kind.of("gru", z="keeps"), Kind.of("gru", z="writes")]


@pytest.mark.parametrize("way", list(permutations(LSTM_AND_GRUS[1:])))
def test_an_lstm_comes_back_through_both_grus(way: tuple[Kind, ...]) -> None:
    scene = drawn_scene(LSTM, 5)
    here, kept = scene, Remembered()
    for kind in (*way, LSTM):
        after = switched(here, kind, kept)
        here, kept = after.scene, after.remembered
    assert ordered(here) == ordered(scene)


def test_a_gru_called_the_other_way_round_is_the_same_whatever_is_remembered() -> None:
    """It has an input gate's weights; those of the forget gate, which are remembered, stay remembered."""
    there = switched(drawn_scene(LSTM, 6), Kind.of("gru", z="writes"))
    other = switched(there.scene, Kind.of("gru", z="keeps"), there.remembered)
    assert same_h(there.scene, other.scene)
    edited = replace(other.scene, cell=other.scene.cell.with_arrays({"b_z": ((0.5,),) * 3}))
    through = switched(edited, Kind.of("rnn"), other.remembered)
    back = switched(through.scene, Kind.of("gru", z="writes"), through.remembered)
    assert back.scene.cell.array("b_z") == ((-0.5,),) * 3
    assert "W_z" in back.restored


def test_what_is_remembered_follows_the_size_of_the_cell() -> None:
    desk = Desk(load("remember"))
    first = desk.controller.state.scene.cell
    desk.controller.switch(Kind.of("rnn"))
    desk.controller.change(set_units(desk.controller.state, 2), "two units")
    desk.controller.switch(LSTM)
    larger = desk.controller.state.scene.cell
    assert larger.array("W_f")[0] == first.array("W_f")[0]
    assert larger.array("b_f") == (first.array("b_f")[0], (OPEN,))
    desk.controller.switch(Kind.of("rnn"))
    desk.controller.change(set_units(desk.controller.state, 1), "one unit")
    desk.controller.switch(LSTM)
    assert desk.controller.state.scene.cell == first


def test_states_that_come_back_stay_within_the_sequence() -> None:
    scene = replace(load("forget"), overrides=(Override(2, "c", 0, 0.5), Override(6, "c", 0, 0.25)))
    there = switched(scene.starting("c", (0.75,)), Kind.of("gru"))
    shorter = replace(there.scene, inputs=there.scene.inputs[:4])
    back = switched(shorter, LSTM, there.remembered)
    assert back.scene.overrides == (Override(2, "c", 0, 0.5),)
    assert back.scene.initial_c == (0.75,)
    assert "c" in back.restored
    assert told(back, Kind.of("gru")).startswith("input gate, output gate, cell state restored")


def test_both_directions_are_switched_and_remembered() -> None:
    scene = drawn_scene(LSTM, 8)
    other = drawn_scene(LSTM, 9)
    both = replace(scene, backward=Backward(other.cell, other.initial, other.overrides))
    there = switched(both, Kind.of("rnn"))
    assert there.scene.backward is not None
    assert there.scene.backward.cell == switched(other, Kind.of("rnn")).scene.cell
    back = switched(there.scene, LSTM, there.remembered).scene
    assert back.backward == both.backward
    assert back.cell == scene.cell


def test_a_switch_and_back_is_undone_in_two_steps() -> None:
    desk = Desk(load("remember"))
    first = desk.controller.state
    desk.controller.switch(Kind.of("rnn"))
    assert "restored" in desk.controller.switch(LSTM)
    assert desk.controller.state.scene == first.scene
    desk.controller.undo()
    desk.controller.undo()
    assert desk.controller.state == first
    desk.controller.redo()
    assert desk.controller.switch(LSTM) == "input gate, forget gate, output gate restored"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Kind.of("gru", z="keeps"), Kind.of("gru", z="writes")),
        (Kind.of("gru", z="writes"), Kind.of("gru", z="keeps")),
        (Kind.of("gru", reset="before", z="writes"), Kind.of("gru", reset="before", z="keeps")),
        (LSTM, PEEPHOLE),
        (LSTM, FGR),
        (LSTM, Kind.of("lstm", variant="NP")),
        (PEEPHOLE, FGR),
    ],
)
@given(st.integers(0, 2**32))
def test_a_cell_that_can_do_the_same_does_the_same(before: Kind, after: Kind, seed: int) -> None:
    scene = drawn_scene(before, seed)
    there = switched(scene, after)
    assert there.left == ()
    assert same_h(scene, there.scene)
    back = switched(there.scene, before)
    assert (back.left, back.scene) == ((), scene)


def test_the_sign_of_z_is_what_its_meaning_asks_for() -> None:
    scene = drawn_scene(LSTM, 1, inputs=1, units=1)
    keeps = switched(scene, Kind.of("gru", z="keeps")).scene.cell
    writes = switched(scene, Kind.of("gru", z="writes")).scene.cell
    assert keeps.gate("z") == scene.cell.gate("f")
    assert writes.gate("z") == scene.cell.gate("i")
    assert keeps.gate("n") == writes.gate("n") == scene.cell.gate("g")
    both = switched(drawn_scene(Kind.of("gru"), 2), LSTM).scene.cell
    z = switched(drawn_scene(Kind.of("gru"), 2), Kind.of("gru", z="writes")).scene.cell.gate("z")
    assert both.gate("i") == z
    assert both.gate("f") == drawn_scene(Kind.of("gru"), 2).cell.gate("z")


@pytest.mark.parametrize(
    ("before", "after", "left", "new"),
    [
        ("lstm", "rnn", {"c", *arrays("ifo")}, set()),
        ("rnn", "lstm", set(), {"i", "f", "o"}),
        ("lstm", "gru", {"c", *arrays("io")}, {"r"}),
        ("gru", "lstm", {"bu_n", *arrays("r")}, {"o"}),
        ("lstm", "slstm", {"c", *arrays("i")}, {"i"}),
        ("rnn", "gru", set(), {"r", "z"}),
    ],
)
def test_what_does_not_carry_over_is_named(before: str, after: str, left: set[str], new: set[str]) -> None:
    scene = replace(drawn_scene(Kind.of(before), 7), overrides=())
    there = switched(scene, Kind.of(after))
    assert (set(there.left), set(there.new)) == (left, new)


def test_peepholes_that_are_lost_are_named() -> None:
    there = switched(replace(drawn_scene(PEEPHOLE, 3), overrides=()), LSTM)
    assert set(there.left) == {"p_i", "p_f", "p_o"}


def test_gates_that_were_coupled_by_their_weights_lose_nothing() -> None:
    scene = load("coupled-gates")
    there = switched(scene, CIFG)
    assert there.left == ()
    assert same_h(scene, there.scene)
    assert "W_f" in switched(load("remember"), CIFG).left


def test_a_state_put_in_by_hand_that_has_no_place_is_named() -> None:
    scene = replace(load("forget"), overrides=(Override(2, "c", 0, 0.5), Override(2, "h", 0, 0.25)))
    there = switched(scene, Kind.of("gru"))
    assert "c" in there.left
    assert there.scene.overrides == (Override(2, "h", 0, 0.25),)


@pytest.mark.parametrize("kind", KINDS)
def test_every_bundled_lstm_can_be_switched_and_run(kind: Kind) -> None:
    for name in ("remember", "toggle", "carousel"):
        assert np.isfinite(run_scene(switched(load(name), kind).scene).quantities["h"]).all()


def test_what_was_lost_is_told_block_by_block() -> None:
    there = switched(replace(drawn_scene(Kind.of("gru"), 7), overrides=()), LSTM)
    assert told(there, Kind.of("gru")) == (
        "reset gate, candidate recurrent bias did not carry over (remembered); "
        "output gate: new, open to begin with (bias 3)"
    )
    there = switched(replace(load("remember"), overrides=()), Kind.of("rnn"))
    assert told(there, LSTM) == "input gate, forget gate, output gate did not carry over (remembered)"
    assert told(switched(load("remember"), PEEPHOLE), LSTM) == ""
    there = switched(replace(drawn_scene(Kind.of("rnn"), 7), overrides=()), Kind.of("gru"))
    assert told(there, Kind.of("rnn")) == (
        "reset gate: new, open to begin with (bias 3); update gate: new, half open to begin with (bias 0)"
    )
    there = switched(load("remember"), Kind.of("slstm"))
    assert told(there, LSTM).endswith("input gate: new, exp(0) = 1 to begin with")
    assert f"(bias {OPEN:g})" in SENTENCES["starts open"]


def test_a_switch_is_one_undo_step_and_resets_to_the_old_kind() -> None:
    desk = Desk(load("remember"))
    words = desk.controller.switch(Kind.of("gru"))
    assert "output gate" in words
    assert desk.controller.state.scene.cell.kind == Kind.of("gru")
    assert desk.controller.undo_label == "switch to GRU, reset after, z keeps"
    desk.controller.set_value(Quantity("bu_n"), 0.5)
    desk.controller.set_value(Quantity("h_previous", 1), 0.5)
    desk.controller.set_value(Quantity("h_previous", 4), 0.5)
    for place in (Quantity("bu_n"), Quantity("h_previous", 1), Quantity("h_previous", 4)):
        desk.controller.reset_value(place)
    assert desk.controller.state.scene == switched(load("remember"), Kind.of("gru")).scene
    desk.controller.set_length(15)
    desk.controller.reset()
    assert desk.controller.state.scene == load("remember")


def test_what_the_old_cell_did_not_have_goes_back_to_what_was_put_there() -> None:
    desk = Desk(replace(drawn_scene(Kind.of("rnn"), 1, 1, 1, steps=3), overrides=()))
    desk.controller.switch(LSTM)
    desk.controller.set_value(Quantity("c_previous", 1), 0.5)
    desk.controller.set_value(Quantity("b_o"), 0.5)
    desk.controller.reset_value(Quantity("c_previous", 1))
    desk.controller.reset_value(Quantity("b_o"))
    scene = desk.controller.state.scene
    assert (scene.initial_c, scene.cell.gate("o").b) == ((0.0,), (OPEN,))
    desk.controller.switch(LSTM)
    assert desk.controller.state.scene is scene


def test_a_gate_that_is_no_longer_there_is_not_moved() -> None:
    desk = Desk(load("remember"))
    desk.controller.switch(Kind.of("rnn"))
    before = desk.controller.state
    desk.controller.edit_pre_activation("f", 1.0)
    desk.controller.set_value(Quantity("c_previous", 2), 0.5)
    assert desk.controller.state is before
