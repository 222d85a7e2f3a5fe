"""The head of the panel: which deck, what is due, how far the day has come, how well the deck is known."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lstm_gui.gui.quiz.deck_button import DeckButton
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import Bar, ElidedLabel, ink, plain_label
from lstm_gui.gui.quiz.words import counted, percent


@dataclass(frozen=True, slots=True)
class Standing:
    """What the head shows."""

    deck: str  # empty for all decks together
    due: int  # reviews and failed cards
    new: int
    done: int  # cards of today that need no more
    mastery: float | None = None  # 0..1; None until it is known
    later: int = 0  # reviews that are due, and wait for the days after

    @property
    def total(self) -> int:
        """Cards of today, done or not."""
        return self.done + self.due + self.new


class Header(QWidget):
    """The head of the panel.

    Signals:
    deck_wanted() -- the person wants another deck
    """

    deck_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deck = DeckButton(self)
        self.deck.clicked.connect(self.deck_wanted)
        self.counts, self.counts_below = plain_label(self), plain_label(self)
        self.bar = Bar(self)
        self.place = ElidedLabel(self)
        self.mastery = plain_label(self)
        self.mastery.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._rows = _row(self.deck, self.counts), _row(self.place, self.mastery, self.counts_below), _row()
        self._room = self.width()
        self._low = False  # whether mastery and counts stand in the last row
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._rows[0])
        layout.addWidget(self.bar)
        for row in self._rows[1:]:
            layout.addLayout(row)

    def show_standing(self, standing: Standing) -> None:
        """Show these numbers."""
        self.deck.show_name(standing.deck or self.tr("All decks"))
        self._say(*self._counts(standing))
        done, total = standing.done, standing.total
        self.bar.set_share(done / total if total else 0.0)
        self.place.setText(self._place(done, total))
        self.place.setToolTip(self.place.text())
        known = "" if standing.mastery is None else self.tr("mastery {share}")
        self.mastery.setText(known.format(share=percent(standing.mastery or 0.0)))
        self.mastery.setToolTip(self.tr("The share of the deck that you would recall today"))
        self.bar.setAccessibleName(self.tr("{done} of {all} cards done today").format(done=done, all=total))
        self._make_room()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self.deck.set_style(style.calm)
        ink(self.counts, style.palette.muted, style.font(12.5))
        self.bar.set_look(style.sunk, style.palette.role("i").graphic, style.px(8))
        for label in (self.place, self.mastery, self.counts_below):
            ink(label, style.palette.muted, style.calm_font(11))
        layout = self.layout()
        assert layout is not None
        layout.setSpacing(style.gap(6))
        for row in self._rows:
            row.setSpacing(style.gap(8))
        self._make_room()

    def set_room(self, width: int) -> None:
        """Have at least this width, in px, whether or not a scroll bar stands beside the panel.

        Counts go below where the deck's name needs the room; mastery always stays in sight. A scroll bar that
        comes because of it must not be what makes it so: the two would take turns without end.
        """
        self._room = width
        self._make_room()

    def _counts(self, standing: Standing) -> tuple[str, str]:
        """What is due, and what there is to know of it."""
        due, new, later = standing.due, standing.new, standing.later
        if not later:
            return self.tr("{due} due · {new} new").format(due=due, new=new), ""
        words = self.tr("{due} of {all} due · {new} new").format(due=due, all=due + later, new=new)
        why = counted(
            later,
            self.tr("Catching up: a card waits for tomorrow, what is longest overdue comes first"),
            self.tr("Catching up: {n} cards wait for the days after, what is longest overdue comes first"),
        )
        return words, why

    def _say(self, numbers: str, why: str) -> None:
        for label in (self.counts, self.counts_below):
            label.setText(numbers)
            label.setToolTip(why)

    def _place(self, done: int, total: int) -> str:
        if not total:
            return self.tr("nothing due today")
        if done == total:
            return counted(
                total, self.tr("the card of today is done"), self.tr("all {n} cards of today are done")
            )
        return self.tr("card {n} of {all} today").format(n=done + 1, all=total)

    def _make_room(self) -> None:
        gap, room = self._rows[0].spacing(), self._room
        wide = _wide(gap, self.deck, self.counts) <= room
        below = (self.place, self.mastery) if wide else (self.place, self.mastery, self.counts_below)
        self.counts.setVisible(wide)
        self.counts_below.setVisible(not wide)
        self._set_low(_wide(gap, *below) > room)

    def _set_low(self, low: bool) -> None:
        if low != self._low:
            self._low = low
            for widget in (self.mastery, self.counts_below):
                self._rows[1 if low else 2].removeWidget(widget)
                self._rows[2 if low else 1].addWidget(widget, int(low and widget is self.mastery))


def _row(*widgets: QWidget) -> QHBoxLayout:
    """Widgets beside each other; the first takes the room that is left."""
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget, 1 if widget is widgets[0] else 0)
    return row


def _wide(gap: int, *widgets: QWidget) -> int:
    """How wide they are beside each other, in px."""
    return sum(widget.sizeHint().width() for widget in widgets) + gap * (len(widgets) - 1)
