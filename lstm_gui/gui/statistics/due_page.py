"""The page "How a due date came about": cards to choose from, and every rating of the one chosen."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.quiz.row_list import row_list
from lstm_gui.gui.quiz.style import Style as QuizStyle
from lstm_gui.gui.quiz.surface import ink, plain_label
from lstm_gui.gui.simulator.style import TEXT, TITLE, Style
from lstm_gui.gui.statistics.card_rows import CardDelegate, CardRows
from lstm_gui.gui.statistics.due_story import DueStory, due_story, matching_cards
from lstm_gui.gui.statistics.due_words import head_sentence, step_sentences, steps_table
from lstm_gui.gui.statistics.folding_page import FoldingPage
from lstm_gui.gui.statistics.reader import Reader
from lstm_gui.gui.statistics.table_view import NumberTable
from lstm_gui.gui.stock_look import dress_form
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.markdown.words import words_of

_BESIDE = 540.0  # px at 100 %: from this width on, the cards stand beside what is said of one
_LIST, _CARDS = 200.0, 132.0  # px at 100 %: how wide the cards are beside it, and how tall above it
_PAUSE = 150  # ms after the last letter, until it is searched for


class DuePage(FoldingPage):
    """Looks for cards itself, by readers of its own."""

    def __init__(
        self,
        thread: CollectionThread,
        retention: float,
        now: Callable[[], datetime],
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._retention, self._now, self._look = retention, now, style
        self.story: DueStory | None = None
        self._wanted = ""  # the uid of the card to be shown
        self._cards, self._delegate = CardRows(self), CardDelegate(_quiz(style))
        self.search = self._made_search()
        self.list = row_list(self._cards, self._delegate, self)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Cards"))
        self.list.setToolTip(self.tr("Choose the card whose due date is to be explained"))
        self.front, self.due, self.words = (plain_label(self, wraps=True) for _ in range(3))
        self.table = NumberTable(style, self.tr("Ratings of the card"), self)
        self.table.setToolTip(self.tr("Every rating of the card; arrows go from one to the next"))
        self._searching = Reader(thread, "statistics-search", self)
        self._reading = Reader(thread, "statistics-card", self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._connect()
        self._lay_out()
        self.set_style(style)

    def begin(self) -> None:
        """List cards, where none are listed yet."""
        if not self._cards.rowCount() and not self._searching.running:
            self._find()

    def look_for(self, text: str) -> None:
        """List the cards that a text means, as if typed."""
        self.search.setText(text)
        self._soon.stop()
        self._find()

    def show_card(self, uid: str) -> None:
        """Explain the due date of this card."""
        self._wanted = uid
        retention, now = self._retention, self._now()
        self._reading.start(lambda collection, _task: due_story(collection, uid, retention, now) or uid)

    def stop(self) -> None:
        """Expect nothing more."""
        self._soon.stop()
        self._searching.stop()
        self._reading.stop()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._look = style
        self._delegate.set_style(_quiz(style))
        dress_form(self.search, style.palette, style.zoom)
        self.search.setFont(style.font(TEXT))
        self.search.setFixedHeight(round(style.px(32)))
        self.place()
        self.list.scheduleDelayedItemsLayout()
        self.table.set_style(style)
        ink(self.front, style.palette.text, style.font(TITLE, bold=True))
        ink(self.due, style.palette.text, style.font(TITLE))
        ink(self.words, style.palette.muted, style.font(TEXT))
        self.words.setMinimumHeight(5 * self.words.fontMetrics().lineSpacing())
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    # Inside

    def place(self) -> None:
        """Give the parts their room."""
        beside = self.fold(self._both, self._look.px(_BESIDE))
        for part in (self.list, self.search):
            part.setMaximumWidth(round(self._look.px(_LIST)) if beside else 16_777_215)
            part.setMinimumWidth(round(self._look.px(_LIST)) if beside else 0)
        self.list.setMinimumHeight(round(self._look.px(_CARDS)))
        self.list.setMaximumHeight(16_777_215 if beside else round(self._look.px(_CARDS)))

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self._soon.start())
        self._soon.timeout.connect(self._find)
        self._searching.succeeded.connect(self._found)
        self._reading.succeeded.connect(self._told)
        for reader in (self._searching, self._reading):
            reader.failed.connect(self._failed)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._say_step())

    def _find(self) -> None:
        text, now = self.search.text(), self._now()
        self._searching.start(lambda collection, _task: matching_cards(collection, text, now))

    def _found(self, rows: object) -> None:
        assert isinstance(rows, list)
        with QSignalBlocker(self.list.selectionModel()):
            self._cards.show_rows(rows)
        row = self._cards.row_of(self._wanted)
        if row >= 0:
            with QSignalBlocker(self.list.selectionModel()):
                self.list.setCurrentIndex(self._cards.index(row, 0))
        elif not self._wanted and rows:
            self.list.setCurrentIndex(self._cards.index(0, 0))
        if not rows:
            self.front.setText(self.tr("No card has these words."))

    def _choose(self) -> None:
        row = self._cards.at(self.list.currentIndex().row())
        if row is not None and row.card.uid != self._wanted:
            self.show_card(row.card.uid)

    def _told(self, found: object) -> None:
        if not isinstance(found, DueStory):
            self.front.setText(self.tr("This card is no longer in the collection."))
            return
        self.story = found
        self.front.setText(in_one_line(words_of(found.card.front), 200))
        self.due.setText(head_sentence(found, self._now()))
        self.table.show_table(steps_table(found))
        row = self._cards.row_of(found.card.uid)
        with QSignalBlocker(self.list.selectionModel()):
            self.list.setCurrentIndex(self._cards.index(row, 0))
        if found.steps:
            self.table.selectRow(len(found.steps) - 1)
            self.table.scrollToBottom()
        self._say_step()

    def _say_step(self) -> None:
        row = self.table.currentIndex().row()
        steps = self.story.steps if self.story is not None else ()
        self.words.setText(step_sentences(steps[row]) if 0 <= row < len(steps) else "")

    def _failed(self, error: Exception) -> None:
        self.front.setText(str(error))

    def _made_search(self) -> QLineEdit:
        made = QLineEdit(self)
        made.setPlaceholderText(self.tr("Search cards …"))
        made.setAccessibleName(self.tr("Search cards"))
        made.setToolTip(self.tr("Words of the card; empty, those due first are listed"))
        made.setClearButtonEnabled(True)
        made.setMaxLength(200)
        return made

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        right.addWidget(self.front)
        right.addWidget(self.due)
        right.addWidget(self.table, 1)
        right.addWidget(self.words)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(14)
        self._both.addLayout(left)
        self._both.addLayout(right, 1)


def _quiz(style: Style) -> QuizStyle:
    return QuizStyle(style.palette, round(style.zoom * 100))
