"""A review session: brings card after card to the panel and each rating to the collection."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.operations.edit_cards import Edited, Step, TakenBack, take_back
from lstm_gui.gui.operations.rate import Rated, rate
from lstm_gui.gui.operations.undo import Undone
from lstm_gui.gui.quiz.outlook import Outlook, Session, look, look_after, look_at
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.gui.quiz.today import Today
from lstm_gui.quiz.attempt import Attempt
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import DeckSummary, Queued
from lstm_gui.store.errors import Changed, CollectionError, NoDeck

SUMMARY_DELAY = 250  # ms after the last rating, so that counting never keeps a rating waiting
LONGEST_WAIT = 600  # s; a sleeping laptop stops timers, so a rest looks again at least this often


def local_now() -> datetime:
    """The time, with this place's offset."""
    return datetime.now().astimezone()


class ReviewController(QObject):
    """Drives a ReviewPanel. A rating is durable before the next card is shown.

    Signals:
    changed(object)   -- Rated, Undone or Edited (an edit taken back), once it is durable
    card_shown(object) -- the Card now on screen, None at the end of the session
    decks_known(object) -- list[DeckSummary], counted anew a moment after a change
    deck_gone()       -- the deck under review is not there any more
    """

    changed = Signal(object)
    card_shown = Signal(object)
    decks_known = Signal(object)
    deck_gone = Signal()

    def __init__(
        self,
        panel: ReviewPanel,
        collection: CollectionThread,
        session: Session,
        *,
        clock: Callable[[], datetime] = local_now,
        ticks: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._collection, self._session = panel, collection, session
        self._clock, self._ticks = clock, ticks
        self._extra_new = self._extra_reviews = 0  # beyond the day's limits, by the person's wish
        self._day = -1  # study day that the numbers are about
        self._queued: Queued | None = None
        self._last_topic = ""
        self._asked_at = 0.0
        self._today = Today(session.deck)
        self._given: set[str] = set()  # events of this session
        self._attempts: dict[str, Attempt] = {}  # by uid: the last at each card that the simulator grades
        self._reveal_next = ""  # the uid of a card that is to be shown with its answer, which was seen
        self.made_here: set[int] = set()  # the numbers of edits that Ctrl+Z takes back here
        self._again: Callable[[], None] = self.refresh
        self._writing, self._looking, self._counting = (collection.job(self) for _ in range(3))
        self._count_soon, self._look_again = QTimer(self), QTimer(self)
        self._connect()

    @property
    def session(self) -> Session:
        """What is reviewed, by which rules."""
        return self._session

    def set_session(self, session: Session) -> None:
        """Review another deck, or by other rules."""
        other_deck = session.deck != self._session.deck
        self._session = session
        if other_deck:
            self._today = Today(session.deck)
            self._queued, self._day = None, -1
        self.refresh()

    def stop(self) -> None:
        """Expect nothing more. What was asked of the collection is still written."""
        self._count_soon.stop()
        self._look_again.stop()

    @Slot()
    def refresh(self) -> None:
        """Look again: at the start, and after an import. A card on screen keeps its place."""
        if self._queued is None:
            self._next()
        else:
            self._show_again(self._queued.card.uid, revealed=self._panel.answer_shown)

    def _next(self) -> None:
        """Bring the next card, or the rest."""
        last_topic = self._last_topic
        self._again = self._next
        self._reveal_next = ""  # what was asked for before this is not to come any more
        with_recap = self._new_day()
        now, session = self._clock(), self._rules()
        self._panel.hold()
        self._collection.run(
            self._looking,
            lambda collection: look(collection, session, now, last_topic=last_topic, with_recap=with_recap),
        )

    @Slot(int)
    def rate(self, rating: int) -> None:
        """Save how well the card on screen was known."""
        if self._queued is None or self._writing.running:
            return
        milliseconds = max(0, round((self._ticks() - self._asked_at) * 1000))
        now, memory, attempt = self._clock(), self._queued.memory, self._panel.attempt
        scheduler = self._session.scheduler_of(self._queued, now)
        correct, hints = (attempt.correct, attempt.hints) if attempt is not None else (None, 0)
        if attempt is not None:
            self._attempts[memory.uid] = attempt
        sure = self._panel.work.confidence.value
        _, event = scheduler.review(
            memory,
            Rating(rating),
            now,
            response_ms=milliseconds,
            confidence=sure,
            correct=correct,
            hints=hints,
        )
        self._save(event, self._queued.deck)

    @Slot()
    def undo(self) -> None:
        """Take back the last rating, or the edit made here after it, and show its card again."""
        if not self._writing.running:
            now, made_here = self._clock(), frozenset(self.made_here)
            self._again = self.undo
            self._panel.hold()
            self._collection.run(self._writing, lambda collection: take_back(collection, now, made_here))

    @Slot(object)
    def follow(self, edited: object) -> None:
        """Cards were edited, here or elsewhere: the one on screen shows its new words, or makes room.

        An edit that is taken back here brings its card on screen again.
        """
        assert isinstance(edited, Edited)
        here, uids = _uid(self._queued), edited.uids
        back = edited.step is Step.UNDONE and edited.edit is not None and edited.edit.id in self.made_here
        if here and uids and here not in uids and not back:
            self._count_soon.start(SUMMARY_DELAY)
            return
        wanted = (*(uids[:1] if back else ()), *([here] if here else ()))
        self._again = lambda: self.follow(edited)
        now, session, last_topic = self._clock(), self._rules(), self._last_topic
        self._reveal_next = here if self._panel.answer_shown else ""
        self._panel.hold()
        self._collection.run(
            self._looking,
            lambda collection: look_after(collection, session, now, wanted, last_topic=last_topic),
        )

    @Slot()
    def retry(self) -> None:
        """Do again what failed."""
        self._panel.clear_trouble()
        self._again()

    @Slot(int)
    def learn_more(self, cards: int) -> None:
        """Allow so many new cards beyond the day's limit, today."""
        self._extra_new += cards
        self._next()

    @Slot(int)
    def review_more(self, cards: int) -> None:
        """Ask so many reviews beyond the day's limit, today."""
        self._extra_reviews += cards
        self._next()

    def _connect(self) -> None:
        self._panel.rated.connect(self.rate)
        self._panel.undo_requested.connect(self.undo)
        self._panel.retry_requested.connect(self.retry)
        self._panel.more_requested.connect(self.learn_more)
        self._panel.rest.reviews_wanted.connect(self.review_more)
        self._collection.edited.connect(self.follow)
        self._writing.succeeded.connect(self._written)
        self._writing.failed.connect(self._not_written)
        self._looking.succeeded.connect(self._show)
        self._looking.failed.connect(self._not_seen)
        self._counting.succeeded.connect(self._counted)
        self._counting.failed.connect(self._not_counted)
        for timer, name in ((self._count_soon, "count soon"), (self._look_again, "look again")):
            timer.setObjectName(name)
            timer.setSingleShot(True)
        self._count_soon.timeout.connect(self._count)
        self._look_again.timeout.connect(self._next)

    def _rules(self) -> Session:
        return replace(self._session, extra_new=self._extra_new, extra_reviews=self._extra_reviews)

    def _new_day(self) -> bool:
        """Whether the numbers of today must be counted afresh."""
        day = study_day(self._clock())
        if day == self._day:
            return False
        if self._day != -1:
            self._extra_new = self._extra_reviews = 0
        self._day = day
        return True

    def _save(self, event: ReviewEvent, deck: str) -> None:
        self._again = lambda: self._save(event, deck)
        self._panel.hold()
        self._collection.run(self._writing, lambda collection: rate(collection, event, deck))

    def _written(self, result: object) -> None:
        self._panel.clear_trouble()
        if isinstance(result, Rated):
            self._given.add(result.event.id)
            self._last_topic = self._queued.card.topic if self._queued else ""
            self._queued = None  # it is answered, whatever becomes of the look for the next
            self._today.rated(result.event)
            self._next()
        elif isinstance(result, TakenBack) and result.edited is not None:
            result = result.edited  # what is on screen follows it
            self.made_here -= {result.edit.id} if result.edit else set()
        elif isinstance(result, TakenBack):
            result = Undone(result.rating)
            self._taken_back(result.event)
        self.changed.emit(result)

    def _taken_back(self, event: ReviewEvent | None) -> None:
        """Show the card whose rating was taken back; its answer too, when it was given in this session."""
        if event is None:
            self.made_here.clear()  # others were made elsewhere since
            self._panel.set_can_undo(False)
            self._panel.release_unsaved()
        else:
            self._show_again(event.uid, revealed=event.id in self._given)

    def _show_again(self, uid: str, *, revealed: bool) -> None:
        self._again = lambda: self._show_again(uid, revealed=revealed)
        now, session = self._clock(), self._rules()
        self._reveal_next = uid if revealed else ""
        self._panel.hold()
        self._collection.run(self._looking, lambda collection: look_at(collection, session, now, uid))

    def _not_written(self, error: Exception) -> None:
        self._panel.release_unsaved()
        if isinstance(error, Changed):
            self._panel.show_trouble(str(error), can_retry=False)
            self._next()
        elif isinstance(error, CollectionError):
            self._panel.show_trouble(str(error))
        else:
            raise error

    def _not_seen(self, error: Exception) -> None:
        self._panel.release_unsaved()
        if not isinstance(error, CollectionError):
            raise error
        if isinstance(error, NoDeck) and self._session.deck is not None:
            self.deck_gone.emit()
        else:
            self._panel.show_trouble(str(error))

    def _not_counted(self, error: Exception) -> None:
        if not isinstance(error, CollectionError):
            raise error
        self._again = self._count
        self._panel.show_trouble(str(error))

    def _show(self, result: object) -> None:
        assert isinstance(result, Outlook)
        same = _uid(self._queued) == _uid(result.queued)
        self._queued = result.queued
        self._look_again.stop()  # set for a rest; a card on screen is never taken away
        self._panel.set_can_undo(result.can_undo or bool(self.made_here))
        self._panel.show_standing(self._today.seen(result))
        if result.queued is not None:
            revealed, self._reveal_next = self._reveal_next == result.queued.card.uid, ""
            card = result.queued.card
            if same and self._panel.attempt is not None:
                self._attempts[card.uid] = self._panel.attempt
            attempt = self._attempts.get(card.uid) if revealed else None
            self._panel.show_card(card, result.intervals, revealed=revealed, attempt=attempt)
            if not (same and revealed):  # a card that only kept its place has been asked all along
                self._asked_at = self._ticks()
        elif result.rest is not None and result.recap is not None:
            now = self._clock()
            self._panel.show_rest(result.rest, result.recap, now)
            self._wait_for(result.rest.next_due, now)
        self.card_shown.emit(result.queued.card if result.queued else None)
        self._panel.release()
        self._count_soon.start(SUMMARY_DELAY)

    def _wait_for(self, moment: datetime | None, now: datetime) -> None:
        """Look again when the next card is due."""
        if moment is not None:
            seconds = min(LONGEST_WAIT, max(1.0, (moment - now).total_seconds()))
            self._look_again.start(round(seconds * 1000))

    def _count(self) -> None:
        now, limits = self._clock(), self._rules().limits
        self._collection.run(self._counting, lambda collection: collection.decks(now, limits))

    def _counted(self, result: object) -> None:
        decks: list[DeckSummary] = list(result) if isinstance(result, list) else []
        self._panel.show_standing(self._today.counted(decks))
        self.decks_known.emit(decks)


def _uid(queued: Queued | None) -> str:
    return queued.card.uid if queued else ""
