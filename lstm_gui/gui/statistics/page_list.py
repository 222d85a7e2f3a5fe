"""The pages of the statistics, in their order, as the list at the left."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem, QWidget

from lstm_gui.gui.quiz.row_list import Index, RowDelegate, RowModel
from lstm_gui.gui.quiz.style import Style as QuizStyle
from lstm_gui.gui.simulator.style import TEXT, Style, mixed
from lstm_gui.gui.simulator.text import put_text, width
from lstm_gui.gui.statistics import activity_pictures, judgement_pictures, memory_pictures
from lstm_gui.gui.statistics.picture import Picture
from lstm_gui.quiz.statistics.summary import Summary

translate = QCoreApplication.translate

DUE = "due"  # the page that is no picture
PAGES: dict[str, Callable[[Summary], Picture]] = {
    "days": activity_pictures.days,
    "forecast": activity_pictures.forecast,
    "weeks": judgement_pictures.weeks,
    "intervals": judgement_pictures.intervals,
    "confidence": judgement_pictures.confidence,
    "tested": judgement_pictures.tested,
    "predicted": judgement_pictures.predicted,
    "topics": memory_pictures.topics,
    "stability": memory_pictures.stability,
    "difficulty": memory_pictures.difficulty,
    "ratings": activity_pictures.ratings,
    "time": activity_pictures.time,
}
_HEIGHT, _AIR = 31.0, 10.0  # px at 100 %


def page_names() -> dict[str, str]:
    """What each page is called in the list."""
    return {
        "days": translate("Statistics", "Days of study"),
        "forecast": translate("Statistics", "Forecast"),
        "weeks": translate("Statistics", "Retention by week"),
        "intervals": translate("Statistics", "Retention by interval"),
        "confidence": translate("Statistics", "Your confidence"),
        "tested": translate("Statistics", "Your ratings, tested"),
        "predicted": translate("Statistics", "The schedule's prediction"),
        "topics": translate("Statistics", "Topics"),
        "stability": translate("Statistics", "Stability"),
        "difficulty": translate("Statistics", "Difficulty"),
        "ratings": translate("Statistics", "Ratings"),
        "time": translate("Statistics", "Time spent"),
        DUE: translate("Statistics", "How a due date came about"),
    }


class PageList(QListView):
    """A page a row; the one that is current is shown."""

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = _Rows(self)
        self._rows.show_rows([*PAGES, DUE])
        self._painter = _Delegate(style)
        self._painter.setParent(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Pages"))
        self.setToolTip(self.tr("Choose what is shown (↑ ↓)"))
        self.set_style(style)

    @property
    def page(self) -> str:
        """The page that is chosen."""
        return [*PAGES, DUE][max(0, self.currentIndex().row())]

    def choose(self, page: str) -> None:
        """Choose a page."""
        self.setCurrentIndex(self._rows.index([*PAGES, DUE].index(page), 0))

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._painter.set_style(style)
        font = style.font(TEXT, bold=True)
        widest = max(width(font, words) for words in page_names().values())
        self.setFixedWidth(round(widest + style.px(2 * _AIR + 8)))
        self.scheduleDelayedItemsLayout()


class _Rows(RowModel[str]):
    def words(self, row: str) -> str:
        """What a page is called."""
        return page_names()[row]


class _Delegate(RowDelegate):
    """Paints the name of a page."""

    def __init__(self, style: Style) -> None:
        super().__init__(QuizStyle(style.palette), _HEIGHT)
        self._style = style

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._style = style

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(round(self._style.px(120)), round(self._style.px(_HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        style, palette = self._style, self._style.palette
        state: QStyle.StateFlag = option.state
        box, chosen = (
            QRectF(option.rect).adjusted(1, 1, -1, -1),
            bool(state & QStyle.StateFlag.State_Selected),
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.accent if state & QStyle.StateFlag.State_HasFocus else Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(mixed(palette.window, palette.accent, 0.14 if chosen else 0.06))
            painter.drawRoundedRect(box, style.px(7), style.px(7))
        font, ink = style.font(TEXT, bold=chosen), palette.accent if chosen else palette.text
        baseline = box.center().y() + style.px(4.2)
        put_text(painter, box.left() + style.px(_AIR), baseline, str(index.data()), font, ink)
        painter.restore()
