"""What is to be seen of a network at one moment of its training: the probe sequence, read as it is now.

It is made in the training process, between two updates, and crosses a pipe: arrays, names and nothing else.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.graph.catalogue import graph_of
from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.nets.activation import FloatArray, sigmoid
from lstm_gui.nets.diagnostics.saturation import Saturation, saturation
from lstm_gui.nets.losses import softmax
from lstm_gui.training.look_inside import Reach, cells_of, reach_of
from lstm_gui.training.network import Network, Prediction, new_network
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import RunState
from lstm_gui.training.task import Task

if TYPE_CHECKING:  # made of forecasts alone, which few tasks are
    from lstm_gui.training.tasks.forecasting.ahead import Ahead

AHEAD = 24  # steps at most that a forecast runs free, as long as nobody asked to see more of it


@dataclass(frozen=True, eq=False)
class Look:
    """One sequence and everything that a checkpoint makes of it. T steps, I inputs, K outputs, H units."""

    step: int  # updates done
    x: FloatArray  # (T, I)
    y: NDArray[Any]  # (T, K) numbers in the task's own units, or the probabilities of classes or bits
    target: NDArray[Any]  # (T, K) numbers in those units, or bits, or (T,) classes
    counts: FloatArray  # (T,) what counts in the loss
    quantities: dict[str, FloatArray]  # (T, H) by its name in the layer's trace: "f", "0.forward.c" …
    weights: dict[str, FloatArray]  # the parameters, by name
    answers: str = "numbers"  # one of batch.LOSSES
    kind: Kind = LSTM
    reach: Reach | None = None
    saturation: dict[str, Saturation] = field(
        default_factory=dict
    )  # of the probe's steps, (H,) each, by name
    ahead: "Ahead | None" = None  # a forecast that reads its own answers
    step_names: tuple[str, ...] = ()  # what the steps are called, or ()
    input_names: tuple[str, ...] = ()
    output_names: tuple[str, ...] = ()

    @property
    def steps(self) -> int:
        """How many steps the probe has (T)."""
        return len(self.x)

    @property
    def parts(self) -> tuple[str, ...]:
        """Every layer and direction, as it stands before the names of quantities: "", "0.", "1.forward."."""
        return tuple(dict.fromkeys(name[: name.rfind(".") + 1] for name in self.quantities))


def look_at(plan: Plan, task: Task, state: RunState, origin: int | None = None) -> Look:
    """Read the probe with the network of a checkpoint.

    A forecast runs free after the step `origin` of the probe, from 0, as far as there is anything to hold it
    against; when not given, after the warm-up, and AHEAD steps at most.
    """
    network = new_network(plan.network, task.inputs, task.outputs, plan.seed).with_vector(state.vector)
    probe = task.probe
    run = network.forward(probe.x, None, probe.lengths)
    counts = np.ones(len(probe.x), np.float32) if probe.weights is None else probe.weights[:, 0]
    y, target = _in_own_units(task, answered(task.answers, run.y[:, 0]), probe.target[:, 0])
    return Look(
        step=state.step,
        x=probe.x[:, 0],
        y=y,
        target=target,
        counts=counts,
        quantities=_quantities(plan.network.kind, network, run),
        weights=dict(network.arrays),
        answers=task.answers,
        kind=plan.network.kind,
        reach=reach_of(network, run, probe, task.answers),
        saturation=saturation(network.layer, run.trace),
        ahead=_ahead(task, network, origin),
        step_names=task.step_names,
        input_names=task.input_names,
        output_names=task.output_names,
    )


def answered(answers: str, y: FloatArray) -> FloatArray:
    """What a network says with y (…, K): numbers as they are, logits as probabilities."""
    if answers == "numbers":
        return y
    if answers == "bits":
        return sigmoid(y)
    return softmax(y)


def _in_own_units(task: Task, y: FloatArray, target: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Answers and what is right (T, K) in the units of a forecast's series; of other tasks as they are."""
    from lstm_gui.training.tasks.forecasting.forecast import Forecast

    if not isinstance(task, Forecast):
        return y, target
    levels = task.probe_levels
    said, right = (task.unscaled(array, levels).reshape(array.shape) for array in (y, target))
    return said, right


def _ahead(task: Task, network: Network, origin: int | None) -> "Ahead | None":
    """A forecast running free; None for another task, and for a network that has to know what follows."""
    from lstm_gui.training.tasks.forecasting.ahead import run_ahead
    from lstm_gui.training.tasks.forecasting.forecast import Forecast

    if not isinstance(task, Forecast) or not network.carries:
        return None
    longest = min(len(task.probe_steps) - task.split.warm_up, max(1, task.longest_run // 2))
    return run_ahead(task, network, min(AHEAD, longest) if origin is None else longest, origin)


def _quantities(kind: Kind, network: Network, run: Prediction) -> dict[str, FloatArray]:
    """Gates and states of every layer and direction; the way stations between them stay behind."""
    graph, found = graph_of(kind), run.trace.quantities
    shown = [*graph.gates, *graph.signed]
    names = [f"{part}{name}" for part, _ in cells_of(network.layer) for name in shown]
    return {name: found[name][:, 0] for name in names}
