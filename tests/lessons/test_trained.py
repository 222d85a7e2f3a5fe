"""The comparisons of trained cells: what the captions claim holds for what is kept, and over seeds."""

import pytest

from lstm_gui.bounded_file import FileRefused
from lstm_gui.lessons.comparison import TRAINED
from lstm_gui.lessons.scene_file import parse_scene, scene_to_json
from lstm_gui.lessons.trained import load_trained, trained_names, trained_title
from lstm_gui.simulator.layer import layer_of
from tests.lessons.train_comparisons import shown_inputs
from tests.lessons.trained_tasks import LEARNT, SEEDS, STEPS, TASKS, UNITS, UPDATES, error_of, trained

FEW = 2  # seeds of the slow ones, to be quick


def test_there_is_one_for_each_task() -> None:
    assert set(trained_names()) == set(TASKS)
    assert all(trained_title(name).startswith("Trained: ") for name in TASKS)
    with pytest.raises(FileRefused, match='No comparison called "nothing"'):
        load_trained("nothing")


@pytest.mark.parametrize("name", TASKS)
def test_they_say_how_they_were_trained_and_read_what_they_learnt_on(name: str) -> None:
    scene = load_trained(name)
    assert scene.inputs == shown_inputs(name)
    assert (scene.steps, scene.cell.units, scene.shown.tab) == (STEPS, UNITS, "compare")
    assert all(lane.source == TRAINED for lane in scene.compare.lanes)
    for about in (scene.compare.first, *(lane.about for lane in scene.compare.lanes)):
        assert f"{UPDATES} updates" in about
        assert "seed " in about
    assert parse_scene(scene_to_json(scene), name) == scene


@pytest.mark.parametrize("name", TASKS)
def test_what_is_kept_errs_as_it_says_on_fresh_sequences(name: str) -> None:
    scene, task = load_trained(name), TASKS[name]
    cells = {"lstm": scene.cell} | {
        lane.scene.cell.kind.family: lane.scene.cell for lane in scene.compare.lanes
    }
    said = {"lstm": scene.compare.first} | {
        lane.scene.cell.kind.family: lane.about for lane in scene.compare.lanes
    }
    for family, cell in cells.items():
        error = error_of(task, layer_of(cell))
        number = float(said[family].rpartition(" ")[2])
        assert error < number if "under" in said[family] else error == pytest.approx(number, rel=0.1)
        assert (error < LEARNT) == (task.learnt[family][0] == len(SEEDS))


@pytest.mark.parametrize("name", TASKS)
def test_from_how_many_seeds_the_rnn_learns_it(name: str) -> None:
    task = TASKS[name]
    low, high = task.learnt["rnn"]
    learnt = sum(error_of(task, trained(task, "rnn", seed)) < LEARNT for seed in SEEDS)
    assert low <= learnt <= high


@pytest.mark.parametrize("family", ["lstm", "gru"])
@pytest.mark.parametrize("name", TASKS)
def test_gates_learn_it_from_any_seed(name: str, family: str) -> None:
    task = TASKS[name]
    assert all(error_of(task, trained(task, family, seed)) < LEARNT for seed in SEEDS[:FEW])
