"""The line above a list in which one types what is searched for, and from which keys lead into the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_TO_LIST = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 100  # characters


class SearchLine(QLineEdit):
    """Signals: `left_for_list()` on an arrow or a page key, `entered()` on Enter."""

    left_for_list = Signal()
    entered = Signal()

    def __init__(self, words: str, tip: str, parent: QWidget | None = None) -> None:
        """`words` stand in it while it is empty."""
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setAccessibleName(self.tr("Search"))
        self.setToolTip(tip)
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows lead to the list, and Enter is about what is marked there."""
        if event.key() in _TO_LIST:
            self.left_for_list.emit()
        elif event.key() in _ENTER:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
