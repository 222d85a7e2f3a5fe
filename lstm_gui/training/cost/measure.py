"""How long an update takes here, and how much memory its trace does: measured, not computed."""

import time
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.nets.activation import FloatArray
from lstm_gui.training.batch import Batch
from lstm_gui.training.cost.operations import BACKWARD, multiply_adds
from lstm_gui.training.network import NetworkChoice
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import advance, begin
from lstm_gui.training.task import Baseline, Score, Task

LASTS = 0.12  # seconds that one measurement is repeated for
LEAST, MOST = 5, 200  # updates that are measured
_STILL = 1e-9  # a rate at which nothing is learnt, and so nothing diverges


@dataclass(frozen=True, slots=True)
class Cost:
    """What one update of a network takes. T steps, B sequences."""

    units: int
    length: int  # T
    batch: int  # B
    parameters: int
    multiply_adds: int  # of one update: T × B steps, forward and back
    trace_bytes: int  # what an update remembers on its way forward, to find its way back
    seconds: float  # of one update, the quickest of several: whatever else goes on can only add to it
    kind: Kind = LSTM


@dataclass(frozen=True)
class Noise(Task):
    """Numbers that mean nothing, of the shape that a task has: what costs time is not what they are."""

    shape: tuple[int, int, int]  # (T, B, I)
    outputs_wanted: int  # K
    answered: str  # one of batch.LOSSES
    score_name = "loss"

    @property
    def answers(self) -> str:  # type: ignore[override]
        """See `Task.answers`."""
        return self.answered

    @property
    def inputs(self) -> int:
        """See `Task.inputs`."""
        return self.shape[2]

    @property
    def outputs(self) -> int:
        """See `Task.outputs`."""
        return self.outputs_wanted

    def draw(self, rng: np.random.Generator, size: int, step: int) -> Batch:
        """The same batch each time: to draw it is no part of what is measured."""
        del rng, size, step
        return self.validation

    @cached_property
    def validation(self) -> Batch:
        """See `Task.validation`."""
        return self._drawn()

    @property
    def test(self) -> Batch:
        """See `Task.test`."""
        return self.validation

    @property
    def probe(self) -> Batch:
        """See `Task.probe`."""
        return self.validation

    @property
    def baselines(self) -> tuple[Baseline, ...]:
        """There is nothing to beat."""
        return ()

    def score(self, y: FloatArray, batch: Batch) -> Score:
        """The loss."""
        return Score(self.loss(y, batch), solved=False)

    def _drawn(self) -> Batch:
        rng, steps = np.random.default_rng(0), self.shape[:2]
        x = rng.standard_normal(self.shape, dtype=np.float32)
        if self.answers == "classes":
            return Batch(x, rng.integers(0, self.outputs, steps))
        target = (rng.random((*steps, self.outputs)) < 0.5).astype(np.float32)
        return Batch(x, target)


def measured(plan: Plan, task: Task, units: int, length: int) -> Cost:
    """The cost of an update of a plan's network with so many units on sequences of so many steps."""
    noise = Noise((length, plan.learning.batch, task.inputs), task.outputs, task.answers)
    plan = _still(plan, units)
    network, _ = begin(plan, noise)
    first = network.forward(noise.validation.x)
    steps = length * plan.learning.batch
    return Cost(
        units=units,
        length=length,
        batch=plan.learning.batch,
        parameters=network.count,
        multiply_adds=(1 + BACKWARD) * steps * multiply_adds(plan.network, task.inputs, task.outputs),
        trace_bytes=held_bytes(first.trace),
        seconds=_seconds(plan, noise),
        kind=plan.network.kind,
    )


def usual_length(task: Task) -> int:
    """How long the sequences of a task are (T)."""
    return int(task.probe.x.shape[0])


def held_bytes(trace: object) -> int:
    """What a trace keeps in memory, every piece of it once."""
    found: dict[int, int] = {}
    _gather(trace, found)
    return sum(found.values())


def _gather(part: Any, found: dict[int, int]) -> None:
    if isinstance(part, np.ndarray):
        while isinstance(part.base, np.ndarray):
            part = part.base
        found[id(part)] = part.nbytes
    elif isinstance(part, tuple):
        for one in part:
            _gather(one, found)
    elif is_dataclass(part):
        for field in fields(part):
            _gather(getattr(part, field.name), found)


def _still(plan: Plan, units: int) -> Plan:
    """The plan with so many units, that only does its updates: no validation, no end."""
    learning = plan.learning
    network: NetworkChoice = replace(plan.network, units=units)
    quiet = replace(
        learning,
        optimiser=replace(learning.optimiser, rate=_STILL),
        steps=10**9,
        validate_every=10**9,
        feeding="teacher",
        window=None if plan.network.bidirectional else learning.window,
    )
    return replace(plan, network=network, learning=quiet)


def _seconds(plan: Plan, task: Task) -> float:
    """The quickest of several updates, once the cell is compiled and the memory is there."""
    network, state = begin(plan, task)
    state, _ = advance(plan, task, network, state)
    taken: list[float] = []
    until = time.perf_counter() + LASTS
    while len(taken) < LEAST or (time.perf_counter() < until and len(taken) < MOST):
        before = time.perf_counter()
        state, _ = advance(plan, task, network, state)
        taken.append(time.perf_counter() - before)
    return min(taken)
