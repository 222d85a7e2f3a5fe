"""What an import would bring, as rows: each card and its fate, each part left out and the reason."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from lstm_gui.formats.preview import Preview, Skipped
from lstm_gui.gui.quiz.row_list import ROW, Index, RowDelegate, RowModel
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import NO_PEN, round_rect
from lstm_gui.gui.quiz.words import translate
from lstm_gui.quiz.markdown.words import words_of
from lstm_gui.store.collection import ImportReport


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
            _place(part).format(n=part.line, reason=part.reason),
        )
        for part in preview.skipped
    ]
    cards = [
        Row(fates.get(card.uid, Fate.SAME), one_line(card.front), one_line(card.back))
        for card in preview.deck.cards
    ]
    order = list(Fate)
    return skipped + sorted(cards, key=lambda row: order.index(row.fate))


def _place(part: Skipped) -> str:
    if part.counted == "note":
        return translate("Import", "note {n}: {reason}")
    return translate("Import", "line {n}: {reason}")


def one_line(text: str) -> str:
    """A text without line breaks, as a list shows it."""
    return " ".join(words_of(text[:800])[:400].split())


class ImportModel(RowModel[Row]):
    """The rows."""

    def words(self, row: Row) -> str:
        """The card's question, or what was left out."""
        return row.text

    def spoken(self, row: Row) -> str:
        """All that the row shows."""
        return f"{row.fate.words}: {row.text}. {row.detail}"


class ImportDelegate(RowDelegate):
    """Paints a row: what becomes of it in a coloured tag, its text, and under it the detail."""

    def __init__(self, style: Style) -> None:
        super().__init__(style, 44)

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
        self.write(painter, text, row.text, look.font(12.5), look.palette.text)
        self.write(painter, text.translated(0, look.px(18)), row.detail, look.font(11), look.palette.muted)
        painter.restore()

    def _paint_tag(self, painter: QPainter, rect: QRectF, fate: Fate) -> None:
        ink = fate.ink(self._look)
        round_rect(painter, rect, rect.height() / 2, self._look.tint(ink, 0.12), NO_PEN)
        painter.setPen(ink)
        painter.setFont(self._look.font(10.5, QFont.Weight.DemiBold))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, fate.words)
