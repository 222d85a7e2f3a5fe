"""The one button that everything in a room begins with."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lstm_gui.gui.simulator import controls
from lstm_gui.gui.simulator.chip_row import ink_on
from lstm_gui.gui.simulator.style import TITLE, Style, mixed
from lstm_gui.gui.simulator.text import put_text, width

_HEIGHT = 32.0


def stop_sign(painter: QPainter, middle: QPointF, half: float) -> None:
    """A square: what is given up does not go on."""
    painter.drawRect(QRectF(middle.x() - half * 0.8, middle.y() - half * 0.8, half * 1.6, half * 1.6))


class StartButton(QAbstractButton):
    """Reads Start, Pause or Go on, beside the sign for it; as wide as the longest of them."""

    def __init__(
        self, longest: str, style: Style, parent: QWidget, halt: controls.Sign = controls.pause
    ) -> None:
        """`halt` is the sign while something runs."""
        super().__init__(parent)
        self._style, self._longest, self._runs, self._halt = style, longest, False, halt
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, words: str, *, runs: bool) -> None:
        """Say what a press does."""
        self._runs = runs
        self.setText(words)
        self.setAccessibleName(words)
        self.update()

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        wide = width(self._style.font(TITLE, bold=True), self._longest)
        return QSize(round(wide + self._style.px(46)), round(self._style.px(_HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), self._style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, box = style.palette, self.rect().toRectF().adjusted(1, 1, -1, -1)
        pressed = 0.3 if self.isDown() else 0.14 if self.underMouse() else 0.0
        ground = mixed(palette.accent, palette.panel, pressed)
        painter.setPen(QPen(palette.text, style.px(2)) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, style.px(8), style.px(8))
        ink, font = ink_on(ground), style.font(TITLE, bold=True)
        left = (self.width() - width(font, self.text()) - style.px(20)) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        sign = self._halt if self._runs else controls.play
        sign(painter, QPointF(left + style.px(6), box.center().y()), style.px(5.5))
        put_text(painter, left + style.px(20), box.center().y() + style.px(4.6), self.text(), font, ink)
        painter.end()
