"""The controls of the transport bar: a button with a drawn sign, a list to choose from, a slider of steps."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSizePolicy, QSlider, QWidget

from lstm_gui.gui.simulator.style import SMALL, TEXT, Style, mixed
from lstm_gui.gui.simulator.text import put_centred, put_text, shortened, width

Sign = Callable[[QPainter, QPointF, float], None]  # painter, middle, half the size in pixels
_HEIGHT = 30.0


def paint_field(painter: QPainter, box: QRectF, style: Style, *, hovered: bool, focused: bool) -> None:
    """The ground and the edge of a control of the bar."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette = style.palette
    painter.setPen(QPen(palette.accent if focused else palette.border, 1.8 if focused else 1.0))
    painter.setBrush(mixed(style.well, palette.accent, 0.1) if hovered else style.well)
    radius = style.px(7)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)


class BarButton(QAbstractButton):
    """A button of the bar with a sign drawn by a function."""

    def __init__(self, sign: Sign, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._style = sign, style
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_sign(self, sign: Sign) -> None:
        """Draw another sign, as play becomes pause."""
        self._sign = sign
        self.update()

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._style.px(34)), round(self._style.px(_HEIGHT)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = self.rect().toRectF()
        hovered = self.isEnabled() and (self.underMouse() or self.isDown())
        paint_field(painter, box, self._style, hovered=hovered, focused=self.hasFocus())
        palette = self._style.palette
        colour = palette.text if self.isEnabled() else mixed(palette.muted, palette.panel, 0.55)
        painter.setPen(QPen(colour, self._style.px(1.8)))
        painter.setBrush(colour)
        self._sign(painter, box.center(), self._style.px(5.5))
        painter.end()


class Picker(QComboBox):
    """A list to choose from, drawn as a field of the bar."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(30)

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.setFont(style.font(TEXT))
        self.setFixedHeight(round(style.px(_HEIGHT)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box, style = self.rect().toRectF(), self._style
        paint_field(painter, box, style, hovered=self.underMouse(), focused=self.hasFocus())
        font = style.font(TEXT)
        text = shortened(self.currentText() or self.placeholderText(), font, box.width() - style.px(32))
        put_text(painter, style.px(10), box.center().y() + style.px(4.2), text, font, style.palette.text)
        x, y, arm = box.right() - style.px(14), box.center().y(), style.px(3.5)
        painter.setPen(QPen(style.palette.muted, style.px(1.6)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(
            [QPointF(x - arm, y - arm / 2), QPointF(x, y + arm / 2), QPointF(x + arm, y - arm / 2)]
        )
        painter.end()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint what was chosen, and not that there is a choice."""
        box, style = self.rect().toRectF(), self._style
        font = style.font(SMALL)
        text = shortened(self.currentText(), font, box.width())
        put_centred(painter, box.center().x(), box.center().y(), text, font, style.palette.muted)

    def wide_for(self, text: str) -> int:
        """How wide the field must be to show `text`, in pixels."""
        return round(width(self._style.font(TEXT), text) + self._style.px(36))


class StepSlider(QSlider):
    """A slider over the steps; a click goes to the step under the pointer."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._style = style
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimum(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.setFixedHeight(round(style.px(_HEIGHT)))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self._step_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderPosition(self._step_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(False)

    def _groove(self) -> tuple[float, float]:
        side = self._style.px(10)
        return side, max(1.0, self.width() - 2 * side)

    def _step_at(self, x: float) -> int:
        left, wide = self._groove()
        share = max(0.0, min(1.0, (x - left) / wide))
        return self.minimum() + round(share * (self.maximum() - self.minimum()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, palette = self._style, self._style.palette
        left, wide = self._groove()
        y = self.height() / 2
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        x = left + share * wide
        round_cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(palette.border, style.px(4), Qt.PenStyle.SolidLine, round_cap))
        painter.drawLine(QPointF(left, y), QPointF(left + wide, y))
        painter.setPen(QPen(palette.accent, style.px(4), Qt.PenStyle.SolidLine, round_cap))
        painter.drawLine(QPointF(left, y), QPointF(x, y))
        painter.setPen(QPen(palette.accent, style.px(2.2)))
        painter.setBrush(mixed(palette.panel, palette.accent, 0.35) if self.hasFocus() else palette.panel)
        painter.drawEllipse(QPointF(x, y), style.px(7), style.px(7))
        painter.end()


def set_popup_colours(picker: Picker, style: Style) -> None:
    """Let the list that opens wear the same colours."""
    colours = QPalette(picker.palette())
    colours.setColor(QPalette.ColorRole.Base, style.palette.panel)
    colours.setColor(QPalette.ColorRole.Window, style.palette.panel)
    colours.setColor(QPalette.ColorRole.Text, style.palette.text)
    colours.setColor(QPalette.ColorRole.Highlight, style.palette.accent)
    colours.setColor(QPalette.ColorRole.HighlightedText, _on(style.palette.accent))
    picker.view().setPalette(colours)


def _on(colour: QColor) -> QColor:
    """White or black, whichever reads better on a colour."""
    bright = 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue()
    return QColor(Qt.GlobalColor.black if bright > 140 else Qt.GlobalColor.white)


# Signs


def play(painter: QPainter, middle: QPointF, half: float) -> None:
    """A triangle."""
    _triangle(painter, middle, half, 1.0)


def pause(painter: QPainter, middle: QPointF, half: float) -> None:
    """Two bars."""
    for side in (-1.0, 1.0):
        box = QRectF(0, 0, half * 0.62, half * 1.9)
        box.moveCenter(QPointF(middle.x() + side * half * 0.55, middle.y()))
        painter.fillRect(box, painter.brush())


def back(painter: QPainter, middle: QPointF, half: float) -> None:
    """A chevron to the left."""
    _chevron(painter, middle, half, -1.0)


def forward(painter: QPainter, middle: QPointF, half: float) -> None:
    """A chevron to the right."""
    _chevron(painter, middle, half, 1.0)


def to_start(painter: QPainter, middle: QPointF, half: float) -> None:
    """A triangle to a bar at the left."""
    _to_bar(painter, middle, half, -1.0)


def to_end(painter: QPainter, middle: QPointF, half: float) -> None:
    """A triangle to a bar at the right."""
    _to_bar(painter, middle, half, 1.0)


def reset(painter: QPainter, middle: QPointF, half: float) -> None:
    """An arrow that turns back."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
    painter.drawArc(box, 130 * 16, -290 * 16)
    tip = QPointF(middle.x() - half * 0.62, middle.y() - half * 0.80)
    painter.drawPolyline(
        [tip + QPointF(-half * 0.15, -half * 0.75), tip, tip + QPointF(half * 0.78, half * 0.12)]
    )


def _triangle(painter: QPainter, middle: QPointF, half: float, way: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    corners = (QPointF(-0.7 * half * way, -half), QPointF(-0.7 * half * way, half), QPointF(half * way, 0))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))


def _chevron(painter: QPainter, middle: QPointF, half: float, way: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        [
            middle + QPointF(-0.4 * half * way, -0.9 * half),
            middle + QPointF(0.45 * half * way, 0),
            middle + QPointF(-0.4 * half * way, 0.9 * half),
        ]
    )


def _to_bar(painter: QPainter, middle: QPointF, half: float, way: float) -> None:
    _triangle(painter, middle - QPointF(half * 0.35 * way, 0), half * 0.85, way)
    box = QRectF(0, 0, half * 0.4, half * 1.8)
    box.moveCenter(QPointF(middle.x() + half * 0.9 * way, middle.y()))
    painter.fillRect(box, painter.brush())
