"""The settings of a lane as small knobs in a row: as many as there is room for, those that say most first."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.knobs.knob_face import field_face
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.gui.simulator.quantity_view import address
from lstm_gui.gui.simulator.style import SMALL, Style
from lstm_gui.gui.simulator.symbol import put_symbol, symbol_width
from lstm_gui.simulator.compare.frame import Setting
from lstm_gui.simulator.limits import Limits, limits
from lstm_gui.simulator.quantity import Quantity

_FIELD, _HIGH = 46.0, 21.0
_AFTER_SYMBOL, _APART = 4.0, 9.0
_SYMBOL = 13.0

Wanted = tuple[tuple[Quantity, Limits], ...]


class SettingKnobs(QWidget):
    """Shows settings. Signals: those of the knobs, see ValueKnob."""

    edit_began = Signal(Quantity)
    edited = Signal(Quantity, float)
    edit_ended = Signal()
    reset_requested = Signal(Quantity)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent)
        self._style, self._kind = style, LSTM
        self._wanted: Wanted = ()
        self.knobs: list[ValueKnob] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_settings(self, settings: tuple[Setting, ...], kind: Kind) -> None:
        """Show the numbers; the knobs are others where the quantities are."""
        wanted = tuple((one.quantity, limits(one.quantity, one.reach)) for one in settings)
        if (wanted, kind) != (self._wanted, self._kind):
            self._wanted, self._kind = wanted, kind
            self._make()
        for knob, one in zip(self.knobs, settings, strict=True):
            knob.show_value(one.value)

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self._style = style
        for knob in self.knobs:
            knob.set_style(style, SMALL)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(round(self._style.px(_FIELD)), round(self._style.px(_HIGH)))

    def controls(self) -> list[QWidget]:
        """What the Tab key reaches, in its order."""
        return [knob for knob in self.knobs if not knob.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_on_page(painter)
        painter.end()

    def paint_on_page(self, painter: QPainter) -> None:
        """Paint the symbols before the knobs."""
        style = self._style
        for knob, (quantity, _) in zip(self.knobs, self._wanted, strict=True):
            if knob.isHidden():
                continue
            symbol = self._symbol(quantity)
            left = knob.x() - style.px(_AFTER_SYMBOL) - symbol_width(style, *symbol, _SYMBOL)
            ink = style.palette.role(looks_of(self._kind).roles[quantity.name]).ink
            put_symbol(painter, style, left, self.height() / 2 + style.px(4), symbol, _SYMBOL, ink)

    def _symbol(self, quantity: Quantity) -> tuple[str, str]:
        return looks_of(self._kind).symbols[quantity.name]

    def _make(self) -> None:
        for old in self.knobs:
            old.end()
            old.hide()
            old.deleteLater()
        self.knobs = [self._knob(quantity, reach) for quantity, reach in self._wanted]
        self._place()

    def _knob(self, quantity: Quantity, reach: Limits) -> ValueKnob:
        knob = ValueKnob(quantity, reach, field_face, self._style, self)
        address(knob, quantity, self._kind)
        knob.set_style(self._style, SMALL)
        knob.edit_began.connect(self.edit_began)
        knob.edited.connect(self.edited)
        knob.edit_ended.connect(self.edit_ended)
        knob.reset_requested.connect(self.reset_requested)
        return knob

    def _place(self) -> None:
        style, x, full = self._style, 0.0, False
        for knob, (quantity, _) in zip(self.knobs, self._wanted, strict=True):
            x += symbol_width(style, *self._symbol(quantity), _SYMBOL) + style.px(_AFTER_SYMBOL)
            full = full or x + style.px(_FIELD) > self.width()
            knob.setVisible(not full)
            knob.setGeometry(QRectF(x, 0, style.px(_FIELD), style.px(_HIGH)).toRect())
            x += style.px(_FIELD + _APART)
        self.update()
