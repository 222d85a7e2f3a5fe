"""The browser of scenes: topics at the left, a search above, and every scene as a card."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QWidget,
)

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.scenes.card_view import CardView
from lstm_gui.gui.scenes.scene_model import EVERY_TOPIC, SceneModel
from lstm_gui.gui.scenes.search_line import SearchLine
from lstm_gui.gui.scenes.topic_list import TopicDelegate, TopicModel, topic_list
from lstm_gui.gui.simulator.style import TEXT, Style
from lstm_gui.gui.stock_look import dress_form
from lstm_gui.gui.window.close_box import close_box
from lstm_gui.lessons.scene_search import Found

SIZE = QSize(1250, 760)  # px at 100 %, where the screen has room
BESIDE = QSize(40, 60)  # px of the screen that it leaves free
_AROUND = 60  # px, what stands beside topics and cards


class SceneBrowser(QDialog):
    """It opens nothing itself and keeps nothing once it is closed.

    Signals
    -------
    wanted(str)
        The person opens the scene of that name.
    """

    wanted = Signal(str)

    def __init__(
        self, scenes: tuple[Found, ...], colours: Palette, zoom: int, parent: QWidget | None = None
    ) -> None:
        """`zoom` in per cent."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Scenes"))
        self._look = Style(colours, zoom / 100)
        self._scenes = SceneModel(scenes, self)
        self._topics = TopicModel(self._scenes.counts(""), self)
        words = self.tr("Search titles, captions, kinds of cells …")
        tip = self.tr("Type words; ↓ leads to the scenes, Enter opens the one that is marked")
        self.search = SearchLine(words, tip, self)
        self._topic_look = TopicDelegate(self._look)
        self.topics = topic_list(
            self._topics, self._topic_look, self.tr("Show the scenes of one topic"), self
        )
        self.cards = CardView(self._scenes, self._look, self)
        self.cards.setToolTip(self.tr("Enter or a click opens a scene; undo brings back what was there"))
        self.count = QLabel(self)
        self._lay_out()
        self.set_style(self._look)
        self.search.textChanged.connect(self._search)
        self.search.left_for_list.connect(self.cards.setFocus)
        self.search.entered.connect(self.cards.open_current)
        self.topics.selectionModel().currentChanged.connect(self._list)
        self.cards.wanted.connect(self._open)
        self.cards.typed.connect(self._type)
        self.topics.setCurrentIndex(self._topics.index(0))
        self._list()
        self.search.setFocus()

    def begin_at(self, name: str) -> None:
        """Mark the scene that is open now, in its place among all."""
        self.cards.point_at(name)

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        self.set_style(Style(colours, self._look.zoom))

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self._look = style
        for part in (self.search, self.count):
            part.setFont(style.font(TEXT))
        dress_form(self.search, style.palette, style.zoom)
        self.search.setFixedHeight(round(style.px(32)))
        self._topic_look.set_style(style)
        self.topics.setFixedWidth(self._topic_look.wide_for(self._topics))
        self.topics.scheduleDelayedItemsLayout()
        self.cards.set_style(style)
        least = QSize(self.topics.width() + self.cards.least_width + _AROUND, round(style.px(300)))
        self.setMinimumSize(least.boundedTo(self._room))

    # Inside

    @property
    def _room(self) -> QSize:
        """How large it can be on this screen."""
        return self.screen().availableSize() - BESIDE

    @property
    def _topic(self) -> str:
        return self._topics.topic_of(max(0, self.topics.currentIndex().row()))

    def _search(self, query: str) -> None:
        """A search begins in every topic; choosing one then narrows it."""
        if len(query) == 1 and self._topic != EVERY_TOPIC:
            self.topics.setCurrentIndex(self._topics.index(0))
        self._topics.show_counts(self._scenes.counts(query))
        self._list()

    def _list(self) -> None:
        query, before = self.search.text().strip(), self.cards.current_name
        self._scenes.show_found(self._topic, query)
        self.cards.point_at(before)
        found = len(self._scenes.rows)
        said = self.tr("1 scene") if found == 1 else self.tr("{count} scenes").format(count=found)
        if said != self.count.text():
            self.count.setText(said)
            announce(self.count, said)
        everywhere = self._topic == EVERY_TOPIC
        nothing = (
            self.tr("No scene has “{words}”.")
            if everywhere
            else self.tr("No scene of “{topic}” has “{words}”.")
        )
        self.cards.say_nothing_found(nothing.format(topic=self._topic, words=query))

    def _open(self, name: str) -> None:
        if self.isVisible():  # a double click says it twice
            self.accept()
            self.wanted.emit(name)

    def _type(self, letter: str) -> None:
        self.search.setFocus()
        self.search.insert(letter)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 12, 12)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.search, 0, 0, 1, 2)
        grid.addWidget(self.count, 0, 2)
        grid.addWidget(self.topics, 1, 0)
        grid.addWidget(self.cards, 1, 1, 1, 2)
        buttons = close_box(self, self.tr("Close (Esc)"))
        for button in buttons.buttons():
            button.setAutoDefault(False)  # type: ignore[attr-defined]
        grid.addWidget(buttons, 2, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        self.resize((SIZE * self._look.zoom).boundedTo(self._room))
