"""One contributor: its symbols, a bar of its size, and its number."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.origins.chips import SYMBOL, Chip
from lstm_gui.gui.simulator.origins.words import Sizes, contributor_words, dated_symbol, size_text
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.gui.simulator.symbol import put_symbol, symbol_width
from lstm_gui.gui.simulator.text import Align, put_text, width
from lstm_gui.simulator.contributions import SUMS, Contributions, share_of
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.terms import Contributor

ROW = 26.0  # the height of a row, in pixels at 100 %
_NUMBER = 62.0  # room for the number
_LEAN = 1.5  # the letters lean over what follows them
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class RowLook:
    """What all rows of a card share."""

    made: Contributions
    kind: Kind
    sizes: Sizes
    reach: float  # the number that fills half of the bars' room
    symbols: float  # how much room the symbols have, in pixels


class ContributorRow(Chip):
    """A contributor that can be followed.

    Signals: `followed(Quantity)`: a press on a symbol leads to that quantity, elsewhere to where the
    contributor leads; Shift and Enter lead to the first quantity in it.
    """

    followed = Signal(Quantity)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(style, parent)
        self.contributor = Contributor(0.0, ())
        self._look: RowLook | None = None
        self._aimed: Quantity | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.clicked.connect(self._follow)

    def show_contributor(self, contributor: Contributor, look: RowLook) -> None:
        """Show a contributor among others."""
        if contributor == self.contributor and look == self._look:
            return
        self.contributor, self._look = contributor, look
        words = contributor_words(contributor, look.made, look.kind, look.sizes)
        self.setAccessibleName(words)
        self.setToolTip(self._tip(words))
        leads = contributor.leads_to is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.update()

    def set_style(self, style: Style) -> None:
        self._style = style
        self.setFixedHeight(round(style.px(ROW)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._style.px(200)), round(self._style.px(ROW)))

    def _tip(self, words: str) -> str:
        exactly = f"{self.contributor.value:.10g}".replace("-", "−")
        told = [f"{words} ({exactly})"]
        if self.contributor.leads_to is not None:
            told.append(self.tr("Click or Enter: go there"))
        if len(self.contributor.quantities) > 1:
            told.append(self.tr("Click on a symbol, or Shift + Enter for the first one: go to that"))
        return "\n".join(told)

    # Following

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._aimed = self._quantity_at(event.position().x())
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._aimed = None
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._aimed = next(iter(self.contributor.quantities), None)
        super().keyPressEvent(event)

    def _follow(self) -> None:
        aimed = self._aimed or self.contributor.leads_to
        self._aimed = None
        if aimed is not None:
            self.followed.emit(aimed)

    def _quantity_at(self, x: float) -> Quantity | None:
        for token, left, wide in self._placed():
            if isinstance(token, Quantity) and left <= x <= left + wide + self._style.px(_LEAN):
                return token
        return None

    def _placed(self) -> Iterator[tuple[str | Quantity, float, float]]:
        """Each token with where it begins and how wide it is."""
        x = self._style.px(6)
        for token in self.contributor.tokens:
            wide = self._wide(token)
            yield token, x, wide
            x += wide + (self._style.px(_LEAN) if isinstance(token, Quantity) else 0.0)

    def _wide(self, token: str | Quantity) -> float:
        if isinstance(token, str):
            return width(self._style.font(TEXT), token)
        assert self._look is not None
        symbol = dated_symbol(token, self._look.kind, self._look.sizes)
        return symbol_width(self._style, *symbol, SYMBOL)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        if look is None:
            return
        painter = QPainter(self)
        self.paint_ground(painter)
        box, style = self.rect().toRectF(), self._style
        counts = look.made.counts(self.contributor)
        self._paint_symbols(painter, look, counts)
        room = box.adjusted(style.px(6) + look.symbols, 0, -style.px(_NUMBER), 0)
        self._paint_bar(painter, room, look, counts)
        ink = style.palette.text if counts else style.palette.muted
        number, font = size_text(self.contributor, look.made), style.font(SMALL)
        right, baseline = box.right() - style.px(8), box.center().y() + style.px(4)
        put_text(painter, right, baseline, number, font, ink, Align.RIGHT)
        painter.end()

    def _paint_symbols(self, painter: QPainter, look: RowLook, counts: bool) -> None:
        style, baseline = self._style, self.rect().toRectF().center().y() + self._style.px(4)
        painter.save()
        painter.setClipRect(QRectF(0, 0, style.px(4) + look.symbols, self.height()))
        for token, left, _ in self._placed():
            if isinstance(token, str):
                put_text(painter, left, baseline, token, style.font(TEXT), style.palette.muted)
                continue
            ink = style.palette.role(looks_of(look.kind).roles[token.name]).ink
            symbol = dated_symbol(token, look.kind, look.sizes)
            put_symbol(painter, style, left, baseline, symbol, SYMBOL, ink if counts else style.dimmed(ink))
        painter.restore()

    def _paint_bar(self, painter: QPainter, room: QRectF, look: RowLook, counts: bool) -> None:
        """From zero in the middle, or from the left where no number is below it."""
        style, value = self._style, self.contributor.value
        signed = look.made.way in SUMS or any(one.value < 0 for one in look.made.contributors)
        zero = room.center().x() if signed else room.left()
        long = (room.width() / 2 if signed else room.width()) * share_of(value, look.reach)
        high = style.px(10)
        bar = QRectF(
            QPointF(zero, room.center().y() - high / 2), QPointF(zero + long, room.center().y() + high / 2)
        )
        painter.setPen(QPen(style.palette.border, style.px(1)))
        painter.drawLine(QPointF(zero, room.top() + 2), QPointF(zero, room.bottom() - 2))
        leads_to = self.contributor.leads_to
        role = looks_of(look.kind).roles[leads_to.name] if leads_to is not None else None
        colour = style.palette.role(role).graphic if role else style.palette.muted
        painter.fillRect(bar.normalized(), colour if counts else style.dimmed(colour))


def symbols_room(shown: Iterable[Contributor], look: RowLook, style: Style, most: float) -> float:
    """How wide the symbols of the contributors shown stand, in pixels, but at most `most`."""
    widest = 0.0
    for one in shown:
        wide = 0.0
        for token in one.tokens:
            if isinstance(token, str):
                wide += width(style.font(TEXT), token)
            else:
                symbol = dated_symbol(token, look.kind, look.sizes)
                wide += symbol_width(style, *symbol, SYMBOL) + style.px(_LEAN)
        widest = max(widest, wide)
    return min(most, widest + style.px(10))
