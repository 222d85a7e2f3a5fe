"""The topics at the left of the browser, each with the number of scenes that the search finds in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lstm_gui.gui.quiz.row_list import ROW, Index, RowModel
from lstm_gui.gui.simulator.style import TEXT, Style, mixed
from lstm_gui.gui.simulator.text import Align, put_text, shortened, width

_HEIGHT, _AIR = 32.0, 10.0  # pixels at 100 %


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic, "" for every one, and how many scenes are found in it."""

    topic: str
    count: int

    @property
    def words(self) -> str:
        """What it is called."""
        return self.topic or QCoreApplication.translate("SceneBrowser", "All topics")


class TopicModel(RowModel[TopicRow]):
    """Rows are topics, and above them all of them together."""

    def __init__(self, counts: Mapping[str, int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.show_rows([TopicRow(topic, count) for topic, count in counts.items()])

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many scenes are found in each; the rows stay."""
        self._rows = [TopicRow(row.topic, counts[row.topic]) for row in self._rows]
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [])

    def topic_of(self, row: int) -> str:
        """The topic of a row."""
        return self._rows[row].topic

    def words(self, row: TopicRow) -> str:
        """What it is called."""
        return row.words

    def spoken(self, row: TopicRow) -> str:
        """What it is called, and how many scenes."""
        return self.tr("{topic}, {count} scenes").format(topic=row.words, count=row.count)


class TopicDelegate(QStyledItemDelegate):
    """Paints a topic with its number behind it."""

    def __init__(self, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style = style

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style

    def wide_for(self, model: TopicModel) -> int:
        """How wide the list must be to show every topic whole."""
        font = self._style.font(TEXT, bold=True)
        names = [model.words(model.index(row).data(ROW)) for row in range(model.rowCount())]
        return round(max(width(font, name) for name in names) + self._style.px(2 * _AIR + 44))

    # Qt's own

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(round(self._style.px(100)), round(self._style.px(_HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one topic."""
        row, style, palette = index.data(ROW), self._style, self._style.palette
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(mixed(palette.window, palette.accent, 0.14 if chosen else 0.06))
            painter.drawRoundedRect(box, style.px(7), style.px(7))
        font = _font(style, bold=chosen)
        ink = palette.accent if chosen else palette.text if row.count else palette.muted
        baseline, number = box.center().y() + style.px(4.2), str(row.count)
        right = box.right() - style.px(_AIR)
        put_text(painter, right, baseline, number, _font(style), palette.muted, Align.RIGHT)
        room = box.width() - style.px(2 * _AIR + 28)
        put_text(painter, box.left() + style.px(_AIR), baseline, shortened(row.words, font, room), font, ink)
        painter.restore()


def _font(style: Style, *, bold: bool = False) -> QFont:
    return style.font(TEXT, bold=bold)


def topic_list(model: TopicModel, delegate: TopicDelegate, tip: str, parent: QWidget) -> QListView:
    """The list of topics at the left of a browser; the delegate is its own from now on."""
    made = QListView(parent)
    delegate.setParent(made)
    made.setModel(model)
    made.setItemDelegate(delegate)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setMouseTracking(True)
    made.viewport().setAutoFillBackground(False)
    made.setAccessibleName(QCoreApplication.translate("SceneBrowser", "Topics"))
    made.setToolTip(tip)
    return made
