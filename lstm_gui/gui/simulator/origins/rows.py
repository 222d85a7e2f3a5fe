"""The contributors of a number, one row each, the largest first; the small ones come when asked for."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from lstm_gui.gui.simulator.origins.chips import WordChip
from lstm_gui.gui.simulator.origins.row import ROW, ContributorRow, RowLook, symbols_room
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.slim_bar import scroll_slimly
from lstm_gui.simulator.contributions import SUMS
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.origins import OriginsPart
from lstm_gui.simulator.quantity import Quantity

SHOWN = 12  # rows, and as many more at each press
_SYMBOLS = 0.45  # of the width, at most


class Rows(QScrollArea):
    """Signals: `followed(Quantity)`; `grown()` when more rows are shown."""

    followed = Signal(Quantity)
    grown = Signal()

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style, self._most = style, SHOWN
        self._part: OriginsPart | None = None
        self._order: tuple[int, ...] = ()
        self.rows: list[ContributorRow] = []
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.more = WordChip("", "", self.tr("Show smaller contributions too"), style, self._inside)
        self.more.clicked.connect(self._show_more)
        self._column.addWidget(self.more)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        scroll_slimly(self)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside.setAutoFillBackground(False)

    @property
    def shown(self) -> list[ContributorRow]:
        """The rows that stand there, from above."""
        return [row for row in self.rows if not row.isHidden()]

    @property
    def wanted(self) -> int:
        """How high everything stands, in pixels."""
        rows = len(self.shown) * round(self._style.px(ROW))
        return rows + (0 if self.more.isHidden() else self.more.sizeHint().height())

    def show_part(self, part: OriginsPart, room: int) -> None:
        """Show the contributors, `room` pixels across.

        While a button of the mouse is held the rows keep their places: nothing slips away under a drag.
        """
        before, self._part = self._part, part
        count = len(part.made.contributors)
        same = before is not None and before.here == part.here and len(self._order) == count
        if not same:
            self._most = SHOWN
            self.verticalScrollBar().setValue(0)
        if not same or QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._order = part.made.order
        self._fill(room)

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        for widget in (*self.rows, self.more):
            widget.set_style(style)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the keyboard walks the rows, which come into view by themselves

    def _fill(self, room: int) -> None:
        part = self._part
        if part is None:
            return
        made, here = part.made, self._order[: self._most]
        shown = [made.contributors[place] for place in here]
        look = RowLook(made, part.kind, part.sizes, made.reach, 0.0)
        look = replace(look, symbols=symbols_room(shown, look, self._style, _SYMBOLS * room))
        while len(self.rows) < len(here):
            self._add()
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(here))
            if number < len(here):
                row.show_contributor(shown[number], look)
        self._tell_rest(part)

    def _tell_rest(self, part: OriginsPart) -> None:
        left = [part.made.contributors[place].value for place in self._order[self._most :]]
        words = self.tr("{n} smaller").format(n=len(left))
        if part.made.way in SUMS:
            total = number_text(sum(left), plus=True)
            words = self.tr("{n} smaller, together {total}").format(n=len(left), total=total)
        self.more.setText(words)
        self.more.setAccessibleName(words)
        self.more.setFixedSize(self.more.sizeHint())
        self.more.setVisible(bool(left))

    def _show_more(self) -> None:
        self._most += SHOWN
        self.grown.emit()

    def _add(self) -> None:
        row = ContributorRow(self._style, self._inside)
        row.set_style(self._style)
        row.followed.connect(self.followed)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
