"""The tab of gradients: the plots, what can be moved, and the numbers, and what each tells."""

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.arrangement import SMALLEST, gap
from lstm_gui.gui.simulator.gradients.dials import GradientDialsView, dials_height, row_words
from lstm_gui.gui.simulator.gradients.numbers import GradientNumbers
from lstm_gui.gui.simulator.gradients.plots import GradientPlots
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.tab_page import TabPage
from lstm_gui.gui.simulator.wiring import attach
from lstm_gui.simulator.controller import Controller
from lstm_gui.simulator.gradients.change import moved, reset, with_loss
from lstm_gui.simulator.quantity import Quantity
from lstm_gui.simulator.state import SimState

translate = QCoreApplication.translate

_PLOTS = 0.68  # of the width


class GradientsPage(TabPage):
    """Everything of the tab. Its signals are those of every TabPage."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._controller: Controller | None = None
        self._drags = count(1)
        self._drag = ""  # what the changes of the drag under way have in common, "" between drags
        self._before: SimState | None = None  # the state in which that drag began
        self.plots = GradientPlots(style, self)
        self.dials = GradientDialsView(style, self)
        self.numbers = GradientNumbers(style, self)
        self.plots.looked_at.connect(self.numbers.show_step)
        self.dials.preset_chosen.connect(self.preset_chosen)
        self.setAccessibleName(translate("Gradients", "Gradients"))

    def connect_controller(self, controller: Controller) -> None:
        """Let the views tell this controller what a person wants, and show what it resolves. Once."""
        self._controller = controller
        self.plots.step_chosen.connect(controller.set_step)
        self.dials.edit_began.connect(self._begin)
        self.dials.edited.connect(self._move)
        self.dials.edit_ended.connect(self._end)
        self.dials.reset_requested.connect(self._reset)
        self.dials.loss_chosen.connect(self._choose_loss)
        self.numbers.undo_requested.connect(controller.undo)
        attach(self.plots, "gradient_curves", controller)
        attach(self.numbers, "gradient_curves", controller)
        attach(self.dials, "gradient_dials", controller)
        controller.on_change.append(self._offer_way_back)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        for view in (self.plots, self.dials, self.numbers):
            view.set_style(style)
        self.place()

    def least_size(self, style: Style, _width: float) -> tuple[float, float]:
        """How large the panel must be for the page, in pixels."""
        wide, high = SMALLEST
        return style.px(wide), style.px(high)

    def told(self) -> str:
        """What is shown, for a screen reader."""
        return self.plots.accessibleDescription()

    # What the dials do

    def _begin(self) -> None:
        self._drag = f"gradients {next(self._drags)}"
        if self._controller is not None and self._controller.is_open:
            self._before = self._controller.state

    def _end(self) -> None:
        self._drag, self._before = "", None

    def _move(self, dial: Quantity, value: float) -> None:
        label = translate("Gradients", "move “{name}”").format(name=row_words()[dial.name])
        self._change(lambda state: moved(state, dial.name, value, self._before), label)

    def _reset(self, dial: Quantity) -> None:
        label = translate("Gradients", "reset “{name}”").format(name=row_words()[dial.name])
        self._change(lambda state: reset(state, dial.name), label)

    def _choose_loss(self, loss: str) -> None:
        label = translate("Gradients", "choose another loss")
        self._change(lambda state: with_loss(state, loss), label)

    def _change(self, change: Callable[[SimState], SimState], label: str) -> None:
        if self._controller is not None and self._controller.is_open:
            self._controller.change(change(self._controller.state), label, self._drag)

    def _offer_way_back(self) -> None:
        if self._controller is not None and self.isVisible():
            self.numbers.show_way_back(self._controller.undo_label)

    # Looks

    def place(self) -> None:
        """Put the views where there is room for them now."""
        between = gap(self.style_now)
        left = (self.width() - between) * _PLOTS
        right, low = left + between, dials_height(self.style_now)
        self.plots.setGeometry(QRectF(0, 0, left, self.height()).toRect())
        self.dials.setGeometry(QRectF(right, 0, self.width() - right, low).toRect())
        top = low + between
        self.numbers.setGeometry(QRectF(right, top, self.width() - right, self.height() - top).toRect())
