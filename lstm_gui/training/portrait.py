"""What a checkpoint is, besides its plan and its numbers: what it reads and answers, and how good it is."""

from dataclasses import dataclass

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import RunState, Validation, begin, validate
from lstm_gui.training.task import Baseline, Task
from lstm_gui.training.tasks.forecasting.forecast import Forecast

Names = tuple[str, ...]
PLAIN = {"roots": "values", "growth": "changes"}
"""As what a column is read that has no root, or no growth."""


@dataclass(frozen=True, slots=True)
class Unit:
    """From a column's own units to what a network reads: (value − shift) / scale, of its form."""

    form: str  # "values", "roots", "changes", or "growth": 100 times the change of the logarithm
    shift: float
    scale: float


@dataclass(frozen=True, eq=False)
class Portrait:
    """Made where the task is; enough to run the network without it. T steps, I inputs, K outputs."""

    inputs: int  # I
    outputs: int  # K
    answers: str  # "numbers", "classes" or "bits"
    score_name: str
    test: Validation  # of this checkpoint
    baseline: Baseline  # the best there is without a network
    input_names: Names = ()  # the characters in their order, where it reads a text
    output_names: Names = ()
    units: tuple[Unit, ...] = ()  # of each input, where it reads numbers in units of their own
    probe: FloatArray | None = None  # x (T, I)
    step_names: Names = ()  # of the probe's steps


def portrait_of(plan: Plan, task: Task, state: RunState) -> Portrait:
    """The portrait of a checkpoint. Raises ValueError, in words, where it is none of the plan's."""
    network = begin(plan, task, state)[0].with_vector(state.vector)
    return Portrait(
        inputs=task.inputs,
        outputs=task.outputs,
        answers=task.answers,
        score_name=task.score_name,
        test=validate(task, network, task.test),
        baseline=task.baselines[-1],
        input_names=task.input_names,
        output_names=task.output_names,
        units=_units(task),
        probe=_read_of(task.probe),
        step_names=task.step_names,
    )


def _read_of(probe: Batch) -> FloatArray:
    """What is read of a single sequence (T, I), without what only fills it up."""
    return probe.x[: None if probe.lengths is None else int(probe.lengths[0]), 0]


def _units(task: Task) -> tuple[Unit, ...]:
    if not isinstance(task, Forecast):
        return ()
    scaling = task.scaling
    columns = zip(scaling.fits.tolist(), scaling.shift.tolist(), scaling.scale.tolist(), strict=True)
    return tuple(
        Unit(scaling.form if fits else PLAIN.get(scaling.form, scaling.form), shift, scale)
        for fits, shift, scale in columns
    )
