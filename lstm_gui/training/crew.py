"""Several training processes that work through a list of plans, and tell how far they are.

A crew has no thread: whoever holds it asks again and again, with a time to wait in each question.

    crew = Crew(plans)
    while not crew.over:
        for message in crew.listen(0.1):
            …                           # of messages.py, or Lost; `run` is the place in the list
    crew.end()
"""

import os
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Protocol

from lstm_gui.training.apart import Apart
from lstm_gui.training.messages import Begin, Begun, Compiling, End, Ended, Failed, Kept, Updates
from lstm_gui.training.parcel import send
from lstm_gui.training.plan import Plan

MOST = 4  # processes at a time
LISTENED = 64  # messages of one process that are heard before the others have their turn
PATIENCE = 0.3  # seconds in which all have to end by themselves: they have nothing to lose


class Member(Protocol):
    """A process at the other end of a pipe: `apart.Apart`, or what stands for it in a test."""

    pipe: Connection

    def end(self, patience: float = ...) -> None:
        """End it, by force when it has not ended in so many seconds."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A process died in the middle of a run: out of memory, say. The other runs go on."""

    run: int


News = Begun | Compiling | Updates | Kept | Ended | Failed | Lost


def cores() -> int:
    """How many processes are worth having: as many as cores, at most MOST."""
    return max(1, min(MOST, os.cpu_count() or 1))


class Crew:
    """Processes that train by `plans`, each plan once, the first ones first.

    With `keeps`, checkpoints are told on the way (Kept). Every plan ends in one Ended, Failed or Lost.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        *,
        keeps: bool = False,
        processes: int | None = None,
        hire: Callable[[], Member] = Apart,
    ) -> None:
        self._hire, self._keeps = hire, keeps
        self._plans = tuple(plans)
        self._waiting = deque(range(len(plans)))
        self._at_work: dict[Connection, tuple[Member, int]] = {}
        self._members: list[Member] = []
        for _ in range(min(len(plans), processes or cores())):
            self._put_to_work(self._hired())

    @property
    def over(self) -> bool:
        """Whether every plan came to its end."""
        return not self._at_work

    def listen(self, timeout: float) -> list[News]:
        """What was told, after at most so many seconds; [] when nothing was."""
        ready = wait(list(self._at_work), timeout)
        return [news for pipe in tuple(self._at_work) if pipe in ready for news in self._hear(pipe)]

    def end(self) -> None:
        """End every process, whatever it does, in less than half a second. Safe to call twice."""
        for member in self._members:
            _tell(member, End())  # to all of them first: they end at the same time
        until = time.monotonic() + PATIENCE
        for member in self._members:
            member.end(max(0.0, until - time.monotonic()))
        self._members, self._at_work = [], {}
        self._waiting.clear()

    def _hired(self) -> Member:
        self._members.append(self._hire())
        return self._members[-1]

    def _put_to_work(self, member: Member) -> None:
        """Give a process the next plan, when there is one."""
        if self._waiting:
            run = self._waiting.popleft()
            self._at_work[member.pipe] = (member, run)
            _tell(member, Begin(self._plans[run], run, looks=self._keeps, watched=False))

    def _hear(self, pipe: Connection) -> list[News]:
        """What one process has to tell; the run that it is at may end with it."""
        member, run = self._at_work[pipe]
        heard: list[News] = []
        while len(heard) < LISTENED and pipe.poll():
            try:
                message: News = pipe.recv()
            except (EOFError, OSError):
                del self._at_work[pipe]
                self._members.remove(member)
                member.end()
                if self._waiting:
                    self._put_to_work(self._hired())
                return [*heard, Lost(run)]
            heard.append(message)
            if isinstance(message, Ended) or (isinstance(message, Failed) and message.over):
                del self._at_work[pipe]
                self._put_to_work(member)
                break
        return heard


def _tell(member: Member, message: object) -> None:
    """Send a message; that a process is gone is heard at the other end of the same pipe."""
    try:
        send(member.pipe, message)
    except OSError:
        return
