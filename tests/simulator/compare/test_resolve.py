"""What is shown of a comparison is what the cells compute, and no label says what is not so."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.comparison import PINNED, SHARED
from lstm_gui.lessons.scene import GateWeights
from lstm_gui.simulator import update
from lstm_gui.simulator.compare import edit, starts
from lstm_gui.simulator.compare.difference import difference, difference_limit
from lstm_gui.simulator.compare.frame import SCENE
from lstm_gui.simulator.compare.resolve import ghost_of, pinned_reach, resolve_compare, running
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.direction import read_both_ways
from lstm_gui.simulator.layer import arrays_of
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.state import SimState
from tests.simulator.compare.lanes import PLAIN, states

GRU, RNN = Kind.of("gru"), Kind.of("rnn")
BIAS = Quantity("b_f")


@given(states())
def test_every_curve_is_that_of_the_cell_run_alone(state: SimState) -> None:
    shown = resolve_compare(state).lanes
    scenes = [state.scene, *(running(lane, state.scene) for lane in state.compare.lanes)]
    for part, scene in zip(shown.lanes, scenes, strict=True):
        arrays = arrays_of(run_scene(replace(scene, backward=None)), scene.cell.graph)
        unit = min(state.unit, scene.cell.units - 1)
        for name in scene.cell.graph.main:
            want = arrays[name][: state.scene.steps, unit]
            assert np.array_equal(part.run.curves[name], want, equal_nan=True)
        assert part.run.step == min(state.scene.step, len(part.run.curves["x"]))


@given(states())
def test_the_first_lane_shows_what_the_cell_tab_shows(state: SimState) -> None:
    first, whole = resolve_compare(state).lanes.lanes[0].run, resolve(state).timeline
    assert {name: first.curves[name] for name in whole.curves} == whole.curves
    assert (first.step, first.overridden, first.labels) == (whole.step, whole.overridden, whole.labels)


@given(states())
def test_all_lanes_have_the_same_axes_and_no_number_lies_beyond(state: SimState) -> None:
    lanes = resolve_compare(state).lanes.lanes
    assert len({(lane.run.x_limit, lane.run.c_limit) for lane in lanes}) == 1
    for lane in lanes:
        assert max(map(abs, lane.run.curves["x"])) <= lane.run.x_limit
        for name in graph_of(lane.kind).together:
            assert np.nanmax(np.abs(lane.run.curves[name]), initial=0.0) <= lane.run.c_limit


@given(states())
def test_the_table_is_read_off_the_curves(state: SimState) -> None:
    frame = resolve_compare(state)
    lanes, table = frame.lanes.lanes, frame.table
    assert table.kinds == tuple(lane.kind for lane in lanes)
    for role, entries in table.rows:
        for n, entry in enumerate(entries):
            if entry is None:
                continue
            run, graph = lanes[n].run, graph_of(lanes[n].kind)
            names = [name for name in ("x", *graph.main) if graph.role(name) == role]
            found = [run.curves[name][run.step - 1] for name in names]
            assert any(entry.value == value or math.isnan(value) for value in found)
            first = entries[0]
            if entry.difference is not None and math.isfinite(entry.difference):
                assert first is not None
                assert entry.difference == entry.value - first.value
            assert n > 0 or entry.difference is None


def test_a_gate_is_compared_with_one_that_means_the_same() -> None:
    state = edit.beside(edit.beside(PLAIN, GRU, "GRU"), Kind.of("gru", z="writes"), "writes")
    rows = dict(resolve_compare(state).table.rows)
    assert rows["f"][1] is not None
    assert (rows["f"][1].symbol, rows["f"][1].difference is not None) == ("z", True)  # z keeps, as f does
    assert rows["o"][1] is not None
    assert (rows["o"][1].symbol, rows["o"][1].difference) == ("r", None)  # r resets, o shows
    assert rows["i"][2] is not None
    assert rows["i"][2].difference is not None  # z writes, as i does
    assert rows["c"][1] is None


def test_what_a_scene_reads_all_lanes_read_but_a_pinned_one() -> None:
    state = edit.pinned(edit.beside(PLAIN, GRU, "GRU"), "Then")
    moved = resolve_compare(update.set_value(state, Quantity("x", 3), -0.75))
    x = [lane.run.curves["x"][2] for lane in moved.lanes.lanes]
    assert x == [-0.75, -0.75, 1.0]
    assert moved.input.curves["x"][2] == -0.75


def test_without_a_pin_there_is_no_ghost_and_no_difference() -> None:
    lanes = resolve_compare(edit.beside(PLAIN, GRU, "GRU")).lanes
    assert lanes.ghost is None
    assert all(lane.difference is None for lane in lanes.lanes)


def test_the_difference_is_now_less_what_was_pinned() -> None:
    state = update.set_value(edit.pinned(PLAIN, "Then"), BIAS, -3.0)
    lanes = resolve_compare(state).lanes
    now, then = (lane.run.curves for lane in lanes.lanes)
    assert lanes.ghost == lanes.lanes[1].run
    for name in ("c", "h"):
        mine, other = lanes.lanes[0].difference, lanes.lanes[1].difference
        assert mine is not None
        assert other is not None
        assert mine[name] == pytest.approx(np.subtract(now[name], then[name]))
        assert other[name] == pytest.approx(np.subtract(then[name], now[name]))
    most = max(abs(number) for curve in (lanes.lanes[0].difference or {}).values() for number in curve)
    assert most <= lanes.lanes[0].difference_limit <= 2.5 * most


def test_a_shorter_pinned_run_ends_where_it_ended() -> None:
    state = update.set_step(update.set_length(edit.pinned(update.set_length(PLAIN, 4), "Then"), 9), 8)
    frame = resolve_compare(state)
    pinned = frame.lanes.lanes[1]
    assert (len(pinned.run.curves["h"]), pinned.run.step) == (4, 4)
    assert frame.table.steps == (8, 4)
    assert pinned.difference is not None
    assert len(pinned.difference["h"]) == 4
    longer = resolve_compare(update.set_length(edit.pinned(PLAIN, "Then"), 3))
    assert len(longer.lanes.lanes[1].run.curves["h"]) == 3


def test_differences_have_a_fine_axis_and_none_counts_for_nothing() -> None:
    run = resolve_compare(PLAIN).lanes.lanes[0].run
    assert difference_limit(None) == difference_limit(difference(run, run)) == 0.01
    assert difference_limit({"h": (0.03, math.nan)}) == 0.05
    assert difference_limit({"h": (math.inf, 1.5)}) == 2.0


@given(states(fewest=1))
def test_a_lane_that_says_it_has_the_same_weights_has_them(state: SimState) -> None:
    for part, lane in zip(resolve_compare(state).lanes.lanes[1:], state.compare.lanes, strict=True):
        assert part.provenance.source == lane.source
        assert not part.provenance.changed
        if lane.source != SHARED:
            assert part.provenance.other == ()
            continue
        again = edit.beside(replace(state, compare=type(state.compare)()), part.kind, "again")
        same = again.compare.lanes[0].scene.cell == lane.scene.cell
        assert same == (part.provenance.other == ())


def test_what_was_changed_since_is_named() -> None:
    state = edit.beside(PLAIN, GRU, "GRU")
    moved = resolve_compare(edit.moved(state, 0, Quantity("b_z"), 3.0)).lanes.lanes[1].provenance
    assert (moved.source, moved.other, moved.changed) == (SHARED, ("b_z",), True)
    main = resolve_compare(update.set_value(state, BIAS, -1.0)).lanes.lanes
    assert main[1].provenance.other == ("b_z",)
    assert (main[0].provenance.source, main[0].provenance.changed) == (SCENE, True)
    assert "did not carry over" in main[1].provenance.told
    assert "remembered" not in main[1].provenance.told


def test_a_cell_of_another_size_shares_no_weights() -> None:
    state = edit.beside(PLAIN, RNN, "RNN")
    wide = ((0.5, 0.5),)
    gate = GateWeights(wide, ((0.1,),), (0.0,))
    cell = PLAIN.scene.cell
    for name in "ifgo":
        cell = replace(cell, inputs=2).with_gate(name, gate)
    scene = replace(PLAIN.scene, cell=cell, inputs=((1.0, 2.0),) * 12)
    frame = resolve_compare(replace(state, scene=scene, origin=scene, source=1))
    assert set(frame.lanes.lanes[1].provenance.other) == {"W_h", "U_h", "b_h"}
    assert frame.lanes.lanes[1].run.curves["x"] == (1.0,) * 12  # it reads the first of two inputs
    back = edit.reading(scene, PLAIN.scene)
    assert back.inputs[0] == (1.0, 0.0)  # and one that it lacks is 0


def test_settings_begin_with_what_keeps_and_what_is_read_again() -> None:
    frame = resolve_compare(starts.families(PLAIN, str))
    names = [[one.quantity.name for one in lane.settings] for lane in frame.lanes.lanes]
    assert names[0][:2] == ["b_f", "U_g"]
    assert names[1] == ["U_h", "b_h", "W_h"]
    assert names[2][:2] == ["b_z", "U_n"]
    values = {one.quantity.name: one.value for one in frame.lanes.lanes[0].settings}
    assert (values["b_f"], values["U_g"]) == (0.6, -0.1)


def test_a_lane_that_leaves_the_finite_numbers_says_where() -> None:
    state = edit.beside(PLAIN, Kind.of("rnn", activation="relu"), "ReLU")
    for name, value in (("U_h", 10.0), ("W_h", 10.0), ("b_h", 10.0)):
        state = edit.moved(state, 0, Quantity(name), value)
    longer = update.set_length(replace(state, origin=state.scene), 256)
    filled = replace(longer.scene, inputs=((1.0,),) * 256)
    enormous = replace(state.compare.lanes[0].scene.cell, arrays=(((1e6,),),) * 3)
    lane = replace(state.compare.lanes[0], scene=replace(state.compare.lanes[0].scene, cell=enormous))
    frame = resolve_compare(replace(longer, scene=filled, compare=longer.compare.with_lane(0, lane)))
    stopped = frame.lanes.lanes[1].stopped
    assert stopped is not None
    assert stopped.step < 256
    assert frame.lanes.lanes[0].stopped is None


def test_the_controller_works_it_out_once_for_a_state() -> None:
    controller = Controller(lambda callback: callback())
    controller.open(PLAIN.scene)
    frame = controller.compare
    assert controller.compare is frame
    controller.change(edit.pinned(controller.state, "Then"), "pin")
    assert controller.compare is not frame
    assert controller.compare.lanes.lanes[1].provenance.source == PINNED
    controller.undo()
    assert controller.compare.lanes == frame.lanes
    assert controller.gradients is controller.gradients


def turned_both(state: SimState) -> SimState:
    """The state with its scene read in both directions."""
    return replace(state, scene=read_both_ways(state.scene))


def test_the_ghost_of_the_cell_tab_is_the_run_that_was_pinned_last() -> None:
    state = update.set_value(edit.pinned(PLAIN, "Then"), BIAS, -3.0)
    ghost = ghost_of(state, 1.0, 2.0)
    assert ghost is not None
    assert ghost.curves == resolve_compare(PLAIN).lanes.lanes[0].run.curves
    assert (ghost.x_limit, ghost.c_limit) == (1.0, 2.0)
    x, c = pinned_reach(state)
    assert x == max(map(abs, ghost.curves["x"]))
    assert c == max(abs(number) for name in ("c", "h", "g") for number in ghost.curves[name])
    timeline = resolve(state).timeline
    assert timeline.ghost == replace(ghost, x_limit=timeline.x_limit, c_limit=timeline.c_limit)
    assert timeline.c_limit >= c
    assert resolve(PLAIN).timeline.ghost is None
    assert resolve(turned_both(state)).timeline.ghost is None
    assert ghost_of(PLAIN, 1.0, 1.0) is None
    assert pinned_reach(PLAIN) == (0.0, 0.0)
