"""A QtBot that gives up late: nothing that only a busy machine holds up is a failure."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

PATIENCE = 60_000  # ms: of the two minutes that a test may last; a cell may have to be compiled first


class PatientBot(QtBot):
    """As the one of pytest-qt, whose waits end after five seconds."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        """Wait until it is so."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **how: Any) -> Any:
        """Wait for a signal at the end of a with-block."""
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: list[Any], *, timeout: int = PATIENCE, **how: Any) -> Any:
        """Wait for all of them at the end of a with-block."""
        return super().waitSignals(signals, timeout=timeout, **how)

    def waitActive(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:
        """Wait for a window that has the keyboard at the end of a with-block."""
        return super().waitActive(widget, timeout=timeout)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:
        """Wait for a window that is shown at the end of a with-block."""
        return super().waitExposed(widget, timeout=timeout)
