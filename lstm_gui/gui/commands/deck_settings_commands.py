"""What the actions do about one deck: its settings, a new one, and bringing a deleted one back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lstm_gui.gui.window.review import ALL_DECKS

if TYPE_CHECKING:  # made at the first use, to paint the first window sooner
    from lstm_gui.gui.jobs import Job
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.quiz.deck_dialog import DeckDialog


class DeckSettingsCommands(QObject):
    """Opens the dialog of a deck, and follows what becomes of the deck under review."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._returning: Job | None = None

    def show_deck_settings(self, name: str = "") -> None:
        """Show what is set for a deck, or for the one under review."""
        from lstm_gui.gui.quiz.deck_dialog import chosen

        deck = chosen(self._window.decks.decks, name or self._window.review.deck)
        if deck is None:
            self._window.toast.say(self.tr("Choose one deck first: all decks together have the preferences."))
        elif (dialog := self._dialog()) is not None:
            dialog.show_deck(deck)
            self._window.commands.show_dialog(dialog)

    def make_deck(self, outer: str = "") -> None:
        """Ask for a new deck, in the deck `outer`."""
        if (dialog := self._dialog()) is not None:
            dialog.show_new(outer)
            self._window.commands.show_dialog(dialog)

    def _dialog(self) -> "DeckDialog | None":
        from lstm_gui.gui.quiz.deck_dialog import DeckDialog
        from lstm_gui.gui.quiz.deck_hints import Surroundings
        from lstm_gui.gui.quiz.review import local_now
        from lstm_gui.quiz.study_day import study_day

        window = self._window
        if window.decks.collection is None:
            return None
        now = window.live.now
        around = Surroundings(
            window.decks.decks, now.new_per_day, now.retention, study_day(local_now()), now.reviews_per_day
        )
        dialog = DeckDialog(window.decks.collection, around, window.decks.style(), local_now, window)
        dialog.saved.connect(self._saved)
        dialog.deleted.connect(self._deleted)
        dialog.inside_wanted.connect(self.make_deck)
        return dialog

    def _saved(self, name: str, to: str, result: object) -> None:
        from lstm_gui.gui.operations.edit_cards import Edited
        from lstm_gui.quiz.deck_tree import is_within, moved

        assert isinstance(result, Edited)
        self._window.review.note_edit(result)
        under_review = self._window.review.deck
        if name != to and is_within(under_review, name):
            self._window.live.change(deck=moved(under_review, name, to))
        self._window.review.refresh()

    def _deleted(self, name: str, result: object) -> None:
        from lstm_gui.gui.errors import Problem, Remedy
        from lstm_gui.gui.operations.edit_cards import Edited
        from lstm_gui.gui.quiz.card_words import deck_words
        from lstm_gui.plain_text import in_one_line
        from lstm_gui.quiz.deck_tree import is_within

        assert isinstance(result, Edited)
        window, edit = self._window, result.edit
        if edit is None:
            return
        window.review.note_edit(result)
        under_review = window.review.deck
        if is_within(under_review, name):
            window.live.change(deck=ALL_DECKS)
        window.review.refresh()
        words = self.tr("The deck “{deck}” is deleted.").format(deck=in_one_line(deck_words(name)))
        back = Remedy(self.tr("Bring it back"), lambda: self._bring_back(edit.id, words, under_review))
        window.banner.tell(Problem(words, remedy=back))

    def _bring_back(self, edit: int, words: str, under_review: str) -> None:
        from lstm_gui.gui.operations.change_deck import bring_back
        from lstm_gui.gui.quiz.review import local_now

        collection, now = self._window.decks.collection, local_now()
        if collection is None:
            return
        self._returning = collection.job(self)
        self._returning.succeeded.connect(lambda _: self._is_back(words, under_review))
        self._returning.failed.connect(self._window.errors.refused)
        collection.run(self._returning, lambda here: bring_back(here, edit, now))

    def _is_back(self, words: str, under_review: str) -> None:
        self._window.banner.withdraw(words)
        self._window.live.change(deck=under_review)
        self._window.review.refresh()
