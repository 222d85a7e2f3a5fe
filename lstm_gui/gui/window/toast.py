"""A word that something was done, over the foot of the window for a moment; nothing moves to make room."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFont, QFontInfo, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.palette import Palette

SHOWN_MS = 4000
ABOVE_FOOT = 28  # px
LARGEST = 165  # per cent
_LEAST_AIR = 16  # px between it and the sides of the window
PADDING = (18, 10)  # px
_BESIDE = 8  # px between what is offered and the edge


class Toast(QLabel):
    """Lies over a window and goes by itself. Clicks go through it, but for one on what it offers."""

    def __init__(self, colours: Palette, window: QWidget) -> None:
        super().__init__(window)
        self._colours, self._window = colours, window
        self.setTextFormat(Qt.TextFormat.PlainText)  # it may name a file
        self.offer = QPushButton(self)
        self.offer.setFlat(True)
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it goes by itself; its key is in its words
        self.offer.setCursor(Qt.CursorShape.PointingHandCursor)
        self.offer.clicked.connect(self._take_offer)
        self._do: Callable[[], object] | None = None
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(SHOWN_MS)
        self._gone.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.set_zoom(100)
        self.hide()

    def say(self, words: str, offer: str = "", do: Callable[[], object] | None = None) -> None:
        """Show one sentence in place of any other; a click on `offer`, behind it, does something."""
        self.setText(words)
        self._do = do
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self.offer.adjustSize()
        room = self.offer.width() + _BESIDE if offer else PADDING[0]
        self.setContentsMargins(PADDING[0], PADDING[1], room, PADDING[1])
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not offer)
        self._place()
        self.show()
        self.raise_()
        self._gone.start()
        announce(self, words)

    def withdraw(self) -> None:
        """Go, if something is offered: a click or a key would do another thing now."""
        if self._do is not None:
            self.hide()

    def set_zoom(self, percent: int) -> None:
        """Speak as large as the content, up to where it would cover too much of that."""
        font = QFont(QApplication.font())
        font.setPixelSize(round(QFontInfo(font).pixelSize() * min(percent, LARGEST) / 100))
        self.setFont(font)
        font.setUnderline(True)
        self.offer.setFont(font)

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme, light on dark and dark on light."""
        self._colours = colours
        ink = self.palette()
        ink.setColor(ink.ColorRole.WindowText, colours.panel)
        self.setPalette(ink)
        ink.setColor(ink.ColorRole.ButtonText, colours.panel)
        self.offer.setPalette(ink)
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

    def _take_offer(self) -> None:
        self.hide()
        if self._do is not None:
            self._do()

    def _place(self) -> None:
        window, most = self._window, self._window.width() - 2 * _LEAST_AIR
        self.setWordWrap(False)
        self.adjustSize()
        if self.width() > most:
            self.setWordWrap(True)
            self.resize(most, self.heightForWidth(most))
        self.offer.move(
            self.width() - self.offer.width() - _BESIDE, (self.height() - self.offer.height()) // 2
        )
        self.move((window.width() - self.width()) // 2, window.height() - self.height() - ABOVE_FOOT)
