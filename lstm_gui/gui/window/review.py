"""The left side of the window: its frame from the first paint, its panel and session once that is done."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.palette import Palette
from lstm_gui.gui.window.panel_frame import PanelFrame
from lstm_gui.settings import Settings

ALL_DECKS = "*"  # in the settings: review all decks together

if TYPE_CHECKING:  # cards, formulas, scheduler and store are imported after the first paint
    from lstm_gui.gui.collection_thread import CollectionThread
    from lstm_gui.gui.formula import FormulaShelf
    from lstm_gui.gui.operations.edit_cards import Edited
    from lstm_gui.gui.quiz.outlook import Session
    from lstm_gui.gui.quiz.panel import ReviewPanel
    from lstm_gui.gui.quiz.review import ReviewController
    from lstm_gui.quiz.card import Card


class ReviewSide(QObject):
    """Owns the frame, the panel, the formulas and the session.

    Before the collection is open there is no card to show, so the panel is made when it is first asked for:
    the first paint need not wait for it.

    Signals
    -------
    furnished()
        The panel is there.
    changed()
        A card came, a rating was saved or taken back: what Ctrl+Z would do may be another thing now.
    rated()
        A rating was saved or taken back.
    decks_known(object)
        list[DeckSummary], counted anew.
    deck_gone()
        The deck under review is not there any more.
    """

    furnished = Signal()
    changed = Signal()
    rated = Signal()
    decks_known = Signal(object)
    deck_gone = Signal()

    def __init__(self, colours: Palette, parent: QWidget) -> None:
        super().__init__(parent)
        self.frame = PanelFrame(colours)
        self._colours, self._zoom, self._asks_confidence = colours, 100, False
        self._panel: ReviewPanel | None = None
        self._shelf: FormulaShelf | None = None
        self._session: ReviewController | None = None
        self._last_rating = 0
        self._last_edit = ""
        self.last_card: Card | None = None  # the card on screen, or the one before the rest
        self.deck = ""  # the deck reviewed, or ALL_DECKS

    @property
    def panel(self) -> "ReviewPanel":
        """The panel, made now when it was not there yet."""
        if self._panel is None:
            from lstm_gui.gui.quiz.panel import ReviewPanel

            self._panel = ReviewPanel(self.shelf)
            self._panel.set_zoom(self._zoom)
            self._panel.set_palette(self._colours)
            self._panel.work.ask_confidence(self._asks_confidence)
            self.frame.hold(self._panel)
            self.furnished.emit()
        return self._panel

    @property
    def shelf(self) -> "FormulaShelf":
        """The formulas that were typeset, for the panel and for class."""
        if self._shelf is None:
            from lstm_gui.gui.formula import FormulaShelf

            self._shelf = FormulaShelf(self)
        return self._shelf

    @property
    def card(self) -> "Card | None":
        """The card on screen."""
        return self._panel.card if self._panel is not None else None

    @property
    def waits_for_answer(self) -> bool:
        """Whether the card on screen is one that the simulator grades, and not answered yet."""
        return self._panel is not None and self._panel.waits_for_answer

    @property
    def offered_scene(self) -> str:
        """The scene that the card on screen offers, "" before its answer is shown."""
        card = self.card
        return card.scene if card is not None and self.panel.answer_shown else ""

    def set_zoom(self, percent: int) -> None:
        """Draw the content larger."""
        self._zoom = percent
        if self._panel is not None:
            self._panel.set_zoom(percent)

    def set_palette(self, colours: Palette) -> None:
        """Draw in the colours of another theme."""
        self._colours = colours
        self.frame.set_palette(colours)
        if self._panel is not None:
            self._panel.set_palette(colours)

    def set_scene_open(self, is_open: bool) -> None:
        """Say whether the simulator shows the scene of the card."""
        if self._panel is not None:
            self._panel.set_scene_open(is_open)

    def begin(self, collection: "CollectionThread", settings: Settings, deck: str) -> None:
        """Start reviewing `deck`, or ALL_DECKS; begun again, nothing of the session before is left."""
        from lstm_gui.gui.quiz.review import ReviewController

        self._end_session()
        self.deck = deck
        self._session = ReviewController(self.panel, collection, _rules(settings, deck), parent=self)
        self._session.changed.connect(self._note)
        self._session.card_shown.connect(self._card_shown)
        self._session.decks_known.connect(self.decks_known)
        self._session.deck_gone.connect(self.deck_gone)
        self._session.refresh()

    def take(self, settings: Settings) -> None:
        """Review by these settings from now on."""
        self._asks_confidence = settings.ask_confidence
        if self._panel is not None:
            self._panel.work.ask_confidence(self._asks_confidence)
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
        if self._shelf is not None:
            self._shelf.stop()

    def _end_session(self) -> None:
        if self._session is not None:
            self._session.stop()
            shiboken6.delete(self._session)  # type: ignore[no-untyped-call]  # now: nothing it awaits may come
            self._session, self._last_rating = None, 0
            self.panel.clear_trouble()

    @property
    def undo_label(self) -> str:
        """What undo would take back here, "" for nothing."""
        if self._panel is None or not self._panel.work.undo.isEnabled():
            return ""
        if self._last_edit:
            return self._last_edit
        if self._last_rating:
            return self.tr("the rating {number}").format(number=self._last_rating)
        if self._session is not None and self._session.made_here:
            return self.tr("the last change")
        return self.tr("the last rating")

    def note_edit(self, edited: "Edited") -> None:
        """A card was edited from here: Ctrl+Z takes it back here."""
        if self._session is not None and edited.edit is not None:
            from lstm_gui.gui.quiz.edit_words import label

            self._session.made_here.add(edited.edit.id)
            self._last_edit, self._last_rating = label(edited.edit), 0
            self.panel.set_can_undo(True)
            self.rated.emit()
            self.changed.emit()

    def _note(self, result: object) -> None:
        from lstm_gui.gui.operations.rate import Rated

        self._last_edit = ""
        self._last_rating = int(result.event.rating) if isinstance(result, Rated) else 0
        self.rated.emit()
        self.changed.emit()

    def _card_shown(self, card: object) -> None:
        from lstm_gui.quiz.card import Card

        if isinstance(card, Card):
            self.last_card = card
        self.changed.emit()


def _rules(settings: Settings, deck: str) -> "Session":
    from lstm_gui.gui.quiz.outlook import Session
    from lstm_gui.quiz.schedule import Scheduler

    chosen = None if deck == ALL_DECKS else deck
    scheduler = Scheduler(settings.retention)
    return Session(chosen, settings.new_per_day, scheduler, settings.reviews_per_day)
