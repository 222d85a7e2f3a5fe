"""A checkpoint that is saved and opened is the same run to the bit; what was not saved here is refused."""

import json
import math
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import safetensors.numpy as judge
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lstm_gui import __version__
from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.safetensors_writer import written_tensors
from lstm_gui.nets.optimisers import Memory
from lstm_gui.training.model_file import KEY, SavedModel, model_bytes, read_model
from lstm_gui.training.model_header import DataName
from lstm_gui.training.own_columns import LARGEST
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import Portrait, portrait_of
from lstm_gui.training.run import RunState, Validation, begin, train
from lstm_gui.training.task import Baseline
from lstm_gui.training.task_choice import OwnColumns, OwnText, TaskChoice
from lstm_gui.training.tasks.catalogue import BY_NAME, made
from tests.refusals import is_one_sentence
from tests.training.plans import checkpoints, plans, portraits

ADDING = Plan(TaskChoice("adding", (("length", 10.0),)))
PORTRAIT = Portrait(
    2, 1, "numbers", "mean squared error", Validation(0.1, 0.1, False), Baseline("chance", 1, 1)
)


def opened(folder: Path, content: bytes) -> SavedModel:
    """What is read of a file with that content."""
    path = folder / "model.safetensors"
    path.write_bytes(content)
    return read_model(path)


def assert_same(mine: object, theirs: object) -> None:
    """Whether two checkpoints, or parts of them, are equal to the bit."""
    if isinstance(mine, np.ndarray):
        assert isinstance(theirs, np.ndarray)
        assert (mine.dtype, mine.shape) == (theirs.dtype, theirs.shape)
        assert mine.tobytes() == theirs.tobytes()
    elif isinstance(mine, tuple):
        assert isinstance(theirs, tuple)
        for one, other in zip(mine, theirs, strict=True):
            assert_same(one, other)
    elif isinstance(mine, RunState | Memory):
        for field in fields(mine):
            assert_same(getattr(mine, field.name), getattr(theirs, field.name))
    else:
        assert mine == theirs


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(data=st.data(), plan=plans, portrait=portraits)
def test_any_checkpoint_of_any_plan_comes_back_to_the_bit(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, plan: Plan, portrait: Portrait
) -> None:
    state = data.draw(checkpoints(plan, portrait))
    saved = opened(tmp_path_factory.getbasetemp(), model_bytes(plan, state, portrait))
    assert saved.plan == plan
    assert_same(state, saved.state)
    for field in fields(portrait):
        assert getattr(saved.portrait, field.name) == getattr(portrait, field.name)
    assert (saved.data, saved.made_by) == (None, f"LSTM Lab {__version__}")


def test_a_run_that_was_saved_goes_on_as_if_it_had_not_been(tmp_path: Path) -> None:
    plan = replace(ADDING, learning=replace(ADDING.learning, steps=8, validate_every=2, batch=4), seed=3)
    task = made(plan.task)
    states = [state for state, _ in train(plan, task)]
    half = states[3]
    portrait = portrait_of(plan, task, half)
    assert portrait.input_names == ("value", "mark")
    assert portrait.baseline.name == "chance"
    saved = opened(tmp_path, model_bytes(plan, half, portrait))
    rest = [state for state, _ in train(saved.plan, task, saved.state)]
    assert_same(states[-1], rest[-1])


def test_another_tool_reads_the_weights_by_their_names() -> None:
    network, state = begin(ADDING, made(ADDING.task))
    theirs = judge.load(model_bytes(ADDING, state, PORTRAIT))
    for name, array in network.arrays.items():
        assert_same(array, theirs[name])


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (OwnText("diary.txt", "a secret " * 50), DataName("text", "diary.txt")),
        (OwnColumns("heart.csv", ("rate",), ((61.5,),) * 99), DataName("columns", "heart.csv", ("rate",))),
    ],
)
def test_a_persons_own_data_does_not_leave_with_the_model(tmp_path: Path, data: Any, kept: DataName) -> None:
    plan = replace(ADDING, task=replace(ADDING.task, data=data))
    _, state = begin(ADDING, made(ADDING.task))
    content = model_bytes(plan, state, PORTRAIT)
    assert b"secret" not in content
    assert b"61.5" not in content
    saved = opened(tmp_path, content)
    assert (saved.data, saved.plan) == (kept, ADDING)


def test_a_model_of_the_largest_numbers_that_a_table_may_hold_is_read_again(tmp_path: Path) -> None:
    rows = tuple((LARGEST if day % 7 else -LARGEST,) for day in range(200))
    plan = Plan(TaskChoice("own_column", data=OwnColumns("debt.csv", ("debt",), rows)))
    task = made(plan.task)
    _, state = begin(plan, task)
    portrait = portrait_of(plan, task, state)
    saved = opened(tmp_path, model_bytes(plan, state, portrait))
    assert saved.portrait.units == portrait.units != ()


def test_an_option_beyond_its_bounds_is_held_in_them(tmp_path: Path) -> None:
    content = spoilt(put("task", "options", "length", value=1e12))
    longest = BY_NAME["adding"].values(TaskChoice("adding", (("length", 1e12),)))["length"]
    assert opened(tmp_path, content).plan.task.values["length"] == longest != 1e12


def test_a_checkpoint_that_could_not_be_read_again_is_not_written() -> None:
    _, state = begin(ADDING, made(ADDING.task))
    vector = state.vector.copy()
    vector[0] = math.nan
    with pytest.raises(ValueError, match=r"^layer\.W holds a number that is not finite; save an earlier"):
        model_bytes(ADDING, replace(state, vector=vector), PORTRAIT)


def spoilt(change: Callable[[dict[str, Any], dict[str, Any]], None]) -> bytes:
    """A sound file with its header and its arrays changed."""
    _, state = begin(ADDING, made(ADDING.task))
    memory = Memory(1, np.ones_like(state.vector), np.ones_like(state.vector))
    states = tuple(np.ones((4, 8), np.float32) for _ in range(2))
    content = model_bytes(ADDING, replace(state, memory=memory, carried=states), PORTRAIT)
    arrays = dict(judge.load(content))
    length = int.from_bytes(content[:8], "little")
    header = json.loads(json.loads(content[8 : 8 + length])["__metadata__"][KEY])
    change(header, arrays)
    return written_tensors(arrays, {KEY: json.dumps(header)})


def put(*way: str, value: Any) -> Callable[[dict[str, Any], dict[str, Any]], None]:
    """Put a value somewhere in the header."""

    def change(header: dict[str, Any], _: dict[str, Any]) -> None:
        for key in way[:-1]:
            header = header[key]
        header[way[-1]] = value

    return change


def drop(*way: str) -> Callable[[dict[str, Any], dict[str, Any]], None]:
    """Take a value out of the header."""

    def change(header: dict[str, Any], _: dict[str, Any]) -> None:
        for key in way[:-1]:
            header = header[key]
        del header[way[-1]]

    return change


def array(name: str, value: Any) -> Callable[[dict[str, Any], dict[str, Any]], None]:
    """Another array, or one more, or one less."""

    def change(_: dict[str, Any], arrays: dict[str, Any]) -> None:
        if value is None:
            del arrays[name]
        else:
            arrays[name] = np.asarray(value, np.float32)

    return change


REFUSED = {
    "more sequences than any machine holds": (put("learning", "batch", value=2**62), "wanted 4096 at most"),
    "an option that nobody knows": (put("task", "options", "<b>x</b>", value=1), "has an unknown key"),
    "a format of tomorrow": (put("format", value=2), "another version of LSTM Lab"),
    "no format": (drop("format"), 'lacks "format"'),
    "more than is known": (put("more", value=1), 'unknown key "more"'),
    "another task": (put("task", "name", value="chess"), "no task of this version"),
    "an option that is a list": (put("task", "options", "length", value=[]), "should be a number"),
    "a cell of no family": (put("network", "cell", "family", value="transformer"), "should be"),
    "a cell of no variant": (put("network", "cell", "options", "variant", value="x"), "should be"),
    "no cell": (drop("network", "cell"), 'lacks "cell"'),
    "a million units": (put("network", "units", value=10**6), "wanted 1 to 64"),
    "half a unit": (put("network", "units", value=0.5), "should be a whole number"),
    "no optimiser": (drop("learning", "optimiser"), 'lacks "optimiser"'),
    "an optimiser without a name": (drop("learning", "optimiser", "name"), "names no optimiser"),
    "an optimiser that is a class": (put("learning", "optimiser", "name", value="object"), "should be"),
    "a rate below nothing": (put("learning", "optimiser", "rate", value=-1), "makes no sense"),
    "a schedule of no name": (put("learning", "schedule", value="up"), "makes no sense"),
    "truth that is a number": (put("learning", "stop_when_solved", value=1), "should be true or false"),
    "a seed below nothing": (put("seed", value=-1), "should be a whole number"),
    "a billion inputs": (put("reads", "inputs", value=10**9), "should be a whole number"),
    "one input more": (put("reads", "inputs", value=3), "layer.W has shape (32, 2); wanted (32, 3)"),
    "a name that hides": (put("reads", "input_names", value=["\u202e"]), "hidden character"),
    "own data of no kind": (put("task", "data", value={"kind": "x", "name": "a"}), "should be"),
    "a layer that is missing": (array("layer.W", None), "layer.W is missing"),
    "a layer more": (array("layer.Q", [1]), "there is no layer.Q"),
    "a memory more": (array("optimiser.q", [1]), "optimiser.q has shape"),
    "a memory of another size": (array("optimiser.m", [1]), "optimiser.m has shape"),
    "squares below nothing": (array("optimiser.v", [-1.0] * 361), "below 0"),
    "a state that is missing": (array("carried.0", None), "carried.0, carried.1 … are wanted"),
    "a state of another size": (array("carried.1", np.ones((4, 9))), "carried.c has shape"),
    "a state of one number": (array("carried.0", 1.0), "carried.h has shape"),
    "a weight too large": (array("layer.b", [2e6] * 32), "holds the number 2e+06"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_fit_is_refused_in_a_sentence(tmp_path: Path, case: str) -> None:
    change, words = REFUSED[case]
    with pytest.raises(FileRefused) as refusal:
        opened(tmp_path, spoilt(change))
    assert words in str(refusal.value)
    assert is_one_sentence(str(refusal.value))


def test_an_option_that_is_no_choice_any_more_is_refused(tmp_path: Path) -> None:
    def change(header: dict[str, Any], _: dict[str, Any]) -> None:
        header["task"] = {"name": "adding", "options": {"length": "long"}, "data": None}

    with pytest.raises(FileRefused, match="makes no sense"):
        opened(tmp_path, spoilt(change))


def test_weights_that_say_nothing_are_not_ours(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="were not saved by LSTM Lab"):
        opened(tmp_path, written_tensors({"a": np.ones(1)}, {}))


def test_what_an_older_version_did_not_say_is_as_usual(tmp_path: Path) -> None:
    saved = opened(tmp_path, spoilt(drop("learning", "patience")))
    assert saved.plan == ADDING
