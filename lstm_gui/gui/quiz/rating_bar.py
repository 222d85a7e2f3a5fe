"""How well was it known? Five ratings with the divide between "didn't recall" and "recalled"."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.gui.quiz.rating_button import RatingButton
from lstm_gui.gui.quiz.rating_layout import LABEL_SIZE, Arrangement, arrange
from lstm_gui.gui.quiz.style import Style
from lstm_gui.gui.quiz.words import cap_reason
from lstm_gui.quiz.attempt import Attempt
from lstm_gui.quiz.interval import Interval
from lstm_gui.quiz.rating import Rating

_Align = Qt.AlignmentFlag


class RatingBar(QWidget):
    """The five ratings, as tall as they need to be at the width they are given.

    Signals:
    rated(int)       -- 1..5, clicked or by Enter
    compacted(bool)  -- whether there is too little room for one row
    """

    rated = Signal(int)
    compacted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self._places: Arrangement | None = None
        self.buttons = {rating: RatingButton(rating, self) for rating in Rating}
        for button in self.buttons.values():
            button.clicked.connect(self._clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How well did you know this?"))

    @property
    def compact(self) -> bool:
        """Whether there is too little room for one row."""
        return self._places is not None and not self._places.centred

    def set_intervals(self, intervals: dict[Rating, Interval]) -> None:
        """Say under each rating when the card would come back; nothing under one that is missing."""
        for rating, button in self.buttons.items():
            button.set_interval(intervals.get(rating))

    def set_cap(self, attempt: Attempt | None) -> None:
        """Let nothing better be pressed than what the simulator found allows; the tooltips say why."""
        for rating, button in self.buttons.items():
            button.forbid(cap_reason(attempt) if attempt is not None and rating > attempt.cap else "")

    def set_style(self, style: Style) -> None:
        """Draw in this theme at this zoom."""
        self._style = style
        for button in self.buttons.values():
            button.set_style(style)
        self._arrange()

    def sizeHint(self) -> QSize:
        """As tall as the ratings at this width."""
        return QSize(self.width(), self._places.height if self._places else 0)

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(1, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the ratings anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the divide and the words on its two sides."""
        if self._style is None or self._places is None:
            return
        painter = QPainter(self)
        painter.setFont(self._style.font(LABEL_SIZE))
        pen = QPen(self._style.palette.muted, 1.0)
        pen.setDashPattern([3.0, 3.0])
        painter.setPen(pen)
        painter.drawLine(self._places.divide)
        painter.setPen(self._style.palette.muted)
        side = _Align.AlignHCenter if self._places.centred else _Align.AlignLeft
        for rect, words in zip(self._places.sides, (self.tr("didn't recall"), self._recalled()), strict=True):
            painter.drawText(rect, side | _Align.AlignVCenter, words)

    def _recalled(self) -> str:
        return self.tr("recalled")

    def _clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, RatingButton)
        self.rated.emit(int(button.rating))

    def _arrange(self) -> None:
        if self._style is None:
            return
        was_compact = self.compact
        self._places = arrange(self._style, self.width(), self._recalled())
        for rating, button in self.buttons.items():
            button.set_flat(self._places.flat)
            button.setGeometry(self._places.places[rating])
        self.setFixedHeight(self._places.height)
        self.update()
        if self.compact != was_compact:
            self.compacted.emit(self.compact)
