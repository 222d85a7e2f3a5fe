"""The log: a rotating file in the data folder, or memory and stderr where nothing can be written."""

import logging
import sys
from collections import deque
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

NAME = "lstm-lab.log"
MAX_BYTES = 500_000
KEPT_FILES = 3
KEPT_LINES = 200  # in memory, for the report
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class RecentLines(logging.Handler):
    """The last lines of the log, kept in memory: a report has them even when no file could be written."""

    def __init__(self, count: int = KEPT_LINES) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter(_FORMAT))
        self._lines: deque[str] = deque(maxlen=count)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self._lines.append(self.format(record))

    def lines(self) -> list[str]:
        """What is kept, oldest first."""
        return list(self._lines)


class LogFile(logging.FileHandler):
    """A log file that is put aside when it is large, and says once on stderr when it cannot be written.

    Not logging.handlers: that module brings sockets and pickles, 10 ms that a start can do without.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, encoding="utf-8")
        self.setFormatter(logging.Formatter(_FORMAT))
        self._path = path
        self._told = False

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line, into a new file when this one is full."""
        try:
            if self.stream is not None and self.stream.tell() > MAX_BYTES:
                self._start_anew()
        except OSError:
            self.handleError(record)
        super().emit(record)

    def close(self) -> None:
        """Close the file; lines that a full disk refused are not in it, as handleError() has said."""
        with suppress(OSError):
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802, RUF100 -- logging's own name
        """Called by logging when a line could not be written: a full disk, say."""
        if not self._told and sys.stderr is not None:  # a Windows gui-script has none
            self._told = True
            print(f"the log {self.baseFilename} cannot be written: {sys.exc_info()[1]}", file=sys.stderr)
            print(self.format(record), file=sys.stderr)

    def _start_anew(self) -> None:
        """Rename the files one place on; the oldest is overwritten."""
        self.close()
        names = [self._path, *(self._path.with_name(f"{NAME}.{n}") for n in range(1, KEPT_FILES + 1))]
        for newer, older in reversed(list(pairwise(names))):
            if newer.exists():
                newer.replace(older)
        self.stream = self._open()


class Log:
    """The log of one run. `recent` is what a report quotes; `folder` is None when there is no file."""

    def __init__(self, data_folder: Path) -> None:
        self.recent = RecentLines()
        self.folder: Path | None = None
        self._handlers: list[logging.Handler] = [self.recent]
        trouble = self._open_file(data_folder / "logs")
        root = logging.getLogger()
        self._old_level = root.level
        root.setLevel(logging.INFO)
        for handler in self._handlers:
            root.addHandler(handler)
        if trouble:
            logging.getLogger(__name__).warning("no log file: %s", trouble)

    def close(self) -> None:
        """Let go of the file and of the root logger."""
        root = logging.getLogger()
        root.setLevel(self._old_level)
        for handler in self._handlers:
            root.removeHandler(handler)
            handler.close()

    def _open_file(self, folder: Path) -> str:
        """Add the file to the handlers, or stderr in its place; what went wrong is returned."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._handlers.append(LogFile(folder / NAME))
        except OSError as error:
            if sys.stderr is not None:
                self._handlers.append(logging.StreamHandler())
            return str(error)
        self.folder = folder
        return ""
