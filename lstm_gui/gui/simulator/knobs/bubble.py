"""A word beside a control that fades by itself: what became of a number typed out of range."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.simulator.style import TEXT, Style, mixed
from lstm_gui.gui.simulator.text import put_centred, width

STAYS_MS = 4000
_AIR = 4  # pixels between the control and the bubble


class Bubble(QWidget):
    """Stands over its window and takes no click; there is one to a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.words = ""
        self._style: Style | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(STAYS_MS)
        self._fade.timeout.connect(self.hide)
        self.hide()

    def say(self, control: QWidget, words: str, style: Style) -> None:
        """Show words below a control, or above it where there is no room below."""
        self.words, self._style = words, style
        box = QRect(control.mapTo(self.window(), QPoint(0, 0)), control.size())
        self.setGeometry(_beside(box, self._fitting(words, style), self.window().size()))
        self.raise_()
        self.show()
        self.update()
        self._fade.start()

    def hide_now(self) -> None:
        """Hide before the time is over."""
        self._fade.stop()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(style.palette.accent, style.px(1.2)))
        painter.setBrush(mixed(style.palette.panel, style.palette.accent, 0.1))
        box = self.rect().toRectF()
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), style.px(6), style.px(6))
        middle = box.center()
        put_centred(painter, middle.x(), middle.y(), self.words, style.font(TEXT), style.palette.text)
        painter.end()

    @staticmethod
    def _fitting(words: str, style: Style) -> QSize:
        return QSize(round(width(style.font(TEXT), words) + style.px(22)), round(style.px(28)))


def say_beside(control: QWidget, words: str, style: Style) -> None:
    """Show words beside a control for a while, and have a screen reader say them."""
    window = control.window()
    bubble = next(iter(window.findChildren(Bubble)), None) or Bubble(window)
    bubble.say(control, words, style)
    announce(control, words)


def _beside(box: QRect, size: QSize, room: QSize) -> QRect:
    """Where a bubble stands: centred below a box, or above where the room ends; never beyond the room."""
    left = min(max(0, box.center().x() - size.width() // 2), max(0, room.width() - size.width()))
    below = box.bottom() + _AIR
    top = below if below + size.height() <= room.height() else box.top() - _AIR - size.height()
    return QRect(QPoint(left, top), size)
