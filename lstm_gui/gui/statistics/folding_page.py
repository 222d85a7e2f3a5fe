"""What the pages of statistics do alike: two parts stand side by side, or one below the other when narrow."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class FoldingPage(QWidget):
    """A subclass gives its parts their room in `place`, which is asked whenever the width changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page has its parts one below the other."""
        super().resizeEvent(event)
        self.place()
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Tall enough for its sentences at the width that it has."""
        layout = self.layout()
        assert layout is not None
        least = super().minimumSizeHint()
        return least.expandedTo(QSize(0, layout.minimumHeightForWidth(self.width())))

    def place(self) -> None:
        """Give the parts their room at this width; nothing to do for a page of one part."""

    def fold(self, both: QBoxLayout, wide: float) -> bool:
        """Lay the parts side by side from `wide` pixels on; whether they stand so now."""
        beside = self.width() >= wide
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if both.direction() is not way:
            both.setDirection(way)
        return beside
