"""The fields in which a person says what a card asks for, where, and in which words."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.simulator.translation import translated
from lstm_gui.lessons.challenge_file import LONGEST_TEXT, LONGEST_TITLE, MOST_HINTS
from lstm_gui.simulator.graded.ask import Wording, askable
from lstm_gui.simulator.state import SimState

_FIRST_CHOICES = ("c", "h")  # asked about when nothing else is said
_MOST_ASKED = 64  # steps: a curve that a hand still sketches


class AskFields(QWidget):
    """They propose the question; whoever writes their own keeps it while the quantity and steps change.

    Signals:
    changed() -- something that the card would hold
    """

    changed = Signal()

    def __init__(
        self, state: SimState, decks: Sequence[str], topics: Sequence[str], deck: str, look: Style
    ) -> None:
        super().__init__()
        self._state, self._look = state, look
        self.setFont(look.font(13))
        self._length = 0  # steps from the first to the last
        self._about = ""  # what the proposed question is about
        self._make_choices()
        self._make_words(decks, topics, deck)
        self._lay_out()
        self._listen()
        self._propose()

    @property
    def asked_for(self) -> tuple[str, int, int, int]:
        """The quantity, the unit (0 is the first), the first and the last step (1 is the first)."""
        return self.what.currentData(), self.unit.currentIndex(), self.first.value(), self.last.value()

    @property
    def wording(self) -> Wording:
        """What the person says of it."""
        lines = (line.strip()[:LONGEST_TEXT] for line in self.hints.toPlainText().splitlines())
        return Wording(
            self.words.text().strip(),
            self.topic.currentText().strip()[:LONGEST_TITLE],
            tuple(line for line in lines if line)[:MOST_HINTS],
            " ".join(self.why.toPlainText().split())[:LONGEST_TEXT],
        )

    @property
    def deck_name(self) -> str:
        """The deck that the card goes to; "" while none is named."""
        return self.deck.currentText().strip()

    @property
    def tag_names(self) -> tuple[str, ...]:
        """The tags, each once."""
        return tuple(dict.fromkeys(tag.strip() for tag in self.tags.text().split(",") if tag.strip()))

    def introduce(self, about: str) -> None:
        """Begin the proposed question with what it is about, where a card alone would not say it."""
        self._about = about
        self._propose()

    def begin(self) -> None:
        """Let the person type over the proposed question."""
        self.words.setFocus()
        self.words.selectAll()

    def _propose(self) -> None:
        if not self.words.isModified():
            self.words.setText(f"{self._about}. {self._proposal()}" if self._about else self._proposal())
        self.changed.emit()

    def _proposal(self) -> str:
        name, _, first, last = self.asked_for
        symbol = self._state.scene.cell.graph.symbol(name)
        if self.unit.count() > 1:
            symbol = self.tr("{symbol} of unit {n}").format(symbol=symbol, n=self.unit.currentText())
        if first == last:
            return self.tr("What is {symbol} at t = {first}?").format(symbol=symbol, first=first)
        words = self.tr("How does {symbol} run from t = {first} to t = {last}?")
        return words.format(symbol=symbol, first=first, last=last)

    def _move(self) -> None:
        """Another first step takes the last one with it."""
        first, length = self.first.value(), self._length
        with QSignalBlocker(self.last):
            self.last.setRange(first, min(self._state.scene.steps, first + _MOST_ASKED - 1))
            self.last.setValue(first + length)
        self._propose()

    def _stretch(self) -> None:
        self._length = self.last.value() - self.first.value()
        self._propose()

    # Making them

    def _make_choices(self) -> None:
        scene, names = self._state.scene, askable(self._state.scene)
        self.what, self.unit = QComboBox(self), QComboBox(self)
        for name in names:
            symbol, words = scene.cell.graph.symbol(name), translated(scene.cell.graph.words(name))
            self.what.addItem(f"{symbol}  –  {words}", name)
        self.what.setCurrentIndex(next((names.index(one) for one in _FIRST_CHOICES if one in names), 0))
        self.unit.addItems([str(number + 1) for number in range(scene.cell.units)])
        self.unit.setCurrentIndex(self._state.unit)
        self.first, self.last = QSpinBox(self), QSpinBox(self)
        self.first.setRange(1, scene.steps)
        self.first.setValue(scene.step)
        self.last.setRange(scene.step, min(scene.steps, scene.step + _MOST_ASKED - 1))
        self.last.setValue(scene.step)

    def _make_words(self, decks: Sequence[str], topics: Sequence[str], deck: str) -> None:
        self.words, self.tags = QLineEdit(self), QLineEdit(self)
        for line in (self.words, self.tags):
            line.setMaxLength(LONGEST_TEXT)
        self.why, self.hints = QPlainTextEdit(self), QPlainTextEdit(self)
        for text, words in (
            (self.why, self.tr("Shown with the answer")),
            (self.hints, self.tr("One a line")),
        ):
            text.setTabChangesFocus(True)
            text.setFixedHeight(self._look.px(54))
            text.setPlaceholderText(words)
        self.topic, self.deck = QComboBox(self), QComboBox(self)
        for chooser, known, now in ((self.topic, topics, ""), (self.deck, decks, deck)):
            chooser.setEditable(True)
            chooser.addItems(list(known))
            chooser.setCurrentText(now)
            chooser.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        edge = self._look.gap(3)  # the ring around what has the keyboard
        form.setContentsMargins(edge, edge, edge, edge)
        form.setVerticalSpacing(self._look.gap(8))
        form.setHorizontalSpacing(self._look.gap(14))
        self._row(form, self.tr("&Ask for"), self.tr("The quantity that is hidden"), self.what)
        if self.unit.count() > 1:
            self._row(form, self.tr("&Unit"), self.tr("The unit of the cell"), self.unit)
        else:
            self.unit.hide()
        form.addRow(*self._steps())
        self._row(form, self.tr("&Question"), self.tr("What the card asks"), self.words)
        self._row(form, self.tr("&Why"), self.tr("Why it is so: shown with the answer"), self.why)
        self._row(form, self.tr("&Hints"), self.tr("One hint a line, given one after the other"), self.hints)
        self._row(form, self.tr("T&opic"), self.tr("The topic that the card stands under"), self.topic)
        tip = self.tr("The deck that the card goes to; a new name makes one")
        self._row(form, self.tr("&Deck"), tip, self.deck)
        self._row(form, self.tr("Ta&gs"), self.tr("Tags, with commas between them"), self.tags)

    def _steps(self) -> tuple[QLabel, QHBoxLayout]:
        row = QHBoxLayout()
        row.setSpacing(self._look.gap(8))
        row.addWidget(self.first)
        row.addWidget(QLabel(self.tr("to"), self))
        row.addWidget(self.last)
        row.addStretch(1)
        _name(self.first, self.tr("First step"), self.tr("The first step that is asked for"))
        _name(self.last, self.tr("Last step"), self.tr("The last step: of several, a curve is sketched"))
        label = QLabel(self.tr("at &t ="), self)
        label.setBuddy(self.first)
        return label, row

    def _row(self, form: QFormLayout, words: str, tip: str, field: QWidget) -> None:
        label = QLabel(words, self)
        label.setBuddy(field)
        _name(field, words.replace("&", ""), tip)
        form.addRow(label, field)

    def _listen(self) -> None:
        for box in (self.what, self.unit):
            box.currentIndexChanged.connect(self._propose)
        self.first.valueChanged.connect(self._move)
        self.last.valueChanged.connect(self._stretch)
        for line in (self.words, self.tags):
            line.textEdited.connect(self.changed)
        for box in (self.topic, self.deck):
            box.currentTextChanged.connect(self.changed)
        for text in (self.hints, self.why):
            text.textChanged.connect(self.changed)


def _name(field: QWidget, name: str, tip: str) -> None:
    field.setAccessibleName(name)
    field.setToolTip(tip)
