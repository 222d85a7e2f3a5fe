"""Changing the card on screen: edit, copy, leave out, delete; and writing a new one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lstm_gui.gui.actions.table import spec
from lstm_gui.gui.window.review import ALL_DECKS

if TYPE_CHECKING:  # imported when a card is changed
    from lstm_gui.gui.editor.editing import CardEditing
    from lstm_gui.gui.jobs import Job
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.operations.edit_cards import Edited
    from lstm_gui.store.collection import Collection

    Change = Callable[[Collection, Sequence[str], datetime], Edited]


DRAFTS = "drafts"  # the folder, beside the settings, of what was written and not saved


class EditCommands(QObject):
    """What the person does to cards from the review panel. Each change can be undone there by Ctrl+Z."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        self._editing: CardEditing | None = None
        self._offered = ""  # what the toast offers to undo
        window.review.changed.connect(self._withdraw_offer)
        window.review.furnished.connect(self._offer_draft)
        window.review.deck_gone.connect(lambda: window.live.change(deck=ALL_DECKS))

    def edit_card(self) -> None:
        """Open the card on screen in the editor."""
        card, editing = self._window.review.card, self.editing
        if card is not None and editing is not None:
            editing.edit(card.uid)

    def new_card(self) -> None:
        """Open the editor for a card that is not there yet, in the deck under review."""
        deck, editing = self._window.review.deck, self.editing
        if editing is not None:
            editing.begin_new("" if deck == ALL_DECKS else deck)

    def duplicate_card(self) -> None:
        """Put a copy behind the card on screen, and open it in the editor."""
        from lstm_gui.gui.operations.edit_cards import duplicate_cards

        self._change(duplicate_cards)

    def suspend_card(self) -> None:
        """Leave the card on screen out of review."""
        from lstm_gui.gui.operations.edit_cards import suspend_cards

        self._change(suspend_cards)

    def bury_card(self) -> None:
        """Leave the card on screen out until tomorrow."""
        from lstm_gui.gui.operations.edit_cards import bury_cards

        self._change(bury_cards)

    def delete_card(self) -> None:
        """Delete the card on screen."""
        from lstm_gui.gui.operations.edit_cards import delete_cards

        self._change(delete_cards)

    @property
    def editing(self) -> "CardEditing | None":
        """What opens the editor; None before the collection is there."""
        collection = self._window.decks.collection
        if self._editing is None and collection is not None:
            from lstm_gui.gui.editor.draft import DraftBox
            from lstm_gui.gui.editor.editing import CardEditing
            from lstm_gui.gui.quiz.review import local_now

            window, drafts = self._window, DraftBox(self._window.live.folder / DRAFTS)
            made = CardEditing(collection, window.review.shelf, drafts, window.decks.style, local_now, window)
            made.saved.connect(self._saved)
            made.refused.connect(window.errors.notice)
            window.theme.changed.connect(made.set_style)
            window.live.changed.connect(made.set_style)
            window.closed.connect(made.close_keeping_draft)
            self._editing = made
        return self._editing

    # Inside

    def _offer_draft(self) -> None:
        """What was written when the app ended, and not saved, stands in the editor again."""
        some = any((self._window.live.folder / DRAFTS).glob("*.json"))
        if some and self.editing is not None:
            self.editing.resume()

    def _change(self, change: "Change") -> None:
        """Do something to the card on screen, which waits for it: no rating comes between."""
        from lstm_gui.gui.quiz.review import local_now

        card, collection = self._window.review.card, self._window.decks.collection
        if card is None or collection is None:
            return
        if self._job is None:
            self._job = collection.job(self)
            self._job.succeeded.connect(self._changed)
            self._job.failed.connect(self._not_changed)
        uid, now = card.uid, local_now()
        self._window.review.panel.hold()
        collection.run(self._job, lambda opened: change(opened, (uid,), now))

    def _changed(self, result: object) -> None:
        """What is on screen follows by itself; a card that was copied stays, and its copy is opened."""
        from lstm_gui.gui.operations.edit_cards import Edited

        assert isinstance(result, Edited)
        if result.edit is None or result.edit.kind == "duplicate":
            self._window.review.panel.release()
        self._saved(result)
        if result.edit is not None and result.edit.kind == "duplicate" and self.editing is not None:
            self.editing.edit(result.uids[0])

    def _not_changed(self, error: Exception) -> None:
        from lstm_gui.store.errors import CollectionError

        panel = self._window.review.panel
        panel.release_unsaved()
        if not isinstance(error, CollectionError):
            raise error
        panel.show_trouble(str(error), can_retry=False)

    def _saved(self, result: object) -> None:
        """Say what was done, and how to take it back."""
        from lstm_gui.gui.operations.edit_cards import Edited
        from lstm_gui.gui.quiz.edit_words import said

        assert isinstance(result, Edited)
        if result.edit is None:
            return
        self._window.review.note_edit(result)
        key = spec("undo").shown_keys[0]
        offer = self.tr("Undo ({key})").format(key=key)
        self._window.toast.say(said(result), offer, self._window.review.panel.undo)
        self._offered = self._window.review.undo_label

    def _withdraw_offer(self) -> None:
        """Undo is about something else by now: no word on screen may promise this."""
        if self._offered and self._window.review.undo_label != self._offered:
            self._offered = ""
            self._window.toast.withdraw()
