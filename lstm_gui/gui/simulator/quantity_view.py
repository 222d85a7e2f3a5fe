"""The ground of every view that shows quantities: what it tells, its knobs, and their marks."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.graph.kind import LSTM, Kind
from lstm_gui.gui.simulator.cell_looks import looks_of
from lstm_gui.gui.simulator.knobs.knob_words import knob_tip, spoken_name
from lstm_gui.gui.simulator.knobs.value_knob import ValueKnob
from lstm_gui.gui.simulator.mark import mark_of
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.frame import Highlight
from lstm_gui.simulator.quantity import Quantity


class QuantityView(QWidget):
    """A view with knobs by name.

    Signals: those of the knobs on it (see ValueKnob), `picked(Quantity)` also of what has no knob; and
    `became_visible()` when it is shown again and may have missed changes.
    """

    edit_began = Signal(Quantity)
    edited = Signal(Quantity, float)
    edit_ended = Signal()
    reset_requested = Signal(Quantity)
    release_requested = Signal(Quantity)
    pointed_at = Signal(object)
    picked = Signal(Quantity)
    became_visible = Signal()

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_now = style
        self.highlight: Highlight | None = None
        self.knobs: dict[str, ValueKnob] = {}

    def show_highlight(self, highlight: Highlight | None) -> None:
        """Light what is pointed at, its causes and its effects."""
        self.highlight = highlight
        for knob in self.knobs.values():
            knob.set_mark(mark_of(highlight, knob.quantity))

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        self.update()

    def is_shown(self) -> bool:
        """Whether a person can see it: a hidden view is set when it is shown."""
        return self.isVisible()

    def spot(self, quantity: Quantity) -> QRectF | None:
        """Where a quantity of the unit and the input shown stands on this view, or None."""
        knob = self.knobs.get(quantity.name)
        on_knob = knob is not None and knob.quantity == quantity and knob.isVisible()
        return QRectF(knob.geometry()) if on_knob and knob is not None else None

    def put_away(self, controls: Iterable[QWidget]) -> None:
        """Hide controls that another cell does not have; the keyboard, if it was on one, stays here."""
        for control in controls:
            if control.hasFocus():
                next(iter(self.knobs.values())).setFocus(Qt.FocusReason.OtherFocusReason)
            control.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.became_visible.emit()

    def pass_on(self, knob: ValueKnob) -> None:
        """Tell what a knob tells, as this view's own."""
        knob.edit_began.connect(self.edit_began)
        knob.edited.connect(self.edited)
        knob.edit_ended.connect(self.edit_ended)
        knob.reset_requested.connect(self.reset_requested)
        knob.release_requested.connect(self.release_requested)
        knob.pointed_at.connect(self.pointed_at)
        knob.picked.connect(self.picked)


def address(knob: ValueKnob, quantity: Quantity, kind: Kind = LSTM) -> None:
    """Let a knob stand for a quantity of a kind of cell, by colour, name and tooltip too."""
    knob.role = looks_of(kind).roles[quantity.name]
    knob.set_quantity(quantity)
    knob.setAccessibleName(spoken_name(quantity, kind))
    knob.setToolTip(knob_tip(quantity, knob.limits, kind))
