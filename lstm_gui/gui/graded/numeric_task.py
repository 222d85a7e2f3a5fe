"""To compute: what stands between the question and its buttons."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lstm_gui.gui.graded.cell_card import CellCard
from lstm_gui.gui.graded.look import look_of
from lstm_gui.gui.graded.number_field import NumberField
from lstm_gui.gui.graded.words import drawn_words, said_of
from lstm_gui.gui.no_break import kept_together
from lstm_gui.gui.quiz.fitting import WrappedLabel
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink
from lstm_gui.lessons.challenge import Numeric
from lstm_gui.simulator.graded.cover import cell_asked_about, covered
from lstm_gui.simulator.graded.grade import values_of, worked


class NumericTask(QWidget):
    """The values that a seed drew, the cell, a field for the answer, and in the end the way to it.

    Signals
    -------
    entered()
        Enter was pressed.
    """

    entered = Signal()

    def __init__(self, card: Numeric, seed: int, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._card, self._seed = card, seed
        self.given, self.way = WrappedLabel(self), WrappedLabel(self)
        self._part = cell_asked_about(card, seed)
        self.cell = CellCard(covered(self._part, card), look_of(style), self)
        self.field = NumberField(style, self)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.given)
        column.addWidget(self.cell, 1)
        column.addWidget(self.field)
        column.addWidget(self.way)
        column.addStretch(0)  # where the cell has no room
        self.way.hide()
        drawn = [drawn_words(draw, value) for draw, value in values_of(card, seed)]
        self.given.show_text(kept_together(" · ".join(drawn)))
        words = self.tr("{name} at t = {step}")
        self.field.ask_for(words.format(name=said_of(card.name), step=card.step))
        self.field.entered.connect(self.entered)
        self.set_style(style)

    @property
    def answer(self) -> tuple[float, ...] | None:
        """The number, once it is one."""
        value = self.field.value
        return None if value is None else (value,)

    def lacks(self) -> str:
        """What is still to be put in."""
        return self.tr("First type a number.")

    def reveal(self) -> None:
        """Show the way to the answer, with these numbers."""
        lines = [f"{symbol} = {one.whole}" for symbol, one in worked(self._card, self._seed)]
        self.way.show_text("\n".join(lines))
        self.way.show()
        self.cell.show_part(self._part)
        self._share_room()
        self.field.edit.setReadOnly(True)

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self.field.set_style(style)
        self.cell.set_style(look_of(style))
        for label in (self.given, self.way):
            ink(label, style.palette.text, style.calm_font(14))
            label.set_wanted_font(style.calm_font(14), style.calm.zoom)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cell has what room the rest leaves."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        others = [part for part in (self.given, self.field, self.way) if not part.isHidden()]
        needed = sum(
            part.heightForWidth(self.width()) if part.hasHeightForWidth() else part.sizeHint().height()
            for part in others
        )
        left = self.height() - needed - len(others) * self._column.spacing()
        self.cell.setVisible(self.cell.is_read_in(self.width(), left))
