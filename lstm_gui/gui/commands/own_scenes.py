"""The scenes that cards of one's own bring along: fetched from the collection, then visited as any."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lstm_gui.gui.commands.files import showable
from lstm_gui.strict_json import FileRefused

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.lessons.scene import Scene


class OwnScenes(QObject):
    """A scene that is asked for again before it came is visited once, with the last wish."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._wanted = ""

    def bring(self, name: str) -> bool:
        """Fetch the scene of that name and go to it, or say what is wrong with it.

        False for a bundled scene and for the one that is visited: for those there is nothing to fetch.
        """
        from lstm_gui.quiz.card import SCENE_ENDING

        collection = self._window.decks.collection
        if collection is None or not name.endswith(SCENE_ENDING) or name == self._window.visit.scene_name:
            return False
        self._wanted = name
        job = collection.job(self)
        job.succeeded.connect(lambda content: self._came(name, content))
        job.failed.connect(self._window.errors.refused)
        job.ended.connect(job.deleteLater)
        collection.run(job, lambda held: held.medium(name))
        return True

    def _came(self, name: str, content: object) -> None:
        if name != self._wanted:
            return
        self._wanted = ""
        try:
            self._window.commands.visit_scene(name, self._scene(content))
        except FileRefused as error:
            self._window.errors.refused(error)

    def _scene(self, content: object) -> "Scene":
        from lstm_gui.lessons.scene_file import parse_scene

        called = self.tr("The scene of this card")
        if not isinstance(content, bytes):
            raise FileRefused(
                self.tr("The scene of this card is not in the collection; import its deck again.")
            )
        return showable(parse_scene(content, called), called)
