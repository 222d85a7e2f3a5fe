"""The window of practice: what to practise, the round, and how it went."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.palette import Palette
from lstm_gui.gui.practice.report import Result
from lstm_gui.gui.practice.round_page import RoundPage
from lstm_gui.gui.practice.session import PracticeSession
from lstm_gui.gui.practice.setup_page import MOST_SEED, NO_EXAMS, SetupPage, Wish
from lstm_gui.gui.practice.summary_page import SummaryPage
from lstm_gui.gui.quiz.banner import Banner
from lstm_gui.gui.quiz.style import Style
from lstm_gui.quiz.practice.question import Question
from lstm_gui.quiz.practice.result import missed
from lstm_gui.settings import Settings

SIZE = QSize(600, 720)  # px of the design
LEAST = QSize(440, 460)
BESIDE = QSize(40, 60)  # px of the screen that it leaves free


class PracticeDialog(QDialog):
    """Not modal: the simulator beside it shows the scenes of the cards.

    Signals:
    scene_wanted(str)      -- open a card's scene, or go back from it
    print_wanted(Result)   -- put the result on paper
    save_wanted(Result)    -- keep the result as a PDF
    """

    scene_wanted = Signal(str)
    print_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(
        self,
        collection: CollectionThread,
        shelf: FormulaShelf,
        clock: Callable[[], datetime],
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Practise"))
        self.session = PracticeSession(collection, clock, parent=self)
        self.setup = SetupPage(shelf, round(clock().timestamp()) % (MOST_SEED + 1))
        self.round, self.summary = RoundPage(shelf), SummaryPage(shelf)
        self.banner = Banner(self)
        self._result: Result | None = None
        self._pages = QStackedWidget(self)
        for page in (self.setup, self.round, self.summary):
            self._pages.addWidget(page)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.banner)
        self._column.addWidget(self._pages, 1)
        self._connect()
        self.set_style(style)
        room = self.screen().availableSize() - BESIDE
        self.setMinimumSize(LEAST.boundedTo(room))
        self.resize((SIZE * style.calm.scale).boundedTo(room))
        self.setup.setFocus()

    def show_decks(
        self, names: Sequence[str], chosen: str | None, exams: Mapping[str | None, int] = NO_EXAMS
    ) -> None:
        """Offer these decks; None is all together. `exams` says how many days that of a deck is away."""
        self.setup.show_decks(names, chosen, exams)

    def tell(self, words: str) -> None:
        """Say what went wrong."""
        self.banner.say(words, can_retry=False)

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        self.set_style(Style(colours, self._style.zoom))

    def take_settings(self, settings: Settings) -> None:
        """Be as large as set, and ask how sure one is where that is wished for."""
        self.round.ask_confidence(settings.ask_confidence)
        if settings.zoom != self._style.zoom:
            self.set_style(Style(self._style.palette, settings.zoom))

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        self.setPalette(style.qt_palette())
        for part in (self.setup, self.round, self.summary, self.banner):
            part.set_style(style)
        pad = style.gap(18)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(style.gap(10))

    def set_open_scene(self, name: str) -> None:
        """Say which scene the simulator shows by a card's wish, "" for none."""
        card = self.round.card_on_screen
        self.round.set_scene_open(bool(name) and card is not None and card.scene == name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends a round that has begun; before and after, it closes the window."""
        if event.key() == Qt.Key.Key_Escape and self._pages.currentWidget() is self.round:
            self._end_round()
        elif event.key() == Qt.Key.Key_Escape:
            self.reject()
        else:
            event.ignore()  # Enter belongs to the pages, not to a default button

    # Inside

    def _start(self, wish: object) -> None:
        assert isinstance(wish, Wish)
        self.banner.hide()
        self.session.start(wish)

    def _ask(self, question: object, place: int, total: int) -> None:
        assert isinstance(question, Question)
        self._pages.setCurrentWidget(self.round)
        self.round.show_place(place, total)
        self.round.show_question(question)

    def _end(self, result: object) -> None:
        assert isinstance(result, Result)
        self._result = result
        self.summary.show_result(result.mode, result.answers)
        self._pages.setCurrentWidget(self.summary)
        self.summary.setFocus()

    def _end_round(self) -> None:
        """What was answered counts; where nothing was, back to the choice."""
        result = self.session.result
        if result is not None and result.answers:
            self.session.end()
        else:
            self._choose_anew()

    def _again(self) -> None:
        if self._result is not None:
            self.session.again(missed(self._result.answers))

    def _choose_anew(self) -> None:
        self._pages.setCurrentWidget(self.setup)
        self.setup.draw_another()
        self.setup.setFocus()

    def _say_nothing_there(self) -> None:
        self.tell(self.tr("There is no card of that to practise."))

    def _say_trouble(self, words: str, can_retry: bool) -> None:
        self.banner.say(words, can_retry=can_retry)

    def _connect(self) -> None:
        session, page = self.session, self.round
        self.setup.deck_changed.connect(session.count_topics)
        self.setup.start_wanted.connect(self._start)
        session.topics_known.connect(self.setup.show_topics)
        session.asked.connect(self._ask)
        session.answered.connect(page.show_answers)
        session.ended.connect(self._end)
        session.nothing_there.connect(self._say_nothing_there)
        session.trouble.connect(self._say_trouble)
        session.all_saved.connect(self.banner.hide)
        self.banner.retry_wanted.connect(session.retry)
        page.answered.connect(session.answer)
        page.rated.connect(session.rate)
        page.sure.connect(session.say_sure)
        page.overruled.connect(session.count_as_right)
        page.overruled.connect(page.show_overruled)
        page.next_wanted.connect(session.next)
        page.end_wanted.connect(self._end_round)
        page.scene_wanted.connect(self.scene_wanted)
        self.summary.again_wanted.connect(self._again)
        self.summary.other_wanted.connect(self._choose_anew)
        self.summary.print_wanted.connect(lambda: self.print_wanted.emit(self._result))
        self.summary.save_wanted.connect(lambda: self.save_wanted.emit(self._result))
