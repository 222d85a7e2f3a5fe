"""Symbols drawn as paths: a typeface may lack them, and a picture file has only one colour."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

from lstm_gui.resource import resource_path

GRID = 24.0  # paths are drawn on a square of this side
STROKE = 2.0
SIZES = (16, 20, 24, 32, 48, 64)  # pixels; Qt picks the one that fits the screen's scale


def _undo() -> QPainterPath:
    path = QPainterPath(QPointF(9, 5))
    path.lineTo(4, 10)
    path.lineTo(9, 15)
    path.moveTo(4, 10)
    path.lineTo(14.5, 10)
    path.arcTo(QRectF(9.5, 10, 10, 9), 90, -180)
    path.lineTo(10, 19)
    return path


def _redo() -> QPainterPath:
    return QTransform(-1, 0, 0, 1, GRID, 0).map(_undo())


def _close() -> QPainterPath:
    path = QPainterPath(QPointF(6, 6))
    path.lineTo(18, 18)
    path.moveTo(18, 6)
    path.lineTo(6, 18)
    return path


def _notice() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(12, 12), 9, 9)
    path.moveTo(12, 11)
    path.lineTo(12, 16.5)
    path.moveTo(12, 7.4)
    path.lineTo(12, 7.6)
    return path


def _problem() -> QPainterPath:
    path = QPainterPath(QPointF(12, 3.5))
    path.lineTo(21.5, 20)
    path.lineTo(2.5, 20)
    path.closeSubpath()
    path.moveTo(12, 10)
    path.lineTo(12, 14.5)
    path.moveTo(12, 17)
    path.lineTo(12, 17.2)
    return path


PATHS: dict[str, Callable[[], QPainterPath]] = {
    "undo": _undo,
    "redo": _redo,
    "close": _close,
    "notice": _notice,
    "problem": _problem,
}


def icon(name: str, ink: QColor, faint: QColor | None = None) -> QIcon:
    """The symbol `name` (of PATHS) in `ink`, and in `faint` where a control is disabled."""
    path = PATHS[name]()
    made = QIcon()
    for size in SIZES:
        made.addPixmap(_pixmap(path, size, ink))
        if faint is not None:
            made.addPixmap(_pixmap(path, size, faint), QIcon.Mode.Disabled)
    return made


def window_icon() -> QIcon:
    """The icon of the window and the task bar."""
    return QIcon(str(resource_path("icons/lstm-lab.png")))


def _pixmap(path: QPainterPath, size: int, ink: QColor) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / GRID, size / GRID)
    pen = QPen(ink, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.end()
    return pixmap
