"""The box in which a text of a card is written; a picture can be pasted or dropped into it."""

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit

from lstm_gui.gui.editor.picture_paste import holds_picture


class TextBox(QPlainTextEdit):
    """Wants no more room than it must have, and takes what there is.

    Signals:
    picture_offered(QMimeData) -- a picture was pasted or dropped where the cursor stands
    """

    picture_offered = Signal(object)

    def sizeHint(self) -> QSize:
        """The least that it may have."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Words, and a picture."""
        return holds_picture(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Words go in as they are; a picture is kept first."""
        if holds_picture(source):
            self.picture_offered.emit(source)
        else:
            super().insertFromMimeData(source)

    def insert_picture(self, name: str) -> None:
        """Name a picture that is kept where the cursor stands."""
        self.insertPlainText(f"![]({name})")
