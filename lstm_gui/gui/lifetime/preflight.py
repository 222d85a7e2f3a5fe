"""What is checked before Qt opens a window: without a library or a screen it would abort without a word."""

import ctypes
import importlib.util
import os
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

NO_SCREEN = (
    "LSTM Lab needs a screen and found none (DISPLAY and WAYLAND_DISPLAY are empty). "
    "Start it from a desktop session, or use lstm-gui-cli, which needs no screen."
)
SILENT_SCREEN = (
    "LSTM Lab cannot reach the screen “{display}” that DISPLAY names. Start it from a desktop session, or "
    "check the X forwarding of your connection."
)
PATIENCE = 15.0  # seconds for the X server to answer, which may be far away
_X_PLUGIN = "Qt/plugins/platforms/libqxcb.so"


def complaint(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """One line that says what to do before a window can open, "" when all is well.

    Loads what Qt will load anyway, so asking costs nothing; the packages are looked up only when that fails.
    """
    if not platform.startswith("linux"):
        return ""
    if not _has_screen(environ):
        return NO_SCREEN
    try:
        importlib.import_module("PySide6.QtWidgets")
        if _draws_on_x(environ):
            _load_x_plugin()
            return "" if _x_answers() else SILENT_SCREEN.format(display=environ.get("DISPLAY", ""))
    except (ImportError, OSError) as error:
        return what_is_missing(error)
    return ""


def what_is_missing(error: Exception) -> str:
    """The packages to install, or Qt's own words when none of those that we know is missing."""
    from lstm_gui.system_libraries import advice, missing

    return advice(missing()) or f"Qt could not be loaded: {error}"


def _load_x_plugin() -> None:
    """Raises OSError, naming the library, when the plugin that draws on X lacks one."""
    found = importlib.util.find_spec("PySide6")
    if found is not None and found.origin is not None:
        plugin = Path(found.origin).parent / _X_PLUGIN
        if plugin.exists():
            ctypes.CDLL(str(plugin))


def _x_answers() -> bool:
    """Whether an X server takes a connection in time: Qt would abort the process, or wait for ever."""
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(_x_connects()), daemon=True)
    asking.start()
    asking.join(PATIENCE)
    return answers == [True]


def _x_connects() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not failed


def _has_screen(environ: Mapping[str, str]) -> bool:
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _draws_on_x(environ: Mapping[str, str]) -> bool:
    chosen = environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return chosen.startswith("xcb")
    return bool(environ.get("DISPLAY")) and not environ.get("WAYLAND_DISPLAY")
