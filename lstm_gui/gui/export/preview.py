"""A small picture of what would be exported."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from lstm_gui.gui.simulator.drawing import Drawing
from lstm_gui.gui.simulator.picture import image_of

ROOM = QSize(448, 288)  # px


class Preview(QLabel):
    """Shows a drawing as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(ROOM + QSize(2, 2))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self.tr("What will be exported"))

    def show_drawing(self, drawing: Drawing, size: QSize | None = None) -> None:
        """Show it in the shape of `size`, or its own."""
        fitted = (size or drawing.size).scaled(ROOM, Qt.AspectRatioMode.KeepAspectRatio)
        picture = QPixmap.fromImage(image_of(drawing, fitted, self.devicePixelRatioF()))
        painter = QPainter(picture)  # a page may have the colour of the dialog
        painter.setPen(drawing.style.palette.border)
        painter.drawRect(QRectF(0.5, 0.5, fitted.width() - 1, fitted.height() - 1))
        painter.end()
        self.setPixmap(picture)
        self.setAccessibleDescription(drawing.name)
