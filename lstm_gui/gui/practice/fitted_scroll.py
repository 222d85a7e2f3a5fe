"""A scroll area that takes no more room than what lies in it needs."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from lstm_gui.gui.quiz.scroll import scroll_column

_ANY = (1 << 24) - 1  # px, as Qt has it


class FittedScroll(QScrollArea):
    """Around a column that is as wide as it. While it fits, the rest of its share is left to others."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._fits = False
        scroll_column(self, inside)

    def fit(self, on: bool) -> None:
        """Be no taller than the column, or as tall as there is room."""
        self._fits = on
        self._limit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow column is tall."""
        super().resizeEvent(event)
        self._limit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A formula comes later, and wants more room then."""
        handled = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._limit()
        return handled

    def _limit(self) -> None:
        column = self.widget()
        need = column.heightForWidth(self.viewport().width()) if self._fits and column is not None else 0
        self.setMaximumHeight(need if need > 0 else _ANY)
