"""What begins after the first paint: the collection, the review, the list of scenes, the door."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from lstm_gui.formats.bundled import install_bundled_decks
from lstm_gui.gui.collection_thread import CollectionThread, Opened
from lstm_gui.gui.lifetime.backups import BackupClock
from lstm_gui.gui.single_instance import SingleInstance
from lstm_gui.gui.window.review import ALL_DECKS
from lstm_gui.gui.window.saving_state import SavingState
from lstm_gui.gui.window.scenes import shown_scenes
from lstm_gui.store.collection import Collection
from lstm_gui.store.errors import CollectionError

BUNDLED_DECK = "LSTM fundamentals"

if TYPE_CHECKING:
    from lstm_gui.gui.main_window import MainWindow


def first_deck(collection: Collection, wanted: str) -> str:
    """The deck to begin with: the one last reviewed, else the bundled one, else all."""
    now = datetime.now().astimezone()
    for name in (wanted, BUNDLED_DECK):
        if name == ALL_DECKS:
            break
        try:
            collection.counts(name, now, 0)
        except CollectionError:
            continue  # no deck of that name, as in a collection made from the command line
        return name
    return ALL_DECKS


def _begun(collection: Collection, wanted: str) -> str:
    """Bring the bundled decks up to date and choose the deck to begin with. Runs on the thread."""
    install_bundled_decks(collection)
    return first_deck(collection, wanted)


class HeavyParts(QObject):
    """Brings a painted window to life."""

    def __init__(self, folder: Path, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self.collection = CollectionThread(folder, self)
        self.collection.opened.connect(self._opened)
        self.saving = SavingState(self.collection, window.state_banner, self)
        self.saving.told.connect(window.errors.notice)
        self.saving.saved.connect(window.review.refresh)
        self.backups = BackupClock(self.collection, folder, self)
        self.backups.failed.connect(window.errors.notice)
        self.door = SingleInstance(folder, self)
        self.door.raised.connect(self._raised)
        self._opening = self.collection.job(self)
        self._opening.succeeded.connect(self._review)
        self._opening.failed.connect(self._not_open)

    def begin(self) -> None:
        """Open the collection on its thread and start the review; nothing here waits for it."""
        window = self._window
        self._open()
        window.decks.collection = self.collection
        window.keeper.attach(self.collection, self._folder)
        window.keeper.replaced.connect(self._open)
        window.review.decks_known.connect(window.decks.take_decks)
        window.simulator.set_scenes(shown_scenes())
        self.backups.start()

    def stop(self) -> None:
        """Let everything that was asked for be written, then close the collection."""
        self.door.close()
        self.saving.stop()
        self.backups.stop()
        self._window.review.stop()
        self.collection.close()

    def _open(self) -> None:
        wanted = self._window.live.now.deck
        self.collection.run(self._opening, lambda collection: _begun(collection, wanted))

    def _opened(self, opened: object) -> None:
        assert isinstance(opened, Opened)
        self._window.keeper.take(opened)

    def _review(self, deck: object) -> None:
        self._window.review.shelf.pictures.set_collection(self.collection)
        self._window.review.begin(self.collection, self._window.live.now, str(deck))

    def _not_open(self, error: Exception) -> None:
        """The review asks again, says why the collection does not open, and offers to try once more."""
        self._review(ALL_DECKS)
        if not isinstance(error, CollectionError):
            raise error

    def _raised(self, file: str) -> None:
        """A second start: come to the front, and open what it was to open."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        if file:
            window.files.open_file(Path(file))
