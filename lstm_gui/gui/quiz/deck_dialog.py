"""The settings of one deck: seen and changed in one place; nothing counts before it is saved."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.keeping.frame import WIDTH, KeepingDialog
from lstm_gui.gui.operations.change_deck import change_deck, delete_deck, make_deck
from lstm_gui.gui.quiz.button import Button, Kind
from lstm_gui.gui.quiz.card_words import deck_words
from lstm_gui.gui.quiz.deck_form import DeckForm
from lstm_gui.gui.quiz.deck_hints import Surroundings, cost_words
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.words import cards
from lstm_gui.plain_text import in_one_line
from lstm_gui.quiz.deck_tree import SEPARATOR
from lstm_gui.store.collection import DeckSummary
from lstm_gui.store.deck_edits import DeckSettings
from lstm_gui.store.errors import CollectionError


class DeckDialog(KeepingDialog):
    """Shows one deck, or with an empty name a new one.

    Signals:
    saved(str, str, object) -- the deck, what it is called now, and the Edited that can be taken back
    deleted(str, object)    -- the deck that is gone, and the Edited
    inside_wanted(str)      -- a new deck in this one
    """

    saved = Signal(str, str, object)
    deleted = Signal(str, object)
    inside_wanted = Signal(str)

    def __init__(
        self,
        collection: CollectionThread,
        around: Surroundings,
        style: Style,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", style, parent)
        self._collection, self._around, self._clock = collection, around, clock
        self._name, self._cards = "", 0
        self._before: tuple[str, DeckSettings] | None = None
        self._saving, self._deleting, self._asking = (collection.job(self) for _ in range(3))
        self.form = DeckForm(self.look, self)
        self.save = Button(Kind.PRIMARY, self.tr("Save"), self.tr("Use these settings from now on (Enter)"))
        self.leave = Button(Kind.QUIET, self.tr("Cancel"), self.tr("Leave everything as it is (Esc)"))
        self.inside = Button(
            Kind.QUIET, self.tr("New deck in it…"), self.tr("Make an empty deck in this one")
        )
        tip = self.tr("Delete the deck, the decks in it and their cards; you can bring them back")
        self.delete = Button(Kind.QUIET, self.tr("Delete"), tip)
        self.middle.addWidget(self.form)
        self.middle.addStretch(1)
        self.lay_out([self.inside, self.delete], [self.leave, self.save])
        self.resize(self.look.px(WIDTH), self.sizeHint().height())
        self._connect()

    def show_deck(self, deck: DeckSummary) -> None:
        """Show what is set for a deck."""
        self._name, self._cards = deck.name, deck.cards
        self.setWindowTitle(self.tr("Deck settings"))
        self.say(in_one_line(deck_words(deck.name), 200), cards(deck.cards))
        rules = deck.rules
        settings = DeckSettings(deck.description, rules.new_per_day, rules.retention, rules.exam_day)
        self._show(deck.name, settings)

    def show_new(self, outer: str = "") -> None:
        """Ask for a new deck, in the deck `outer`."""
        self.setWindowTitle(self.tr("New deck"))
        self.say(self.tr("New deck"), self.tr("Cards come into it from the editor, or by moving them there."))
        for button in (self.inside, self.delete):
            button.hide()
        self._show(outer + SEPARATOR if outer else "", DeckSettings())

    def setVisible(self, visible: bool) -> None:
        """Qt marks all of the first field: typing would replace the deck that a new one is to lie in."""
        super().setVisible(visible)
        if visible and not self._name:
            self.form.name.end(False)

    def reject(self) -> None:
        """Leave everything as it is."""
        self._asking.cancel()
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, from every field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        else:
            super().keyPressEvent(event)

    def _show(self, name: str, settings: DeckSettings) -> None:
        self.form.show_deck(name, settings, self._around.inherited(name))
        self._before = (self.form.deck_name, self.form.settings)
        self._say_hints()
        self.form.name.setFocus()

    def _connect(self) -> None:
        self.form.changed.connect(self._say_hints)
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.reject)
        self.inside.clicked.connect(self._make_inside)
        self.delete.clicked.connect(self._delete)
        self._asking.succeeded.connect(self._show_cost)
        self._asking.failed.connect(self._fail)
        self._saving.succeeded.connect(self._saved)
        self._deleting.succeeded.connect(self._deleted)
        for job in (self._saving, self._deleting):
            job.failed.connect(self._fail)
            job.ended.connect(lambda: self.set_busy(False))

    def _say_hints(self) -> None:
        name, settings = self.form.deck_name or self._name, self.form.settings
        cost = self.form.cost.text()
        exam = self._around.exam_words(name, settings, self._cards)
        self.form.show_hints(self._around.new_words(name), cost, exam)
        self.save.setEnabled(bool(self.form.deck_name) and (not self._name or self._before != self._now))
        if self._name:
            self._ask_cost(settings)

    @property
    def _now(self) -> tuple[str, DeckSettings]:
        return self.form.deck_name, self.form.settings

    def _retention(self, settings: DeckSettings) -> float:
        inherited = self._around.inherited(self.form.deck_name or self._name).retention
        return inherited if settings.retention is None else settings.retention

    def _ask_cost(self, settings: DeckSettings) -> None:
        name, now, share = self._name, self._clock(), self._retention(settings)
        self._collection.run(
            self._asking, lambda collection: (share, collection.workload.reviews_per_day(name, now, share))
        )

    def _show_cost(self, found: object) -> None:
        assert isinstance(found, tuple)
        self.form.cost.setText(cost_words(*found))

    def _save(self) -> None:
        if self._saving.running or not self.save.isEnabled():
            return
        name, now = self._name, self._clock()
        to, settings = self._now
        changed = settings if self._before is None or settings != self._before[1] else None
        self.set_busy(True)
        if name:
            self._collection.run(
                self._saving, lambda collection: change_deck(collection, name, to, changed, now)
            )
        else:
            self._collection.run(self._saving, lambda collection: make_deck(collection, to, settings, now))

    def _delete(self) -> None:
        if not self._deleting.running:
            name, now = self._name, self._clock()
            self.set_busy(True)
            self._collection.run(self._deleting, lambda collection: delete_deck(collection, name, now))

    def _make_inside(self) -> None:
        self.reject()
        self.inside_wanted.emit(self._name)

    def _saved(self, result: object) -> None:
        self.accept()
        self.saved.emit(self._name or self.form.deck_name, self.form.deck_name, result)

    def _deleted(self, result: object) -> None:
        self.accept()
        self.deleted.emit(self._name, result)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, CollectionError):
            raise error
        self.words.setText(str(error))
        self.words.show()


def chosen(decks: Sequence[DeckSummary], name: str) -> DeckSummary | None:
    """The deck of a name among those known."""
    return next((deck for deck in decks if deck.name == name), None)
