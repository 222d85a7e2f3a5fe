"""One update after another: pure functions from a checkpoint to the next.

A checkpoint is a `RunState`. What is drawn for an update depends on the plan's seed and the number of the
update alone, so that a run that goes on from a checkpoint is the run that was never interrupted, to the bit.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from lstm_gui.nets.activation import FloatArray
from lstm_gui.nets.clipping import Clipped, clipped_by_norm, clipped_by_value, norm
from lstm_gui.nets.layer import State
from lstm_gui.nets.losses import Loss
from lstm_gui.nets.optimisers import NO_MEMORY, Memory
from lstm_gui.training.batch import Batch, loss_of
from lstm_gui.training.free_running import fed_by_itself, unheard
from lstm_gui.training.learning import Learning
from lstm_gui.training.network import Network, Prediction, new_network
from lstm_gui.training.plan import Plan
from lstm_gui.training.task import Task

MOST = 1e6
"""Beyond it no loss, activation or weight leads back, and no file of weights is taken."""

PIECE = 2**21
"""Numbers of states that are validated at once: between two and five hundredths of a second."""

LARGE = 128
"""Numbers in a state, as of 64 units with h and c; of a smaller one not more steps are read at once."""


@dataclass(frozen=True, eq=False)
class RunState:
    """A checkpoint: everything that the next update starts from, besides the plan."""

    step: int  # updates done
    vector: FloatArray  # (count,) the parameters, in the order of Network.arrays
    memory: Memory = NO_MEMORY
    carried: State | None = None  # the layers' state after the last batch, where batches continue each other
    best: float = math.inf  # the lowest validation loss so far
    waited: int = 0  # validations since
    optimiser: str = ""  # whose the memory is: of no use to one of another kind


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
    """A number grew past all bounds, or is none any more; `state` is the last checkpoint before it."""

    def __init__(self, step: int, quantity: str, state: RunState) -> None:
        super().__init__(f"{quantity} grew past all bounds at update {step}")
        self.step, self.quantity, self.state = step, quantity, state


def check(plan: Plan, task: Task) -> None:
    """Raise ValueError, in words for the person, where the parts of a plan do not fit each other."""
    if not plan.network.bidirectional:
        return
    if task.reads_what_it_foretells:
        raise ValueError(
            "A network that reads in both directions reads the very step that it is to foretell: it would "
            "learn to copy it. Choose one direction."
        )
    if plan.learning.window is not None:
        raise ValueError(
            "A network that reads in both directions cannot learn in windows: what it reads backwards comes "
            "from the end of the sequence. Choose whole sequences, or one direction."
        )
    if plan.learning.feeding == "free" and task.feeds_back:
        raise ValueError(
            "A network that reads in both directions cannot read its own answers: it would have to know the "
            "end of the sequence first. Let it read the truth, or choose one direction."
        )


def begin(plan: Plan, task: Task, state: RunState | None = None) -> tuple[Network, RunState]:
    """The network of a plan before its first update, and the checkpoint to start from: that, or one given.

    Raises ValueError, in words, where the plan makes no sense or the checkpoint is of another network.
    """
    check(plan, task)
    network = new_network(plan.network, task.inputs, task.outputs, plan.seed)
    if state is None:
        return network, RunState(0, network.vector)
    if len(state.vector) != network.count:
        raise ValueError(
            f"This checkpoint has {len(state.vector)} parameters, and this network {network.count}: "
            "it belongs to another cell, size or task."
        )
    return network, state


def train(plan: Plan, task: Task, state: RunState | None = None) -> Iterator[tuple[RunState, Update]]:
    """The updates of a plan, from a checkpoint on. Raises Diverged; ends where `Update.ended` says why."""
    network, state = begin(plan, task, state)
    while True:
        state, update = advance(plan, task, network, state)
        yield state, update
        if update.ended:
            return


def advance(
    plan: Plan, task: Task, network: Network, state: RunState, listen: Callable[[], None] = unheard
) -> tuple[RunState, Update]:
    """One update: draw, read, compare, go back, clip, step. `network` lends its shapes alone.

    `listen` is called between these parts: what it raises leaves the update as if it had never begun.
    Raises Diverged naming the update and what grew past all bounds.
    """
    learning, step = plan.learning, state.step
    batch = task.draw(np.random.default_rng((plan.seed, 1, step)), learning.batch, step)
    with np.errstate(all="ignore"):  # what is no number any more is seen below
        now = network.with_vector(state.vector)
        seen = _read(learning, task, now, batch, _carried(network, state, batch), listen)
        _bounded(step, state, seen)
        clipped = clip(learning, now.gradient(seen.prediction, seen.loss.d_y, learning.window))
        listen()
        rate, kind = learning.rate(step), type(learning.optimiser).__name__
        memory = state.memory if state.optimiser in ("", kind) else NO_MEMORY
        vector, memory = learning.optimiser.step(state.vector, clipped.gradient, memory, rate)
    if not math.isfinite(clipped.norm):
        raise Diverged(step + 1, "the gradient", state)
    if not largest(vector) < MOST:
        raise Diverged(step + 1, "a weight", state)
    final = seen.prediction.trace.final if task.continual and network.carries else None
    after = replace(state, step=step + 1, vector=vector, memory=memory, carried=final, optimiser=kind)
    update = Update(step + 1, seen.loss.value, clipped.norm, clipped.changed > 0, rate)
    if after.step < learning.steps and after.step % learning.validate_every:
        return after, update
    return _judged(plan, task, network, state, after, update, listen)


def clip(learning: Learning, gradient: FloatArray) -> Clipped:
    """A gradient as the learning wants it bounded."""
    if learning.clipping == "none":
        return Clipped(gradient, norm(gradient), 0)
    bound = clipped_by_norm if learning.clipping == "norm" else clipped_by_value
    return bound(gradient, learning.limit)


def validate(task: Task, network: Network, batch: Batch, listen: Callable[[], None] = unheard) -> Validation:
    """How good a network is on a batch that it did not learn from, which it reads piece by piece.

    `listen` is called between the pieces: what it raises ends it.
    """
    states = sum(array.size for array in network.layer.state_from(None, 1))
    together = max(1, PIECE // (len(batch.x) * max(LARGE, states)))
    found = []
    with np.errstate(all="ignore"):
        for start in range(0, batch.size, together):
            of = slice(start, start + together)
            lengths = None if batch.lengths is None else batch.lengths[of]
            found.append(network.forward(batch.x[:, of], None, lengths).y)
            listen()
        y = found[0] if len(found) == 1 else np.concatenate(found, axis=1)
        score = task.score(y, batch)
        return Validation(task.loss(y, batch), score.value, score.solved)


def best_of(state: RunState, before: RunState | None) -> RunState | None:
    """After a validation: its checkpoint where none before was as good, else the best one before."""
    return state if state.waited == 0 and math.isfinite(state.best) else before


def to_judge(why: str, last: RunState, best: RunState | None) -> RunState:
    """The checkpoint of a run that the test set judges: the one that solved it, or the best by validation.

    So is a linear autoregression chosen; the last one may have learnt its sequences by heart since.
    """
    return last if why == "solved" or best is None else best


def largest(array: FloatArray) -> float:
    """The largest magnitude in an array; nan where one of its numbers is none."""
    return float(np.abs(array).max(initial=0))


@dataclass(frozen=True, slots=True)
class _Seen:
    """A batch as it was read, and what was wrong with the answers."""

    prediction: Prediction
    loss: Loss


def _read(
    learning: Learning,
    task: Task,
    network: Network,
    batch: Batch,
    state: State | None,
    listen: Callable[[], None],
) -> _Seen:
    """Read a batch: the truth or, where the task has a way for that, the network's own answers."""
    if learning.feeding == "free" and task.feeds_back:
        batch = replace(batch, x=fed_by_itself(task, network, batch, state, listen))
    prediction = network.forward(batch.x, state, batch.lengths)
    listen()
    return _Seen(prediction, loss_of(task.answers, prediction.y, batch))


def _bounded(step: int, state: RunState, seen: _Seen) -> None:
    """Raise Diverged when a loss is too large to go on from, naming what grew first."""
    if seen.loss.value < MOST:
        return
    grew = not largest(seen.prediction.trace.output) < MOST
    raise Diverged(step + 1, "an activation" if grew else "the loss", state)


def _carried(network: Network, state: RunState, batch: Batch) -> State | None:
    """The state from which a batch is read: the one before ended in it, or zero."""
    if state.carried is None or not batch.continues or not network.carries:
        return None
    return state.carried if state.carried[0].shape[0] == batch.size else None


def _judged(
    plan: Plan,
    task: Task,
    network: Network,
    before: RunState,
    state: RunState,
    update: Update,
    listen: Callable[[], None],
) -> tuple[RunState, Update]:
    """An update with its validation, and with the reason to end, when there is one."""
    learning = plan.learning
    found = validate(task, network.with_vector(state.vector), task.validation, listen)
    if not found.loss < MOST:
        raise Diverged(state.step, "the validation loss", before)
    better = found.loss < state.best
    state = replace(state, best=min(state.best, found.loss), waited=0 if better else state.waited + 1)
    tired = learning.patience is not None and state.waited >= learning.patience
    solved = found.solved and learning.stop_when_solved
    last = state.step >= learning.steps
    ended = "solved" if solved else "patience" if tired else "steps" if last else ""
    return state, replace(update, validation=found, ended=ended)
