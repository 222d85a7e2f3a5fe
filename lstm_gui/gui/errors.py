"""Errors, split by blame: what a file or disk did is told in words, our own bugs are logged and survived."""

import logging
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from lstm_gui.gui.lifetime.log import RecentLines
from lstm_gui.gui.lifetime.report import report

MAX_LOGGED = 5  # times one and the same error is logged: a fault in a repaint comes sixty times a second

_log = logging.getLogger(__name__)
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class Remedy:
    """What one press of a button does about a problem."""

    words: str  # what stands on the button
    apply: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Problem:
    """What a person is told: one plain sentence, and what "Copy report" copies ("" for a mere notice)."""

    sentence: str
    report: str = ""
    remedy: Remedy | None = None


class Errors(QObject):
    """Where every error of the app ends up.

    Signals, on the GUI thread:
    told(Problem) -- something to show to the person
    """

    told = Signal(Problem)
    _arrived = Signal(Problem)  # from any thread

    def __init__(self, recent: RecentLines | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recent = recent
        self._seen: Counter[str] = Counter()
        self._restore: Callable[[], None] | None = None
        self._arrived.connect(self.told.emit, Qt.ConnectionType.QueuedConnection)

    def notice(self, sentence: str) -> None:
        """Tell the person something calm: the disk is full, the collection is read-only. Any thread."""
        _log.info("told: %s", sentence)
        self._arrived.emit(Problem(sentence))

    def refused(self, error: BaseException) -> None:
        """Tell the person what the surroundings did, in the error's own words. Any thread."""
        _log.info("refused: %s", error)
        self._arrived.emit(Problem(str(error), self.report_text(_formatted(error))))

    def bug(self, error: BaseException) -> None:
        """Log a fault of ours and tell the person once. Any thread."""
        place = _place(error)
        self._seen[place] += 1
        if self._seen[place] > MAX_LOGGED:
            return
        text = _formatted(error)
        _log.error("a fault of the app:\n%s", text)
        if self._seen[place] == 1:
            words = QCoreApplication.translate(
                "Errors", "Something went wrong inside LSTM Lab. Your work is kept and you can go on."
            )
            self._arrived.emit(Problem(words, self.report_text(text)))

    def report_text(self, text: str = "") -> str:
        """A report with versions and the last lines of the log, `text` (a traceback, say) between."""
        return report(text, self._recent.lines() if self._recent else [])

    def install(self) -> None:
        """Take over Python's hooks and Qt's messages until uninstall()."""
        hooks = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        old_handler = qInstallMessageHandler(self._qt_message)
        sys.excepthook = self._uncaught
        threading.excepthook = self._uncaught_in_thread
        sys.unraisablehook = self._unraisable

        def restore() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
            qInstallMessageHandler(old_handler)

        self._restore = restore

    def uninstall(self) -> None:
        """Give the hooks back."""
        if self._restore is not None:
            self._restore()
            self._restore = None

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QCoreApplication.exit(1)
            return
        self.bug(error.with_traceback(trace))

    def _uncaught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.bug(arguments.exc_value)

    def _unraisable(self, arguments: Any) -> None:  # typeshed's UnraisableHookArgs has no runtime twin
        if arguments.exc_value is not None:
            self.bug(arguments.exc_value)

    def _qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        _log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s [%s]", text, context.category)


def _formatted(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def _place(error: BaseException) -> str:
    """Where an error was raised: the same fault at the same place counts as one."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    spots = [f"{spot.filename}:{spot.lineno}" for spot in last]
    return f"{type(error).__name__} {' '.join(spots)}"
