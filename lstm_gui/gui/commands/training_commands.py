"""The training lab as the window knows it: one session, made when the Train tab is first shown."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.undo import Place

if TYPE_CHECKING:  # made when the tab is first shown
    from lstm_gui.gui.main_window import MainWindow
    from lstm_gui.gui.simulator.style import Style
    from lstm_gui.gui.training.page import TrainPage
    from lstm_gui.gui.training.session import Session
    from lstm_gui.lessons.experiment import Experiment

TAB = "train"


class TrainingCommands(QObject):
    """What the actions do that train; what is learnt goes on while another tab is shown."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session: Session | None = None
        self._to_watch: Experiment | None = None  # as soon as there is a page
        window.closed.connect(self.end)

    @property
    def session(self) -> "Session":
        """The run of this window, which is shown in class too."""
        if self._session is None:
            from lstm_gui.gui.training.first_plan import first_plan, not_kept
            from lstm_gui.gui.training.session import Session

            remembered = self._window.live.now.training
            self._session = Session(first_plan(remembered), parent=self)
            self._session.lacking = not_kept(remembered)
            self._session.changes_changed.connect(self._changed)
            self._session.running_changed.connect(self._window.bar.tabs.show_training)
        return self._session

    @property
    def shown(self) -> bool:
        """Whether the Train tab is shown: keys that move a step move there."""
        return self._window.stage.tab == TAB

    def make_page(self, style: "Style", parent: QWidget) -> "TrainPage":
        """A page on the session: the window's, or that of the presenter."""
        from lstm_gui.gui.training.page import TrainPage

        page = TrainPage(self.session, style, parent)
        if parent.window() is self._window:  # in class, what is done with it would be done behind the picture
            page.offer(self._window.models.menu(page))
            self._watch(page)
        elif (own := self._window.stage.page) is not None:
            page.show_room(own.room)
        return page

    def labels(self) -> tuple[str, str]:
        """What could be taken back of the plan, and what brought back."""
        if self._session is None:
            return "", ""
        return self._session.changes.undo_label, self._session.changes.redo_label

    def end(self) -> None:
        """Remember what is planned, and end the process that trains, within a second."""
        if self._session is not None:
            from lstm_gui.gui.training.first_plan import to_remember

            self._window.live.change(training=to_remember(self._session.plan))
            self._session.end()

    # Named in the table of actions

    def watch_learning(self) -> None:
        """Show how a network learns what the card on screen asks about, once its answer is shown."""
        self._window.review.panel.watch_learning()

    def train_play(self) -> None:
        """Let what is shown run, or wait: in most rooms the network, which learns."""
        page = self._window.stage.page if self.shown else None
        self._turn_here()
        (self.session if page is None else page).play_or_pause()

    def train_one(self) -> None:
        """Do a single update."""
        self._turn_here()
        self.session.one_step()

    def train_stop(self) -> None:
        """Begin the same run again."""
        self._turn_here()
        self.session.stop()

    def train_seed(self) -> None:
        """Begin with another seed."""
        self._turn_here()
        self.session.new_seed()

    def watch(self, uid: str) -> None:
        """Train what shows the answer of a card, in its room; what was planned can be had back."""
        from lstm_gui.lessons.experiment import experiment_of

        experiment = experiment_of(uid)
        if experiment is None:
            return
        self._turn_here()
        self._to_watch = experiment
        if self._window.stage.page is not None:  # else once it is made
            self._watch(self._window.stage.page)

    def _watch(self, page: "TrainPage") -> None:
        from lstm_gui.gui.training.watching import watch

        wanted, self._to_watch = self._to_watch, None
        if wanted is not None:
            watch(page, wanted)

    def _changed(self) -> None:
        if self.shown:
            self._window.places.did(Place.TRAINING)
        self._window.refresh_undo()

    def _turn_here(self) -> None:
        if not self.shown:
            self._window.live.change(tab=TAB)
            self._window.places.use(Place.TRAINING)
