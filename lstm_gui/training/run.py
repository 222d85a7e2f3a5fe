"""One update after another: pure functions from a checkpoint to the next.

A checkpoint is a `RunState`. What is drawn for an update depends on the plan's seed and the number of the
update alone, so that a run that goes on from a checkpoint is the run that was never interrupted, to the bit.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.clipping import Clipped, clipped_by_norm, clipped_by_value, norm
from lstm_gui.nets.layer import State
from lstm_gui.nets.optimisers import NO_MEMORY, Memory
from lstm_gui.training.batch import Batch, loss_of
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import Network, new_network
from lstm_gui.training.plan import Plan
from lstm_gui.training.task import Task


@dataclass(frozen=True, eq=False)
class RunState:
    """A checkpoint: everything that the next update starts from, besides the plan."""

    step: int  # updates done
    vector: FloatArray  # (count,) the parameters, in the order of Network.arrays
    memory: Memory = NO_MEMORY
    carried: State | None = None  # the layers' state after the last batch, where batches continue each other
    best: float = math.inf  # the lowest validation loss so far
    waited: int = 0  # validations since


@dataclass(frozen=True, slots=True)
class Validation:
    """How good the network is on sequences that it does not learn from."""

    loss: float
    score: float
    solved: bool


@dataclass(frozen=True, slots=True)
class Update:
    """What is to be seen of one update."""

    step: int  # updates done, this one included
    loss: float  # of its batch, before the update
    norm: float  # of the gradient, before it was clipped
    clipped: bool
    rate: float
    validation: Validation | None = None  # after the update, every so many
    ended: str = ""  # "steps", "patience" or "solved" with the last


class Diverged(Exception):
    """A number is not finite any more; `state` is the last checkpoint before it."""

    def __init__(self, step: int, quantity: str, state: RunState) -> None:
        super().__init__(f"{quantity} is not finite at update {step}")
        self.step, self.quantity, self.state = step, quantity, state


def begin(plan: Plan, task: Task) -> tuple[Network, RunState]:
    """The network of a plan before its first update, and that as a checkpoint."""
    network = new_network(plan.network, task.inputs, task.outputs, plan.seed)
    return network, RunState(0, network.vector)


def train(plan: Plan, task: Task, state: RunState | None = None) -> Iterator[tuple[RunState, Update]]:
    """The updates of a plan, from a checkpoint on. Raises Diverged; ends where `Update.ended` says why."""
    network, first = begin(plan, task)
    state = first if state is None else state
    while True:
        state, update = advance(plan, task, network, state)
        yield state, update
        if update.ended:
            return


def advance(plan: Plan, task: Task, network: Network, state: RunState) -> tuple[RunState, Update]:
    """One update: draw, read, compare, go back, clip, step. `network` lends its shapes alone.

    Raises Diverged naming the update and what is not finite any more.
    """
    learning, step = plan.learning, state.step
    batch = task.draw(np.random.default_rng((plan.seed, 1, step)), learning.batch, step)
    now = network.with_vector(state.vector)
    with np.errstate(over="ignore", invalid="ignore"):  # seen just below
        prediction = now.forward(batch.x, _carried(state, batch), batch.lengths)
        loss = loss_of(task.answers, prediction.y, batch)
        gradient = now.gradient(prediction, loss.d_y, learning.window)
        clipped = clip(learning, gradient)
        rate = learning.rate(step)
        vector, memory = learning.optimiser.step(state.vector, clipped.gradient, state.memory, rate)
    for name, number in (
        ("the loss", loss.value),
        ("the gradient", clipped.norm),
        ("a weight", norm(vector)),
    ):
        if not math.isfinite(number):
            raise Diverged(step + 1, name, state)
    carried = prediction.trace.final if batch.continues else None
    after = replace(state, step=step + 1, vector=vector, memory=memory, carried=carried)
    update = Update(step + 1, loss.value, clipped.norm, clipped.changed > 0, rate)
    return _judged(plan, task, network, after, update)


def clip(learning: Learning, gradient: FloatArray) -> Clipped:
    """A gradient as the learning wants it bounded."""
    if learning.clipping == "none":
        return Clipped(gradient, norm(gradient), 0)
    bound = clipped_by_norm if learning.clipping == "norm" else clipped_by_value
    return bound(gradient, learning.limit)


def validate(task: Task, network: Network, batch: Batch) -> Validation:
    """How good a network is on a batch that it did not learn from."""
    y = network.forward(batch.x, None, batch.lengths).y
    score = task.score(y, batch)
    return Validation(task.loss(y, batch), score.value, score.solved)


def _carried(state: RunState, batch: Batch) -> State | None:
    """The state from which a batch is read: the one before ended in it, or zero."""
    fits = state.carried is not None and batch.continues and state.carried[0].shape[0] == batch.size
    return state.carried if fits else None


def _judged(
    plan: Plan, task: Task, network: Network, state: RunState, update: Update
) -> tuple[RunState, Update]:
    """An update with its validation, when it is time for one, and with the reason to end, when there is."""
    learning = plan.learning
    last = state.step >= learning.steps
    if not last and state.step % learning.validate_every:
        return state, update
    found = validate(task, network.with_vector(state.vector), task.validation)
    better = found.loss < state.best
    state = replace(state, best=min(state.best, found.loss), waited=0 if better else state.waited + 1)
    tired = learning.patience is not None and state.waited >= learning.patience
    solved = found.solved and learning.stop_when_solved
    ended = "solved" if solved else "patience" if tired else "steps" if last else ""
    return state, replace(update, validation=found, ended=ended)
