"""A card under review: banner, card, ratings, and the keys that work here."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.card_view import CardView
from lstm_gui.gui.quiz.confidence_bar import ConfidenceBar
from lstm_gui.gui.quiz.rating_bar import RatingBar
from lstm_gui.gui.quiz.rating_layout import in_one_row, with_room
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.quiz.words import cap_reason
from lstm_gui.quiz.attempt import Attempt
from lstm_gui.quiz.rating import Rating

_CARD_AND_TWO_ROWS = 420  # px of the design: what ratings in two rows, and a question above them, need


class WorkPage(QWidget):
    """The card over the ratings, which keep their place before the answer is shown: nothing jumps.

    Where enlarged text leaves too little room for both, the question has it until the answer comes.
    """

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = CardView(shelf, self)
        self.asked = plain_label(self, wraps=True)
        self.asked.setText(self.tr("How well did you know this?"))
        self.confidence = ConfidenceBar(self)
        self.asks_confidence = False
        self.ratings = RatingBar(self)
        self.keys = plain_label(self, wraps=True)
        self._capped = ""  # why the best ratings cannot be given
        self.undo = Button(Kind.QUIET, self.tr("Undo"), self.tr("Take back the last rating (Ctrl+Z)"), self)
        self._style: Style | None = None
        self._room, self._height = 0, 0
        self._question_only = False
        self._build()
        self.ratings.compacted.connect(self._show_parts)
        self.let_rate(False)
        self.set_cap(None)

    @property
    def cramped(self) -> bool:
        """Whether the ratings are drawn smaller than was wanted, or leave the question no room above them."""
        style = self._style
        if style is None:
            return False
        return self._low(style) or with_room(style, self._room) != style

    def _low(self, style: Style) -> bool:
        return self._height < style.px(_CARD_AND_TWO_ROWS) and not in_one_row(style, self._room)

    def set_room(self, width: int, height: int) -> None:
        """Have at least this width, in px, whether or not a scroll bar stands beside the page.

        What has room is decided by it, and by the height of the panel around it: a scroll bar that comes must
        not make room for itself to go.
        """
        self._room, self._height = width, height
        self._dress_ratings()

    def ask_confidence(self, on: bool) -> None:
        """Whether to ask how sure one is, before the answer is shown."""
        self.asks_confidence = on
        self._show_parts()

    def let_rate(self, on: bool) -> None:
        """Let the ratings be pressed, or stand back."""
        self.ratings.setEnabled(on)
        self._give_card_room()
        if on:
            self.confidence.close_question()
        self._ink_question()
        self._show_parts()

    def set_cap(self, attempt: Attempt | None) -> None:
        """Let nothing better be pressed than what the simulator found allows, and say why, below."""
        self.ratings.set_cap(attempt)
        capped = attempt is not None and attempt.cap < Rating.PERFECTLY
        self._capped = f"{cap_reason(attempt)}." if attempt is not None and capped else ""
        self.keys.setText(self._capped or self.tr("Space reveal · 1–5 rate · Ctrl+Z undo · S show"))
        self._show_parts()

    def set_question_only(self, on: bool) -> None:
        """Leave the question alone, as in class."""
        self._question_only = on
        self.card.set_question_only(on)
        self._show_parts()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self.card.set_style(style)
        self._give_card_room()
        self._ink_question()
        ink(self.keys, style.palette.muted, style.font(11))
        self.undo.set_style(style.calm, 11.5)
        self.confidence.set_style(style)
        self._column.setSpacing(style.gap(10))
        self._dress_ratings()

    def _give_card_room(self) -> None:
        """So much that some of the question is seen above its buttons."""
        if self._style is not None:
            second = self._style.px(56) if self.card.waits_in_simulator else 0
            self.card.setMinimumHeight(self._style.gap(90) + second)

    def _dress_ratings(self) -> None:
        if self._style is not None:
            self.ratings.set_style(with_room(self._style, self._room, low=self._low(self._style)))
            self._show_parts()

    def _ink_question(self) -> None:
        style = self._style
        if style is not None:
            colour = style.palette.text if self.ratings.isEnabled() else style.faint
            ink(self.asked, colour, style.calm_font(13, QFont.Weight.DemiBold))

    def _show_parts(self) -> None:
        """The keys are spelled out only where there is room."""
        narrow = self.cramped or (self.asks_confidence and self.ratings.compact)
        waiting = narrow and not self.ratings.isEnabled()
        self.confidence.set_brief(narrow and self.ratings.isEnabled())
        self._head.setVisible(not self._question_only)
        self.confidence.setVisible(self.asks_confidence and not self._question_only)
        for part in (self.asked, self.ratings):
            part.setVisible(not (self._question_only or waiting))
        no_room = self.ratings.compact or self.cramped
        self.keys.setVisible(not self._question_only and (bool(self._capped) or not no_room))

    def _build(self) -> None:
        self._head = QWidget(self)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.asked, 1)
        row.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignRight)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.card, 1)
        for part in (self.confidence, self._head, self.ratings, self.keys):
            self._column.addWidget(part)
