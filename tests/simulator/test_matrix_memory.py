"""An mLSTM runs, is explained and wired number by number, and carries what means the same."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.evaluate import evaluate, settled
from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.lessons.catalogue import load
from lstm_gui.lessons.gradient_settings import GradientSettings
from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from lstm_gui.nets.mlstm import Mlstm
from lstm_gui.simulator.causes import causes, effects
from lstm_gui.simulator.code.languages import NoProgram, program
from lstm_gui.simulator.compare.settings import settings_of
from lstm_gui.simulator.contributions import Way, contributions
from lstm_gui.simulator.explain import equation, highlight, numbers_of, numbers_of_entry
from lstm_gui.simulator.gradients.edit import (
    forget_bias,
    recurrent_weight,
    with_forget_bias,
    with_recurrent_weight,
)
from lstm_gui.simulator.gradients.resolve import resolve_gradients
from lstm_gui.simulator.layer import layer_of
from lstm_gui.simulator.over_time import over_time
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.seen import address_of
from lstm_gui.simulator.sizes import set_units
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.switch import switched, told
from lstm_gui.simulator.switching import MATRIX_UNITS, switched_state
from lstm_gui.simulator.update import bias_of, set_length, set_pre_activation, set_value
from lstm_gui.simulator.values import belongs, stored_value, traced_matrices, value_of
from tests.graph.kinds import drawn_scene, rounded

UNITS, INPUTS, STEPS = 3, 2, 5
MLSTM = Kind.of("mlstm")
kinds = st.sampled_from([MLSTM, Kind.of("mlstm", forget="exponential")])
seeds = st.integers(0, 2**32)


def drawn(seed: int, kind: Kind = MLSTM) -> Scene:
    """A scene of that kind."""
    rng = np.random.default_rng(seed)
    scene = switched(load("remember"), kind).scene
    state = SimState.of(replace(scene, inputs=rounded(rng.normal(size=(STEPS, 1))), step=4))
    scene = set_units(state, UNITS).scene
    cell = replace(scene.cell, inputs=INPUTS, arrays=())
    arrays = tuple(
        rounded(rng.normal(size=(given.height(UNITS), given.width(INPUTS, UNITS))))
        for given in cell.graph.parameters
    )
    inputs = rounded(rng.normal(size=(STEPS, INPUTS)))
    return replace(scene, cell=replace(cell, arrays=arrays), inputs=inputs, overrides=())


def every_quantity(scene: Scene) -> list[Quantity]:
    found = []
    graph = scene.cell.graph
    for step in range(1, STEPS + 1):
        found += [Quantity("x", step, source=source) for source in range(INPUTS)]
        for name in graph.names:
            if name != "x" and name not in graph.parameter:
                columns = UNITS if graph.is_matrix(name) else 1
                found += [Quantity(name, step, u, s) for u in range(UNITS) for s in range(columns)]
    for name, given_ in graph.parameter.items():
        size = (given_.height(UNITS), given_.width(INPUTS, UNITS))
        found += [Quantity(name, unit=u, source=s) for u in range(size[0]) for s in range(size[1])]
    return found


@given(kinds, seeds)
@settings(max_examples=20)
def test_every_number_is_what_its_expression_comes_to(kind: Kind, seed: int) -> None:
    scene = drawn(seed, kind)
    trace, graph = run_scene(scene), scene.cell.graph
    frame = resolve(SimState.of(scene))
    for quantity in every_quantity(scene):
        if quantity.name not in graph.quantity or quantity.name == "stored":
            continue
        numbers = numbers_of(trace, scene, quantity.step)
        if graph.is_matrix(quantity.name):
            numbers = numbers_of_entry(numbers, trace, graph, quantity)
        made_of = settled(graph.quantity[quantity.name].made_of, numbers, quantity.unit)
        assert evaluate(made_of, numbers, quantity.unit) == pytest.approx(
            value_of(frame, quantity), rel=1e-9, abs=1e-12
        )


def test_it_is_run_by_nets() -> None:
    scene = drawn(3, Kind.of("mlstm", forget="exponential"))
    layer = layer_of(scene.cell)
    assert isinstance(layer, Mlstm)
    assert layer.exponential_forget
    matrices = traced_matrices(run_scene(scene), scene.cell.graph)
    assert matrices["C"].shape == matrices["C_previous"].shape == (STEPS, UNITS, UNITS)
    assert not matrices["C_previous"][0].any()


def test_effects_are_the_inverse_of_causes() -> None:
    scene = drawn(4)
    quantities = every_quantity(scene)
    assert all(belongs(quantity, scene) for quantity in quantities)
    shared = {"z_i", "z_f", "log_f", "stored", "m", "i_prime", "f_prime", "n_q", "divisor", "m_previous"}
    for quantity in quantities:
        for cause in causes(quantity, scene):
            assert quantity in effects(cause, scene), (cause, quantity)
        if quantity.name not in shared:  # of one number for all units, each unit has its own address
            assert all(quantity in causes(effect, scene) for effect in effects(quantity, scene))


def test_a_number_of_the_memory_tells_what_was_kept_and_what_was_written() -> None:
    scene = drawn(5)
    frame, place = resolve(SimState.of(scene)), Quantity("C", 4, 1, 2)
    matrices = traced_matrices(frame.trace, scene.cell.graph)
    values = {name: value_of(frame, Quantity(name, 4, unit)) for name, unit in (("v", 1), ("k", 2))}
    wanted = (
        value_of(frame, Quantity("f_prime", 4)) * matrices["C_previous"][3, 1, 2]
        + value_of(frame, Quantity("i_prime", 4)) * values["v"] * values["k"]
    )
    assert matrices["C"][3, 1, 2] == pytest.approx(wanted)
    assert equation(frame.trace, scene, place).substituted.count("·") == 3
    light = highlight(frame, place)
    assert Quantity("k", 4, 2) in light.causes
    assert Quantity("h", 4, 1) in light.effects
    made = contributions(frame, place)
    assert made.way is Way.SUM
    assert [one.leads_to for one in made.contributors] == [Quantity("C", 3, 1, 2), Quantity("k", 4, 2)]
    assert sum(one.value for one in made.contributors) == pytest.approx(made.value)
    assert over_time(frame, place) is None


def test_what_h_is_made_of_is_followed_into_the_memory() -> None:
    scene = drawn(6)
    frame = resolve(SimState.of(scene))
    recalled = contributions(frame, Quantity("h_tilde", 4, 1))
    assert recalled.way is Way.QUOTIENT
    above = recalled.contributors[0].quantities
    assert above[:2] == (Quantity("C", 4, 1, 0), Quantity("q", 4, 0))
    assert len(above) == 2 * UNITS
    row = contributions(frame, Quantity("n_q", 4))
    assert [one.quantities[0] for one in row.contributors] == [
        Quantity("n", 4, unit) for unit in range(UNITS)
    ]
    assert row.value == pytest.approx(sum(one.value for one in row.contributors))
    key = contributions(frame, Quantity("k", 4, 1))
    assert "√3" in key.contributors[0].tokens
    gate = contributions(frame, Quantity("i_prime", 4, 2))
    assert gate.value == value_of(frame, Quantity("i_prime", 4))
    shared = contributions(frame, Quantity("z_i", 4, 2))
    assert shared.contributors[0].quantities[0] == Quantity("W_i")


def test_what_is_one_number_for_all_units_is_so_everywhere() -> None:
    scene = drawn(7)
    frame, graph = resolve(replace(SimState.of(scene), unit=2)), scene.cell.graph
    assert (frame.arrays["i_prime"] == frame.arrays["i_prime"][:, :1]).all()
    assert frame.weights.values["W_i"] == scene.cell.array("W_i")[0][0]
    assert address_of("W_i", 4, 2, 1, graph) == Quantity("W_i", source=1)
    moved = set_value(SimState.of(scene), Quantity("b_f"), 1.5).scene
    assert moved.cell.array("b_f") == ((1.5,),)
    assert not belongs(Quantity("b_f", unit=1), scene)


def test_what_nobody_gives_cannot_be_set_and_starts_at_zero() -> None:
    scene = drawn(8)
    graph = scene.cell.graph
    assert graph.draggable == {"x", *graph.parameter}
    assert stored_value(scene, Quantity("n_previous", 1)) is None
    assert scene.initial == ()
    frame = resolve(SimState.of(scene))
    assert highlight(frame, Quantity("n_previous", 1, 1)).sentence.endswith("initial normaliser n is 0.00")
    assert frame.explosion is None


def test_a_state_that_nobody_gives_is_not_gained_back_with_the_length() -> None:
    opened = replace(
        drawn_scene(Kind.of("slstm"), 3, units=1, steps=4), overrides=(Override(4, "n", 0, 1.0),)
    )
    state, _ = switched_state(SimState.of(opened), MLSTM)
    longer = set_length(set_length(state, 2), 4).scene
    assert longer.overrides == ()
    assert parse_scene(scene_to_json(longer), "again") == longer


@given(kinds, seeds)
@settings(max_examples=10)
def test_a_file_of_version_3_holds_it(kind: Kind, seed: int) -> None:
    scene = drawn(seed, kind)
    text = scene_to_json(scene)
    assert '"version": 3' in text
    assert parse_scene(text, "it") == scene


def test_the_value_has_the_weights_of_the_candidate_and_the_rest_is_remembered() -> None:
    scene = load("remember")
    there = switched(scene, MLSTM)
    assert there.scene.cell.array("W_v") == scene.cell.array("W_g")
    assert there.scene.cell.array("b_q") == there.scene.cell.array("b_k") == ((1.0,),)
    words = told(there, LSTM)
    assert "candidate recurrent weight" in words
    assert "query, key: new, the same whatever is read to begin with (bias 1)" in words
    assert switched(there.scene, LSTM, there.remembered).scene == scene


def test_with_one_key_for_all_every_column_holds_the_same() -> None:
    """As it starts: one cell state as an sLSTM has, in every column."""
    scene = switched(load("remember"), MLSTM).scene
    state = set_units(SimState.of(scene), UNITS)
    same = {f"W_{name}": ((0.0,),) * UNITS for name in "qk"} | {
        f"b_{name}": ((1.0,),) * UNITS for name in "qk"
    }
    scene = replace(state.scene, cell=state.scene.cell.with_arrays(same))
    memory = traced_matrices(run_scene(scene), scene.cell.graph)["C"]
    assert (memory == memory[..., :1]).all()
    assert np.abs(memory[-1]).max() > 0


def test_its_graph_is_described_in_full() -> None:
    graph = graph_of(MLSTM)
    assert (graph.gates, graph.together, graph.apart) == (
        ("i_prime", "f_prime", "o"),
        ("h", "q", "k", "v"),
        ("m", "n"),
    )
    assert "C" not in graph.main
    assert graph.memories == ("h",)
    assert {graph.role(name) for name in graph.names} <= set("xifgochnm")
    assert all(graph.words(name) and graph.symbol(name) for name in graph.names)


def test_no_program_is_written_of_it() -> None:
    with pytest.raises(NoProgram, match=r"No program is written of the mLSTM yet\."):
        program(drawn(1), "numpy")


def test_the_range_of_the_memory_holds_at_every_step_and_as_it_was_opened() -> None:
    scene = drawn(9)
    state = SimState.of(scene)
    cell = resolve(state).cell
    memory = traced_matrices(run_scene(scene), scene.cell.graph)["C"]
    assert cell.matrices["C"] == tuple(map(tuple, memory[scene.step - 1].tolist()))
    assert cell.matrix_limit >= np.abs(memory).max()
    quiet = replace(scene, inputs=((0.0,) * INPUTS,) * STEPS)
    assert resolve(replace(state, scene=quiet)).cell.matrix_limit >= cell.matrix_limit
    plain = resolve(SimState.of(load("remember"))).cell
    assert (plain.matrices, plain.matrix_limit) == ({}, 1.0)
    grown, _ = switched_state(SimState.of(load("remember")), MLSTM)
    assert resolve(grown).cell.matrix_limit >= 1.0


def test_it_opens_with_four_units_and_leaves_with_one_unless_resized() -> None:
    first = SimState.of(load("remember"))
    there, _ = switched_state(first, MLSTM)
    assert there.scene.cell.units == MATRIX_UNITS
    back, _ = switched_state(there, LSTM)
    assert (back.scene, back.remembered.grown) == (first.scene, False)
    resized, _ = switched_state(set_units(there, 6), LSTM)
    assert resized.scene.cell.units == 6
    assert resized.scene.cell.array("W_f")[0] == first.scene.cell.array("W_f")[0]
    several, _ = switched_state(set_units(first, 2), MLSTM)
    assert several.scene.cell.units == 2


def test_its_exponential_gates_stand_on_their_curves() -> None:
    scene = replace(drawn(10), step=1)
    first = resolve(SimState.of(scene)).operating
    assert (first.against["i"], first.points["i"][1]) == (-np.inf, 1.0)
    later = resolve(SimState.of(replace(scene, step=4)))
    z, gate = later.operating.points["i"]
    assert gate == pytest.approx(np.exp(min(0.0, z - later.operating.against["i"])))
    assert set(later.operating.points) == {"i", "f", "o"}


@given(seeds, st.floats(-4, 4))
@settings(max_examples=10)
def test_a_gate_that_all_units_share_is_dragged_from_any_of_them(seed: int, z: float) -> None:
    state = replace(SimState.of(drawn(seed)), unit=2)
    assert bias_of(state, "i", 2) == Quantity("b_i")
    for gate in ("i", "o"):
        moved = set_pre_activation(state, gate, z, 2)
        assert resolve(moved).cell.values[f"z_{gate}"] == pytest.approx(z, abs=1e-6)


def test_the_dials_of_the_gradients_do_what_they_can() -> None:
    scene = drawn(11)
    assert forget_bias(scene) == scene.cell.array("b_f")[0][0]
    assert with_forget_bias(scene, 2.0).cell.array("b_f") == ((2.0,),)
    assert recurrent_weight(scene) == 0.0
    assert with_recurrent_weight(scene, 2.0) is scene
    assert resolve_gradients(scene, GradientSettings()) is not None  # of the cells that it would become


def test_it_stands_beside_other_cells() -> None:
    scene = drawn(12)
    names = [one.quantity.name for one in settings_of(scene, scene, 1, 0)]
    assert names[0] == "b_f"
    assert "U_v" not in names
