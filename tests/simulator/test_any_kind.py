"""What the simulator does for every kind of cell: wiring, equations, edits, frames."""

import math
import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.lessons.scene import Scene, zero_cell, zero_states
from lstm_gui.simulator.causes import causes, effects, traced_causes, traced_effects
from lstm_gui.simulator.explain import equation, highlight
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.update import release, reset_value, set_pre_activation, set_value
from lstm_gui.simulator.values import belongs, can_be_set, override_of, stored_value, value_of
from tests.graph.kinds import drawn_scene, scenes_of_any_kind
from tests.graph.test_cell_graph import every_kind

FUNCTIONS = {
    "σ": lambda z: 0.5 * (1 + math.tanh(z / 2)),
    "logσ": lambda z: -math.log1p(math.exp(-z)),
    "tanh": math.tanh,
    "exp": math.exp,
    "max": max,
    "ReLU": lambda z: max(z, 0.0),
}


def every_quantity_of(scene: Scene) -> list[Quantity]:
    """All quantities of a scene of any kind."""
    graph, cell = scene.cell.graph, scene.cell
    units = range(cell.units)
    steps = range(1, scene.steps + 1)
    found = [Quantity("x", t, source=source) for t in steps for source in range(cell.inputs)]
    for name, given_ in graph.parameter.items():
        columns = range(given_.width(cell.inputs, cell.units))
        found += [Quantity(name, unit=unit, source=source) for unit in units for source in columns]
    stepped = [name for name in graph.names if name not in graph.parameter and name != "x"]
    return found + [Quantity(name, t, unit) for name in stepped for t in steps for unit in units]


def calculated(text: str) -> float:
    """What a substituted equation comes to, worked out from the text alone."""
    plain = text.replace("−", "-").replace("·", "*").replace("log σ", "logσ")
    assert re.fullmatch(r"[-+*/(),. 0-9σa-zA-Z]*", plain), text
    return float(eval(plain, {"__builtins__": {}}, FUNCTIONS))


@given(scenes_of_any_kind(max_units=2, max_steps=3))
def test_causes_and_effects_are_inverse(scene: Scene) -> None:
    known = every_quantity_of(scene)
    for forwards, backwards in ((effects, causes), (traced_effects, traced_causes)):
        down = {(cause, effect) for cause in known for effect in forwards(cause, scene)}
        up = {(cause, effect) for effect in known for cause in backwards(effect, scene)}
        assert down == up


@given(scenes_of_any_kind(max_units=2, max_steps=3), st.data())
def test_what_changes_with_a_drag_is_reached_by_effects(scene: Scene, data: st.DataObject) -> None:
    draggable = [one for one in every_quantity_of(scene) if can_be_set(one, scene)]
    moved = data.draw(st.sampled_from(draggable))
    before = resolve(SimState.of(scene))
    after = resolve(set_value(before.state, moved, data.draw(st.floats(-1, 1))))
    reached, ahead = {moved}, {moved}
    while ahead:
        ahead = {effect for one in ahead for effect in effects(one, after.state.scene)} - reached
        reached |= ahead
    for quantity in every_quantity_of(scene):
        assert quantity in reached or value_of(before, quantity) == value_of(after, quantity)


@every_kind
@given(st.integers(0, 2**32), st.integers(1, 2))
@settings(max_examples=10)
def test_an_equation_says_what_its_own_numbers_come_to(kind: Kind, seed: int, units: int) -> None:
    """The signs are checked against the text alone: = only where the shown numbers come to what is shown."""
    scene = drawn_scene(kind, seed, units=units)
    frame = resolve(SimState.of(scene))
    for name in kind_equations(kind):
        for step in range(1, scene.steps + 1):
            made = equation(frame.trace, scene, Quantity(name, step, units - 1))
            value = calculated(made.value)
            assert made.value == number_text(value_of(frame, made.quantity))
            assert (made.at_once == "=") == near(made.substituted, value)
            if made.reduced:
                assert (made.from_reduced == "=") == near(made.reduced, value)


def kind_equations(kind: Kind) -> list[str]:
    return [one.name for one in graph_of(kind).computed]


def near(text: str, value: float) -> bool:
    try:
        return abs(calculated(text) - value) <= 0.005 + 1e-9
    except ZeroDivisionError:
        return False


def one_unit(kind: Kind) -> Scene:
    """A cell of one unit whose every weight is 0.50, from a state of 0.40, reading 1, then −1."""
    cell = zero_cell(kind, 1, 1)
    halves = replace(cell, arrays=tuple(((0.5,),) for _ in cell.arrays))
    start = tuple((0.4,) for _ in zero_states(kind, 1))
    return Scene("Halves", "", halves, start, ((1.0,), (-1.0,)))


@pytest.mark.parametrize(
    ("kind", "wholes"),
    [
        (Kind.of("rnn"), ["tanh(0.50·1.00 + 0.50·0.40 + 0.50) = tanh(1.20) = 0.83"]),
        (Kind.of("rnn", activation="relu"), ["ReLU(0.50·1.00 + 0.50·0.40 + 0.50) = ReLU(1.20) = 1.20"]),
        (
            Kind.of("gru"),
            [
                "σ(0.50·1.00 + 0.50·0.40 + 0.50) = σ(1.20) = 0.77",
                "σ(0.50·1.00 + 0.50·0.40 + 0.50) = σ(1.20) = 0.77",
                "tanh(0.50·1.00 + 0.50 + 0.77·(0.50·0.40 + 0.50)) = tanh(1.54) = 0.91",
                "(1 − 0.77)·0.91 + 0.77·0.40 = 0.52",
            ],
        ),
        (
            Kind.of("gru", reset="before", z="writes"),
            [
                "σ(0.50·1.00 + 0.50·0.40 + 0.50) = σ(1.20) = 0.77",
                "σ(0.50·1.00 + 0.50·0.40 + 0.50) = σ(1.20) = 0.77",
                "tanh(0.50·1.00 + 0.50·0.77·0.40 + 0.50) = tanh(1.15) = 0.82",
                "0.77·0.82 + (1 − 0.77)·0.40 = 0.72",
            ],
        ),
        (
            Kind.of("lstm", variant="CIFG"),
            [
                "σ(0.50·1.00 + 0.50·0.40 + 0.50 + 0.50·0.40) = σ(1.40) = 0.80",
                "1 − 0.80 = 0.20",
                "tanh(0.50·1.00 + 0.50·0.40 + 0.50) = tanh(1.20) = 0.83",
                "σ(0.50·1.00 + 0.50·0.40 + 0.50 + 0.50·0.75) = σ(1.57) = 0.83",
                "0.20·0.40 + 0.80·0.83 ≈ 0.75",
                "0.83·tanh(0.75) ≈ 0.83·0.63 ≈ 0.53",
            ],
        ),
        (
            Kind.of("lstm", variant="NOG"),
            [
                "σ(0.50·1.00 + 0.50·0.40 + 0.50 + 0.50·0.40) = σ(1.40) = 0.80",
                "σ(0.50·1.00 + 0.50·0.40 + 0.50 + 0.50·0.40) = σ(1.40) = 0.80",
                "tanh(0.50·1.00 + 0.50·0.40 + 0.50) = tanh(1.20) = 0.83",
                "0.80·0.40 + 0.80·0.83 ≈ 0.99",
                "tanh(0.99) = 0.76",
            ],
        ),
        (
            Kind.of("slstm"),
            [
                "exp(0.50·1.00 + 0.50·0.40 + 0.50 − 1.20) = exp(1.20 − 1.20) = 1.00",
                "exp(log σ(0.50·1.00 + 0.50·0.40 + 0.50) + 0.40 − 1.20) = exp(−0.26 + 0.40 − 1.20) = 0.35",
                "tanh(0.50·1.00 + 0.50·0.40 + 0.50) = tanh(1.20) = 0.83",
                "σ(0.50·1.00 + 0.50·0.40 + 0.50) = σ(1.20) = 0.77",
                "max(log σ(0.50·1.00 + 0.50·0.40 + 0.50) + 0.40, 0.50·1.00 + 0.50·0.40 + 0.50) "
                "= max(−0.26 + 0.40, 1.20) = 1.20",
                "0.35·0.40 + 1.00·0.83 = 0.97",
                "0.35·0.40 + 1.00 = 1.14",
                "0.77·0.97 / 1.14 = 0.77·0.85 ≈ 0.66",
            ],
        ),
    ],
)
def test_equations_read_like_mathematics(kind: Kind, wholes: list[str]) -> None:
    assert [made.whole for made in resolve(SimState.of(one_unit(kind))).equations.equations] == wholes


@given(scenes_of_any_kind(), st.data())
def test_a_highlight_speaks_of_any_quantity(scene: Scene, data: st.DataObject) -> None:
    quantity = data.draw(st.sampled_from(every_quantity_of(scene)))
    frame = resolve(SimState.of(scene))
    lit = highlight(frame, quantity)
    assert number_text(value_of(frame, quantity)) in lit.sentence
    assert (lit.causes, lit.effects) == (traced_causes(quantity, scene), traced_effects(quantity, scene))


@given(scenes_of_any_kind(), st.data())
def test_what_is_set_is_stored_and_can_be_taken_back(scene: Scene, data: st.DataObject) -> None:
    state = SimState.of(scene)
    quantity = data.draw(st.sampled_from([one for one in every_quantity_of(scene) if can_be_set(one, scene)]))
    value = data.draw(st.integers(0, 100)) / 100
    there = set_value(state, quantity, value)
    assert stored_value(there.scene, quantity) == value
    assert value_of(resolve(there), quantity) == value
    back = reset_value(there, quantity)
    assert SimState(replace(back.scene, overrides=tuple(sorted(back.scene.overrides))), scene) == SimState(
        replace(scene, overrides=tuple(sorted(scene.overrides))), scene
    )
    free = release(there, quantity).scene
    assert override_of(free, quantity) is None or not quantity.state


@given(scenes_of_any_kind())
def test_only_what_the_cell_has_belongs(scene: Scene) -> None:
    graph = scene.cell.graph
    others = {name for kind in KINDS for name in graph_of(kind).names} - set(graph.names)
    for name in others:
        assert not belongs(Quantity(name), scene)
        assert not belongs(Quantity(name, 1), scene)
        assert causes(Quantity(name, 1), scene) == effects(Quantity(name, 1), scene) == frozenset()
    with pytest.raises(ValueError, match="the scene has no"):
        set_value(SimState.of(scene), Quantity(sorted(others)[0], 1), 0.0)


@every_kind
def test_a_frame_has_what_the_views_show(kind: Kind) -> None:
    scene, graph = drawn_scene(kind, 5), graph_of(kind)
    frame = resolve(SimState.of(scene))
    assert set(frame.cell.values) == set(graph.names) - set(graph.parameter)
    assert tuple(frame.timeline.curves) == ("x", *graph.main)
    assert set(frame.operating.points) == set(graph.gate_of)
    assert tuple(one.quantity.name for one in frame.equations.equations) == graph.equations
    assert tuple(frame.weights.values) == tuple(graph.parameter)
    assert frame.explosion is None
    for name, array in frame.arrays.items():
        assert array.shape == (scene.steps, scene.cell.inputs if name == "x" else scene.cell.units)


@every_kind
@given(st.integers(0, 2**32), st.floats(-4, 4), st.data())
@settings(max_examples=10)
def test_a_pre_activation_is_put_where_it_is_wanted(
    kind: Kind, seed: int, z: float, data: st.DataObject
) -> None:
    scene = drawn_scene(kind, seed)
    if kind.options.get("activation") == "relu" or kind.options.get("variant") in ("NIAF", "NOAF"):
        scene = replace(scene, step=1)  # later steps may have no bias that reaches z
    block = data.draw(st.sampled_from([block.name for block in graph_of(kind).blocks]))
    moved = set_pre_activation(SimState.of(scene), block, z)
    if abs(stored_value(moved.scene, Quantity(f"b_{block}")) or 0.0) < 10:
        assert resolve(moved).cell.values[f"z_{block}"] == pytest.approx(z, abs=1e-6)


def test_a_cell_that_explodes_is_shown_all_the_same() -> None:
    kind = Kind.of("rnn", activation="relu")
    wild = replace(zero_cell(kind, 1, 1), arrays=(((1e6,),),) * 3)
    scene = Scene("Wild", "", wild, zero_states(kind, 1), ((1.0,),) * 256, step=256)
    frame = resolve(SimState.of(scene))
    assert not np.isfinite(frame.arrays["h"]).all()
    assert frame.explosion == Quantity("z_h", 52)
    assert np.isfinite([frame.timeline.x_limit, frame.timeline.c_limit]).all()
    for quantity in every_quantity_of(scene)[-30:]:
        assert highlight(frame, quantity).sentence
    moved = set_pre_activation(frame.state, "h", 1.0)
    assert math.isfinite(moved.scene.cell.arrays[2][0][0])
