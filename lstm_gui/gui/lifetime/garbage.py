"""Python's garbage is collected on the GUI thread alone.

Python collects on whichever thread happens to reach its threshold. A widget that is part of a cycle would
then be destroyed on the thread of the collection or of the formulas, where Qt deadlocks or crashes.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 2000  # ms


class GarbageClock(QObject):
    """Collects between events instead of in the middle of anything, until stop()."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.collect)
        self._was_on = gc.isenabled()
        gc.disable()
        gc.freeze()  # modules and the window are there to stay: a collection need not look at them
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    def collect(self) -> None:
        """Collect the youngest generations that are over their thresholds, as Python would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
                gc.collect(generation)
                return
