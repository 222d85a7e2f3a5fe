"""The fields of a card in the editor, each with its name and room for a sentence about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from lstm_gui.gui.editor.tag_field import TagField
from lstm_gui.gui.editor.text_box import TextBox
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.slim_bar import SlimBar
from lstm_gui.quiz.card import Card

_LINES = {"front": 4, "back": 4, "why": 3}


@dataclass(frozen=True, slots=True)
class Known:
    """What the fields can offer: names, and for scenes and graded cards a name with its title."""

    decks: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    scenes: tuple[tuple[str, str], ...] = ()
    challenges: tuple[tuple[str, str], ...] = ()


class CardFields(QWidget):
    """Shows a card to be changed.

    Signals:
    changed() -- something of the card was changed by the person
    picture_offered(TextBox, QMimeData) -- a picture was pasted or dropped into a text
    """

    changed = Signal()
    picture_offered = Signal(object, object)

    def __init__(self, known: Known, look: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card = Card("", "", "")
        self.complaints: dict[str, QLabel] = {}
        self._labels: list[QLabel] = []
        self.deck, self.topic = _chooser(self, known.decks), _chooser(self, known.topics)
        self.front, self.back, self.why = (TextBox(self) for _ in range(3))
        self.formula = QLineEdit(self)
        self.tags = TagField(known.tags, self)
        self.scene = _picker(self, self.tr("no scene"), known.scenes)
        self.challenge = _picker(self, self.tr("not graded"), known.challenges)
        self.hint = plain_label(self, wraps=True)
        self._grid = QGridLayout(self)
        self._lay_out()
        self._listen()
        self.set_style(look)

    @property
    def card(self) -> Card:
        """The card as it is written now."""
        return replace(
            self._card,
            front=self.front.toPlainText().strip(),
            back=self.back.toPlainText().strip(),
            why=self.why.toPlainText().strip(),
            topic=self.topic.currentText().strip(),
            formula=self.formula.text().strip(),
            tags=self.tags.tags,
            scene=str(self.scene.currentData() or ""),
            challenge=str(self.challenge.currentData() or ""),
        )

    @property
    def deck_name(self) -> str:
        """The deck that the card goes to; "" while none is named."""
        return self.deck.currentText().strip()

    def show_card(self, card: Card, deck: str) -> None:
        """Let this be changed from now on."""
        with QSignalBlocker(self):
            self._card = card
            for name in _LINES:
                getattr(self, name).setPlainText(getattr(card, name))
            self.formula.setText(card.formula)
            self.tags.set_tags(card.tags)
            self.topic.setCurrentText(card.topic)
            self.deck.setCurrentText(deck)
            for chooser in (self.topic, self.deck):
                line = chooser.lineEdit()
                assert line is not None
                line.setCursorPosition(0)  # a long name is seen from its beginning
            for picker, name in ((self.scene, card.scene), (self.challenge, card.challenge)):
                _pick(picker, name, self.tr("one that came with the card"))

    def show_complaints(self, sentences: dict[str, str]) -> None:
        """Say what is wrong, by the fields."""
        for name, label in self.complaints.items():
            label.setText(sentences.get(name, ""))
            label.setVisible(name in sentences)

    def begin(self) -> None:
        """Let the person write the question."""
        self.front.setFocus()
        self.front.moveCursor(self.front.textCursor().MoveOperation.End)

    def set_style(self, look: Style) -> None:
        """Draw in this theme at this zoom."""
        for label in self._labels:
            ink(label, look.palette.muted, look.font(12.5))
            if isinstance(label.buddy(), QPlainTextEdit):  # beside the first line that is written
                label.setContentsMargins(0, look.px(4) + 5, 0, 0)
        ink(self.hint, look.palette.muted, look.font(11.5))
        for label in self.complaints.values():
            ink(label, look.palette.role("c").ink, look.font(12))
        for name, lines in _LINES.items():
            text = getattr(self, name)
            text.setFont(look.font(13.5))
            text.setMinimumHeight(round((lines + 0.9) * text.fontMetrics().lineSpacing()) + look.px(8))
        for field in (self.deck, self.topic, self.formula, self.tags, self.scene, self.challenge):
            field.setFont(look.font(13))
        self._grid.setHorizontalSpacing(look.gap(12))
        self._grid.setVerticalSpacing(look.gap(7))

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(1, 1)
        keys = self.tr("bold Ctrl+B, slanted Ctrl+I, code Ctrl+Shift+C, formula Ctrl+M")
        maths = "; " + keys + self.tr("; pictures are pasted or dropped")
        self._row("deck", self.tr("&Deck"), self.tr("The deck that the card goes to; a new name makes one"))
        self._row("topic", self.tr("&Topic"), self.tr("What the card is about; known topics are completed"))
        self._row("front", self.tr("&Question"), self.tr("What the card asks") + maths)
        self._row("back", self.tr("&Answer"), self.tr("What is to be known") + maths)
        self._row("formula", self.tr("&Formula"), self.tr("LaTeX that stands under the answer"))
        self._row("why", self.tr("&Why"), self.tr("Why it matters: shown with the answer") + maths)
        self.hint.setText(self.tr("**bold**  *slanted*  `code`  $c_t$  - list  [link](https://…)"))
        self.hint.setToolTip(keys)
        self._grid.addWidget(self.hint, self._grid.rowCount(), 1)
        self._row(
            "tags", self.tr("Ta&gs"), self.tr("Tags, with commas between them; known ones are completed")
        )
        self._row("scene", self.tr("&Scene"), self.tr("The scene that shows the answer in the simulator"))
        self._row(
            "challenge", self.tr("G&raded"), self.tr("What the simulator asks, and grades the answer by")
        )

    def _row(self, name: str, words: str, tip: str) -> None:
        field: QWidget = getattr(self, name)
        label, complaint = QLabel(words, self), plain_label(self, wraps=True)
        label.setBuddy(field)
        tall = isinstance(field, QPlainTextEdit)
        top = Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag.AlignVCenter
        field.setAccessibleName(words.replace("&", ""))
        field.setToolTip(tip)
        line = self._grid.rowCount()
        self._grid.addWidget(label, line, 0, top)
        self._grid.addWidget(field, line, 1)
        self._grid.addWidget(complaint, line + 1, 1)
        self._grid.setRowStretch(line, _LINES.get(name, 0))
        complaint.hide()
        self._labels.append(label)
        self.complaints[name] = complaint

    def _listen(self) -> None:
        for name in _LINES:
            text: TextBox = getattr(self, name)
            text.setTabChangesFocus(True)
            text.setVerticalScrollBar(SlimBar(Qt.Orientation.Vertical))
            text.textChanged.connect(self.changed)
            text.picture_offered.connect(partial(self.picture_offered.emit, text))
        for line in (self.formula, self.tags):
            line.textChanged.connect(self.changed)
        for box in (self.deck, self.topic, self.scene, self.challenge):
            box.currentTextChanged.connect(self.changed)


def _chooser(parent: QWidget, names: Sequence[str]) -> QComboBox:
    """A line to write in that offers what is known."""
    made = QComboBox(parent)
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.addItems(list(names))
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setMinimumContentsLength(12)
    completer = made.completer()
    assert completer is not None  # an editable one has it
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return made


def _picker(parent: QWidget, none: str, offered: Sequence[tuple[str, str]]) -> QComboBox:
    """A list of titles, with nothing as its first."""
    made = QComboBox(parent)
    made.addItem(none, "")
    for name, title in offered:
        made.addItem(title, name)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setMinimumContentsLength(12)
    return made


def _pick(picker: QComboBox, name: str, words: str) -> None:
    """Choose what the card has; what is not among those offered is kept."""
    if picker.findData(name) < 0:
        picker.addItem(words, name)
    picker.setCurrentIndex(picker.findData(name))
