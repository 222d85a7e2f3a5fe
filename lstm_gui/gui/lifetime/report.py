"""The report a person can copy and send: versions, what happened, the last lines of the log."""

import platform
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from lstm_gui import __version__

LIBRARIES = ("PySide6_Essentials", "numpy", "pyqtgraph", "fsrs", "ziamath", "pillow")
SHOWN_LINES = 60


def versions() -> str:
    """The versions of the app and of everything it stands on, one a line."""
    lines = [
        f"LSTM Lab {__version__}",
        f"Python {platform.python_version()} ({sys.executable})",
        f"Qt {qVersion()} on {QGuiApplication.platformName() or 'no screen'}",
        f"system {platform.platform()}",
    ]
    return "\n".join(lines + [f"{name} {_version(name)}" for name in LIBRARIES])


def report(traceback: str, log_lines: list[str]) -> str:
    """Everything someone who can help needs, as text."""
    parts = [versions()]
    if traceback:
        parts.append(traceback.rstrip())
    if log_lines:
        parts.append("Last lines of the log:\n" + "\n".join(log_lines[-SHOWN_LINES:]))
    return "\n\n".join(parts) + "\n"


def _version(distribution: str) -> str:
    from importlib import metadata  # 10 ms that a start can do without

    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "not installed"
