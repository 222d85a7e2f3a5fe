"""The box in which a text of a card is written: keys put marks in, pictures are pasted or dropped."""

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from lstm_gui.gui.editor.marking import BOLD, CODE, FORMULA, SLANTED, marked
from lstm_gui.gui.editor.picture_paste import holds_picture

KEYS = {"Ctrl+B": BOLD, "Ctrl+I": SLANTED, "Ctrl+Shift+C": CODE, "Ctrl+M": FORMULA}
_MARKS = {QKeySequence(keys)[0]: mark for keys, mark in KEYS.items()}


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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys for marks; all others write."""
        mark = _MARKS.get(event.keyCombination())
        if mark is None:
            super().keyPressEvent(event)
        else:
            self.put_mark(mark)

    def put_mark(self, mark: str) -> None:
        """Put a mark around what is selected, or take it away; undone as one step."""
        text, cursor = self.toPlainText(), self.textCursor()
        start, end = (_letters(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        made = marked(text, start, end, mark)
        same = _shared(text, made.text)
        after = _shared(text[same:][::-1], made.text[same:][::-1])
        cursor.setPosition(_units(text, same))
        cursor.setPosition(_units(text, len(text) - after), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(made.text[same : len(made.text) - after])
        cursor.setPosition(_units(made.text, made.start))
        cursor.setPosition(_units(made.text, made.end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)


def _shared(one: str, other: str) -> int:
    """How many letters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _units(text: str, letters: int) -> int:
    """A place in a text as Qt counts it, in which a rare sign is two."""
    return len(text[:letters].encode("utf-16-le")) // 2


def _letters(text: str, units: int) -> int:
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le"))
