"""What is to be seen of a network at one moment of its training: the probe sequence, read as it is now."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.network import new_network
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import RunState
from lstm_gui.training.task import Task


@dataclass(frozen=True, eq=False)
class Look:
    """One sequence and everything that a checkpoint makes of it. T steps, K outputs, H units."""

    step: int  # updates done
    x: FloatArray  # (T, I)
    y: FloatArray  # (T, K)
    target: NDArray[Any]  # (T, K) numbers or bits, or (T,) classes
    counts: FloatArray  # (T,) what counts in the loss
    quantities: dict[str, FloatArray]  # (T, H) by its name in the layer's trace: "f", "0.forward.c" …
    weights: dict[str, FloatArray]  # the parameters, by name


def look_at(plan: Plan, task: Task, state: RunState) -> Look:
    """Read the probe with the network of a checkpoint."""
    network = new_network(plan.network, task.inputs, task.outputs, plan.seed).with_vector(state.vector)
    probe = task.probe
    run = network.forward(probe.x, None, probe.lengths)
    counts = np.ones(len(probe.x), np.float32) if probe.weights is None else probe.weights[:, 0]
    return Look(
        step=state.step,
        x=probe.x[:, 0],
        y=run.y[:, 0],
        target=probe.target[:, 0],
        counts=counts,
        quantities={name: array[:, 0] for name, array in run.trace.quantities.items()},
        weights=dict(network.arrays),
    )
