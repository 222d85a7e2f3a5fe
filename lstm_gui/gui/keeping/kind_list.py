"""The kinds of files as rows to choose from: the name, and below it what is kept."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from lstm_gui.gui.keeping.deck_kinds import DeckKind
from lstm_gui.gui.quiz.row_list import ROW, Index, RowDelegate, RowModel
from lstm_gui.gui.quiz.style import Style

ROW_HEIGHT = 46.0  # px of the design


class KindModel(RowModel[DeckKind]):
    """The kinds."""

    def words(self, row: DeckKind) -> str:
        """What a kind is called."""
        return row.name

    def spoken(self, row: DeckKind) -> str:
        """What it is called and what it keeps."""
        return f"{row.name}, {row.ending}: {row.keeps}"


class KindDelegate(RowDelegate):
    """Paints a kind."""

    def __init__(self, style: Style) -> None:
        super().__init__(style, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        kind, look = index.data(ROW), self._look
        assert isinstance(kind, DeckKind)
        rect, pad = QRectF(option.rect).adjusted(2, 2, -2, -2), look.px(10)
        painter.save()
        self.paint_ground(painter, option, rect)
        ending = QRectF(rect.right() - pad - look.px(48), rect.top() + look.px(4), look.px(48), look.px(19))
        width = ending.left() - rect.left() - 2 * pad
        name = QRectF(rect.left() + pad, ending.top(), width, ending.height())
        self.write(painter, name, kind.name, look.font(13, QFont.Weight.DemiBold), look.palette.text)
        self.write(painter, ending, kind.ending, look.font(11.5), look.palette.muted)
        keeps = QRectF(name.left(), name.top() + look.px(18), rect.width() - 2 * pad, name.height())
        self.write(painter, keeps, kind.keeps, look.font(11.5), look.palette.muted)
        painter.restore()
