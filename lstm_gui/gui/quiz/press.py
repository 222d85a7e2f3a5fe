"""What the panel's buttons have in common: they are reached by Tab, and Enter presses them as Space does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from lstm_gui.gui.quiz.style import Style

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Press(QAbstractButton):
    """A button that paints itself, in the style it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys with the card
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # painted again when the pointer comes or goes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button too; held down it presses once."""
        if event.key() not in ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()
