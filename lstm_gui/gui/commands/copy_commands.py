"""What the actions do by which a scene leaves the window, and comes back: code, text, numbers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from lstm_gui.durable_file import write_durably
from lstm_gui.gui.commands.files import showable
from lstm_gui.lessons.scene import Scene
from lstm_gui.plain_text import in_one_line
from lstm_gui.strict_json import FileRefused

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow


class CopyCommands(QObject):
    """None of them takes long: the largest scene there can be is written in a tenth of a second."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._refusal = ""  # told, and not yet overtaken by a scene that opened

    def copy_code(self, language: str) -> None:
        """Copy the scene as a program."""
        from lstm_gui.gui.commands.copies import copy_program

        self._window.toast.say(copy_program(self._scene, language))

    def copy_scene(self) -> None:
        """Copy the scene as a short text."""
        from lstm_gui.gui.commands.copies import copy_text

        self._window.toast.say(copy_text(self._window.files.scene_as_shown()))

    def paste_scene(self) -> None:
        """Open the scene whose text was copied; anything else is told in a sentence and changes nothing."""
        from lstm_gui.lessons.scene_text import text_to_scene

        name = self.tr("What was copied")
        try:
            scene = showable(text_to_scene(QGuiApplication.clipboard().text(), name), name)
        except FileRefused as refusal:
            self._refuse(str(refusal))
            return
        self._window.banner.withdraw(self._refusal)
        self._window.controller.open(scene)
        self._window.toast.say(self.tr("Pasted “{title}”").format(title=in_one_line(scene.title)))

    def export_trace(self) -> None:
        """Ask for a name and write every quantity at every step."""
        from lstm_gui.gui.commands.file_names import name_to_write
        from lstm_gui.simulator.trace_file import ENCODERS, Exploded, shown_arrays

        try:
            arrays = shown_arrays(self._scene)
        except Exploded as error:
            self._window.errors.notice(str(error))
            return
        kinds = self.tr("CSV table (*.csv);;JSON (*.json);;NumPy arrays (*.npz)")
        start = self._window.files.folder(f"{self._window.files.file_stem()}.csv")
        wanted, refuse = (kinds, tuple(ENCODERS)), self._window.errors.notice
        path = name_to_write(self._window, self.tr("Export the numbers"), start, wanted, refuse)
        if path is not None:
            encode = ENCODERS[path.suffix.lower()]
            self._window.files.written(lambda: write_durably(path, encode(arrays)), path)

    # Inside

    @property
    def _scene(self) -> Scene:
        return self._window.controller.state.scene

    def _refuse(self, sentence: str) -> None:
        self._window.banner.withdraw(self._refusal)
        self._refusal = sentence
        self._window.errors.notice(sentence)
