"""A memory is the sum of what every step wrote into it and of where it started, as far as both were kept."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.cell_graph import CellGraph
from lstm_gui.graph.expression import Minus, Read, times, total
from lstm_gui.graph.kind import KINDS, Kind
from lstm_gui.graph.parts import Computed
from lstm_gui.lessons.scene import Override, Scene
from lstm_gui.simulator.contributions import Way
from lstm_gui.simulator.over_time import memory_of, over_time
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.resolve import resolve
from lstm_gui.simulator.state import SimState
from lstm_gui.simulator.values import value_of
from tests.graph.kinds import drawn_scene, scenes_of_any_kind
from tests.simulator.scenes import plain_scene


@given(scenes_of_any_kind(max_units=2, max_steps=6))
@settings(max_examples=60)
def test_what_was_written_adds_up_to_the_memory(scene: Scene) -> None:
    frame = resolve(SimState.of(scene))
    for name in scene.cell.graph.carried:
        for step in range(1, scene.steps + 1):
            made = over_time(frame, Quantity(name, step, scene.cell.units - 1))
            if made is not None:
                sizes = [one.value for one in made.contributors]
                reach = 1 + math.fsum(map(abs, sizes))
                assert math.fsum(sizes) == pytest.approx(made.value, rel=0, abs=1e-12 * reach)
                assert made.value == value_of(frame, made.quantity)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: "-".join((kind.family, *kind.choices)))
def test_which_states_are_such_memories(kind: Kind) -> None:
    graph = graph_of(kind)
    found = {name for name in graph.carried if memory_of(graph, name) is not None}
    wanted = {"lstm": {"c"}, "rnn": set(), "gru": {"h"}, "slstm": {"c", "n"}}
    assert found == wanted.get(kind.family, found)


def test_it_is_the_product_of_the_gates_of_the_trace() -> None:
    frame = resolve(SimState.of(plain_scene()))
    made = over_time(frame, Quantity("c", 5))
    assert made is not None
    f, i, g = (frame.arrays[name][:, 0] for name in ("f", "i", "g"))
    kept = [float(np.prod(f[k:5])) for k in range(6)]
    assert made.way is Way.OVER_TIME
    wanted = [i[k] * g[k] * kept[k + 1] for k in range(4, -1, -1)] + [0.8 * kept[0]]
    assert [one.value for one in made.contributors] == pytest.approx(wanted, rel=1e-12)
    assert [one.leads_to for one in made.contributors] == [
        *(Quantity("g", step) for step in range(5, 0, -1)),
        Quantity("c_previous", 1),
    ]


def test_it_starts_where_the_state_was_put_in_by_hand_last() -> None:
    overrides = (Override(2, "c", 0, 3.0), Override(4, "c", 0, -0.5))
    frame = resolve(SimState.of(replace(plain_scene(), overrides=overrides)))
    made = over_time(frame, Quantity("c", 5))
    assert made is not None
    assert [one.leads_to for one in made.contributors] == [
        *(Quantity("g", step) for step in (5, 4)),
        Quantity("c_previous", 4),
    ]


def test_what_is_kept_must_be_a_factor_of_the_state_alone() -> None:
    scene = drawn_scene(Kind.of("lstm"), 1)
    assert over_time(resolve(SimState.of(scene)), Quantity("f", 1)) is None
    old, new = Read("c_previous"), Read("g")
    for made_of in (
        total(Minus(old), new),
        total(times(old, old), new),
        total(times(Read("f"), old), old, new),
        total(times(Read("f"), old)),
    ):
        assert memory_of(_with_cell_state(scene.cell.graph, made_of), "c") is None
    assert memory_of(_with_cell_state(scene.cell.graph, total(old, new)), "c") is not None


def _with_cell_state(graph: CellGraph, made_of: object) -> CellGraph:
    assert isinstance(made_of, type(total()))
    return replace(graph, computed=(Computed("c", made_of, "c", "cell state"),))
