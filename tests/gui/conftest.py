"""What tests of the window share: formulas, and the window as a person has it, with the bundled deck."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lstm_gui.gui.errors import Errors
from lstm_gui.gui.fonts import install_fonts
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.lifetime.heavy import HeavyParts
from lstm_gui.gui.lifetime.settings import LiveSettings
from lstm_gui.gui.main_window import MainWindow
from lstm_gui.gui.theme import Theme
from lstm_gui.settings import Settings
from tests.gui.patient import PatientBot

SIZE = (1440, 900)


@dataclass
class Lab:
    """A window with what keeps it alive."""

    window: MainWindow
    heavy: HeavyParts
    folder: Path

    def close(self) -> None:
        """End as the app does."""
        if shiboken6.isValid(self.window):  # type: ignore[no-untyped-call]
            self.window.close()
            self.heavy.stop()
            self.window.live.save_now()
            shiboken6.delete(self.window)  # type: ignore[no-untyped-call]


LabMaker = Callable[..., Lab]


@pytest.fixture(autouse=True, scope="module")
def _garbage_dies_on_the_gui_thread() -> Iterator[None]:
    """As in the app: a widget that a worker's collection destroys hangs or crashes the process."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()


@pytest.fixture(autouse=True, scope="session")
def _the_clipboard_is_empty_at_the_end() -> Iterator[None]:
    """Without a screen, Qt keeps it until after Python has ended, and then the process crashes."""
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Waits as long as a busy machine takes."""
    assert qapp is not None
    return PatientBot(request)


@pytest.fixture
def shelf(qapp: QApplication) -> Iterator[FormulaShelf]:
    """Formulas, with the thread that typesets them."""
    made = FormulaShelf(qapp)
    yield made
    made.stop()
    made.deleteLater()


@pytest.fixture
def make_lab(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[LabMaker]:
    """Make windows on a folder of the test, one after the other; each is closed at the end."""
    made: list[Lab] = []
    install_fonts(qapp)

    def make(settings: Settings | None = None, folder: Path | None = None) -> Lab:
        place = folder or tmp_path / "lab"
        live = LiveSettings(place, settings or Settings())
        window = MainWindow(live, Theme(qapp, live.now.theme), Errors())
        heavy = HeavyParts(place, window)
        lab = Lab(window, heavy, place)
        made.append(lab)
        if not window.live.now.window:
            window.resize(*SIZE)  # the screen of the tests is small
        with qtbot.waitSignal(window.painted):
            window.show()
        qtbot.waitActive(window)
        heavy.begin()
        qtbot.waitUntil(lambda: window.review.panel.card is not None)
        return lab

    yield make
    for lab in made:
        lab.close()


@pytest.fixture
def lab(make_lab: LabMaker) -> Lab:
    """One window, with the settings as they come."""
    return make_lab()
