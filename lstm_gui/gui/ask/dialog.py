"""The dialog that makes a card of what the simulator shows, which the simulator will grade."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from lstm_gui.bounded_file import FileRefused
from lstm_gui.gui.announcement import announce
from lstm_gui.gui.ask.fields import AskFields
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.scroll import column_scroll_area
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.stock_look import dress_form
from lstm_gui.lessons.challenge import Predict
from lstm_gui.simulator.graded.ask import answer_text, asked_about
from lstm_gui.simulator.graded.result import Unfit
from lstm_gui.simulator.number_text import number_text
from lstm_gui.simulator.state import SimState

_SIZE = QSize(560, 510)  # px of the design, where the screen has room
_BESIDE = QSize(40, 60)  # px of the screen that it leaves free
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks, and the deck and tags that the card is to have."""

    asked: Predict
    deck: str
    tags: tuple[str, ...]


class AskDialog(QDialog):
    """The simulator answers while the person still writes, so they see what their card will hold.

    Signals:
    asked(Question) -- the person wants this card; `added` or `refuse` follows
    """

    asked = Signal(object)

    def __init__(
        self,
        state: SimState,
        decks: Sequence[str],
        topics: Sequence[str],
        deck: str,
        look: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._look = state, look
        self.question: Question | None = None  # what would be asked; None while something is missing
        self._adding = False
        self.setWindowTitle(self.tr("Ask about this"))
        self.setPalette(look.qt_palette())
        self.fields = AskFields(state, decks, topics, deck, look)
        self._build()
        dress_form(self, look.palette, look.scale)
        self.fields.changed.connect(self._weigh)
        self._weigh()
        self.fields.begin()

    def accept(self) -> None:
        """Tell the question, once there is one, and wait until it is a card."""
        if self.question is not None and not self._adding:
            self._adding = True
            self.agree.setEnabled(False)
            self.asked.emit(self.question)

    def added(self) -> None:
        """The card is there: close."""
        super().accept()

    def refuse(self, sentence: str) -> None:
        """It could not be saved; all that was written stays, and can be tried again."""
        self._adding = False
        self._say(sentence, refused=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter makes the card from any field, also from those in which Enter begins a line."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accept()
        else:
            super().keyPressEvent(event)

    def _weigh(self) -> None:
        """Let the simulator answer, and say what the card would hold, or what it lacks."""
        self.question = None
        wording, deck = self.fields.wording, self.fields.deck_name
        try:
            asked = asked_about(self._state.scene, *self.fields.asked_for, wording)
        except (Unfit, FileRefused) as problem:
            self._say(str(problem), refused=True)
            return
        if not wording.question:
            self._say(self.tr("Write a question."), refused=True)
        elif not deck:
            self._say(self.tr("Name the deck that the card goes to."), refused=True)
        else:
            self.question = Question(asked, deck, self.fields.tag_names)
            words = self.tr("The simulator answers {answer}, and takes what is within {tolerance} for right.")
            tolerance = number_text(asked.tolerance)
            self._say(words.format(answer=answer_text(asked), tolerance=tolerance), refused=False)

    def _say(self, sentence: str, *, refused: bool) -> None:
        if sentence != self.sentence.text():
            self.sentence.setText(sentence)
            announce(self.sentence, sentence)
        colours = self._look.palette
        ink(self.sentence, colours.role("c").ink if refused else colours.muted, self._look.font(13))
        self.agree.setEnabled(self.question is not None and not self._adding)

    def _build(self) -> None:
        look = self._look
        self.title, self.sentence = plain_label(self, wraps=True), plain_label(self, wraps=True)
        self.title.setText(self.tr("A card that the simulator grades"))
        ink(self.title, look.palette.text, look.font(17, QFont.Weight.DemiBold))
        self.sentence.setMinimumHeight(2 * self.sentence.fontMetrics().lineSpacing())
        self.leave = Button(Kind.QUIET, self.tr("Cancel"), self.tr("Make no card (Esc)"), self)
        tip = self.tr("Put this card into the deck (Ctrl+Enter)")
        self.agree = Button(Kind.PRIMARY, self.tr("Make the card"), tip, self)
        row = QHBoxLayout()
        row.addStretch(1)
        for button, pressed in ((self.leave, self.reject), (self.agree, self.accept)):
            button.set_style(look)
            button.clicked.connect(pressed)
            row.addWidget(button)
        column = QVBoxLayout(self)
        pad = look.gap(18)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.gap(10))
        column.addWidget(self.title)
        column.addWidget(column_scroll_area(self.fields), 1)
        column.addWidget(self.sentence)
        column.addLayout(row)
        room = self.screen().availableSize() - _BESIDE
        self.resize(QSize(look.px(_SIZE.width()), look.px(_SIZE.height())).boundedTo(room))
