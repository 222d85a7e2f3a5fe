"""A request of the system to end (Ctrl+C, logging out) ends the app as closing its window does."""

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_ASKING = (signal.SIGINT, signal.SIGTERM)


class EndRequests(QObject):
    """Turns SIGINT and SIGTERM into a Qt signal: Python alone would not run while Qt waits for events.

    Signals
    -------
    asked()
        The system wants the app to end.
    """

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)
        self._write.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._old_fd = signal.set_wakeup_fd(self._write.fileno())
        self._old = {number: signal.signal(number, _note) for number in _ASKING}

    def close(self) -> None:
        """Give the signals back."""
        for number, handler in self._old.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._old_fd)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _woken(self) -> None:
        if any(number in _ASKING for number in self._read.recv(64)):
            self.asked.emit()


def _note(_number: int, _frame: FrameType | None) -> None:
    """Nothing to do here: the number travels through the socket."""
