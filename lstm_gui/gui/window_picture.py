"""The whole window as a picture, for those who have no screen: the next card beside the cell."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from lstm_gui.durable_file import write_durably
from lstm_gui.folders import APP
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.errors import Errors
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.lifetime.heavy import first_deck
from lstm_gui.gui.lifetime.settings import LiveSettings
from lstm_gui.gui.main_window import MainWindow
from lstm_gui.gui.theme import Theme
from lstm_gui.gui.window.scenes import shown_scenes
from lstm_gui.settings import load as load_settings
from lstm_gui.store.collection import Collection

PATIENCE = 30_000  # ms


def render_window(
    path: Path, *, data_dir: Path, size: tuple[int, int] = (1440, 900), theme: str = "light"
) -> None:
    """Draw the window of a collection into a .png file; `size` in pixels, the theme "light" or "dark".

    Nothing in the folder is changed. Raises Locked while the window of that collection is open, and OSError
    when the file cannot be written.
    """
    app = _application()
    with ExitStack() as after:
        scratch = Path(
            after.enter_context(TemporaryDirectory())
        )  # takes the settings that the window remembers
        settings = replace(load_settings(data_dir)[0], theme=theme, window="")
        live = LiveSettings(scratch, settings)
        after.callback(live.save_now)
        window = MainWindow(live, Theme(app, theme), Errors())
        after.callback(window.deleteLater)
        after.callback(window.close)
        window.simulator.set_scenes(shown_scenes())
        window.resize(*size)
        window.show()
        with Collection.open(data_dir) as readable:
            deck = first_deck(readable, settings.deck)
        collection = CollectionThread(data_dir, window)
        after.callback(collection.close)
        after.callback(window.review.stop)
        _wait(window.review.decks_known, lambda: window.review.begin(collection, settings, deck))
        while window.review.shelf.waiting:
            _wait(window.review.shelf.arrived, lambda: None)
        app.processEvents()
        write_durably(path, _png(window))


def _application() -> QApplication:
    """The application there is, or a new one."""
    if not QApplication.startingUp():
        return QApplication.instance()
    started = QApplication([APP])
    install_fonts(started)
    return started


def _wait(signal: "SignalInstance[Any]", begin: Callable[[], None]) -> None:
    """Let the application work until a signal comes. Raises TimeoutError when none does."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    late = QTimer()
    late.setSingleShot(True)
    late.timeout.connect(lambda: loop.exit(1))
    late.start(PATIENCE)
    begin()
    if loop.exec():
        raise TimeoutError(f"the window showed no card within {PATIENCE // 1000} seconds")


def _png(window: MainWindow) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not window.grab().save(buffer, "PNG"):
        raise OSError("the picture does not fit into memory")
    return bytes(buffer.data().data())
