"""What is to be practised: deck and topics, in which way, how many cards, drawn by which seed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.practice.option_button import OptionButton
from lstm_gui.gui.practice.words import mode_about, mode_title
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.card_words import deck_words
from lstm_gui.gui.quiz.press import ENTER
from lstm_gui.gui.quiz.scroll import column_scroll_area
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.quiz.words import cards, counted
from lstm_gui.gui.slim_bar import SlimBar
from lstm_gui.gui.stock_look import dress_form
from lstm_gui.quiz.practice.question import Mode

MOST_CARDS, MOST_SEED = 100, 9999
NO_EXAMS: Mapping[str | None, int] = {}
FEW = 10  # cards that are proposed
_TOPIC = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants to practise."""

    deck: str | None  # None for all decks
    topics: frozenset[str]  # none named: all
    mode: Mode
    number: int
    seed: int


class SetupPage(QWidget):
    """Signals:
    deck_changed(object) -- another deck's topics are to be shown; None for all decks
    start_wanted(Wish)   -- begin
    """

    deck_changed = Signal(object)
    start_wanted = Signal(object)

    def __init__(self, shelf: FormulaShelf, seed: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What to practise"))
        self.title, self.words = plain_label(self, wraps=True), plain_label(self, wraps=True)
        self.title.setText(self.tr("Practise"))
        self.modes = {
            mode: OptionButton(shelf, str(place), mode_title(mode), mode_about(mode), self)
            for place, mode in enumerate(Mode, start=1)
        }
        self.about = plain_label(self, wraps=True)
        self.deck, self.topics = QComboBox(self), QListWidget(self)
        self.number, self.seed = _spin(1, MOST_CARDS, FEW), _spin(0, MOST_SEED, seed)
        self.start = Button(Kind.PRIMARY, self.tr("Start (Enter)"), self.tr("Begin the round (Enter)"), self)
        self.topics.setSpacing(2)
        self.topics.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
        self._mode = Mode.TYPED
        self._exams: Mapping[str | None, int] = NO_EXAMS
        self._sizes: dict[str, int] = {}  # cards by topic
        self._build()
        self._connect()
        self.choose(Mode.TYPED)
        self._count()

    @property
    def wish(self) -> Wish:
        """What is chosen."""
        ticked = [item for item in self._items() if item.checkState() is Qt.CheckState.Checked]
        topics = frozenset(str(item.data(_TOPIC)) for item in ticked)
        return Wish(self.deck.currentData(), topics, self._mode, self.number.value(), self.seed.value())

    def show_decks(
        self, names: Sequence[str], chosen: str | None, exams: Mapping[str | None, int] = NO_EXAMS
    ) -> None:
        """Offer these decks, and all together; `exams` says of a deck how many days its exam is away.

        Before an exam the weakest cards are proposed.
        """
        self._exams = exams
        self.deck.blockSignals(True)
        self.deck.clear()
        self.deck.addItem(self.tr("All decks"), None)
        for name in names:
            self.deck.addItem(deck_words(name), name)
        self.deck.setCurrentIndex(max(0, self.deck.findData(chosen)) if chosen is not None else 0)
        self.deck.blockSignals(False)
        self._change_deck()
        if self.deck.currentData() in exams:
            self.choose(Mode.CRAM)

    def show_topics(self, topics: object) -> None:
        """Offer the topics of the deck (dict[str, int]), each with its number of cards."""
        assert isinstance(topics, dict)
        self.topics.blockSignals(True)
        self.topics.clear()
        for topic, number in topics.items():
            name = topic or self.tr("Without a topic")
            item = QListWidgetItem(self.tr("{topic} ({n})").format(topic=name, n=number))
            item.setData(_TOPIC, topic)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.topics.addItem(item)
        self.topics.blockSignals(False)
        self._sizes = dict(topics)
        self._count()

    def draw_another(self) -> None:
        """Take the next seed: another round has other cards."""
        self.seed.setValue((self.seed.value() + 1) % (MOST_SEED + 1))

    def choose(self, mode: Mode) -> None:
        """Take a way to practise."""
        self._mode = mode
        for each, button in self.modes.items():
            button.mark(marked=each is mode, note="✓" if each is mode else "")
        self.about.setText(mode_about(mode))

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        colours = style.palette
        ink(self.title, colours.text, style.font(19, QFont.Weight.DemiBold))
        for label in (self.words, self.about, self._all_topics, *self._labels):
            ink(label, colours.muted, style.font(13))
        for button in self.modes.values():
            button.set_style(style)
        for field in (self.deck, self.topics, self.number, self.seed):
            field.setFont(style.font(13))
        dress_form(self, colours, style.scale)  # after the fonts: the words of a spin box follow no later one
        self.topics.setMinimumHeight(style.px(96))
        self.start.set_style(style)
        self._column.setSpacing(style.gap(12))
        self._modes.setSpacing(style.gap(7))
        self._form.setVerticalSpacing(style.gap(10))
        self._form.setHorizontalSpacing(style.gap(14))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number chooses how to practise, Enter begins."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = event.key() - Qt.Key.Key_1
        if plain and event.key() in ENTER and not event.isAutoRepeat():
            self._begin()
        elif plain and 0 <= place < len(Mode):
            self.choose(tuple(Mode)[place])
        else:
            super().keyPressEvent(event)

    # Inside

    def _begin(self) -> None:
        if self.start.isEnabled():
            self.start_wanted.emit(self.wish)

    def _change_deck(self) -> None:
        """Say when the exam is, and ask for the topics."""
        plain = self.tr("Nothing here moves the schedule of a card: try, err, try again.")
        days = self._exams.get(self.deck.currentData())
        if days is not None:
            exam = counted(days, self.tr("The exam is tomorrow."), self.tr("The exam is in {n} days."))
            plain = f"{exam} {plain}"
        self.words.setText(plain)
        self.deck_changed.emit(self.deck.currentData())

    def _items(self) -> list[QListWidgetItem]:
        return [self.topics.item(row) for row in range(self.topics.count())]

    def _count(self) -> None:
        """Say how many cards there are of what is chosen; without one there is nothing to begin."""
        topics = self.wish.topics
        number = sum(size for topic, size in self._sizes.items() if not topics or topic in topics)
        of_all = self.tr("{cards} of all topics; tick some to narrow them.")
        of_some = counted(len(topics), self.tr("{cards} of one topic."), self.tr("{cards} of {n} topics."))
        self._all_topics.setText((of_some if topics else of_all).replace("{cards}", cards(number)))
        self.start.setEnabled(number > 0)

    def _connect(self) -> None:
        for mode, button in self.modes.items():
            button.clicked.connect(lambda _checked=False, mode=mode: self.choose(mode))
        self.deck.currentIndexChanged.connect(self._change_deck)
        self.topics.itemChanged.connect(self._count)
        self.start.clicked.connect(self._begin)

    def _build(self) -> None:
        self._all_topics = plain_label(self, wraps=True)
        self._modes = QGridLayout()
        for place, button in enumerate(self.modes.values()):
            self._modes.addWidget(button, place // 2, place % 2)
        for column in (0, 1):
            self._modes.setColumnStretch(column, 1)
        self._form, self._labels = QFormLayout(), [plain_label(self) for _ in range(4)]
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for label, words, field, tip in (
            (self._labels[0], self.tr("Deck"), self.deck, self.tr("Practise cards of this deck")),
            (self._labels[1], self.tr("Topics"), self.topics, self.tr("Tick topics; none ticked: all")),
            (self._labels[2], self.tr("Cards"), self.number, self.tr("How many cards at most")),
            (self._labels[3], self.tr("Seed"), self.seed, self.tr("The same seed draws the same round")),
        ):
            label.setText(words)
            field.setAccessibleName(words)
            field.setToolTip(tip)
            self._form.addRow(label, field)
            if field is self.topics:
                self._form.addRow(QWidget(), self._all_topics)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.title, self.words):
            self._column.addWidget(part)
        self._column.addLayout(self._modes)
        self._column.addWidget(self.about)
        self._column.addLayout(self._form, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(column_scroll_area(inside), 1)
        layout.addWidget(self.start)


def _spin(low: int, high: int, value: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(low, high)
    spin.setValue(value)
    return spin
