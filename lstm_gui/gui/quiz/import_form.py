"""What can be chosen about a deck before it is imported: its name, and whether its ratings come along."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from lstm_gui.formats.deck_file import MAX_NAME
from lstm_gui.formats.preview import Preview
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.words import counted


class ImportForm(QWidget):
    """A field and a tick box; the box is there only when the file holds ratings."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self.history = QLineEdit(self), QCheckBox(self)
        self.name.setMaxLength(MAX_NAME)
        self.name.setMinimumHeight(style.px(28))
        self.name.setAccessibleName(self.tr("Name of the deck"))
        self.name.setToolTip(self.tr("The deck that the cards come into; “LSTM::Gates” is Gates in LSTM"))
        self.history.setChecked(True)
        self.history.setAccessibleName(self.tr("With the history"))
        self.history.setToolTip(self.tr("Take over how well the cards were known, and when they are due"))
        label = QLabel(self.tr("&Deck"), self)
        label.setBuddy(self.name)
        row = QHBoxLayout()
        row.setSpacing(style.gap(10))
        row.addWidget(label)
        row.addWidget(self.name, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(style.gap(8))
        box.addLayout(row)
        box.addWidget(self.history)

    @property
    def deck_name(self) -> str:
        """The name given, without space around it."""
        return " ".join(self.name.text().split())

    @property
    def with_history(self) -> bool:
        """Whether ratings that the file holds are to come along."""
        return self.history.isChecked()

    def show_deck(self, preview: Preview, name: str = "") -> None:
        """Offer what a file says, or another name."""
        self.name.setText(name or preview.deck.name)
        self.name.setCursorPosition(0)
        ratings, reviews = len(preview.history), preview.reviews
        words = counted(
            ratings, self.tr("With its &history, 1 rating"), self.tr("With its &history, {n} ratings")
        )
        if reviews:
            words = counted(
                reviews,
                self.tr("With its &history, 1 review in Anki, made into a rating here"),
                self.tr("With its &history, {n} reviews in Anki, made into ratings here"),
            )
        self.history.setText(words)
        self.history.setChecked(not reviews)
        self.history.setVisible(ratings + reviews > 0)
