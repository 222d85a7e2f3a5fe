"""What the actions of the window "Cards" do, one method for each row of its table."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from lstm_gui.gui.browser.browsing import Browsing
from lstm_gui.gui.browser.name_dialog import NameDialog
from lstm_gui.gui.collection_thread import CollectionThread
from lstm_gui.gui.jobs import Progress
from lstm_gui.gui.operations import edit_cards
from lstm_gui.gui.operations.edit_cards import Edited, Step
from lstm_gui.gui.quiz.edit_words import said
from lstm_gui.gui.quiz.words import cards
from lstm_gui.store.card_listing import ListedCard
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import CollectionError
from lstm_gui.store.watch import Watch

Change = Callable[[Collection, Sequence[str], datetime, Watch], Edited]


class CardDeeds(QObject):
    """Carries out what is asked of a CardWindow.

    Signals
    -------
    edit_wanted(str)
        The card of that uid is to be opened in the editor.
    new_wanted(str)
        A card is to be written for a deck.
    scene_wanted(str)
        The scene of a card is to be opened.
    past_wanted(str)
        How the due date of the card of that uid came about is to be shown.
    export_wanted(object)
        list[int]: the cards with these row ids are to be written to a file.
    """

    edit_wanted = Signal(str)
    new_wanted = Signal(str)
    scene_wanted = Signal(str)
    past_wanted = Signal(str)
    export_wanted = Signal(object)

    def __init__(
        self, browsing: Browsing, collection: CollectionThread, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(browsing)
        self._browsing, self._collection, self._clock = browsing, collection, clock
        self._window = browsing.window
        self._changing = collection.job(self)
        self._changing.succeeded.connect(self._changed)
        self._changing.failed.connect(self._not_changed)
        self._changing.progressed.connect(self._say_how_far)
        self._changing.ended.connect(self._rest)
        self._stopping = False
        self._window.stopped.connect(self._stop)
        self._window.asked.connect(self.carry_out)

    def carry_out(self, handler: str) -> None:
        """Do what a row of the table says. Raises AttributeError when it has no method."""
        getattr(self, handler)()

    # Changes of the cards chosen

    def edit(self) -> None:
        """Open the current card in the editor."""
        if (card := self._current()) is not None:
            self.edit_wanted.emit(card.card.uid)

    def add(self) -> None:
        """Begin a card for the deck of the current one."""
        card = self._window.current_card
        self.new_wanted.emit(card.deck if card is not None else "")

    def duplicate(self) -> None:
        """Put a copy behind each."""
        self._change(edit_cards.duplicate_cards)

    def suspend(self) -> None:
        """Leave them out; let them in again where the current one is out."""
        card = self._window.current_card
        on = card is None or not card.suspended
        self._change(lambda *asked: edit_cards.suspend_cards(*asked, on=on))

    def learn_first(self) -> None:
        """Put them at the beginning of their decks."""
        self._change(edit_cards.learn_first)

    def bury(self) -> None:
        """Leave them out until tomorrow; or not, where the current one is."""
        card = self._window.current_card
        on = card is None or not card.buried
        self._change(lambda *asked: edit_cards.bury_cards(*asked, on=on))

    def delete(self) -> None:
        """Delete them; nothing is asked, for undo brings them back with their ratings."""
        self._change(edit_cards.delete_cards)

    def tag(self) -> None:
        """Ask for tags, and give them."""
        title, words = self.tr("Add tags"), self.tr("Tags for {cards}; several with commas between them.")
        tags = [tag for tag, _ in self._window.shelves.shown.tags]
        self._ask(title, words, self.tr("Add"), tags, self._tag)

    def untag(self) -> None:
        """Ask for tags, and take them away."""
        title, words = self.tr("Remove tags"), self.tr("Tags to take from {cards}; several with commas.")
        card = self._window.current_card
        tags = list(card.card.tags) if card is not None else []
        tags += [tag for tag, _ in self._window.shelves.shown.tags if tag not in tags]
        self._ask(title, words, self.tr("Remove"), tags, self._untag)

    def move(self) -> None:
        """Ask for a deck, and put them there."""
        title = self.tr("Move to a deck")
        words = self.tr("The deck for {cards}; a new name makes one, and A::B stands within A.")
        decks = [deck for deck, _ in self._window.shelves.shown.decks]
        self._ask(title, words, self.tr("Move"), decks, self._move)

    # The way back

    def undo(self) -> None:
        """Take back the last change of cards or decks."""
        now = self._clock()
        self._run(lambda collection, watch: edit_cards.undo_edit(collection, now, watch))

    def redo(self) -> None:
        """Make it again."""
        now = self._clock()
        self._run(lambda collection, watch: edit_cards.redo_edit(collection, now, watch))

    # Looking

    def open_scene(self) -> None:
        """Open the scene of the current card in the simulator."""
        card = self._current()
        if card is not None and card.card.scene:
            self.scene_wanted.emit(card.card.scene)
        elif card is not None:
            self._window.tell(self.tr("This card has no scene."))

    def explain(self) -> None:
        """Show how the due date of the current card came about."""
        if (card := self._current()) is not None:
            self.past_wanted.emit(card.card.uid)

    def export(self) -> None:
        """Write the cards chosen to a file."""
        if ids := self._chosen():
            self.export_wanted.emit(ids)

    def toggle_preview(self) -> None:
        """Show the card beside the table, or hide it."""
        self._window.show_preview(not self._window.preview.isVisible())

    def search_again(self) -> None:
        """Go to the search."""
        self._window.search.setFocus()
        self._window.search.selectAll()

    # Inside

    def _current(self) -> ListedCard | None:
        """The card that has the keyboard; where there is none, that is said."""
        card = self._window.current_card
        if card is None:
            self._window.tell(self.tr("No card is chosen."))
        return card

    def _chosen(self) -> list[int]:
        """The row ids of the cards chosen; where there are none, that is said."""
        ids = self._window.table.selected_ids()
        if not ids:
            self._window.tell(self.tr("No card is chosen."))
        return ids

    def _tag(self, text: str) -> None:
        tags = _separate(text)
        self._change(
            lambda collection, uids, now, watch: edit_cards.tag_cards(collection, uids, tags, now, watch)
        )

    def _untag(self, text: str) -> None:
        tags = _separate(text)
        self._change(
            lambda collection, uids, now, watch: edit_cards.untag_cards(collection, uids, tags, now, watch)
        )

    def _move(self, deck: str) -> None:
        self._change(
            lambda collection, uids, now, watch: edit_cards.move_cards(collection, uids, deck, now, watch)
        )

    def _change(self, change: Change) -> None:
        ids, now = self._chosen(), self._clock()
        if not ids:
            return
        if len(ids) >= _MANY:
            self._window.tell(self.tr("Changing {cards} …").format(cards=cards(len(ids))))
        self._run(lambda collection, watch: change(collection, collection.search.uids(ids), now, watch))

    def _run(self, change: Callable[[Collection, Watch], Edited]) -> None:
        if not self._changing.running:
            self._collection.work(self._changing, change)

    def _say_how_far(self, progress: object) -> None:
        """Of a long change; another is done before it could be read."""
        assert isinstance(progress, Progress)
        if 0 < progress.done < progress.total:
            share = 100 * progress.done // progress.total
            words = self.tr("Changing {cards}: {share} %")
            self._window.show_changing(words.format(cards=cards(progress.total), share=share))

    def _stop(self) -> None:
        """Break the change off; where it is done already it stays done, and says so."""
        self._stopping = self._changing.running
        self._changing.ask_to_end()

    def _rest(self) -> None:
        self._window.show_unchanging()
        if self._stopping:
            self._window.tell(self.tr("Stopped; nothing was changed."))
        self._stopping = False

    def _changed(self, result: object) -> None:
        assert isinstance(result, Edited)
        self._stopping = False
        self._window.tell(self._words(result))

    def _words(self, edited: Edited) -> str:
        """What was done, and the way back."""
        if edited.step is Step.UNDONE:
            again = self.tr("{done} Ctrl+Shift+Z does it again.").format(done=said(edited))
            return again if edited.edit else self.tr("There is nothing to take back.")
        if edited.step is Step.REDONE:
            return said(edited) or self.tr("There is nothing to do again.")
        back = self.tr("{done} Ctrl+Z takes it back.").format(done=said(edited))
        return back if edited.edit else self.tr("Nothing had to be changed.")

    def _not_changed(self, error: Exception) -> None:
        self._stopping = False
        if not isinstance(error, CollectionError):
            raise error
        self._window.tell(str(error))

    def _ask(
        self, title: str, words: str, agree: str, names: Sequence[str], then: Callable[[str], None]
    ) -> None:
        chosen = len(self._chosen())
        if not chosen:
            return
        said = words.format(cards=cards(chosen))
        dialog = NameDialog(title, said, agree, names, self._window.look, self._window)
        dialog.named.connect(then)
        dialog.open()


_MANY = 500  # cards, whose change one can see taking a moment


def _separate(text: str) -> list[str]:
    """Tags that were typed with commas between them."""
    return list(dict.fromkeys(filter(None, (tag.strip() for tag in text.split(",")))))
