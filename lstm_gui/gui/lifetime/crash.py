"""A crash leaves a file that is shown at the next start."""

import faulthandler
import os
from datetime import datetime
from pathlib import Path
from typing import IO

from lstm_gui import __version__

RUNNING = "running.txt"  # stands in the logs folder while the app runs
CRASHED = "crash-%Y%m%d-%H%M%S.txt"
MAX_SHOWN = 20_000  # characters of a crash file that are read back


class CrashWatch:
    """Keeps a file open while the app runs: faulthandler writes into it, a clean end removes it.

    One instance runs per data folder, so a file found at the start belongs to a run that did not end well.
    """

    def __init__(self, logs: Path | None) -> None:
        self._path = None if logs is None else logs / RUNNING
        self._file: IO[bytes] | None = None
        self.last_crash = ""  # what the run before left behind, "" after a clean end
        self.kept_as: Path | None = None  # where that was put

    def start(self) -> None:
        """Read what the last run left, then watch this one. Quiet where nothing can be written."""
        if self._path is None:
            return
        began = datetime.now().astimezone().isoformat(timespec="seconds")
        try:
            self._take_old(self._path)
            self._file = self._path.open("wb", buffering=0)  # what a full disk refuses is not kept for later
            self._file.write(f"LSTM Lab {__version__}, process {os.getpid()}, started {began}\n".encode())
        except OSError:
            pass  # no file can be written here: the log has said so already
        if self._file is not None:
            faulthandler.enable(self._file)

    def stop(self) -> None:
        """The app ends as it should: nothing is left behind."""
        if self._file is None or self._path is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        self._path.unlink(missing_ok=True)

    def _take_old(self, path: Path) -> None:
        if not path.exists():
            return
        with path.open(encoding="utf-8", errors="replace") as old:
            self.last_crash = old.read(MAX_SHOWN)
        self.kept_as = path.with_name(datetime.now().strftime(CRASHED))
        path.replace(self.kept_as)
