"""What stands above the cards of the simulator for a while, or in their place: a question."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

_GAP = 8  # px


class Over(QObject):
    """Gives the cards what room is left."""

    def __init__(self, column: QVBoxLayout, cards: QWidget, refit: Callable[[], None]) -> None:
        """`cards` fills `column`; `refit()` arranges them anew in other room."""
        super().__init__(cards)
        self._column, self._cards, self._refit = column, cards, refit
        self._part: QWidget | None = None

    def put(self, part: QWidget, *, covers: bool, fills: bool = False) -> None:
        """Let something stand above the cards, or in their place, where it may fill all of it."""
        self._part = part
        self._column.setSpacing(_GAP)
        at_top = Qt.AlignmentFlag(0) if fills or not covers else Qt.AlignmentFlag.AlignTop
        self._column.insertWidget(0, part, 1 if fills else 0, at_top)
        self._column.setStretchFactor(self._cards, 1)  # what stands above takes no more than it needs
        self._cards.setVisible(not covers)
        part.installEventFilter(self)
        part.show()

    def take(self, part: QWidget) -> None:
        """Give the cards all the room again."""
        part.removeEventFilter(self)
        self._part = None
        self._column.removeWidget(part)
        part.hide()
        self._cards.show()
        self._refit()

    def left(self, size: QSize) -> QSize:
        """What room of `size` is left to the cards."""
        if self._part is None or self._cards.isHidden():
            return size
        return QSize(size.width(), max(1, size.height() - self._part.height() - _GAP))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """A question with its hints is taller."""
        if event.type() is QEvent.Type.Resize and not self._cards.isHidden():
            self._refit()
        return False
