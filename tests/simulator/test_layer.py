"""A scene's cell runs as the layer of nets that it describes, and its run is read under its own names."""

import numpy as np
import pytest

from lstm_gui.graph.kind import Kind
from lstm_gui.nets.gru import Gru
from lstm_gui.nets.lstm import Lstm
from lstm_gui.nets.lstm_variant import HOCHREITER_1997
from lstm_gui.nets.rnn import Rnn
from lstm_gui.nets.slstm import Slstm
from lstm_gui.simulator.layer import arrays_of, initial_state, layer_of, where
from lstm_gui.simulator.run import run_scene
from tests.graph.kinds import drawn_scene
from tests.graph.test_cell_graph import every_kind

FGR = Kind.of("lstm", variant="FGR")


@every_kind
def test_a_layer_is_made_once_and_cannot_be_written(kind: Kind) -> None:
    cell = drawn_scene(kind, 3).cell
    assert layer_of(cell) is layer_of(cell)
    for array in layer_of(cell).arrays.values():
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1


@every_kind
def test_every_number_of_the_cell_is_in_the_layer(kind: Kind) -> None:
    cell = drawn_scene(kind, 3).cell
    ours = sorted(number for rows in cell.arrays for row in rows for number in row if number)
    theirs = sorted(number for array in layer_of(cell).arrays.values() for number in array.flat if number)
    assert ours == theirs


def test_the_options_are_those_of_the_layer() -> None:
    gru = layer_of(drawn_scene(Kind.of("gru", reset="before", z="writes"), 1).cell)
    assert isinstance(gru, Gru)
    assert (gru.reset_after, gru.z_keeps, gru.b_u) == (False, False, None)
    rnn = layer_of(drawn_scene(Kind.of("rnn", activation="relu"), 1).cell)
    assert isinstance(rnn, Rnn)
    assert rnn.activation.name == "relu"
    lstm = layer_of(drawn_scene(Kind.of("lstm", variant="1997"), 1).cell)
    assert isinstance(lstm, Lstm)
    assert (lstm.variant, lstm.p, lstm.G) == (HOCHREITER_1997, None, None)
    slstm = layer_of(drawn_scene(Kind.of("slstm", forget="exponential"), 1).cell)
    assert isinstance(slstm, Slstm)
    assert slstm.exponential_forget


def test_what_gates_read_of_gates_stands_row_by_row() -> None:
    cell = drawn_scene(FGR, 2, units=2).cell
    layer = layer_of(cell)
    assert isinstance(layer, Lstm)
    assert layer.G is not None
    np.testing.assert_array_equal(layer.G[2:4, 4:6], cell.array("Go_f"))  # f reads o


@every_kind
def test_each_state_is_where_it_is_said_to_be(kind: Kind) -> None:
    scene = drawn_scene(kind, 4)
    state = initial_state(scene)
    for known in scene.cell.graph.states:
        for unit in range(scene.cell.units):
            place, column = where(scene.cell.graph, known.name, unit, scene.cell.units)
            assert state[place][0, column] == scene.initial_of(known.name)[unit]


@every_kind
def test_the_run_starts_from_the_initial_state_and_goes_on_from_what_was_computed(kind: Kind) -> None:
    scene = drawn_scene(kind, 4)
    arrays = arrays_of(run_scene(scene), scene.cell.graph)
    held = {(one.step, one.state) for one in scene.overrides}
    for known in scene.cell.graph.states:
        if (1, known.name) not in held:
            np.testing.assert_array_equal(arrays[known.previous][0], scene.initial_of(known.name))
        for step in range(2, scene.steps + 1):
            if (step, known.name) not in held:
                before = arrays[known.name][step - 2]
                np.testing.assert_array_equal(arrays[known.previous][step - 1], before)
