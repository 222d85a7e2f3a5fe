"""Lets at most one update through a frame; the first after a rest goes through at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

FRAME_MS = 16


class FrameClock(QObject):
    """Pass `request` to the Controller as its request_frame."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: Callable[[], None] | None = None
        self._running = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)

    def request(self, callback: Callable[[], None]) -> None:
        """Call back now when nothing was shown for a frame, otherwise once when the next frame is due."""
        if self._timer.isActive() or self._running:
            self._waiting = callback
            return
        self._run(callback)

    def _tick(self) -> None:
        callback, self._waiting = self._waiting, None
        if callback is not None:
            self._run(callback)

    def _run(self, callback: Callable[[], None]) -> None:
        self._running = True
        try:
            self._timer.start()
            callback()
        finally:
            self._running = False
