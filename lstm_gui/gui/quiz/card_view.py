"""The card: its question, and once revealed its answer, formula, and why it matters."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.fitting import WrappedLabel
from lstm_gui.gui.quiz.formula_box import FormulaBox
from lstm_gui.gui.quiz.prose import Prose
from lstm_gui.gui.quiz.scroll import column_scroll_area
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import Box, ink
from lstm_gui.gui.slim_bar import WIDTH as SCROLL_BAR_WIDTH
from lstm_gui.quiz.card import Card
from lstm_gui.quiz.inline_maths import formulas
from lstm_gui.quiz.markdown.words import on_its_own, words_of


class CardView(Box):
    """A box with one card; what does not fit is scrolled.

    Signals:
    reveal_wanted() -- the button "Show answer"
    scene_wanted()  -- the button "Show me in the simulator"
    challenge_wanted() -- the button "Answer in the simulator"
    learning_wanted() -- the button "Watch it learn"
    """

    reveal_wanted = Signal()
    scene_wanted = Signal()
    challenge_wanted = Signal()
    learning_wanted = Signal()

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._card: Card | None = None
        self._revealed = self._question_only = self._scene_open = False
        self._learns = False  # whether it can be watched how a network learns what the card asks about
        self._bring_answer = False  # scroll to the answer as soon as it is laid out
        self.topic = WrappedLabel()
        self.question = Prose(shelf)
        self.reveal_button = Button(
            Kind.PRIMARY, self.tr("Show answer (Space)"), self.tr("Show the answer (Space or Enter)")
        )
        self.challenge_button = Button(
            Kind.PRIMARY,
            self.tr("▶ Answer in the simulator (Space)"),
            self.tr("The simulator asks, and grades what you answer (Space or S)"),
        )
        self.give_up_button = Button(
            Kind.QUIET,
            self.tr("Give up: show the answer"),
            self.tr("Show the answer; 2 is then the best rating"),
        )
        self.rule = QFrame()
        self.answer = Prose(shelf)
        self.formula = FormulaBox(shelf)
        self.why = Prose(shelf)
        self.scene_button = Button(Kind.SOFT, "", "")
        self.learning_button = Button(
            Kind.SOFT,
            self.tr("▶ Watch it learn (V)"),
            self.tr("Train the networks that show the answer, and see how they do (V)"),
        )
        self.reveal_button.clicked.connect(self.reveal_wanted)
        self.give_up_button.clicked.connect(self.reveal_wanted)
        self.challenge_button.clicked.connect(self.challenge_wanted)
        self.scene_button.clicked.connect(self.scene_wanted)
        self.learning_button.clicked.connect(self.learning_wanted)
        self._build()
        self._sort_out()

    @property
    def revealed(self) -> bool:
        """Whether the answer is shown."""
        return self._revealed

    @property
    def waits_in_simulator(self) -> bool:
        """Whether two buttons stand below the question: one leads to the simulator."""
        return self._card is not None and bool(self._card.challenge) and not self._revealed

    def show_card(self, card: Card, *, revealed: bool = False, aloud: bool = True) -> None:
        """Show a card's question, or at once its answer too; `aloud` to a screen reader as well."""
        self._card, self._revealed = card, revealed
        self._bring_answer = False
        self.topic.show_text(card.topic)
        self.question.set_text(card.front)
        self.answer.set_text(card.back)
        self.formula.set_latex(card.formula)
        self.why.set_text(
            self.tr("Why it matters: {why}").format(why=on_its_own(card.why)) if card.why else ""
        )
        for latex in formulas(card.back + card.why):  # ready before the answer is asked for
            self._shelf.want(latex)
        self._sort_out()
        self.scrolled.verticalScrollBar().setValue(0)
        if aloud:
            announce(self, words_of(card.back if revealed else card.front))

    def reveal(self) -> None:
        """Show the answer."""
        self._revealed = self._bring_answer = True
        self._sort_out()
        if self._card is not None:
            announce(self, words_of(self._card.back))

    def set_question_only(self, on: bool) -> None:
        """Show the question and no way to its answer, as in class."""
        self._question_only = on
        self._sort_out()

    def offer_learning(self, offered: bool) -> None:
        """Offer to watch how a network learns what the card asks about, beside the answer."""
        self._learns = offered
        self._sort_out()

    def set_scene_open(self, is_open: bool) -> None:
        """Say whether the card's scene is shown, so that the button leads back."""
        self._scene_open = is_open
        self._name_scene_button()

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        colours = style.palette
        self.set_look(style.inset, colours.border, style.px(8))
        ink(self.topic, colours.accent, style.caps(10.5))
        self.topic.set_wanted_font(style.caps(10.5), style.zoom)
        self.question.set_look(style.font(18), colours.text, colours, style.zoom)
        self.answer.set_look(style.font(14), colours.text, colours, style.zoom)
        self.why.set_look(style.font(12), colours.muted, colours, style.zoom)
        self.formula.set_style(style)
        for button in (self.reveal_button, self.challenge_button, self.give_up_button):
            button.set_style(style)
        self.scene_button.set_style(style)
        self.learning_button.set_style(style)
        self._rule_colour(style)
        pad = style.gap(16)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._foot_row.setContentsMargins(pad, style.gap(4), pad, pad)
        self._column.setSpacing(style.gap(12))
        self._tell_room()
        self.scrolled.verticalScrollBar().setSingleStep(style.px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the texts their room, beside a scroll bar that may come."""
        super().resizeEvent(event)
        self._tell_room()

    def _tell_room(self) -> None:
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right() - SCROLL_BAR_WIDTH - 2
        for text in (self.topic, self.question, self.answer, self.why):
            text.set_room(room)

    def _build(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        for part in (self.topic, self.question, self.rule, self.answer, self.formula):
            self._column.addWidget(part)
        self._column.addWidget(self.why)
        self._column.addWidget(self.scene_button)
        self._column.addWidget(self.learning_button)
        self._column.addStretch(1)
        self.rule.setFixedHeight(1)
        self.rule.setAutoFillBackground(True)
        self._foot = QWidget()
        self._foot_row = QVBoxLayout(self._foot)
        for button in (self.challenge_button, self.reveal_button, self.give_up_button):
            self._foot_row.addWidget(button)  # below what scrolls: always in sight
        self.scrolled = column_scroll_area(inside)
        self.scrolled.verticalScrollBar().rangeChanged.connect(self._scroll_to_answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.scrolled, 1)
        layout.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _sort_out(self) -> None:
        """Show the parts that this card has and this moment allows."""
        card, answered = self._card, self._revealed and not self._question_only
        self.topic.setVisible(bool(card and card.topic))
        self._foot.setVisible(card is not None and not self._revealed and not self._question_only)
        graded = bool(card and card.challenge)
        self.reveal_button.setVisible(not graded)
        for button in (self.challenge_button, self.give_up_button):
            button.setVisible(graded)
        self.rule.setVisible(answered)
        self.answer.setVisible(answered and bool(card and card.back))
        self.formula.setVisible(answered and bool(card and card.formula))
        self.why.setVisible(answered and bool(card and card.why))
        self.scene_button.setVisible(answered and bool(card and card.scene))
        self.learning_button.setVisible(answered and self._learns)
        self._name_scene_button()

    def _scroll_to_answer(self, _lowest: int, highest: int) -> None:
        """Where question and answer do not fit together, show the answer from its first line."""
        if self._bring_answer and highest > 0:
            self._bring_answer = False
            self.scrolled.verticalScrollBar().setValue(min(highest, self.rule.y()))

    def _name_scene_button(self) -> None:
        if self._scene_open:
            self.scene_button.say(
                self.tr("◀ Back to where you were (S)"), self.tr("Leave the card's scene, back to yours (S)")
            )
        else:
            self.scene_button.say(
                self.tr("▶ Show me in the simulator (S)"), self.tr("Open the scene that shows the answer (S)")
            )

    def _rule_colour(self, style: Style) -> None:
        palette = QPalette(self.rule.palette())
        palette.setColor(QPalette.ColorRole.Window, style.palette.border)
        self.rule.setPalette(palette)
