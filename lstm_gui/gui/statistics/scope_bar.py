"""What the statistics are of: a deck or all, and a range of study days."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.stock_look import dress_form
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.deck_tree import depth, leaf, whole

_NARROWEST, _WIDEST = 110.0, 300.0  # px at 100 %, of the decks


class ScopeBar(QWidget):
    """Two lists to choose from.

    Signals
    -------
    changed()
        Another deck or range is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.decks, self.ranges = QComboBox(self), QComboBox(self)
        self.decks.setAccessibleName(self.tr("Deck"))
        self.decks.setToolTip(self.tr("Count the cards of one deck and those inside it, or of all"))
        self.decks.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.ranges.setAccessibleName(self.tr("Range"))
        self.ranges.setToolTip(self.tr("Count the ratings of these study days, up to today"))
        for words, name in (
            (self.tr("30 days"), "month"),
            (self.tr("365 days"), "year"),
            (self.tr("All time"), "all"),
        ):
            self.ranges.addItem(words, name)
        self.decks.addItem(self.tr("All decks"), None)
        self._labels = QLabel(self.tr("&Deck"), self), QLabel(self.tr("&Range"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for label, chooser in zip(self._labels, (self.decks, self.ranges), strict=True):
            label.setBuddy(chooser)
            row.addWidget(label)
            row.addWidget(chooser)
            chooser.currentIndexChanged.connect(lambda _index: self.changed.emit())

    @property
    def deck(self) -> str | None:
        """The deck chosen; None for all."""
        chosen: str | None = self.decks.currentData()
        return chosen

    @property
    def range(self) -> str:
        """The range chosen, a key of summary.RANGES."""
        return str(self.ranges.currentData())

    def show_decks(self, names: Iterable[str], chosen: str | None) -> None:
        """Offer these decks, and those they lie in; nothing is said of it."""
        with QSignalBlocker(self.decks):
            self.decks.clear()
            self.decks.addItem(self.tr("All decks"), None)
            for name in whole(names):
                self.decks.addItem("   " * depth(name) + in_one_line(leaf(name), 80), name)
            self.decks.setCurrentIndex(max(0, self.decks.findData(chosen)))

    def set_style(self, style: Style) -> None:
        """Draw in another zoom."""
        dress_form(self, style.palette, style.zoom)
        for part in (*self._labels, self.decks, self.ranges):
            part.setFont(style.font(TEXT))
        self.decks.setMinimumWidth(round(style.px(_NARROWEST)))
        self.decks.setMaximumWidth(round(style.px(_WIDEST)))
        layout = self.layout()
        assert layout is not None
        layout.setSpacing(round(style.px(8)))
