"""A round of practice: it draws the cards, asks them one by one, and logs each answer as it is given."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.operations.practise import practise
from lstm_gui.gui.practice.report import Result
from lstm_gui.gui.practice.setup_page import Wish
from lstm_gui.quiz.card import Card
from lstm_gui.quiz.memory import ReviewEvent
from lstm_gui.quiz.practice.question import Answer, Kind, Mode, Question, questions
from lstm_gui.quiz.practice.selection import Draw, Drawn
from lstm_gui.quiz.rating import Rating
from lstm_gui.quiz.schedule import Scheduler
from lstm_gui.quiz.study_day import study_day
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import CollectionError


@dataclass(frozen=True, slots=True)
class _Round:
    """What is asked, and of which cards."""

    wish: Wish
    questions: tuple[Question, ...]
    drawn: Drawn


def _begun(collection: Collection, wish: Wish, day: int) -> _Round:
    """Draw the cards and make the questions, off the GUI thread: the deck may be large."""
    draw = Draw(wish.mode, wish.number, wish.seed, day)
    return _round(wish, collection.drawn(wish.deck, sorted(wish.topics), draw))


def _round(wish: Wish, drawn: Drawn) -> _Round:
    return _Round(wish, questions(wish.mode, drawn.cards, drawn.others, wish.seed), drawn)


class PracticeSession(QObject):
    """It knows no widget. Every answer is sent to the log at once; no schedule is moved.

    Signals:
    topics_known(object)     -- dict[str, int], the topics of the deck asked about with their cards
    asked(object, int, int)  -- the Question to show, which one of how many
    answered(object)         -- list[Answer] to the question on screen; not in a test
    ended(object)            -- the Result, once the last question is answered, or the round is ended
    nothing_there()          -- there is no card of what was wished for
    trouble(str, bool)       -- what could not be read or saved, and whether it can be tried again
    all_saved()              -- after trouble, every answer is in the log
    """

    topics_known = Signal(object)
    asked = Signal(object, int, int)
    answered = Signal(object)
    ended = Signal(object)
    nothing_there = Signal()
    trouble = Signal(str, bool)
    all_saved = Signal()

    def __init__(
        self,
        collection: CollectionThread,
        clock: Callable[[], datetime],
        ticks: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._collection, self._clock, self._ticks = collection, clock, ticks
        self._round: _Round | None = None
        self._place = 0
        self._asked_at = 0.0
        self._sure: int | None = None  # per cent, of the question on screen
        self._answers: list[Answer] = []
        self._unsaved: list[ReviewEvent] = []
        self._reading, self._counting = collection.job(self), collection.job(self)
        self._counting.succeeded.connect(self.topics_known)
        for job in (self._reading, self._counting):
            job.failed.connect(self._not_read)
        self._reading.succeeded.connect(self._ask_all)

    @property
    def result(self) -> Result | None:
        """The round so far."""
        if self._round is None:
            return None
        wish = self._round.wish
        return Result(wish.mode, wish.deck or "", self._clock(), wish.seed, tuple(self._answers))

    @Slot(object)
    def count_topics(self, deck: object) -> None:
        """Find the topics of a deck (its name), or of all (None)."""
        name = None if deck is None else str(deck)
        self._collection.run(self._counting, lambda collection: collection.practice_topics(name))

    def start(self, wish: Wish) -> None:
        """Draw the cards and ask the first."""
        day = study_day(self._clock())
        self._collection.run(self._reading, lambda collection: _begun(collection, wish, day))

    def again(self, cards: tuple[Card, ...]) -> None:
        """Ask these cards of the round once more."""
        if self._round is not None:
            self._ask_all(_round(self._round.wish, replace(self._round.drawn, cards=cards)))

    def answer(self, given: object) -> None:
        """Grade and log what was given (list[tuple[Card, str]]) for the cards of the question on screen."""
        question = self._question
        if question is None or not isinstance(given, list):
            return
        answers = [
            Answer(question, card, text, question.is_right(card, text), self._sure) for card, text in given
        ]
        ratings = [Rating.WELL if one.correct else Rating.NOT_AT_ALL for one in answers]
        self._take(answers, ratings, graded=True)

    def rate(self, rating: int) -> None:
        """Log how well the card on screen was known, of which the person saw the answer."""
        question = self._question
        if question is not None:
            answer = Answer(question, question.card, "", Rating(rating).recalled, self._sure)
            self._take([answer], [Rating(rating)], graded=False)

    @Slot(object)
    def say_sure(self, share: object) -> None:
        """Note how sure the person is of the answer to come, in per cent; None: not said."""
        self._sure = share if isinstance(share, int) else None

    def count_as_right(self) -> None:
        """Take the person's word for the last answer: that stands in the log too, after what was found."""
        if self._answers and not self._answers[-1].correct:
            answer = self._answers[-1] = replace(self._answers[-1], correct=True)
            said_once = replace(
                answer, confidence=None
            )  # how sure one was is in the log beside what was found
            self._write(self._events([said_once], [Rating.WELL], graded=False))

    def next(self) -> None:
        """Ask the next question, or end."""
        self._place += 1
        if self._round is None or self._place >= len(self._round.questions):
            self.end()
            return
        self._ask()

    def end(self) -> None:
        """End the round with the answers that there are."""
        result = self.result
        if result is not None:
            self.ended.emit(result)

    def retry(self) -> None:
        """Try again to save what could not be."""
        events, self._unsaved = tuple(self._unsaved), []
        if events:
            self._write(events)

    # Inside

    @property
    def _question(self) -> Question | None:
        if self._round is None or self._place >= len(self._round.questions):
            return None
        return self._round.questions[self._place]

    def _ask_all(self, begun: object) -> None:
        assert isinstance(begun, _Round)
        if not begun.questions:
            self.nothing_there.emit()
            return
        self._round = begun
        self._place, self._answers = 0, []
        self._ask()

    def _ask(self) -> None:
        assert self._round is not None
        self._asked_at = self._ticks()
        self.asked.emit(self._question, self._place + 1, len(self._round.questions))

    def _take(self, answers: list[Answer], ratings: list[Rating], *, graded: bool) -> None:
        round_, question = self._round, answers[0].question
        assert round_ is not None
        events = self._events(answers, ratings, graded=graded)
        self._answers += answers
        self._write(events)
        if round_.wish.mode is Mode.TEST or question.kind is Kind.RECALL:
            self.next()
        else:
            self.answered.emit(answers)

    def _events(
        self, answers: list[Answer], ratings: list[Rating], *, graded: bool
    ) -> tuple[ReviewEvent, ...]:
        round_ = self._round
        assert round_ is not None
        milliseconds = max(0, round((self._ticks() - self._asked_at) * 1000))
        mode = "cram" if round_.wish.mode is Mode.CRAM else "practice"
        now, scheduler = self._clock(), Scheduler()
        return tuple(
            scheduler.review(
                round_.drawn.memories[one.card.uid],
                rating,
                now,
                response_ms=milliseconds // len(answers),
                mode=mode,
                confidence=one.confidence,
                correct=one.correct if graded else None,
            )[1]
            for one, rating in zip(answers, ratings, strict=True)
        )

    def _write(self, events: tuple[ReviewEvent, ...]) -> None:
        """A job for each: what was answered is written even when this has gone meanwhile."""
        job = self._collection.job(self)
        job.succeeded.connect(self._saved)
        job.failed.connect(partial(self._not_saved, events))
        job.ended.connect(job.deleteLater)
        self._collection.run(job, lambda collection: practise(collection, events))

    def _saved(self) -> None:
        if self._unsaved:
            self.retry()
        else:
            self.all_saved.emit()

    def _not_saved(self, events: tuple[ReviewEvent, ...], error: Exception) -> None:
        if not isinstance(error, CollectionError):
            raise error
        self._unsaved += events
        self.trouble.emit(str(error), True)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, CollectionError):
            raise error
        self.trouble.emit(str(error), False)
