"""What a training process is told, and what it tells: plain frozen objects that cross a pipe."""

from dataclasses import dataclass
from typing import Any

from lstm_gui.training.look import Look
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import RunState, Update
from lstm_gui.training.task import Baseline

# To the process


@dataclass(frozen=True, slots=True)
class Begin:
    """Train by a plan, from a checkpoint or from the start; what it did before is dropped."""

    plan: Plan
    run: int  # a number that comes back with everything that is told of this run
    state: RunState | None = None
    paused: bool = False  # wait for Resume or OneStep
    looks: bool = True  # whether anybody watches: Looked and Kept are told on the way


@dataclass(frozen=True, slots=True)
class Change:
    """Go on by another plan from the next update on: same task and network, other learning."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait after the update that is under way."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on."""


@dataclass(frozen=True, slots=True)
class OneStep:
    """Do a single update, and wait."""


@dataclass(frozen=True, slots=True)
class LookAt:
    """Show what a checkpoint makes of the probe, whatever is under way."""

    plan: Plan
    state: RunState
    ticket: int


@dataclass(frozen=True, slots=True)
class End:
    """End the process."""


# From the process


@dataclass(frozen=True, slots=True)
class Begun:
    """A run is set up: what there is to beat, and the checkpoint before the first update."""

    run: int
    baselines: tuple[Baseline, ...]
    state: RunState
    parameters: int


@dataclass(frozen=True, slots=True)
class Updates:
    """What happened since the last message."""

    run: int
    updates: tuple[Update, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A checkpoint on the way."""

    run: int
    state: RunState


@dataclass(frozen=True, slots=True)
class Looked:
    """What a checkpoint makes of the probe; `ticket` of LookAt, or 0 for the run under way."""

    run: int
    look: Look
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class Ended:
    """A run is over: `why` of Update.ended, or "diverged" with the quantity and the last good checkpoint.

    `test` is what the last checkpoint reaches on the test set.
    """

    run: int
    why: str
    state: RunState
    quantity: str = ""
    test: Any = None  # run.Validation, or None where it diverged


@dataclass(frozen=True, slots=True)
class Failed:
    """A run could not be: a task or its data do not fit. `words` are for the person."""

    run: int
    words: str
