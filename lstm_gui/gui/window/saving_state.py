"""Whether ratings are kept on disk: said as long as they are not, and tried again until they are."""

from PySide6.QtCore import QObject, QTimer, Signal

from lstm_gui.gui.collection_thread import CollectionThread, Opened
from lstm_gui.gui.errors import Problem, Remedy
from lstm_gui.gui.operations.save_again import SavedAgain
from lstm_gui.gui.window.banner import Banner

EVERY = 20_000  # ms between two tries


class SavingState(QObject):
    """Keeps the banner of the state true.

    Signals
    -------
    told(str)
        One sentence for the person.
    saved()
        What could not be saved before is saved now.
    """

    told = Signal(str)
    saved = Signal()

    def __init__(self, collection: CollectionThread, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._collection, self._banner = collection, banner
        self._asked = False  # by the person, who wants an answer
        self._trying = collection.job(self)
        self._trying.succeeded.connect(self._tried)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._try)
        collection.opened.connect(self._take)

    def stop(self) -> None:
        """Try no more."""
        self._timer.stop()

    def try_again(self) -> None:
        """Try now, and say how it went."""
        self._asked = True
        self._try()

    def _take(self, opened: object) -> None:
        assert isinstance(opened, Opened)
        self._banner.clear()
        if opened.saving:
            self._timer.stop()
        else:
            self._banner.tell(Problem(opened.notice, remedy=Remedy(self.tr("Try again"), self.try_again)))
            self._timer.start()

    def _try(self) -> None:
        if not self._trying.running:
            self._collection.save_again(self._trying)

    def _tried(self, result: object) -> None:
        asked, self._asked = self._asked, False
        if isinstance(result, SavedAgain):
            self.told.emit(self._words(result.dropped))
            self.saved.emit()
        elif asked:
            self.told.emit(
                self.tr("It cannot be saved yet. Go on as you like; this is tried again by itself.")
            )

    def _words(self, dropped: int) -> str:
        words = self.tr("Your ratings are saved again.")
        if dropped:
            more = self.tr("{count} of them were left out: their cards had been rated elsewhere meanwhile.")
            words = f"{words} {more.format(count=dropped)}"
        return words
