"""What is pinned in the simulator: listens for a number that is picked, and remembers what is pointed at.

What follows it back is made when something is pinned for the first time.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from lstm_gui.gui.simulator.knobs.quantity_box import QuantityBox
from lstm_gui.gui.simulator.quantity_view import QuantityView
from lstm_gui.gui.simulator.style import Style
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.values import belongs

if TYPE_CHECKING:  # made when something is pinned
    from lstm_gui.gui.simulator.origins.guide import Guide


class Pins(QObject):
    """Watches the views of a panel."""

    def __init__(self, panel: QWidget, views: Sequence[QuantityView], style: Style) -> None:
        """A press on one of these views pins; on others it is for typing, and keys pin."""
        super().__init__(panel)
        self.panel, self.style_now = panel, style
        self.controller: Controller | None = None
        self.pointed: Quantity | None = None
        self.guide: Guide | None = None
        for view in views:
            view.picked.connect(lambda quantity, view=view: self.pin(quantity, view))

    @property
    def at(self) -> Quantity | None:
        """What is pinned, or None."""
        return None if self.guide is None else self.guide.at

    def point(self, quantity: Quantity | None) -> None:
        """Light what a person points at; where that is nothing, what is pinned, at its own step."""
        self.pointed = quantity
        if self.controller is not None:
            self.controller.point_at(quantity or self.at, stays=quantity is None)

    def pin(self, quantity: Quantity, view: QuantityView | None = None) -> None:
        """Show where a number comes from, beside it, on the view on which it was picked."""
        if self.controller is None or not belongs(quantity, self.controller.state.scene):
            return
        if self.guide is None:
            from lstm_gui.gui.simulator.origins.guide import Guide

            self.guide = Guide(self, self.controller)
        self.guide.pin(quantity, view)

    def pin_pointed(self) -> None:
        """Pin what is pointed at or has the keyboard; else what is pinned, or the memory of the cell."""
        if self.controller is None or not self.controller.is_open:
            return
        focused = QApplication.focusWidget()
        held = focused.quantity if isinstance(focused, QuantityBox) else None
        quantity = self.pointed or held
        if quantity is None or not belongs(quantity, self.controller.state.scene):
            quantity = self.at or _memory(self.controller)
        self.pin(quantity)
        if self.guide is not None:
            self.guide.card.take_keyboard()

    def close(self) -> bool:
        """Unpin, and say whether something was pinned."""
        return self.guide is not None and self.guide.close()

    def set_style(self, style: Style) -> None:
        """Draw in this style."""
        self.style_now = style
        if self.guide is not None:
            self.guide.set_style(style)


def _memory(controller: Controller) -> Quantity:
    """The cell state at the step shown, or the hidden state of a cell that has none."""
    state = controller.state
    name = "c" if "c" in state.scene.cell.graph.carried else "h"
    return Quantity(name, state.scene.step, state.unit, backward=state.looks_back)
