"""The room "Learn": a network is started, and its loss and its answers change."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.slim_bar import scroll_slimly
from lstm_gui.gui.training.head import TrainHead
from lstm_gui.gui.training.loss_chart import LossChart
from lstm_gui.gui.training.loss_paint import RunPicture
from lstm_gui.gui.training.remedies import Remedies
from lstm_gui.gui.training.room import Room
from lstm_gui.gui.training.run_words import story
from lstm_gui.gui.training.scrubber import Scrubber
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.views.prediction import PredictionView
from lstm_gui.gui.training.views.probe import ProbeView

translate = QCoreApplication.translate


SOON = 25  # ms
_PLACES = {1: ((1, 0), (2, 0)), 2: ((0, 1), (1, 0, 1, 2)), 3: ((0, 1), (0, 2))}
"""Of answers and probe beside the losses, which are at (0, 0), by the number of columns."""


class Column(QScrollArea):
    """What scrolls when it is higher than its place. Signals: `resized()`, once it has another width."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class LearnRoom(Room):
    """Controls on top, the losses on the left, what the network answers on the right, its gates below."""

    shows_looks = True

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        self.head = TrainHead(session, style, self)
        self.losses = LossChart(style, self)
        self.scrubber, self.remedies = Scrubber(style, self), Remedies(session, style, self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.show_session)
        self.answers, self.probe = PredictionView(style, self), ProbeView(style, self)
        self.setAccessibleName(translate("Train", "Learn"))
        self._lay_out()
        self._connect()
        self.set_style(style)
        self.show_session()

    def set_style(self, style: Style) -> None:
        super().set_style(style)
        for part in (self.head, self.losses, self.remedies, self.scrubber, self.answers, self.probe):
            part.set_style(style)
            part.updateGeometry()
        gap = round(style.px(10))
        self._column.setSpacing(gap)
        self._grid.setSpacing(gap)
        self._left.setSpacing(round(style.px(4)))
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.session.prepare()
        self.show_session()

    def show_session(self) -> None:
        """Show the run as it stands; nothing while nobody sees it."""
        if not self.isVisible():
            return
        session = self.session
        baselines = session.begun_now.baselines if session.begun_now is not None else ()
        history, shown = session.history, session.shown_step
        baseline = baselines[-1] if baselines else None
        answers = session.look.answers if session.look is not None else self.losses.picture.answers
        picture = RunPicture(
            history.now, tuple(history.ghosts), tuple(history.marks), baseline, shown, answers
        )
        self.losses.show_run(picture, story(session))
        self.scrubber.show_steps(session.checkpoints.steps, shown)
        self.remedies.show_session()
        self.head.transport.show_session()
        for view in (self.answers, self.probe):
            if view.look is not session.look:
                view.show_look(session.look)

    def told(self) -> str:
        return story(self.session)

    def _lay_out(self) -> None:
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._grid, self._left = QGridLayout(), QVBoxLayout()
        self._left.addWidget(self.losses, 1)
        self._left.addWidget(self.remedies)
        self._left.addWidget(self.scrubber)
        self._grid.addLayout(self._left, 0, 0)
        self._grid.addWidget(self.answers, 0, 1)
        self._grid.addWidget(self.probe, 1, 0, 1, 2)
        for index in (0, 1):
            self._grid.setColumnStretch(index, 1)
            self._grid.setRowStretch(index, 1)
        self._column.addWidget(self.head)
        self._column.addLayout(self._grid, 1)
        scroll = self._scroll = Column(self)
        scroll_slimly(scroll)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._content)
        scroll.resized.connect(self._fit)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _fit(self) -> None:
        """Stand beside each other where there is room; be as high as all that needs to be."""
        view, gap = self._scroll.viewport(), self._grid.spacing()
        least = self.losses.minimumSizeHint().width() + gap + self.answers.minimumSizeHint().width()
        high = self._arrange(1 if view.width() < least else 2)
        if high > view.height() and view.width() >= least + gap + self.probe.minimumSizeHint().width():
            high = self._arrange(3)  # low and wide, as a screen in class with large letters is
        self._content.setMinimumHeight(high)

    def _arrange(self, columns: int) -> int:
        """Put what is shown into so many columns: how high all of it is at least."""
        grid, (answers, probe) = self._grid, _PLACES[columns]
        grid.addWidget(self.answers, *answers)
        grid.addWidget(self.probe, *probe)
        for index in range(3):
            grid.setColumnStretch(index, int(index < columns))
            grid.setRowStretch(index, int(index <= 3 - columns))
        self._column.invalidate()  # it would count what stood below each other until now
        return self._column.totalMinimumHeightForWidth(self._scroll.viewport().width())

    def _connect(self) -> None:
        session = self.session
        told: tuple[Any, ...] = (session.begun, session.updated, session.looked, session.kept, session.ended)
        done: tuple[Any, ...] = (session.running_changed, session.plan_changed, session.shown_changed)
        for signal in (*told, *done, session.failed, session.restarted):
            signal.connect(self._show_soon)
        self.head.room_changed.connect(self._fit)
        self.head.comparison_wanted.connect(partial(self.room_wanted.emit, "compare"))
        self.losses.step_chosen.connect(session.show_checkpoint)
        self.answers.start_chosen.connect(session.run_free_from)
        self.losses.log_chosen.connect(self._show_axis)
        self.scrubber.axis_chosen.connect(self._turn_axis)
        self.scrubber.step_chosen.connect(session.show_checkpoint)
        self.scrubber.now_chosen.connect(session.show_now)
        self.scrubber.best_chosen.connect(session.show_best)
        self.scrubber.resume_chosen.connect(self._resume)

    def _show_soon(self) -> None:
        """What comes in within one frame is shown at once."""
        if not self._soon.isActive():
            self._soon.start()

    def _turn_axis(self) -> None:
        self._show_axis(not self.losses.log)

    def _show_axis(self, log: bool) -> None:
        self.losses.set_log(log)
        self.scrubber.show_axis(log=log)

    def _resume(self) -> None:
        if self.session.shown_step is not None:
            self.session.resume_from(self.session.shown_step)
