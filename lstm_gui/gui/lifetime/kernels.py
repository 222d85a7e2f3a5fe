"""Fetches the compiled kernels of the tab of gradients once it is first shown; until then it does without."""

import logging
import sys

from PySide6.QtCore import QObject, QProcess, Signal

from lstm_gui.gui.jobs import Job, Worker
from lstm_gui.gui.lifetime.settings import LiveSettings
from lstm_gui.settings import Settings

PROGRAM = "lstm_gui.gui.lifetime.kernel_compiler"
TAB = "gradients"

_log = logging.getLogger(__name__)


class KernelFetch(QObject):
    """Has them compiled by a process of their own, then loads them on a thread. stop() it before it goes.

    Signals
    -------
    fetched()
        From now on the tab runs its cells by them.
    """

    fetched = Signal()

    def __init__(self, live: LiveSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._begun = False
        self._worker = Worker("kernels", self)
        self._loading = Job(self._worker, self)
        self._loading.succeeded.connect(self._loaded)
        self._loading.failed.connect(lambda error: _log.warning("the kernels were not loaded: %s", error))
        self._compiler = QProcess(self)
        self._compiler.setProgram(sys.executable)
        self._compiler.setArguments(["-m", PROGRAM])
        self._compiler.setStandardInputFile(QProcess.nullDevice())
        self._compiler.setStandardOutputFile(QProcess.nullDevice())
        self._compiler.finished.connect(self._compiled)
        live.changed.connect(self._look)
        self._look(live.now)

    def stop(self) -> None:
        """End the process, whatever it has kept so far; wait for the thread. Safe to call twice."""
        self._begun = True
        if self._compiler.state() != QProcess.ProcessState.NotRunning:
            self._compiler.finished.disconnect(self._compiled)
            self._compiler.kill()
            self._compiler.waitForFinished()
        self._worker.stop()

    def _look(self, settings: Settings) -> None:
        if settings.tab == TAB and not self._begun:
            self._begun = True
            self._compiler.start()

    def _compiled(self, code: int, status: QProcess.ExitStatus) -> None:
        """Load what is now on disk. Without it nothing is lacking but speed: the log alone is told."""
        if code == 0 and status == QProcess.ExitStatus.NormalExit:
            self._loading.start(lambda _task: _fetch())
        else:
            said = bytes(self._compiler.readAllStandardError().data()).decode(errors="replace").strip()
            _log.info("there are no kernels: %s", said.splitlines()[-1:] or code)

    def _loaded(self, there: object) -> None:
        if there:
            self.fetched.emit()


def _fetch() -> bool:
    """Imported here: it is a compiler."""
    from lstm_gui.simulator.gradients.kernels import fetch

    return fetch()
