"""Tells when a person clicks elsewhere than on an editor: on most of a card that moves no focus."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget


class ClickAway(QObject):
    """Calls `leave()` at a press anywhere else, between `watch` and `rest`.

    Only then do all events pass through Python: a drag stays fast.
    """

    def __init__(self, editor: QWidget, leave: Callable[[], None]) -> None:
        super().__init__(editor)
        self._editor, self._leave = editor, leave

    def watch(self) -> None:
        """Begin."""
        self._application().installEventFilter(self)

    def rest(self) -> None:
        """Notice nothing more."""
        self._application().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = watched is self._editor or self._editor.isAncestorOf(watched)
            if not inside and watched.window() is self._editor.window():
                self.rest()
                self._leave()
        return False

    @staticmethod
    def _application() -> QCoreApplication:
        application = QCoreApplication.instance()
        assert application is not None
        return application
