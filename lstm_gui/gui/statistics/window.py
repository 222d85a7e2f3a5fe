"""The window "Statistics": pages at the left, above them what is counted, and the page itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QStackedWidget, QWidget

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Progress, Task
from lstm_gui.gui.quiz.scroll import column_scroll_area
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.statistics.due_page import DuePage
from lstm_gui.gui.statistics.due_words import numbers_head, steps_table
from lstm_gui.gui.statistics.foot import Counting, Foot
from lstm_gui.gui.statistics.page import PicturePage
from lstm_gui.gui.statistics.page_chooser import PageChooser
from lstm_gui.gui.statistics.page_list import DUE, PAGES, PageList
from lstm_gui.gui.statistics.picture import Cell
from lstm_gui.gui.statistics.reader import Reader
from lstm_gui.gui.statistics.scope_bar import ScopeBar
from lstm_gui.quiz.statistics.history import History
from lstm_gui.quiz.statistics.summary import Scope, Summary, summarise
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection

SIZE = QSize(1200, 740)  # px at 100 %, where the screen has room
BESIDE = QSize(40, 60)  # px of the screen that it leaves free
LEAST = QSize(560, 420)  # px at 100 %; where the screen has less, it is drawn smaller
_LISTED = 760.0  # px at 100 %, from which on the pages stand as a list at the left
_LONG = 50_000  # ratings, from which on it takes long enough to say how far it is


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """What was read, and what it comes to in one scope."""

    history: History
    summary: Summary


class StatisticsWindow(QDialog):
    """Counts beside the collection's thread; it is not modal, and nothing waits for it.

    Signals
    -------
    picture_wanted()
        The picture shown is to be written to a file.
    numbers_wanted()
        So is its table.
    """

    picture_wanted = Signal()
    numbers_wanted = Signal()

    def __init__(
        self,
        thread: CollectionThread,
        retention: float,
        reviews_per_day: int | None,
        now: Callable[[], datetime],
        style: Style,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Statistics"))
        self._now, self._look, self._reviews_per_day = now, style, reviews_per_day
        self._counted: Counted | None = None
        self._deck: str | None = None
        self._stale = False  # something was rated since it was read
        self.pages, self.scope = PageList(style, self), ScopeBar(self)
        self.chooser = PageChooser(self.pages, self)
        self.counting, self.foot = Counting(self), Foot(self)
        self.page, self.due = PicturePage(style, self), DuePage(thread, retention, now, style, self)
        self.room = QStackedWidget(self)
        self.room.addWidget(column_scroll_area(self.page))
        self.room.addWidget(column_scroll_area(self.due))
        self._reader = Reader(thread, "statistics", self)
        self._lay_out()
        self._connect()
        self.set_style(style)
        self.pages.choose("days")
        self.pages.setFocus()

    @property
    def summary(self) -> Summary | None:
        """The numbers shown, once they are counted."""
        return self._counted.summary if self._counted else None

    @property
    def numbers(self) -> tuple[str, tuple[str, ...], tuple[tuple[Cell, ...], ...]] | None:
        """The table shown, for a file: its name, the names of its columns, and its rows."""
        if self.pages.page == DUE:
            story = self.due.story
            return None if story is None else ("due-date", numbers_head(), steps_table(story).numbers)
        picture = self.page.picture
        return None if picture is None else (picture.name, picture.table.columns, picture.table.numbers)

    @property
    def of_what(self) -> str:
        """The deck and the range in words, for a picture that leaves."""
        return f"{self.scope.decks.currentText().strip()} · {self.scope.ranges.currentText()}"

    @property
    def busy(self) -> bool:
        """Whether something is being counted."""
        return self._reader.running

    def count(self, deck: str | None = None) -> None:
        """Read the log; of a deck, or of all."""
        self._deck = deck
        self._read()

    def explain(self, uid: str) -> None:
        """Show how the due date of a card came about."""
        self.pages.choose(DUE)
        self.due.show_card(uid)

    def note_change(self) -> None:
        """Something was rated or edited: count anew once somebody looks here again."""
        self._stale = True

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        room = self._room
        most = min(room.width() / LEAST.width(), room.height() / LEAST.height())
        style = self._look = style.scaled(min(1.0, most / style.zoom))
        for part in self._parts:
            part.set_style(style)
        self.setMinimumSize(LEAST * style.zoom)
        self._fold()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the pages are one field above the page."""
        super().resizeEvent(event)
        self._fold()

    def done(self, result: int) -> None:
        """Closed by whatever: read nothing more."""
        self._reader.stop()
        self.due.stop()
        super().done(result)

    def event(self, event: QEvent) -> bool:
        """Turned to again, it counts what was rated meanwhile."""
        if event.type() is QEvent.Type.WindowActivate and self._stale and not self.busy:
            self._read()
        return super().event(event)

    # Inside

    @property
    def _room(self) -> QSize:
        """How large it can be on this screen."""
        return self.screen().availableSize() - BESIDE

    @property
    def _parts(
        self,
    ) -> tuple[PageList | PageChooser | ScopeBar | Counting | Foot | PicturePage | DuePage, ...]:
        return self.pages, self.chooser, self.scope, self.counting, self.foot, self.page, self.due

    def _fold(self) -> None:
        listed, had = self.width() >= self._look.px(_LISTED), self.focusWidget() is self.pages
        self.chooser.setVisible(not listed)
        self.pages.setVisible(listed)
        self._grid.setHorizontalSpacing(16 if listed else 0)
        if had and not listed:
            self.chooser.names.setFocus()

    def _scope_now(self, deck: str | None) -> Scope:
        return Scope(study_day(self._now()), deck, self.scope.range, self._reviews_per_day)

    def _read(self) -> None:
        self._stale = False
        scope = self._scope_now(self._deck)
        self._reader.start(lambda collection, task: _counted(collection, task, scope))

    def _rescope(self) -> None:
        """Another deck or range: what was read is counted anew."""
        self._deck = self.scope.deck
        if self._counted is None or self._reader.running:
            self._read()
            return
        history, scope = self._counted.history, self._scope_now(self._deck)
        self._reader.start(lambda _collection, _task: Counted(history, summarise(history, scope)))

    def _take(self, found: object) -> None:
        assert isinstance(found, Counted)
        self._counted = found
        self.scope.show_decks(found.history.decks.values(), self._deck)
        self.counting.show_rest()
        self._show_page()

    def _show_page(self) -> None:
        name = self.pages.page
        self.room.setCurrentIndex(int(name == DUE))
        self.scope.setEnabled(name != DUE)
        if name == DUE:
            self.due.begin()
        elif self._counted is not None:
            self.page.show_picture(PAGES[name](self._counted.summary))
        can_leave = name != DUE and self._counted is not None
        self.foot.picture.setEnabled(can_leave and not self.page.chart.is_empty)
        self.foot.numbers.setEnabled(name == DUE or (can_leave and bool(self.page.table.numbers.table.rows)))

    def _progress(self, progress: object) -> None:
        assert isinstance(progress, Progress)
        if progress.total >= _LONG:
            self.counting.show_progress(progress)

    def _failed(self, error: Exception) -> None:
        self.counting.show_rest(str(error))

    def _cancel(self) -> None:
        self._reader.cancel()
        self._stale = True
        self.counting.show_rest(self.tr("Stopped; turn to this window again to count anew."))

    def _connect(self) -> None:
        self._reader.succeeded.connect(self._take)
        self._reader.progressed.connect(self._progress)
        self._reader.failed.connect(self._failed)
        self.scope.changed.connect(self._rescope)
        self.pages.selectionModel().currentChanged.connect(lambda *_: self._show_page())
        self.counting.cancelled.connect(self._cancel)
        self.foot.picture_wanted.connect(self.picture_wanted)
        self.foot.numbers_wanted.connect(self.numbers_wanted)
        self.foot.closed.connect(self.reject)

    def _lay_out(self) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 16, 12)
        grid.setVerticalSpacing(12)
        above = QHBoxLayout()
        above.addWidget(self.scope)
        above.addWidget(self.counting, 1)
        grid.addWidget(self.chooser, 0, 0, 1, 2)
        grid.addLayout(above, 1, 0, 1, 2)
        grid.addWidget(self.pages, 2, 0)
        grid.addWidget(self.room, 2, 1)
        grid.addWidget(self.foot, 3, 0, 1, 2)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(1, 1)
        self.resize((SIZE * self._look.zoom).boundedTo(self._room))


def _counted(collection: Collection, task: Task, scope: Scope) -> Counted:
    def watch(done: int, total: int, _stage: str = "") -> None:
        task.check()
        task.report(done, total)

    history = collection.history(watch)
    return Counted(history, summarise(history, scope))
