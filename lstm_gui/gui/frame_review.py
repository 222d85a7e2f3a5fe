"""The left side of the window: the panel from the first paint, its session once the collection is open."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.quiz.panel import ReviewPanel
from lstm_gui.quiz.card import Card
from lstm_gui.settings import Settings

ALL_DECKS = "*"  # in the settings: review all decks together

if TYPE_CHECKING:  # the scheduler and the store are imported after the first paint
    from lstm_gui.gui.collection_thread import CollectionThread
    from lstm_gui.gui.quiz.outlook import Session
    from lstm_gui.gui.quiz.review import ReviewController


class ReviewSide(QObject):
    """Owns the panel, the formulas and the session.

    Signals
    -------
    changed()
        A card came, a rating was saved or taken back: what Ctrl+Z would do may be another thing now.
    rated()
        A rating was saved or taken back.
    decks_known(object)
        list[DeckSummary], counted anew.
    """

    changed = Signal()
    rated = Signal()
    decks_known = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shelf = FormulaShelf(self)
        self.panel = ReviewPanel(self.shelf)
        self._session: ReviewController | None = None
        self._last_rating = 0
        self.last_card: Card | None = None  # the card on screen, or the one before the rest
        self.deck = ""  # the deck reviewed, or ALL_DECKS

    def begin(self, collection: "CollectionThread", settings: Settings, deck: str) -> None:
        """Start reviewing `deck`, or ALL_DECKS; begun again, nothing of the session before is left."""
        from lstm_gui.gui.quiz.review import ReviewController

        self._end_session()
        self.deck = deck
        self._session = ReviewController(self.panel, collection, _rules(settings, deck), parent=self)
        self._session.changed.connect(self._note)
        self._session.card_shown.connect(self._card_shown)
        self._session.decks_known.connect(self.decks_known)
        self._session.refresh()

    def take(self, settings: Settings) -> None:
        """Review by these settings from now on."""
        if self._session is None:
            return
        self.deck = settings.deck or self.deck
        rules = _rules(settings, self.deck)
        if rules != self._session.session:
            self._session.set_session(rules)

    def refresh(self) -> None:
        """Look at the collection again."""
        if self._session is not None:
            self._session.refresh()

    def stop(self) -> None:
        """Expect nothing more; what was asked of the collection is still written."""
        if self._session is not None:
            self._session.stop()
        self.shelf.stop()

    def _end_session(self) -> None:
        if self._session is not None:
            self._session.stop()
            shiboken6.delete(self._session)  # type: ignore[no-untyped-call]  # now: nothing it awaits may come
            self._session, self._last_rating = None, 0
            self.panel.clear_trouble()

    @property
    def undo_label(self) -> str:
        """What undo would take back here, "" for nothing."""
        if not self.panel.work.undo.isEnabled():
            return ""
        if self._last_rating:
            return self.tr("the rating {number}").format(number=self._last_rating)
        return self.tr("the last rating")

    def _note(self, result: object) -> None:
        from lstm_gui.gui.operations.rate import Rated

        self._last_rating = int(result.event.rating) if isinstance(result, Rated) else 0
        self.rated.emit()
        self.changed.emit()

    def _card_shown(self, card: object) -> None:
        if isinstance(card, Card):
            self.last_card = card
        self.changed.emit()


def _rules(settings: Settings, deck: str) -> "Session":
    from lstm_gui.gui.quiz.outlook import Session
    from lstm_gui.quiz.schedule import Scheduler

    chosen = None if deck == ALL_DECKS else deck
    return Session(chosen, settings.new_per_day, Scheduler(settings.retention))
