"""A trace in a file holds what the simulator shows, to the last digit, in each of the three forms."""

import csv
import io
import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given

from lstm_gui.graph.kind import Kind
from lstm_gui.lessons.scene import Backward, Cell, Scene, zero_cell, zero_states
from lstm_gui.simulator.direction import mirrored
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.trace_file import ENCODERS, Exploded, columns_of, shown_arrays
from lstm_gui.simulator.values import traced_arrays
from tests.graph.kinds import scenes_of_any_kind
from tests.simulator.both_ways import scenes_both_ways


@given(scenes_of_any_kind())
def test_the_three_forms_hold_every_number(scene: Scene) -> None:
    arrays = shown_arrays(scene)
    known = traced_arrays(run_scene(scene), scene.cell.graph)
    assert tuple(arrays) == ("x", *scene.cell.graph.main)
    for name, array in arrays.items():
        np.testing.assert_array_equal(array, known[name])
    written = {ending: encode(arrays) for ending, encode in ENCODERS.items()}
    assert json.loads(written[".json"]) == {name: array.tolist() for name, array in arrays.items()}
    with np.load(io.BytesIO(written[".npz"]), allow_pickle=False) as packed:
        assert sorted(packed.files) == sorted(arrays)
        for name, array in arrays.items():
            np.testing.assert_array_equal(packed[name], array)
    names, columns = columns_of(arrays)
    head, *rows = list(csv.reader(io.StringIO(written[".csv"].decode(), newline="")))
    assert head == ["step", *names]
    assert [[float(cell) for cell in row[1:]] for row in rows] == columns.tolist()
    assert [int(row[0]) for row in rows] == list(range(1, scene.steps + 1))


def test_a_run_that_exploded_says_where() -> None:
    kind = Kind.of("rnn", activation="relu")
    wild = replace(zero_cell(kind, 1, 1), arrays=(((1e6,),),) * 3)
    scene = Scene("Wild", "", wild, zero_states(kind, 1), ((1.0,),) * 99)
    with pytest.raises(Exploded, match=r"^z_h of unit 1 is no longer finite at step 52, so there is nothing"):
        shown_arrays(scene)


@given(scenes_both_ways())
def test_a_scene_read_in_both_directions_gives_both_runs_in_the_order_of_x(scene: Scene) -> None:
    arrays = shown_arrays(scene)
    ahead, back = (shown_arrays(replace(one, backward=None)) for one in (scene, mirrored(scene)))
    names = scene.cell.graph.main
    assert list(arrays) == ["x", *(f"{way}.{name}" for way in ("forward", "backward") for name in names)]
    for name in names:
        np.testing.assert_array_equal(arrays[f"forward.{name}"], ahead[name])
        np.testing.assert_array_equal(arrays[f"backward.{name}"], back[name][::-1])


def test_where_the_second_cell_leaves_the_finite_numbers_is_counted_from_the_beginning() -> None:
    cell = Cell(1, 1, (((1.0,),), ((1e6,),), ((0.0,),)), Kind.of("rnn", activation="relu"))
    calm = zero_cell(cell.kind, 1, 1)
    scene = Scene("Bursts", "", calm, ((0.0,),), ((1.0,),) * 100, backward=Backward(cell, ((0.0,),)))
    with pytest.raises(Exploded, match=r"no longer finite at step (4[0-9]|5[0-9])"):
        shown_arrays(scene)
