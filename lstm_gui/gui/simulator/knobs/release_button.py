"""The small button on a value held by hand: says so, and lets go of it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from lstm_gui.gui.palette import Role
from lstm_gui.gui.simulator.style import TINY, Style, mixed
from lstm_gui.gui.simulator.text import put_centred, put_text, width

_HEIGHT = 19.0


class ReleaseButton(QAbstractButton):
    """A pill that reads "held by hand ×"."""

    def __init__(self, words: str, role_name: str, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self._role_name, self._style = role_name, style
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        wide = width(self._style.font(TINY), self.text()) + self._style.px(31)
        return QSize(round(wide), round(self._style.px(_HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_release(
            painter,
            self.rect().toRectF(),
            self._style,
            self._style.palette.role(self._role_name),
            self.text(),
            strong=self.underMouse(),
            focused=self.hasFocus(),
        )
        painter.end()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the pill without its cross."""
        style = self._style
        paint_held(painter, self.rect().toRectF(), style, style.palette.role(self._role_name), self.text())


def paint_release(
    painter: QPainter, box: QRectF, style: Style, role: Role, words: str, *, strong: bool, focused: bool
) -> None:
    """Draw the pill with its cross; `strong` under the pointer, `focused` where the keyboard is."""
    palette = style.palette
    edge = palette.accent if focused else role.graphic
    painter.setPen(QPen(edge, style.px(2.0 if focused else 1.6 if strong else 1.0)))
    painter.setBrush(mixed(palette.panel, role.graphic, 0.2 if strong else 0.1))
    inner = box.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    baseline = box.center().y() + style.px(3.6)
    put_text(painter, box.left() + style.px(9), baseline, words, style.font(TINY), role.ink)
    middle, arm = QPointF(box.right() - style.px(12), box.center().y()), style.px(3)
    painter.setPen(QPen(role.ink, style.px(1.6)))
    for slope in (1.0, -1.0):
        reach = QPointF(arm, arm * slope)
        painter.drawLine(middle - reach, middle + reach)


def paint_held(painter: QPainter, box: QRectF, style: Style, role: Role, words: str) -> None:
    """Draw the pill without its cross, for a page that nobody can press."""
    painter.setPen(QPen(role.graphic, style.px(1.0)))
    painter.setBrush(mixed(style.palette.panel, role.graphic, 0.1))
    inner = box.adjusted(1, 1, -1, -1)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    put_centred(painter, box.center().x(), box.center().y(), words, style.font(TINY), role.ink)
