"""Choosing a deck and bringing one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from lstm_gui.gui.commands.deck_settings_commands import DeckSettingsCommands
from lstm_gui.gui.commands.import_commands import ImportCommands
from lstm_gui.gui.commands.keeping_commands import KeepingCommands
from lstm_gui.gui.window.review import ALL_DECKS

if TYPE_CHECKING:  # made at the first use, to paint the first window sooner
    from lstm_gui.gui.collection_thread import CollectionThread
    from lstm_gui.gui.jobs import Worker
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.quiz.style import Style
    from lstm_gui.store.collection import DeckSummary


class DeckCommands(QObject):
    """The dialogs about decks. Nothing of the collection changes before the person agrees."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.collection: CollectionThread | None = None  # after the first paint
        self.decks: list[DeckSummary] = []
        self.settings = DeckSettingsCommands(window)
        self.importing, self.keeping = ImportCommands(window), KeepingCommands(window)
        self._worker: Worker | None = None

    def choose_deck(self) -> None:
        """Show the decks, and review the one chosen."""
        from lstm_gui.gui.quiz.deck_picker import DeckPicker

        deck = self._window.review.deck
        picker = DeckPicker(self.decks, None if deck == ALL_DECKS else deck, self.style(), self._window)
        picker.chosen.connect(self._review_deck)
        picker.import_wanted.connect(self._window.files.import_deck)
        picker.settings_wanted.connect(self.settings.show_deck_settings)
        picker.make_wanted.connect(self.settings.make_deck)
        picker.export_wanted.connect(self.keeping.export_deck)
        picker.browse_wanted.connect(self._window.cards.browse_deck)
        self._window.commands.show_dialog(picker)

    def take_decks(self, decks: object) -> None:
        """Know these decks (list[DeckSummary]) from now on."""
        self.decks = list(decks) if isinstance(decks, list) else []

    def _review_deck(self, name: object) -> None:
        self._window.live.change(deck=str(name or ALL_DECKS))

    def bring(self, path: Path) -> None:
        """Show what a file would bring; it is imported when the person agrees."""
        self.importing.bring(path)

    def files_worker(self) -> "Worker":
        """The thread on which files of decks are read and written, made for the first of them."""
        if self._worker is None:
            from lstm_gui.gui.jobs import Worker

            self._worker = Worker("files", self)
            self._window.closed.connect(self._worker.stop)
        return self._worker

    def style(self) -> "Style":
        """The look of dialogs, as the window looks now."""
        from lstm_gui.gui.quiz.style import Style

        return Style(self._window.theme.colours, self._window.live.now.zoom)
