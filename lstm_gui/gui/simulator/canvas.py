"""The ground of every card: what stands still is painted once into a pixmap, what lives over it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.quantity_view import QuantityView
from lstm_gui.gui.simulator.strokes import is_page
from lstm_gui.gui.simulator.style import SMALL, TITLE, Style
from lstm_gui.gui.simulator.text import Align, put_text, width
from lstm_gui.simulator.frame import Highlight


def paint_card(
    painter: QPainter,
    box: QRectF,
    style: Style,
    title: str = "",
    hints: Sequence[str] = (),
    beside: float = 0.0,
) -> None:
    """A rounded card with its title at the left and the first of `hints` that fits at the right.

    `beside` is how many pixels something else fills beside the title. A page has no hints: nobody can follow
    them there.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(style.palette.border, style.px(1)))
    painter.setBrush(style.palette.panel)
    radius = style.px(8)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    if not title:
        return
    hints = () if is_page(painter) else hints
    margin, baseline = style.margin, box.top() + 0.7 * style.header
    left = box.left() + margin
    wide = put_text(painter, left, baseline, title, style.font(TITLE), style.palette.muted)
    room = box.width() - 2 * margin - wide - beside - style.px(14)
    font = style.font(SMALL)
    hint = next((hint for hint in hints if width(font, hint) <= room), "")
    if hint:
        right = box.right() - margin
        put_text(painter, right, baseline, hint, font, style.palette.muted, Align.RIGHT)


def paint_frame(painter: QPainter, box: QRectF, style: Style) -> None:
    """A border around the card of several that is looked at."""
    painter.setPen(QPen(style.palette.accent, style.px(1.6)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner, radius = style.px(1), style.px(8)
    painter.drawRoundedRect(box.adjusted(inner, inner, -inner, -inner), radius, radius)


def paint_glow(painter: QPainter, box: QRectF, style: Style, strength: float) -> None:
    """A lit border around a card; `strength` from 0 to 1."""
    colour = QColor(style.palette.accent)
    colour.setAlphaF(strength)
    painter.setPen(QPen(colour, style.px(2.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner, radius = style.px(1.5), style.px(8)
    painter.drawRoundedRect(box.adjusted(inner, inner, -inner, -inner), radius, radius)


class Canvas(QuantityView):
    """A card that draws itself. Signals: those of QuantityView."""

    stands_on_page = True  # and is not only there to be pressed

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._still: QPixmap | None = None
        self._still_for: tuple[object, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)

    # What a card draws

    def paint_still(self, painter: QPainter) -> None:
        """Draw what only the size, the style and `still_key` decide, on the ground of the window."""

    def paint_living(self, painter: QPainter) -> None:
        """Draw what changes with the numbers."""

    def still_key(self) -> object:
        """What else the still picture depends on."""
        return None

    def show_highlight(self, highlight: Highlight | None) -> None:
        super().show_highlight(highlight)
        self.update()

    # Painting

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the card anew, without the picture kept of what stands still."""
        self.paint_still(painter)
        self.paint_living(painter)

    def paintEvent(self, event: QPaintEvent) -> None:
        still = self._still_picture()
        painter = QPainter(self)
        target = event.rect()
        ratio = still.devicePixelRatio()
        source = QRectF(
            target.x() * ratio, target.y() * ratio, target.width() * ratio, target.height() * ratio
        )
        painter.drawPixmap(QRectF(target), still, source)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_living(painter)
        painter.end()

    def _still_picture(self) -> QPixmap:
        key = (self.size(), self.devicePixelRatioF(), self.style_now, self.still_key())
        if self._still is None or key != self._still_for:
            self._still = self._painted(self.size(), self.devicePixelRatioF())
            self._still_for = key
        return self._still

    def _painted(self, size: QSize, ratio: float) -> QPixmap:
        still = QPixmap(size * ratio)
        still.setDevicePixelRatio(ratio)
        still.fill(self.style_now.palette.window)
        painter = QPainter(still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_still(painter)
        painter.end()
        return still
