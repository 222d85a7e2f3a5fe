"""What can be copied while presenting: a picture of a card or of the page, the scene as text or code."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.commands.copies import copy_program, copy_text
from lstm_gui.gui.export.card_menu import CardMenu, Entry
from lstm_gui.gui.simulator.panel import SimulatorPanel
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.state import scene_to_save

translate = QCoreApplication.translate


class PresenterCopies(QObject):
    """Copies, and tells what was copied; the menu of the cards offers it too."""

    def __init__(self, panel: SimulatorPanel, controller: Controller, tell: Callable[[str], None]) -> None:
        super().__init__(panel)
        self._panel, self._controller, self._tell = panel, controller, tell
        entries = (
            Entry(translate("Pictures", "Copy a picture"), self.copy_picture),
            Entry(translate("Pictures", "Copy the scene as text"), lambda _card: self.copy_scene()),
            *(self._code(*each) for each in self._languages().items()),
        )
        self.card_menu = CardMenu(panel, entries, ())

    def copy_picture(self, card: QWidget | None = None) -> None:
        """Copy a picture of a card, or of all that is shown."""
        from lstm_gui.gui.export.views import copied_words, copy_drawing, drawing_of

        drawing = drawing_of(self._panel, card)
        copy_drawing(drawing)
        self._tell(copied_words(drawing))

    def copy_scene(self) -> None:
        """Copy the scene as a short text."""
        self._tell(copy_text(scene_to_save(self._controller.state, self._panel.tab)))

    def _copy_code(self, language: str, _card: QWidget) -> None:
        self._tell(copy_program(self._controller.state.scene, language))

    def _code(self, language: str, words: str) -> Entry:
        return Entry(words, partial(self._copy_code, language))

    @staticmethod
    def _languages() -> dict[str, str]:
        return {
            "numpy": translate("Pictures", "Copy this cell as NumPy"),
            "pytorch": translate("Pictures", "Copy this cell as PyTorch"),
            "keras": translate("Pictures", "Copy this cell as Keras"),
        }
