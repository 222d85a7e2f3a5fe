"""A layout that puts things beside each other and begins another line where there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Lines of widgets, each as wide as it wants to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.apart = 8  # pixels between two, and between lines
        self.second: QWidget | None = None  # begins a line of its own where that takes no more lines

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, index: int, widget: QWidget) -> None:
        """Put a widget before the one that stands at a place."""
        self.addChildWidget(widget)
        self._items.insert(index, QWidgetItem(widget))
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        wide = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(wide, self.heightForWidth(max(wide, self.geometry().width())))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arranged(rect, place=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arranged(self, rect: QRect, *, place: bool) -> int:
        """How high all lines are together."""
        lines = self._lines(rect.width(), None)
        if len(lines) > 1 and self.second is not None:
            parted = self._lines(rect.width(), self.second)
            lines = parted if len(parted) <= len(lines) else lines
        y = rect.y()
        for line in lines:
            high, x = max((size.height() for _, size in line), default=0), rect.x()
            for item, size in line:
                if place:
                    item.setGeometry(QRect(QPoint(x, y + (high - size.height()) // 2), size))
                x += size.width() + self.apart
            y += high + self.apart
        return max(0, y - rect.y() - self.apart)

    def _lines(self, width: int, second: QWidget | None) -> list[list[tuple[QLayoutItem, QSize]]]:
        """What stands beside each other in so many pixels; another line begins at `second`."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        x = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 10**6))
            parts = second is not None and item.widget() is second
            if lines[-1] and (x + size.width() > width or parts):
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self.apart
        return lines
