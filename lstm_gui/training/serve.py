"""A training process: hears commands between two updates, and tells what happens, at most so often.

`serve` runs wherever somebody holds the other end of the pipe: in a process of its own (`apart.py`), so that
no update ever waits for a window or a window for an update.

What it can be told are two tables. `COMMANDS` change what it does; they are obeyed between two updates.
`QUESTIONS` (`answers.py`) change nothing and are answered at once, whatever is under way.
"""

import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

import numpy as np

from lstm_gui.nets.first_use import compiles_first
from lstm_gui.training import messages as say
from lstm_gui.training.answers import QUESTIONS
from lstm_gui.training.look import look_at
from lstm_gui.training.network import Network
from lstm_gui.training.pipe_end import Gone, PipeEnd
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import (
    Diverged,
    RunState,
    Update,
    advance,
    begin,
    best_of,
    check,
    to_judge,
    validate,
)
from lstm_gui.training.task import Task
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made

TOLD = 0.05  # seconds between two messages about updates
LOOKED = 0.2  # seconds between two looks at least
SHARE = 0.1  # of the time that learning may lose to being looked at
KEPT = 4  # checkpoints, each after a validation, that are told at once, and the best of them
SLOW = 0.03  # seconds that an update lasts before it is looked whether somebody speaks
FAULT = "something went wrong while this was computed; the run has stopped where it was"
TOO_LARGE = "there is not enough memory for this; choose fewer units, a shorter length or a smaller batch"


class Interrupted(Exception):
    """An update is dropped because of a command; it is done again when the run goes on."""


@dataclass
class Run:
    """The run under way."""

    plan: Plan
    task: Task
    network: Network
    state: RunState
    best: RunState | None  # the checkpoint with the lowest validation loss, where it is known
    number: int
    looks: bool
    watched: bool


class Serving:
    """One process's work: at most one run, and the task that was made last."""

    def __init__(self, pipe: Connection) -> None:
        self._end_of_pipe = PipeEnd(pipe)
        self.tell = self._end_of_pipe.tell
        self.running = False
        self.over = False  # the process is to end
        self.run: Run | None = None
        self.origin: int | None = None  # the step of the probe after which a forecast runs free
        self._number = 0  # of the run that was asked for last
        self._task: tuple[TaskChoice, Task] | None = None
        self._waiting: deque[object] = deque()  # commands that came in while an update was under way
        self._untold: list[Update] = []
        self._unkept: list[RunState] = []
        self._told = self._began = self._look_after = 0.0

    def loop(self) -> None:
        """Hear and work until the end."""
        while not self.over:
            if self._waiting:
                self._hear(self._waiting.popleft())
            elif not self.running or self._end_of_pipe.asked():
                self._hear(self._end_of_pipe.received())
            else:
                self._work(self._advance)

    def task_of(self, choice: TaskChoice) -> Task:
        """The task that was chosen, made once for as long as it is the same. Raises ValueError."""
        if self._task is None or self._task[0] != choice:
            self._task, self.origin = (choice, made(choice)), None
        return self._task[1]

    @property
    def number(self) -> int:
        """Of the run that was asked for last."""
        return self._number

    def _hear(self, message: object) -> None:
        """Obey or answer, whatever it is; what nobody knows is passed over."""
        if type(message) in QUESTIONS:
            self._answer(message)
        elif type(message) in COMMANDS:
            self._work(lambda: COMMANDS[type(message)](self, message))

    def _answer(self, question: Any) -> None:
        try:
            answer = QUESTIONS[type(question)](self, question)
        except Exception as error:  # noqa: BLE001 -- told to whoever asked, with the place in the code
            answer = _failed(error, self._number, ticket=question.ticket, over=False)
        self.tell(answer)

    def _work(self, act: Callable[[], None]) -> None:
        """Do something that may fail: then the run stops where it was, and whoever watches is told why."""
        try:
            act()
        except Interrupted:
            return
        except Gone:
            raise
        except Exception as error:  # noqa: BLE001 -- told to whoever watches, with the place in the code
            self.running = False
            self.tell(_failed(error, self._number))

    # Commands

    def _begin(self, message: say.Begin) -> None:
        self._number, self.running, self.run = message.run, False, None
        self._untold, self._unkept = [], []
        task = self.task_of(message.plan.task)
        network, first = begin(message.plan, task, message.state)
        best = best_of(first, None) if message.best is None else message.best
        self.run = Run(message.plan, task, network, first, best, message.run, message.looks, message.watched)
        self.tell(say.Begun(message.run, task.baselines, first, len(first.vector)))
        if compiles_first(network.layer):
            self.tell(say.Compiling(message.run))
        self.running = not message.paused
        self._tell(look=True)

    def _change(self, message: say.Change) -> None:
        if self.run is None:
            return
        try:
            check(message.plan, self.run.task)
        except ValueError as error:
            self.tell(say.Failed(self.run.number, str(error), over=False, plan=message.plan))
            return
        self.run.plan = message.plan

    def _watch(self, message: say.Watch) -> None:
        if self.run is not None and message.watched != self.run.watched:
            self.run.watched = message.watched
            self._tell(look=message.watched)

    def _pause(self, _: say.Pause) -> None:
        self.running = False
        if self.run is not None:
            self.tell(say.Paused(self.run.number, self.run.state.step))
            self._tell(look=True)

    def _resume(self, _: say.Resume) -> None:
        self.running = self.run is not None

    def _one_step(self, _: say.OneStep) -> None:
        self.running = False
        if self.run is not None:
            self._advance()
            self._tell(look=True)

    def _stop(self, _: say.End) -> None:
        self.over = True

    # Work

    def _advance(self) -> None:
        assert self.run is not None
        run, self._began = self.run, time.monotonic()
        try:
            run.state, update = advance(run.plan, run.task, run.network, run.state, self._listen)
        except Diverged as fault:
            self._end("diverged", fault.state, quantity=fault.quantity)
            return
        self._untold.append(update)
        if update.validation is not None:
            run.best = best_of(run.state, run.best)
            if run.looks:
                self._unkept = _best_and_newest([*self._unkept, run.state])
        now = time.monotonic()
        if update.ended:
            self._end(update.ended, run.state)
        elif now - self._told > TOLD:
            self._tell(look=now > self._look_after)

    def _listen(self) -> None:
        """In the midst of a slow update: answer questions; leave it for what cannot wait."""
        if time.monotonic() - self._began < SLOW:
            return
        while self._end_of_pipe.asked():
            message = self._end_of_pipe.received()
            if type(message) in QUESTIONS:
                self._answer(message)
                continue
            self._waiting.append(message)
            if isinstance(message, AT_ONCE):
                raise Interrupted

    def _tell(self, *, look: bool) -> None:
        """Say what happened since it was last said; show the network too, when it is time for that."""
        assert self.run is not None
        run, self._told = self.run, time.monotonic()
        if self._untold:
            self.tell(say.Updates(run.number, tuple(self._untold)))
            self._untold = []
        if look and run.looks and run.state not in self._unkept:
            self._unkept.append(run.state)
        for state in self._unkept:
            self.tell(say.Kept(run.number, state))
        self._unkept = []
        if look:
            self._look_after = self._told + LOOKED
        if look and run.looks and run.watched:
            self.tell(say.Looked(run.number, look_at(run.plan, run.task, run.state, self.origin)))
            took = time.monotonic() - self._told
            self._look_after = self._told + max(LOOKED, took / SHARE)

    def _end(self, why: str, state: RunState, quantity: str = "") -> None:
        assert self.run is not None
        run, self.running = self.run, False
        run.state = state
        self._tell(look=True)
        judged = to_judge(why, state, run.best)
        learnt = run.network.with_vector(judged.vector)
        test = None if why == "diverged" else validate(run.task, learnt, run.task.test)
        self.tell(say.Ended(run.number, why, state, quantity, test, judged.step))


def _best_and_newest(states: list[RunState]) -> list[RunState]:
    """The newest KEPT of checkpoints, and before them the one that first had the lowest validation loss.

    Without it, a small network that is validated often would be told of by a later and worse one in its name.
    """
    newest = states[-KEPT:]
    best = min(states, key=lambda state: (state.best, state.step))
    return newest if best in newest else [best, *newest]


def _failed(error: Exception, run: int, ticket: int = 0, *, over: bool = True) -> say.Failed:
    """What went wrong, in words: a ValueError has them, a fault of ours has its place in the code beside."""
    if isinstance(error, ValueError):
        return say.Failed(run, str(error), ticket, over)
    words = TOO_LARGE if isinstance(error, MemoryError) else FAULT
    return say.Failed(run, words, ticket, over, "".join(traceback.format_exception(error)))


COMMANDS: dict[type, Callable[[Serving, Any], None]] = {
    say.Begin: Serving._begin,
    say.Change: Serving._change,
    say.Pause: Serving._pause,
    say.Resume: Serving._resume,
    say.OneStep: Serving._one_step,
    say.Watch: Serving._watch,
    say.End: Serving._stop,
}
"""What changes what it does, by the type of the message."""

AT_ONCE = (say.Begin, say.Pause, say.End)
"""The commands for which a slow update is left."""


def serve(pipe: Connection) -> None:
    """Work until told to end, or until the other end is gone."""
    try:
        with np.errstate(all="ignore"):  # weights on their way out of all bounds are shown as they are
            Serving(pipe).loop()
    except Gone:
        return
    finally:
        pipe.close()
