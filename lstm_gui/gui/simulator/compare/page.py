"""The tab that compares: the input of all, up to four cells, and their numbers."""

from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from lstm_gui.gui.simulator.arrangement import bar_height as transport_height
from lstm_gui.gui.simulator.arrangement import gap
from lstm_gui.gui.simulator.compare.bar import CompareBar, bar_height
from lstm_gui.gui.simulator.compare.changes import Changes
from lstm_gui.gui.simulator.compare.empty import EmptyCard
from lstm_gui.gui.simulator.compare.input_row import InputRow, input_height
from lstm_gui.gui.simulator.compare.lane_layout import least_lanes_height
from lstm_gui.gui.simulator.compare.lanes import LanesView
from lstm_gui.gui.simulator.compare.numbers import CompareNumbers, numbers_height
from lstm_gui.gui.simulator.style import Style
from lstm_gui.gui.simulator.tab_page import TabPage
from lstm_gui.gui.simulator.timeline.wiring import connect_timeline
from lstm_gui.gui.simulator.wiring import attach
from lstm_gui.simulator.compare.edit import can_pin
from lstm_gui.simulator.compare.frame import CompareTable
from lstm_gui.simulator.compare.starts import can_forget
from lstm_gui.simulator.controller import Controller

_LEAST_ROWS = 7  # of numbers, for which there is always room
_LEAST_WIDTH = 680.0  # at 100 %, in pixels


class ComparePage(TabPage):
    """Everything of the tab. Its signals are those of every TabPage."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(style, parent)
        self._controller: Controller | None = None
        self._changes: Changes | None = None
        self.bar = CompareBar(style, self)
        self.input = InputRow(style, self)
        self.lanes = LanesView(style, self)
        self.empty = EmptyCard(style, self)
        self.numbers = CompareNumbers(style, self)
        self.lanes.count_changed.connect(self._take_room)
        self.input.rows_changed.connect(self._take_room)
        self.numbers.rows_changed.connect(self._take_room)
        self.input.view_changed.connect(self.lanes.set_view)
        self.setAccessibleName(QCoreApplication.translate("Compare", "Compare"))

    def connect_controller(self, controller: Controller) -> None:
        """Let the views tell this controller what a person wants, and show what it resolves. Once."""
        self._controller = controller
        connect_timeline(self.input, controller)
        self._changes = Changes(controller)  # kept: connections keep no plain object alive
        self._connect_lanes(controller, self._changes)
        attach(self.input, "compare_input", controller)
        attach(self.lanes, "compare_lanes", controller)
        attach(self.numbers, "compare_table", controller)
        controller.on_change.append(self._show_state)

    def set_style(self, style: Style) -> None:
        """Draw in other colours or another zoom."""
        self.style_now = style
        for view in (self.bar, self.input, self.lanes, self.empty, self.numbers):
            view.set_style(style)
        self.place()

    def least_size(self, style: Style, width: float) -> tuple[float, float]:
        """How large the panel must be for all of the page, in pixels; `width` is what there is."""
        wide = max(width, style.px(_LEAST_WIDTH))
        around = transport_height(style) + gap(style) + self._around(style)
        lanes = least_lanes_height(max(2, self.lanes.count), wide, style, pinned=self.lanes.is_pinned)
        return style.px(_LEAST_WIDTH), around + lanes

    def told(self) -> str:
        """What is shown, for a screen reader."""
        return self.numbers.accessibleDescription()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_state()

    # Wiring

    def _connect_lanes(self, controller: Controller, changes: Changes) -> None:
        lanes, bar = self.lanes, self.bar
        lanes.step_chosen.connect(controller.set_step)
        lanes.setting_began.connect(changes.begin)
        lanes.setting_moved.connect(changes.move)
        lanes.setting_ended.connect(changes.end)
        lanes.setting_reset.connect(changes.reset)
        lanes.renamed.connect(changes.rename)
        lanes.remove_requested.connect(changes.remove)
        lanes.exchange_requested.connect(changes.exchange)
        bar.pin_requested.connect(changes.pin)
        bar.cell_chosen.connect(changes.add_cell)
        bar.same_requested.connect(changes.add_same)
        bar.scene_chosen.connect(changes.add_scene)
        bar.trained_chosen.connect(changes.open_trained)
        for view in (bar, self.empty):
            view.start_chosen.connect(changes.start)

    def _show_state(self) -> None:
        """What can be done now."""
        if self._controller is None or not self._controller.is_open or not self.isVisible():
            return
        state = self._controller.state
        claimed = state.origin.compare.lanes and not state.scene_changed
        words = state.scene.caption if claimed else ""  # of a scene that came with cells beside its own
        self.bar.show_room(len(state.compare.lanes), can_pin=can_pin(state), words=words)
        self.empty.set_can_forget(can_forget(state))

    def _take_room(self) -> None:
        self.empty.setVisible(self.lanes.count == 1)
        self.place()
        self._order_of_tabs()
        self.room_changed.emit()

    def _order_of_tabs(self) -> None:
        walk = [*self.bar.buttons, *self.input.controls()]
        walk += [*self.lanes.controls(), *self.empty.buttons.values()]
        for one, after in pairwise(walk):
            QWidget.setTabOrder(one, after)

    # Places

    def _around(self, style: Style) -> float:
        """The height of all that stands above and below the lanes, and the gaps."""
        return sum(self._heights(style)) + 3 * gap(style)

    def _heights(self, style: Style) -> tuple[float, float, float]:
        table: CompareTable | None = self.numbers.part
        rows = max(_LEAST_ROWS, len(table.rows)) if table else _LEAST_ROWS
        return bar_height(style), input_height(style, self.input.rows), numbers_height(style, rows)

    def place(self) -> None:
        """Put the views where there is room for them now."""
        style, between, wide = self.style_now, gap(self.style_now), self.width()
        bar, read, table = self._heights(style)
        middle = max(10.0, self.height() - bar - read - table - 3 * between)
        y = 0.0
        self.bar.setGeometry(QRectF(0, y, wide, bar).toRect())
        y += bar + between
        self.input.setGeometry(QRectF(0, y, wide, read).toRect())
        y += read + between
        half = (wide - between) / 2
        alone = self.lanes.count == 1
        self.lanes.setGeometry(QRectF(0, y, half if alone else wide, middle).toRect())
        self.empty.setGeometry(QRectF(half + between, y, half, middle).toRect())
        y += middle + between
        self.numbers.setGeometry(QRectF(0, y, wide, table).toRect())
