"""A row of symbols to go to: the hops taken, or what a number feeds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from lstm_gui.graph.kind import Kind
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.origins.chips import SymbolChip
from lstm_gui.gui.simulator.origins.words import Sizes, dated_symbol, dated_words
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.simulator.quantity import Quantity


class Links(QWidget):
    """A word, and symbols behind it. Signals: `pressed(int)`, with which of them."""

    pressed = Signal(int)

    def __init__(self, most: int, between: str, style: Style, parent: QWidget) -> None:
        """At most `most` symbols are shown, with `between` between them."""
        super().__init__(parent)
        self._style = style
        self._most, self._between = most, between
        self._shown: object = None  # what is shown: only another is set
        self.chips: list[SymbolChip] = []
        self._labels: list[QLabel] = []
        self._word = QLabel(self)
        self._more = QLabel(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._word)
        for place in range(most):
            self._add(place)
        self._row.addWidget(self._more)
        self._row.addStretch(1)

    def show_links(
        self, word: str, quantities: Sequence[Quantity], kind: Kind, sizes: Sizes, more: str = ""
    ) -> None:
        """Show symbols; `more` stands behind them where some are left out."""
        shown_now = (word, tuple(quantities), kind, sizes, more)
        if shown_now == self._shown:
            return
        self._shown = shown_now
        looks = looks_of(kind)
        self._word.setText(word)
        self._word.setVisible(bool(word))
        for place, chip in enumerate(self.chips):
            shown = place < len(quantities)
            chip.setVisible(shown)
            self._labels[place].setVisible(shown and place > 0 and bool(self._between))
            if shown:
                one = quantities[place]
                symbol, words = dated_symbol(one, kind, sizes), dated_words(one, kind, sizes)
                chip.show_quantity(one, symbol, looks.roles[one.name], words)
        self._more.setText(more)
        self._more.setVisible(bool(more))

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        for label in (self._word, self._more, *self._labels):
            colours = QPalette(label.palette())
            colours.setColor(QPalette.ColorRole.WindowText, style.palette.muted)
            label.setPalette(colours)
            label.setFont(style.font(SMALL))
        for chip in self.chips:
            chip.set_style(style)

    def _add(self, place: int) -> None:
        label, chip = QLabel(self._between, self), SymbolChip(self._style, self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        chip.clicked.connect(lambda: self.pressed.emit(place))
        self._row.addWidget(label)
        self._row.addWidget(chip)
        self._labels.append(label)
        self.chips.append(chip)
