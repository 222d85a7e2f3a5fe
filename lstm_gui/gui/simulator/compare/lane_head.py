"""The head of a lane: its name, where its weights come from, its settings, and what can be done with it."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.compare.lane_title import LaneTitle
from lstm_gui.gui.simulator.compare.setting_knobs import SettingKnobs
from lstm_gui.gui.simulator.compare.words import lane_title, whole_words
from lstm_gui.gui.simulator.style import SMALL, TEXT, Style
from lstm_gui.gui.simulator.text import lines, put_text, shortened
from lstm_gui.gui.simulator.timeline.input_tools import HeaderButton
from lstm_gui.simulator.compare.frame import LanePart
from lstm_gui.simulator.quantity import Quantity

translate = QCoreApplication.translate

_TITLE, _LINE = 24.0, 14.5


class LaneHead(QWidget):
    """Shows what is said of a LanePart.

    Signals: `renamed(str)`, `remove_requested()`, `exchange_requested()`, and those of SettingKnobs.
    """

    renamed = Signal(str)
    remove_requested = Signal()
    exchange_requested = Signal()
    edit_began = Signal(Quantity)
    edited = Signal(Quantity, float)
    edit_ended = Signal()
    reset_requested = Signal(Quantity)

    def __init__(self, style: Style, parent: QWidget, *, first: bool) -> None:
        super().__init__(parent)
        self._style, self._first, self._words, self._stopped = style, first, "", False
        self.title = LaneTitle(style, self)
        self.exchange = HeaderButton("", _exchange_sign, "", style, self)
        self.remove = HeaderButton("", _cross, "", style, self)
        self.knobs = SettingKnobs(style, self)
        self.title.renamed.connect(self.renamed)
        self.exchange.clicked.connect(self.exchange_requested)
        self.remove.clicked.connect(self.remove_requested)
        self.exchange.setVisible(not first)
        self.remove.setVisible(not first)
        for name in ("edit_began", "edited", "edit_ended", "reset_requested"):
            getattr(self.knobs, name).connect(getattr(self, name))

    def show_part(self, part: LanePart) -> None:
        """Show a lane."""
        title, words = lane_title(part), whole_words(part)
        self.title.show_title(title, fixed=self._first)
        self.knobs.show_settings(part.settings, part.kind)
        for button, said in (
            (self.remove, translate("Compare", "Remove “{title}”")),
            (self.exchange, translate("Compare", "Make “{title}” the scene's cell, and that one a lane")),
        ):
            button.setAccessibleName(said.format(title=title))
            button.setToolTip(said.format(title=title))
        if words != self._words or (part.stopped is not None) != self._stopped:
            self._words, self._stopped = words, part.stopped is not None
            self.setToolTip(words)
            self.setAccessibleDescription(words)
            self.update()

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        self.title.set_style(style)
        self.knobs.set_style(style)
        for button in (self.exchange, self.remove):
            button.set_style(style, wordy=False)
        self._place()

    def controls(self) -> list[QWidget]:
        """What the Tab key reaches, in its order."""
        named: list[QWidget] = [] if self._first else [self.title, self.exchange, self.remove]
        return [*named, *self.knobs.controls()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, style = QPainter(self), self._style
        if self.title.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(style.palette.accent, 1.6))
            painter.setBrush(style.well)
            box = self.title.geometry().toRectF().adjusted(-3, 1, 3, -1)
            painter.drawRoundedRect(box, style.px(5), style.px(5))
        self._paint_words(painter)
        painter.end()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the name too, which is an editor on the screen."""
        style, name = self._style, self.title.geometry()
        font = style.font(TEXT, bold=True)
        text = shortened(self.title.text(), font, self.width() - 2)
        put_text(painter, 0, name.center().y() + style.px(5), text, font, style.palette.text)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        style = self._style
        font, y = style.font(SMALL), style.px(_TITLE + 10)
        ink = style.palette.text if self._stopped else style.palette.muted
        for line in lines(self._words, font, self.width() - 2, self._most_lines()):
            put_text(painter, 0, y, line, font, ink)
            y += style.px(_LINE)

    def _most_lines(self) -> int:
        room = self.height() - self.knobs.height() - self._style.px(_TITLE)
        return max(1, int(room / self._style.px(_LINE)))

    def _place(self) -> None:
        style = self._style
        right = float(self.width())
        for button in (self.remove, self.exchange):
            if not self._first:
                right -= button.width()
                button.move(round(right), round((style.px(_TITLE) - button.height()) / 2) + 1)
                right -= style.px(5)
        title = QRectF(-2, style.px(1), max(20.0, right - style.px(4)), style.px(_TITLE - 2))
        self.title.setGeometry(title.toRect())
        high = self.knobs.sizeHint().height()
        self.knobs.setGeometry(0, self.height() - high, self.width(), high)
        self.update()


def _cross(painter: QPainter, middle: QPointF, half: float) -> None:
    arm = half * 0.62
    painter.drawLine(middle + QPointF(-arm, -arm), middle + QPointF(arm, arm))
    painter.drawLine(middle + QPointF(-arm, arm), middle + QPointF(arm, -arm))


def _exchange_sign(painter: QPainter, middle: QPointF, half: float) -> None:
    """Two arrows past each other."""
    reach, apart, head = half * 0.85, half * 0.36, half * 0.4
    for way in (1, -1):
        end = middle + QPointF(way * reach, -way * apart)
        painter.drawLine(middle + QPointF(-way * reach, -way * apart), end)
        painter.drawLine(end, end + QPointF(-way * head, -head * 0.8))
        painter.drawLine(end, end + QPointF(-way * head, head * 0.8))
