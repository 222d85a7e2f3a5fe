"""Which unit follows what: a table to choose units from."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lstm_gui.gui.simulator.canvas import paint_card
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.statistics.picture import Table
from lstm_gui.gui.statistics.table_view import NumberTable
from lstm_gui.gui.training.text.words import feature_words, signed, verdict
from lstm_gui.training.text_lab.ranking import Following

translate = QCoreApplication.translate


class FollowersView(QWidget):
    """A card with `table` in it. Signals: `unit_chosen(int)`, from 0."""

    unit_chosen = Signal(int)

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = style
        self.following: tuple[Following, ...] = ()
        self.table = NumberTable(style, translate("TextLab", "Units by what they follow"), self)
        self.table.setToolTip(
            translate(
                "TextLab",
                "r is the correlation of a unit with the character just read (after Karpathy et al. 2015). "
                "Chance: how far the best of all units comes in one of twenty texts that were shifted "
                "against it; no more than that is “by chance”. Enter or a click colours the text.",
            )
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.table)
        self.table.activated.connect(self._choose)
        self.table.clicked.connect(self._choose)
        self.set_style(style)

    def show_following(self, following: tuple[Following, ...]) -> None:
        """Show these; the row that was chosen stays so."""
        if following == self.following:
            return
        self.following = following
        table, shown = _table(following), self.table.numbers
        if len(shown.table.rows) != len(table.rows):
            self.table.show_table(table)
            return
        shown.table = table
        last = shown.index(len(table.rows) - 1, len(table.head) - 1)
        shown.dataChanged.emit(shown.index(0, 0), last, [])

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        margin = round(style.px(8))
        self._column.setContentsMargins(margin, round(style.header + style.px(2)), margin, margin)
        self.table.set_style(style)
        self.update()

    def _choose(self, index: QModelIndex) -> None:
        units = self.following[index.row()].units
        if units:
            self.unit_chosen.emit(units[0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        style = self.style_now
        hints = (
            translate("TextLab", "r against chance · click to colour by the unit"),
            translate("TextLab", "click to colour"),
        )
        paint_card(painter, self.rect().toRectF(), style, translate("TextLab", "What units follow"), hints)
        painter.end()


def _table(following: tuple[Following, ...]) -> Table:
    head = (
        translate("TextLab", "In the text"),
        translate("TextLab", "Unit"),
        translate("TextLab", "r"),
        translate("TextLab", "Chance"),
        translate("TextLab", "Follows"),
    )
    return Table(head, tuple(map(_row, following)), ())


def _row(found: Following) -> tuple[str, ...]:
    unit, r, chance = "–", "–", "–"
    if found.units:
        unit, r, chance = str(found.units[0] + 1), signed(found.r[0]), f"{found.chance:.2f}"
    return feature_words(found.feature), unit, r, chance, verdict(found)
