"""One question of a round: it is asked, answered, and then shown with what explains it."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.practice.answer_list import AnswerList
from lstm_gui.gui.practice.choice_area import ChoiceArea, place_of
from lstm_gui.gui.practice.fitted_scroll import FittedScroll
from lstm_gui.gui.practice.matching_area import MatchingArea
from lstm_gui.gui.practice.verdict import Verdict
from lstm_gui.gui.quiz.button import Button
from lstm_gui.gui.quiz.button import Kind as ButtonKind
from lstm_gui.gui.quiz.card_view import CardView
from lstm_gui.gui.quiz.confidence_bar import SURE, ConfidenceBar
from lstm_gui.gui.quiz.press import ENTER
from lstm_gui.gui.quiz.rating_bar import RatingBar
from lstm_gui.gui.quiz.rating_layout import with_room
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import Bar, ink, plain_label
from lstm_gui.gui.slim_bar import WIDTH as SCROLL_BAR_WIDTH
from lstm_gui.quiz.card import Card
from lstm_gui.quiz.practice.question import Kind, Question

LONGEST_ANSWER = 2000  # characters
ALT = "Alt+{n}"  # says how sure one is


class RoundPage(QWidget):
    """It grades and writes nothing: it says what was answered and shows what it is told.

    Signals:
    answered(object)   -- list[tuple[Card, str]], what was given for each card of the question
    rated(int)         -- 1..5, how well a card was known that is only looked at
    sure(object)       -- 20 … 100 per cent, before the answer is shown; None when another question is asked
    overruled()        -- the person finds that what they typed was right
    next_wanted()      -- after the answer was shown
    end_wanted()       -- the round is to end here
    scene_wanted(str)  -- open the card's scene
    """

    answered = Signal(object)
    rated = Signal(int)
    sure = Signal(object)
    overruled = Signal()
    next_wanted = Signal()
    end_wanted = Signal()
    scene_wanted = Signal(str)

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._right = False  # whether that was right
        self._done = False  # whether the question on screen was answered
        self._asks_sure = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Question"))
        self.place, self.verdict = plain_label(self), Verdict(self)
        self.bar = Bar(self)
        self.end = Button(
            ButtonKind.QUIET, self.tr("End here"), self.tr("End the round; what you answered counts (Esc)")
        )
        self.card = CardView(shelf, self)
        self.typed = QLineEdit(self)
        self.typed.setMaxLength(LONGEST_ANSWER)
        self.typed.setAccessibleName(self.tr("Your answer"))
        self.typed.setToolTip(self.tr("Type your answer; Enter checks it"))
        self.typed.setPlaceholderText(self.tr("Your answer"))
        self.choice, self.matching = ChoiceArea(shelf), MatchingArea(shelf)
        self.pairs = AnswerList(shelf)
        self.confidence = ConfidenceBar(self, keys=ALT)
        self.ratings = RatingBar(self)
        self.go = Button(ButtonKind.PRIMARY, "", "")
        self._build()
        self._connect()

    @property
    def card_on_screen(self) -> Card | None:
        """The card asked about, of which there is one unless pairs are matched."""
        return self._question.card if self._question is not None else None

    @property
    def done(self) -> bool:
        """Whether the question on screen was answered."""
        return self._done

    def show_place(self, place: int, total: int) -> None:
        """Say which question of the round this is; the first is 1."""
        self.place.setText(self.tr("{n} of {all}").format(n=place, all=total))
        self.bar.set_share((place - 1) / total)

    def show_question(self, question: Question) -> None:
        """Ask."""
        self._question, self._done = question, False
        self.confidence.ask()
        self.sure.emit(None)
        kind = question.kind
        self.card.set_question_only(kind is not Kind.RECALL)
        self.card.show_card(_asked(question))
        self.typed.clear()
        self.typed.setReadOnly(False)
        self.choice.show_options(question.options if kind is Kind.CHOICE else ())
        fronts = tuple(card.front for card in question.cards)
        self.matching.show_board(*((fronts, question.options) if kind is Kind.MATCHING else ((), ())))
        self.pairs.show_answers(())
        self._sort_out()
        (self.typed if kind in (Kind.TYPED, Kind.CLOZE) else self).setFocus()
        if kind is Kind.MATCHING:
            announce(self, self.tr("Match {n} pairs").format(n=len(question.cards)))

    def show_answers(self, answers: object) -> None:
        """Say how it went (list[Answer]), and show what explains it."""
        question = self._question
        if question is None or not isinstance(answers, list):
            return
        answer = answers[0]
        self._done, self._right = True, answer.correct
        self.setFocus()
        if question.kind is Kind.MATCHING:
            self.pairs.show_answers(answers)
        elif question.kind is not Kind.RECALL:
            self.card.set_question_only(False)
            self.card.show_card(replace(answer.card, challenge=""))
            self.card.reveal()
            self.typed.setReadOnly(True)
            self.choice.show_result(answer.given, correct=answer.correct)
        self.verdict.show_answers(answers)
        self._sort_out()

    def ask_confidence(self, on: bool) -> None:
        """Ask before each answer how sure the person is, or not; pairs are matched without."""
        self._asks_sure = on
        self._sort_out()

    def show_overruled(self) -> None:
        """Say that the answer counts as right after all."""
        self._right = True
        self.verdict.show_overruled()

    def set_scene_open(self, is_open: bool) -> None:
        """Say whether the card's scene is on screen, so that its button leads back."""
        self.card.set_scene_open(is_open)

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        colours = style.palette
        ink(self.place, colours.muted, style.font(12.5))
        self.bar.set_look(style.sunk, colours.role("i").graphic, style.px(8))
        parts = (self.end, self.card, self.choice, self.matching, self.pairs, self.verdict)
        for part in (*parts, self.go):
            part.set_style(style)
        self.confidence.set_style(style)
        self.ratings.set_style(with_room(style, self.width()))
        self.card.setMinimumHeight(style.gap(120))
        self.typed.setFont(style.font(14.5))
        self.typed.setFixedHeight(style.px(38))
        self.typed.setTextMargins(style.px(6), 0, style.px(6), 0)
        self._column.setSpacing(style.gap(10))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space goes on; letters and numbers choose; Space shows an answer; S opens its scene."""
        if event.isAutoRepeat() or not self._press(event):
            super().keyPressEvent(event)

    # Inside

    @property
    def _kind(self) -> Kind | None:
        return self._question.kind if self._question is not None else None

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key meant something here."""
        kind, key = self._kind, event.key()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if key in ENTER or key == Qt.Key.Key_Space:
            self._go_on()
            return True
        if self._done or kind is Kind.RECALL:
            if key == Qt.Key.Key_C and self._done and self.verdict.can_overrule:
                self.overruled.emit()
                return True
            if key == Qt.Key.Key_S and self.card.revealed:
                self._show_scene()
                return True
            if kind is Kind.RECALL and not self._done and self.card.revealed:
                return self._rate(place_of(event, ""))
            return False
        if kind is Kind.CHOICE:
            return self.choice.press(event)
        return self.matching.press(event) if kind is Kind.MATCHING else False

    def _go_on(self) -> None:
        """The one thing that leads on: check, show the answer, or the next question."""
        question = self._question
        if question is None:
            return
        if self._done:
            self.next_wanted.emit()
        elif question.kind is Kind.RECALL:
            self._reveal()
        elif question.kind is Kind.MATCHING:
            if self.matching.complete:
                self._answer_pairs(question)
        elif question.kind is not Kind.CHOICE:
            self.answered.emit([(question.card, self.typed.text().strip())])

    def _answer_pairs(self, question: Question) -> None:
        pairs = self.matching.pairs
        self.answered.emit(
            [(card, question.options[pairs[place]]) for place, card in enumerate(question.cards)]
        )

    def _choose(self, given: str) -> None:
        if self._question is not None and not self._done:
            self.answered.emit([(self._question.card, given)])

    def _reveal(self) -> None:
        if not self.card.revealed:
            self.card.reveal()
            self._sort_out()

    def _say_sure(self, key: int) -> None:
        open_still = not self._done and not (self._kind is Kind.RECALL and self.card.revealed)
        if self.confidence.isVisible() and open_still:
            self.confidence.say(key)
            self.sure.emit(self.confidence.value)

    def _rate(self, place: int | None) -> bool:
        if place is None or place > 4:
            return False
        self._take_rating(place + 1)
        return True

    def _take_rating(self, rating: int) -> None:
        if self._question is not None and not self._done and self.card.revealed:
            self.setFocus()
            self.rated.emit(rating)

    def _show_scene(self) -> None:
        if self._question is not None and self._question.card.scene and self.card.revealed:
            self.scene_wanted.emit(self._question.card.scene)

    def _sort_out(self) -> None:
        """Show the parts that this question has and this moment allows."""
        kind = self._kind
        asks = not self._done
        self.confidence.setVisible(self._asks_sure and kind is not Kind.MATCHING)
        if self._done or (kind is Kind.RECALL and self.card.revealed):
            self.confidence.close_question()
        self.card.setVisible(kind is not Kind.MATCHING)
        self.typed.setVisible(kind in (Kind.TYPED, Kind.CLOZE) and asks)
        self.choice.setVisible(kind is Kind.CHOICE)
        self.matching.setVisible(kind is Kind.MATCHING and asks)
        self.pairs.setVisible(kind is Kind.MATCHING and self._done)
        chosen_right = kind is Kind.CHOICE and self._done and self._right  # the card shows it already
        self._scrolled.setVisible(kind in (Kind.CHOICE, Kind.MATCHING) and not chosen_right)
        self._scrolled.setMinimumHeight(self._least_room(kind))
        self._column.setStretchFactor(self._scrolled, 0 if kind is Kind.CHOICE and self._done else 5)
        self._scrolled.fit(self._kind is Kind.CHOICE)
        self.ratings.setVisible(kind is Kind.RECALL and asks)
        self.ratings.setEnabled(self.card.revealed)
        self.verdict.setVisible(self._done and kind is not Kind.RECALL)
        self._name_button()

    def _least_room(self, kind: Kind | None) -> int:
        """What was chosen wrongly stays in sight beside the card that explains it."""
        if kind is not Kind.CHOICE or not self._done:
            return 0
        return min(self.choice.heightForWidth(self.width() - SCROLL_BAR_WIDTH), self.height() // 4)

    def _name_button(self) -> None:
        kind = self._kind
        self.go.setVisible(self._done or kind not in (Kind.CHOICE, Kind.RECALL))
        self.go.setEnabled(self._done or kind is not Kind.MATCHING or self.matching.complete)
        if self._done:
            self.go.say(self.tr("Next (Space)"), self.tr("Go on (Space or Enter)"))
        elif kind in (Kind.TYPED, Kind.CLOZE) and not self.typed.text().strip():
            self.go.say(self.tr("I do not know (Enter)"), self.tr("Leave it unanswered (Enter)"))
        else:
            self.go.say(self.tr("Check (Enter)"), self.tr("Check your answer (Enter)"))

    def _connect(self) -> None:
        self.end.clicked.connect(self.end_wanted)
        self.go.clicked.connect(self._go_on)
        self.verdict.overruled.connect(self.overruled)
        self.typed.textChanged.connect(self._name_button)
        self.choice.chosen.connect(self._choose)
        self.matching.changed.connect(self._name_button)
        self.ratings.rated.connect(self._take_rating)
        self.confidence.said.connect(self._say_sure)
        for key in range(1, len(SURE) + 1):  # the digits alone choose an answer, or are typed
            shortcut = QShortcut(ALT.replace("{n}", str(key)), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._say_sure, key))
        self.card.reveal_wanted.connect(self._reveal)
        self.card.scene_wanted.connect(self._show_scene)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.place)
        head.addWidget(self.bar, 1)
        head.addWidget(self.end)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for area in (self.choice, self.matching, self.pairs):
            column.addWidget(area)
        column.addStretch(1)
        self._scrolled = FittedScroll(inside)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addWidget(self.card, 2)
        self._column.addWidget(self._scrolled, 5)
        self._column.addWidget(self.confidence)
        self._column.addWidget(self.typed)
        for part in (self.verdict, self.ratings, self.go):
            self._column.addWidget(part)


def _asked(question: Question) -> Card:
    """The card as it is asked: its question, or that with the text that has a gap.

    One that the simulator grades in a review is asked like any other here.
    """
    card = question.card
    return replace(card, front=question.prompt or card.front, challenge="")
