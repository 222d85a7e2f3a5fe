"""One card beside the table: question and answer as a review shows them, its schedule, and its past."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from lstm_gui.gui.browser.columns import due_words
from lstm_gui.gui.browser.past import Past
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.quiz.card_view import CardView
from lstm_gui.gui.quiz.card_words import days_words, deck_words
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.quiz.words import counted, percent
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.store.card_listing import ListedCard

translate = QCoreApplication.translate

LAST = 12  # ratings that are listed


class CardPreview(QWidget):
    """Shows a Past, or says that no card is chosen.

    Signals
    -------
    scene_wanted()
        The button that opens the card's scene.
    """

    scene_wanted = Signal()

    def __init__(self, shelf: FormulaShelf, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = CardView(shelf, self)
        self.view.scene_wanted.connect(self.scene_wanted)
        self.nothing = plain_label(self, wraps=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setText(self.tr("Choose a card to see it here."))
        self.facts: dict[str, QLabel] = {}
        self._keys: list[QLabel] = []
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.nothing, 1)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self._rows)
        for name, words in (
            ("deck", self.tr("Deck")),
            ("due", self.tr("Due")),
            ("memory", self.tr("Memory")),
            ("past", self.tr("Past")),
        ):
            self._add_fact(name, words)
        self._grid.setColumnStretch(1, 1)
        self.set_style(style)
        self.show_past(None, None)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.view.set_style(style)
        ink(self.nothing, style.palette.muted, style.font(13))
        for key, value in zip(self._keys, self.facts.values(), strict=True):
            ink(key, style.palette.muted, style.font(12))
            ink(value, style.palette.text, style.font(12))
        self._column.setSpacing(style.gap(10))
        self._grid.setContentsMargins(style.gap(4), 0, style.gap(4), style.gap(4))
        self._grid.setHorizontalSpacing(style.gap(12))
        self._grid.setVerticalSpacing(style.gap(5))

    def show_past(self, past: Past | None, now: datetime | None) -> None:
        """Show a card with its past; None for no card."""
        self.nothing.setVisible(past is None)
        self.view.setVisible(past is not None)
        self._rows.setVisible(past is not None)
        if past is None or now is None:
            return
        row = past.listed
        self.view.show_card(row.card, revealed=True)
        self.view.scene_button.say(
            self.tr("▶ Open its scene (Ctrl+G)"),
            self.tr("Open the scene of this card in the simulator (Ctrl+G)"),
        )
        self.facts["deck"].setText(deck_words(row.deck))
        self.facts["due"].setText(due_words(row, now))
        self.facts["memory"].setText(memory_words(row))
        self.facts["past"].setText(past_words(row, past.ratings))

    def _add_fact(self, name: str, words: str) -> None:
        key, value = plain_label(self._rows), plain_label(self._rows, wraps=True)
        key.setText(words)
        key.setAlignment(Qt.AlignmentFlag.AlignTop)
        line = self._grid.rowCount()
        self._grid.addWidget(key, line, 0)
        self._grid.addWidget(value, line, 1)
        self._keys.append(key)
        self.facts[name] = value


def memory_words(row: ListedCard) -> str:
    """How well a card is known: "93 % today, stability 12.3 days, difficulty 5.1 of 10"."""
    memory = row.memory
    if memory.stability is None or memory.difficulty is None:
        return translate("CardPreview", "never rated")
    words = translate("CardPreview", "{recall} today, stability {days}, difficulty {difficulty} of 10")
    difficulty = QLocale().toString(memory.difficulty, "f", 1)
    return words.format(recall=percent(row.recall), days=days_words(memory.stability), difficulty=difficulty)


def past_words(row: ListedCard, ratings: Sequence[ReviewEvent]) -> str:
    """How often a card was rated and forgotten, when last, and the last ratings."""
    if not ratings:
        return translate("CardPreview", "no rating yet")
    rated = counted(
        len(ratings), translate("CardPreview", "rated once"), translate("CardPreview", "rated {n} times")
    )
    forgotten = counted(
        row.memory.lapses,
        translate("CardPreview", "forgotten once"),
        translate("CardPreview", "forgotten {n} times"),
    )
    date = QLocale().toString(ratings[-1].at.date(), translate("Review", "d MMMM yyyy"))
    last = translate("CardPreview", "last on {date}").format(date=date)
    marks = " ".join(str(int(event.rating)) for event in ratings[-LAST:])
    dots = "… " if len(ratings) > LAST else ""
    said = translate("CardPreview", "ratings {marks}").format(marks=dots + marks)
    parts = (rated, forgotten, last, said) if row.memory.lapses else (rated, last, said)
    return ", ".join(parts)
