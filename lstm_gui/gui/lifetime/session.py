"""One run of the app: what is made, in which order, and how it all ends."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from lstm_gui.folders import APP
from lstm_gui.gui.errors import Errors, Problem
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.lifetime.crash import CrashWatch
from lstm_gui.gui.lifetime.log import Log
from lstm_gui.gui.lifetime.settings import LiveSettings
from lstm_gui.gui.main_window import MainWindow
from lstm_gui.gui.theme import Theme
from lstm_gui.settings import load


def _application() -> QApplication:
    """The application object; the one there is, in a test."""
    there: object = QApplication.instance()
    return there if isinstance(there, QApplication) else QApplication([APP])


def _report_and_quit() -> None:
    print("painted", time.monotonic_ns(), flush=True)  # the clock that all processes share
    QCoreApplication.quit()


class Session:
    """Everything that lives as long as the app does. Call begin, run and end, in this order."""

    def __init__(self, folder: Path) -> None:
        QApplication.setApplicationName(APP)
        QApplication.setDesktopFileName(APP)
        self.app = _application()
        self.folder = folder
        self.window: MainWindow | None = None
        self._at_end: list[Callable[[], None]] = []  # run in reverse order

    def is_second(self, file: str) -> bool:
        """Whether an instance with this folder runs already; it is raised and given the file to open."""
        from lstm_gui.gui.single_instance import raise_running

        return raise_running(self.folder, file)

    def begin(self, theme: str = "") -> MainWindow:
        """Make everything up to the window, not yet shown; `theme` is taken for this run when given."""
        log = Log(self.folder)
        self._at_end.append(log.close)
        watch = CrashWatch(log.folder)
        watch.start()
        self._at_end.append(watch.stop)
        self.errors = Errors(log.recent)
        self.errors.install()
        self._at_end.append(self.errors.uninstall)
        install_fonts(self.app)
        settings, warning = load(self.folder)
        live = LiveSettings(self.folder, replace(settings, theme=theme) if theme else settings)
        self._at_end.append(live.save_now)
        self.window = MainWindow(live, Theme(self.app, live.now.theme), self.errors)
        self.window.commands.log_folder = log.folder
        self._at_end.append(self.window.review.stop)
        if warning:
            self.window.banner.tell(Problem(warning))
        if watch.last_crash:
            self._tell_crash(watch)
        return self.window

    def run(self, file: str = "", *, only_paint: bool = False) -> int:
        """Show the window, then begin what is heavy; returns when the window was closed.

        With `only_paint` it says on stdout when the window was painted, and ends: starts are measured so.
        """
        assert self.window is not None
        heavy = partial(self._begin_heavy_parts, file)
        self.window.painted.connect(_report_and_quit if only_paint else heavy)
        self.window.show()
        return self.app.exec()

    def end(self) -> None:
        """Let go of everything, last made first; a failure keeps nothing else from ending."""
        while self._at_end:
            try:
                self._at_end.pop()()
            except Exception as error:  # noqa: BLE001 -- the app's outermost boundary
                sys.excepthook(type(error), error, error.__traceback__)

    def _begin_heavy_parts(self, file: str) -> None:
        from lstm_gui.gui.lifetime.garbage import GarbageClock
        from lstm_gui.gui.lifetime.heavy import HeavyParts
        from lstm_gui.gui.lifetime.kernels import KernelFetch
        from lstm_gui.gui.lifetime.signals import EndRequests

        assert self.window is not None
        requests = EndRequests(self.window)
        self._at_end.append(requests.close)
        requests.asked.connect(self.window.close)
        garbage = GarbageClock(self.window)
        self._at_end.append(garbage.stop)
        heavy = HeavyParts(self.folder, self.window)
        self._at_end.append(heavy.stop)
        heavy.begin()
        kernels = KernelFetch(self.window.live, self.window)
        self._at_end.append(kernels.stop)
        if file:
            self.window.files.open_file(Path(file))

    def _tell_crash(self, watch: CrashWatch) -> None:
        assert self.window is not None
        sentence = QCoreApplication.translate(
            "Session", "LSTM Lab did not close as usual last time. What you rated is saved."
        )
        report = self.errors.report_text(f"From the run before ({watch.kept_as}):\n{watch.last_crash}")
        self.window.banner.tell(Problem(sentence, report))
