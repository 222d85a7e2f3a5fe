"""What every view asks of the controller: to be shown its part, and to have its edits made."""

from typing import Protocol

from PySide6.QtCore import SignalInstance

from lstm_gui.gui.simulator.quantity_view import QuantityView
from lstm_gui.simulator.audience import View
from lstm_gui.simulator.controller import Controller


class Hidden(View, Protocol):
    """A view that may be hidden meanwhile, and tells when it is seen again."""

    @property
    def became_visible(self) -> "SignalInstance[tuple[()]]": ...


def attach(view: Hidden, part_name: str, controller: Controller) -> None:
    """Show a part in a view from now on; what it missed while it was hidden, once it is seen again."""
    controller.attach(part_name, view)
    view.became_visible.connect(lambda: controller.catch_up(view))


def connect_edits(view: QuantityView, controller: Controller) -> None:
    """Let the knobs of a view move what they stand for."""
    view.edit_began.connect(controller.begin_edit)
    view.edited.connect(controller.edit)
    view.edit_ended.connect(controller.end_edit)
    view.reset_requested.connect(controller.reset_value)
    view.release_requested.connect(controller.release)
