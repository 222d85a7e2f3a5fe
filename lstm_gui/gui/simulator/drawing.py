"""What goes out as a picture: a view as it stands, or a whole page of the simulator under its heading."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.canvas import Canvas
from lstm_gui.gui.simulator.page_painter import PagePainter, extent, is_on_page, painted_pieces
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.text import put_text, shortened

_HEADING = 40.0  # pixels at 100 %: from the upper edge to what stands under a heading
_GAP = 10.0  # around everything


@dataclass(frozen=True)
class Drawing:
    """`body` and everything in it, in its colours and at its zoom."""

    body: QWidget
    heading: str = ""  # above it; "" for none
    name: str = ""  # what the file calls it
    told: str = ""  # for those who cannot see it

    @property
    def style(self) -> Style:
        """How its cards are drawn."""
        return cards_in(self.body)[0].style_now

    @property
    def size(self) -> QSize:
        """How large it is, in pixels of the window."""
        return extent(self.body).size() + margins(self.style, heading=bool(self.heading))

    def pieces(self, painter: PagePainter, size: QSizeF) -> Iterator[None]:
        """Paint it, larger or smaller to fill `size`; a piece each time the iterator is asked."""
        style, own = self.style, self.size
        painter.setRenderHint(PagePainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(QPointF(0, 0), size), style.palette.window)
        painter.scale(size.width() / own.width(), size.height() / own.height())
        gap = style.px(_GAP)
        if self.heading:
            font = style.font(17, bold=True)
            title = shortened(self.heading, font, own.width() - 2 * gap - style.px(12))
            put_text(painter, gap + style.px(6), style.px(27), title, font, style.palette.text)
        down = style.px(_HEADING) if self.heading else gap
        corner = extent(self.body).topLeft()
        painter.setTransform(
            QTransform.fromTranslate(round(gap) - corner.x(), round(down) - corner.y()), True
        )
        yield from painted_pieces(painter, self.body)

    def paint(self, painter: PagePainter, size: QSizeF) -> None:
        """Paint it at once."""
        deque(self.pieces(painter, size), maxlen=0)


def margins(style: Style, *, heading: bool) -> QSize:
    """What a drawing has around its body."""
    gap = round(style.px(_GAP))
    return QSize(2 * gap, gap + (round(style.px(_HEADING)) if heading else gap))


def cards_in(body: QWidget) -> list[Canvas]:
    """The cards that are seen in a page, by columns; of a card, itself."""
    return sorted(_cards(body), key=lambda card: card.mapTo(body, QPoint(0, 0)).toTuple())


def _cards(body: QWidget) -> list[Canvas]:
    if isinstance(body, Canvas):
        return [body]
    children = (child for child in body.children() if isinstance(child, QWidget) and is_on_page(child))
    return [card for child in children for card in _cards(child)]


def card_around(widget: QWidget | None) -> Canvas | None:
    """The card that a widget is or stands on."""
    found = None
    while widget is not None:
        found = widget if isinstance(widget, Canvas) else found
        widget = widget.parentWidget()
    return found
