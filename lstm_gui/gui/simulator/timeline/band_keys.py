"""The twin of the heat maps for the keyboard and for screen readers: it walks from cell to cell."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.simulator.quantity import Quantity

_FAR = 8  # steps, with Page up and Page down
_WAYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_PageUp: (0, -_FAR),
    Qt.Key.Key_PageDown: (0, _FAR),
}
_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BandKeys(QWidget):
    """Lies over the heat maps, deaf to the mouse.

    Signals: `came(Quantity | None)`, the cell that the keyboard is on now, and `chosen(Quantity)`.
    """

    came = Signal(object)
    chosen = Signal(Quantity)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.at = Quantity("h", 1)
        self._rows: tuple[Quantity, ...] = ()  # the first cell of each row, from above
        self._steps = 1
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("All units through time"))
        self.setToolTip(self.tr("Arrows walk from number to number, Enter chooses its unit and t"))

    def show_rows(self, rows: tuple[Quantity, ...], steps: int) -> None:
        """Walk over these rows, each of so many steps."""
        self._rows, self._steps = rows, steps
        if rows:
            row = rows[self._row()]
            self.at = replace(row, step=min(self.at.step, steps))

    def say(self, words: str) -> None:
        """Have a screen reader say where the keyboard is."""
        self.setAccessibleDescription(words)
        announce(self, words)

    def _row(self) -> int:
        """The row that the keyboard is on; the first where it is on none of them."""
        here = (self.at.name, self.at.unit, self.at.source)
        places = [(row.name, row.unit, row.source) for row in self._rows]
        return places.index(here) if here in places else 0

    def _walk(self, down: int, across: int) -> None:
        row = self._rows[max(0, min(len(self._rows) - 1, self._row() + down))]
        step = max(1, min(self._steps, self.at.step + across))
        self.at = Quantity(row.name, step, row.unit, row.source)
        self.came.emit(self.at)

    def event(self, event: QEvent) -> bool:
        """The keys that walk are not the window's while this has the keyboard."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().event(event)

    @staticmethod
    def _takes(event: QKeyEvent) -> bool:
        """Whether a key is one of those that walk or choose, with no other held."""
        return not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.key() in (
            *_WAYS,
            *_CHOOSE,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._takes(event) or not self._rows:
            super().keyPressEvent(event)
        elif event.key() in _CHOOSE:
            self.chosen.emit(self.at)
        else:
            self._walk(*_WAYS[Qt.Key(event.key())])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit(self.at)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.came.emit(None)
