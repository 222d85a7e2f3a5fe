"""The yardstick of the start: a pyqtgraph plot in a PySide6 window; it says when it is painted, and ends."""

import sys
import time

import pyqtgraph
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class FirstPaint(QObject):
    """Reports the first paint of what it watches, then ends the application."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the paint event; the report comes when it has been handled."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, report)
        return False


def report() -> None:
    """Print when the window was painted, on the clock that all processes share."""
    print("painted", time.monotonic_ns(), flush=True)
    QApplication.quit()


def main() -> int:
    """Show the plot."""
    application = QApplication(sys.argv)
    plot = pyqtgraph.PlotWidget()
    plot.plot([0.0, 1.0, 0.5])
    window = QMainWindow()
    window.setCentralWidget(plot)
    window.resize(1440, 900)
    watcher = FirstPaint()
    plot.viewport().installEventFilter(watcher)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
