"""The review panel: the left side of the window. It shows what it is told and says what the person wants."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lstm_gui.gui.announcement import announce
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.palette import Palette, palette
from lstm_gui.gui.quiz.banner import Banner
from lstm_gui.gui.quiz.confidence_bar import SURE
from lstm_gui.gui.quiz.header import Header, Standing
from lstm_gui.gui.quiz.panel_keys import press_of
from lstm_gui.gui.quiz.rest_page import RestPage
from lstm_gui.gui.quiz.scroll import column_scroll_area
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.work_page import WorkPage
from lstm_gui.gui.slim_bar import WIDTH as SCROLL_BAR_WIDTH
from lstm_gui.lessons.experiment import experiment_of
from lstm_gui.quiz.attempt import GIVEN_UP, NOT_GRADED, Attempt
from lstm_gui.quiz.card import Card
from lstm_gui.quiz.interval import Interval
from lstm_gui.quiz.rating import Rating

if TYPE_CHECKING:  # the store and the scheduler, behind it, are imported after the first paint
    from lstm_gui.gui.quiz.outlook import Recap, Rest

SMALLEST_ZOOM, LARGEST_ZOOM = 100, 300  # per cent


class ReviewPanel(QWidget):
    """Question, answer, ratings; or the rest page. It writes nothing and knows no collection.

    Signals:
    revealed()           -- the answer was asked for and is shown
    rated(int)           -- 1..5, only after the answer was shown
    undo_requested()     -- take the last rating back
    scene_requested(str) -- open the card's scene, or when it is open go back from it
    learning_requested(str) -- watch how a network learns what this card, by its uid, asks about
    challenge_requested() -- answer the card in the simulator, or go back from there
    answer_requested()    -- answer the card in the simulator, and stay there
    retry_requested()    -- try again what failed
    more_requested(int)  -- so many new cards beyond the day's limit
    deck_requested()     -- choose another deck
    import_requested()   -- bring a deck
    """

    revealed = Signal()
    rated = Signal(int)
    undo_requested = Signal()
    scene_requested = Signal(str)
    learning_requested = Signal(str)
    challenge_requested = Signal()
    answer_requested = Signal()
    retry_requested = Signal()
    more_requested = Signal(int)
    deck_requested = Signal()
    import_requested = Signal()

    def __init__(self, shelf: FormulaShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self.attempt: Attempt | None = None  # what the simulator found of a card that it grades
        self.given_up = GIVEN_UP  # what it is if the answer is asked for now
        self._held = self._question_only = False
        self._sure: dict[str, int] = {}  # by uid: what was said before the answer was shown, in per cent
        self._kept: list[Callable[[], None]] = []
        self._style = Style(palette("light"))
        self.header = Header()
        self.banner = Banner()
        self.work = WorkPage(shelf)
        self.rest = RestPage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Review"))
        self._build()
        self._connect()
        self._dress()

    # What it shows

    @property
    def card(self) -> Card | None:
        """The card on screen."""
        return self._card

    @property
    def answer_shown(self) -> bool:
        """Whether the answer of the card is on screen."""
        return self._card is not None and self.work.card.revealed

    @property
    def waits_for_answer(self) -> bool:
        """Whether the simulator is to grade the answer of the card, and has not."""
        card = self._card
        return card is not None and bool(card.challenge) and self.attempt is None and not self.answer_shown

    def show_card(
        self,
        card: Card,
        intervals: dict[Rating, Interval],
        *,
        revealed: bool = False,
        attempt: Attempt | None = None,
    ) -> None:
        """Show a card's question, or its answer at once; `intervals` stand under the ratings.

        An `attempt` at a card that the simulator grades says how well it may be rated.
        """
        self._take_focus()
        self.work.confidence.ask(self._sure.get(card.uid) if revealed else None)
        if card != self._card or (self.answer_shown and not revealed):  # another, or this one asked anew
            self.given_up = GIVEN_UP
        self._card, self.attempt = card, attempt
        self.work.set_cap(attempt)
        self.work.card.set_scene_open(False)
        self.work.card.offer_learning(experiment_of(card.uid) is not None)
        self.work.card.show_card(card, revealed=revealed)
        self.work.ratings.set_intervals(intervals)
        self.work.let_rate(revealed)
        self._pages.setCurrentWidget(self.work)
        self._pages.show()

    def show_rest(self, rest: "Rest", recap: "Recap", now: datetime) -> None:
        """Show that no card is left."""
        self._take_focus()
        self._card = None
        self.rest.show_rest(rest, recap, now)
        announce(self.rest, f"{self.rest.title.text().rstrip('.')}. {self.rest.back.text()}")
        self._pages.setCurrentWidget(self.rest)
        self._pages.show()

    def show_standing(self, standing: Standing) -> None:
        """Show the numbers in the head."""
        self.header.show_standing(standing)
        self.header.setVisible(not self._question_only)

    def show_trouble(self, words: str, *, can_retry: bool = True) -> None:
        """Say calmly what went wrong; the card stays."""
        self.banner.say(words, can_retry=can_retry)
        announce(self.banner, words)

    def clear_trouble(self) -> None:
        """Take the banner away."""
        self.banner.hide()

    def set_can_undo(self, can: bool) -> None:
        """Whether there is a rating to take back."""
        self.work.undo.setEnabled(can)
        self.rest.undo.setVisible(can)

    def set_scene_open(self, is_open: bool) -> None:
        """Say whether the card's scene is on screen, so that the button leads back."""
        self.work.card.set_scene_open(is_open)

    def set_question_only(self, on: bool) -> None:
        """Show one question and nothing that would answer or rate it, as in class."""
        self._question_only = on
        self.header.setVisible(not on and bool(self.header.place.text()))
        self.work.set_question_only(on)

    def set_palette(self, colours: Palette) -> None:
        """Take the colours of another theme."""
        self._style = Style(colours, self._style.zoom)
        self._dress()

    def set_zoom(self, percent: int) -> None:
        """Draw everything at 100 to 300 per cent."""
        zoom = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, percent))
        self._style = Style(self._style.palette, zoom)
        self._dress()

    # What the person does; the window's actions call these too

    def take_attempt(self, attempt: Attempt) -> None:
        """Show the answer of a card that the simulator graded; the person rates up to what it found."""
        if self.waits_for_answer:
            self.attempt = attempt
            self.reveal()

    def note_try(self, attempt: Attempt) -> None:
        """Remember hints and wrong answers, should the person give up, or leave and come back."""
        self.given_up = attempt

    def let_off(self) -> None:
        """The simulator cannot grade this card after all: it is one like any other."""
        self.attempt = NOT_GRADED if self.waits_for_answer else self.attempt

    @Slot()
    def go_on(self) -> None:
        """What Space does: show the answer; a card that the simulator grades is answered there first.

        Giving such a card up wants a button of its own: a key that is struck so often gives nothing away.
        """
        if self._held:
            self._kept.append(self.go_on)
        elif self.waits_for_answer and not self._question_only:
            self.answer_requested.emit()
        else:
            self.reveal()

    @Slot()
    def reveal(self) -> None:
        """Show the answer. While a rating is being saved, the next card's answer is shown when it comes.

        A card that waits for an answer in the simulator is given up.
        """
        if self._held:
            self._kept.append(self.reveal)
        elif self._card is not None and not self.answer_shown and not self._question_only:
            self._take_focus()
            self.attempt = self.given_up if self.waits_for_answer else self.attempt
            self.work.set_cap(self.attempt)
            self.work.card.reveal()
            self.work.let_rate(True)
            self.revealed.emit()

    @Slot(int)
    def rate(self, rating: int) -> None:
        """Rate the card 1..5; not before its answer is shown, nor while a rating is being saved.

        A card that the simulator graded is rated no better than that. Where it is asked how sure one is, the
        numbers say that before the answer is shown.
        """
        if self.work.asks_confidence and self._card is not None and not self.answer_shown:
            self._say_sure(rating)
            return
        capped = self.attempt is not None and rating > self.attempt.cap
        if not self._held and self.answer_shown and not self._question_only and not capped:
            self.rated.emit(rating)

    def _say_sure(self, key: int) -> None:
        """Take how sure the person is, 1..5, and show the answer unless the simulator waits for one."""
        if self._card is not None and not self._held and not self._question_only:
            self.work.confidence.say(key)
            self._sure[self._card.uid] = SURE[key - 1]
            if not self.waits_for_answer:
                self.reveal()

    @Slot()
    def undo(self) -> None:
        """Take the last rating back; one that is being saved is taken back once it is."""
        if self._held:
            self._kept.append(self.undo)
        else:
            self.undo_requested.emit()

    @Slot()
    def show_scene(self) -> None:
        """Open the card's scene; it shows the answer, so not before that: until then, answer it there."""
        if self.waits_for_answer and not self._question_only and not self._held:
            self.challenge_requested.emit()
        elif self.answer_shown and not self._question_only and self._card is not None and self._card.scene:
            self.scene_requested.emit(self._card.scene)

    def watch_learning(self) -> None:
        """Show how a network learns what the card asks about: the answer, so not before that is shown."""
        if self._card is not None and self.answer_shown and not self._question_only:
            self.learning_requested.emit(self._card.uid)

    # While a rating is being written

    def hold(self) -> None:
        """Keep what is pressed from now on: the card on screen is answered, the next is not there yet."""
        self._held = True  # and nothing is painted: the ratings stand back when the next card comes

    def release(self) -> None:
        """Do what was kept, in order."""
        self._held = False
        kept, self._kept = self._kept, []
        for press in kept:
            press()

    def release_unsaved(self) -> None:
        """The card stays as it was, and what was kept was meant for the next: forget it."""
        self._held = False
        self._kept = []

    # Keys, for a panel without a window's actions around it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What `press_of` says of a key; a held one counts once."""
        press = press_of(event, self, self.work.card.scrolled.verticalScrollBar())
        if press is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            press()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the parts how wide they are."""
        super().resizeEvent(event)
        self._tell_room()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of the panel."""
        QPainter(self).fillRect(self.rect(), self._style.palette.panel)

    def _take_focus(self) -> None:
        """Take the keys to the card, before a focused button goes and the focus slips on to a rating."""
        focused: QWidget | None = self.window().focusWidget()
        if focused is None or self.isAncestorOf(focused):
            self.setFocus()

    def _build(self) -> None:
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.work)
        self._pages.addWidget(self.rest)
        for part in (self.header, self.banner):
            self._column.addWidget(part)
        self._column.addWidget(self._pages, 1)
        self.header.hide()
        self._pages.hide()  # nothing is claimed before the collection has answered
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column_scroll_area(self._inside))

    def _connect(self) -> None:
        self.work.card.reveal_wanted.connect(self.reveal)
        self.work.card.scene_wanted.connect(self.show_scene)
        self.work.card.learning_wanted.connect(self.watch_learning)
        self.work.card.challenge_wanted.connect(self.show_scene)
        self.work.ratings.rated.connect(self.rate)
        self.work.confidence.said.connect(self.rate)
        self.work.undo.clicked.connect(self.undo)
        self.rest.undo.clicked.connect(self.undo)
        self.banner.retry_wanted.connect(self.retry_requested)
        self.rest.more_wanted.connect(self.more_requested)
        self.rest.import_wanted.connect(self.import_requested)
        self.header.deck_wanted.connect(self.deck_requested)

    def _dress(self) -> None:
        style = self._style
        self.setPalette(style.qt_palette())
        for part in (self.header, self.banner, self.work, self.rest):
            part.set_style(style)
        pad = style.gap(14)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(style.gap(12))
        self._tell_room()
        self.update()

    def _tell_room(self) -> None:
        room = self.width() - 2 * self._style.gap(14) - SCROLL_BAR_WIDTH
        self.header.set_room(room)
        self.work.set_room(room, self.height())
