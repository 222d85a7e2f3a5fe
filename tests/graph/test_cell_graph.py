"""What the descriptions say is what nets computes, for every kind of cell."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.evaluate import evaluate
from lstm_gui.graph.expression import Applied, Read, reached
from lstm_gui.graph.kind import KINDS, LSTM, Kind
from lstm_gui.lessons.scene import Scene
from lstm_gui.resource import read_text
from lstm_gui.simulator.explain import numbers_of
from lstm_gui.simulator.run import run_scene
from tests.graph.kinds import drawn_scene, scenes_of_any_kind

every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join((kind.family, *kind.choices)))


@every_kind
@given(st.integers(0, 2**32), st.integers(1, 3), st.integers(1, 3))
def test_every_expression_comes_to_what_the_trace_holds(
    kind: Kind, seed: int, inputs: int, units: int
) -> None:
    scene = drawn_scene(kind, seed, inputs, units)
    assert_true_of(scene, graph_of(kind))


@every_kind
def test_it_is_true_of_the_first_step_from_nothing(kind: Kind) -> None:
    scene = drawn_scene(kind, 1)
    zeros = tuple((0.0,) * len(row) for row in scene.initial)
    assert_true_of(Scene("", "", scene.cell, zeros, scene.inputs), graph_of(kind))


def assert_true_of(scene: Scene, graph: CellGraph) -> None:
    trace = run_scene(scene)
    for step in range(1, scene.steps + 1):
        numbers = numbers_of(trace, scene, step)
        for one in graph.computed:
            for unit in range(scene.cell.units):
                wanted = numbers.read(one.name, unit)
                for made_of in (one.made_of, graph.written_out[one.name]):
                    assert evaluate(made_of, numbers, unit) == pytest.approx(wanted, rel=1e-9, abs=1e-11)


@every_kind
def test_a_description_names_every_quantity_of_the_trace_but_constants(kind: Kind) -> None:
    scene, graph = drawn_scene(kind, 0), graph_of(kind)
    for name, array in run_scene(scene).quantities.items():
        assert name in graph.quantity or name == "tanh_c" or (array == 1).all()


@every_kind
def test_each_quantity_is_made_of_what_was_there_before(kind: Kind) -> None:
    graph = graph_of(kind)
    there = {"x", *graph.read_of, *graph.parameter}
    for one in graph.computed:
        assert {part.name for part in reached(one.made_of)} <= there
        there.add(one.name)
    assert there == set(graph.names)
    assert len(graph.names) == len(set(graph.names))


@every_kind
def test_everything_given_is_used_and_every_state_is_computed(kind: Kind) -> None:
    graph = graph_of(kind)
    ends = {name for name in graph.names if not graph.feeds[name]}
    assert ends <= graph.carried
    assert graph.carried <= set(graph.quantity)
    assert set(graph.equations) == set(graph.main)
    assert graph.draggable == {"x", *graph.read_of, *graph.parameter}


@every_kind
def test_everything_has_a_colour_a_name_and_a_symbol(kind: Kind) -> None:
    graph = graph_of(kind)
    roles = json.loads(read_text("palette.json"))["light"]["roles"]
    for name in graph.names:
        assert graph.role(name) in roles
        assert graph.words(name)
        assert graph.symbol(name)
    assert len({graph.words(name) for name in graph.names}) == len(graph.names)


def test_what_a_cell_does_not_have_has_neither_colour_nor_name() -> None:
    for ask in (graph_of(LSTM).role, graph_of(LSTM).words):
        with pytest.raises(KeyError):
            ask("z_r")


def test_titles_are_told_apart() -> None:
    assert len({graph_of(kind).title for kind in KINDS}) == len(KINDS)


@every_kind
def test_blocks_know_what_belongs_to_them(kind: Kind) -> None:
    graph = graph_of(kind)
    for block in graph.blocks:
        assert graph.block(block.name) is block
        assert graph.block_of(f"z_{block.name}") == graph.block_of(f"W_{block.name}") == block.name
    assert graph.block_of("x") == graph.block_of("c_previous") == ""


@every_kind
def test_a_squashed_block_is_a_function_of_its_pre_activation_alone(kind: Kind) -> None:
    graph = graph_of(kind)
    for block, function in graph.squashed.items():
        assert graph.quantity[block].made_of == Applied(function, Read(f"z_{block}"))
    wanted = {"rnn": {"h"}, "gru": {"r", "z", "n"}, "slstm": {"g", "o"}}
    if kind.family in wanted:
        assert set(graph.squashed) == wanted[kind.family]


def test_the_lstm_is_described_as_it_always_was() -> None:
    graph = graph_of(LSTM)
    assert graph.names == (
        *("x", "h_previous", "c_previous"),
        *(f"{letter}_{gate}" for gate in "ifgo" for letter in "WUb"),
        *("z_i", "z_f", "z_g", "z_o", "i", "f", "g", "o", "c", "tanh_c", "h"),
    )
    assert graph.main == ("i", "f", "g", "o", "c", "h")
    assert graph.squashed == {"i": "σ", "f": "σ", "g": "tanh", "o": "σ"}
    assert graph.stations == {"h_previous", "c_previous", "z_i", "z_f", "z_g", "z_o", "tanh_c"}


@given(scenes_of_any_kind())
def test_bounded_is_what_it_says(scene: Scene) -> None:
    if scene.cell.graph.bounded:
        assert np.abs(run_scene(scene).quantities["h"]).max() <= 1


def test_what_is_of_another_size_stands_apart() -> None:
    graph = graph_of(Kind.of("slstm"))
    assert (graph.together, graph.apart) == (("c", "h", "g"), ("m", "n"))
    assert graph_of(Kind.of("gru")).apart == ()  # its n is the candidate
