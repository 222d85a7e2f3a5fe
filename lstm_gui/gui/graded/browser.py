"""The browser of graded cards: topics at the left, kinds and a search above, the cards as a list."""

from PySide6.QtCore import QModelIndex, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QLabel, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.graded.challenge_list import ChallengeDelegate, ChallengeModel, ListedChallenge
from lstm_gui.gui.graded.words import KINDS, kind_words
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.quiz.row_list import row_list
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.scenes.search_line import SearchLine
from lstm_gui.gui.scenes.topic_list import TopicDelegate, TopicModel, topic_list
from lstm_gui.gui.simulator.style import Style as SimulatorStyle
from lstm_gui.gui.stock_look import dress_form
from lstm_gui.gui.window.close_box import close_box
from lstm_gui.lessons.challenge import Graded

SIZE = QSize(900, 640)  # px at 100 %, where the screen has room
_MOST_TO_TOPICS = 0.34  # of the width
BESIDE = QSize(40, 60)  # px of the screen that it leaves free


class ChallengeBrowser(QDialog):
    """It opens nothing itself.

    Signals
    -------
    wanted(str)
        The person wants to answer the card of that name.
    """

    wanted = Signal(str)

    def __init__(
        self, cards: tuple[ListedChallenge, ...], colours: Palette, zoom: int, parent: QWidget | None = None
    ) -> None:
        """`zoom` in per cent."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Challenges"))
        self._look = Style(colours, zoom)
        self._model = ChallengeModel(cards, self)
        self._topics = TopicModel(self._model.counts(None, ""), self)
        words = self.tr("Search titles, questions, concepts …")
        tip = self.tr("Type words; ↓ leads to the cards, Enter opens the one that is marked")
        self.search, self.kinds, self.count = SearchLine(words, tip, self), self._made_kinds(), QLabel(self)
        self._topic_look = TopicDelegate(SimulatorStyle(colours, zoom / 100))
        self.topics = topic_list(self._topics, self._topic_look, self.tr("Show the cards of one topic"), self)
        self._delegate = ChallengeDelegate(self._look)
        self.cards = row_list(self._model, self._delegate, self)
        self.cards.setMouseTracking(True)
        self.cards.setAccessibleName(self.tr("Challenges"))
        self.cards.setToolTip(self.tr("Enter or a click begins; the simulator comes back afterwards"))
        self._lay_out()
        self.set_palette(colours)
        self.search.textChanged.connect(self._list)
        self.search.left_for_list.connect(self.cards.setFocus)
        self.search.entered.connect(lambda: self._open(self.cards.currentIndex()))
        self.kinds.currentIndexChanged.connect(self._list)
        self.topics.selectionModel().currentChanged.connect(self._list)
        self.cards.clicked.connect(self._open)
        self.cards.activated.connect(self._open)
        self.topics.setCurrentIndex(self._topics.index(0))
        self.search.setFocus()

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        self._look = Style(colours, self._look.zoom)
        self._delegate.set_style(self._look)
        look = SimulatorStyle(colours, self._look.zoom / 100)
        self._topic_look.set_style(look)
        self._give_topics_room()
        for part in (self.search, self.kinds, self.count):
            part.setFont(self._look.font(12.5))
        for field in (self.search, self.kinds):
            dress_form(field, colours, self._look.scale)
            field.setFixedHeight(self._look.px(32))
        self.cards.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The topics leave the cards most of it."""
        super().resizeEvent(event)
        self._give_topics_room()

    # Inside

    def _give_topics_room(self) -> None:
        wanted = self._topic_look.wide_for(self._topics)
        self.topics.setFixedWidth(min(wanted, round(_MOST_TO_TOPICS * self.width())))

    def _list(self) -> None:
        query, kind = self.search.text().strip(), self.kinds.currentData()
        chosen: type[Graded] | None = kind
        self._topics.show_counts(self._model.counts(chosen, query))
        topic = self._topics.topic_of(max(0, self.topics.currentIndex().row()))
        self._model.show_found(topic, chosen, query)
        found = self._model.rowCount()
        if found:
            self.cards.setCurrentIndex(self._model.index(0))
        said = self.tr("1 card") if found == 1 else self.tr("{count} cards").format(count=found)
        if not found:
            said = self.tr("No card has these words")
        if said != self.count.text():
            self.count.setText(said)
            announce(self.count, said)

    def _open(self, index: QModelIndex) -> None:
        if self.isVisible() and index.isValid():  # a double click says it twice
            name = self._model.name_at(index.row())
            self.accept()
            self.wanted.emit(name)

    def _made_kinds(self) -> QComboBox:
        made = QComboBox(self)
        made.addItem(self.tr("Every kind"), None)
        for kind in KINDS:
            made.addItem(kind_words(kind), kind)
        made.setAccessibleName(self.tr("Kind"))
        made.setToolTip(self.tr("Predict a curve, build a cell, or compute a number"))
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 12, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.search, 0, 0, 1, 2)
        grid.addWidget(self.kinds, 0, 2)
        grid.addWidget(self.count, 0, 3)
        grid.addWidget(self.topics, 1, 0)
        grid.addWidget(self.cards, 1, 1, 1, 3)
        buttons = close_box(self, self.tr("Close (Esc)"))
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        grid.addWidget(buttons, 2, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        room = self.screen().availableSize() - BESIDE
        self.resize((SIZE * (self._look.zoom / 100)).boundedTo(room))
