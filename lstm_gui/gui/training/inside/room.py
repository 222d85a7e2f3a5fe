"""The room "Inside": answers, gates and states, gradients, saturation and weights, all at the same moment."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from lstm_gui.gui.simulator.arrangement import gap
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.slim_bar import scroll_slimly
from lstm_gui.gui.training.room import Room
from lstm_gui.gui.training.scrubber import Scrubber
from lstm_gui.gui.training.session import Session
from lstm_gui.gui.training.transport import TrainTransport
from lstm_gui.gui.training.views.look_view import LookView
from lstm_gui.gui.training.views.prediction import PredictionView
from lstm_gui.gui.training.views.probe import ProbeView
from lstm_gui.gui.training.views.reach import ReachView
from lstm_gui.gui.training.views.saturation import SaturationView
from lstm_gui.gui.training.views.weights import WeightsView
from lstm_gui.training.look import Look

_TWO_COLUMNS = 820.0  # pixels at 100 %, from which the views stand in two columns
_LEFT = 0.58  # of the width
_SHARES = {"prediction": 0.33, "probe": 0.41, "reach": 0.26, "saturation": 0.12, "weights": 0.88}
_LEAST = {"prediction": 236.0, "probe": 268.0, "reach": 205.0, "saturation": 215.0, "weights": 340.0}
_SLIDER = 140.0  # pixels at 100 % that the slider of training time has at least
_COLUMNS = (("prediction", "probe", "reach"), ("saturation", "weights"))


class InsideCards(QWidget):
    """The views, in two columns or below each other."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = style
        self.prediction = PredictionView(style, self)
        self.probe = ProbeView(style, self)
        self.reach = ReachView(style, self)
        self.saturation = SaturationView(style, self)
        self.weights = WeightsView(style, self)
        self.probe.part_chosen.connect(self.saturation.show_part_of)
        self.probe.part_chosen.connect(self.weights.show_part_of)
        for view in self.through_time:
            view.step_read.connect(self._mark)

    @property
    def views(self) -> dict[str, LookView]:
        """All of them by name, in the order of reading."""
        return {
            "prediction": self.prediction,
            "probe": self.probe,
            "reach": self.reach,
            "saturation": self.saturation,
            "weights": self.weights,
        }

    @property
    def through_time(self) -> tuple[LookView, ...]:
        """Those across which the steps of the sequence stand: what is read in one is marked in all."""
        return self.prediction, self.probe, self.reach

    def show_look(self, look: Look | None) -> None:
        """Show this everywhere."""
        for view in self.views.values():
            view.show_look(look)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        for view in self.views.values():
            view.set_style(style)
        self.setMinimumHeight(self.least_height(self.width()))
        self.place()

    def least_height(self, width: float) -> int:
        """How high it must be at a width for nothing to be cut."""
        style = self.style_now
        columns = _COLUMNS if width >= style.px(_TWO_COLUMNS) else (tuple(_SHARES),)
        between = gap(style)
        heights = [sum(style.px(_LEAST[name]) + between for name in column) - between for column in columns]
        return round(max(heights))

    def place(self) -> None:
        """Put the views where there is room for them now."""
        between, wide = gap(self.style_now), float(self.width())
        if wide >= self.style_now.px(_TWO_COLUMNS):
            left = (wide - between) * _LEFT
            self._stack(_COLUMNS[0], 0.0, left)
            self._stack(_COLUMNS[1], left + between, wide - left - between)
        else:
            self._stack(tuple(_SHARES), 0.0, wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.least_height(self.width()))
        self.place()

    def _stack(self, names: tuple[str, ...], left: float, wide: float) -> None:
        """Views below each other: each has what it needs, and its share of what is left."""
        between, style = gap(self.style_now), self.style_now
        needed = {name: style.px(_LEAST[name]) for name in names}
        spare = max(0.0, self.height() - between * (len(names) - 1) - sum(needed.values()))
        whole, y = sum(_SHARES[name] for name in names), 0.0
        for name in names:
            high = needed[name] + spare * _SHARES[name] / whole
            self.views[name].setGeometry(QRectF(left, y, wide, high).toRect())
            y += high + between

    def _mark(self, step: object) -> None:
        for view in self.through_time:
            if view is not self.sender():
                view.mark_step(step if isinstance(step, int) else None)


class InsideRoom(Room):
    """Shows what the session looks at, while somebody sees it."""

    shows_looks = True

    def __init__(self, session: Session, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(session, style, parent)
        self.transport, self.scrubber = TrainTransport(session, style, self), Scrubber(style, self)
        self.cards = InsideCards(style)
        self.area = QScrollArea(self)
        scroll_slimly(self.area)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.cards)
        self.scrubber.axis.hide()  # of losses, which are not here
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.addWidget(self.transport)
        self._bar.addWidget(self.scrubber, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._bar)
        self._column.addWidget(self.area, 1)
        self.setAccessibleName(QCoreApplication.translate("TrainingViews", "Inside the network"))
        self._connect(session)
        self.set_style(style)

    def _connect(self, session: Session) -> None:
        told: tuple[Any, ...] = (session.looked, session.updated, session.kept, session.ended)
        for signal in (*told, session.running_changed, session.shown_changed, session.restarted):
            signal.connect(self.show_session)
        self.scrubber.step_chosen.connect(session.show_checkpoint)
        self.cards.prediction.start_chosen.connect(session.run_free_from)
        self.scrubber.now_chosen.connect(session.show_now)
        self.scrubber.best_chosen.connect(session.show_best)
        self.scrubber.resume_chosen.connect(self._resume)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        super().set_style(style)
        for part in (self.transport, self.scrubber, self.cards):
            part.set_style(style)
        for layout in (self._bar, self._column):
            layout.setSpacing(round(gap(style)))
        self._take_room()

    def told(self) -> str:
        """What is shown, for a screen reader."""
        return " ".join(view.accessibleDescription() for view in self.cards.views.values())

    def show_session(self) -> None:
        """Show the run as it stands; nothing while nobody sees it."""
        session = self.session
        if not self.isVisible():
            return
        self.transport.show_session()
        self.scrubber.show_steps(session.checkpoints.steps, session.shown_step)
        if self.cards.probe.look is not session.look or session.look is None:
            self.cards.show_look(session.look)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.session.prepare()
        self.show_session()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        """The scrubber stands beside the buttons, or below them."""
        needed = self.transport.minimumSizeHint().width() + self.scrubber.minimumSizeHint().width()
        beside = self.width() >= needed + self.style_now.px(_SLIDER)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._bar.setDirection(way)

    def _resume(self) -> None:
        if self.session.shown_step is not None:
            self.session.resume_from(self.session.shown_step)
