"""A training process: hears commands between two updates, and tells what happens, at most so often.

`serve` runs wherever somebody holds the other end of the pipe: in a process of its own (`apart.py`), so that
no update ever waits for a window or a window for an update.
"""

import time
from multiprocessing.connection import Connection

from lstm_gui.training import messages as say
from lstm_gui.training.look import look_at
from lstm_gui.training.network import Network
from lstm_gui.training.plan import Plan
from lstm_gui.training.run import Diverged, RunState, Update, advance, begin, validate
from lstm_gui.training.task import Task
from lstm_gui.training.task_choice import TaskChoice
from lstm_gui.training.tasks.catalogue import made

TOLD = 0.05  # seconds between two messages about updates
LOOKED = 0.2  # seconds between two looks and checkpoints


class Serving:
    """One process's work: at most one run, and the task that was made last."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe
        self.running = False
        self.over = False  # the process is to end
        self._task: tuple[TaskChoice, Task] | None = None
        self._plan: Plan | None = None
        self._network: Network | None = None
        self._state: RunState | None = None
        self._run, self._looks = 0, True
        self._untold: list[Update] = []
        self._told = self._looked = 0.0

    def loop(self) -> None:
        """Hear and work until the end."""
        while not self.over:
            if not self.running or self.pipe.poll():
                self._hear(self.pipe.recv())
            else:
                self._advance()

    def _hear(self, message: object) -> None:
        if isinstance(message, say.Begin):
            self._begin(message)
        elif isinstance(message, say.Change):
            self._plan = message.plan
        elif isinstance(message, say.Pause):
            self.running = False
            self._tell(look=True)
        elif isinstance(message, say.Resume):
            self.running = self._state is not None
        elif isinstance(message, say.OneStep):
            self.running = False
            if self._state is not None:
                self._advance()
                self._tell(look=True)
        elif isinstance(message, say.LookAt):
            look = look_at(message.plan, self._task_of(message.plan.task), message.state)
            self.pipe.send(say.Looked(self._run, look, message.ticket))
        elif isinstance(message, say.End):
            self.over = True

    def _begin(self, message: say.Begin) -> None:
        self._run, self._looks, self.running = message.run, message.looks, False
        self._untold, self._state = [], None
        try:
            task = self._task_of(message.plan.task)
            self._network, first = begin(message.plan, task)
        except ValueError as error:
            self.pipe.send(say.Failed(message.run, str(error)))
            return
        self._plan, self._state = message.plan, message.state or first
        self.running = not message.paused
        self.pipe.send(say.Begun(message.run, task.baselines, self._state, len(first.vector)))
        self._tell(look=True)

    def _task_of(self, choice: TaskChoice) -> Task:
        if self._task is None or self._task[0] != choice:
            self._task = (choice, made(choice))
        return self._task[1]

    def _advance(self) -> None:
        assert self._plan is not None
        assert self._network is not None
        assert self._state is not None
        task = self._task_of(self._plan.task)
        try:
            self._state, update = advance(self._plan, task, self._network, self._state)
        except Diverged as fault:
            self._end("diverged", fault.state, quantity=fault.quantity)
            return
        self._untold.append(update)
        now = time.monotonic()
        if update.ended:
            self._end(update.ended, self._state)
        elif now - self._told > TOLD:
            self._tell(look=now - self._looked > LOOKED)

    def _tell(self, *, look: bool) -> None:
        """Say what happened since it was last said; show the network too, when it is time for that."""
        self._told = time.monotonic()
        if self._untold:
            self.pipe.send(say.Updates(self._run, tuple(self._untold)))
            self._untold = []
        if look and self._looks and self._state is not None and self._plan is not None:
            self._looked = self._told
            self.pipe.send(say.Kept(self._run, self._state))
            task = self._task_of(self._plan.task)
            self.pipe.send(say.Looked(self._run, look_at(self._plan, task, self._state)))

    def _end(self, why: str, state: RunState, quantity: str = "") -> None:
        assert self._plan is not None
        assert self._network is not None
        self.running = False
        self._tell(look=True)
        test = None
        if why != "diverged":
            task = self._task_of(self._plan.task)
            test = validate(task, self._network.with_vector(state.vector), task.test)
        self.pipe.send(say.Ended(self._run, why, state, quantity, test))


def serve(pipe: Connection) -> None:
    """Work until told to end, or until the other end is gone."""
    try:
        Serving(pipe).loop()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # whoever asked is no longer there
    finally:
        pipe.close()
