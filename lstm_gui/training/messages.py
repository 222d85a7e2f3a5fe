"""What a training process is told, and what it tells: plain frozen objects that cross a pipe."""

from dataclasses import dataclass
from typing import Any

from lstm_gui.training.cost.measure import Cost
from lstm_gui.training.look import Look
from lstm_gui.training.plan import Plan
from lstm_gui.training.portrait import Portrait
from lstm_gui.training.run import RunState, Update
from lstm_gui.training.task import Baseline
from lstm_gui.training.text_lab.reading import TextReading

# To the process


@dataclass(frozen=True, slots=True)
class Begin:
    """Train by a plan, from a checkpoint or from the start; what it did before is dropped."""

    plan: Plan
    run: int  # a number that comes back with everything that is told of this run
    state: RunState | None = None
    paused: bool = False  # wait for Resume or OneStep
    best: RunState | None = None  # of the same run before that checkpoint, by validation; None: not known
    looks: bool = True  # whether Looked and Kept are told on the way
    watched: bool = True  # whether anybody sees what is looked at now; see Watch


@dataclass(frozen=True, slots=True)
class Change:
    """Go on by another plan from the next update on: same task and network, other learning."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Pause:
    """Wait. An update that takes long is dropped where it is: the next Resume does it, to the bit."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on."""


@dataclass(frozen=True, slots=True)
class OneStep:
    """Do a single update, and wait."""


@dataclass(frozen=True, slots=True)
class Watch:
    """Whether anybody sees what is looked at; where nobody does, no time is taken for it. Kept comes on."""

    watched: bool


@dataclass(frozen=True, slots=True)
class LookAt:
    """Show what a checkpoint makes of the probe, whatever is under way."""

    plan: Plan
    state: RunState
    ticket: int


@dataclass(frozen=True, slots=True)
class RunFree:
    """Show the same with a forecast that runs free after another step, and so from now on; see `look_at`."""

    plan: Plan
    state: RunState
    origin: int | None  # None: as it is when nobody asks
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class AskText:
    """What does a checkpoint make of a text? Of a passage that it did not learn from, where that is empty."""

    plan: Plan
    state: RunState
    text: str
    quantity: str  # "h", "c", "f" …: what is wanted of the units
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class AskWriting:
    """What does a checkpoint write after a prompt?"""

    plan: Plan
    state: RunState
    prompt: str
    length: int  # characters
    temperature: float
    seed: int
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class AskPortrait:
    """What a checkpoint is, besides its numbers: what a file of it says, and how good it is."""

    plan: Plan
    state: RunState
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class AskCost:
    """What does an update take with so many units, on sequences of so many steps? It is measured."""

    plan: Plan
    units: int
    length: int | None = None  # None: as long as those of the task
    ticket: int = 0


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
class Compiling:
    """The cell is compiled now, once for this computer, which takes some seconds: until the next Updates."""

    run: int


@dataclass(frozen=True, slots=True)
class Paused:
    """The answer to Pause: nothing more happens until Resume, OneStep or Begin."""

    run: int
    step: int  # updates done


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
    """What a checkpoint makes of the probe; `ticket` of LookAt or RunFree, or 0 for the run under way."""

    run: int
    look: Look
    ticket: int = 0


@dataclass(frozen=True, slots=True)
class ToldText:
    """The answer to AskText."""

    ticket: int
    reading: TextReading


@dataclass(frozen=True, slots=True)
class ToldWriting:
    """The answer to AskWriting."""

    ticket: int
    step: int  # updates done
    prompt: str
    written: str


@dataclass(frozen=True, slots=True)
class ToldPortrait:
    """The answer to AskPortrait."""

    ticket: int
    portrait: Portrait


@dataclass(frozen=True, slots=True)
class ToldCost:
    """The answer to AskCost."""

    ticket: int
    cost: Cost


@dataclass(frozen=True, slots=True)
class Ended:
    """A run is over: `why` of Update.ended, or "diverged" with the quantity and the last good checkpoint.

    `test` is what one checkpoint reaches on the test set: the one that solved it, or the best by validation.
    """

    run: int
    why: str
    state: RunState
    quantity: str = ""
    test: Any = None  # run.Validation, or None where it diverged
    judged: int = 0  # updates done of the checkpoint that `test` is of


@dataclass(frozen=True, slots=True)
class Failed:
    """Something could not be: a task or its data do not fit, or there is a fault.

    `words` are for the person.
    """

    run: int
    words: str
    ticket: int = 0  # of the question that has no answer; 0 where it was no question
    over: bool = True  # the run has ended, or never began; False: it goes on as if nothing had been asked
    trace: str = ""  # where in the code, when it is a fault of ours
    plan: Plan | None = None  # that could not be gone on by; None where it was no change
