"""A word that something was done, over the foot of the window for a moment; nothing moves to make room."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.palette import Palette

SHOWN_MS = 4000
ABOVE_FOOT = 28  # px
PADDING = (18, 10)  # px


class Toast(QLabel):
    """Lies over a window, lets every click through, and goes by itself."""

    def __init__(self, colours: Palette, window: QWidget) -> None:
        super().__init__(window)
        self._colours, self._window = colours, window
        self.setTextFormat(Qt.TextFormat.PlainText)  # it may name a file
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(PADDING[0], PADDING[1], PADDING[0], PADDING[1])
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(SHOWN_MS)
        self._gone.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, words: str) -> None:
        """Show one sentence in place of any other."""
        self.setText(words)
        self._place()
        self.show()
        self.raise_()
        self._gone.start()
        announce(self, words)

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme, light on dark and dark on light."""
        self._colours = colours
        ink = self.palette()
        ink.setColor(ink.ColorRole.WindowText, colours.panel)
        self.setPalette(ink)
        self.update()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Stay in the middle of the foot."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours.text)
        painter.drawRoundedRect(self.rect(), 8, 8)
        painter.end()
        super().paintEvent(event)

    def _place(self) -> None:
        window = self._window
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - ABOVE_FOOT)
