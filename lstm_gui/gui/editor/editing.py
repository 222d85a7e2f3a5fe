"""Opens the card editor with what it needs, saves what is written there, and keeps drafts."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from lstm_gui.bounded_file import FileRefused
from lstm_gui.formats.picture_kind import NoPicture
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.editor.dialog import CardEditor
from lstm_gui.gui.editor.draft import Draft, DraftBox
from lstm_gui.gui.editor.fields import Known
from lstm_gui.gui.editor.picture_paste import picture_of
from lstm_gui.gui.editor.text_box import TextBox
from lstm_gui.gui.formula import FormulaShelf
from lstm_gui.gui.operations.edit_cards import Edited, add_card, change_card
from lstm_gui.gui.operations.keep_picture import keep_picture
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.window.scenes import shown_scenes
from lstm_gui.lessons.challenge_file import challenge_names, load_challenge
from lstm_gui.quiz.card import Card
from lstm_gui.store.collection import Collection
from lstm_gui.store.edits import new_uid
from lstm_gui.store.errors import CollectionError

KEEP_AFTER_MS = 800  # without a key, before a draft goes to the disk

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Begun:
    """What the collection knows of a card to be edited."""

    draft: Draft
    decks: tuple[str, ...]
    topics: tuple[str, ...]
    tags: tuple[str, ...]


class Gone(CollectionError):
    """The card to be edited is not there any more."""


def begun(collection: Collection, uid: str, deck: str, now: datetime) -> _Begun:
    """A card with its deck, or without a `uid` an empty one. Raises CollectionError when it is gone."""
    shelves = collection.search.shelves(now)
    names = (tuple(name for name, _ in rows) for rows in (shelves.decks, shelves.topics, shelves.tags))
    if not uid:
        return _Begun(Draft(Card(new_uid(), "", ""), deck, is_new=True), *names)
    found = collection.queued(uid)
    if found is None:
        raise Gone("This card has been deleted meanwhile.")
    return _Begun(Draft(found.card, found.deck, is_new=False), *names)


def resumed(collection: Collection, kept: Draft, now: datetime) -> _Begun | None:
    """The card of a draft, or one to be added; None when it was saved after all, just before the end."""
    found = collection.queued(kept.card.uid)
    if found is not None and (found.card, found.deck) == (kept.card, kept.deck):
        return None
    return begun(collection, kept.card.uid if found or not kept.is_new else "", kept.deck, now)


def save(collection: Collection, draft: Draft, now: datetime) -> Edited:
    """Save what was written. Raises CollectionError, in words; nothing was changed then."""
    put = add_card if draft.is_new else change_card
    return put(collection, draft.card, draft.deck, now)


class CardEditing(QObject):
    """One editor at a time: asked for another card, the one that is open comes to the front.

    Signals:
    saved(Edited)  -- a card was saved
    refused(str)   -- why no editor was opened
    """

    saved = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        collection: CollectionThread,
        shelf: FormulaShelf,
        drafts: DraftBox,
        look: Callable[[], Style],
        clock: Callable[[], datetime],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._collection, self._shelf, self._drafts = collection, shelf, drafts
        self._look, self._clock, self._window = look, clock, window
        self._editor: CardEditor | None = None
        self._resumed: Draft | None = None
        self._sent: Draft | None = None  # is being saved
        self._opening, self._saving = collection.job(self), collection.job(self)
        self._opening.succeeded.connect(self._open)
        self._opening.failed.connect(self._not_open)
        self._saving.succeeded.connect(self._done)
        self._saving.failed.connect(self._not_saved)
        self._keep_soon = QTimer(self)
        self._keep_soon.setObjectName("keep the draft soon")
        self._keep_soon.setSingleShot(True)
        self._keep_soon.setInterval(KEEP_AFTER_MS)
        self._keep_soon.timeout.connect(self._keep)

    @property
    def editor(self) -> CardEditor | None:
        """The editor, while it is open."""
        return self._editor

    def edit(self, uid: str) -> None:
        """Open a card in the editor; one that is open comes to the front first."""
        self._begin(uid, "")

    def begin_new(self, deck: str) -> None:
        """Open the editor for a card that is not there yet, to go to a deck."""
        self._begin("", deck)

    def resume(self) -> None:
        """Open the editor with what was written last and not saved; of a card that is gone, as a new one."""
        draft = self._drafts.newest()
        if draft is not None and self.editor is None:
            self._resumed, now = draft, self._clock()
            self._collection.run(self._opening, lambda collection: resumed(collection, draft, now))

    def close_keeping_draft(self) -> None:
        """The window closes: what was written and not saved is offered the next time."""
        if (editor := self.editor) is not None:
            if editor.is_changed:
                self._keep()
            self._keep_soon.stop()
            editor.hide()
            editor.deleteLater()
            self._editor = None

    def set_style(self) -> None:
        """Draw the editor that is open as the window looks now."""
        if (editor := self.editor) is not None:
            editor.set_style(self._look())

    def _begin(self, uid: str, deck: str) -> None:
        if (editor := self.editor) is not None:
            editor.raise_()
            editor.activateWindow()
            return
        self._resumed, now = None, self._clock()
        self._collection.run(self._opening, lambda collection: begun(collection, uid, deck, now))

    def _open(self, found: object) -> None:
        kept, self._resumed = self._resumed, None
        if found is None:
            self._remove(kept)
            return
        assert isinstance(found, _Begun)
        known = Known(found.decks, found.topics, found.tags, tuple(shown_scenes()), _challenges())
        editor = CardEditor(found.draft, known, self._shelf, self._look(), self._window)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.save_wanted.connect(self._save)
        editor.written.connect(self._keep_later)
        editor.left.connect(self._throw_away)
        editor.fields.picture_offered.connect(self._keep_picture)
        if kept is not None and kept.is_new and not found.draft.is_new:
            self._keep_as(replace(kept, is_new=False), kept)
        kept = kept or self._drafts.read(found.draft)
        if kept is not None and (kept.card, kept.deck) != (found.draft.card, found.draft.deck):
            editor.go_on_with(kept)
        editor.finished.connect(self._forget)
        self._editor = editor
        editor.show()

    def _forget(self) -> None:
        self._editor = None

    def _not_open(self, error: Exception) -> None:
        kept, self._resumed = self._resumed, None
        if isinstance(error, Gone) and kept is not None:
            self._keep_as(Draft(replace(kept.card, uid=new_uid()), kept.deck, is_new=True), kept)
            self.begin_new(kept.deck)
            return
        if not isinstance(error, CollectionError):
            raise error
        self.refused.emit(str(error))

    def _save(self, draft: object) -> None:
        assert isinstance(draft, Draft)
        self._sent, now = draft, self._clock()
        self._collection.run(self._saving, lambda collection: save(collection, draft, now))

    def _done(self, edited: object) -> None:
        sent, self._sent = self._sent, None
        assert sent is not None
        self._keep_soon.stop()
        self._remove(sent)
        if (editor := self.editor) is not None:
            editor.saved(sent)
            self._keep()  # what was written while it was saved
        self.saved.emit(edited)

    def _not_saved(self, error: Exception) -> None:
        if not isinstance(error, CollectionError):
            raise error
        self._keep()
        if (editor := self.editor) is not None:
            editor.show_trouble(str(error))

    def _keep_picture(self, box: object, mime: object) -> None:
        """Keep a picture that is pasted or dropped, and name it where the cursor stands."""
        editor = self.editor
        assert editor is not None
        assert isinstance(box, TextBox)
        assert isinstance(mime, QMimeData)
        try:
            content = picture_of(mime)
        except FileRefused as refusal:
            editor.say(str(refusal))
            return
        job = self._collection.job(editor)
        job.succeeded.connect(lambda name: box.insert_picture(str(name)))
        job.failed.connect(self._not_kept)
        self._collection.run(job, lambda collection: keep_picture(collection, content))

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, (NoPicture, CollectionError)):
            raise error
        words = self.tr("This picture is not taken: it is {why}.").format(why=error)
        if (editor := self.editor) is not None:
            editor.say(words if isinstance(error, NoPicture) else str(error))

    def _keep_later(self, _draft: object) -> None:
        self._keep_soon.start()

    def _keep(self) -> None:
        editor = self.editor
        if editor is not None and editor.is_changed and (trouble := self._put(editor.draft)):
            editor.say(self.tr("This cannot be kept on disk while you write ({why}).").format(why=trouble))

    def _put(self, draft: Draft) -> str:
        """Keep a draft on disk; what was in the way, "" for nothing."""
        try:
            self._drafts.keep(draft)
        except OSError as error:
            _log.warning("a draft could not be kept: %s", error)
            return error.strerror or str(error)
        return ""

    def _keep_as(self, draft: Draft, kept: Draft) -> None:
        """Keep a draft as that of another card; where it cannot be, it stays as it was kept."""
        if not self._put(draft):
            self._remove(kept)

    def _throw_away(self) -> None:
        self._keep_soon.stop()
        if self._editor is not None:
            self._remove(self._editor.draft)

    def _remove(self, draft: Draft | None) -> None:
        if draft is None:
            return
        try:
            self._drafts.throw_away(draft)
        except OSError as error:
            _log.warning("a draft could not be removed: %s", error)


def _challenges() -> tuple[tuple[str, str], ...]:
    return tuple((name, load_challenge(name).asked.title) for name in challenge_names())
