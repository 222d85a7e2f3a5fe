"""What an import would bring, as rows: each card and its fate, each part left out and the reason."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from lstm_gui.formats.preview import Preview
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, round_rect
from lstm_gui.gui.quiz.words import translate
from lstm_gui.store.collection import ImportReport

ROW = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class Fate(Enum):
    """What becomes of a part of the file."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    LEFT_OUT = "left out"

    @property
    def words(self) -> str:
        """For the person."""
        return {
            Fate.NEW: translate("Import", "new"),
            Fate.CHANGED: translate("Import", "changed"),
            Fate.SAME: translate("Import", "same"),
            Fate.LEFT_OUT: translate("Import", "left out"),
        }[self]

    def ink(self, style: Style) -> QColor:
        """Its colour; its words say the same."""
        if self is Fate.SAME:
            return style.palette.muted
        return style.palette.role({Fate.NEW: "i", Fate.CHANGED: "o", Fate.LEFT_OUT: "c"}[self]).ink


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list."""

    fate: Fate
    text: str
    detail: str = ""


def rows(preview: Preview, report: ImportReport) -> list[Row]:
    """What was left out first, for it may need doing; then the cards: new, changed, the same."""
    fates = dict.fromkeys(report.added, Fate.NEW) | dict.fromkeys(report.changed, Fate.CHANGED)
    skipped = [
        Row(
            Fate.LEFT_OUT,
            one_line(part.text),
            translate("Import", "line {n}: {reason}").format(n=part.line, reason=part.reason),
        )
        for part in preview.skipped
    ]
    cards = [
        Row(fates.get(card.uid, Fate.SAME), one_line(card.front), one_line(card.back))
        for card in preview.deck.cards
    ]
    order = list(Fate)
    return skipped + sorted(cards, key=lambda row: order.index(row.fate))


def one_line(text: str) -> str:
    """A text without line breaks, as a list shows it."""
    return " ".join(text[:400].split())


class ImportModel(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, found: list[Row]) -> None:
        """List these."""
        self.beginResetModel()
        self._rows = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.fate.words}: {row.text}. {row.detail}"
        return row if role == ROW else None


class ImportDelegate(QStyledItemDelegate):
    """Paints a row: what becomes of it in a coloured tag, its text, and under it the detail."""

    def __init__(self, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = style

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines."""
        return QSize(self._look.px(200), self._look.px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, look = index.data(ROW), self._look
        assert isinstance(row, Row)
        rect = QRectF(option.rect)
        painter.save()
        tag = QRectF(rect.left(), rect.top() + look.px(5), look.px(62), look.px(18))
        self._paint_tag(painter, tag, row.fate)
        left = tag.right() + look.px(10)
        text = QRectF(left, rect.top() + look.px(4), rect.right() - left - look.px(6), look.px(19))
        self._write(painter, text, row.text, look.font(12.5), look.palette.text)
        self._write(painter, text.translated(0, look.px(18)), row.detail, look.font(11), look.palette.muted)
        painter.restore()

    def _paint_tag(self, painter: QPainter, rect: QRectF, fate: Fate) -> None:
        ink = fate.ink(self._look)
        round_rect(painter, rect, rect.height() / 2, self._look.tint(ink, 0.12), NO_PEN)
        painter.setPen(ink)
        painter.setFont(self._look.font(10.5, QFont.Weight.DemiBold))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, fate.words)

    def _write(self, painter: QPainter, rect: QRectF, text: str, font: QFont, colour: QColor) -> None:
        painter.setFont(font)
        painter.setPen(colour)
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, elided)
