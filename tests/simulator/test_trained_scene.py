"""A trained cell in the simulator has the h and c of the training probe; what no scene holds is refused."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from lstm_gui.graph.kind import EVERY_KIND, Kind
from lstm_gui.graph.made import zero_layer
from lstm_gui.lessons.scene import MAX_INPUTS, MAX_STEPS, MAX_UNITS
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from lstm_gui.nets.lstm import Lstm
from lstm_gui.simulator.direction import mirrored
from lstm_gui.simulator.layer import layer_of
from lstm_gui.simulator.run import run_scene
from lstm_gui.simulator.trained_scene import cell_of, scene_of, trained_scene
from lstm_gui.simulator.values import traced_arrays
from lstm_gui.training.look import look_at
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import Portrait, portrait_of
from lstm_gui.training.run import RunState, train
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made
from tests.nets.cells import Array

ADDING = TaskChoice("adding", (("length", 12.0),))


def learnt(network: NetworkChoice, task: TaskChoice = ADDING) -> tuple[Plan, RunState, Portrait]:
    """A run after three updates."""
    plan = Plan(task, network, seed=7)
    plan = replace(plan, learning=replace(plan.learning, steps=3, batch=4))
    one = made(task)
    *_, (state, _) = train(plan, one)
    return plan, state, portrait_of(plan, one, state)


@pytest.mark.parametrize("layers", [1, 2])
@pytest.mark.parametrize("both", [False, True], ids=["forwards", "both ways"])
@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: f"{kind.family} {' '.join(kind.choices)}")
def test_h_and_c_are_those_of_the_training_probe(kind: Kind, both: bool, layers: int) -> None:
    plan, state, portrait = learnt(NetworkChoice(kind, 3, layers, both))
    scene = trained_scene(plan, state, portrait)
    looked = look_at(plan, made(plan.task), state).quantities
    way = "0." * (layers > 1)
    sides = {f"{way}forward.": scene, f"{way}backward.": mirrored(scene)} if both else {way: scene}
    for prefix, side in sides.items():
        found = traced_arrays(run_scene(side), scene.cell.graph)
        for name in ("h", *(("c",) if "c" in found and f"{prefix}c" in looked else ())):
            ours = found[name][::-1] if "backward" in prefix else found[name]
            np.testing.assert_allclose(ours, looked[f"{prefix}{name}"], rtol=2e-4, atol=2e-5)
    assert parse_scene(scene_to_json(scene).encode(), "a") == scene


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: f"{kind.family} {' '.join(kind.choices)}")
def test_every_number_of_the_layer_is_in_the_scene(kind: Kind) -> None:
    rng = np.random.default_rng(0)
    layer: Any = zero_layer(kind, 2, 3)
    layer = layer.with_arrays({name: rng.normal(size=array.shape) for name, array in layer.arrays.items()})
    back = layer_of(cell_of(layer, kind))
    x: Array = rng.normal(size=(5, 1, 2))
    np.testing.assert_allclose(back.forward(x).output, layer.forward(x).output, rtol=1e-12, atol=1e-14)


def test_two_biases_are_one_in_a_scene() -> None:
    rng = np.random.default_rng(0)
    W, U, b, b_u = (rng.normal(size=shape) for shape in ((8, 3), (8, 2), (8,), (8,)))
    layer, x = Lstm(W, U, b, b_u), rng.normal(size=(4, 1, 3))
    back = layer_of(cell_of(layer, Kind.of("lstm")))
    np.testing.assert_allclose(back.forward(x).output, layer.forward(x).output, rtol=1e-12)


def test_the_caption_says_what_it_is_and_what_is_not_there() -> None:
    scene = trained_scene(*learnt(NetworkChoice(units=3, layers=2)))
    assert scene.title.startswith("Trained: ")
    for words in ("of 3 units", "seed 7", "after 3 updates", "mean squared error", "turn its h into sum."):
        assert words in scene.caption
    assert "This is the first of 2 layers: the one above reads its h." in scene.caption
    assert scene.names.inputs == ("value", "mark")
    assert scene.seed == 7


def test_more_units_than_a_scene_holds_are_refused_in_words() -> None:
    with pytest.raises(ValueError, match=rf"up to {MAX_UNITS} units, and this one has 17; train one of 16"):
        trained_scene(*learnt(NetworkChoice(units=MAX_UNITS + 1)))


def lstm(inputs: int) -> Any:
    """Two units that read so many inputs."""
    layer: Any = zero_layer(Kind.of("lstm"), inputs, 2)
    rng = np.random.default_rng(0)
    return layer.with_arrays({name: rng.normal(size=array.shape) for name, array in layer.arrays.items()})


def test_of_a_long_sequence_the_first_steps_are_shown() -> None:
    x = np.ones((MAX_STEPS + 1, 2))
    scene = scene_of(lstm(2), Kind.of("lstm"), x, title="a", about="b.")
    assert scene.steps == MAX_STEPS
    assert scene.caption == "b. The first 256 of 257 steps are here."


def test_inputs_that_are_never_read_are_left_out_where_there_are_too_many() -> None:
    width, layer = 40, lstm(40)
    x = np.eye(width)[[5, 3, 5, 39, 3]]
    scene = scene_of(
        layer, Kind.of("lstm"), x, title="a", about="b.", names=(tuple("abcd" * 10), tuple("x \ny\t"))
    )
    assert (scene.steps, scene.cell.inputs) == (5, 3)
    assert scene.labels == ("x", "␣", "↵", "y", "⇥")
    assert scene.names.inputs == ("d", "b", "d")
    theirs = layer.forward(x[:, np.newaxis]).output[:, 0]
    np.testing.assert_allclose(run_scene(scene).output[:, 0], theirs, rtol=1e-12)
    assert "Of 40 inputs those are left out" in scene.caption


def test_a_text_is_shown_as_far_as_its_signs_have_room() -> None:
    x = np.eye(40)[[*range(MAX_INPUTS), 0, 1, 20, 21]]
    scene = scene_of(lstm(40), Kind.of("lstm"), x, title="a", about="b.")
    assert (scene.steps, scene.cell.inputs) == (MAX_INPUTS + 2, MAX_INPUTS)


def test_what_reads_backwards_from_a_later_step_is_left_out_in_words() -> None:
    plan, state, portrait = learnt(NetworkChoice(units=2, bidirectional=True))
    longer = replace(portrait, probe=np.ones((MAX_STEPS + 5, 2), np.float32))
    scene = trained_scene(plan, state, longer)
    assert scene.backward is None
    assert "Only the cell that reads forwards is here" in scene.caption


def test_too_many_inputs_at_once_are_refused_in_words() -> None:
    with pytest.raises(ValueError, match="up to 8 inputs, and this one reads 9 at once"):
        scene_of(lstm(9), Kind.of("lstm"), np.ones((5, 9)), title="a", about="b.")


def test_without_a_probe_it_reads_zeros() -> None:
    plan, state, portrait = learnt(NetworkChoice(units=1))
    scene = trained_scene(plan, replace(state, step=1), replace(portrait, probe=None))
    assert scene.inputs == ((0.0, 0.0),)
    assert "of 1 unit, trained" in scene.caption
    assert "after 1 update:" in scene.caption


@pytest.mark.parametrize(
    ("answers", "outputs", "names", "words"),
    [
        ("numbers", 2, (), "2 numbers"),
        ("numbers", 6, tuple("abcdef"), "a, b, c, d and 2 more"),
        ("classes", 2, ("yes", "no"), "one of 2 answers: yes, no."),
        ("classes", 9, tuple("abcdefghi"), "one of 9 answers: a, b, c, d and more."),
        ("classes", 3, (), "one of 3 answers."),
    ],
)
def test_what_h_is_turned_into_is_said(
    answers: str, outputs: int, names: tuple[str, ...], words: str
) -> None:
    plan = Plan(ADDING, NetworkChoice(units=1))
    _, _, portrait = learnt(NetworkChoice(units=1))
    portrait = replace(portrait, answers=answers, outputs=outputs, output_names=names)
    count = 4 * 1 * (2 + 1 + 1) + outputs * 2
    scene = trained_scene(plan, RunState(1, np.zeros(count, np.float32)), portrait)
    assert f"turn its h into {words}" in scene.caption
