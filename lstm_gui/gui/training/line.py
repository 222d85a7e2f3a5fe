"""The line to a training process: what is said goes out from one thread, what is heard comes in on another.

Neither a process that is slow to listen nor one that tells much can hold up the window.
"""

import time
from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.jobs import Worker
from lstm_gui.training.messages import End
from lstm_gui.training.parcel import send

LAST_WORDS = 0.4  # seconds that a process is heard out once the line is closed
LOOK_UP = 0.05  # seconds after which a silent line is asked whether it is still wanted


class Process(Protocol):
    """What is at the other end; `training.apart.Apart` is one."""

    pipe: Connection

    def end(self, patience: float = ..., /) -> None:
        """End it, by force when it has not ended in so many seconds. Safe to call twice."""
        ...


class Line(QObject):
    """Lives on the GUI thread. The process is made with the first message.

    Signals
    -------
    heard(object)
        A message of the process.
    lost()
        The process is gone though nobody ended it.
    """

    heard = Signal(object)
    lost = Signal()

    def __init__(self, open_process: Callable[[], Process], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = open_process
        self._process: Process | None = None
        self._closed = False
        self._out, self._in = Worker("training-out", self), Worker("training-in", self)

    def say(self, message: object) -> None:
        """Tell the process something, in the order in which it is said; nothing once it is closed."""
        if not self._closed:
            self._out.submit(partial(self._send, message))

    def close(self) -> None:
        """End the process and the threads, within a second. Safe to call twice."""
        if self._closed:
            return
        self._closed = True
        self._out.submit(self._say_end)
        self._in.stop()  # it hears on until the process is gone: nobody who still speaks is kept waiting
        self._out.stop()
        if self._process is not None:
            self._process.end(0.0)  # it was heard out; an interpreter takes a second to go by itself

    # On the threads

    def _send(self, message: object) -> None:
        if self._process is None:
            try:
                self._process = self._open()
            except OSError:  # no more processes, or no room for one
                self._in.post(self._miss)
                return
            self._in.submit(self._listen)
        try:
            send(self._process.pipe, message)
        except OSError:
            return  # it has gone: whoever listens says so

    def _listen(self) -> None:
        assert self._process is not None
        pipe, closed_for = self._process.pipe, 0.0
        try:
            while closed_for < LAST_WORDS:
                began = time.monotonic()
                if pipe.poll(LOOK_UP):
                    self._in.post(partial(self._tell, pipe.recv()))
                closed_for += time.monotonic() - began if self._closed else 0.0
        except (EOFError, OSError):
            self._in.post(self._miss)

    def _say_end(self) -> None:
        if self._process is not None:
            self._send(End())

    # On the GUI thread

    def _tell(self, message: object) -> None:
        if not self._closed:
            self.heard.emit(message)

    def _miss(self) -> None:
        if not self._closed:
            self.close()
            self.lost.emit()
