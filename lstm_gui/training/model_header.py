"""What a file of weights says of the run they come from: JSON in its metadata, read as strictly as all else.

    {"format": 1, "made_by": "LSTM Lab 1.0", "seed": 3,
     "task": {"name": "adding", "options": {"length": 50}, "data": null},
     "network": {"cell": {"family": "lstm", "options": {"variant": "standard"}}, "units": 8, …},
     "learning": {"optimiser": {"name": "Adam", "rate": 0.01, …}, "steps": 2000, …},
     "state": {"step": 725, "best": 0.0094, "waited": 2, "optimiser": "Adam", "memory_steps": 725},
     "reads": {"inputs": 2, "outputs": 1, "answers": "numbers", "input_names": ["value", "mark"], …},
     "score": {"name": "mean squared error", "loss": 0.0094, "value": 0.0094, "solved": true,
               "baseline": {"name": "chance", "loss": 0.17, "test": 0.16}}}

A person's own numbers or text are not in it: only what they are called.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lstm_gui import __version__
from lstm_gui.graph.kind import FAMILIES, Kind
from lstm_gui.nets.optimisers import OPTIMISERS
from lstm_gui.strict_fields import Field
from lstm_gui.training.batch import LOSSES
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plain_fields import LARGEST, LONGEST, read, value_of, written
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import Names, Portrait, Unit
from lstm_gui.training.run import RunState, Validation
from lstm_gui.training.task import Baseline
from lstm_gui.training.task_choice import Data, OwnColumns, TaskChoice
from lstm_gui.training.tasks.catalogue import BY_NAME

FORMAT = 1
MOST_NAMES = 4096  # of inputs, and of outputs


@dataclass(frozen=True, slots=True)
class DataName:
    """What a person's own data was called."""

    kind: str  # "columns" or "text", as Entry.wants has it
    name: str  # of the file
    columns: Names = ()


@dataclass(frozen=True, eq=False)
class Header:
    """A header that was read. The vector of its state is not yet there."""

    plan: Plan  # without a person's own data
    state: dict[str, Any]  # the numbers of a RunState
    memory_steps: int
    portrait: Portrait  # without the probe
    data: DataName | None
    made_by: str


# Out


def header_text(plan: Plan, state: RunState, portrait: Portrait) -> str:
    """The header as JSON."""
    header = {
        "format": FORMAT,
        "made_by": f"LSTM Lab {__version__}",
        **plan_written(plan),
        "state": {
            **written(state, "vector", "memory", "carried", "best"),
            "best": state.best if math.isfinite(state.best) else None,
            "memory_steps": state.memory.steps,
        },
        "reads": {
            **written(portrait, "score_name", "test", "baseline", "units", "probe", "step_names"),
            "units": [written(unit) for unit in portrait.units],
        },
        "score": {
            "name": portrait.score_name,
            "loss": portrait.test.loss,
            "value": portrait.test.score,
            "solved": portrait.test.solved,
            "baseline": written(portrait.baseline),
        },
    }
    return json.dumps(_finite(header), allow_nan=False)


def plan_written(plan: Plan) -> dict[str, Any]:
    """A plan as values of a file; of a person's own data only what it is called."""
    network, learning = plan.network, plan.learning
    cell = {"family": network.kind.family, "options": network.kind.options}
    optimiser = {"name": type(learning.optimiser).__name__, **written(learning.optimiser)}
    return {
        "seed": plan.seed,
        "task": {
            "name": plan.task.name,
            "options": plan.task.values,
            "data": _data_written(plan.task.data),
        },
        "network": {"cell": cell, **written(network, "kind")},
        "learning": {"optimiser": optimiser, **written(learning, "optimiser")},
    }


def _data_written(data: Data | None) -> dict[str, Any] | None:
    if data is None:
        return None
    if isinstance(data, OwnColumns):
        return {"kind": "columns", "name": data.name, "columns": data.columns}
    return {"kind": "text", "name": data.name}


def _finite(value: Any) -> Any:
    """A score of a network that answers nonsense may be infinite, which JSON cannot say: nothing is."""
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    return None if isinstance(value, float) and not math.isfinite(value) else value


# In


def read_header(whole: Field) -> Header:
    """The header of a file of ours. Raises FileRefused."""
    if "format" in (keys := whole.keys()) and keys["format"].value != FORMAT:
        raise whole.refused("was written by another version of LSTM Lab; open it with that one")
    table = whole.table(
        ("format", "made_by", "seed", "task", "network", "learning", "state", "reads", "score")
    )
    plan, data = _plan(table)
    state, memory_steps = _state(table["state"])
    portrait = _portrait(table["reads"], table["score"])
    return Header(plan, state, memory_steps, portrait, data, table["made_by"].text(LONGEST))


def read_plan(whole: Field) -> tuple[Plan, DataName | None]:
    """A plan of `plan_written`, and what the data was called that it lacks. Raises FileRefused."""
    return _plan(whole.table(("seed", "task", "network", "learning")))


def _plan(table: Mapping[str, Field]) -> tuple[Plan, DataName | None]:
    task, data = _task(table["task"])
    seed = table["seed"].whole(0, 2**63)
    return Plan(task, _network(table["network"]), _learning(table["learning"]), seed), data


def _task(given: Field) -> tuple[TaskChoice, DataName | None]:
    table = given.table(("name", "options", "data"))
    name = table["name"].text(LONGEST)
    if name not in BY_NAME:
        raise table["name"].refused(f'says "{name}", which is no task of this version of LSTM Lab')
    options = table["options"].table((), [option.name for option in BY_NAME[name].options])
    chosen = {key: _option(value) for key, value in options.items()}
    try:
        held = BY_NAME[name].values(TaskChoice(name, tuple(chosen.items())))
    except ValueError as error:
        raise table["options"].refused(f"makes no sense: {error}") from None
    choice = TaskChoice(name, tuple(sorted((key, held[key]) for key in chosen)))
    return choice, None if table["data"].value is None else _data_name(table["data"])


def _option(given: Field) -> float | str:
    return given.text(LONGEST) if isinstance(given.value, str) else given.number(-LARGEST, LARGEST)


def _data_name(given: Field) -> DataName:
    table = given.table(("kind", "name"), ("columns",))
    columns = _names(table["columns"]) if "columns" in table else ()
    return DataName(table["kind"].choice(("columns", "text")), table["name"].text(LONGEST), columns)


def _network(given: Field) -> NetworkChoice:
    table = dict(given.keys())
    if "cell" not in table:
        raise given.refused('lacks "cell"')
    rest = {key: value for key, value in table.items() if key != "cell"}
    return read(_without(given, rest), NetworkChoice, kind=_kind(table["cell"]))


def _kind(given: Field) -> Kind:
    table = given.table(("family", "options"))
    family = table["family"].choice(tuple(FAMILIES))
    options = table["options"].table((), tuple(FAMILIES[family]))
    return Kind.of(family, **{name: each.choice(FAMILIES[family][name]) for name, each in options.items()})


def _learning(given: Field) -> Learning:
    table = dict(given.keys())
    if "optimiser" not in table:
        raise given.refused('lacks "optimiser"')
    own = dict(table.pop("optimiser").keys())
    if "name" not in own:
        raise given.refused("names no optimiser")
    made = OPTIMISERS[own.pop("name").choice(tuple(OPTIMISERS))]
    optimiser = read(_without(given, own), made)
    return read(_without(given, table), Learning, optimiser=optimiser)


def _without(given: Field, rest: dict[str, Field]) -> Field:
    """The object of these fields alone."""
    return Field({key: each.value for key, each in rest.items()}, given.file, given.place)


def _state(given: Field) -> tuple[dict[str, Any], int]:
    table = given.table(("step", "best", "waited", "optimiser", "memory_steps"))
    best = value_of(table["best"], float | None)
    found = {
        "step": table["step"].whole(0, 2**53),
        "best": math.inf if best is None else best,
        "waited": table["waited"].whole(0, 2**53),
        "optimiser": table["optimiser"].choice(("", *OPTIMISERS)),
    }
    return found, table["memory_steps"].whole(0, 2**53)


def _portrait(reads: Field, score: Field) -> Portrait:
    table = reads.table(("inputs", "outputs", "answers", "input_names", "output_names", "units"))
    told = score.table(("name", "loss", "value", "solved", "baseline"))
    best = told["baseline"].table(("name", "loss", "test"))
    test = Validation(_number(told["loss"]), _number(told["value"]), told["solved"].flag())
    return Portrait(
        inputs=table["inputs"].whole(1, MOST_NAMES),
        outputs=table["outputs"].whole(1, MOST_NAMES),
        answers=table["answers"].choice(tuple(LOSSES)),
        score_name=told["name"].text(LONGEST),
        test=test,
        baseline=Baseline(best["name"].text(LONGEST), _number(best["loss"]), _number(best["test"])),
        input_names=_names(table["input_names"]),
        output_names=_names(table["output_names"]),
        units=tuple(read(each, Unit) for each in table["units"].items(0, MOST_NAMES, "unit")),
    )


def _number(given: Field) -> float:
    """A number; nothing stands for one that was not finite."""
    return math.inf if given.value is None else given.number(-1e300, 1e300)


def _names(given: Field) -> Names:
    return tuple(each.text(LONGEST, lines=True) for each in given.items(0, MOST_NAMES, "name"))
